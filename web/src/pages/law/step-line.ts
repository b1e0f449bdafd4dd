import {
  type Day,
  dayFromNumber,
  dayNumber,
  firstDay,
  type Month,
  monthFromIndex,
  monthIndex,
  monthOf,
} from '@payung/kernel';
import type { ShownParameter, ShownRow } from '@payung/law';
import { believedRows, isCertain } from './history.ts';

/** What the figures of a parameter are. */
export type Measure = 'money' | 'rate' | 'count';

/** Whole rupiah, a share in parts per million, or a number of months, days or times. */
export function measureOf(unit: string): Measure {
  if (unit.startsWith('IDR')) return 'money';
  return unit.startsWith('share') ? 'rate' : 'count';
}

/** Whether a history can be drawn as a line: numbers throughout, and something that changes. */
export function isDrawable(parameter: Pick<ShownParameter, 'rows'>): boolean {
  const rows = believedRows(parameter);
  const values = rows.filter(({ state }) => state === 'value');
  return rows.length > 1 && values.length > 0 && values.every(({ value }) => typeof value === 'number');
}

/** A value from one day to another: a level piece of the line. */
interface Level {
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  readonly row: ShownRow;
  readonly certain: boolean;
}

/** The history of a parameter as a drawing, in pixels from the upper left. */
export interface StepLine {
  readonly levels: readonly Level[];
  /** From one level up or down to the next; none where nothing held in between. */
  readonly rises: readonly { readonly x: number; readonly y1: number; readonly y2: number }[];
  /** Where no value held, or the next is awaited. */
  readonly gaps: readonly { readonly x1: number; readonly x2: number; readonly row: ShownRow }[];
  readonly heights: readonly { readonly y: number; readonly value: number }[];
  /** Marks of time below the line: first days of years, or of months where the history is short. */
  readonly times: readonly TimeMark[];
  /** Where the day lies; undefined before the beginning of the history. */
  readonly onX: number | undefined;
}

/** The first day of a month, and whether the mark stands for its whole year. */
export interface TimeMark {
  readonly x: number;
  readonly month: Month;
  readonly isYear: boolean;
}

/** The part of the drawing that the line may use. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Draws a history. The line goes on beyond the day, and beyond the last change: what has no end is not shown as ending.
 *
 * @param parameter one that `isDrawable`
 */
export function stepLine(parameter: Pick<ShownParameter, 'rows'>, on: Day, frame: Frame): StepLine {
  const rows = believedRows(parameter);
  const days = rows.map(({ from }) => dayNumber(from));
  const first = days[0] ?? 0;
  const last = Math.max(days.at(-1) ?? first, dayNumber(on));
  const span = Math.max(last - first, 1) * 1.08;
  const x = (at: number) => frame.left + ((at - first) / span) * (frame.right - frame.left);

  const values = rows.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
  const scale = heightsFor(Math.min(...values), Math.max(...values));
  const [low, high] = [scale[0] ?? 0, scale.at(-1) ?? 1];
  const y = (value: number) => frame.bottom - ((value - low) / (high - low)) * (frame.bottom - frame.top);

  const pieces = rows.map((row, place) => {
    const next = days[place + 1];
    return { row, x1: x(days[place] ?? first), x2: next === undefined ? frame.right : x(next) };
  });
  const levels = pieces.flatMap(({ row, x1, x2 }) =>
    typeof row.value === 'number'
      ? [{ row, x1, x2, y: y(row.value), certain: isCertain(row.source.confidence) }]
      : [],
  );
  return {
    levels,
    rises: levels.flatMap((level, place) => {
      const before = levels[place - 1];
      return before !== undefined && before.row.until === level.row.from && before.y !== level.y
        ? [{ x: level.x1, y1: before.y, y2: level.y }]
        : [];
    }),
    gaps: pieces.filter(({ row }) => row.state !== 'value'),
    heights: scale.map((value) => ({ y: y(value), value })),
    times: timesBetween(first, first + span, x, frame),
    onX: dayNumber(on) < first ? undefined : x(dayNumber(on)),
  };
}

/** Round values from below the lowest to above the highest; from 0 unless the values lie close together. */
export function heightsFor(lowest: number, highest: number): readonly number[] {
  const from = lowest > highest / 2 && lowest < highest ? lowest : Math.min(0, lowest);
  const to = highest > from ? highest : from + 1;
  const raw = (to - from) / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  const round = [1, 2, 5, 10].find((one) => one * power >= raw) ?? 10;
  // A number of months has no halves.
  const step = Math.max(round * power, 1);
  const start = Math.floor(from / step) * step;
  const count = Math.ceil((to - start) / step);
  return Array.from({ length: count + 1 }, (_, place) => start + place * step);
}

/** Pixels that the words of a mark need: `2026`, `September 2026`. */
const room = { year: 44, month: 112 };

function timesBetween(
  first: number,
  until: number,
  x: (at: number) => number,
  { left, right }: Frame,
): readonly TimeMark[] {
  const marks = (every: number, width: number): readonly TimeMark[] => {
    // Counted from January, so that the marks of quarters and decades fall on their beginnings.
    const start = Math.ceil((monthIndex(monthOf(dayFromNumber(first))) - 1) / every) * every + 1;
    const end = monthIndex(monthOf(dayFromNumber(Math.floor(until))));
    const found: TimeMark[] = [];
    for (let index = start; index <= end; index += every) {
      const month = monthFromIndex(index);
      const at = x(dayNumber(firstDay(month)));
      // What would be cut off at an edge is left out.
      if (at >= left && at <= right - width / 2 + 8) found.push({ x: at, month, isYear: every >= 12 });
    }
    return found;
  };
  const fits = (every: number, width: number) => ((right - left) * every * 30.4) / (until - first) >= width;
  const years = [12, 24, 60, 120, 300].find((every) => fits(every, room.year)) ?? 600;
  const byYear = marks(years, room.year);
  if (byYear.length > 2) return byYear;
  const months = [1, 3, 6].find((every) => fits(every, room.month));
  return months === undefined ? byYear : marks(months, room.month);
}
