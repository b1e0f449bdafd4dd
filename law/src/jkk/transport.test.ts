import { day, rupiah } from '@payung/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerRequest } from '../engine/run.ts';
import { benefitJkkTransport } from './rule.ts';
import { accidentTransport } from './transport.ts';

const carried = (date: string, land: number, sea: number, air: number) =>
  accidentTransport({ date: day(date), land: rupiah(land), sea: rupiah(sea), air: rupiah(air) });

// biome-ignore format: aligned table of cases
test.each([
  // case                              date          land       sea        air          paid: land, sea, air
  ['nothing was spent',               '2024-06-01',         0,         0,          0,  [        0,         0,          0]],
  ['old law, at each cap',            '2019-12-01', 1_000_000, 1_500_000,  2_500_000,  [1_000_000, 1_500_000,  2_500_000]],
  ['old law, above each cap',         '2019-12-01', 1_000_001, 1_500_001,  2_500_001,  [1_000_000, 1_500_000,  2_500_000]],
  ['PP 82/2019, at each cap',         '2019-12-02', 5_000_000, 2_000_000, 10_000_000,  [5_000_000, 2_000_000, 10_000_000]],
  ['PP 82/2019, above each cap',      '2019-12-02', 5_000_001, 2_000_001, 10_000_001,  [5_000_000, 2_000_000, 10_000_000]],
  ['one mode lends the other nothing', '2024-06-01',        0, 9_000_000,          0,  [        0, 2_000_000,          0]],
] as const)('%s', (_, date, land, sea, air, paid) => {
  const [byLand, bySea, byAir] = paid;
  const total = byLand + bySea + byAir;
  expect(carried(date, land, sea, air).value).toEqual({
    eligible: true,
    land: byLand,
    sea: bySea,
    air: byAir,
    total,
  });
});

test('parts sum to the total, none is negative or more than it cost', () => {
  const cost = fc.integer({ min: 0, max: 20_000_000 });
  fc.assert(
    fc.property(cost, cost, cost, fc.constantFrom('2019-12-01', '2019-12-02'), (a, b, c, date) => {
      const { land, sea, air, total } = carried(date, a, b, c).value;
      expect(land + sea + air).toBe(total);
      expect(land >= 0 && land <= a && sea >= 0 && sea <= b && air >= 0 && air <= c).toBe(true);
    }),
  );
});

test('the explanation names each cap and what was cut', () => {
  const { trace } = carried('2024-06-01', 6_200_000, 0, 9_000_000);
  const read = trace.parts.filter((part) => part.kind === 'parameter');
  expect(read.map(({ id, value, citation }) => [id, value, citation.law, citation.article])).toEqual([
    ['jkk.benefit.transport_cap.land', 5_000_000, 'PP 82/2019', 'Lampiran III'],
    ['jkk.benefit.transport_cap.sea', 2_000_000, 'PP 82/2019', 'Lampiran III'],
    ['jkk.benefit.transport_cap.air', 10_000_000, 'PP 82/2019', 'Lampiran III'],
  ]);
  const steps = trace.parts.filter((part) => part.kind === 'step').map(({ text }) => text.en);
  expect(steps).toEqual([
    'By land: Rp 6.200.000, paid up to the cap of Rp 5.000.000',
    'By sea: Rp 0',
    'By air: Rp 9.000.000',
  ]);
  expect(trace.settled).toBe(true);
});

// biome-ignore format: aligned table of cases
test.each([
  // case                           input                                       code               path
  ['no day',                        { land: 1 },                                'input.missing',   'date'],
  ['a cost below zero',             { date: '2024-06-01', sea: -1 },            'input.range',     'sea'],
  ['a cost with a fraction',        { date: '2024-06-01', air: 0.5 },           'input.type',      'air'],
  ['the day before the programme',  { date: '2015-06-30' },                     'date.outOfRange', 'date'],
  ['another mode',                  { date: '2024-06-01', rail: 1 },            'input.unknown',   'rail'],
] as const)('invalid: %s', (_, input, code, path) => {
  const rules = new Map([[benefitJkkTransport.id, benefitJkkTransport]]);
  expect(answerRequest(rules, benefitJkkTransport.id, input)).toMatchObject({ answer: { error: { code, path } } });
});
