import { stat } from 'node:fs/promises';
import { type Day, firstDay, type Language, type Month, parseDay, parseMonth } from '@payung/kernel';
import { errorText, LawError } from '@payung/law';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { Misuse, readOptions } from '../options.ts';
import { answerFile } from '../population/file.ts';
import type { Shared } from '../population/rule.ts';
import { populationRules } from '../population/ways.ts';
import { knownOnOption, readKnownOn } from './law-options.ts';

const texts = {
  id: {
    rules:
      'Bukan aturan untuk populasi: {name}. Yang ada: {accepted}. Aturan lain dijawab dengan payung law run.',
    month: 'Bukan bulan: {text}. Tulis misalnya 2026-05.',
    date: 'Bukan tanggal: {text}. Tulis misalnya 2026-05-01.',
    order: '--until-month lebih awal daripada --month.',
    same: '--out menunjuk berkas yang dibaca. Pilih nama lain.',
    empty: 'Berkas kosong. Baris pertamanya memuat nama isian, misalnya id,income,sector,payer.',
    done: '{rows} baris dihitung, {invalid} di antaranya tidak sah (lihat kolom error).',
  },
  en: {
    rules:
      'Not a rule for a population: {name}. There are: {accepted}. Others are answered by payung law run.',
    month: 'Not a month: {text}. Write 2026-05, for example.',
    date: 'Not a date: {text}. Write 2026-05-01, for example.',
    order: '--until-month is before --month.',
    same: '--out is the file being read. Choose another name.',
    empty: 'The file is empty. Its first line names the fields, such as id,income,sector,payer.',
    done: '{rows} rows computed, {invalid} of them invalid (see the column error).',
  },
} as const;

const options = {
  rules: { type: 'string' },
  month: { type: 'string' },
  'until-month': { type: 'string' },
  date: { type: 'string' },
  programmes: { type: 'string' },
  out: { type: 'string' },
  ...knownOnOption,
} as const;

/** `payung law batch FILE`: a file of people in, what the rules answer each of them out. Exit status 1 if nothing could be. */
export const lawBatch: Run = async (argv, terminal) => {
  const { language } = terminal;
  const said = texts[language];
  const { values, positionals } = readOptions(argv, options, 1);
  const [path = ''] = positionals;
  const { rules, month, out } = values;
  if (rules === undefined || month === undefined || out === undefined) throw new Misuse();
  const ids = [...new Set(rules.split(','))];
  const name = ids.find((id) => !populationRules.includes(id));
  if (name !== undefined) {
    throw new Misuse(fill(said.rules, language, { name, accepted: populationRules.join(', ') }));
  }
  const from = readMonth(month, language);
  const to = readMonth(values['until-month'] ?? month, language);
  if (to < from) throw new Misuse(said.order);
  const shared: Shared = {
    months: { from, to },
    date: values.date === undefined ? firstDay(from) : readDate(values.date, language),
    programmes: values.programmes?.split(','),
    knownOn: readKnownOn(values['as-known-on'], language),
  };
  if (await isSameFile(path, out)) throw new Misuse(said.same);
  try {
    const counts = await answerFile(path, out, ids, shared);
    if (counts === undefined) throw new Misuse(said.empty);
    terminal.err(fill(said.done, language, { ...counts }));
    return 0;
  } catch (error) {
    if (!(error instanceof LawError)) throw error;
    const { code, path: field, details } = error;
    terminal.err(`${field}: ${errorText({ code, path: field, ...details }, language)}`);
    return 1;
  }
};

function readMonth(text: string, language: Language): Month {
  const month = parseMonth(text);
  if (month === undefined) throw new Misuse(fill(texts[language].month, language, { text }));
  return month;
}

function readDate(text: string, language: Language): Day {
  const date = parseDay(text);
  if (date === undefined) throw new Misuse(fill(texts[language].date, language, { text }));
  return date;
}

/** Whether both paths lead to one file; the second need not exist. */
async function isSameFile(path: string, other: string): Promise<boolean> {
  const [one, two] = await Promise.all([stat(path), stat(other).catch(() => undefined)]);
  return one.dev === two?.dev && one.ino === two.ino;
}
