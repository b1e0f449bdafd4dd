import { formatCount, formatDay, formatMonth, parseDay, parseMonth } from '@payung/kernel';
import type { Facts } from '#platform/refusal';
import { en } from './en.ts';
import { id, type MessageCode } from './id.ts';

export type { RowReason } from './rows-id.ts';
export type { MessageCode };

/** Languages of the server's own words; more by adding a catalogue. Indonesian is the first. */
export type Language = 'id' | 'en';

/** What happened, and what to do about it. */
export interface Message {
  readonly text: string;
  /** What the user can do; empty when there is nothing to do. */
  readonly remedy: string;
}

const catalogues: Record<Language, Record<MessageCode, readonly [text: string, remedy: string]>> = { id, en };

/** True when the catalogues hold `code`. */
export function hasMessage(code: string): code is MessageCode {
  return Object.hasOwn(id, code);
}

/** The message of `code` in `language`, with `{fact}` filled in: counts, days and months as the language writes them; of nothing, `–`. */
export function say(language: Language, code: MessageCode, facts: Facts = {}): Message {
  const [text, remedy] = catalogues[language][code];
  const fill = (pattern: string) =>
    pattern.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const fact = facts[name];
      if (fact === undefined || fact === null) return whole;
      if (Array.isArray(fact)) return fact.length === 0 ? '–' : fact.join(', ');
      return typeof fact === 'number' ? formatCount(fact, language) : dated(String(fact), language);
    });
  return { text: fill(text), remedy: fill(remedy) };
}

function dated(fact: string, language: Language): string {
  const [day, month] = [parseDay(fact), parseMonth(fact)];
  if (day !== undefined) return formatDay(day, language);
  return month === undefined ? fact : formatMonth(month, language);
}

/** The message of `code` when it is about no one case: what would be a fact is `…`. */
export function sayGenerally(language: Language, code: MessageCode): Message {
  const [text, remedy] = catalogues[language][code];
  const blank = (pattern: string) => pattern.replace(/\{\w+\}/g, '…');
  return { text: blank(text), remedy: blank(remedy) };
}

/** The language asked for by an Accept-Language header or a setting; Indonesian when it names none of ours. */
export function languageOf(header: string | undefined): Language {
  const first = header?.trim().slice(0, 2).toLowerCase();
  return first === 'en' ? 'en' : 'id';
}
