import { day } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseNik } from '../nik/parse.ts';
import { isOneDigitApart } from './agreement.ts';
import { type KeyedPerson, matchKeys } from './keys.ts';

const born = day('1990-08-17');
const keysOf = (person: KeyedPerson, kind: string) =>
  matchKeys(person).filter((key) => key.startsWith(`${kind}:`));
const meet = (a: KeyedPerson, b: KeyedPerson) => {
  const keys = new Set(matchKeys(a));
  return matchKeys(b).some((key) => keys.has(key));
};

describe('keys of a person', () => {
  test('each kind once, as it is written', () => {
    const reading = parseNik('5304011708909001');
    if (!reading.ok) throw new Error(reading.reason);
    const person = {
      nik: reading.nik,
      name: 'Yohanes Seran',
      birthDate: born,
      mother: 'Maria Hoar',
      village: 5304012001,
    };
    expect(matchKeys(person).filter((key) => !key.startsWith('nik-1:'))).toEqual([
      'nik:5304011708909001',
      'born:1990-08-17:iuanis',
      'born:1990-08-17:srn',
      'mother:huar:1990',
      'village:5304012001:iuanis:1990',
    ]);
    // Sixteen, less those that leaving out either of two equal neighbours makes twice: 11 and 00.
    expect(keysOf(person, 'nik-1')).toHaveLength(14);
    expect(keysOf(person, 'nik-1')).toContain('nik-1:530401170890900');
  });

  // biome-ignore format: aligned table of cases
  test.each<[string, KeyedPerson, KeyedPerson, boolean]>([
    ['spelling',                       { name: 'Yohanes Seran', birthDate: born },   { name: 'Johannis Saran', birthDate: born },        true],
    ['order and a missing word',       { name: 'Yohanes Seran', birthDate: born },   { name: 'Seran Kopong', birthDate: born },          true],
    ['abbreviation',                   { name: 'Yoh. Seran', birthDate: born },      { name: 'Yohanes Bria', birthDate: born },          true],
    ['abbreviation of her name too',   { name: 'Yoh. Seran', birthDate: born },      { name: 'Yohana Bria', birthDate: born },           true],
    ['an initial is no key',           { name: 'Y. Seran', birthDate: born },        { name: 'Y. Bria', birthDate: born },               false],
    ['Maria is no key beside others',  { name: 'Maria Seran', birthDate: born },     { name: 'Maria Bria', birthDate: born },            false],
    ['Maria alone is',                 { name: 'Maria', birthDate: born },           { name: 'Mariah', birthDate: born },                true],
    ['another day',                    { name: 'Yohanes Seran', birthDate: born },   { name: 'Yohanes Seran', birthDate: day('1990-08-18') }, false],
    ['another day, one village',       { name: 'Yohanes Seran', birthDate: born, village: 5304012001 }, { name: 'Yohanes Bria', birthDate: day('1990-01-01'), birthPrecision: 'year', village: '5304012001' }, true],
    ['another day, one mother',        { name: 'Yohanes', birthDate: born, mother: 'Hoar, Maria' }, { name: 'Anis', birthDate: day('1990-01-01'), mother: 'Maria Hoar' }, true],
    ['only the year is known',         { name: 'Yohanes', birthDate: born },         { name: 'Yohanes', birthDate: born, birthPrecision: 'year' }, false],
    ['15 digits: one was left out',    { name: '', nikDigits: '530401170890901' },   { name: '', nikDigits: '5304011708909001' },        true],
    ['17 digits: one was typed twice', { name: '', nikDigits: '53304011708909001' }, { name: '', nikDigits: '5304011708909001' },        true],
    ['14 digits',                      { name: '', nikDigits: '53040117089090' },    { name: '', nikDigits: '53040117089090' },          false],
    ['nothing known',                  { name: '' },                                 { name: '' },                                       false],
  ])('%s', (_, a, b, met) => {
    expect(meet(a, b)).toBe(met);
  });
});

describe('keys of NIKs', () => {
  // Few different digits, so that neighbours are often equal and shifts often meet.
  const digits = fc.stringMatching(/^[0-2]{16}$/);
  const at = fc.nat({ max: 15 });
  const meetByNik = (a: string, b: string) => meet({ name: '', nikDigits: a }, { name: '', nikDigits: b });

  test('two meet exactly if they are one digit apart', () => {
    const edited = fc
      .tuple(digits, at, at, fc.constantFrom('0', '1', '2'))
      .map(([text, out, into, digit]) => {
        const shorter = text.slice(0, out) + text.slice(out + 1);
        return [text, shorter.slice(0, into) + digit + shorter.slice(into)] as const;
      });
    fc.assert(fc.property(edited, ([a, b]) => meetByNik(a, b) && (a === b || isOneDigitApart(a, b))));
    fc.assert(
      fc.property(fc.oneof(edited, fc.tuple(digits, digits)), ([a, b]) => {
        expect(meetByNik(a, b)).toBe(a === b || isOneDigitApart(a, b));
      }),
    );
  });

  test('a digit replaced, or two neighbours swapped, is one digit apart', () => {
    fc.assert(
      fc.property(digits, at, (text, i) => {
        const replaced = `${text.slice(0, i)}9${text.slice(i + 1)}`;
        const swapped = text.slice(0, i) + (text[i + 1] ?? '') + text[i] + text.slice(i + 2);
        expect(isOneDigitApart(text, replaced)).toBe(true);
        expect(isOneDigitApart(text, swapped)).toBe(text !== swapped);
      }),
    );
  });
});
