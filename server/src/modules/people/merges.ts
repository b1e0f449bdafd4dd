import { type Context, change, read, type Tx } from '#platform/context';
import { publish } from '#platform/facts';
import { newId } from '#platform/ids';
import { holdsNik } from '#platform/log';
import { Refusal } from '#platform/refusal';
import { type Likeness, likenessOf, openCompared, type ShownPerson } from './comparison.ts';
import { followDeaths } from './deaths.ts';
import type { PersonSummary } from './model.ts';
import * as store from './store.ts';
import * as merges from './store-merges.ts';

/** A record that another speaks for, as far as the caller's scope shows it. */
export interface Merge {
  readonly aliasId: string;
  readonly record: PersonSummary;
  /** Name of the record it was merged into; null outside the scope. */
  readonly intoName: string | null;
  readonly by: string;
  readonly at: string;
  readonly reason: string;
}

/** Two records side by side. */
export interface Pair extends Likeness {
  readonly people: readonly [PairPerson, PairPerson];
  /** They are one person already. */
  readonly merged: boolean;
}

/** One of a pair. */
export interface PairPerson extends ShownPerson {
  readonly personId: string;
  /** False for somebody without a NIK, who cannot speak for somebody with one. */
  readonly numbered: boolean;
}

export interface MergeInput {
  readonly personId: string;
  /** The record that speaks for both from now on. */
  readonly into: string;
  readonly reason: string;
}

/**
 * Makes two records one person: that of `personId` points at `into`. No row is moved; counts, matching and lists follow in the
 * same transaction. A record that was merged before stands for the one that speaks for it, on either side. Who died in one died in both.
 *
 * @throws Refusal auth.forbidden, people.notFound, people.mergedElsewhere when a record was merged into one outside the scope,
 *   people.alreadyOne, people.keepNumbered, request.invalid when the reason itself holds a NIK
 */
export async function mergePeople(ctx: Context, { personId, into, reason }: MergeInput): Promise<string> {
  if (holdsNik(reason)) throw new Refusal('request.invalid', { path: 'reason', problem: 'holdsNik' });
  return change(ctx, 'people.merge', async (tx) => {
    await merges.lockMerges(tx);
    const named = await store.listById(tx, [personId, into]);
    if (named.length < 2 && personId !== into) throw new Refusal('people.notFound');
    const speaking = await merges.canonicalOf(tx, [personId, into]);
    const [merged, keeps] = [speaking.get(personId), speaking.get(into)];
    if (merged === undefined || keeps === undefined || merged === keeps) {
      throw new Refusal('people.alreadyOne');
    }
    const records = await merges.listCompared(tx, [merged, keeps]);
    const [away, kept] = [records.get(merged), records.get(keeps)];
    if (away === undefined || kept === undefined) throw new Refusal('people.mergedElsewhere');
    // What speaks for both must have what both are found by.
    if (away.numbered && !kept.numbered) throw new Refusal('people.keepNumbered');
    const aliasId = newId();
    await merges.insertMerge(tx, { aliasId, personId: merged, into: keeps, reason });
    await publish(tx, 'person.merged', { merged: [aliasId], unmerged: [] });
    await followDeaths(tx, [keeps]);
    await tx.record({
      action: 'people.merged',
      subjectKind: 'person',
      subjectId: keeps,
      area: kept.village,
      facts: { alias: aliasId, record: merged, reason },
    });
    return aliasId;
  });
}

/**
 * Makes them two people again: the merge ends, everything else stays as it was. What was merged into either since then stays with
 * the one it was merged into.
 *
 * @throws Refusal auth.forbidden, people.mergeNotFound when no such merge is in force, or one of the two is outside the scope,
 *   request.invalid when the reason itself holds a NIK
 */
export async function undoMerge(ctx: Context, aliasId: string, reason: string): Promise<void> {
  if (holdsNik(reason)) throw new Refusal('request.invalid', { path: 'reason', problem: 'holdsNik' });
  return change(ctx, 'people.merge', async (tx) => {
    await merges.lockMerges(tx);
    const merge = await merges.findMerge(tx, aliasId);
    if (merge === undefined) throw new Refusal('people.mergeNotFound');
    const { personId, into } = merge;
    const [kept] = await store.listById(tx, [into]);
    const [record] = await store.listById(tx, [personId]);
    if (kept === undefined || record === undefined) throw new Refusal('people.mergeNotFound');
    await merges.endMerge(tx, aliasId, reason);
    await publish(tx, 'person.merged', { merged: [], unmerged: [aliasId] });
    await followDeaths(tx, [personId, into]);
    await tx.record({
      action: 'people.unmerged',
      subjectKind: 'person',
      subjectId: into,
      area: kept.area,
      facts: { alias: aliasId, record: personId, reason },
    });
  });
}

/**
 * Two records side by side, with what they have in common.
 *
 * @throws Refusal auth.forbidden, people.notFound when one of them is not in scope
 */
export function comparePair(ctx: Context, one: string, other: string): Promise<Pair> {
  return read(ctx, 'people.merge', async (tx) => {
    const records = await merges.listCompared(tx, [one, other]);
    const speaking = await merges.canonicalOf(tx, [one, other]);
    const pair = pairOf(tx, records.get(one), records.get(other));
    if (pair === undefined) throw new Refusal('people.notFound');
    return { ...pair, merged: speaking.get(one) === speaking.get(other) };
  });
}

/** Two opened records side by side; undefined when one is missing. */
export function pairOf(
  tx: Tx,
  one: merges.StoredRecord | undefined,
  other: merges.StoredRecord | undefined,
): Omit<Pair, 'merged'> | undefined {
  if (one === undefined || other === undefined) return undefined;
  const [a, b] = [openCompared(tx, one), openCompared(tx, other)];
  const shown = ({ personId, numbered }: merges.StoredRecord, person: ShownPerson) => ({
    ...person,
    personId,
    numbered,
  });
  return { people: [shown(one, a.shown), shown(other, b.shown)], ...likenessOf(a.match, b.match) };
}

/** For whom this record speaks, the latest merge first; only records that the scope shows. */
export async function listMerges(tx: Tx, personId: string): Promise<Merge[]> {
  const found = await merges.listMerges(tx, personId);
  const people = await store.listById(
    tx,
    found.flatMap((merge) => [merge.personId, merge.into]),
  );
  const byId = new Map(people.map((person) => [person.personId, person]));
  return found.flatMap(({ aliasId, by, at, reason, ...merge }) => {
    const record = byId.get(merge.personId);
    return record === undefined
      ? []
      : [{ aliasId, record, intoName: byId.get(merge.into)?.name ?? null, by, at, reason }];
  });
}
