import { day } from '@payung/kernel';
import { findParameter, listParameters, type ShownParameter } from '@payung/law';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heightsFor, isDrawable, measureOf, stepLine } from './step-line.ts';

const frame = { left: 100, right: 600, top: 10, bottom: 210 };
const on = day('2026-11-26');

function parameter(id: string): ShownParameter {
  const found = findParameter(id);
  if (found === undefined) throw new Error(`no parameter ${id}`);
  return found;
}

describe('the highest wage of JP, announced every year', () => {
  const line = stepLine(parameter('jp.wage_cap'), on, frame);

  test('is twelve levels and then a wait', () => {
    expect(line.levels).toHaveLength(12);
    expect(line.gaps.map(({ row }) => [row.state, row.from])).toEqual([['awaited', '2027-03-01']]);
    expect(line.levels.at(-1)?.x2).toBe(line.gaps[0]?.x1);
    expect(line.gaps[0]?.x2).toBe(frame.right);
  });

  test('each level begins where the one before it ends, and a rise joins them', () => {
    expect(line.levels.slice(1).map(({ x1 }) => x1)).toEqual(line.levels.slice(0, -1).map(({ x2 }) => x2));
    expect(line.rises).toHaveLength(11);
    expect(line.rises[0]).toEqual({ x: line.levels[1]?.x1, y1: line.levels[0]?.y, y2: line.levels[1]?.y });
  });

  test('a higher wage is drawn higher, also where it fell in 2021', () => {
    const heights = line.levels.map(({ y }) => y);
    expect(heights[6]).toBeGreaterThan(heights[5] ?? Number.NaN);
    expect(heights.slice(6)).toEqual(heights.slice(6).sort((one, other) => other - one));
  });

  test('what was not read is told from what was', () => {
    const certain = (from: string) => line.levels.find(({ row }) => row.from === from)?.certain;
    expect(certain('2015-07-01')).toBe(true);
    expect(certain('2021-03-01')).toBe(false);
  });
});

test('where a value ended the line ends, and nothing joins what comes later', () => {
  const line = stepLine(parameter('bpu.relief_factor.transport'), on, frame);
  expect(line.levels.map(({ row }) => [row.from, row.until])).toEqual([['2026-01-01', '2027-04-01']]);
  expect(line.gaps.map(({ row }) => [row.state, row.from])).toEqual([['none', '2027-04-01']]);

  const least = stepLine(parameter('jp.benefit_min'), on, frame);
  expect(least.gaps.map(({ row }) => row.from)).toEqual(['2016-03-01', '2026-03-01']);
  expect(least.rises).toHaveLength(2);
});

describe('the marks of time', () => {
  const marks = (id: string, right: number) =>
    stepLine(parameter(id), on, { ...frame, right }).times.map(({ month, isYear }) =>
      isYear ? month.slice(0, 4) : month,
    );

  test('are years where there is room, fewer on a narrow screen', () => {
    expect(marks('jp.wage_cap', 1000).slice(0, 3)).toEqual(['2016', '2017', '2018']);
    expect(marks('jp.wage_cap', 340)).toEqual(['2020', '2025']);
  });

  test('are months where the history is short', () => {
    expect(marks('bpu.relief_factor.transport', 900).slice(0, 3)).toEqual(['2026-01', '2026-04', '2026-07']);
  });
});

test('the day is marked within the history, and not before it', () => {
  const wage = parameter('jp.wage_cap');
  expect(stepLine(wage, day('2015-07-01'), frame).onX).toBe(frame.left);
  expect(stepLine(wage, day('2015-06-30'), frame).onX).toBeUndefined();
  const late = stepLine(wage, day('2060-01-01'), frame);
  expect(late.onX).toBeLessThan(frame.right);
  expect(late.levels.at(-1)?.x2).toBeLessThan(late.onX ?? 0);
});

test('everything that can be drawn stays in its frame, on any day', () => {
  const drawable = listParameters().filter(isDrawable);
  expect(drawable.length).toBeGreaterThan(10);
  const days = fc.integer({ min: 2015, max: 2100 }).map((year) => day(`${year}-06-15`));
  fc.assert(
    fc.property(fc.constantFrom(...drawable), days, (one, at) => {
      const { levels, gaps, heights, times, onX } = stepLine(one, at, frame);
      const xs = [...levels, ...gaps]
        .flatMap(({ x1, x2 }) => [x1, x2])
        .concat(
          onX ?? [],
          times.map(({ x }) => x),
        );
      const ys = [...levels, ...heights].map(({ y }) => y);
      return (
        xs.every((x) => x >= frame.left && x <= frame.right + 1e-6) &&
        ys.every((y) => y >= frame.top - 1e-6 && y <= frame.bottom + 1e-6)
      );
    }),
  );
});

// biome-ignore format: aligned table of cases
test.each([
  // case                               lowest      highest     heights
  ['close together: not from 0',     7_000_000,  11_086_300, [6_000_000, 8_000_000, 10_000_000, 12_000_000]],
  ['far apart: from 0',              2_000_000,   5_000_000, [0, 2_000_000, 4_000_000, 6_000_000]],
  ['one value: from 0 to it',          500_000,     500_000, [0, 200_000, 400_000, 600_000]],
  ['months have no halves',                  1,           3, [0, 1, 2, 3]],
  ['nothing but zero',                       0,           0, [0, 1]],
])('%s', (_, lowest, highest, heights) => {
  expect(heightsFor(lowest, highest)).toEqual(heights);
});

// biome-ignore format: aligned table of cases
test.each([
  ['IDR/month',              'money'],
  ['share of capped wage',   'rate'],
  ['months',                 'count'],
] as const)('%s is a %s', (unit, measure) => {
  expect(measureOf(unit)).toBe(measure);
});

test('tables and words are not drawn, nor what never changed', () => {
  const drawn = (id: string) => isDrawable(parameter(id));
  expect([
    drawn('jp.wage_cap'),
    drawn('jkp.cash_rates'),
    drawn('bpu.income_bands'),
    drawn('jht.age'),
  ]).toEqual([true, false, false, false]);
});
