import { day, month } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bpuColumns } from './bpu/columns.ts';
import type { ColumnField, ColumnRule, Sweep } from './engine/columns.ts';
import { jkmColumns } from './jkm/columns.ts';
import { jpColumns } from './jp/columns.ts';
import { puColumns } from './pu/columns.ts';
import { run } from './rules.ts';

type Row = Readonly<Record<string, number>>;
type AnyRule = Pick<ColumnRule<never, string, string>, 'id' | 'fields' | 'results'>;

/** A value of the field as its column holds it, often at a bound or a threshold. */
function columnValue(field: ColumnField): fc.Arbitrary<number> {
  if (field.kind === 'flag') return fc.integer({ min: 0, max: 1 });
  if (field.kind === 'word') return fc.integer({ min: 0, max: field.words.length - 1 });
  const { least, most } = field;
  const near = [least, least + 1, most, 3, 180, 1_099_999, 1_100_000, 10_547_400, 11_086_300, 20_200_000];
  return fc.oneof(
    fc.constantFrom(...near.filter((value) => value >= least && value <= most)),
    fc.integer({ min: least, max: Math.min(most, 400) }),
    fc.integer({ min: least, max: Math.min(most, 30_000_000) }),
    fc.integer({ min: least, max: most }),
  );
}

const people = (rule: AnyRule): fc.Arbitrary<readonly Row[]> =>
  fc.array(
    fc.record(
      Object.fromEntries(Object.entries(rule.fields).map(([name, field]) => [name, columnValue(field)])),
    ),
    {
      minLength: 1,
      maxLength: 40,
    },
  );

/** The columns of the people, and what the rule fills for them. */
function swept(rule: AnyRule, sweep: Sweep<string, string>, rows: readonly Row[]): Row[] {
  const columns = Object.fromEntries(
    Object.entries(rule.fields).map(([name, { kind }]) => {
      const values = rows.map((row) => row[name] ?? Number.NaN);
      return [name, kind === 'whole' ? Float64Array.from(values) : Uint8Array.from(values)];
    }),
  );
  // Not zero before: what is not written must show.
  const results = Object.fromEntries(
    rule.results.map((name) => [name, new Float64Array(rows.length).fill(-1)]),
  );
  const middle = Math.floor(rows.length / 2);
  sweep(columns, results, 0, middle);
  sweep(columns, results, middle, rows.length);
  return rows.map((_, n) => Object.fromEntries(rule.results.map((name) => [name, results[name]?.[n] ?? -1])));
}

/** The row as a request of the rule. */
function requestOf(rule: AnyRule, row: Row): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(rule.fields).map(([name, field]) => {
      const value = row[name] ?? Number.NaN;
      if (field.kind === 'flag') return [name, value === 1];
      return [name, field.kind === 'word' ? field.words[value] : value];
    }),
  );
}

/** What stands at `JHT.worker` of an answer: 0 where the answer has no such part, NaN where it is null. */
function resultOf(answer: unknown, path: string): number {
  const found = path
    .split('.')
    .reduce<unknown>(
      (part, name) =>
        typeof part === 'object' && part !== null ? new Map(Object.entries(part)).get(name) : undefined,
      answer,
    );
  if (found === null) return Number.NaN;
  return Number(found ?? 0);
}

const months = fc
  .tuple(fc.integer({ min: 0, max: 132 }), fc.integer({ min: 0, max: 13 }))
  .map(([start, length]) => ({ start, length }));
const monthAt = (index: number) =>
  month(`${2015 + Math.floor((index + 6) / 12)}-${String(((index + 6) % 12) + 1).padStart(2, '0')}`);

describe('a population is answered as each of its people is', () => {
  test('contribution.bpu, over any months', () => {
    fc.assert(
      fc.property(people(bpuColumns), months, fc.boolean(), (rows, { start, length }, withJht) => {
        const span = { from: monthAt(start), to: monthAt(start + length) };
        const programmes = withJht ? (['JKK', 'JKM', 'JHT'] as const) : (['JKK', 'JKM'] as const);
        const found = swept(bpuColumns, bpuColumns.prepare({ months: span, programmes }), rows);
        for (const [n, row] of rows.entries()) {
          const answer = run('contribution.bpu', { ...requestOf(bpuColumns, row), months: span, programmes });
          for (const name of bpuColumns.results) expect(found[n]?.[name]).toBe(resultOf(answer, name));
        }
      }),
      { numRuns: 40 },
    );
  });

  test('contribution.pu, month by month and added', () => {
    const asked = fc.subarray(['JKK', 'JKM', 'JHT', 'JP'] as const, { minLength: 1 });
    fc.assert(
      fc.property(people(puColumns), months, asked, (rows, { start, length }, programmes) => {
        // The last cap of JP that is announced ends with February 2027.
        fc.pre(start + length <= 139);
        const all = Array.from({ length: length + 1 }, (_, n) => monthAt(start + n));
        const span = { from: monthAt(start), to: monthAt(start + length) };
        const found = swept(puColumns, puColumns.prepare({ months: span, programmes }), rows);
        for (const [n, row] of rows.slice(0, 8).entries()) {
          const answers = all.map((at) =>
            run('contribution.pu', { ...requestOf(puColumns, row), month: at, programmes }),
          );
          for (const name of puColumns.results) {
            const total = answers.reduce((sum, answer) => sum + resultOf(answer, name), 0);
            expect(found[n]?.[name]).toBe(total);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  const date = fc.constantFrom(
    '2015-07-01',
    '2019-12-01',
    '2019-12-02',
    '2023-03-31',
    '2025-02-28',
    '2025-03-01',
    '2026-01-31',
    '2026-11-20',
  );

  test('benefit.jkm', () => {
    fc.assert(
      fc.property(people(jkmColumns), date, (rows, on) => {
        const found = swept(jkmColumns, jkmColumns.prepare({ date: day(on) }), rows);
        for (const [n, row] of rows.entries()) {
          const answer = run('benefit.jkm', { ...requestOf(jkmColumns, row), date: on });
          for (const name of jkmColumns.results) expect(found[n]?.[name]).toBe(resultOf(answer, name));
        }
      }),
    );
  });

  test('benefit.jp.monthly', () => {
    fc.assert(
      fc.property(people(jpColumns), date, (rows, on) => {
        const found = swept(jpColumns, jpColumns.prepare({ date: day(on) }), rows);
        for (const [n, row] of rows.entries()) {
          const answer = run('benefit.jp.monthly', { ...requestOf(jpColumns, row), date: on });
          for (const name of jpColumns.results) expect(found[n]?.[name]).toBe(resultOf(answer, name));
        }
      }),
    );
  });
});
