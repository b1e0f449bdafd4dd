import { sql } from 'kysely';
import type { Tx } from '#platform/context';

/** How many people live in each of these villages; villages without anybody are left out. */
export async function countPeople(tx: Tx, villages: readonly number[]): Promise<Map<number, number>> {
  const { rows } = await sql<{ area: number; people: number }>`
    select area, count(*)::integer as people from person where area = any (${villages}::bigint[])
    group by area`.execute(tx.db);
  return new Map(rows.map(({ area, people }) => [area, people]));
}

/** How many of them have no NIK. */
export async function countWithoutNik(tx: Tx, villages: readonly number[]): Promise<Map<number, number>> {
  const { rows } = await sql<{ area: number; people: number }>`
    select area, count(*)::integer as people from person where area = any (${villages}::bigint[]) and not numbered
    group by area`.execute(tx.db);
  return new Map(rows.map(({ area, people }) => [area, people]));
}

/** Above every number that other advisory locks use. */
const villageLocks = 8_000_000_000_000_000;

/**
 * Holds the villages of a roster until the transaction ends: alone where somebody without a NIK is to be recorded, together with
 * other rosters where everybody has one. In the order of their codes, so that two rosters never wait for each other. Returns the
 * villages, those held alone apart.
 */
export async function lockVillages(tx: Tx, rosterId: string): Promise<{ shared: number[]; alone: number[] }> {
  const { rows } = await sql<{ area: number; alone: boolean }>`
    select area, alone from intake.villages(${rosterId}) order by area`.execute(tx.db);
  await sql`
    select case when alone then pg_advisory_xact_lock(${villageLocks}::bigint + area)
      else pg_advisory_xact_lock_shared(${villageLocks}::bigint + area) end
    from unnest(${rows.map(({ area }) => area)}::bigint[], ${rows.map(({ alone }) => alone)}::boolean[])
      with ordinality as village (area, alone, place)`.execute(tx.db);
  return {
    shared: rows.flatMap(({ area, alone }) => (alone ? [] : [area])),
    alone: rows.flatMap(({ area, alone }) => (alone ? [area] : [])),
  };
}
