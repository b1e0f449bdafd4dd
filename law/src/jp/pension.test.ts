import { addDays, ageOn, day, dayFromNumber, dayNumber, rupiah } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { periodOn } from '../engine/parameter.ts';
import { answerRequest } from '../engine/run.ts';
import { jpPensionAge } from './parameters.ts';
import { monthlyPension } from './pension.ts';
import { pensionRight } from './pension-age.ts';
import { benefitJpMonthly } from './rule.ts';

const ask = (input: unknown) =>
  answerRequest(new Map([['benefit.jp.monthly', benefitJpMonthly]]), 'benefit.jp.monthly', input);
const answer = (input: unknown) => ask(input).answer;

const old = { kind: 'oldAge', date: '2025-06-15', months: 180, averageWage: 5_000_000 };
const widow = { ...old, kind: 'widow', months: 60, membershipMonths: 60 };

describe('amounts', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                          input                                                          raw        monthly
    ['15 % of the average',                         old,                                                           750_000,   750_000],
    ['a month more: 181/12 %',                      { ...old, months: 181 },                                       754_167,   754_167],
    ['at the minimum: 399,700 / 15 %',              { ...old, averageWage: 2_664_667 },                            399_700,   399_700],
    ['under the minimum',                           { ...old, averageWage: 1_000_000 },                            150_000,   399_700],
    ['the lowest average wage',                     { ...old, averageWage: 1 },                                          0,   399_700],
    ['above the maximum',                           { ...old, averageWage: 40_000_000 },                         6_000_000, 4_792_300],
    ['a disabled member gets all',                  { ...old, kind: 'disability' },                                750_000,   750_000],
    ['a widow gets half',                           { ...widow, averageWage: 10_000_000 },                         750_000,   750_000],
    ['a child gets half',                           { ...widow, kind: 'child', averageWage: 10_000_000 },          750_000,   750_000],
    ['a parent gets a fifth',                       { ...widow, kind: 'parent', averageWage: 20_000_000 },         600_000,   600_000],
    ['the last start under the bounds of 2024',     { ...old, date: '2025-01-31', averageWage: 1_000_000 },        150_000,   393_500],
    ['the first start under the bounds of 2025',    { ...old, date: '2025-02-01', averageWage: 1_000_000 },        150_000,   399_700],
    ['the last start with known bounds',            { ...old, date: '2026-01-31' },                                750_000,   750_000],
    ['bounds not established',                      { ...old, date: '2026-02-01' },                                750_000,      null],
  ] as const)('%s', (_, input, raw, monthly) => {
    expect(answer(input)).toMatchObject({ eligible: true, type: 'monthly', raw, monthly });
  });

  test('half a rupiah goes up once, at the end: 15 % × 50 % × 20 = 1.5', () => {
    expect(answer({ ...widow, averageWage: 20 })).toMatchObject({ raw: 2 });
  });

  test('a higher wage or more months never lower the pension, and it stays within its bounds', () => {
    const wage = fc.integer({ min: 1, max: 100_000_000 }).map(rupiah);
    const months = fc.integer({ min: 180, max: 600 });
    fc.assert(
      fc.property(wage, wage, months, months, (a, b, m, n) => {
        const at = (averageWage: typeof a, count: number) => {
          const { value } = monthlyPension({
            kind: 'oldAge',
            date: day('2025-06-15'),
            months: count,
            averageWage,
          });
          if (!value.eligible || value.type !== 'monthly' || value.monthly === null)
            throw new TypeError('no pension');
          expect(value.monthly >= 399_700 && value.monthly <= 4_792_300).toBe(true);
          return value.raw;
        };
        const less = at(rupiah(Math.min(a, b)), Math.min(m, n));
        expect(less).toBeLessThanOrEqual(at(rupiah(Math.max(a, b)), Math.max(m, n)));
      }),
    );
  });
});

describe('monthly or at once', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                     input                                                                  type       monthsUsed
    ['old age, 179 months',                    { ...old, months: 179 },                                               'lumpSum', undefined],
    ['old age, 180 months',                    old,                                                                   'monthly', 180],
    ['disabled in the first month',            { ...old, kind: 'disability', months: 1, membershipMonths: 1 },        'monthly', 180],
    ['disabled before a month is over',        { ...old, kind: 'disability', months: 0, membershipMonths: 0 },        'lumpSum', undefined],
    ['disabled, exactly 80 %',                 { ...old, kind: 'disability', months: 4, membershipMonths: 5 },        'monthly', 180],
    ['disabled, under 80 %',                   { ...old, kind: 'disability', months: 3, membershipMonths: 4 },        'lumpSum', undefined],
    ['widow, 11 months',                       { ...widow, months: 11, membershipMonths: 11 },                        'lumpSum', undefined],
    ['widow, 12 months',                       { ...widow, months: 12, membershipMonths: 12 },                        'monthly', 180],
    ['widow, 179 months, 80 %',                { ...widow, months: 179, membershipMonths: 223 },                      'monthly', 180],
    ['widow, 180 months: no condition',        { ...old, kind: 'widow' },                                             'monthly', 180],
    ['parent, 240 months count in full',       { ...old, kind: 'parent', months: 240 },                               'monthly', 240],
  ] as const)('%s', (_, input, type, monthsUsed) => {
    const given = answer(input);
    expect(given).toMatchObject({ eligible: true, type, startsOn: '2025-07-01' });
    expect('monthsUsed' in given ? given.monthsUsed : undefined).toBe(monthsUsed);
  });
});

describe('the pension age', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                   born          right from    age
    ['56 before the programme',              '1950-05-20', '2015-07-01', 56],
    ['56 on the last day of 56',             '1962-12-31', '2018-12-31', 56],
    ['56 on the day it became 57',           '1963-01-01', '2020-01-01', 57],
    ['58 on the last day of 58',             '1966-12-31', '2024-12-31', 58],
    ['58 on the day it became 59',           '1967-01-01', '2026-01-01', 59],
    ['born on 29 February',                  '1968-02-29', '2027-02-28', 59],
    ['65 for the young',                     '2000-06-10', '2065-06-10', 65],
  ])('%s', (_, born, from, pensionAge) => {
    expect(pensionRight(day(born))).toEqual({ from, pensionAge });
  });

  test.each(Array.from({ length: 9 }, (_, n) => [2019 + 3 * n, 57 + n] as const))(
    'of %d is %d: reached the day before at one less, on the day a year later',
    (year, age) => {
      expect(pensionRight(day(`${year - age}-12-31`))).toEqual({
        from: `${year - 1}-12-31`,
        pensionAge: age - 1,
      });
      expect(pensionRight(day(`${year - age + 1}-01-01`))).toEqual({
        from: `${year + 1}-01-01`,
        pensionAge: age,
      });
    },
  );

  test('it is the first day on which the age suffices: not the day before, and on the day', () => {
    const born = fc.integer({ min: dayNumber(day('1960-01-01')), max: dayNumber(day('2020-12-31')) });
    fc.assert(
      fc.property(born.map(dayFromNumber), (birthDate) => {
        const { from } = pensionRight(birthDate);
        const suffices = (on: typeof from) =>
          ageOn(birthDate, on) >= (periodOn(jpPensionAge, on)?.value ?? Infinity);
        expect(suffices(from)).toBe(true);
        expect(suffices(addDays(from, -1))).toBe(false);
      }),
    );
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['the day before',               '2025-12-31', { eligible: false, because: ['jp.pensionAge'], pensionAge: 59 }],
    ['on the day',                   '2026-01-01', { eligible: true, pensionAge: 59, startsOn: '2026-02-01' }],
    ['later: from the day still',    '2026-09-09', { eligible: true, pensionAge: 59, startsOn: '2026-02-01' }],
  ])('%s', (_, date, expected) => {
    expect(answer({ ...old, date, birthDate: '1967-01-01' })).toMatchObject(expected);
  });

  test('the age of a disabled member is not tested', () => {
    expect(answer({ ...old, kind: 'disability', birthDate: '2000-01-01' })).toMatchObject({ eligible: true });
  });
});

describe('invalid requests', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['before the programme',        { ...old, date: '2015-06-30' },                         'date.outOfRange', 'date'],
    ['after the last day',          { ...old, date: '2200-12-31' },                         'date.outOfRange', 'date'],
    ['too young for the calendar',  { ...old, birthDate: '2190-01-01' },                    'date.outOfRange', 'birthDate'],
    ['survivor without membership', { ...old, kind: 'child', months: 179 },                 'input.missing',   'membershipMonths'],
    ['no average wage',             { ...old, averageWage: 0 },                             'input.range',     'averageWage'],
    ['a wage too large',            { ...old, months: 1_200, averageWage: 2 ** 53 - 1 },    'input.range',     'averageWage'],
    ['an unknown kind',             { ...old, kind: 'sibling' },                            'input.range',     'kind'],
  ])('%s', (_, input, code, path) => {
    expect(answer(input)).toMatchObject({ error: { code, path } });
  });
});

describe('explanation', () => {
  test('names the shares as known, the formula with its article, and the bounds of the first month', () => {
    expect(ask(widow).trace).toMatchObject({
      settled: false,
      citation: { law: 'PP 45/2015', article: 'Pasal 17' },
    });
    expect(ask(widow).trace?.parts).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: 'jp.survivor_shares', value: 500_000, confidence: 'known' }),
        expect.objectContaining({ id: 'jp.accrual', value: 10_000, confidence: 'quoted' }),
        expect.objectContaining({
          id: 'jp.formula',
          text: expect.objectContaining({ en: 'Pension = 1% × 180/12 × Rp 5.000.000 × 50% = Rp 375.000' }),
          rounding: 'halfUp',
        }),
        expect.objectContaining({ kind: 'result', rule: 'jp.bounds', on: '2025-07-01' }),
        expect.objectContaining({ id: 'jp.survivor_minimum', changesResult: true, otherwise: 375_000 }),
      ]),
    );
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // case                                        input                                                     open                          changes           otherwise
    ['old age at the minimum: nothing',            { ...old, averageWage: 1_000_000 },                       [],                           [],               []],
    ['disability at the minimum: nothing',         { ...old, kind: 'disability', averageWage: 1_000_000 },   [],                           [],               []],
    ['a widow at the minimum as it is',            { ...widow, averageWage: 5_329_333 },                     ['jp.survivor_minimum'],      [false],          [399_700]],
    ['a widow one rupiah below it',                { ...widow, averageWage: 5_329_320 },                     ['jp.survivor_minimum'],      [true],           [399_699]],
    ['a child raised to it',                       { ...widow, kind: 'child' },                              ['jp.survivor_minimum'],      [true],           [375_000]],
    ['a parent raised to it',                      { ...widow, kind: 'parent' },                             ['jp.survivor_minimum'],      [true],           [150_000]],
    ['a widow held to the maximum',                { ...widow, averageWage: 90_000_000 },                    ['jp.survivor_minimum'],      [false],          [4_792_300]],
    ['the age rose after it was reached',          { ...old, birthDate: '1966-12-31' },                      ['jp.risen_age'],             [true],           [{ pensionAge: 59 }]],
    ['the age had risen already',                  { ...old, date: '2026-01-01', birthDate: '1967-01-01' },  [],                           [],               []],
  ] as const)('open: %s', (_, input, open, changes, otherwise) => {
    const found = ask(input).trace?.parts.filter((part) => part.kind === 'uncertainty') ?? [];
    expect(found.map(({ id }) => id)).toEqual(open);
    expect(found.map(({ changesResult }) => changesResult)).toEqual(changes);
    expect(found.map((part) => part.otherwise)).toEqual(otherwise);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // case                              input                                                              finding            applies  because          place                          confidence
    ['too few months',                   { ...old, months: 179 },                                           'jp.vesting',       false,  'months',         'PP 45/2015 Pasal 24',  'quoted'],
    ['disabled, deemed',                 { ...widow, kind: 'disability' },                                  'jp.deemed_months', true,   'met',            'PP 45/2015 Pasal 20',  'known'],
    ['disabled, too thin',               { ...widow, kind: 'disability', membershipMonths: 76 },            'jp.deemed_months', false,  'density',        'PP 45/2015 Pasal 20',  'known'],
    ['widow, deemed',                    widow,                                                             'jp.deemed_months', true,   'met',            'Permenaker 29/2015 Pasal 26',  'quoted'],
    ['widow, too new',                   { ...widow, months: 11, membershipMonths: 11 },                    'jp.deemed_months', false,  'membership',     'Permenaker 29/2015 Pasal 26',  'quoted'],
    ['young enough to wait',             { ...old, birthDate: '1980-01-01' },                               'jp.pensionAge',    false,  'jp.pensionAge',  'PP 45/2015 Pasal 15',  'quoted'],
    ['old enough',                       { ...old, birthDate: '1966-12-31' },                               'jp.pensionAge',    true,   'met',            'PP 45/2015 Pasal 15',  'quoted'],
  ] as const)('%s: with its article', (_, input, id, applies, because, place, confidence) => {
    const [law, article] = place.split(/ (?=Pasal)/);
    expect(ask(input).trace?.parts).toContainEqual(
      expect.objectContaining({ id, applies, because, citation: { law, article }, confidence }),
    );
  });

  test('an old-age pension within known bounds is settled; one of a member who met a lower age is not', () => {
    expect(ask(old).trace).toMatchObject({ settled: true });
    expect(ask({ ...old, birthDate: '1966-12-31' }).trace?.parts).toContainEqual(
      expect.objectContaining({ kind: 'uncertainty', id: 'jp.risen_age', otherwise: { pensionAge: 59 } }),
    );
  });
});
