import { sql } from 'kysely';
import type { Tx } from '#platform/context';

/** Brings the memberships of these people in line with their day of death. */
export async function endMembershipsOfDead(
  tx: Tx,
  { people }: { readonly people: readonly string[] },
): Promise<void> {
  await sql`select end_memberships_of_dead(${people}::uuid[])`.execute(tx.db);
}
