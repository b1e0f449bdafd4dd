import { sql } from 'kysely';
import type { Tx } from '#platform/context';

/** An envelope that takes the place of another. */
export interface Replacement {
  readonly personId: string;
  /** As it was read. */
  readonly before: Buffer;
  readonly after: Buffer;
}

/**
 * Runs statements that change many rows, each by its line of a list. Rows are found by the index and joined with the list by hash:
 * compared line by line, five thousand of them are twenty-five million comparisons, and the planner does not know it.
 */
export async function joinedByHash<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const { rows } = await sql<{ was: string }>`
    with before as materialized (select current_setting('enable_nestloop') as was)
    select was, set_config('enable_nestloop', 'off', true) from before`.execute(tx.db);
  const done = await work();
  await sql`select set_config('enable_nestloop', ${rows[0]?.was ?? 'on'}, true)`.execute(tx.db);
  return done;
}

/** Replaces envelopes that still are those that were read. Returns how many are. */
export async function replaceEnvelopes(tx: Tx, all: readonly Replacement[]): Promise<number> {
  const { rows } = await sql<{ replaced: number }>`
    with replaced as (
      update person p set sealed = r.after
      from unnest(${all.map(({ personId }) => personId)}::uuid[], ${all.map(({ before }) => before)}::bytea[],
        ${all.map(({ after }) => after)}::bytea[]) r (person_id, before, after)
      where p.person_id = any (${all.map(({ personId }) => personId)}::uuid[]) and p.person_id = r.person_id and p.sealed = r.before
      returning 1
    )
    select count(*)::integer as replaced from replaced`.execute(tx.db);
  return rows[0]?.replaced ?? 0;
}
