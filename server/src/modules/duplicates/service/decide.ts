import { canonicalOf, listCompared, lockMerges, mergePeople, pairOf, undoMerge } from '#people';
import { type Context, change, match, read, type Tx } from '#platform/context';
import { newId } from '#platform/ids';
import { holdsNik } from '#platform/log';
import type { Language } from '#platform/messages';
import { Refusal } from '#platform/refusal';
import type { Choice, DuplicatePair, DuplicateProgress } from '../model.ts';
import * as store from '../store.ts';

const pageSize = 25;

/** A page of the list, and how far it is. */
export interface DuplicateList {
  readonly progress: DuplicateProgress;
  readonly pairs: readonly DuplicatePair[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}

/**
 * Pairs of records that may be one person, the likeliest first, of which the scope shows both; open ones, or those left for later.
 *
 * @throws Refusal auth.forbidden
 */
export async function listDuplicates(
  ctx: Context,
  { later = false, after }: { readonly later?: boolean; readonly after?: string | undefined },
): Promise<DuplicateList> {
  const elsewhere = await match(ctx, 'people.merge', store.countElsewhere);
  return read(ctx, 'people.merge', async (tx) => {
    const found = await store.listPairs(tx, { later, after: placeOf(after), limit: pageSize + 1 });
    const page = found.slice(0, pageSize);
    const last = found.length > pageSize ? page.at(-1) : undefined;
    return {
      progress: { ...(await store.countPairs(tx)), elsewhere },
      pairs: await shown(tx, page),
      next: last === undefined ? null : [last.score, last.firstId, last.secondId].join('|'),
    };
  });
}

/** All open pairs of the scope, batch by batch in the order of the list. */
export async function* openPages(tx: Tx): AsyncGenerator<DuplicatePair[]> {
  for await (const pairs of store.streamOpenPairs(tx)) yield shown(tx, pairs);
}

function placeOf(after: string | undefined): store.PairPlace | undefined {
  const [score, first, second] = after?.split('|') ?? [];
  return score === undefined || first === undefined || second === undefined
    ? undefined
    : [Number(score), first, second];
}

async function shown(tx: Tx, pairs: readonly store.PairRecord[]): Promise<DuplicatePair[]> {
  const records = await listCompared(
    tx,
    pairs.flatMap(({ firstId, secondId }) => [firstId, secondId]),
  );
  const decisions = await store.listDecisions(
    tx,
    pairs.map(({ firstId }) => firstId),
  );
  return pairs.flatMap(({ firstId, secondId }) => {
    const pair = pairOf(tx, records.get(firstId), records.get(secondId));
    if (pair === undefined) return [];
    const made = decisions.find((one) => one.firstId === firstId && one.secondId === secondId);
    const decision =
      made === undefined ? null : { choice: made.choice, why: made.why, by: made.by, at: made.at };
    return [{ ...pair, decision }];
  });
}

export interface DuplicateChoice {
  readonly choice: Choice;
  /** For `same`: whose record speaks for both. Left out, the one with a NIK, else the older one. */
  readonly keep?: string | undefined;
  /** Why, in words, when the comparison does not say it already. */
  readonly why?: string | undefined;
}

/**
 * Decides a pair: one person (the records are merged), two people (never asked again, nor by the check of a roster), or later.
 * Deciding again replaces the decision; a merge is taken back first.
 *
 * @throws Refusal auth.forbidden, people.notFound when the pair is not on the list or not in scope, people.alreadyOne,
 *   request.invalid when the reason holds a NIK, and those of mergePeople
 */
export async function decidePair(
  ctx: Context,
  ids: readonly [string, string],
  { choice, keep, why }: DuplicateChoice,
): Promise<DuplicateProgress> {
  if (why !== undefined && holdsNik(why)) {
    throw new Refusal('request.invalid', { path: 'why', problem: 'holdsNik' });
  }
  const [firstId, secondId] = inOrder(ids);
  const { pair, people } = await read(ctx, 'people.merge', async (tx) => ({
    pair: await store.findPair(tx, firstId, secondId),
    people: await listCompared(tx, [firstId, secondId]),
  }));
  const [first, second] = [people.get(firstId), people.get(secondId)];
  if (pair === undefined || first === undefined || second === undefined) throw new Refusal('people.notFound');
  if (choice === 'same') {
    const into = keep ?? (second.numbered && !first.numbered ? secondId : firstId);
    if (into !== firstId && into !== secondId) throw new Refusal('people.notFound');
    const personId = into === firstId ? secondId : firstId;
    await mergePeople(ctx, { personId, into, reason: why ?? compared(ctx.language, pair.score) });
    return progressOf(ctx);
  }
  await change(ctx, 'people.merge', async (tx) => {
    // One after the other, as merges are: of records that are one person nobody says that they are two.
    await lockMerges(tx);
    const speaking = await canonicalOf(tx, [firstId, secondId]);
    if (speaking.get(firstId) === speaking.get(secondId)) throw new Refusal('people.alreadyOne');
    await store.undoDecision(tx, firstId, secondId);
    const decisionId = newId();
    await store.insertDecision(tx, {
      ...pair,
      decisionId,
      choice,
      firstArea: first.village,
      secondArea: second.village,
      why: why ?? null,
    });
    await tx.record({
      action: 'duplicates.decided',
      subjectKind: 'person',
      subjectId: firstId,
      area: first.village,
      facts: { decision: decisionId, other: secondId, choice },
    });
  });
  return progressOf(ctx);
}

/**
 * Takes back what was decided of a pair: it is asked again. Two that were merged as this pair are two again.
 *
 * @throws Refusal auth.forbidden, people.notFound, people.mergeNotFound when nothing was decided
 */
export async function reopenPair(ctx: Context, ids: readonly [string, string]): Promise<DuplicateProgress> {
  const [firstId, secondId] = inOrder(ids);
  const { aliasId, people } = await read(ctx, 'people.merge', async (tx) => ({
    aliasId: await store.findMergeOf(tx, firstId, secondId),
    people: await listCompared(tx, [firstId, secondId]),
  }));
  const first = people.get(firstId);
  if (first === undefined || people.size < 2) throw new Refusal('people.notFound');
  if (aliasId !== undefined) await undoMerge(ctx, aliasId, takenBack[ctx.language]);
  else {
    await change(ctx, 'people.merge', async (tx) => {
      if (!(await store.undoDecision(tx, firstId, secondId))) throw new Refusal('people.mergeNotFound');
      await tx.record({
        action: 'duplicates.reopened',
        subjectKind: 'person',
        subjectId: firstId,
        area: first.village,
        facts: { other: secondId },
      });
    });
  }
  return progressOf(ctx);
}

async function progressOf(ctx: Context): Promise<DuplicateProgress> {
  const elsewhere = await match(ctx, 'people.merge', store.countElsewhere);
  return { ...(await read(ctx, 'people.merge', store.countPairs)), elsewhere };
}

function inOrder([one, other]: readonly [string, string]): readonly [string, string] {
  return one < other ? [one, other] : [other, one];
}

const takenBack: Record<Language, string> = {
  id: 'Keputusan pada daftar kemungkinan ganda ditarik kembali.',
  en: 'The decision on the list of likely duplicates was taken back.',
};

function compared(language: Language, percent: number): string {
  return language === 'id'
    ? `Dibandingkan berdampingan; kemiripan ${percent} %.`
    : `Compared side by side; ${percent} % alike.`;
}
