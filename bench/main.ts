/**
 * Measurements, beside a floor that runs in the same minute on the same machine: `npm run bench` or
 * `npm run bench -- --rows 1000000 --only check`. Read the ratios; the seconds belong to the machine.
 *
 * `--data DIRECTORY` keeps the register that the measurements run on, and goes on from it the next time.
 */
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { benchCheck } from './check.ts';
import { benchEnrol } from './enrol.ts';

const benches = { check: benchCheck, enrol: benchEnrol };
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    only: { type: 'string' },
    data: { type: 'string' },
  },
});
const rows = Number(values.rows);
if (!Number.isSafeInteger(rows) || rows < 5_000) {
  console.error('--rows: a whole number from 5000');
  process.exit(2);
}
const chosen = Object.entries(benches).filter(([name]) => values.only === undefined || values.only === name);
if (chosen.length === 0) {
  console.error(`--only: ${Object.keys(benches).join(' or ')}`);
  process.exit(2);
}

const directory =
  values.data === undefined ? await mkdtemp(join(tmpdir(), 'payung-bench-')) : resolve(values.data);
await mkdir(directory, { recursive: true });
// The database's own user must be able to enter.
await chmod(directory, 0o711);
try {
  for (const [name, bench] of chosen) {
    const own = join(directory, `${name}-${rows}`);
    await mkdir(own, { recursive: true });
    const report = await bench(own, rows);
    console.table(report.measurements);
    console.log(report.remarks.join('\n'));
  }
} finally {
  if (values.data === undefined) await rm(directory, { recursive: true, force: true });
}
