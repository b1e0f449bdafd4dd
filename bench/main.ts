/**
 * Measurements, beside a floor that runs in the same minute on the same machine: `npm run bench` or
 * `npm run bench -- --rows 20000`. Read the ratios; the seconds belong to the machine.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchRoster } from './roster.ts';

const { values } = parseArgs({ options: { rows: { type: 'string', default: '100000' } } });
const rows = Number(values.rows);
if (!Number.isSafeInteger(rows) || rows < 1_000) {
  console.error('--rows: a whole number from 1000');
  process.exit(2);
}

const directory = await mkdtemp(join(tmpdir(), 'payung-bench-'));
try {
  const report = await benchRoster(directory, rows);
  console.table(report.measurements);
  console.log(report.remarks.join('\n'));
} finally {
  await rm(directory, { recursive: true, force: true });
}
