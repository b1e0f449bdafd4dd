import { day } from '@payung/kernel';
import type { Result, TraceNode } from '@payung/law';
import { describe, expect, test } from 'vitest';
import type { Address } from './address.ts';
import { amountAt, openQuestions, partsWithout, textsAt } from './answer.ts';
import {
  bpuYear,
  compulsoryProgrammes,
  contributionOf,
  isRelieved,
  monthsOf,
  otherTotal,
} from './contribution.ts';
import { filledIn } from './filled.ts';

const filled = (address: Address) => filledIn(address, day('2026-11-26'));

function answered(address: Address): Result {
  const outcome = contributionOf(filled(address));
  if (outcome.state === 'invalid') throw new Error(`${outcome.error.code} at ${outcome.error.path}`);
  return outcome.trace;
}

function fault(address: Address) {
  const outcome = contributionOf(filled(address));
  return outcome.state === 'invalid' ? `${outcome.error.code} ${outcome.error.path}` : 'answered';
}

const ids = (nodes: readonly TraceNode[]) =>
  nodes.map((node) => (node.kind === 'result' ? node.rule : node.id));

describe('what is paid', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                       address                                                                             total
    ['BPU band 1, government pays',               { pembayar: 'government' },                                                          16_800],
    ['BPU band 1, the member pays: relief',       {},                                                                                   8_400],
    ['a year that government pays',               { pembayar: 'government', bulan: '2026-01', sampai: '2026-12' },                    201_600],
    ['a year across the end of the relief',       { bulan: '2026-11', sampai: '2027-10' },               2 * 8_400 + 10 * 16_800],
    ['transport keeps the relief to March 2027',  { sektor: 'transport', bulan: '2026-11', sampai: '2027-10' }, 5 * 8_400 + 7 * 16_800],
    ['with JHT, which no relief lowers',          { jht: '1' },                                                                        28_400],
    ['PU, medium enterprise, lowest risk',        { segmen: 'PU', upah: '3000000' },         7_200 + 9_000 + 171_000 + 90_000],
    ['PU, micro enterprise: JKK and JKM only',    { segmen: 'PU', skala: 'micro' },                                              7_200 + 9_000],
    ['PU in the Covid relief: 1 %',               { segmen: 'PU', skala: 'micro', bulan: '2020-08' },                                      72 + 90],
    ['which arrears take away',                   { segmen: 'PU', skala: 'micro', bulan: '2020-08', tunggakan: '1' },            7_200 + 9_000],
    ['and nothing in other months',               { segmen: 'PU', skala: 'micro', bulan: '2021-02', tunggakan: '1' },            7_200 + 9_000],
    ['PU, programmes ticked one by one',          { segmen: 'PU', skala: 'own', program: 'JKM' },                                       9_000],
    ['a construction project of 500 million',     { segmen: 'JAKON' },                     210_000 + 680_000 + 30_000 + 80_000],
    ['a migrant worker for two years',            { segmen: 'PMI' },                                                          37_500 + 332_500],
  ] as const)('%s', (_, address, total) => {
    expect(amountAt(answered(address).value, 'total')).toBe(total);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // what was filled in                      address                                                        the field at fault
    ['no income',                              { penghasilan: '' },                                           'input.missing income'],
    ['an amount with two readings',            { penghasilan: '1.5' },                                        'input.type income'],
    ['a negative income',                      { penghasilan: '-1000' },                                      'input.range income'],
    ['the end before the beginning',           { bulan: '2026-05', sampai: '2026-04' },                       'input.combination months.to'],
    ['a month before the law',                 { bulan: '2015-06', sampai: '2015-06' },                       'date.outOfRange months.from'],
    ['no wage',                                { segmen: 'PU', upah: '' },                                    'input.missing wage'],
    ['no programme ticked',                    { segmen: 'PU', skala: 'own', program: '' },                   'input.missing programmes'],
    ['a JP cap that is not announced',         { segmen: 'PU', bulan: '2027-03' },                            'parameter.unpublished month'],
    ['no contract value',                      { segmen: 'JAKON', nilai: '' },                                'input.missing contractValue'],
    ['no price',                               { segmen: 'JAKON', dasar: 'priceIncludingVat', nilai: '' },    'input.missing priceIncludingVat'],
    ['no VAT',                                 { segmen: 'JAKON', dasar: 'priceIncludingVat' },               'input.missing vatPercent'],
    ['no wage of a construction worker',       { segmen: 'JAKON', dasar: 'wage', nilai: '' },                 'input.missing wage'],
    ['a contract of half a month',             { segmen: 'PMI', lama: '0,5' },                                'input.type months'],
    ['a day of which a part is missing',       { segmen: 'PMI', tanggal: '2026-11-' },                        'input.missing date'],
    ['a day that does not exist',              { segmen: 'PMI', tanggal: '2026-02-31' },                      'input.format date'],
  ] as const)('%s is said beside the field', (_, address, at) => {
    expect(fault(address)).toBe(at);
  });

  test('the year of a member begins with the month chosen, whatever end was chosen', () => {
    const year = bpuYear(filled({ pembayar: 'government', bulan: '2026-03', sampai: '2026-03' }));
    expect(year).toMatchObject({ from: '2026-03', to: '2027-02' });
    expect(amountAt(year?.trace.value, 'total')).toBe(201_600);
    expect(bpuYear(filled({ penghasilan: 'x' }))).toBeUndefined();
  });

  test('each month is explained by its own law', () => {
    const months = monthsOf(answered({ bulan: '2026-12', sampai: '2027-01' }));
    expect(months.map(({ value }) => amountAt(value, 'total'))).toEqual([8_400, 16_800]);
    expect(months.map(isRelieved)).toEqual([true, false]);
  });

  test('which programmes a size of enterprise must have is asked of the law', () => {
    const programmes = compulsoryProgrammes(filled({ segmen: 'PU', skala: 'small' }));
    expect(textsAt(programmes?.value, 'compulsory')).toEqual(['JKK', 'JKM', 'JHT']);
    expect(compulsoryProgrammes(filled({ segmen: 'PU', skala: 'own' }))).toBeUndefined();
  });
});

describe('what is not settled', () => {
  test('money of a village counts as government, and the other reading is said', () => {
    const trace = answered({ pembayar: 'village', bulan: '2026-11', sampai: '2027-02' });
    expect(amountAt(trace.value, 'total')).toBe(4 * 16_800);
    expect(openQuestions([trace]).map(({ id }) => id)).toEqual(['bpu.payer']);
    expect(otherTotal(monthsOf(trace))).toBe(2 * 8_400 + 2 * 16_800);
  });

  test('a month of the Covid relief is open as well', () => {
    const trace = answered({ bulan: '2020-08', sampai: '2020-08' });
    expect(amountAt(trace.value, 'total')).toBe(168);
    expect(otherTotal(monthsOf(trace))).toBe(16_800);
  });

  test('there is no other total where nothing is open', () => {
    expect(otherTotal(monthsOf(answered({})))).toBeUndefined();
  });
});

test('the explanation of one amount leaves out what is about the others', () => {
  const trace = answered({ segmen: 'PU' });
  const ofWorkersJht = ids(partsWithout(trace, ['jkk', 'jkm', 'jp', 'relief', 'employer']));
  expect(ofWorkersJht).toEqual(['pu.jht.worker_rate', 'pu.jht.worker']);
});
