import { type Day, dayFromParts, dayNumber, partsOf } from '@payung/kernel';
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
  readonly years: readonly { readonly x: number; readonly year: number }[];
  /** Where the day lies; undefined before the beginning of the history. */
  readonly onX: number | undefined;
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
    years: yearsBetween(rows[0]?.from ?? on, first + span, x, frame.right - frame.left),
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

function yearsBetween(
  from: Day,
  until: number,
  x: (at: number) => number,
  width: number,
): readonly { readonly x: number; readonly year: number }[] {
  const firstOf = (year: number) => dayFromParts(year, 1, 1);
  const years: { x: number; year: number }[] = [];
  for (let year = partsOf(from).year + 1; ; year += 1) {
    const at = firstOf(year);
    if (at === undefined || dayNumber(at) > until) break;
    years.push({ x: x(dayNumber(at)), year });
  }
  // A year in figures needs some 44 pixels.
  const room = Math.max(Math.floor(width / 44), 1);
  const every = [1, 2, 5, 10, 25].find((one) => years.length / one <= room) ?? 50;
  return years.filter(({ year }) => year % every === 0);
}
