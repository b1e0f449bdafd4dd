import { day } from '@payung/kernel';
import { listParameters, type ShownParameter, type ShownRow } from '@payung/law';
import { describe, expect, test } from 'vitest';
import { type Change, changesByDay } from './changes.ts';
import { believedRows, rowOn } from './history.ts';

const days = changesByDay(listParameters());

function changesOn(on: string, law: string): readonly Change[] {
  return days.find((one) => one.day === on)?.laws.find((one) => one.law === law)?.changes ?? [];
}

function idsAndKinds(changes: readonly Change[]): Readonly<Record<string, string>> {
  return Object.fromEntries(changes.map(({ parameter, kind }) => [parameter.id, kind]));
}

describe('what changed when', () => {
  test('the latest day comes first, and every row of every history is in it once', () => {
    const listed = days.map((one) => one.day);
    expect(listed).toEqual(listed.toSorted().reverse());
    expect(new Set(listed).size).toBe(listed.length);
    const told = days.flatMap(({ laws }) => laws.flatMap(({ changes }) => changes));
    expect(told).toHaveLength(listParameters().flatMap(believedRows).length);
  });

  test('PP 82/2019 raised the benefits on 2 December 2019', () => {
    expect(idsAndKinds(changesOn('2019-12-02', 'PP 82/2019'))).toMatchObject({
      'jkm.benefit.funeral': 'changes',
      'jkk.benefit.transport_cap.land': 'changes',
    });
  });

  test('PP 6/2025 changed JKP on 7 February 2025, and repealed one of its conditions', () => {
    expect(idsAndKinds(changesOn('2025-02-07', 'PP 6/2025'))).toMatchObject({
      'jkp.cash_rates': 'changes',
      'jkp.min_consecutive_months': 'ends',
    });
  });

  test('a value that another law says again is told as unchanged, and a yearly one as awaited', () => {
    const kinds = new Set(
      days.flatMap(({ laws }) => laws.flatMap(({ changes }) => changes.map(({ kind }) => kind))),
    );
    expect(kinds).toEqual(new Set(['begins', 'changes', 'restated', 'ends', 'awaited', 'unknown']));
    expect(days.find((one) => one.day === '2027-03-01')?.laws[0]?.changes[0]?.kind).toBe('awaited');
  });
});

describe('a corrected history', () => {
  const row = (from: string, value: number, known: string, replaced: string | null): ShownRow => ({
    from: day(from),
    until: null,
    state: 'value',
    value,
    text: { id: `${value}`, en: `${value}` },
    source: { law: 'PP 1/2020', confidence: 'quoted' },
    known: day(known),
    replaced: replaced === null ? null : day(replaced),
  });
  const parameter: ShownParameter = {
    id: 'x.y',
    label: { id: 'x', en: 'x' },
    unit: 'months',
    checked: day('2026-11-20'),
    rows: [
      row('2020-01-01', 1, '2026-11-20', '2026-12-01'),
      row('2020-01-01', 2, '2026-12-01', null),
      row('2021-01-01', 3, '2026-11-20', null),
    ],
  };

  test('tells what is believed, and that once', () => {
    const told = changesByDay([parameter]).flatMap(({ laws }) => laws.flatMap(({ changes }) => changes));
    expect(told.map(({ row: { value }, before }) => [before?.value, value])).toEqual([
      [2, 3],
      [undefined, 2],
    ]);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['before the first day nothing',         '2019-12-31', undefined],
    ['on the first day the corrected value', '2020-01-01', 2],
    ['on the last day before the next',      '2020-12-31', 2],
    ['on the day of the next',               '2021-01-01', 3],
  ])('%s', (_, on, value) => {
    expect(rowOn(parameter, day(on))?.value).toBe(value);
  });
});
