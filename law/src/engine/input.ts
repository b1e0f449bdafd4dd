import { type Month, parseMonth, type Rupiah, rupiah } from '@payung/kernel';
import { LawError } from './error.ts';

/** The fields of one object of a request, with the path to it for errors. */
export type Fields = { readonly values: ReadonlyMap<string, unknown>; readonly prefix: string };

/**
 * The fields of a request that the rule has.
 *
 * @throws LawError input.type if it is no object, input.unknown for a field that is not in `known`
 */
export function readFields(input: unknown, known: readonly string[], path = ''): Fields {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    throw new LawError('input.type', path);
  const prefix = path === '' ? '' : `${path}.`;
  const values = new Map(Object.entries(input).filter(([, value]) => value !== undefined));
  for (const name of values.keys()) {
    if (!known.includes(name)) throw new LawError('input.unknown', `${prefix}${name}`);
  }
  return { values, prefix };
}

/** Whether the field is there. A JSON null is there, and of the wrong type. */
export function has({ values }: Fields, name: string): boolean {
  return values.has(name);
}

/**
 * A required amount of at least Rp 0.
 *
 * @throws LawError input.missing, input.type (a fraction or a string), input.range
 */
export function readMoney(fields: Fields, name: string): Rupiah {
  const { value, path } = required(fields, name);
  if (typeof value !== 'number') throw new LawError('input.type', path);
  // Beyond 2⁵³ a number no longer says which whole number was meant: out of bounds rather than a fraction.
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) throw new LawError('input.range', path);
  if (!Number.isInteger(value)) throw new LawError('input.type', path);
  if (value < 0) throw new LawError('input.range', path);
  return rupiah(value);
}

/**
 * A required month.
 *
 * @throws LawError input.missing, input.type, input.format, date.outOfRange outside the years the kernel knows
 */
export function readMonth(fields: Fields, name: string): Month {
  const { value, path } = required(fields, name);
  if (typeof value !== 'string') throw new LawError('input.type', path);
  const parsed = parseMonth(value);
  if (parsed !== undefined) return parsed;
  throw new LawError(/^\d{4}-(0[1-9]|1[0-2])$/.test(value) ? 'date.outOfRange' : 'input.format', path);
}

/**
 * A required span of months `{from, to}`, both included.
 *
 * @throws LawError as `readMonth`; input.combination if `to` is before `from`
 */
export function readMonths(fields: Fields, name: string): { from: Month; to: Month } {
  const { value, path } = required(fields, name);
  const span = readFields(value, ['from', 'to'], path);
  const from = readMonth(span, 'from');
  const to = readMonth(span, 'to');
  if (to < from) throw new LawError('input.combination', `${path}.to`);
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
  if (!Array.isArray(value)) throw new LawError('input.type', path);
  const list = value.map((item: unknown, index) => word(item, words, `${path}.${index}`));
  if (new Set(list).size < list.length) throw new LawError('input.combination', path);
  return list;
}

function word<W extends string>(value: unknown, words: readonly W[], path: string): W {
  if (typeof value !== 'string') throw new LawError('input.type', path);
  const found = words.find((candidate) => candidate === value);
  if (found === undefined) throw new LawError('input.range', path);
  return found;
}

function required({ values, prefix }: Fields, name: string): { value: unknown; path: string } {
  const path = `${prefix}${name}`;
  if (!values.has(name)) throw new LawError('input.missing', path);
  return { value: values.get(name), path };
}
