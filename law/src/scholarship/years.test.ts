import { day } from '@payung/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scholarship } from './benefit.ts';
import type { Child } from './child.ts';
import { scholarshipYears } from './years.ts';

const event = { date: day('2024-06-01'), asOf: day('2026-05-10') };
const free = { married: false, work: 'none' } as const;

test('each year has its offset, level and amount', () => {
  // biome-ignore format: aligned table of years
  expect(scholarshipYears({ level: 'SMA', yearsLeft: 2, ...free }, event)).toEqual([
    { offset: 0, level: 'SMA', amount:  3_000_000 },
    { offset: 1, level: 'SMA', amount:  3_000_000 },
    { offset: 2, level: 'PT',  amount: 12_000_000 },
    { offset: 3, level: 'PT',  amount: 12_000_000 },
    { offset: 4, level: 'PT',  amount: 12_000_000 },
    { offset: 5, level: 'PT',  amount: 12_000_000 },
    { offset: 6, level: 'PT',  amount: 12_000_000 },
  ]);
});

test('below school age the first year is the next one at the earliest', () => {
  const years = scholarshipYears({ level: 'belowSchool', ...free }, event);
  expect(years.map(({ offset }) => offset)).toEqual(Array.from({ length: 19 }, (_, index) => index + 1));
  expect(years[0]?.level).toBe('TK');
});

// biome-ignore format: aligned table of cases
test.each([
  // case                                    birth date    years claimed on or after the 23rd birthday
  ['the day before it in the third year',   '2005-05-11', [3]],
  ['the birthday itself in the third year', '2005-05-10', [2, 3]],
  ['reached already',                       '2003-05-10', [0, 1, 2, 3]],
  ['far away',                              '2008-05-10', []],
] as const)('the age limit: %s', (_, birthDate, past) => {
  const years = scholarshipYears({ level: 'PT', yearsLeft: 4, birthDate: day(birthDate), ...free }, event);
  expect(years.filter(({ isPastAge }) => isPastAge).map(({ offset }) => offset)).toEqual(past);
  expect(years.every(({ isPastAge }) => isPastAge !== undefined)).toBe(true);
});

test('an event before PP 82/2019 has no years: one sum was paid', () => {
  const child: Child = { level: 'SD', yearsLeft: 6, ...free };
  expect(scholarshipYears(child, { date: day('2019-12-01'), asOf: day('2026-05-10') })).toEqual([]);
  expect(scholarshipYears(child, { date: day('2019-12-02'), asOf: day('2026-05-10') })).toHaveLength(17);
});

// biome-ignore format: aligned table of cases
test.each([
  // case                             child                                                              as of         code               path
  ['more years than the level has',  { level: 'SMP', yearsLeft: 4 },                                    '2026-05-10', 'input.range',     'children.0.yearsLeft'],
  ['half a year',                    { level: 'SMP', yearsLeft: 1.5 },                                  '2026-05-10', 'input.range',     'children.0.yearsLeft'],
  ['years beyond those of a day',    { level: 'SMP', yearsLeft: 3, birthDate: day('2190-01-01') },      '2195-05-10', 'date.outOfRange', 'asOf'],
] as const)('invalid: %s', (_, child, asOf, code, path) => {
  const ask = () => scholarshipYears({ ...child, ...free }, { ...event, asOf: day(asOf) });
  expect(ask).toThrow(expect.objectContaining({ code, path }));
});

test('the amounts sum to what remains, the year of the claim to its amount', () => {
  const child = fc
    .tuple(
      fc.constantFrom('belowSchool', 'TK', 'SD', 'SMP', 'SMA', 'PT'),
      fc.integer({ min: 1, max: 2 }),
      fc.option(fc.integer({ min: 2004, max: 2024 })),
    )
    .map(([level, yearsLeft, year]): Child => {
      const about = { ...free, ...(year !== null && { birthDate: day(`${year}-05-10`) }) };
      return level === 'belowSchool' ? { level, ...about } : { level, yearsLeft, ...about };
    });
  fc.assert(
    fc.property(child, (one) => {
      const { value } = scholarship({ trigger: 'jkkDeath', ...event, children: [one] });
      const years = scholarshipYears(one, event);
      expect(years.reduce((all, { amount }) => all + amount, 0)).toBe(value.total);
      expect(years.find(({ offset }) => offset === 0)?.amount ?? 0).toBe(value.yearTotal);
    }),
  );
});
