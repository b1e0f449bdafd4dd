import { areaPlace, formatAreaCode } from '#areas';
import { scopeHasArea, subtree } from '#platform/access';
import { type Context, change, match, read, type Tx } from '#platform/context';
import { subscribe } from '#platform/facts';
import { newId } from '#platform/ids';
import { finishProgress, type Job, moveProgress, openProgress, queueJob } from '#platform/jobs';
import { Refusal } from '#platform/refusal';
import { matchHashesOf, PeopleFinder } from '#rosters';
import * as store from '../store.ts';
import {
  type ClearPair,
  type Sought,
  streamSharingKeys,
  streamVillages,
  type VillageRecord,
} from '../store-candidates.ts';
import { judgePairs, normalised, pairsNear } from './judge.ts';

/** The search of an area that somebody asked for. */
export const searchTask = 'duplicates.search';
const rosterTask = 'duplicates.afterAcceptance';

/** So many people at most are looked up by keys made anew: for more, all keys of the base are read through. */
const fewPeople = 1_000;

/** Pairs judged in one transaction. */
const batchSize = 5_000;

/**
 * Asks for everybody of an area to be compared with the whole base; a job does it. Returns its id.
 *
 * @throws Refusal auth.forbidden, areas.notFound, areas.outsideScope
 */
export function searchDuplicates(ctx: Context, area: number): Promise<string> {
  return change(ctx, 'people.merge', async (tx) => {
    await areaPlace(tx, area);
    if (!scopeHasArea(tx.scope, area)) {
      throw new Refusal('areas.outsideScope', { code: formatAreaCode(area) });
    }
    const searchId = newId();
    await openProgress(tx, { subjectId: searchId, task: searchTask, area, partnerId: null });
    await queueJob(tx, searchTask, searchId);
    await tx.record({ action: 'duplicates.searched', subjectKind: 'area', subjectId: String(area), area });
    return searchId;
  });
}

/** Compares everybody of an area with the base. Repeatable: what it found before is found again. */
export const searchArea: Job = {
  name: searchTask,
  async run(ctx, searchId) {
    const area = await read(ctx, 'people.merge', (tx) => store.findSearchArea(tx, searchId));
    if (area === undefined) return;
    const range = subtree(area);
    const began = await match(ctx, 'people.merge', store.now);
    await search(ctx, { area: range }, undefined, (tx, done, total) =>
      moveProgress(tx, searchId, 'comparing', done, total),
    );
    await match(ctx, 'people.merge', async (tx) => {
      await store.forgetPairs(tx, range, began);
      await finishProgress(tx, searchId, null);
    });
  },
  giveUp: (ctx, searchId) =>
    match(ctx, 'people.merge', (tx) => finishProgress(tx, searchId, { code: 'server.error', facts: {} })),
};

/** Compares the people whom an accepted roster brought with the base. */
export const searchNewPeople: Job = {
  name: rosterTask,
  async run(ctx, rosterId) {
    const under = await match(ctx, 'people.merge', async (tx) => {
      const ids = await store.listOfRoster(tx, rosterId, fewPeople + 1);
      return ids.length > fewPeople ? undefined : keysOf(ctx, tx, ids);
    });
    await search(ctx, { rosterId }, under);
  },
  // The list lacks what was not found; the next search of the area brings it.
  giveUp: async () => undefined,
};

/** Makes the list follow acceptance. Called once per process, where the modules are put together. */
export function followAcceptance(): void {
  subscribe('people.recorded', queueSearch);
}

function queueSearch(tx: Tx, { rosterId }: { readonly rosterId: string }): Promise<void> {
  return queueJob(tx, rosterTask, rosterId);
}

/** Keys under which these people are kept. */
async function keysOf(ctx: Context, matchTx: Tx, ids: readonly string[]): Promise<bigint[]> {
  const people = [...(await new PeopleFinder(ctx, matchTx).byId(ids)).values()];
  return people.flatMap((person) => matchHashesOf(ctx.platform.sealer, normalised(person)).kept);
}

/** Compares those sought with whoever shares a key with them, and keeps whom they may be. */
async function search(
  ctx: Context,
  sought: Sought,
  under?: readonly bigint[],
  told?: (matchTx: Tx, done: number, total: number) => Promise<void>,
): Promise<void> {
  const keep = (pairs: readonly ClearPair[], more?: (tx: Tx) => Promise<void>) =>
    match(ctx, 'people.merge', async (tx) => {
      await store.keepPairs(tx, await judgePairs(ctx, tx, pairs));
      await more?.(tx);
    });
  await match(ctx, 'people.merge', async (reading) => {
    for await (const pairs of inBatches(streamVillages(reading, sought))) await keep(pairs);
  });
  await match(ctx, 'people.merge', async (reading) => {
    let done = 0;
    for await (const { pairs, total } of streamSharingKeys(reading, sought, under)) {
      done += pairs.length;
      await keep(pairs, (tx) => told?.(tx, done, total) ?? Promise.resolve());
    }
  });
}

/** Pairs of many villages together, so that each batch is worth its transaction. */
async function* inBatches(villages: AsyncIterable<readonly VillageRecord[]>): AsyncGenerator<ClearPair[]> {
  let batch: ClearPair[] = [];
  for await (const people of villages) {
    for (const pair of pairsNear(people)) {
      batch.push(pair);
      if (batch.length < batchSize) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
