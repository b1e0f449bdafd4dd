import { comparePeople, normaliseName } from '@payung/identity';
import { areaPlace, formatAreaCode } from '#areas';
import { scopeHasArea, subtree } from '#platform/access';
import { type Context, change, match, read, type Tx } from '#platform/context';
import { subscribe } from '#platform/facts';
import { newId } from '#platform/ids';
import { finishProgress, type Job, moveProgress, openProgress, queueJob } from '#platform/jobs';
import { Refusal } from '#platform/refusal';
import { type KnownPerson, listRemembered, matchHashesOf, PeopleFinder, rowKeyOf } from '#rosters';
import type { FoundPair } from '../model.ts';
import * as store from '../store.ts';

/** The search of an area that somebody asked for. */
export const searchTask = 'duplicates.search';
const rosterTask = 'duplicates.afterAcceptance';

/** People compared with the base in one transaction: few enough that one slow block holds nobody up. */
const batchSize = 250;

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
    const total = await match(ctx, 'people.merge', (tx) => store.countOfArea(tx, range));
    const began = await match(ctx, 'people.merge', store.now);
    let done = 0;
    await inBatches(
      ctx,
      (tx, after) => store.listOfArea(tx, range, after, batchSize),
      async (tx, people) => {
        done += people;
        await moveProgress(tx, searchId, 'comparing', done, total);
      },
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
  run: (ctx, rosterId) => inBatches(ctx, (tx, after) => store.listOfRoster(tx, rosterId, after, batchSize)),
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

/** A pair may be met from one side only: those without a NIK are kept under more keys than others. So it is met from both. */
async function inBatches(
  ctx: Context,
  next: (matchTx: Tx, after: string | null) => Promise<string[]>,
  told?: (matchTx: Tx, people: number) => Promise<void>,
): Promise<void> {
  for (let after: string | null = null; ; ) {
    const ids: string[] = await match(ctx, 'people.merge', async (tx) => {
      const people = await next(tx, after);
      const pairs = await pairsOf(ctx, tx, people);
      await store.keepPairs(tx, pairs);
      await told?.(tx, people.length);
      return people;
    });
    const last = ids.at(-1);
    if (last === undefined || ids.length < batchSize) return;
    after = last;
  }
}

/** Whom of the base these people may be the same as, but for what was decided. */
async function pairsOf(ctx: Context, matchTx: Tx, ids: readonly string[]): Promise<FoundPair[]> {
  const { sealer } = ctx.platform;
  const finder = new PeopleFinder(ctx, matchTx);
  const people = [...(await finder.byId(ids)).values()];
  const sought = new Map(
    people.map((person) => [person.personId, matchHashesOf(sealer, normalised(person)).sought]),
  );
  const candidates = await finder.candidates([...sought.values()].flat());
  const found = new Map<string, FoundPair>();
  for (const person of people) {
    const near = (sought.get(person.personId) ?? []).flatMap((hash) => candidates.get(hash) ?? []);
    for (const other of new Map(near.map((one) => [one.personId, one])).values()) {
      const pair = pairOf(person, other, (one) => keyOf(ctx, one));
      if (pair !== undefined) found.set(`${pair.firstId} ${pair.secondId}`, pair);
    }
  }
  return undecided(matchTx, [...found.values()]);
}

function keyOf(ctx: Context, person: KnownPerson): Buffer {
  return rowKeyOf(ctx.platform.sealer, normalised(person));
}

function normalised(person: KnownPerson) {
  const { name } = person;
  return { ...person, name: typeof name === 'string' ? normaliseName(name) : name };
}

function pairOf(
  person: KnownPerson,
  other: KnownPerson,
  key: (one: KnownPerson) => Buffer,
): FoundPair | undefined {
  if (other.personId === person.personId || other.dead || person.dead) return undefined;
  const { verdict, rule, score } = comparePeople(person, other);
  if (verdict === 'different') return undefined;
  const [first, second] = person.personId < other.personId ? [person, other] : [other, person];
  return {
    firstId: first.personId,
    secondId: second.personId,
    firstArea: first.village,
    secondArea: second.village,
    firstKey: key(first),
    secondKey: key(second),
    verdict,
    rule,
    score: Math.round(score * 100),
  };
}

/** Leaves out pairs of which somebody said, on a roster, that they are two people. */
async function undecided(matchTx: Tx, pairs: readonly FoundPair[]): Promise<FoundPair[]> {
  if (pairs.length === 0) return [];
  const remembered = await listRemembered(
    matchTx,
    pairs.flatMap(({ firstKey, secondKey }) => [firstKey, secondKey]),
  );
  const isTold = (key: Buffer, otherId: string, otherKey: Buffer) => {
    const said = remembered.get(key.toString('hex'));
    return [`person:${otherId}`, `row:${otherKey.toString('hex')}`].some(
      (name) => said?.get(name)?.same === false,
    );
  };
  return pairs.filter(
    ({ firstId, secondId, firstKey, secondKey }) =>
      !isTold(firstKey, secondId, secondKey) && !isTold(secondKey, firstId, firstKey),
  );
}
