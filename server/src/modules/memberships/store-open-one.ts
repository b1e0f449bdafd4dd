import type { Day } from '@payung/kernel';
import { sql } from 'kysely';
import { type Agreement, bitsOf } from '#partners';
import type { Tx } from '#platform/context';

/** Writes a membership and its income class. */
export async function insertOne(
  tx: Tx,
  agreement: Agreement,
  member: {
    readonly personId: string;
    readonly membershipId: string;
    readonly area: number;
    readonly from: Day;
  },
): Promise<void> {
  await sql`
    with opened as (
      insert into membership (person_id, membership_id, partner_id, agreement_id, segment, grp, sector, programmes, fund_id, area, during)
      values (${member.personId}, ${member.membershipId}, ${agreement.partnerId}, ${agreement.agreementId}, ${agreement.segment},
        ${agreement.group}, ${agreement.sector}, ${bitsOf(agreement.programmes)}, ${agreement.fund.fundId}, ${member.area},
        daterange(${member.from}::date, ${agreement.until}::date))
      returning person_id, membership_id, partner_id, area, during
    )
    insert into membership_basis (person_id, membership_id, income, partner_id, area, during)
    select person_id, membership_id, ${agreement.income}::bigint, partner_id, area, during from opened`.execute(
    tx.db,
  );
}
