import { areaPlace, formatAreaCode } from '#areas';
import { scopeHasArea, subtree } from '#platform/access';
import { type Context, change, match, read, type Tx } from '#platform/context';
import { subscribe } from '#platform/facts';
import { newId } from '#platform/ids';
import { finishProgress, type Job, moveProgress, openProgress, queueJob } from '#platform/jobs';
import { Refusal } from '#platform/refusal';
import { matchHashesOf, PeopleFinder } from '#rosters';
import type { FoundPair } from '../model.ts';
import * as store from '../store.ts';
import {
  type ClearPair,
  countParts,
  type Sought,
  streamSharing,
  streamVillages,
  type VillageRecord,
} from '../store-candidates.ts';
import { judgePairs, normalised, pairsNear } from './judge.ts';

/** The search of an area that somebody asked for. */
export const searchTask = 'duplicates.search';
const rosterTask = 'duplicates.afterAcceptance';

/** So many people at most are looked up by keys made anew: for more, all keys of the base are read through. */
const fewPeople = 1_000;

/** Pairs judged, or kept, at once. */
const batchSize = 5_000;

/** Keys gone through in one transaction: with many more, the rows that others replace meanwhile cannot be cleared away. */
const keysAtOnce = 200_000;

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

/** Compares everybody of an area with the base. Killed half-way, it goes on with the part it was at. */
export const searchArea: Job = {
  name: searchTask,
  async run(ctx, searchId) {
    const asked = await read(ctx, 'people.merge', (tx) => store.findSearch(tx, searchId));
    if (asked === undefined) return;
    const area = subtree(asked.area);
    const parts = await match(ctx, 'people.merge', async (tx) => {
      const total = asked.total ?? (await countParts(tx, keysAtOnce));
      await moveProgress(tx, searchId, 'comparing', asked.done, total);
      return total;
    });
    await search(
      ctx,
      { area },
      { from: asked.done, parts, told: (tx, done) => moveProgress(tx, searchId, 'comparing', done, parts) },
    );
    await match(ctx, 'people.merge', async (tx) => {
      await store.forgetPairs(tx, area, asked.began);
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
    const how = await match(ctx, 'people.merge', async (tx) => {
      const ids = await store.listOfRoster(tx, rosterId, fewPeople + 1);
      return ids.length > fewPeople
        ? { parts: await countParts(tx, keysAtOnce) }
        : { parts: 1, under: await keysOf(ctx, tx, ids) };
    });
    await search(ctx, { rosterId }, how);
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

interface SearchTerms {
  /** In how many parts the base is gone through. */
  readonly parts: number;
  /** The first of them that is still to do. */
  readonly from?: number;
  /** Keys of those sought, where they are few. */
  readonly under?: readonly bigint[];
  readonly told?: (matchTx: Tx, done: number) => Promise<void>;
}

/** Compares those sought with whoever shares a key or a name with them, and keeps whom they may be: part by part, each kept whole. */
async function search(
  ctx: Context,
  sought: Sought,
  { parts, from = 0, under, told }: SearchTerms,
): Promise<void> {
  for (let index = from; index < parts; index += 1) {
    await match(ctx, 'people.merge', async (tx) => {
      const part = { index, of: parts };
      const found = new Map<string, FoundPair>();
      const judge = async (pairs: readonly ClearPair[]) => {
        for (const pair of await judgePairs(ctx, tx, pairs)) {
          found.set(`${pair.firstId} ${pair.secondId}`, pair);
        }
      };
      for await (const pairs of inBatches(streamVillages(tx, sought, part))) await judge(pairs);
      for await (const pairs of streamSharing(tx, sought, part, under)) await judge(pairs);
      // In one order, so that two searches wait for each other and not in a circle.
      const inOrder = [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, pair]) => pair);
      for (let at = 0; at < inOrder.length; at += batchSize) {
        await store.keepPairs(tx, inOrder.slice(at, at + batchSize));
      }
      await told?.(tx, index + 1);
    });
  }
}

/** Pairs of many villages together, so that each batch is worth its queries. */
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
