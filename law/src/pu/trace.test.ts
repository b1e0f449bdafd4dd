import { month, rupiah } from '@payung/kernel';
import { describe, expect, test } from 'vitest';
import type { Result } from '../engine/explain.ts';
import { traceLines } from '../engine/trace-lines.ts';
import { type PuContributionInput, puContribution } from './contribution.ts';

const worker: PuContributionInput = {
  wage: rupiah(12_000_000),
  month: month('2026-01'),
  riskClass: 2,
  programmes: ['JKK', 'JKM', 'JHT', 'JP'],
};

function partsOf<K extends Result['parts'][number]['kind']>({ parts }: Result, kind: K) {
  return parts.filter((part): part is Extract<typeof part, { kind: K }> => part.kind === kind);
}

test('names every parameter it read, with value and article', () => {
  const { trace } = puContribution({ ...worker, labourIntensive: true });
  const read = partsOf(trace, 'parameter').map(({ id, value, citation, from, until }) => [
    id,
    value,
    `${citation.law} ${citation.article}`,
    from,
    until,
  ]);
  // biome-ignore format: aligned table of cases
  expect(read).toEqual([
    ['pu.jkk.rates',                       { riskClass: 2, rate: 5_400 }, 'PP 44/2015 Pasal 16 ayat (2)',      '2015-07-01', null],
    ['pu.relief_factor.labour_intensive',  500_000,                       'PP 36/2025 Pasal 10A',              '2025-08-01', '2026-02-01'],
    ['pu.jkm.rate',                        3_000,                         'PP 44/2015 Pasal 18 ayat (1)',      '2015-07-01', null],
    ['pu.jht.worker_rate',                 20_000,                        'PP 46/2015 Pasal 16',               '2015-07-01', null],
    ['pu.jht.employer_rate',               37_000,                        'PP 46/2015 Pasal 16',               '2015-07-01', null],
    ['jp.wage_cap',                        10_547_400,                    'PP 45/2015 Pasal 29 ayat (2)–(4)',  '2025-03-01', '2026-03-01'],
    ['pu.jp.worker_rate',                  10_000,                        'PP 45/2015 Pasal 28',               '2015-07-01', null],
    ['pu.jp.employer_rate',                20_000,                        'PP 45/2015 Pasal 28',               '2015-07-01', null],
  ]);
});

test('shows each step with its arithmetic and rounding', () => {
  const { trace } = puContribution({ ...worker, labourIntensive: true });
  const steps = partsOf(trace, 'step').map(({ id, text, rounding }) => [id, text.en, rounding]);
  // biome-ignore format: aligned table of cases
  expect(steps).toEqual([
    ['pu.jkk',           'JKK = Rp 12.000.000 × 0.54% × 50% = Rp 32.400',             'halfUp'],
    ['pu.jkm',           'JKM = Rp 12.000.000 × 0.3% = Rp 36.000',                    'halfUp'],
    ['pu.jht.worker',    'JHT, worker = Rp 12.000.000 × 2% = Rp 240.000',             'halfUp'],
    ['pu.jht.employer',  'JHT, employer = Rp 12.000.000 × 3.7% = Rp 444.000',         'halfUp'],
    ['pu.jp.base',       'Wage counted for JP: the lower of the wage and the cap',    undefined],
    ['pu.jp.worker',     'JP, worker = Rp 10.547.400 × 1% = Rp 105.474',              'halfUp'],
    ['pu.jp.employer',   'JP, employer = Rp 10.547.400 × 2% = Rp 210.948',            'halfUp'],
  ]);
});

describe('which relief applied, or why not', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                         month      intensive  settled  PP 49/2020            labour-intensive      its law
    ['neither month',              '2024-06',  true,      true,    [false, 'month'],     [false, 'month'],     'PP 36/2025'],
    ['Covid',                      '2020-08',  false,     true,    [true, 'applied'],    [false, 'month'],     'PP 36/2025'],
    ['Covid, in arrears',          '2020-08',  false,     false,   [false, 'arrears'],   [false, 'month'],     'PP 36/2025'],
    ['labour-intensive',           '2025-02',  true,      true,    [false, 'month'],     [true, 'applied'],    'PP 7/2025'],
    ['labour-intensive, extended', '2025-08',  true,      true,    [false, 'month'],     [true, 'applied'],    'PP 36/2025'],
    ['not labour-intensive',       '2025-02',  false,     true,    [false, 'month'],     [false, 'employer'],  'PP 7/2025'],
  ] as const)('%s', (_, at, labourIntensive, arrearsFree, covid, intensive, law) => {
    const { trace } = puContribution({ ...worker, month: month(at), labourIntensive, arrearsFree });
    expect(
      partsOf(trace, 'finding').map(({ id, applies, because, citation }) => [id, applies, because, citation.law]),
    ).toEqual([
      ['pu.relief.pp_49_2020', ...covid, 'PP 49/2020'],
      ['pu.relief.labour_intensive', ...intensive, law],
    ]);
  });

  test.each([['JKK'], ['JKM']] as const)('Covid relieves %s asked for alone', (programme) => {
    const input = { ...worker, month: month('2020-08'), programmes: [programme] };
    const full = puContribution({ ...input, month: month('2020-07') }).value.total;
    expect(puContribution(input).value.total).toBe(full / 100);
  });

  test('nothing is said of reliefs to one who asks for JHT and JP alone', () => {
    expect(partsOf(puContribution({ ...worker, programmes: ['JHT', 'JP'] }).trace, 'finding')).toEqual([]);
  });
});

describe('open questions', () => {
  const jp = { ...worker, wage: rupiah(5_000_000), programmes: ['JP'] } as const;
  const jkp = { ...worker, wage: rupiah(5_000_000), programmes: ['JKP'] } as const;
  const openIn = (input: PuContributionInput) => {
    const { trace } = puContribution(input);
    const results = [trace, ...partsOf(trace, 'result')];
    const open = results.flatMap((part) => partsOf(part, 'uncertainty').map(({ id }) => id));
    return { settled: trace.settled, open };
  };

  // biome-ignore format: aligned table of cases
  test.each([
    // case                                             input                                                            open
    ['a usual month',                                   worker,                                                          []],
    ['JP the month before Covid',                       { ...jp, month: month('2020-07') },                              []],
    ['JP postponed, first month',                       { ...jp, month: month('2020-08') },                              ['pu.jp.postponed']],
    ['JP postponed, last month',                        { ...jp, month: month('2021-01') },                              ['pu.jp.postponed']],
    ['JP the month after',                              { ...jp, month: month('2021-02') },                              []],
    ['JP is not postponed to one in arrears',           { ...jp, month: month('2020-08'), arrearsFree: false },          []],
    ['JKP, month in which the law began',               { ...jkp, month: month('2021-02') },                             ['pu.jkp.first_month']],
    ['JKP, month after',                                { ...jkp, month: month('2021-03') },                             []],
    ['JKP, month before the change',                    { ...jkp, month: month('2025-01') },                             []],
    ['JKP, month of the change',                        { ...jkp, month: month('2025-02') },                             ['pu.jkp.rate_change']],
    ['JKP, month after the change',                     { ...jkp, month: month('2025-03') },                             []],
    ['JKP out of a halved JKK, last month',             { ...jkp, month: month('2026-01'), labourIntensive: true },      ['pu.jkp.relieved_jkk']],
    ['JKP after the relief',                            { ...jkp, month: month('2026-02'), labourIntensive: true },      []],
  ] as const)('%s', (_, input, open) => {
    expect(openIn(input)).toEqual({ settled: open.length === 0, open });
  });

  test('the other reading comes with its amounts', () => {
    const [financing] = partsOf(puContribution({ ...jkp, month: month('2025-02') }).trace, 'result');
    if (financing === undefined) throw new Error('JKP was asked');
    expect(partsOf(financing, 'uncertainty')[0]?.otherwise).toMatchObject({ total: 23_000, fromJKM: 5_000 });
    const [postponed] = partsOf(puContribution({ ...jp, month: month('2020-08') }).trace, 'uncertainty');
    expect(postponed).toMatchObject({ otherwise: 1_500 });
    // Half a rupiah goes up there too: 1 % of 50 and of 100; 0.10 % of 500.
    const small = { ...jp, wage: rupiah(5_000), month: month('2020-08') };
    expect(partsOf(puContribution(small).trace, 'uncertainty')[0]).toMatchObject({ otherwise: 2 });
    const [change] = partsOf(
      puContribution({ ...jkp, wage: rupiah(500), month: month('2025-02') }).trace,
      'result',
    );
    expect(change?.parts.at(-1)).toMatchObject({ otherwise: { fromJKM: 1, total: 3 } });
    expect(change?.parts).toContainEqual(
      expect.objectContaining({ id: 'pu.jkp.government', value: 1, rounding: 'halfUp' }),
    );
  });
});

test('the explanation reads in both languages and is plain JSON', () => {
  const { value, trace } = puContribution({ ...worker, programmes: ['JHT', 'JKP'] });
  expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
  expect(trace.value).toEqual(value);
  expect(traceLines(trace, 'id').map(({ text }) => text)).toContain(
    'Pendanaan JKP Januari 2026: Rp 18.000, tidak menambah tagihan [PP 6/2025 Pasal 11]',
  );
  expect(traceLines(trace, 'en')[0]?.text).toContain(
    'Contribution of a wage earner for January 2026: Rp 684.000 (worker Rp 240.000, employer Rp 444.000)',
  );
});
