import { day, rupiah } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerRequest } from '../engine/run.ts';
import { CARE_COSTS, type CareInput, medicalCare } from './care.ts';
import { benefitJkkCare } from './rule.ts';

const NOTHING = Object.fromEntries(CARE_COSTS.map((name) => [name, 0]));
const ask = (input: unknown) =>
  answerRequest(new Map([[benefitJkkCare.id, benefitJkkCare]]), benefitJkkCare.id, input);

// biome-ignore format: aligned table of cases
test.each([
  // case                                        date          asked for                                           paid
  ['treatment has no cap',                      '2024-06-01', { treatment: 900_000_000 },                         { treatment: 900_000_000 }],
  ['treatment in a class above I',              '2024-06-01', { treatment: 9_000_000, classOneCost: 5_000_000 },  { treatment: 5_000_000 }],
  ['class I cost more than was charged',        '2024-06-01', { treatment: 4_000_000, classOneCost: 5_000_000 },  { treatment: 4_000_000 }],
  ['treatment, first day of the programme',     '2015-07-01', { treatment: 7_000_000 },                           { treatment: 7_000_000 }],
  ['diagnostics have no cap',                   '2019-12-02', { diagnosis: 40_000_000 },                          { diagnosis: 40_000_000 }],
  ['dentures at the cap',                       '2019-12-02', { dentures: 5_000_000 },                            { dentures: 5_000_000 }],
  ['dentures above the cap',                    '2019-12-02', { dentures: 5_000_001 },                            { dentures: 5_000_000 }],
  ['dentures at the old cap',                   '2019-12-01', { dentures: 3_000_000 },                            { dentures: 3_000_000 }],
  ['dentures above the old cap',                '2019-12-01', { dentures: 3_000_001 },                            { dentures: 3_000_000 }],
  ['a hearing aid at the cap',                  '2019-12-02', { hearingAid: 2_500_000 },                          { hearingAid: 2_500_000 }],
  ['a hearing aid above the cap',               '2019-12-02', { hearingAid: 2_500_001 },                          { hearingAid: 2_500_000 }],
  ['glasses at the cap',                        '2019-12-02', { glasses: 1_000_000 },                             { glasses: 1_000_000 }],
  ['glasses above the cap',                     '2019-12-02', { glasses: 1_000_001 },                             { glasses: 1_000_000 }],
  ['one cost lends the other nothing',          '2024-06-01', { dentures: 1_000_000, glasses: 2_000_000 },        { dentures: 1_000_000, glasses: 1_000_000 }],
  ['what was no benefit yet beside what was',   '2019-12-01', { treatment: 2_000_000, glasses: 800_000 },         { treatment: 2_000_000 }],
  ['nothing was spent',                         '2024-06-01', {},                                                 {}],
  ['nothing was spent before PP 82/2019',       '2019-12-01', { glasses: 0 },                                     {}],
] as const)('%s', (_, date, asked, paid) => {
  const total = Object.values(paid).reduce((left, right) => left + right, 0);
  expect(ask({ date, ...asked }).answer).toEqual({ eligible: true, ...NOTHING, ...paid, total });
});

// biome-ignore format: aligned table of cases
test.each([
  ['glasses',                   { glasses: 500_000 }],
  ['a hearing aid',             { hearingAid: 500_000 }],
  ['diagnostics',               { diagnosis: 500_000 }],
  ['all of them',               { glasses: 1, hearingAid: 1, diagnosis: 1 }],
])('before PP 82/2019 %s are no benefit, and the finding says which law brought them', (_, asked) => {
  const { answer, trace } = ask({ date: '2019-12-01', ...asked });
  expect(answer).toEqual({ eligible: false, because: ['jkk.care.notYet'] });
  const found = trace?.parts.filter((part) => part.kind === 'finding');
  expect(found?.map(({ id }) => id).sort()).toEqual(Object.keys(asked).map((name) => `jkk.care.${name}`).sort());
  for (const finding of found ?? []) {
    expect(finding).toMatchObject({
      applies: false,
      because: 'jkk.care.notYet',
      confidence: 'quoted',
      citation: { law: 'PP 82/2019', article: 'Lampiran III' },
    });
  }
});

test('parts sum to the total; none is negative, more than it cost, or less when it cost more', () => {
  const cost = fc.integer({ min: 0, max: 10_000_000 }).map(rupiah);
  const costs = fc.record({
    treatment: cost,
    classOneCost: cost,
    diagnosis: cost,
    dentures: cost,
    hearingAid: cost,
    glasses: cost,
    date: fc.constantFrom('2015-07-01', '2019-12-01', '2019-12-02').map(day),
    careDate: fc.constantFrom('2019-12-02', '2024-06-01').map(day),
    abroad: fc.boolean(),
  });
  const paidFor = (input: CareInput) => {
    const { value } = medicalCare(input);
    return value.eligible ? value : { ...value, ...input, ...NOTHING, total: 0 };
  };
  fc.assert(
    fc.property(costs, fc.constantFrom(...CARE_COSTS), (input, name) => {
      const paid = paidFor(input);
      expect(CARE_COSTS.reduce((total, one) => total + paid[one], 0)).toBe(paid.total);
      for (const one of CARE_COSTS) expect(paid[one] >= 0 && paid[one] <= input[one]).toBe(true);
      expect(paidFor({ ...input, [name]: rupiah(input[name] + 1) }).total).toBeGreaterThanOrEqual(paid.total);
    }),
  );
});

describe('the explanation', () => {
  test('names the class, each cap that was used and no other, and what was cut', () => {
    const { trace } = ask({ date: '2024-06-01', treatment: 7_500_000, dentures: 6_000_000 });
    const read = trace?.parts.filter((part) => part.kind === 'parameter');
    expect(read?.map(({ id, value, citation, confidence }) => [id, value, citation.law, confidence])).toEqual(
      [
        ['jkk.benefit.care_class', 'I', 'PP 82/2019', 'quoted'],
        ['jkk.benefit.denture_cap', 5_000_000, 'PP 82/2019', 'quoted'],
      ],
    );
    const steps = trace?.parts.filter((part) => part.kind === 'step').map(({ text }) => text.id);
    expect(steps).toEqual([
      'Pengobatan dan perawatan: Rp 7.500.000',
      'Gigi tiruan: Rp 6.000.000, dibayar sampai batas Rp 5.000.000',
    ]);
    expect(trace?.text.id).toBe('Pelayanan kesehatan JKK: Rp 12.500.000');
    expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // case                                       input                                                           open                                  settled
    ['at home',                                   { date: '2024-06-01', treatment: 1 },                           [],                                   true],
    ['abroad',                                    { date: '2024-06-01', treatment: 1, abroad: true },             [['jkk.care_abroad', 0]],             false],
    ['abroad without a cost',                     { date: '2024-06-01', abroad: true },                           [['jkk.care_abroad', 0]],             true],
    ['the old cap on dentures is not established', { date: '2019-12-01', dentures: 1 },                           [['jkk.dentures_cap', null]],         false],
    ['glasses on the last day of the old law',    { date: '2019-11-01', careDate: '2019-12-01', glasses: 5 },     [],                                   true],
    ['glasses on the first day of the new law',   { date: '2019-11-01', careDate: '2019-12-02', glasses: 5 },     [['jkk.care_transition', 5]],         false],
    ['glasses above the cap of the new law',      { date: '2019-12-01', careDate: '2020-01-10', glasses: 2e6, treatment: 1 }, [['jkk.care_transition', 1_000_001]], false],
    ['treatment is the same under both laws',     { date: '2019-12-01', careDate: '2020-01-10', treatment: 5 },   [],                                   true],
    ['an accident under the new law',             { date: '2019-12-02', careDate: '2020-01-10', glasses: 5 },     [],                                   true],
    ['the new one is known',                      { date: '2019-12-02', dentures: 1 },                            [],                                   true],
    ['the old law without dentures',              { date: '2019-12-01', treatment: 1 },                           [],                                   true],
  ] as const)('%s', (_, input, open, settled) => {
    const { trace } = ask(input);
    const found = trace?.parts.filter((part) => part.kind === 'uncertainty');
    expect(found?.map(({ id, otherwise }) => [id, otherwise])).toEqual(open);
    expect(trace?.settled).toBe(settled);
  });
});

// biome-ignore format: aligned table of cases
test.each([
  // case                            input                                                  code               path
  ['no day',                         { treatment: 1 },                                      'input.missing',   'date'],
  ['the day before the programme',   { date: '2015-06-30', treatment: 1 },                  'date.outOfRange', 'date'],
  ['a cost below zero',              { date: '2024-06-01', glasses: -1 },                   'input.range',     'glasses'],
  ['a cost with a fraction',         { date: '2024-06-01', treatment: 0.5 },                'input.type',      'treatment'],
  ['a cost beyond any payment',      { date: '2024-06-01', diagnosis: 2 * 10 ** 15 },       'input.range',     'diagnosis'],
  ['class I without treatment',      { date: '2024-06-01', classOneCost: 1 },               'input.missing',   'treatment'],
  ['care before the accident',       { date: '2024-06-01', careDate: '2024-05-31' },         'input.combination', 'careDate'],
  ['abroad as a word',               { date: '2024-06-01', abroad: 'yes' },                 'input.type',      'abroad'],
  ['another cost',                   { date: '2024-06-01', wheelchair: 1 },                 'input.unknown',   'wheelchair'],
] as const)('invalid: %s', (_, input, code, path) => {
  expect(ask(input)).toMatchObject({ answer: { error: { code, path } } });
});
