import {
  encodeRecords,
  fitModel,
  joinPairs,
  type Linkage,
  type LinkageModel,
  type LinkageSpec,
  orderPairs,
  type Records,
  sampleCandidates,
  scorePairs,
  trainedModel,
  trainModel,
} from '@payung/identity';
import type { Task } from './read.ts';
import { SecondCore } from './second-core.ts';
import type { waitPrinter } from './wait.ts';

/** Of fewer records a second core saves less than a second, and takes a quarter more of the processor: it learns its way anew. */
const worthTwoCores = 100_000;

/**
 * Links what was read, on two cores if there are many records; the result is the same on one. The columns of the tables are
 * let go.
 */
export async function linkTask(
  { left, right, spec }: Task,
  wait: ReturnType<typeof waitPrinter>,
): Promise<Linkage> {
  const rows = left.rows + (right?.rows ?? 0);
  // Started first: while it loads, the records are prepared.
  const second = rows >= worthTwoCores ? SecondCore.start() : undefined;
  try {
    wait('encoding', { records: rows });
    const records = encodeRecords(left.columns, right?.columns, spec);
    for (const table of [left, right]) if (table !== undefined) table.columns = {};
    wait('training');
    const model = await modelFor(records, spec, second);
    const parts = second === undefined ? 1 : 2;
    const other = second?.score(model);
    const own = scorePairs(records, model, {
      part: 0,
      parts,
      onCompared: (done) => wait('scoring', { done: done * parts }),
    });
    const scored = other === undefined ? [own] : [own, await other];
    const pairs = orderPairs(joinPairs(scored.map((one) => one.pairs)), records, spec);
    return { model, pairs, candidates: scored.reduce((sum, one) => sum + one.candidates, 0) };
  } finally {
    await second?.end();
  }
}

/** Learns on both cores, and leaves the records with the second. */
export async function modelFor(
  records: Records,
  spec: LinkageSpec,
  second: SecondCore | undefined,
): Promise<LinkageModel> {
  if (second === undefined) return trainModel(records, spec);
  const trained = trainedModel(spec);
  const taken = second.take(records, spec, trained !== undefined);
  if (trained !== undefined) {
    await taken;
    return trained;
  }
  const candidates = sampleCandidates(records, spec);
  return fitModel(records, spec, await taken, candidates);
}
