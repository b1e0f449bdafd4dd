import { day } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerRequest } from '../engine/run.ts';
import { type ScholarshipInput, scholarship } from './benefit.ts';
import type { Child } from './child.ts';
import { benefitScholarship } from './rule.ts';

const rules = new Map([[benefitScholarship.id, benefitScholarship]]);
const free = { married: false, work: 'none' } as const;
const student: Child = { level: 'PT', yearsLeft: 2, ...free };
const pupil: Child = { level: 'SD', yearsLeft: 6, ...free };
const baby: Child = { level: 'belowSchool', ...free };

const of = (change: Partial<ScholarshipInput> & { date?: ScholarshipInput['date'] }) => {
  const date = change.date ?? day('2024-06-01');
  return scholarship({ trigger: 'jkkDeath', children: [pupil], asOf: date, ...change, date });
};

describe('years left at a level, and every higher level in full', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // level          left  this year   remaining
    ['belowSchool',   0,             0,  87_000_000],
    ['TK',            2,     1_500_000,  87_000_000],
    ['TK',            1,     1_500_000,  85_500_000],
    ['SD',            6,     1_500_000,  84_000_000],
    ['SD',            1,     1_500_000,  76_500_000],
    ['SMP',           3,     2_000_000,  75_000_000],
    ['SMP',           1,     2_000_000,  71_000_000],
    ['SMA',           3,     3_000_000,  69_000_000],
    ['SMA',           1,     3_000_000,  63_000_000],
    ['PT',            5,    12_000_000,  60_000_000],
    ['PT',            1,    12_000_000,  12_000_000],
  ] as const)('%s, %i left', (level, yearsLeft, yearAmount, remaining) => {
    const child: Child = level === 'belowSchool' ? baby : { level, yearsLeft, ...free };
    const { value, trace } = of({ children: [child] });
    expect(value).toEqual({
      eligible: true,
      children: [{ eligible: true, yearAmount, remaining }],
      yearTotal: yearAmount,
      total: remaining,
    });
    expect(trace.settled).toBe(true);
  });
});

describe('the contribution period of JKM, and one sum before PP 82/2019', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                      trigger              date          months  year total   total
    ['first day of the programme',              'jkkDeath',          '2015-07-01', 0,      12_000_000,  12_000_000],
    ['last day of the old law',                 'jkkDeath',          '2019-12-01', 0,      12_000_000,  12_000_000],
    ['first day of PP 82/2019',                 'jkkDeath',          '2019-12-02', 0,       3_000_000, 168_000_000],
    ['a disability needs no period either',     'jkkTotalDisability', '2019-12-02', 0,      3_000_000, 168_000_000],
    ['old law: 59 months',                      'jkmDeath',          '2019-12-01', 59,             0,           0],
    ['old law: 60 months',                      'jkmDeath',          '2019-12-01', 60,     12_000_000,  12_000_000],
    ['new law: 35 months',                      'jkmDeath',          '2019-12-02', 35,             0,           0],
    ['new law: 36 months',                      'jkmDeath',          '2019-12-02', 36,      3_000_000, 168_000_000],
  ] as const)('%s', (_, trigger, date, contributionMonths, yearTotal, total) => {
    const { value } = of({ trigger, date: day(date), contributionMonths, children: [pupil, pupil] });
    expect(value).toMatchObject({ eligible: total > 0, yearTotal, total });
    expect(value.because).toEqual(total > 0 ? undefined : ['scholarship.contributionPeriod']);
  });

  test('all reasons are listed, for the member and for each child', () => {
    const child: Child = { ...student, birthDate: day('2000-01-01'), married: true, work: 'BPU' };
    expect(of({ trigger: 'jkmDeath', contributionMonths: 35, children: [child, pupil] }).value).toEqual({
      eligible: false,
      because: ['scholarship.contributionPeriod'],
      children: [
        {
          eligible: false,
          because: [
            'scholarship.contributionPeriod',
            'scholarship.age',
            'scholarship.married',
            'scholarship.working',
          ],
          yearAmount: 0,
          remaining: 0,
        },
        { eligible: false, because: ['scholarship.contributionPeriod'], yearAmount: 0, remaining: 0 },
      ],
      yearTotal: 0,
      total: 0,
    });
    expect(of({ trigger: 'jkmDeath', contributionMonths: 35, children: [child] }).value.because).toEqual([
      'scholarship.contributionPeriod',
      'scholarship.noEligibleChild',
    ]);
  });
});

describe('a child drops out', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                       as of         child                                   because
    ['the day before the 23rd birthday',         '2026-05-09', { birthDate: day('2003-05-10') },        undefined],
    ['the 23rd birthday',                        '2026-05-10', { birthDate: day('2003-05-10') },        'scholarship.age'],
    ['born on 29 February: the 27th',            '2027-02-27', { birthDate: day('2004-02-29') },        undefined],
    ['born on 29 February: the 28th',            '2027-02-28', { birthDate: day('2004-02-29') },        'scholarship.age'],
    ['born after the claim',                     '2026-05-10', { birthDate: day('2026-09-01') },        undefined],
    ['married',                                  '2026-05-10', { married: true },                       'scholarship.married'],
    ['BPU, before Permenaker 1/2025',            '2025-02-28', { work: 'BPU' },                         'scholarship.working'],
    ['BPU, since',                               '2025-03-01', { work: 'BPU' },                         undefined],
    ['an internship, before',                    '2025-02-28', { work: 'internship' },                  'scholarship.working'],
    ['an internship, since',                     '2025-03-01', { work: 'internship' },                  undefined],
    ['PU for 6 months, before',                  '2025-02-28', { work: 'PU', workMonths: 6 },           'scholarship.working'],
    ['PU for 6 months, since',                   '2025-03-01', { work: 'PU', workMonths: 6 },           undefined],
    ['PU for 7 months, since',                   '2025-03-01', { work: 'PU', workMonths: 7 },           'scholarship.working'],
    ['BPU for 7 months, since',                  '2025-03-01', { work: 'BPU', workMonths: 7 },          undefined],
  ] as const)('%s', (_, asOf, change, reason) => {
    const { value } = of({ asOf: day(asOf), children: [{ ...student, ...change }] });
    expect(value.children[0]?.because).toEqual(reason === undefined ? undefined : [reason]);
    expect(value.because).toEqual(reason === undefined ? undefined : ['scholarship.noEligibleChild']);
    expect(value.total).toBe(reason === undefined ? 24_000_000 : 0);
  });

  test('and its place goes to the next one: the first two who are eligible, in the order given', () => {
    const { value } = of({ children: [{ ...student, married: true }, pupil, student, baby] });
    expect(value.children.map(({ because, remaining }) => [because, remaining])).toEqual([
      [['scholarship.married'], 0],
      [undefined, 84_000_000],
      [undefined, 24_000_000],
      [['scholarship.maxChildren'], 0],
    ]);
    expect(value.total).toBe(108_000_000);
  });

  test('no child at all is a refusal, not an error', () => {
    expect(of({ children: [] }).value).toMatchObject({
      eligible: false,
      because: ['scholarship.noEligibleChild'],
      total: 0,
    });
  });
});

// biome-ignore format: aligned table of cases
test.each([
  // case                                  input                                                                          code                 path
  ['the day before the programme',        { date: '2015-06-30' },                                                        'date.outOfRange',   'date'],
  ['a claim before the event',            { asOf: '2024-05-31' },                                                        'input.combination', 'asOf'],
  ['a trigger of another rule',           { trigger: 'pmiDeath' },                                                       'input.range',       'trigger'],
  ['a JKM death without months',          { trigger: 'jkmDeath' },                                                       'input.missing',     'contributionMonths'],
  ['no list of children',                 { children: undefined },                                                       'input.missing',     'children'],
  ['a child without a level',             { children: [{}] },                                                            'input.missing',     'children.0.level'],
  ['a level that does not exist',         { children: [{ level: 'S2', yearsLeft: 1 }] },                                 'input.range',       'children.0.level'],
  ['a level without years',               { children: [{ level: 'SD' }] },                                               'input.missing',     'children.0.yearsLeft'],
  ['no year left',                        { children: [{ level: 'SD', yearsLeft: 0 }] },                                 'input.range',       'children.0.yearsLeft'],
  ['no year left before school',         { children: [{ level: 'belowSchool', yearsLeft: 0 }] },                        'input.range',       'children.0.yearsLeft'],
  ['more years than SMA has, 2nd child',  { children: [{ level: 'belowSchool' }, { level: 'SMA', yearsLeft: 4 }] },      'input.range',       'children.1.yearsLeft'],
  ['more years than SD has, old law',     { date: '2019-12-01', children: [{ level: 'SD', yearsLeft: 7 }] },             'input.range',       'children.0.yearsLeft'],
  ['PU without months',                   { asOf: '2025-03-01', children: [{ level: 'PT', yearsLeft: 1, work: 'PU' }] }, 'input.missing',     'children.0.workMonths'],
  ['a kind of work that does not exist',  { children: [{ level: 'PT', yearsLeft: 1, work: 'ASN' }] },                    'input.range',       'children.0.work'],
  ['a field that a child does not have',  { children: [{ level: 'belowSchool', name: 'x' }] },                           'input.unknown',     'children.0.name'],
] as const)('invalid: %s', (_, change, code, path) => {
  const input = { trigger: 'jkkDeath', date: '2024-06-01', children: [], ...change };
  const { answer } = answerRequest(rules, benefitScholarship.id, input);
  expect(answer).toMatchObject({ error: { code, path } });
});

const anyChild: fc.Arbitrary<Child> = fc
  .tuple(
    fc.constantFrom('belowSchool', 'TK', 'SD', 'SMP', 'SMA', 'PT'),
    fc.integer({ min: 1, max: 2 }),
    fc.constantFrom<Partial<Pick<Child, 'married' | 'work' | 'workMonths'>>>(
      {},
      { married: true },
      { work: 'PU', workMonths: 7 },
      { work: 'BPU' },
    ),
    fc.integer({ min: 2000, max: 2024 }),
  )
  .map(([level, yearsLeft, change, year]) => {
    const about = { ...free, ...change, birthDate: day(`${year}-05-10`) };
    return level === 'belowSchool' ? { level, ...about } : { level, yearsLeft, ...about };
  });
const someDay = fc.constantFrom('2019-12-01', '2019-12-02', '2024-06-01').map(day);
const laterDays = fc.constantFrom('2025-02-28', '2025-03-01', '2026-05-09', '2026-05-10').map(day);

describe('properties', () => {
  test('nothing is negative, and the totals are the sums over the children, at most two of them', () => {
    fc.assert(
      fc.property(fc.array(anyChild, { maxLength: 5 }), laterDays, (children, asOf) => {
        const { value } = of({ children, asOf });
        const sumOf = (part: 'yearAmount' | 'remaining') =>
          value.children.reduce((all, child) => all + child[part], 0);
        expect(value.yearTotal).toBe(sumOf('yearAmount'));
        expect(value.total).toBe(sumOf('remaining'));
        expect(value.children.filter(({ eligible }) => eligible).length).toBeLessThanOrEqual(2);
        for (const { eligible, because, yearAmount, remaining } of value.children) {
          expect(yearAmount).toBeGreaterThanOrEqual(0);
          expect(remaining).toBeGreaterThanOrEqual(yearAmount);
          expect(remaining > 0).toBe(eligible);
          expect(because === undefined).toBe(eligible);
        }
      }),
    );
  });

  test('one more child never lowers what is paid', () => {
    fc.assert(
      fc.property(
        fc.array(anyChild, { maxLength: 4 }),
        anyChild,
        someDay,
        laterDays,
        (some, more, date, asOf) => {
          const total = (children: readonly Child[]) => of({ children, date, asOf }).value.total;
          expect(total([...some, more])).toBeGreaterThanOrEqual(total(some));
        },
      ),
    );
  });

  // With a third child a later day may raise it: an older one makes place. And Permenaker 1/2025 let working ones back in.
  test('a later claim with the same two children never raises it', () => {
    const year = fc.integer({ min: 2026, max: 2050 });
    fc.assert(
      fc.property(fc.array(anyChild, { maxLength: 2 }), someDay, year, year, (children, date, a, b) => {
        const total = (asOf: number) => of({ children, date, asOf: day(`${asOf}-05-10`) }).value.total;
        expect(total(Math.max(a, b))).toBeLessThanOrEqual(total(Math.min(a, b)));
      }),
    );
  });
});
