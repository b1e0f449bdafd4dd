import { day } from '@payung/kernel';
import { describe, expect, test } from 'vitest';
import { asKnownOn } from './belief.ts';
import { AWAITED, monthsInForce, parameter, periodOn, type Source, sourceOn } from './parameter.ts';

const source: Source = { law: 'PP 1/2000', article: 'Pasal 1', confidence: 'convention' };
const about = {
  label: { id: 'Contoh', en: 'Example' },
  unit: 'IDR',
  checked: '2026-11-20',
  show: (value: number) => ({ id: `${value}`, en: `${value}` }),
};

describe('a value holds from its day until the next entry', () => {
  const example = parameter<number>('example', {
    ...about,
    history: [
      ['2020-08-01', 1, source],
      ['2021-02-01', null, source],
      ['2025-01-15', 2, source],
    ],
  });

  test.each([
    ['the day before the first entry', '2020-07-31', undefined],
    ['the first day', '2020-08-01', 1],
    ['the last day', '2021-01-31', 1],
    ['the day of the repeal', '2021-02-01', undefined],
    ['the day before it returns', '2025-01-14', undefined],
    ['the day it returns', '2025-01-15', 2],
    ['long after', '2200-12-31', 2],
  ])('%s', (_, on, value) => {
    expect(periodOn(example, day(on))?.value).toBe(value);
  });
});

test('a source is given without its page for a day in force, and for no other', () => {
  const read: Source = { law: 'PP 2/2000', confidence: 'quoted', page: 'https://example.org/2' };
  const example = parameter<number>('example', {
    ...about,
    history: [
      ['2020-01-01', 1, source],
      ['2021-01-01', 1, read],
    ],
  });
  const before = { citation: { law: 'PP 1/2000', article: 'Pasal 1' }, confidence: 'convention' };
  expect(sourceOn(example, day('2020-12-31'))).toEqual(before);
  expect(sourceOn(example, day('2021-01-01'))).toEqual({
    citation: { law: 'PP 2/2000' },
    confidence: 'quoted',
  });
  expect(() => sourceOn(example, day('2019-12-31'))).toThrow(RangeError);
});

test.each([
  ['two entries on one day', ['2020-01-01', '2020-01-01']],
  ['descending entries', ['2020-01-02', '2020-01-01']],
  ['a day that does not exist', ['2020-02-30', '2020-03-01']],
])('%s are refused when the parameter is defined', (_, days) => {
  const history = days.map((from) => [from, 1, source] as const);
  expect(() => parameter<number>('example', { ...about, history })).toThrow(RangeError);
});

test('a relief names its first and last month, across a change within it; what has no end names none', () => {
  const relief = parameter<number>('relief', {
    ...about,
    history: [
      ['2025-02-01', 50, source],
      ['2025-08-01', 50, source],
      ['2026-02-01', null, source],
    ],
  });
  expect(monthsInForce(relief)).toEqual({ first: '2025-02', last: '2026-01' });
  const open = parameter<number>('open', { ...about, history: [['2025-02-01', 1, source]] });
  expect(() => monthsInForce(open)).toThrow(RangeError);
});

test('a yearly value is not in force from the day it is awaited for', () => {
  const yearly = parameter<number>('yearly', {
    ...about,
    history: [
      ['2026-03-01', 1, source],
      ['2027-03-01', AWAITED, source],
    ],
  });
  expect(periodOn(yearly, day('2027-02-28'))?.value).toBe(1);
  expect(periodOn(yearly, day('2027-03-01'))).toBeUndefined();
  expect(yearly.publishedUntil).toBe('2027-03-01');
});

describe('a correction replaces, and the older belief stays readable', () => {
  const known = (on: string): Source => ({ ...source, known: on });
  const corrected = parameter<number>('corrected', {
    ...about,
    history: [
      ['2025-02-20', 2, known('2026-12-10')],
      ['2025-03-01', 1, source],
      ['2025-03-01', 2, known('2026-12-10')],
      ['2027-03-01', AWAITED, source],
      ['2027-03-01', 3, known('2027-02-27')],
      ['2028-03-01', AWAITED, known('2027-02-27')],
    ],
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // case                                     as known on   on            value
    ['the value first written down',           '2026-11-20', '2025-03-01', 1],
    ['a day before the correction',            '2026-12-09', '2025-03-01', 1],
    ['the day of the correction',              '2026-12-10', '2025-03-01', 2],
    ['a beginning that was not known yet',     '2026-12-09', '2025-02-25', undefined],
    ['a beginning that was corrected',         '2026-12-10', '2025-02-25', 2],
    ['a value that was still awaited',         '2027-02-26', '2027-03-01', undefined],
    ['the day it was announced',               '2027-02-27', '2027-03-01', 3],
    ['and the next year is awaited then',      '2027-02-27', '2028-03-01', undefined],
    ['everything known',                       undefined,    '2025-03-01', 2],
  ] as const)('%s', (_, asKnown, on, value) => {
    const read = () => periodOn(corrected, day(on))?.value;
    expect(asKnown === undefined ? read() : asKnownOn(day(asKnown), read)).toBe(value);
  });

  test('the end of what is published moves with what is known', () => {
    expect(asKnownOn(day('2026-11-20'), () => corrected.publishedUntil)).toBe('2027-03-01');
    expect(corrected.publishedUntil).toBe('2028-03-01');
  });

  test('work that fails does not leave its day behind', () => {
    const fail = () => {
      throw new Error('x');
    };
    expect(() => asKnownOn(day('2026-11-20'), fail)).toThrow('x');
    expect(periodOn(corrected, day('2025-03-01'))?.value).toBe(2);
  });

  test('before anything was written down there is no answer', () => {
    expect(() => asKnownOn(day('2026-11-19'), () => 1)).toThrow(RangeError);
  });

  test('a replacement that is not known later is refused', () => {
    const history = [
      ['2025-03-01', 1, source],
      ['2025-03-01', 2, source],
    ] as const;
    expect(() => parameter<number>('twice', { ...about, history })).toThrow(RangeError);
  });
});
