import { formatDay, type Language } from '@payung/kernel';
import {
  asKnownOn,
  confidenceText,
  findParameter,
  listParameters,
  type ShownParameter,
  type ShownRow,
} from '@payung/law';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { readOptions } from '../options.ts';
import { nearestIds } from '../wrong-letters.ts';
import { knownOnOption, languageOption, readKnownOn, readLanguage } from './law-options.ts';

const texts = {
  id: {
    noParameter: 'Parameter "{id}" tidak ada.',
    meant: 'Mungkin maksud Anda: payung law parameter {id}',
    list: 'payung law parameter memperlihatkan semuanya.',
    head: 'Satuan: {unit}. Terakhir dicocokkan dengan sumbernya: {checked}.',
    from: 'mulai {from}',
    span: '{from} sampai sebelum {until}',
    none: 'tidak berlaku lagi',
    awaited: 'belum diumumkan',
    unknown: 'angkanya tidak kami ketahui',
    known: 'diketahui {known}',
    replaced: 'DIGANTI oleh koreksi yang diketahui {replaced}',
    read: 'Dibaca di: {page}',
  },
  en: {
    noParameter: 'There is no parameter "{id}".',
    meant: 'Perhaps you meant: payung law parameter {id}',
    list: 'payung law parameter lists them all.',
    head: 'Unit: {unit}. Last compared with its sources: {checked}.',
    from: 'from {from}',
    span: 'from {from} until before {until}',
    none: 'no longer in force',
    awaited: 'not announced yet',
    unknown: 'a figure that we have not found',
    known: 'known on {known}',
    replaced: 'REPLACED by a correction known on {replaced}',
    read: 'Read at: {page}',
  },
} as const;

/** `payung law parameter ID`: the history of one figure of the law; without an id, what there is. */
export const lawParameter: Run = async (argv, terminal) => {
  const options = {
    ...knownOnOption,
    ...languageOption,
    json: { type: 'boolean', default: false },
  } as const;
  const { values, positionals } = readOptions(argv, options, 0, 1);
  const language = readLanguage(values.lang, terminal.language);
  const knownOn = readKnownOn(values['as-known-on'], language);
  const read = <T>(work: () => T): T => (knownOn === undefined ? work() : asKnownOn(knownOn, work));
  const [id] = positionals;
  const found = read(() => (id === undefined ? listParameters() : findParameter(id)));
  if (found === undefined) {
    for (const line of unknownLines(id ?? '', language)) terminal.err(line);
    return 1;
  }
  if (values.json) terminal.out(JSON.stringify(found, undefined, 2));
  else
    for (const line of 'id' in found ? historyLines(found, language) : listLines(found, language))
      terminal.out(line);
  return 0;
};

function unknownLines(id: string, language: Language): string[] {
  const said = texts[language];
  const near = nearestIds(
    id,
    listParameters().map((parameter) => parameter.id),
  );
  const next = near.length === 0 ? [said.list] : near.map((one) => fill(said.meant, language, { id: one }));
  return [fill(said.noParameter, language, { id }), ...next];
}

function listLines(all: readonly ShownParameter[], language: Language): string[] {
  const width = Math.max(...all.map(({ id }) => id.length));
  return all.map(({ id, label }) => `${id.padEnd(width)}  ${label[language]}`);
}

function historyLines({ id, label, unit, checked, rows }: ShownParameter, language: Language): string[] {
  const head = fill(texts[language].head, language, { unit, checked: formatDay(checked, language) });
  return [`${label[language]} (${id})`, head, '', ...rows.flatMap((row) => rowLines(row, language))];
}

/** A row: when and what; below it where the law says it, how we know it and since when. */
function rowLines(
  { from, until, state, text, source, known, replaced }: ShownRow,
  language: Language,
): string[] {
  const said = texts[language];
  const on = (day: typeof from) => formatDay(day, language);
  const during =
    until === null
      ? fill(said.from, language, { from: on(from) })
      : fill(said.span, language, { from: on(from), until: on(until) });
  const value = state === 'value' ? (text?.[language] ?? '') : said[state];
  const citation = [source.law, source.article].filter((part) => part !== undefined).join(' ');
  const confidence = confidenceText(source.confidence)[language];
  const basis = [citation, confidence, fill(said.known, language, { known: on(known) })].join('; ');
  return [
    `${during}: ${value}`,
    ...(replaced === null ? [] : [`  ${fill(said.replaced, language, { replaced: on(replaced) })}`]),
    `  ${basis}`,
    ...(source.page === undefined ? [] : [`  ${fill(said.read, language, { page: source.page })}`]),
  ];
}
