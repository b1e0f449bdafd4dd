import { day } from '@payung/kernel';
import { describe, expect, test } from 'vitest';
import { monthsInForce, parameter, periodOn, type Source } from './parameter.ts';

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

test('a yearly value is not in force from the day it is not announced for, and must be in force before', () => {
  const history = [['2026-03-01', 1, source]] as const;
  const yearly = parameter<number>('yearly', { ...about, publishedUntil: '2027-03-01', history });
  expect(periodOn(yearly, day('2027-02-28'))?.value).toBe(1);
  expect(periodOn(yearly, day('2027-03-01'))).toBeUndefined();
  expect(() => parameter<number>('yearly', { ...about, publishedUntil: '2026-03-01', history })).toThrow(
    RangeError,
  );
});
