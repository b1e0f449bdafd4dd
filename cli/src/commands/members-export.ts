import { readFile, writeFile } from 'node:fs/promises';
import { exportMembers, streamResponse } from '@payung/server/local';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { Misuse, readOptions } from '../options.ts';
import { areaIn, monthIn } from './members-options.ts';

const texts = {
  id: { written: '{path} ditulis: {people} orang terlindungi.' },
  en: { written: '{path} was written: {people} people are covered.' },
} as const;

/** `payung members export FILE`: who is covered in a month, for a branch or an area. Numbers only as hashes under a salt. */
export const membersExport: Run = async (argv, terminal) => {
  const { language } = terminal;
  const { values, positionals } = readOptions(
    argv,
    {
      month: { type: 'string' },
      branch: { type: 'string' },
      area: { type: 'string' },
      'salt-file': { type: 'string' },
    },
    1,
  );
  const [path = ''] = positionals;
  const month = monthIn(values.month, language);
  const area = areaIn(values.area, language);
  const { branch: branchId, 'salt-file': saltFile } = values;
  const of = area !== undefined ? { area } : branchId !== undefined ? { branchId } : undefined;
  if (of === undefined || (area !== undefined && branchId !== undefined)) throw new Misuse('--branch --area');
  const salt = saltFile === undefined ? undefined : (await readFile(saltFile, 'utf8')).trim();
  const table = await exportMembers(await terminal.open(), { month, of, salt });
  await writeFile(path, streamResponse(table, 'csv').body ?? '', { mode: 0o600 });
  terminal.out(fill(texts[language].written, language, { path, people: table.people }));
  return 0;
};
