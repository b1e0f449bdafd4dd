import type { Day } from '@payung/kernel';
import { sql } from 'kysely';
import type { Tx } from '#platform/context';

/**
 * Creates the new people of a roster, set-wise, with their identifiers, match keys, residence and work, and adds the partner to
 * those who may see the known ones. Returns how many are new. A number that somebody took since the check ends in a unique violation (identifier_held_once).
 */
export async function insertPrepared(
  tx: Tx,
  rosterId: string,
  partnerId: string,
  startsOn: Day,
): Promise<number> {
  const { rows } = await sql<{ created: number }>`
    select enrol_people(${rosterId}::uuid, ${partnerId}::uuid, ${startsOn}::date) as created`.execute(tx.db);
  return rows[0]?.created ?? 0;
}

/**
 * Completes those known without a NIK, by what the rows of a roster say. Returns how many were to be completed, and how many
 * could be: the others were changed by somebody else since the check.
 */
export async function completePrepared(tx: Tx, rosterId: string): Promise<{ wanted: number; done: number }> {
  const { rows } = await sql<{ wanted: number; done: number }>`
    with wanted as (select * from intake.completing(${rosterId})),
    done as (
      update person p set sealed = w.completion, numbered = true, sex = coalesce(p.sex, w.sex),
        birth_date = coalesce(w.birth_date, p.birth_date), birth_precision = coalesce(w.birth_precision, p.birth_precision)
      from wanted w where p.person_id = w.person_id and not p.numbered and sha256(p.sealed) = w.replaces
      returning 1
    )
    select (select count(*)::integer from wanted) as wanted, (select count(*)::integer from done) as done`.execute(
    tx.db,
  );
  return rows[0] ?? { wanted: 0, done: 0 };
}
