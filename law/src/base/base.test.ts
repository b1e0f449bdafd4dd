import { day, rupiah } from '@payung/kernel';
import { describe, expect, test } from 'vitest';
import { Explanation } from '../engine/explain.ts';
import { readFields } from '../engine/input.ts';
import { baseOf, EARNINGS, type Earnings, earningsField, readEarnings } from './base.ts';

const read = (input: unknown) => readEarnings(readFields(input, EARNINGS));

describe('wage or bpuIncome, exactly one', () => {
  test('is read', () => {
    expect(read({ wage: 1 })).toEqual({ wage: 1 });
    expect(read({ bpuIncome: 0 })).toEqual({ bpuIncome: 0 });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // case                      input                                code                 path
    ['neither',                  {},                                  'input.missing',     'wage'],
    ['both',                     { wage: 1, bpuIncome: 1 },           'input.combination', 'bpuIncome'],
    ['a wage of nothing',        { wage: 0 },                         'input.range',       'wage'],
    ['a wage as text',           { wage: '1' },                       'input.type',        'wage'],
    ['an income below zero',     { bpuIncome: -1 },                   'input.range',       'bpuIncome'],
    ['an income with a fraction', { bpuIncome: 0.5 },                 'input.type',        'bpuIncome'],
  ] as const)('%s', (_, input, code, path) => {
    expect(() => read(input)).toThrow(expect.objectContaining({ code, path }));
  });
});

describe('the base', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                earnings                            base        field        recorded
    ['a wage is its own base',             { wage: rupiah(3_131_321) },        3_131_321, 'wage',      'base'],
    ['an income counts as its band',       { bpuIncome: rupiah(1_099_999) },   1_000_000, 'bpuIncome', 'bpu.income_bands'],
    ['from the bound on the next one',     { bpuIncome: rupiah(1_100_000) },   1_200_000, 'bpuIncome', 'bpu.income_bands'],
    ['the top band caps',                  { bpuIncome: rupiah(30_000_000) }, 20_700_000, 'bpuIncome', 'bpu.income_bands'],
  ] as const)('%s', (_, earnings: Earnings, base, field, recorded) => {
    const x = new Explanation('example', day('2024-06-01'));
    expect(baseOf(x, earnings)).toBe(base);
    expect(earningsField(earnings)).toBe(field);
    const { parts } = x.result(0, { id: '', en: '' }, { law: 'PP 44/2015' }).trace;
    expect(parts).toMatchObject([{ id: recorded }]);
  });

  test('there is no band before July 2015', () => {
    const on = (date: string) => baseOf(new Explanation('example', day(date)), { bpuIncome: rupiah(0) });
    expect(() => on('2015-06-30')).toThrow(
      expect.objectContaining({ code: 'date.outOfRange', path: 'date' }),
    );
    expect(on('2015-07-01')).toBe(1_000_000);
  });
});
