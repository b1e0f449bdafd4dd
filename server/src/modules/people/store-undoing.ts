import { day } from '@payung/kernel';
import { sql } from 'kysely';
import type { Tx } from '#platform/context';
import type { FormerResidence } from './store-updates.ts';

/** Keeps how those are recorded whom a roster is about to complete. */
export async function keepCompletions(tx: Tx, rosterId: string): Promise<void> {
  await sql`select keep_completions(${rosterId}::uuid)`.execute(tx.db);
}

/** Forgets how those were recorded whom a roster completed: they stay as they are. */
export async function forgetCompletions(tx: Tx, rosterId: string): Promise<void> {
  await tx.db.deleteFrom('person_completion').where('roster_id', '=', rosterId).execute();
}

/** How many people an accepted roster made, and of how many something else speaks too. */
export async function countMade(tx: Tx, rosterId: string): Promise<{ made: number; tied: number }> {
  const { rows } = await sql<{ made: number; tied: number }>`
    select count(*)::integer as made, (count(*) filter (where tied))::integer as tied
    from people_made_by(${rosterId}::uuid)`.execute(tx.db);
  return rows[0] ?? { made: 0, tied: 0 };
}

/** What undoing a roster took back. */
interface TakenBack {
  /** People whom nobody sees any more. */
  readonly withdrawn: number;
  /** People it made who stay, because something else speaks of them. */
  readonly kept: number;
  /** People without a NIK whom it completed, and who are again as they were. */
  readonly restored: number;
  /** Residences and kinds of work that it said of people known before. */
  readonly changed: number;
  readonly moved: readonly { readonly personId: string; readonly residences: readonly FormerResidence[] }[];
}

/** Holds the people whom a roster made or names until the transaction ends. */
export async function holdPeople(tx: Tx, rosterId: string): Promise<void> {
  await sql`
    select from person
    where person_id in (select person_id from roster_row where roster_id = ${rosterId} and verdict in ('new', 'known'))
    order by person_id for update`.execute(tx.db);
}

export async function undoPeople(tx: Tx, rosterId: string): Promise<TakenBack> {
  const { rows } = await sql<{ back: TakenBack }>`
    select undo_people(${rosterId}::uuid) as back`.execute(tx.db);
  const [row] = rows;
  if (row === undefined) throw new Error('undo_people returned nothing');
  return {
    ...row.back,
    moved: row.back.moved.map(({ personId, residences }) => ({
      personId,
      residences: residences.map(({ area, from, until }) => ({
        area,
        from: day(from),
        until: until === null ? null : day(until),
      })),
    })),
  };
}
