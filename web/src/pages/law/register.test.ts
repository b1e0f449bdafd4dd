import { day } from '@payung/kernel';
import { findParameter, listParameters, listRegulations } from '@payung/law';
import { describe, expect, test } from 'vitest';
import { codesOf } from '../../messages/index.ts';
import { citing } from './citing.ts';
import { filtered, grouped, groupOf, hasWords } from './groups.ts';
import { slugOf } from './slug.ts';
import { standingOn } from './standing.ts';
import { tableIn } from './table-value.ts';
import { unitText } from './units.ts';

const all = listParameters();

describe('the addresses', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['jp.wage_cap',                              'jp-wage-cap'],
    ['PP 44/2015',                               'pp-44-2015'],
    ['SE Gubernur NTT BU 41/34/DPMD 5.1/10.2022', 'se-gubernur-ntt-bu-41-34-dpmd-5-1-10-2022'],
  ])('%s is at %s', (id, slug) => {
    expect(slugOf(id)).toBe(slug);
  });

  test.each([
    ['parameter', all],
    ['regulation', listRegulations()],
  ])('no two are the same: every %s', (_, ones) => {
    expect(new Set(ones.map(({ id }) => slugOf(id))).size).toBe(ones.length);
  });
});

describe('the filter', () => {
  test('finds by name in either language, by id, by law and by value', () => {
    const ids = (filter: string) => filtered(all, filter).map(({ id }) => id);
    for (const words of ['batas atas upah jp', 'Highest wage JP', 'jp.wage_cap', 'PP 45/2015 11.086.300'])
      expect(ids(words)).toContain('jp.wage_cap');
    expect(ids('jp.wage_cap')).toHaveLength(1);
    expect(ids('kata yang tidak ada')).toEqual([]);
  });

  test('lets everything through while it is empty', () => {
    expect(filtered(all, '  ')).toEqual(all);
    expect(hasWords('', [])).toBe(true);
  });

  test('no parameter is lost in the groups, and none is in two', () => {
    expect(grouped(all).flatMap(([, parameters]) => parameters)).toHaveLength(all.length);
  });
});

test('the figures of a regulation are those whose rows cite it, also beside another', () => {
  const cited = citing(all);
  expect(cited.get('PP 82/2019')?.map(({ parameter }) => parameter.id)).toContain('jkm.benefit.funeral');
  const waiting = cited.get('Permenaker 1/2025')?.map(({ parameter }) => parameter.id);
  expect(waiting).toContain('jkm.bpu.min_months_full_benefit');
  for (const [, list] of cited) for (const { rows } of list) expect(rows.length).toBeGreaterThan(0);
});

// biome-ignore format: aligned table of cases
test.each([
  ['in force on its first day',          { from: day('2022-04-26'), until: null },              '2022-04-26', 'inForce'],
  ['not on the day before',              { from: day('2022-04-26'), until: null },              '2022-04-25', 'notYet'],
  ['not on the day it was replaced',     { from: day('2015-09-01'), until: day('2022-04-26') }, '2022-04-26', 'ended'],
  ['still on the day before',            { from: day('2015-09-01'), until: day('2022-04-26') }, '2022-04-25', 'inForce'],
  ['no first day: not said',             { from: null, until: null },                           '2026-01-01', 'unknown'],
  ['no first day, but replaced',         { from: null, until: day('2021-04-01') },              '2026-01-01', 'ended'],
] as const)('%s', (_, regulation, on, standing) => {
  expect(standingOn(regulation, day(on))).toBe(standing);
});

describe('the words of the register, in Indonesian', () => {
  const inIndonesian = (unit: string) => unitText(unit, 'id') !== unit;

  test('every unit has them', () => {
    expect([...new Set(all.map(({ unit }) => unit))].filter((unit) => !inIndonesian(unit))).toEqual([]);
  });

  test('every group has them', () => {
    const named: readonly string[] = codesOf('lawGroup');
    expect([...new Set(all.map(({ id }) => groupOf(id)))].filter((group) => !named.includes(group))).toEqual(
      [],
    );
  });
});

describe('a value that is a table', () => {
  const lastValue = (id: string) => findParameter(id)?.rows.findLast(({ state }) => state === 'value');

  // biome-ignore format: aligned table of cases
  test.each([
    ['bpu.income_bands',       33, 'band from below base'],
    ['pu.jkk.rates',            5, 'riskClass rate'],
    ['jakon.slices',            5, 'over upTo jkkRate jkmRate'],
    ['pmi.during_after',        3, 'upToMonths amount'],
    ['membership.programmes',   7, 'segment scale compulsory optional'],
  ])('%s has %i rows', (id, rows, columns) => {
    const row = lastValue(id);
    const table = row && tableIn(row);
    expect(table?.rows).toHaveLength(rows);
    expect(table?.columns.join(' ')).toBe(columns);
  });

  test.each(['jp.wage_cap', 'jkp.cash_rates', 'jkk.benefit.stmb'])('%s says all of it in words', (id) => {
    const row = lastValue(id);
    expect(row && tableIn(row)).toBeUndefined();
  });
});
