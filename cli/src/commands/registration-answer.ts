import { readFile } from 'node:fs/promises';
import { answerBatch } from '@payung/server/local';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { readOptions } from '../options.ts';
import { rosterIdIn } from './roster-job.ts';

const texts = {
  id: {
    counts: '{accepted} diterima, {rejected} ditolak, {unanswered} belum dijawab.',
    nobody: 'Baris {row}: tidak ada orang ini di lembar.',
    unclear: 'Baris {row}: hasilnya tidak dapat dimengerti; isi kolom Hasil dengan DITERIMA atau DITOLAK.',
    twice: 'Baris {row}: orang ini sudah dijawab di baris sebelumnya.',
    next: 'Yang ditolak dan jalan keluarnya: payung registration list',
  },
  en: {
    counts: '{accepted} accepted, {rejected} rejected, {unanswered} not answered.',
    nobody: 'Row {row}: nobody like this is on the sheet.',
    unclear: 'Row {row}: the result cannot be understood; write DITERIMA or DITOLAK in the column Hasil.',
    twice: 'Row {row}: a row before answered for this person.',
    next: 'Who was rejected, and the remedies: payung registration list',
  },
} as const;

/** `payung registration answer BATCH FILE`: takes in what the branch answered to a sheet. */
export const registrationAnswer: Run = async (argv, terminal) => {
  const [id, path = ''] = readOptions(argv, {}, 2).positionals;
  const { language } = terminal;
  const batchId = rosterIdIn(id);
  const content = await readFile(path);
  const answered = await answerBatch(await terminal.open(), batchId, content);
  const { accepted, rejected, unanswered, leftAside } = answered;
  terminal.out(fill(texts[language].counts, language, { accepted, rejected, unanswered }));
  for (const { row, because } of leftAside) terminal.out(fill(texts[language][because], language, { row }));
  if (rejected > 0) terminal.out(texts[language].next);
  return 0;
};
