import { day, rupiah } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain, run } from '../rules.ts';
import type { Child } from '../scholarship/child.ts';
import { type CaseInput, caseBenefit } from './benefit.ts';

const pupil: Child = { level: 'SD', yearsLeft: 6, married: false, work: 'none' };
const widow = { kind: 'widow', months: 180, averageWage: rupiah(3_000_000) } as const;
const wage = { wage: rupiah(3_000_000) };

type Change = Partial<Omit<CaseInput, 'event'>> &
  (
    | { readonly event?: 'death' }
    | { readonly event: 'workAccidentDeath' | 'workAccidentTotalDisability'; readonly earnings: typeof wage }
  );

function of({ event = 'death', ...change }: Change) {
  const member = {
    date: day('2024-06-01'),
    segment: 'PU',
    memberships: 1,
    contributionMonths: 36,
    children: [],
    scholarshipBasis: 'projected',
    jhtBalance: rupiah(0),
    jpLumpSum: rupiah(0),
  } as const;
  return event === 'death'
    ? caseBenefit({ ...member, ...change, event })
    : caseBenefit({ ...member, ...change, event, earnings: wage });
}

describe('what an event pays', () => {
  const accident = { event: 'workAccidentDeath', earnings: wage } as const;
  const disabled = { event: 'workAccidentTotalDisability', earnings: wage } as const;
  const firstYear = { scholarshipBasis: 'firstYear', children: [pupil] } as const;

  // biome-ignore format: aligned table of cases
  test.each([
    // case                                              change                                                       jkk          jkm          scholarship
    ['a death',                                         {},                                                                   0,  42_000_000,           0],
    ['a death, last day of the old law',                { date: day('2019-12-01') },                                          0,  24_000_000,           0],
    ['a death with two memberships',                    { memberships: 2 },                                                   0,  84_000_000,           0],
    ['a BPU member waiting: the funeral',               { date: day('2026-06-01'), segment: 'BPU', membershipMonths: 2 },     0,  10_000_000,           0],
    ['a death with a child',                            { children: [pupil] },                                                0,  42_000_000,  84_000_000],
    ['a month short for the scholarship',               { children: [pupil], contributionMonths: 35 },                        0,  42_000_000,           0],
    ['a death, the first year of two children',         { ...firstYear, children: [pupil, pupil] },                           0,  42_000_000,   3_000_000],
    ['a death, old law: the sum is paid once',          { ...firstYear, date: day('2019-12-01'), contributionMonths: 60 },    0,  24_000_000,  12_000_000],
    ['a death at work: 48 × 3 m + 22 m',                accident,                                                   166_000_000,           0,           0],
    ['a death at work, old law: 48 × 3 m + 7.8 m',      { ...accident, date: day('2019-12-01') },                   151_800_000,           0,           0],
    ['a death at work needs no period for the child',   { ...accident, children: [pupil], contributionMonths: 0 },  166_000_000,           0,  84_000_000],
    ['two memberships count for JKM only',              { ...accident, memberships: 2 },                            166_000_000,           0,           0],
    ['a total disability: 56 × 3 m + 12 m',             disabled,                                                   180_000_000,           0,           0],
    ['a total disability with a child',                 { ...disabled, ...firstYear },                              180_000_000,           0,   1_500_000],
  ] as const)('%s', (_, change, jkk, jkm, scholarship) => {
    const total = jkk + jkm + scholarship;
    expect(of(change).value).toEqual({ eligible: true, jkk, jkm, scholarship, jht: 0, jpLumpSum: 0, total });
  });

  test('JHT and a lump sum of JP are added as they are given', () => {
    expect(of({ jhtBalance: rupiah(16_000_001), jpLumpSum: rupiah(2) }).value).toMatchObject({
      jht: 16_000_001,
      jpLumpSum: 2,
      total: 58_000_003,
    });
  });
});

describe('the monthly pension is outside the total', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                        change                                                                                     monthly
    ['the formula is below the lowest pension',   { jp: widow },                                                                             393_500],
    ['above it: 1 % × 15 × 9 m × 50 %',           { jp: { ...widow, averageWage: rupiah(9_000_000) } },                                      675_000],
    ['its bounds are not established',            { jp: widow, date: day('2026-06-01') },                                                    undefined],
    ['paid at once: too few months',              { jp: { ...widow, months: 11, membershipMonths: 11 } },                                    undefined],
    ['the pension age is not reached',            { jp: { ...widow, kind: 'oldAge', birthDate: day('1990-01-01') } },                        undefined],
  ] as const)('%s', (_, change, monthly) => {
    const { value } = of(change);
    expect(value.total).toBe(42_000_000);
    expect(value.jpMonthly).toBe(monthly);
    expect(value.jpAnnual).toBe(monthly === undefined ? undefined : 12 * monthly);
  });
});

describe('the explanation', () => {
  test('is composed of the rules, and adds only their sum', () => {
    const { trace } = of({ children: [pupil], jp: widow, jhtBalance: rupiah(1), jpLumpSum: rupiah(2) });
    expect(trace.parts).toMatchObject([
      { kind: 'result', rule: 'benefit.jkm', value: { total: 42_000_000 } },
      { kind: 'result', rule: 'benefit.scholarship', value: { total: 84_000_000 } },
      { kind: 'step', id: 'case.jht', value: 1, citation: { law: 'PP 46/2015', article: 'Pasal 26' } },
      { kind: 'step', id: 'case.jp', value: 2, citation: { law: 'PP 45/2015', article: 'Pasal 24' } },
      { kind: 'step', id: 'case.total', value: 126_000_003 },
      { kind: 'result', rule: 'benefit.jp.monthly', value: { monthly: 393_500 } },
      { kind: 'step', id: 'case.jp_annual', value: 4_722_000 },
    ]);
    const [, , , , sum] = trace.parts;
    expect(sum?.text.en).toBe(
      'JKM Rp 42.000.000 + scholarship Rp 84.000.000 + JHT Rp 1 + JP Rp 2 = Rp 126.000.003',
    );
    expect(trace.text.id).toBe('Seluruh manfaat: Rp 126.000.003, dan manfaat pensiun Rp 393.500 per bulan');
    expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
  });

  test('says why a work accident brings no JKM', () => {
    const { trace } = of({ event: 'workAccidentDeath', earnings: wage });
    expect(trace.parts).toMatchObject([
      { rule: 'benefit.jkk.death' },
      { id: 'case.jkm', applies: false, because: 'jkm.workAccident', citation: { law: 'UU 40/2004' } },
      { id: 'case.total' },
    ]);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // case                                            change                                                                    settled
    ['nothing is open',                               {},                                                                        true],
    ['the day of Permenaker 1/2025 in JKM',           { date: day('2025-03-01'), segment: 'BPU', membershipMonths: 2 },          false],
    ['the projection beyond the 23rd birthday',       { children: [{ ...pupil, birthDate: day('2005-01-01') }] },                false],
    ['the lowest pension for a survivor',             { jp: widow },                                                             false],
  ] as const)('is as settled as its parts: %s', (_, change, settled) => {
    expect(of(change).trace.settled).toBe(settled);
  });
});

describe('properties', () => {
  const input = fc.record({
    event: fc.constantFrom('death', 'workAccidentDeath', 'workAccidentTotalDisability'),
    date: fc.constantFrom('2019-12-01', '2019-12-02', '2025-02-28', '2025-03-01', '2026-11-20'),
    wage: fc.integer({ min: 1, max: 100_000_000 }),
    contributionMonths: fc.integer({ min: 34, max: 62 }),
    jhtBalance: fc.integer({ min: 0, max: 10 ** 12 }),
    jpLumpSum: fc.integer({ min: 0, max: 10 ** 12 }),
  });
  const children = fc.array(
    fc.record({
      level: fc.constantFrom('TK', 'SD', 'SMP', 'SMA', 'PT'),
      yearsLeft: fc.integer({ min: 1, max: 2 }),
      married: fc.boolean(),
    }),
    { maxLength: 3 },
  );
  const answer = (request: object) => {
    const found = run('benefit.case', { segment: 'PU', ...request });
    if ('error' in found) throw new RangeError(JSON.stringify(found));
    return found;
  };
  const amount = (value: unknown) => {
    if (typeof value !== 'number') throw new RangeError('no amount');
    return value;
  };

  test('the total is the sum of five amounts, none negative, and either JKK or JKM is paid', () => {
    fc.assert(
      fc.property(input, children, (request, list) => {
        const found = answer({ ...request, children: list });
        const parts = [found.jkk, found.jkm, found.scholarship, found.jht, found.jpLumpSum].map(amount);
        expect(parts.reduce((a, b) => a + b)).toBe(found.total);
        expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
        expect(amount(found.jkk) > 0).toBe(request.event !== 'death');
        expect(amount(found.jkm) > 0).toBe(request.event === 'death');
      }),
    );
  });

  test('one more child never lowers the total, and the first year is never above the projection', () => {
    fc.assert(
      fc.property(input, children, (request, list) => {
        const total = (count: number, scholarshipBasis: CaseInput['scholarshipBasis'] = 'projected') =>
          amount(answer({ ...request, children: list.slice(0, count), scholarshipBasis }).total);
        expect(total(3)).toBeGreaterThanOrEqual(total(2));
        expect(total(2)).toBeGreaterThanOrEqual(total(1));
        expect(total(3, 'firstYear')).toBeLessThanOrEqual(total(3));
      }),
    );
  });
});

// biome-ignore format: aligned table of cases
test.each([
  // case                                       input                                                                code                 path
  ['no event',                                 { event: undefined },                                               'input.missing',     'event'],
  ['an event of another rule',                 { event: 'rape' },                                                  'input.range',       'event'],
  ['the day before the programmes',            { date: '2015-06-30' },                                             'date.outOfRange',   'date'],
  ['a segment with a table of its own',        { segment: 'PMI' },                                                 'input.range',       'segment'],
  ['an accident without earnings',             { event: 'workAccidentDeath' },                                     'input.missing',     'wage'],
  ['an accident with both earnings',           { event: 'workAccidentDeath', wage: 1, bpuIncome: 1 },              'input.combination', 'bpuIncome'],
  ['a wage of nothing beside a death',         { wage: 0 },                                                        'input.range',       'wage'],
  ['a BPU death without months, new law',      { segment: 'BPU', date: '2026-06-01' },                             'input.missing',     'membershipMonths'],
  ['a death with a child, without months',     { children: [{ level: 'belowSchool' }] },                           'input.missing',     'contributionMonths'],
  ['a child that cannot be',                   { contributionMonths: 1, children: [{ level: 'PT', yearsLeft: 6 }] }, 'input.range',     'children.0.yearsLeft'],
  ['a balance above any',                      { jhtBalance: 2 ** 53 - 1 },                                        'input.range',       'jhtBalance'],
  ['a pension that is no object',              { jp: null },                                                       'input.type',        'jp'],
  ['a pension with a day of its own',          { jp: { kind: 'widow', date: '2024-06-01' } },                      'input.unknown',     'jp.date'],
  ['a pension without a wage',                 { jp: { kind: 'widow', months: 1 } },                               'input.missing',     'jp.averageWage'],
  ['a pension below 180 months',               { jp: { kind: 'widow', months: 1, averageWage: 1 } },               'input.missing',     'jp.membershipMonths'],
] as const)('invalid: %s', (_, change, code, path) => {
  const input = { event: 'death', date: '2024-06-01', segment: 'PU', ...change };
  expect(explain('benefit.case', input)).toMatchObject({ answer: { error: { code, path } } });
});
