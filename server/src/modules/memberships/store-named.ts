import { sql } from 'kysely';
import { bitsOf } from '#partners';
import { forgetPlans, type Tx } from '#platform/context';
import { newId } from '#platform/ids';
import type { Named, NamedEnrolment, Opened } from './named.ts';

/** Opens memberships and their income class in one statement; leaves out whoever died, and whoever is a member already, under whichever record. */
export async function insertNamed(tx: Tx, terms: NamedEnrolment, people: readonly Named[]): Promise<Opened> {
  await forgetPlans(tx);
  const named = people.map((one) => ({ ...one, membershipId: newId() }));
  const { rows } = await sql<{ person_id: string }>`
    with named as (
      select * from json_to_recordset(${JSON.stringify(named)}::json) as t ("personId" uuid, area bigint, "annexPlace" integer,
        "membershipId" uuid)
    ), alive as materialized (
      -- Held, as set_died_on asks: a death that is being recorded is waited for, and one that comes later ends what is opened here.
      select person_id from person where person_id = any (${people.map(({ personId }) => personId)}::uuid[]) and died_on is null
      order by person_id for key share
    ), opened as (
      insert into membership (person_id, membership_id, partner_id, agreement_id, decree_id, annex_place, segment, grp, sector,
        programmes, fund_id, area, during)
      select n."personId", n."membershipId", ${terms.partnerId}::uuid, ${terms.agreementId}::uuid, ${terms.decreeId}::uuid,
        n."annexPlace", ${terms.segment}, ${terms.group}, ${terms.sector}, ${bitsOf(terms.programmes)}::smallint, ${terms.fundId}::uuid, n.area,
        daterange(${terms.from}::date, ${terms.until}::date)
      from named n join alive a on a.person_id = n."personId"
      where not exists (
        select from records_of(array[canonical_person(n."personId")]) own join membership m on m.person_id = own.person_id
        where m.partner_id = ${terms.partnerId}::uuid and m.segment = ${terms.segment}
          and m.during && daterange(${terms.from}::date, ${terms.until}::date))
      returning person_id, membership_id, partner_id, area, during
    ), based as (
      insert into membership_basis (person_id, membership_id, income, partner_id, area, during)
      select person_id, membership_id, ${terms.income}::bigint, partner_id, area, during from opened
    )
    select person_id from opened`.execute(tx.db);
  const opened = rows.map((row) => row.person_id);
  // A statement of its own: the one above saw nothing of a death that it waited for.
  const dead = await tx.db
    .selectFrom('person')
    .select('person_id')
    .where('person_id', '=', sql<string>`any (${people.map(({ personId }) => personId)}::uuid[])`)
    .where('died_on', 'is not', null)
    .execute();
  return { opened, dead: dead.map((row) => row.person_id) };
}
