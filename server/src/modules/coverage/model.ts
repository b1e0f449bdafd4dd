import type { Day, Month } from '@payung/kernel';
import type { Area, NamedSuccession } from '#areas';

/**
 * People whose month was paid, each counted once, and how many of them in each programme.
 *
 * One definition for every screen, map, export and interface: a person is counted in a month when cover stands for it with
 * evidence `ledger` (paid here) or `bpjs_file` (stated by BPJS's own file), under their canonical identity, where they live
 * on its last day. Relief by law (`law`) and membership without payment are not counted here; see `Registered`.
 */
export interface Counts {
  readonly people: number;
  /** Of the people: those whose month rests on a BPJS file alone; for the rest it was paid here. */
  readonly stated: number;
  readonly jkk: number;
  readonly jkm: number;
  readonly jht: number;
  readonly jp: number;
  readonly jkp: number;
}

/** Nobody. */
export const nobody: Counts = { people: 0, stated: 0, jkk: 0, jkm: 0, jht: 0, jp: 0, jkp: 0 };

/** People with a membership in the month, paid for or not. */
export interface Registered {
  readonly registered: number;
  /** Without paid cover. */
  readonly unpaid: number;
  /** Of the unpaid: those whom the law protects all the same. Never part of the headline. */
  readonly tolerated: number;
}

export const measures = [
  'active_members',
  'coverage_percent',
  'target_people',
  'target_percent',
  'denominator',
] as const;
export type Measure = (typeof measures)[number];

/** A number that somebody published or entered. Several that disagree stand side by side; none is ever overwritten. */
export interface Figure {
  readonly figureId: string;
  readonly area: number;
  /** Set when the figure is a branch's own; it is never divided by a kabupaten's denominator. */
  readonly branchId: string | null;
  readonly measure: Measure;
  /** Segment or group, or `all`. */
  readonly segment: string;
  /** As published: `2024`, `2024-08`, `2024-05-09`, `2024-01/2024-03`, or words when the source names none. */
  readonly period: string;
  readonly value: number;
  /** Bounds that the source allows; null when it gives none. */
  readonly low: number | null;
  readonly high: number | null;
  /** True when no source printed the value. */
  readonly estimate: boolean;
  readonly unit: 'person' | 'percent';
  /** What exactly is counted or divided by. */
  readonly definition: string;
  readonly source: string;
  readonly url: string | null;
  /** Day of the publication; null when not known. */
  readonly asOf: Day | null;
  readonly confidence: string;
  readonly note: string | null;
}

/** A percentage that opens: what was divided by what, as defined by whom and when. */
export interface Percentage {
  /** Percent with two decimals. */
  readonly percent: number;
  readonly numerator: number;
  /** The figure divided by. */
  readonly denominator: Figure;
}

export const dimensions = ['area', 'segment', 'group', 'fund'] as const;
export type Dimension = (typeof dimensions)[number];

export interface CoverageRow {
  /** Area code (ten digits), segment, group or fund id. */
  readonly key: string;
  /** Name of the area or fund; the key itself for segments and groups. */
  readonly label: string;
  readonly counts: Counts;
  /** One per denominator; empty where nobody has published one. */
  readonly percentages: readonly Percentage[];
}

export interface Coverage {
  readonly area: Area;
  readonly parents: readonly Area[];
  readonly month: Month;
  readonly by: Dimension;
  readonly totals: Counts;
  readonly percentages: readonly Percentage[];
  readonly registered: Registered;
  /** Every child area, also those with nobody; of segments, groups and funds those with somebody. Adds up to `totals`. */
  readonly rows: readonly CoverageRow[];
  /** Baselines and targets published for the area; they may disagree. */
  readonly published: readonly Figure[];
  /** Splits in the area: a series across one of them is broken unless its share is known. */
  readonly breaks: readonly NamedSuccession[];
}

/** A tile of the map. Outside the caller's scope it is drawn, and says nothing. */
export interface Tile {
  readonly code: number;
  readonly name: string;
  readonly shortName: string | null;
  readonly column: number;
  readonly row: number;
  /** Null outside the scope. */
  readonly counts: Counts | null;
  readonly percentages: readonly Percentage[];
  /** The latest published percentages of the area; several when they disagree. */
  readonly published: readonly Figure[];
}

/**
 * `people` as a share of each denominator for everybody: of each definition the figures of the latest period that has
 * begun by `month` (else of the earliest), all of them when several disagree. Branch figures are left out.
 */
export function percentagesOf(
  people: number,
  figures: readonly Figure[],
  month: Month,
  segment = 'all',
): Percentage[] {
  const denominators = figures.filter(
    (figure) =>
      figure.measure === 'denominator' &&
      figure.branchId === null &&
      figure.segment === segment &&
      figure.value > 0,
  );
  return latestByDefinition(denominators, month).map((denominator) => ({
    percent: Math.round((people * 10_000) / denominator.value) / 100,
    numerator: people,
    denominator,
  }));
}

/** Of each definition, the figures of the latest period that has begun by `month`; of the earliest when none has. */
export function latestByDefinition(figures: readonly Figure[], month: Month): Figure[] {
  const byDefinition = Map.groupBy(figures, (figure) => figure.definition);
  return [...byDefinition.values()].flatMap((same) => {
    const begun = same.filter((figure) => beginOf(figure.period) <= month);
    const wanted =
      begun.length > 0
        ? begun.reduce((latest, { period }) => (beginOf(period) > latest ? beginOf(period) : latest), '')
        : same.reduce((first, { period }) => (beginOf(period) < first ? beginOf(period) : first), '9999');
    return same.filter((figure) => beginOf(figure.period) === wanted);
  });
}

/** First month of a period for comparing; a year begins before its January, and a period in words before everything. */
function beginOf(period: string): string {
  return /^\d{4}-\d\d/.test(period)
    ? period.slice(0, 7)
    : /^\d{4}/.test(period)
      ? `${period.slice(0, 4)}-00`
      : '0000-00';
}
