import { readFile, writeFile } from 'node:fs/promises';
import { completeMembers, streamResponse, workList } from '@payung/server/local';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { Misuse, readOptions } from '../options.ts';
import { wantedIn, wantedOptions } from './registration-options.ts';

const texts = {
  id: {
    written: '{people} orang ditulis ke {path}, tanpa NIK. Isi kolom yang kosong, lalu:',
    next: '  payung registration complete {path}',
    completed: '{completed} orang dilengkapi; {empty} baris tidak diisi.',
    nobody: 'Baris {row}: tidak ada orang dengan kode ini dalam wilayah tugas Anda.',
    otherName: 'Baris {row}: nama di samping kodenya berbeda; orang ini tidak dilengkapi.',
  },
  en: {
    written: '{people} people were written to {path}, without any NIK. Fill in the empty columns, then:',
    next: '  payung registration complete {path}',
    completed: '{completed} people completed; in {empty} rows nothing was filled in.',
    nobody: 'Row {row}: nobody in your areas has this code.',
    otherName: 'Row {row}: another name stands beside the code; this person was not completed.',
  },
} as const;

/** `payung registration work FILE`: everybody who lacks something or was rejected, to fill in. */
export const registrationWork: Run = async (argv, terminal) => {
  const { values, positionals } = readOptions(argv, wantedOptions, 1);
  const [path = ''] = positionals;
  const { language } = terminal;
  const ending = /\.(csv|xlsx)$/i.exec(path)?.[1]?.toLowerCase();
  if (ending === undefined) throw new Misuse(path);
  const table = await workList(await terminal.open(), wantedIn(values, language));
  await writeFile(path, streamResponse(table, ending === 'csv' ? 'csv' : 'xlsx').body ?? '');
  terminal.out(fill(texts[language].written, language, { people: table.people, path }));
  terminal.out(fill(texts[language].next, language, { path }));
  return 0;
};

/** `payung registration complete FILE`: takes in a work list that was filled in. */
export const registrationComplete: Run = async (argv, terminal) => {
  const [path = ''] = readOptions(argv, {}, 1).positionals;
  const { language } = terminal;
  const content = await readFile(path);
  const { completed, empty, leftAside } = await completeMembers(await terminal.open(), content);
  terminal.out(fill(texts[language].completed, language, { completed, empty }));
  for (const { row, because } of leftAside) terminal.out(fill(texts[language][because], language, { row }));
  return 0;
};
