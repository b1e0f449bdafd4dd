import { writeFile } from 'node:fs/promises';
import { makeBatch, streamResponse, takeSheet } from '@payung/server/local';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { Misuse, readOptions } from '../options.ts';
import { wantedIn, wantedOptions } from './registration-options.ts';
import { rosterIdIn } from './roster-job.ts';

const texts = {
  id: {
    written: '{people} peserta ditulis ke {path}. NIK-nya terbuka: hanya untuk cabang BPJS.',
    answer: 'Jawaban cabang: payung registration answer {batchId} JAWABAN.xlsx',
  },
  en: {
    written: '{people} members were written to {path}. Their NIKs are in clear: for the branch of BPJS only.',
    answer: "The branch's answer: payung registration answer {batchId} ANSWER.xlsx",
  },
} as const;

/**
 * `payung registration export FILE`: everybody who is ready, on a sheet for the branch; `--batch` writes one that was made
 * before.
 */
export const registrationExport: Run = async (argv, terminal) => {
  const { values, positionals } = readOptions(
    argv,
    { ...wantedOptions, batch: { type: 'string' } } as const,
    1,
  );
  const [path = ''] = positionals;
  const { language } = terminal;
  const format = /\.(csv|xlsx)$/i.exec(path)?.[1]?.toLowerCase();
  if (format === undefined) throw new Misuse(path);
  const context = await terminal.open();
  const batchId =
    values.batch === undefined
      ? (await makeBatch(context, wantedIn(values, language))).batchId
      : rosterIdIn(values.batch);
  const table = await takeSheet(context, batchId);
  await writeFile(path, streamResponse(table, format === 'csv' ? 'csv' : 'xlsx').body ?? '');
  terminal.out(fill(texts[language].written, language, { people: table.people, path }));
  terminal.out(fill(texts[language].answer, language, { batchId }));
  return 0;
};
