import { day } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerRequest } from '../engine/run.ts';
import { type JkmInput, jkmBenefit } from './benefit.ts';
import { benefitJkm } from './rule.ts';

const worker: JkmInput = {
  date: day('2024-06-01'),
  segment: 'PU',
  memberships: 1,
  cause: 'other',
  active: true,
};

describe('amounts', () => {
  const of = (date: string, segment: JkmInput['segment'], membershipMonths: number, memberships: number) =>
    jkmBenefit({ ...worker, date: day(date), segment, membershipMonths, memberships }).value;

  // biome-ignore format: aligned table of cases
  test.each([
    // case                                           date          segment  months  n   santunan     berkala      funeral
    ['first day of the programme',                   '2015-07-01', 'PU',     0,      1,  16_200_000,  4_800_000,   3_000_000],
    ['last day of the old law',                      '2019-12-01', 'PU',     0,      1,  16_200_000,  4_800_000,   3_000_000],
    ['first day of PP 82/2019',                      '2019-12-02', 'PU',     0,      1,  20_000_000, 12_000_000,  10_000_000],
    ['a construction worker',                        '2019-12-02', 'JAKON',  0,      1,  20_000_000, 12_000_000,  10_000_000],
    ['BPU: last day without a waiting period',       '2025-02-28', 'BPU',    0,      1,  20_000_000, 12_000_000,  10_000_000],
    ['BPU: first day, 0 months',                     '2025-03-01', 'BPU',    0,      1,           0,          0,  10_000_000],
    ['BPU: 2 completed months',                      '2025-03-01', 'BPU',    2,      1,           0,          0,  10_000_000],
    ['BPU: 3 completed months',                      '2025-03-01', 'BPU',    3,      1,  20_000_000, 12_000_000,  10_000_000],
    ['the waiting period is not for PU',             '2025-03-01', 'PU',     2,      1,  20_000_000, 12_000_000,  10_000_000],
    ['nor for construction workers',                 '2025-03-01', 'JAKON',  2,      1,  20_000_000, 12_000_000,  10_000_000],
    ['two memberships, last day: everything twice',  '2025-02-28', 'PU',     9,      2,  40_000_000, 24_000_000,  20_000_000],
    ['two memberships, first day: one funeral',      '2025-03-01', 'PU',     9,      2,  40_000_000, 24_000_000,  10_000_000],
    ['BPU waiting with two memberships',             '2025-03-01', 'BPU',    2,      2,           0,          0,  10_000_000],
  ] as const)('%s', (_, date, segment, months, n, santunan, berkala, funeral) => {
    const total = santunan + berkala + funeral;
    expect(of(date, segment, months, n)).toEqual({ eligible: true, santunan, berkala, funeral, total });
  });

  test('parts sum to the total, none is negative, and more months or memberships never lower it', () => {
    const segment = fc.constantFrom<JkmInput['segment']>('PU', 'BPU', 'JAKON');
    const date = fc.constantFrom('2019-12-01', '2019-12-02', '2025-02-28', '2025-03-01');
    const count = fc.integer({ min: 0, max: 5 });
    fc.assert(
      fc.property(segment, date, count, count, (of_, on, months, others) => {
        const at = (m: number, n: number) => {
          const value = of(on, of_, m, n);
          if (!value.eligible) throw new RangeError('not eligible');
          expect(value.santunan + value.berkala + value.funeral).toBe(value.total);
          expect(Math.min(value.santunan, value.berkala, value.funeral)).toBeGreaterThanOrEqual(0);
          return value.total;
        };
        const total = at(months, others + 1);
        expect(at(months + 1, others + 1)).toBeGreaterThanOrEqual(total);
        expect(at(months, others + 2)).toBeGreaterThanOrEqual(total);
      }),
    );
  });
});

test.each([
  ['a work accident', { cause: 'workAccident' }, ['jkm.workAccident']],
  ['an inactive membership', { active: false }, ['membership.inactive']],
  ['both', { cause: 'workAccident', active: false }, ['jkm.workAccident', 'membership.inactive']],
] as const)('not eligible with all reasons, and no amount is read: %s', (_, change, because) => {
  const { value, trace } = jkmBenefit({ ...worker, ...change });
  expect(value).toEqual({ eligible: false, because });
  expect(trace.parts).toMatchObject(because.map((reason) => ({ kind: 'finding', because: reason })));
});

describe('the explanation', () => {
  test('names every parameter with value, article and confidence', () => {
    const { trace } = jkmBenefit({ ...worker, date: day('2025-07-20'), segment: 'BPU', membershipMonths: 2 });
    const read = trace.parts.filter((part) => part.kind === 'parameter');
    // biome-ignore format: aligned table of cases
    expect(read.map(({ id, value, citation, confidence }) => [id, value, citation.law, citation.article, confidence])).toEqual([
      ['jkm.benefit.santunan_kematian',    20_000_000, 'PP 82/2019',                               'Pasal 34',            'quoted'],
      ['jkm.benefit.berkala',              12_000_000, 'PP 82/2019',                               'Pasal 34',            'quoted'],
      ['jkm.benefit.funeral',              10_000_000, 'PP 82/2019',                               'Pasal 34',            'quoted'],
      ['jkm.bpu.min_months_full_benefit',           3, 'Permenaker 5/2021 jo. Permenaker 1/2025',  'Pasal 97A ayat (2)',  'quoted'],
    ]);
    const finding = trace.parts.find((part) => part.kind === 'finding');
    expect(finding).toMatchObject({ applies: true, because: 'membershipMonths' });
    expect(finding?.text.en).toBe('BPU member for 2 months, fewer than 3: the funeral only');
    expect(trace.citation).toEqual({ law: 'PP 44/2015', article: 'Pasal 34' });
    expect(trace.settled).toBe(true);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // case                                           input                                                                      settled  open
    ['the day before the two open months',            { date: '2025-01-31', segment: 'BPU', membershipMonths: 2 },              true,    []],
    ['their first day: perhaps the funeral only',     { date: '2025-02-24', segment: 'BPU', membershipMonths: 2 },              false,   [['jkm.permenaker_1_2025_day', 10_000_000]]],
    ['the months are not known',                      { date: '2025-02-28', segment: 'BPU' },                                   false,   [['jkm.permenaker_1_2025_day', null]]],
    ['their last day: perhaps the full benefit',      { date: '2025-03-31', segment: 'BPU', membershipMonths: 2 },              false,   [['jkm.permenaker_1_2025_day', 42_000_000]]],
    ['the day after them',                            { date: '2025-04-01', segment: 'BPU', membershipMonths: 2 },              true,    []],
    ['no difference for 3 completed months',          { date: '2025-03-31', segment: 'BPU', membershipMonths: 3 },              true,    [['jkm.permenaker_1_2025_day', 42_000_000]]],
    ['nor for PU',                                    { date: '2025-02-24', segment: 'PU' },                                    true,    [['jkm.permenaker_1_2025_day', 42_000_000]]],
    ['several memberships, before',                   { date: '2025-02-24', segment: 'PU', memberships: 2 },                    false,   [['jkm.permenaker_1_2025_day', 74_000_000]]],
    ['several memberships, long after',               { date: '2025-09-01', segment: 'PU', memberships: 2 },                    false,   [['jkm.memberships', 84_000_000]]],
    ['several memberships, long before',              { date: '2025-01-31', segment: 'PU', memberships: 2 },                    true,    []],
  ] as const)('open questions: %s', (_, input, settled, open) => {
    const { trace } = benefitJkm.answer(input);
    const found = trace.parts.filter((part) => part.kind === 'uncertainty');
    expect(found.map(({ id, otherwise }) => [id, otherwise])).toEqual(open);
    expect(trace.settled).toBe(settled);
  });

  test('is plain JSON', () => {
    const { trace } = jkmBenefit(worker);
    expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
  });
});

// biome-ignore format: aligned table of cases
test.each([
  // case                                  input                                                            code                 path
  ['no day',                               { segment: 'PU' },                                               'input.missing',     'date'],
  ['a day that does not exist',            { segment: 'PU', date: '2025-02-29' },                           'input.format',      'date'],
  ['the day before the programme',         { segment: 'PU', date: '2015-06-30' },                           'date.outOfRange',   'date'],
  ['… and not eligible besides',           { segment: 'PU', date: '2015-06-30', active: false },            'date.outOfRange',   'date'],
  ['no segment',                           { date: '2025-07-20' },                                          'input.missing',     'segment'],
  ['a segment without JKM of PP 44/2015',  { date: '2025-07-20', segment: 'PMI' },                          'input.range',       'segment'],
  ['no membership',                        { date: '2025-07-20', segment: 'PU', memberships: 0 },           'input.range',       'memberships'],
  ['more memberships than can be paid',    { date: '2025-07-20', segment: 'PU', memberships: 10 ** 9 },     'input.range',       'memberships'],
  ['active as a word',                     { date: '2025-07-20', segment: 'PU', active: 'yes' },            'input.type',        'active'],
  ['BPU without months, first day',        { date: '2025-03-01', segment: 'BPU' },                          'input.missing',     'membershipMonths'],
  ['BPU without months, not eligible',     { date: '2025-03-01', segment: 'BPU', active: false },           'input.missing',     'membershipMonths'],
  ['a field of another rule',              { date: '2025-07-20', segment: 'PU', wage: 1 },                  'input.unknown',     'wage'],
] as const)('invalid: %s', (_, input, code, path) => {
  const rules = new Map([[benefitJkm.id, benefitJkm]]);
  expect(answerRequest(rules, 'benefit.jkm', input)).toMatchObject({ answer: { error: { code, path } } });
});
