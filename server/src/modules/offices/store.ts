import { type Day, day } from '@payung/kernel';
import { sql } from 'kysely';
import type { MembershipKey } from '#memberships';
import type { Group } from '#partners';
import type { Tx } from '#platform/context';
import type { Office } from './model.ts';
import { shippedOffices } from './shipped.ts';

/** The offices there are, by body and place: those shipped, and those added to them. */
export async function listOffices(tx: Tx): Promise<Office[]> {
  const rows = await tx.db.selectFrom('office').selectAll().execute();
  const added = rows
    .filter((row) => !shippedOffices.some(({ office }) => office === row.office))
    .map((row) => ({
      office: row.office,
      body: row.body,
      place: row.place,
      nameId: row.name_id,
      nameEn: row.name_en,
      group: row.grp as Group,
      villageKinds: row.village_kinds,
      seats: row.seats,
      citation: row.citation,
    }));
  return [...shippedOffices, ...added];
}

/** Keeps the shipped office that rows are going to point at. */
export async function keepOffice(tx: Tx, office: Office): Promise<void> {
  await tx.db
    .insertInto('office')
    .values({
      office: office.office,
      body: office.body,
      place: office.place,
      name_id: office.nameId,
      name_en: office.nameEn,
      grp: office.group,
      village_kinds: [...office.villageKinds],
      seats: office.seats,
      citation: office.citation,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The number of seats that the village stated for a day; undefined when it stated none. */
export async function findSeats(
  tx: Tx,
  village: number,
  office: string,
  on: Day,
): Promise<number | undefined> {
  const row = await tx.db
    .selectFrom('office_seats')
    .select('seats')
    .where('area', '=', village)
    .where('office', '=', office)
    .where('since', '<=', on)
    .orderBy('since', 'desc')
    .orderBy('recorded_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.seats;
}

export async function insertSeats(
  tx: Tx,
  row: {
    readonly seatsId: string;
    readonly village: number;
    readonly office: string;
    readonly since: Day;
    readonly seats: number;
    readonly source: string;
  },
): Promise<void> {
  await tx.db
    .insertInto('office_seats')
    .values({
      seats_id: row.seatsId,
      area: row.village,
      office: row.office,
      since: row.since,
      seats: row.seats,
      source: row.source,
      made_by: tx.actor.id,
    })
    .execute();
}

/** Seats of the office that are taken on the day or later. The office of the village is locked until the transaction ends. */
export async function lockTaken(tx: Tx, village: number, office: string, from: Day): Promise<number[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${village} ${office}`}::text, 17))`.execute(
    tx.db,
  );
  const { rows } = await sql<{ seat: number }>`
    select seat from office_occupancy
    where area = ${village} and office = ${office} and during && daterange(${from}::date, null)`.execute(
    tx.db,
  );
  return rows.map(({ seat }) => seat);
}

export interface NewHolding {
  readonly holdingId: string;
  readonly personId: string;
  readonly village: number;
  readonly office: string;
  readonly seat: number;
  readonly label: string | null;
  readonly decreeNumber: string | null;
  readonly decreeDay: Day | null;
  readonly from: Day;
  readonly termUntil: Day | null;
  readonly rosterId: string | null;
}

/** Begins a holding, and takes its seat. */
export async function insertHolding(tx: Tx, holding: NewHolding): Promise<void> {
  await sql`
    with held as (
      insert into office_holding (person_id, holding_id, area, office, seat, label, decree_number, decree_day, term_until, during,
        roster_id, made_by)
      values (${holding.personId}, ${holding.holdingId}, ${holding.village}, ${holding.office}, ${holding.seat}, ${holding.label},
        ${holding.decreeNumber}, ${holding.decreeDay}, ${holding.termUntil}, daterange(${holding.from}::date, null),
        ${holding.rosterId}, ${tx.actor.id})
    )
    insert into office_occupancy (area, office, seat, holding_id, during)
    values (${holding.village}, ${holding.office}, ${holding.seat}, ${holding.holdingId}, daterange(${holding.from}::date, null))`.execute(
    tx.db,
  );
}

/** A holding as it stands. */
export interface StandingHolding {
  readonly holdingId: string;
  readonly personId: string;
  readonly village: number;
  readonly office: string;
  readonly seat: number;
  readonly label: string | null;
  readonly from: Day;
  readonly until: Day | null;
}

/** The holding, locked until the transaction ends; undefined when the scope does not show it. */
export async function lockHolding(
  tx: Tx,
  personId: string,
  holdingId: string,
): Promise<StandingHolding | undefined> {
  const { rows } = await sql<
    Omit<StandingHolding, 'from' | 'until'> & { from: string; until: string | null }
  >`
    select holding_id as "holdingId", person_id as "personId", area as village, office, seat, label, lower(during) as "from",
      upper(during) as until
    from office_holding where person_id = ${personId} and holding_id = ${holdingId} and not isempty(during) for update`.execute(
    tx.db,
  );
  const row = rows[0];
  return row === undefined
    ? undefined
    : { ...row, from: day(row.from), until: row.until === null ? null : day(row.until) };
}

/** Ends a holding after its last day, and frees the seat. */
export async function endHolding(
  tx: Tx,
  holding: StandingHolding,
  until: Day,
  reason: string,
): Promise<void> {
  await sql`
    with freed as (
      update office_occupancy set during = daterange(lower(during), ${until}::date)
      where area = ${holding.village} and office = ${holding.office} and seat = ${holding.seat} and holding_id = ${holding.holdingId}
    )
    update office_holding set during = daterange(lower(during), ${until}::date), end_reason = ${reason}, ended_by = ${tx.actor.id},
      ended_at = now()
    where person_id = ${holding.personId} and holding_id = ${holding.holdingId}`.execute(tx.db);
}

/** Offices that the person holds on the day or later, under whichever record, in the villages the scope shows. */
export async function listHeld(
  tx: Tx,
  personId: string,
  on: Day,
): Promise<{ holdingId: string; village: number; office: string }[]> {
  const { rows } = await sql<{ holdingId: string; village: number; office: string }>`
    select holding_id as "holdingId", area as village, office from office_holding
    where person_id in (select person_id from records_of(array[canonical_person(${personId}::uuid)])) and during && daterange(${on}::date, null)`.execute(
    tx.db,
  );
  return rows;
}

/**
 * What decides whether somebody can take a seat; undefined when the scope does not show them. Held until the transaction ends:
 * nobody is withdrawn in the meantime.
 */
export async function findHolder(
  tx: Tx,
  personId: string,
): Promise<{ area: number; numbered: boolean; diedOn: Day | null } | undefined> {
  const row = await tx.db
    .selectFrom('person')
    .select(['area', 'numbered', 'died_on'])
    .where('person_id', '=', personId)
    .forKeyShare()
    .executeTakeFirst();
  return row === undefined
    ? undefined
    : {
        area: row.area,
        numbered: row.numbered,
        diedOn: row.died_on === null ? null : day(row.died_on),
      };
}

/** True when the person's NIK is claimed by somebody else too, but for records of the same person. Only the matching role can ask. */
export async function isDisputed(tx: Tx, personId: string): Promise<boolean> {
  const { rows } = await sql`
    select from records_of(array[canonical_person(${personId}::uuid)]) own join identifier i on i.person_id = own.person_id
    where i.state = 'disputed' and exists (
      select from identifier other
      where other.hash = i.hash and other.kind = i.kind and other.state = 'disputed'
        and canonical_person(other.person_id) <> own.canonical_id)
    limit 1`.execute(tx.db);
  return rows.length > 0;
}

/** The membership of somebody who holds a seat. */
export interface HeldMembership extends MembershipKey {
  readonly agreementId: string;
  /** First day after it; null while it lasts. */
  readonly until: Day | null;
  /** True when somebody recorded that it ends then. */
  readonly ended: boolean;
}

/** The latest agreed membership of the group that the person has on the day, under whichever record; undefined for none. */
export async function findMembership(
  tx: Tx,
  personId: string,
  group: string,
  on: Day,
): Promise<HeldMembership | undefined> {
  const { rows } = await sql<Omit<HeldMembership, 'until'> & { until: string | null }>`
    select person_id as "personId", membership_id as "membershipId", agreement_id as "agreementId", upper(during) as until,
      exists (
        select from membership_end e
        where e.person_id = membership.person_id and e.membership_id = membership.membership_id and e.undone_at is null) as ended
    from membership
    where person_id in (select person_id from records_of(array[canonical_person(${personId}::uuid)])) and grp = ${group}
      and agreement_id is not null and during @> ${on}::date
    order by lower(during) desc, membership_id desc limit 1`.execute(tx.db);
  const [row] = rows;
  return row === undefined ? undefined : { ...row, until: row.until === null ? null : day(row.until) };
}
