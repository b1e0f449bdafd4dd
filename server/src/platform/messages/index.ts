import { formatCount, formatDay, formatMonth, parseDay, parseMonth } from '@payung/kernel';
import type { Facts } from '#platform/refusal';
import { en } from './en.ts';
import { entryEn } from './entry-en.ts';
import { entryId } from './entry-id.ts';
import { id, type MessageCode } from './id.ts';
import { wordsEn } from './words-en.ts';
import { type WordKind, wordsId } from './words-id.ts';

export type { RowReason } from './rows-id.ts';
export type { MessageCode, WordKind };

/** Languages of the server's own words; more by adding a catalogue. Indonesian is the first. */
export type Language = 'id' | 'en';

/** What happened, and what to do about it. */
export interface Message {
  readonly text: string;
  /** What the user can do; empty when there is nothing to do. */
  readonly remedy: string;
}

const words: Record<Language, Record<WordKind, Readonly<Record<string, string>>>> = {
  id: wordsId,
  en: wordsEn,
};

const catalogues: Record<Language, Record<MessageCode, readonly [text: string, remedy: string]>> = { id, en };

/** True when the catalogues hold `code`. */
export function hasMessage(code: string): code is MessageCode {
  return Object.hasOwn(id, code);
}

/**
 * The message of `code` in `language`, with `{fact}` filled in: counts, days and months as the language writes them; of nothing, `–`.
 * `{fact:kind}` is the word for a code, and `{fact:message}` the text of another message.
 */
export function say(language: Language, code: MessageCode, facts: Facts = {}): Message {
  const [text, remedy] = catalogues[language][code];
  return { text: fill(text, language, facts), remedy: fill(remedy, language, facts) };
}

/** The same of somebody who is registered alone: no word of rows and files. */
export function sayAlone(language: Language, code: MessageCode, facts: Facts = {}): Message {
  const own: Readonly<Record<string, readonly [string, string]>> = language === 'id' ? entryId : entryEn;
  const [text, remedy] = own[code] ?? catalogues[language][code];
  return { text: fill(text, language, facts), remedy: fill(remedy, language, facts) };
}

function fill(pattern: string, language: Language, facts: Facts): string {
  return pattern.replace(/\{(\w+)(?::(\w+))?\}/g, (whole, name: string, kind: string | undefined) => {
    const fact = facts[name];
    if (fact === undefined || fact === null) return whole;
    const one = (value: unknown) =>
      kind === undefined ? plain(value, language) : worded(kind, String(value), language, facts);
    if (Array.isArray(fact)) return fact.length === 0 ? '–' : fact.map(one).join(', ');
    return one(fact);
  });
}

function worded(kind: string, code: string, language: Language, facts: Facts): string {
  if (kind === 'message') return hasMessage(code) ? say(language, code, facts).text : code;
  const word = isWordKind(kind) ? wordOf(language, kind, code) : undefined;
  return word === undefined ? `"${code}"` : fill(word, language, facts);
}

function isWordKind(kind: string): kind is WordKind {
  return Object.hasOwn(wordsId, kind);
}

/** The word for a code of some kind; undefined when it has none. */
export function wordOf(language: Language, kind: WordKind, code: string): string | undefined {
  return Object.hasOwn(words[language][kind], code) ? words[language][kind][code] : undefined;
}

function plain(fact: unknown, language: Language): string {
  return typeof fact === 'number' ? formatCount(fact, language) : dated(String(fact), language);
}

function dated(fact: string, language: Language): string {
  const [day, month] = [parseDay(fact), parseMonth(fact)];
  if (day !== undefined) return formatDay(day, language);
  return month === undefined ? fact : formatMonth(month, language);
}

/** The message of `code` when it is about no one case: what would be a fact is `…`. */
export function sayGenerally(language: Language, code: MessageCode): Message {
  const [text, remedy] = catalogues[language][code];
  const blank = (pattern: string) => pattern.replace(/\{\w+(?::\w+)?\}/g, '…');
  return { text: blank(text), remedy: blank(remedy) };
}

/** The language asked for by an Accept-Language header or a setting; Indonesian when it names none of ours. */
export function languageOf(header: string | undefined): Language {
  const first = header?.trim().slice(0, 2).toLowerCase();
  return first === 'en' ? 'en' : 'id';
}
