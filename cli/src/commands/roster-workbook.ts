import { writeFile } from 'node:fs/promises';
import { getWorkbook } from '@payung/server/local';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { readOptions } from '../options.ts';
import { rosterIdIn } from './roster-job.ts';

const written = { id: '{path} ditulis.', en: '{path} was written.' } as const;

/** `payung roster workbook ID OUT`: the user's own file back, with verdict, reason and remedy on each row. */
export const rosterWorkbook: Run = async (argv, terminal) => {
  const [id, path = ''] = readOptions(argv, {}, 2).positionals;
  const rosterId = rosterIdIn(id);
  const { content } = await getWorkbook(await terminal.open(), rosterId);
  await writeFile(path, content);
  terminal.out(fill(written[terminal.language], terminal.language, { path }));
  return 0;
};
