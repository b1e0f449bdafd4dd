import { sql } from 'kysely';
import type { Tx } from '#platform/context';

/** The memberships that a roster opened. */
export interface OpenedBy {
  readonly rosterId: string;
  readonly agreementId: string;
}

/** How many of these people are covered now through these memberships, by whatever evidence. */
export async function countCoveredOf(tx: Tx, { rosterId, agreementId }: OpenedBy): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(distinct c.person_id)::integer as people
    from membership m join cover c on c.person_id = m.person_id and c.membership_id = m.membership_id and c.closed_at is null
    where m.agreement_id = ${agreementId} and m.roster_id = ${rosterId}`.execute(tx.db);
  return rows[0]?.people ?? 0;
}

/** Ends them as never begun. Returns how many, and a SHA-256 over their ids in order. */
export async function endAsNeverBegun(
  tx: Tx,
  { rosterId, agreementId }: OpenedBy,
): Promise<{ ended: number; digest: Buffer }> {
  const { rows } = await sql<{ ended: number; digest: Buffer }>`
    with ended as (
      update membership set during = 'empty'
      where agreement_id = ${agreementId} and roster_id = ${rosterId} and not isempty(during)
      returning membership_id
    )
    select count(*)::integer as ended,
      sha256(convert_to(coalesce(string_agg(membership_id::text, ',' order by membership_id), ''), 'UTF8')) as digest
    from ended`.execute(tx.db);
  const [row] = rows;
  if (row === undefined) throw new Error('an aggregate always returns a row');
  return row;
}
