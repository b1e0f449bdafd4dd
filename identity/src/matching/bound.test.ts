import { day } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseNik } from '../nik/parse.ts';
import { couldBeOne } from './bound.ts';
import { comparePeople } from './compare.ts';
import type { MatchPerson } from './person.ts';

const numbers = ['5304011708909001', '5304011708909002', '5304015708909001', '5304051203859007'].map(
  (text) => {
    const reading = parseNik(text);
    if (!reading.ok) throw new Error(reading.reason);
    return reading.nik;
  },
);

/** Few values of each field, so that people often agree in some of them. */
const person = fc.record({
  nik: fc.option(fc.constantFrom(...numbers), { nil: undefined }),
  name: fc.constantFrom(
    'Yohanes Kopong Seran',
    'Johanis K. Seran',
    'Yohanes',
    'Anis Seran',
    'Petrus Bria',
    'Maria',
    '-',
  ),
  birthDate: fc.option(
    fc.constantFrom(
      day('1990-08-17'),
      day('1990-07-08'),
      day('1990-08-07'),
      day('1960-07-01'),
      day('1991-08-17'),
    ),
    { nil: undefined },
  ),
  birthPrecision: fc.constantFrom('day', 'month', 'year', undefined),
  sex: fc.constantFrom('L', 'P', undefined),
  mother: fc.constantFrom('Maria Hoar', 'Hoar', 'Yuliana Bete', undefined),
  village: fc.constantFrom(5304012001, 5304012002, 5304052001, undefined),
});

const clear = ({ nik, mother: _, ...rest }: MatchPerson) => ({ ...rest, numbered: nik !== undefined });

describe('who could be one person, as far as the clear columns tell', () => {
  test('nobody is ruled out whom the comparison would not call different', () => {
    fc.assert(
      fc.property(person, person, (a, b) => {
        const mayShareNik = a.nik !== undefined && a.nik === b.nik;
        if (comparePeople(a, b).verdict !== 'different') {
          expect(couldBeOne(clear(a), clear(b), mayShareNik)).toBe(true);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  const man = {
    name: 'Yohanes Kopong Seran',
    birthDate: day('1990-08-17'),
    sex: 'L',
    village: 5304012001,
  } as const;
  const numbered = { ...man, numbered: true };
  const unnumbered = { ...man, numbered: false };

  // biome-ignore format: aligned table of cases
  test.each([
    ['two NIKs, all else agrees',                    numbered,   numbered,                                           false, true],
    ['two NIKs, another name',                       numbered,   { ...numbered, name: 'Petrus Bria' },               false, false],
    ['perhaps one NIK, another name',                numbered,   { ...numbered, name: 'Petrus Bria' },               true,  true],
    ['two NIKs, born quite another day',             numbered,   { ...numbered, birthDate: day('1971-02-03') },      false, false],
    ['two NIKs, one of his names',                   numbered,   { ...numbered, name: 'Yohanes' },                   false, false],
    ['one without a NIK, one of his names',          numbered,   { ...unnumbered, name: 'Yohanes' },                 false, true],
    ['one without a NIK, quite another name',        numbered,   { ...unnumbered, name: 'Petrus Bria' },             false, false],
    ['man and woman of two names',                   unnumbered, { ...unnumbered, name: 'Yohana Seran', sex: 'P' },  false, false],
  ] as const)('%s', (_, one, other, mayShareNik, expected) => {
    expect(couldBeOne(one, other, mayShareNik)).toBe(expected);
    expect(couldBeOne(other, one, mayShareNik)).toBe(expected);
  });
});
