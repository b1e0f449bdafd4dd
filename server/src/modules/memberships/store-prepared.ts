import { sql } from 'kysely';
import { bitsOf } from '#partners';
import { forgetPlans, type Tx } from '#platform/context';
import type { Enrolment } from './model.ts';

/** Opens the prepared memberships of a roster and their income class, set-wise. Returns how many. */
export async function insertPrepared(tx: Tx, terms: Enrolment): Promise<number> {
  await forgetPlans(tx);
  const { rows } = await sql<{ opened: number }>`
    select enrol_members(${terms.rosterId}::uuid, ${terms.partnerId}::uuid, ${terms.agreementId}::uuid, ${terms.fundId}::uuid,
      ${terms.segment}, ${terms.group}, ${terms.sector}, ${bitsOf(terms.programmes)}::smallint, ${terms.income}::bigint,
      daterange(${terms.from}::date, ${terms.until}::date)) as opened`.execute(tx.db);
  return rows[0]?.opened ?? 0;
}
