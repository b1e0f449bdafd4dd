import { day, rupiah } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerRequest } from '../engine/run.ts';
import { rehabilitation } from './rehabilitation.ts';
import { benefitJkkRehabilitation } from './rule.ts';

const rules = new Map([[benefitJkkRehabilitation.id, benefitJkkRehabilitation]]);
const ask = (input: unknown) => answerRequest(rules, benefitJkkRehabilitation.id, input);

// biome-ignore format: aligned table of cases
test.each([
  // case                                      input                                                                                device       medical     total
  ['a prosthesis at 140 % of its price',       { date: '2024-06-01', referencePrice: 10_000_000 },                                  14_000_000,          0, 14_000_000],
  ['with medical rehabilitation',              { date: '2024-06-01', referencePrice: 10_000_000, medicalRehabilitation: 2_500_000 }, 14_000_000, 2_500_000, 16_500_000],
  ['medical rehabilitation alone',             { date: '2024-06-01', medicalRehabilitation: 2_500_000 },                                    0, 2_500_000,  2_500_000],
  ['nothing',                                  { date: '2024-06-01' },                                                                      0,         0,          0],
  ['the first day of the programme',           { date: '2015-07-01', referencePrice: 1_000_000 },                                    1_400_000,         0,  1_400_000],
  ['the last day of the old law',              { date: '2019-12-01', referencePrice: 1_000_000 },                                    1_400_000,         0,  1_400_000],
  ['a fraction below half is dropped: 1.4',    { date: '2024-06-01', referencePrice: 1 },                                                    1,         0,          1],
  ['a fraction above half goes up: 2.8',       { date: '2024-06-01', referencePrice: 2 },                                                    3,         0,          3],
  ['the real cost above the price',            { date: '2024-06-01', referencePrice: 1_000_000, deviceCost: 2_000_000 },             1_400_000,         0,  1_400_000],
] as const)('%s', (_, input, device, medicalRehabilitation, total) => {
  expect(ask(input).answer).toEqual({
    eligible: true,
    device,
    medicalRehabilitation,
    total,
    inKind: ['returnToWork'],
  });
});

test('parts sum to the total, none is negative, and a higher price never lowers it', () => {
  const amount = fc.integer({ min: 0, max: 500_000_000 });
  fc.assert(
    fc.property(amount, amount, fc.constantFrom('2019-12-01', '2019-12-02'), (price, medical, date) => {
      const at = (referencePrice: number) =>
        rehabilitation({
          date: day(date),
          referencePrice: rupiah(referencePrice),
          medicalRehabilitation: rupiah(medical),
        }).value;
      const { device, medicalRehabilitation, total } = at(price);
      expect(device + medicalRehabilitation).toBe(total);
      expect(medicalRehabilitation).toBe(medical);
      expect(device).toBeGreaterThanOrEqual(price);
      expect(at(price + 1).total).toBeGreaterThanOrEqual(total);
    }),
  );
});

describe('the explanation', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case        date          law           confidence
    ['old law',    '2019-12-01', 'PP 44/2015', 'known'],
    ['PP 82/2019', '2019-12-02', 'PP 82/2019', 'quoted'],
  ])('names the factor and the help in kind, %s', (_, date, law, confidence) => {
    const { trace } = ask({ date, referencePrice: 10_000_000, medicalRehabilitation: 500_000 });
    expect(trace?.parts).toMatchObject([
      { id: 'jkk.benefit.rehab_factor', value: 1_400_000, citation: { law, article: 'Lampiran III' }, confidence, text: { id: 'Orthese dan prothese: 140% dari harga patokan' } },
      { text: { id: 'Orthese atau prothese = Rp 10.000.000 × 140%' }, value: 14_000_000, rounding: 'halfUp' },
      { text: { en: 'Medical rehabilitation: Rp 500.000' } },
      { id: 'jkk.benefit.return_to_work', value: 'inKind', citation: { law } },
    ]);
    expect(trace?.parts[3]).not.toHaveProperty('citation.article');
    expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // case                                    cost        otherwise
    ['the cost is not known',                  undefined,  undefined],
    ['it cost what the law says',              1_400_000,  undefined],
    ['it cost a rupiah less',                  1_399_999,  1_399_999 + 500_000],
    ['it cost nothing',                                0,  500_000],
    ['it cost more',                           1_400_001,  undefined],
  ])('price or cap is open if the device was cheaper: %s', (_, deviceCost, otherwise) => {
    const input = { date: '2024-06-01', referencePrice: 1_000_000, deviceCost, medicalRehabilitation: 500_000 };
    const { trace } = ask(input);
    const open = trace?.parts.filter((part) => part.kind === 'uncertainty');
    expect(open?.map((part) => part.otherwise)).toEqual(otherwise === undefined ? [] : [otherwise]);
    expect(trace?.settled).toBe(otherwise === undefined);
  });
});

// biome-ignore format: aligned table of cases
test.each([
  // case                              input                                                  code               path
  ['no day',                           { referencePrice: 1 },                                 'input.missing',   'date'],
  ['the day before the programme',     { date: '2015-06-30', referencePrice: 1 },             'date.outOfRange', 'date'],
  ['a cost without its reference',     { date: '2024-06-01', deviceCost: 1 },                 'input.missing',   'referencePrice'],
  ['a price below zero',               { date: '2024-06-01', referencePrice: -1 },            'input.range',     'referencePrice'],
  ['a price beyond any payment',       { date: '2024-06-01', referencePrice: 10 ** 15 },      'input.range',     'referencePrice'],
  ['a cost beyond any payment',        { date: '2024-06-01', medicalRehabilitation: 2 * 10 ** 15 }, 'input.range', 'medicalRehabilitation'],
  ['a cost as text',                   { date: '2024-06-01', medicalRehabilitation: '1' },    'input.type',      'medicalRehabilitation'],
  ['another field',                    { date: '2024-06-01', wage: 1 },                       'input.unknown',   'wage'],
] as const)('invalid: %s', (_, input, code, path) => {
  expect(ask(input)).toMatchObject({ answer: { error: { code, path } } });
});
