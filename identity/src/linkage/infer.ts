import { inferBlocking } from './infer-blocking.ts';
import { idColumn, sampleColumns } from './infer-columns.ts';
import { inferComparisons } from './infer-comparisons.ts';
import type { Columns } from './records.ts';
import type { LinkageSpec } from './spec.ts';

/** Tables from which no spec can be inferred. */
export class InferenceError extends Error {
  override readonly name = 'InferenceError';
  readonly missing: 'id' | 'columns';

  constructor(missing: 'id' | 'columns') {
    super(missing === 'id' ? 'no column has another value in every row' : 'no column is left to compare');
    this.missing = missing;
  }
}

/** Pairs compared for each record: of large tables fewer, as each pair takes the same time whatever it finds. */
const pairsPerRecord = (records: number): number => 60 * Math.min(1, Math.sqrt(100_000 / records));

/**
 * A spec for tables of which nothing else is known, from their headers and values: which column names the record, how each of
 * the others is compared, and which pairs are looked at. Columns that only one of two tables has are left out, and so are
 * those that repeat others and those named `cluster` or `entity`. It is a beginning: print it, and change what you know
 * better.
 *
 * @throws InferenceError if no column has another value in every row, or none is left to compare
 */
export function inferSpec(left: Columns, right?: Columns): LinkageSpec {
  const id = idColumn(left, right);
  if (id === undefined) throw new InferenceError('id');
  const sample = sampleColumns(left, right, id);
  if (sample.profiles.length === 0) throw new InferenceError('columns');
  const comparisons = inferComparisons(sample.profiles);
  const budget = pairsPerRecord(sample.rows * sample.scale);
  return { id, comparisons, blocking: inferBlocking(sample, comparisons, budget) };
}
