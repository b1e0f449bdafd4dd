import { isAbsent } from './cell-evidence.ts';
import type { Facts } from './problem.ts';
import { type Cell, cellText } from './row.ts';

/** A value that could not be read. The facts never hold the cell's text: it may be personal, and facts reach logs. */
export type Unread<Code extends string> = Readonly<{ ok: false; code: Code; facts: Facts }>;

/**
 * A sex as rosters write it: L male, P female.
 *
 * `uncertain` is true for a lone `P`: in hand-made lists it sometimes stands for *Pria*, so whoever has the NIK
 * must compare (day above 40 is a woman) before calling either wrong.
 */
type SexReading =
  | Readonly<{ ok: true; sex: 'L' | 'P'; uncertain: boolean }>
  | Unread<'sex.missing' | 'sex.unknown'>;

const MALE = new Set([
  'l',
  'lk',
  'lk2',
  'laki',
  'lakilaki',
  'laki2',
  'pria',
  'm',
  'male',
  'man',
  '1',
  'cowok',
  'lelaki',
]);
const FEMALE = new Set([
  'p',
  'pr',
  'prp',
  'prmpn',
  'perempuan',
  'wanita',
  'w',
  'wnt',
  'f',
  'female',
  'woman',
  '2',
  'cewek',
]);

/** Whether a cell calls a woman by W: beside it a lone `P` is a man. */
export function saysWanita(cell: Cell | undefined): boolean {
  return /^w(anita)?\.?$/i.test(cellText(cell));
}

/** Reads a sex: L/P, laki-laki/perempuan, pria/wanita, M/F, 1/2 and their usual abbreviations. */
export function parseSex(cell: Cell | undefined): SexReading {
  if (isAbsent(cell)) return { ok: false, code: 'sex.missing', facts: {} };
  const key = cellText(cell)
    .toLowerCase()
    .replace(/[^a-z\d]/g, '');
  if (MALE.has(key)) return { ok: true, sex: 'L', uncertain: false };
  if (FEMALE.has(key)) return { ok: true, sex: 'P', uncertain: key === 'p' };
  return { ok: false, code: 'sex.unknown', facts: {} };
}

/** RT and RW as three digits (`004`), the form of the identity card; absent where not given. */
type RtRw = Readonly<{ rt?: string; rw?: string }>;

/**
 * Reads RT and RW from separate cells or one: `4`, `001/002`, `RT 004 RW 002`, `RT.4/RW.2`. Undefined when there
 * is text that is no such number; an empty object when nothing was given.
 */
export function parseRtRw(rt: Cell | undefined, rw?: Cell | undefined): RtRw | undefined {
  const first = isAbsent(rt) ? '' : cellText(rt).toLowerCase();
  const second = isAbsent(rw) ? '' : cellText(rw).toLowerCase();
  const both = /^(?:rt\D{0,3})?(\d{1,3})\s*(?:[/\\,;-]|\brw\b|\s)\D{0,6}(\d{1,3})$/.exec(first);
  if (both !== null && second === '') return { rt: padded(both[1]), rw: padded(both[2]) };
  const one = /^(?:rt\D{0,3})?(\d{1,3})$/.exec(first);
  const other = /^(?:rw\D{0,3})?(\d{1,3})$/.exec(second);
  const onlyRw = /^rw\D{0,3}(\d{1,3})$/.exec(first);
  if (onlyRw !== null && second === '') return { rw: padded(onlyRw[1]) };
  if ((first !== '' && one === null) || (second !== '' && other === null)) return undefined;
  return {
    ...(one === null ? {} : { rt: padded(one[1]) }),
    ...(other === null ? {} : { rw: padded(other[1]) }),
  };
}

function padded(digits: string | undefined): string {
  return String(Number(digits)).padStart(3, '0');
}
