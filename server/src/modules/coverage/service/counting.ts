import { type Context, change, read, type Tx } from '#platform/context';
import { type FactPayloads, subscribe } from '#platform/facts';
import * as store from '../store/count.ts';

/** Counts again the people whose cover changed. Listens to `cover.changed`. */
export async function countCoverChange(tx: Tx, changed: FactPayloads['cover.changed']): Promise<void> {
  await store.appendDeltas(tx, { people: changed.personIds, added: changed.added, closed: changed.closed });
}

/** Counts again the people who became one, or two again. Listens to `person.merged`. */
export async function countMerge(tx: Tx, changed: FactPayloads['person.merged']): Promise<void> {
  const people = await store.listMergedPeople(tx, [...changed.merged, ...changed.unmerged]);
  await store.appendDeltas(tx, { people, merged: changed.merged, unmerged: changed.unmerged });
}

/** Counts again the people who live, or lived, elsewhere than we thought. Listens to `person.moved`. */
export async function countMove(tx: Tx, changed: FactPayloads['person.moved']): Promise<void> {
  await store.appendDeltas(tx, {
    people: changed.people.map(({ personId }) => personId),
    moved: changed.people,
  });
}

/** Makes the count follow the facts. Called once per process, where the modules are put together. */
export function followFacts(): void {
  subscribe('cover.changed', countCoverChange);
  subscribe('person.merged', countMerge);
  subscribe('person.moved', countMove);
}

/**
 * Moves all deltas into cells and roll-ups. Figures do not change by it: readers add what is not folded yet. The
 * transaction's scope must hold every area with a delta and the province above it. Returns how many deltas were moved.
 */
async function foldCoverage(tx: Tx): Promise<number> {
  return store.foldDeltas(tx);
}

/** The job: folds when something waits. Returns how many deltas were moved. */
export async function foldCounts(ctx: Context): Promise<number> {
  if (!(await read(ctx, 'coverage.manage', store.hasDeltas))) return 0;
  return change(ctx, 'coverage.manage', async (tx) => {
    const deltas = await foldCoverage(tx);
    await tx.record({ action: 'coverage.folded', facts: { deltas } });
    return deltas;
  });
}
