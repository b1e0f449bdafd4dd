import { month, percent, rupiah } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain } from '../rules.ts';
import { jakonContribution } from './contribution.ts';

const may = month('2026-05');
const onContract = (value: number, at = may) => jakonContribution({ contractValue: rupiah(value) }, at).value;

describe('slices of the contract value', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                      value           JKK        JKM
    ['one step below 100 m',                     99_990_000,    209_979,    29_997],
    ['100 m',                                   100_000_000,    210_000,    30_000],
    ['one step above: + 10,000 × 0.17 / 0.02 %', 100_010_000,   210_017,    30_002],
    ['500 m',                                   500_000_000,    890_000,   110_000],
    ['one step above: + 10,000 × 0.13 / 0.02 %', 500_010_000,   890_013,   110_002],
    ['1 bn',                                  1_000_000_000,  1_540_000,   210_000],
    ['one step above: + 10,000 × 0.11 / 0.01 %', 1_000_010_000, 1_540_011, 210_001],
    ['5 bn',                                  5_000_000_000,  5_940_000,   610_000],
    ['one step above: + 10,000 × 0.09 / 0.01 %', 5_000_010_000, 5_940_009, 610_001],
    ['0.5 rupiah of JKM goes up; JKK 3.5 too',          1_667,          4,         1],
  ])('%s', (_, value, JKK, JKM) => {
    expect(onContract(value)).toEqual({ method: 'contract', base: value, JKK, JKM, total: JKK + JKM });
  });

  test('half a rupiah of a wage goes up: 43.5 and 7.5', () => {
    const { JKK, JKM } = jakonContribution({ wage: rupiah(2_500) }, may).value;
    expect([JKK, JKM]).toEqual([44, 8]);
  });

  test('a price with VAT is divided to the nearest rupiah first', () => {
    const at = (price: number, vat: string) =>
      jakonContribution({ priceIncludingVat: rupiah(price), vat: percent(vat) }, may).value.base;
    expect([at(1_110_000_000, '11'), at(100, '11'), at(100, '0'), at(3, '100')]).toEqual([
      1_000_000_000, 90, 100, 2,
    ]);
  });
});

describe('Covid relief: 1 % of the sum', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // month      contract JKK, JKM     wage JKK, JKM
    ['2015-07',  [210_000, 30_000],    [174_000, 30_000]],
    ['2020-07',  [210_000, 30_000],    [174_000, 30_000]],
    ['2020-08',  [  2_100,    300],    [  1_740,    300]],
    ['2021-01',  [  2_100,    300],    [  1_740,    300]],
    ['2021-02',  [210_000, 30_000],    [174_000, 30_000]],
  ] as const)('%s', (at, contract, wage) => {
    const { JKK, JKM } = onContract(100_000_000, month(at));
    expect([JKK, JKM]).toEqual(contract);
    const onWage = jakonContribution({ wage: rupiah(10_000_000) }, month(at)).value;
    expect([onWage.method, onWage.JKK, onWage.JKM]).toEqual(['wage', ...wage]);
  });

  test('is not settled, and says what is charged without it', () => {
    const { trace } = jakonContribution({ contractValue: rupiah(100_000_000) }, month('2020-08'));
    expect(trace.settled).toBe(false);
    expect(trace.parts.at(-1)).toMatchObject({ id: 'jakon.covid_months', otherwise: 240_000 });
    expect(trace.parts[1]).toMatchObject({
      id: 'jakon.relief.pp_49_2020',
      applies: true,
      citation: { law: 'PP 49/2020', article: 'Pasal 12' },
    });
  });
});

test('the explanation names the rates and the arithmetic', () => {
  const { trace } = jakonContribution({ wage: rupiah(10_000_000) }, may);
  expect(trace.settled).toBe(true);
  expect(trace.parts).toMatchObject([
    { id: 'jakon.relief.pp_49_2020', applies: false, because: 'month' },
    {
      id: 'jakon.jkk.wage_rate',
      value: 17_400,
      citation: { law: 'PP 44/2015', article: 'Pasal 54 ayat (1)' },
    },
    { id: 'jakon.jkm.wage_rate', value: 3_000 },
    { id: 'jakon.jkk', text: { en: 'JKK = Rp 10.000.000 × 1.74% = Rp 174.000' }, rounding: 'halfUp' },
    { id: 'jakon.jkm', text: { en: 'JKM = Rp 10.000.000 × 0.3% = Rp 30.000' }, rounding: 'halfUp' },
  ]);
});

test('a contract names the article of the slices, and how its price was rounded', () => {
  const { trace } = jakonContribution({ priceIncludingVat: rupiah(1_110), vat: percent('11') }, may);
  expect(trace.citation).toEqual({ law: 'PP 44/2015', article: 'Pasal 54 dan pasal berikutnya' });
  expect(trace.parts).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ id: 'jakon.without_vat', value: 1_000, rounding: 'halfUp' }),
      expect.objectContaining({ id: 'jakon.slices' }),
    ]),
  );
  expect(jakonContribution({ wage: rupiah(1) }, may).trace.citation.article).toBe('Pasal 54 ayat (1)');
});

test('a larger contract never pays less, and never more than on the first slice', () => {
  const values = fc.integer({ min: 1, max: 10_000_000_000 });
  fc.assert(
    fc.property(values, values, (value, more) => {
      const { JKK, JKM, total } = onContract(value);
      expect(total).toBe(JKK + JKM);
      expect(onContract(value + more).total).toBeGreaterThanOrEqual(total);
      expect(JKK).toBeLessThanOrEqual(Math.ceil(value * 0.0021));
    }),
  );
});

// biome-ignore format: aligned table of cases
test.each([
  // case                      input                                                            code                 path
  ['no basis',                 { month: '2026-05' },                                            'input.missing',     'contractValue'],
  ['two bases',                { month: '2026-05', wage: 1, contractValue: 1 },                 'input.combination', 'contractValue'],
  ['a price without its rate', { month: '2026-05', priceIncludingVat: 1 },                      'input.missing',     'vatPercent'],
  ['a rate as a number',       { month: '2026-05', priceIncludingVat: 1, vatPercent: 11 },      'input.type',        'vatPercent'],
  ['a rate that is none',      { month: '2026-05', priceIncludingVat: 1, vatPercent: '11%' },   'input.format',      'vatPercent'],
  ['a rate too fine',          { month: '2026-05', priceIncludingVat: 1, vatPercent: '1.00001' }, 'input.range',     'vatPercent'],
  ['a contract of Rp 0',       { month: '2026-05', contractValue: 0 },                          'input.range',       'contractValue'],
  ['a price of Rp 0',          { month: '2026-05', priceIncludingVat: 0, vatPercent: '11' },     'input.range',       'priceIncludingVat'],
  ['before the programmes',    { month: '2015-06', contractValue: 1 },                          'date.outOfRange',   'month'],
])('%s', (_, input, code, path) => {
  expect(explain('contribution.jakon', input)).toMatchObject({ answer: { error: { code, path } } });
});
