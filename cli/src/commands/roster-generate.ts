import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { errorLevels, generateList, parseAreaCode } from '@payung/server/local';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { Misuse, readOptions } from '../options.ts';

const written = {
  id: '{rows} baris ditulis ke {path}: semuanya data sintetis, bukan orang sungguhan.',
  en: '{rows} rows were written to {path}: all of it is synthetic, not real people.',
} as const;

/** `payung roster generate OUT.csv`: a list of people who do not exist, and the truth of each of its lines. */
export const rosterGenerate: Run = async (argv, terminal) => {
  const { values, positionals } = readOptions(
    argv,
    {
      rows: { type: 'string', default: '1000' },
      area: { type: 'string', default: '53.04' },
      seed: { type: 'string', default: 'payung' },
      errors: { type: 'string', default: 'typical' },
      truth: { type: 'string' },
    },
    1,
  );
  const [path = ''] = positionals;
  const rows = Number(values.rows);
  if (!/^\d{1,8}$/.test(values.rows) || rows < 1) throw new Misuse('--rows');
  const area = parseAreaCode(values.area);
  if (area === undefined) throw new Misuse('--area');
  const errors = errorLevels.find((level) => level === values.errors);
  if (errors === undefined) throw new Misuse('--errors');
  const made = await generateList({ area, rows, seed: values.seed, errors });
  await pipeline(made.list, createWriteStream(path));
  if (values.truth !== undefined) await pipeline(made.truth, createWriteStream(values.truth));
  terminal.out(fill(written[terminal.language], terminal.language, { rows, path }));
  return 0;
};
