import {
  type Day,
  formatCount,
  type Month,
  parseDay,
  parseMonth,
  percent,
  type Rate,
  type Rupiah,
  rupiah,
} from '@payung/kernel';
import { LawError, type LawErrorCode } from './error.ts';
import type { Json } from './explain.ts';
import { countText, notBefore, type Text, wordsText } from './text.ts';

/** The fields of one object of a request, with the path to it for errors. */
export type Fields = { readonly values: ReadonlyMap<string, unknown>; readonly prefix: string };

/** What is accepted where an object must come. */
export const OBJECT: Text = { id: 'objek JSON', en: 'a JSON object' };
const LIST: Text = { id: 'daftar', en: 'a list' };
const FLAG: Text = { id: 'ya atau tidak (true atau false)', en: 'yes or no (true or false)' };
const PERCENT: Text = {
  id: 'persen, misalnya 1,57% (ditulis “1.57”)',
  en: 'a percentage, such as 1.57% (written “1.57”)',
};
const DAY: Text = {
  id: 'tanggal lengkap, misalnya 20 November 2026 (2026-11-20)',
  en: 'a whole date, such as 20 November 2026 (2026-11-20)',
};
const MONTH: Text = {
  id: 'bulan dan tahun, misalnya November 2026 (2026-11)',
  en: 'a month with its year, such as November 2026 (2026-11)',
};

/**
 * The fields of a request that the rule has.
 *
 * @throws LawError input.type if it is no object, input.unknown for a field that is not in `known`
 */
export function readFields(input: unknown, known: readonly string[], path = ''): Fields {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    throw refused('input.type', path, input, OBJECT);
  const prefix = path === '' ? '' : `${path}.`;
  const values = new Map(Object.entries(input).filter(([, value]) => value !== undefined));
  for (const name of values.keys()) {
    if (!known.includes(name))
      throw new LawError('input.unknown', `${prefix}${name}`, { accepted: wordsText(known) });
  }
  return { values, prefix };
}

/** Whether the field is there. A JSON null is there, and of the wrong type. */
export function has({ values }: Fields, name: string): boolean {
  return values.has(name);
}

/**
 * A required amount of at least `least` rupiah.
 *
 * @throws LawError input.missing, input.type (a fraction or a string), input.range
 */
export function readMoney(fields: Fields, name: string, least = 0): Rupiah {
  return rupiah(readCount(fields, name, { least }));
}

/**
 * A required whole number from `least` to `most`, both included.
 *
 * @throws LawError input.missing, input.type (a fraction or a string), input.range
 */
export function readCount(
  fields: Fields,
  name: string,
  { least = 0, most = Number.MAX_SAFE_INTEGER }: { readonly least?: number; readonly most?: number } = {},
): number {
  const accepted = wholeText(least, most);
  const { value, path } = required(fields, name, accepted);
  if (typeof value !== 'number') throw refused('input.type', path, value, accepted);
  // Beyond 2⁵³ a number no longer says which whole number was meant: out of bounds rather than a fraction.
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) throw refused('input.range', path, value, accepted);
  if (!Number.isInteger(value)) throw refused('input.type', path, value, accepted);
  if (value < least || value > most) throw refused('input.range', path, value, accepted);
  return value;
}

/**
 * True or false; `otherwise` if the field is absent.
 *
 * @throws LawError input.type
 */
export function readFlag(fields: Fields, name: string, otherwise: boolean): boolean {
  if (!has(fields, name)) return otherwise;
  const { value, path } = required(fields, name, FLAG);
  if (typeof value !== 'boolean') throw refused('input.type', path, value, FLAG);
  return value;
}

/**
 * A required percentage, as a decimal string of at most four digits behind the point.
 *
 * @throws LawError input.missing, input.type (a number), input.format, input.range above 100,000 % or finer than that
 */
export function readPercent(fields: Fields, name: string): Rate {
  const { value, path } = required(fields, name, PERCENT);
  if (typeof value !== 'string') throw refused('input.type', path, value, PERCENT);
  if (!/^\d+(\.\d+)?$/.test(value)) throw refused('input.format', path, value, PERCENT);
  try {
    return percent(value);
  } catch {
    throw refused('input.range', path, value, PERCENT);
  }
}

/**
 * A required day.
 *
 * @throws LawError input.missing, input.type, input.format (also a day that does not exist), date.outOfRange outside the
 *   years the kernel knows
 */
export function readDay(fields: Fields, name: string): Day {
  const { value, path } = required(fields, name, DAY);
  return dayFrom(value, path);
}

/**
 * A list of days, in any order; none if the field is absent.
 *
 * @throws LawError input.type, input.format, date.outOfRange
 */
export function readDays(fields: Fields, name: string): readonly Day[] {
  if (!has(fields, name)) return [];
  const { value, path } = required(fields, name, LIST);
  if (!Array.isArray(value)) throw refused('input.type', path, value, LIST);
  return value.map((item: unknown, index) => dayFrom(item, `${path}.${index}`));
}

/**
 * A required list of at least `least` items, each with its path for errors inside it.
 *
 * @throws LawError input.missing, input.type, input.range if it is shorter
 */
export function readList(
  fields: Fields,
  name: string,
  least = 0,
): readonly { readonly item: unknown; readonly path: string }[] {
  const { value, path } = required(fields, name, LIST);
  if (!Array.isArray(value)) throw refused('input.type', path, value, LIST);
  if (value.length < least) throw refused('input.range', path, value, atLeastText(least));
  return value.map((item: unknown, index) => ({ item, path: `${path}.${index}` }));
}

/**
 * A required month.
 *
 * @throws LawError input.missing, input.type, input.format, date.outOfRange outside the years the kernel knows
 */
export function readMonth(fields: Fields, name: string): Month {
  const { value, path } = required(fields, name, MONTH);
  if (typeof value !== 'string') throw refused('input.type', path, value, MONTH);
  const parsed = parseMonth(value);
  if (parsed !== undefined) return parsed;
  const code = /^\d{4}-(0[1-9]|1[0-2])$/.test(value) ? 'date.outOfRange' : 'input.format';
  throw refused(code, path, value, MONTH);
}

/**
 * A required span of months `{from, to}`, both included.
 *
 * @throws LawError as `readMonth`; input.combination if `to` is before `from`
 */
export function readMonths(fields: Fields, name: string): { from: Month; to: Month } {
  const { value, path } = required(fields, name, OBJECT);
  const span = readFields(value, ['from', 'to'], path);
  const from = readMonth(span, 'from');
  const to = readMonth(span, 'to');
  if (to < from) {
    throw refused('input.combination', `${path}.to`, to, notBefore(from));
  }
  return { from, to };
}

/**
 * A word of a list; `otherwise` if the field is absent.
 *
 * @throws LawError input.type, input.range
 */
export function readWord<W extends string>(
  fields: Fields,
  name: string,
  words: readonly W[],
  otherwise: W,
): W {
  return has(fields, name) ? word(fields.values.get(name), words, `${fields.prefix}${name}`) : otherwise;
}

/**
 * A required word of a list.
 *
 * @throws LawError input.missing, input.type, input.range
 */
export function readRequiredWord<W extends string>(fields: Fields, name: string, words: readonly W[]): W {
  const { value, path } = required(fields, name, wordsText(words));
  return word(value, words, path);
}

/**
 * A list of different words; `otherwise` if the field is absent.
 *
 * @throws LawError input.type, input.range, input.combination for a word named twice
 */
export function readWords<W extends string>(
  fields: Fields,
  name: string,
  words: readonly W[],
  otherwise: readonly W[],
): readonly W[] {
  if (!has(fields, name)) return otherwise;
  const value = fields.values.get(name);
  const path = `${fields.prefix}${name}`;
  if (!Array.isArray(value)) throw refused('input.type', path, value, LIST);
  const list = value.map((item: unknown, index) => word(item, words, `${path}.${index}`));
  if (new Set(list).size < list.length) {
    throw refused('input.combination', path, value, { id: 'setiap kata sekali', en: 'each word once' });
  }
  return list;
}

function dayFrom(value: unknown, path: string): Day {
  if (typeof value !== 'string') throw refused('input.type', path, value, DAY);
  const parsed = parseDay(value);
  if (parsed !== undefined) return parsed;
  const [, year = '', monthAndDay = ''] = /^(\d{4})-(\d{2}-\d{2})$/.exec(value) ?? [];
  // A year the kernel does not know, in which the day would exist (2000 has every month and day), is no fault of form.
  const isOutside = (year < '1900' || year > '2200') && parseDay(`2000-${monthAndDay}`) !== undefined;
  throw refused(isOutside ? 'date.outOfRange' : 'input.format', path, value, DAY);
}

function word<W extends string>(value: unknown, words: readonly W[], path: string): W {
  if (typeof value !== 'string') throw refused('input.type', path, value, wordsText(words));
  const found = words.find((candidate) => candidate === value);
  if (found === undefined) throw refused('input.range', path, value, wordsText(words));
  return found;
}

function required(
  { values, prefix }: Fields,
  name: string,
  accepted: Text,
): { value: unknown; path: string } {
  const path = `${prefix}${name}`;
  if (!values.has(name)) throw new LawError('input.missing', path, { accepted });
  return { value: values.get(name), path };
}

/** The error that names what came and what is accepted. */
export function refused(code: LawErrorCode, path: string, value: unknown, accepted: Text): LawError {
  return new LawError(code, path, { accepted, came: shown(value) });
}

/** What came at the path of an error, short enough to print beside the field; undefined if nothing did. */
export function cameAt(input: unknown, path: string): Json | undefined {
  const value = path
    .split('.')
    .reduce<unknown>(
      (part, name) =>
        typeof part === 'object' && part !== null && Object.hasOwn(part, name)
          ? Reflect.get(part, name)
          : undefined,
      input,
    );
  return value === undefined ? undefined : shown(value);
}

/** What came, short enough to print beside the field. */
function shown(value: unknown): Json {
  if (typeof value === 'string') return value.length > 60 ? `${value.slice(0, 59)}…` : value;
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
  return Array.isArray(value) ? `[${value.length}]` : '{…}';
}

/** A whole number from `least` to `most`, in words. */
export function wholeText(least = 0, most = Number.MAX_SAFE_INTEGER): Text {
  const end = most < Number.MAX_SAFE_INTEGER;
  const bounds = (language: 'id' | 'en', to: string, from: string) => {
    const low = formatCount(least, language);
    return end ? `${low} ${to} ${formatCount(most, language)}` : `${from} ${low}`;
  };
  return {
    id: `angka tanpa koma, ${bounds('id', 'sampai dengan', 'paling sedikit')}`,
    en: `a whole number, ${bounds('en', 'to', 'at least')}`,
  };
}

function atLeastText(least: number): Text {
  const { id, en } = countText(least, 'item');
  return { id: `sedikitnya ${id}`, en: `at least ${en}` };
}
