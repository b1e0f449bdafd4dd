import type { Columns } from './column.ts';
import { alignColumns, renamed } from './infer-alignment.ts';
import { inferBlocking } from './infer-blocking.ts';
import { sampleColumns } from './infer-columns.ts';
import { inferComparisons } from './infer-comparisons.ts';
import { idColumn } from './infer-id.ts';
import { columnsLeftOut, type LeftOut } from './infer-left-out.ts';
import { ROW } from './records.ts';
import type { LinkageSpec } from './spec.ts';

/** Tables from which no spec can be inferred: no column is left to compare. */
export class InferenceError extends Error {
  override readonly name = 'InferenceError';

  constructor() {
    super('no column is left to compare');
  }
}

/** Pairs compared for each record: of large tables fewer, as each pair takes the same time whatever it finds. */
const pairsPerRecord = (records: number): number => 60 * Math.min(1, Math.sqrt(100_000 / records));

export type Inferred = {
  readonly spec: LinkageSpec;
  /** Columns that are not compared, since they say who is who or count the rows. */
  readonly leftOut: readonly LeftOut[];
};

/**
 * A spec for tables of which nothing else is known, from their headers and values: which column names the record (`row`, its
 * number, if none does), how each of the others is compared, and which pairs are looked at. Columns of two tables that bear
 * different names are found by their values. Columns that only one table has are left out, and so are those that repeat
 * others, count the rows, or say who is who (`cluster`, or what begins the name of the record). It is a beginning: print it,
 * and change what you know better.
 *
 * @param id the column that names the record, if it is known
 * @throws InferenceError if no column is left to compare
 */
export function inferSpec(left: Columns, right?: Columns, id?: string): LinkageSpec {
  return inferFrom(left, right, id).spec;
}

/** The same, with what was left out. */
export function inferFrom(left: Columns, right?: Columns, id?: string): Inferred {
  const names = right === undefined ? {} : alignColumns(left, right);
  const other = right === undefined ? undefined : renamed(right, names);
  const named = id ?? idColumn(left, other);
  const leftOut = columnsLeftOut(left, other, named);
  const sample = sampleColumns(left, other, new Set([named, ...leftOut.map(({ column }) => column)]));
  if (sample.profiles.length === 0) throw new InferenceError();
  const comparisons = inferComparisons(sample.profiles);
  const budget = pairsPerRecord(sample.rows * sample.scale);
  const blocking = inferBlocking(sample, comparisons, budget);
  const used = new Set([named, ...sample.profiles.map(({ column }) => column)]);
  const differing = Object.fromEntries(Object.entries(names).filter(([name]) => used.has(name)));
  return {
    spec: {
      id: named ?? ROW,
      ...(Object.keys(differing).length === 0 ? {} : { right: differing }),
      comparisons,
      blocking,
    },
    leftOut,
  };
}
