import { month, type Rupiah, rupiah } from '@payung/kernel';
import { describe, expect, test } from 'vitest';
import {
  type BpuContributionInput,
  bpuContribution,
  bpuContributionOverMonths,
  type Result,
  traceLines,
} from '../index.ts';

const farmer: BpuContributionInput = {
  income: rupiah(1_500_000),
  month: month('2026-05'),
  sector: 'other',
  payer: 'self',
  programmes: ['JKK', 'JKM', 'JHT'],
};

function partsOf<K extends Result['parts'][number]['kind']>({ parts }: Result, kind: K) {
  return parts.filter((part): part is Extract<typeof part, { kind: K }> => part.kind === kind);
}

test('names every parameter it read, with value, article and confidence', () => {
  const { trace } = bpuContribution(farmer);
  const read = partsOf(trace, 'parameter').map(({ id, value, citation, confidence, from, until }) => [
    id,
    value,
    `${citation.law} ${citation.article}`,
    confidence,
    from,
    until,
  ]);
  const band = { band: 4, from: 1_500_000, below: 1_700_000, base: 1_600_000 };
  // biome-ignore format: aligned table of cases
  expect(read).toEqual([
    ['bpu.income_bands',               band,    'PP 44/2015 Lampiran II',               'secondary', '2015-07-01', null],
    ['bpu.jkk.rate',                   10_000,  'PP 44/2015 Pasal 17 dan Lampiran II',  'secondary', '2015-07-01', null],
    ['bpu.jkm.amount',                 6_800,   'PP 44/2015 Pasal 18 ayat (2)',         'quoted',    '2015-07-01', null],
    ['bpu.jht.rate',                   20_000,  'PP 46/2015 Lampiran',                  'secondary', '2015-07-01', null],
    ['bpu.relief_factor.non_transport', 500_000, 'PP 50/2025 Pasal 4 ayat (1)',         'quoted',    '2026-04-01', '2027-01-01'],
  ]);
});

test('shows each step with its arithmetic and rounding', () => {
  const steps = partsOf(bpuContribution(farmer).trace, 'step').map(({ id, value, text, rounding }) => [
    id,
    value,
    text.en,
    rounding,
  ]);
  // biome-ignore format: aligned table of cases
  expect(steps).toEqual([
    ['bpu.jkk',  8_000, 'JKK = Rp 1.600.000 × 1% × 50% = Rp 8.000',   'halfUp'],
    ['bpu.jkm',  3_400, 'JKM = Rp 6.800 × 50% = Rp 3.400',            'halfUp'],
    ['bpu.jht', 32_000, 'JHT = Rp 1.600.000 × 2% = Rp 32.000',        'halfUp'],
  ]);
});

describe('which relief applied, or why not', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                               month      sector       payer         PP 49/2020        PP 50/2025        article
    ['relieved, other sectors',          '2026-05', 'other',     'self',       [false, 'month'],  [true, 'applied'], 'Pasal 4 ayat (1)'],
    ['relieved, transport',              '2026-02', 'transport', 'other',      [false, 'month'],  [true, 'applied'], 'Pasal 4 ayat (1)'],
    ['not yet in force for the sector',  '2026-02', 'other',     'self',       [false, 'month'],  [false, 'month'],  'Pasal 4 ayat (1)'],
    ['no longer in force',               '2027-01', 'other',     'self',       [false, 'month'],  [false, 'month'],  'Pasal 4 ayat (1)'],
    ['in force, paid by government',     '2026-05', 'other',     'government', [false, 'month'],  [false, 'payer'],  'Pasal 3'],
    ['not in force, paid by government', '2026-02', 'other',     'government', [false, 'month'],  [false, 'month'],  'Pasal 4 ayat (1)'],
    ['Covid',                            '2020-08', 'other',     'self',       [true, 'applied'], [false, 'month'],  'Pasal 4 ayat (1)'],
  ] as const)('%s', (_, at, sector, payer, covid, informal, article) => {
    const { trace } = bpuContribution({ ...farmer, month: month(at), sector, payer });
    expect(partsOf(trace, 'finding').map(({ id, applies, because }) => [id, applies, because])).toEqual([
      ['bpu.relief.pp_49_2020', ...covid],
      ['bpu.relief.pp_50_2025', ...informal],
    ]);
    expect(partsOf(trace, 'finding').map(({ citation }) => citation)).toEqual([
      { law: 'PP 49/2020' },
      { law: 'PP 50/2025', article },
    ]);
  });

  test('says in both languages that government-paid contributions are excluded', () => {
    const { trace } = bpuContribution({ ...farmer, payer: 'government' });
    expect(partsOf(trace, 'finding')[1]?.text).toEqual({
      id: 'Tanpa keringanan PP 50/2025 karena dibayar pemerintah: Pasal 3 mengecualikan iuran yang dibayar dari APBN/APBD',
      en: 'No PP 50/2025 relief because paid by government: Pasal 3 excludes contributions paid from APBN/APBD',
    });
    expect(partsOf(trace, 'parameter').map(({ id }) => id)).not.toContain('bpu.relief_factor.non_transport');
  });

  test.each([
    ['transport', 'Januari 2026 sampai dengan Maret 2027', 'January 2026 to March 2027'],
    ['other', 'April 2026 sampai dengan Desember 2026', 'April 2026 to December 2026'],
  ] as const)('names the months of the relief for sector %s', (sector, id, en) => {
    const { trace } = bpuContribution({ ...farmer, month: month('2025-06'), sector });
    const text = partsOf(trace, 'finding')[1]?.text;
    expect(text?.id).toContain(id);
    expect(text?.en).toContain(en);
  });
});

describe('open questions', () => {
  const villageFund = { ...farmer, payer: 'government', payerCertainty: 'uncertain' } as const;
  const openIn = (input: BpuContributionInput) => {
    const { trace } = bpuContribution(input);
    const open = partsOf(trace, 'uncertainty').map(({ id, changesResult, otherwise }) => [
      id,
      changesResult,
      otherwise,
    ]);
    return { settled: trace.settled, open };
  };

  // biome-ignore format: aligned table of cases
  test.each([
    // case                                                        input                                              settled  open
    ['a settled payer leaves nothing open',                        { ...villageFund, payerCertainty: 'settled' },     true,    []],
    ['a payer not said to be uncertain is settled',                farmer,                                            true,    []],
    ['Dana Desa counted as government, relief in force',           villageFund,                                       false,   [['bpu.payer', true, 43_400]]],
    ['Dana Desa counted as a private sponsor, relief in force',    { ...villageFund, payer: 'other' },                false,   [['bpu.payer', true, 54_800]]],
    ['without a relief the payer makes no difference',             { ...villageFund, month: month('2026-03') },       true,    [['bpu.payer', false, 54_800]]],
    ['the conditions of the Covid relief were not read',           { ...farmer, month: month('2020-08') },            false,   [['bpu.covid_conditions', true, 54_800]]],
    ['the month after it, they no longer matter',                  { ...farmer, month: month('2021-02') },            true,    []],
  ] as const)('%s', (_, input, settled, open) => {
    expect(openIn(input)).toEqual({ settled, open });
  });

  test('one open month leaves the whole range open', () => {
    const range = (to: string) =>
      bpuContributionOverMonths({ ...villageFund, months: { from: month('2026-01'), to: month(to) } }).trace;
    expect(range('2026-03').settled).toBe(true);
    expect(range('2026-04').settled).toBe(false);
  });

  test('the reader is told in the first line and with the other amount', () => {
    const { trace } = bpuContribution(villageFund);
    const lines = traceLines(trace, 'id').map(({ text }) => text);
    expect(lines[0]).toBe(
      'Iuran BPU Mei 2026: Rp 54.800 (BELUM PASTI) [PP 44/2015 Pasal 17, Pasal 18 ayat (2) dan Lampiran II]',
    );
    expect(lines.at(-1)).toMatch(/^BELUM PASTI: .*Dana Desa.*Menurut tafsir lain: Rp 43\.400$/);
    expect(traceLines(trace, 'en').at(-1)?.text).toMatch(/^NOT SETTLED: .*Dana Desa.*Rp 43\.400$/);
  });
});

test('is plain JSON: what is stored with a decision is what was explained', () => {
  const { value, trace } = bpuContributionOverMonths({
    ...farmer,
    months: { from: month('2026-03'), to: month('2026-04') },
  });
  expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
  expect(trace.value).toEqual(value);
  const totals = partsOf(trace, 'result').map((part) => part.text.en);
  expect(totals).toEqual([
    'BPU contribution for March 2026: Rp 54.800',
    'BPU contribution for April 2026: Rp 43.400',
  ]);
  const total: Rupiah = value.total;
  expect(total).toBe(98_200);
});
