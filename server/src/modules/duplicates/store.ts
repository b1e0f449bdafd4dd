import { sql } from 'kysely';
import type { AreaRange } from '#platform/access';
import { fetchInBatches, type Tx, within } from '#platform/context';
import type { Choice, FoundPair } from './model.ts';

/** The first of those whom an accepted roster brought. Only the matching role can ask. */
export async function listOfRoster(matchTx: Tx, rosterId: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    select person_id from roster_row where roster_id = ${rosterId} and verdict = 'new' and person_id is not null
    limit ${limit}`.execute(matchTx.db);
  return rows.map((row) => row.person_id);
}

/** Keeps pairs, or what is found of them now. Only the matching role can. */
export async function keepPairs(matchTx: Tx, pairs: readonly FoundPair[]): Promise<void> {
  if (pairs.length === 0) return;
  await matchTx.db
    .insertInto('duplicate_pair')
    .values(
      pairs.map((pair) => ({
        first_id: pair.firstId,
        second_id: pair.secondId,
        first_area: pair.firstArea,
        second_area: pair.secondArea,
        first_key: pair.firstKey,
        second_key: pair.secondKey,
        verdict: pair.verdict,
        rule: pair.rule,
        score: pair.score,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['first_id', 'second_id']).doUpdateSet((values) => ({
        first_area: values.ref('excluded.first_area'),
        second_area: values.ref('excluded.second_area'),
        first_key: values.ref('excluded.first_key'),
        second_key: values.ref('excluded.second_key'),
        verdict: values.ref('excluded.verdict'),
        rule: values.ref('excluded.rule'),
        score: values.ref('excluded.score'),
        found_at: sql<string>`now()`,
      })),
    )
    .execute();
}

/** A pair is a question while its records are two people, and nobody has said that they are. */
const unanswered = sql`
  coalesce(canonical_person((select a.canonical_id from person_alias a where a.person_id = d.first_id and a.undone_at is null)), d.first_id)
    <> coalesce(canonical_person((select a.canonical_id from person_alias a where a.person_id = d.second_id and a.undone_at is null)), d.second_id)`;

/**
 * Forgets pairs of an area that a search since `began` did not find again, but for those decided or merged, which may be taken back.
 * Only the matching role can.
 */
export async function forgetPairs(matchTx: Tx, [from, beyond]: AreaRange, began: string): Promise<void> {
  await sql`
    delete from duplicate_pair d
    where d.found_at < ${began}::timestamptz and ${unanswered}
      and (d.first_area >= ${from}::bigint and d.first_area < ${beyond}::bigint
        or d.second_area >= ${from}::bigint and d.second_area < ${beyond}::bigint)
      and not exists (
        select from duplicate_decision c
        where c.first_id = d.first_id and c.second_id = d.second_id and c.undone_at is null)`.execute(
    matchTx.db,
  );
}

/** Whoever was withdrawn with the roster that brought them is nobody to decide about. */
const decision = sql`
  join person one on one.person_id = d.first_id join person two on two.person_id = d.second_id
  left join duplicate_decision c on c.first_id = d.first_id and c.second_id = d.second_id and c.undone_at is null`;

/** A pair on the list. */
export interface PairRecord {
  readonly firstId: string;
  readonly secondId: string;
  readonly score: number;
  readonly firstKey: Buffer;
  readonly secondKey: Buffer;
}

/** Where the next page of pairs begins. */
export type PairPlace = readonly [score: number, firstId: string, secondId: string];

/** Pairs of which both are in scope, the likeliest first. */
export async function listPairs(
  tx: Tx,
  wanted: { readonly later: boolean; readonly after: PairPlace | undefined; readonly limit: number },
): Promise<PairRecord[]> {
  const [score, first, second] = wanted.after ?? [null, null, null];
  const { rows } = await sql<PairRecord>`
    ${pairs(tx, wanted.later)}
      and (${score}::integer is null
        or (-d.score, d.first_id, d.second_id) > (-${score}::integer, ${first}::uuid, ${second}::uuid))
    ${likeliestFirst} limit ${wanted.limit}`.execute(tx.db);
  return rows;
}

/** All open pairs of which both are in scope, in the same order, batch by batch. */
export function streamOpenPairs(tx: Tx): AsyncGenerator<PairRecord[]> {
  return fetchInBatches<PairRecord>(tx, sql`${pairs(tx, false)} ${likeliestFirst}`);
}

function pairs(tx: Tx, later: boolean) {
  return sql`
    select d.first_id as "firstId", d.second_id as "secondId", d.score, d.first_key as "firstKey", d.second_key as "secondKey"
    from duplicate_pair d ${decision}
    where ${within(tx, 'd.first_area')} and ${within(tx, 'd.second_area')}
      and c.choice is not distinct from ${later ? 'later' : null}::text and ${unanswered}`;
}

const likeliestFirst = sql`order by -d.score, d.first_id, d.second_id`;

/** One pair in scope, whatever was decided of it. */
export async function findPair(tx: Tx, firstId: string, secondId: string): Promise<PairRecord | undefined> {
  const { rows } = await sql<PairRecord>`
    select d.first_id as "firstId", d.second_id as "secondId", d.score, d.first_key as "firstKey", d.second_key as "secondKey"
    from duplicate_pair d where d.first_id = ${firstId} and d.second_id = ${secondId}`.execute(tx.db);
  return rows[0];
}

/** How many pairs of the scope wait for a decision, and how many were left for later. */
export async function countPairs(tx: Tx): Promise<{ open: number; later: number }> {
  const { rows } = await sql<{ open: number; later: number }>`
    select (count(*) filter (where c.choice is null))::integer as open,
      (count(*) filter (where c.choice = 'later'))::integer as later
    from duplicate_pair d ${decision}
    where ${within(tx, 'd.first_area')} and ${within(tx, 'd.second_area')} and ${unanswered}`.execute(tx.db);
  return rows[0] ?? { open: 0, later: 0 };
}

/** How many open pairs have one record in the scope and the other outside. Only the matching role can ask. */
export async function countElsewhere(matchTx: Tx): Promise<number> {
  const { rows } = await sql<{ pairs: number }>`
    select count(*)::integer as pairs from duplicate_pair d ${decision}
    where ${within(matchTx, 'd.first_area')} <> ${within(matchTx, 'd.second_area')} and c.choice is null and ${unanswered}`.execute(
    matchTx.db,
  );
  return rows[0]?.pairs ?? 0;
}

/** What was decided of a pair that stays two people. */
export interface DecisionRecord {
  readonly firstId: string;
  readonly secondId: string;
  readonly choice: Exclude<Choice, 'same'>;
  readonly why: string | null;
  readonly by: string;
  readonly at: string;
}

/** Decisions in force on pairs of these first records. */
export async function listDecisions(tx: Tx, firstIds: readonly string[]): Promise<DecisionRecord[]> {
  const { rows } = await sql<DecisionRecord>`
    select first_id as "firstId", second_id as "secondId", choice, why, decided_by as by, recorded_at as at
    from duplicate_decision where first_id = any (${firstIds}::uuid[]) and undone_at is null`.execute(tx.db);
  return rows;
}

interface NewDecision extends Pick<PairRecord, 'firstId' | 'secondId' | 'firstKey' | 'secondKey'> {
  readonly decisionId: string;
  readonly choice: Exclude<Choice, 'same'>;
  readonly firstArea: number;
  readonly secondArea: number;
  readonly why: string | null;
}

export async function insertDecision(tx: Tx, made: NewDecision): Promise<void> {
  await tx.db
    .insertInto('duplicate_decision')
    .values({
      decision_id: made.decisionId,
      first_id: made.firstId,
      second_id: made.secondId,
      choice: made.choice,
      first_key: made.firstKey,
      second_key: made.secondKey,
      first_area: made.firstArea,
      second_area: made.secondArea,
      why: made.why,
      decided_by: tx.actor.id,
    })
    .execute();
}

/** Takes back what was decided of a pair. True when something was. */
export async function undoDecision(tx: Tx, firstId: string, secondId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('duplicate_decision')
    .set({ undone_by: tx.actor.id, undone_at: sql`now()` })
    .where('first_id', '=', firstId)
    .where('second_id', '=', secondId)
    .where('undone_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** The merge in force by which these two became one, directly; undefined when they did not. */
export async function findMergeOf(tx: Tx, oneId: string, otherId: string): Promise<string | undefined> {
  const { rows } = await sql<{ alias_id: string }>`
    select alias_id from person_alias
    where undone_at is null and ((person_id = ${oneId} and canonical_id = ${otherId}) or (person_id = ${otherId} and canonical_id = ${oneId}))`.execute(
    tx.db,
  );
  return rows[0]?.alias_id;
}

/** A search that was asked for: when, and how many of its parts are done; undefined when it is not known. */
export async function findSearch(tx: Tx, searchId: string) {
  return tx.db
    .selectFrom('job_progress')
    .select(['area', 'started_at as began', 'done', 'total'])
    .where('subject_id', '=', searchId)
    .executeTakeFirst();
}

/** The latest search of the scope: how far it is, or when it ended. */
export async function findLatestSearch(tx: Tx, task: string) {
  return tx.db
    .selectFrom('job_progress')
    .innerJoin('area', 'area.code', 'job_progress.area')
    .select(['subject_id', 'area.name as area_name', 'done', 'total', 'finished_at', 'problem'])
    .where('task', '=', task)
    .where(within(tx, 'job_progress.area'))
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}
