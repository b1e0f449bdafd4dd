import { type Day, day, monthIndex, monthOf } from '@payung/kernel';
import { sql } from 'kysely';
import type { AreaRange } from '#platform/access';
import type { Tx } from '#platform/context';
import { type BodyFigures, type Holding, noticeDays, type Office, type SeatSource } from './model.ts';

/** Of which area and day the seats are; `step` is the size of the areas that the rows are of. */
export interface SeatsWanted {
  readonly area: AreaRange;
  readonly on: Day;
  readonly step: number;
}

/**
 * Every office of every village of the area with its number of seats (null when nobody stated one), and every holder with whether
 * their month is paid, under whichever record it was; null for holders whom the scope does not show.
 */
function seatTables({ area, on }: SeatsWanted, offices: readonly Office[]) {
  const month = monthIndex(monthOf(on));
  return sql`
    office_kind as (
      select * from json_to_recordset(${JSON.stringify(offices)}::json) as t (office text, body text, "villageKinds" json, seats smallint, citation text)
    ), stated as materialized (
      select distinct on (area, office) area, office, seats, source from office_seats
      where since <= ${on}::date and area >= ${area[0]} and area < ${area[1]}
      order by area, office, since desc, recorded_at desc
    ), seat as materialized (
      select v.code as village, k.office, k.body, coalesce(s.seats, k.seats) as seats,
        case when s.seats is not null then s.source when k.seats is not null then k.citation end as source
      from area v
      join office_kind k on exists (select from json_array_elements_text(k."villageKinds") of where of.value = v.kind)
      left join stated s on s.area = v.code and s.office = k.office
      where v.level = 'village' and v.code >= ${area[0]} and v.code < ${area[1]}
    ), holder as materialized (
      -- Membership in a set, here and below, is looked up in a hash; of a join the planner expects one row, and goes through all.
      select h.area as village, h.office, h.term_until, case when h.person_id in (
          select person_id from person_alias where undone_at is null
        ) then canonical_person(h.person_id) else h.person_id end as person_id
      from office_holding h
      where h.during @> ${on}::date and h.area >= ${area[0]} and h.area < ${area[1]}
    ), paid as materialized (
      select distinct own.canonical_id as person_id
      from records_of((select array_agg(distinct person_id) from holder)) own
      join cover c on c.person_id = own.person_id
      where c.closed_at is null and c.evidence <> 'law' and c.months @> ${month}::integer
    ), seated as materialized (
      select h.*, p.person_id is not null as seen, h.person_id in (select person_id from paid) as covered
      from holder h left join person p on p.person_id = h.person_id
    )`;
}

/** The people in the seats of the whole area, each once. */
export interface SeatedPeople {
  readonly people: number;
  readonly coveredPeople: number;
  /** With several seats. */
  readonly severalSeats: number;
}

/** The figures of each body of each area below; every row repeats the people of them all. */
export async function listFigures(
  tx: Tx,
  wanted: SeatsWanted,
  offices: readonly Office[],
): Promise<(BodyFigures & SeatedPeople & { readonly code: number })[]> {
  const { on, step } = wanted;
  const { rows } = await sql<BodyFigures & SeatedPeople & { code: number }>`
    with ${seatTables(wanted, offices)}, held as (
      -- Put under one another and grouped, not joined: of either side the planner expects a handful of rows.
      select village, office, sum(seats) as seats, bool_or(is_seat) as is_seat, sum(filled) as filled, sum(covered) as covered,
        sum(ending) as ending, sum(overdue) as overdue, sum(unseen) as unseen
      from (
        select village, office, seats, true as is_seat, 0 as filled, 0 as covered, 0 as ending, 0 as overdue, 0 as unseen from seat
        union all
        select village, office, null, false, 1, covered::integer, (term_until <= ${on}::date + ${noticeDays}::integer)::integer,
          (term_until <= ${on}::date)::integer, (not seen)::integer
        from seated
      ) both_sides
      group by village, office
    ), person as (
      select person_id, bool_or(covered) as covered, count(*) as seats from seated group by person_id
    ), everybody as (
      select count(*)::integer as people, count(*) filter (where covered)::integer as "coveredPeople",
        count(*) filter (where seats > 1)::integer as "severalSeats"
      from person
    )
    select e.*, h.village - h.village % ${step}::bigint as code, k.body, coalesce(sum(h.seats), 0)::integer as seats,
      count(*) filter (where h.seats is null)::integer as unknown, sum(h.filled)::integer as filled,
      coalesce(sum(h.filled) filter (where h.seats is not null), 0)::integer as "filledOfKnown", sum(h.covered)::integer as covered,
      coalesce(sum(h.covered) filter (where h.seats is not null), 0)::integer as "coveredOfKnown",
      coalesce(sum(greatest(h.seats - h.filled, 0)), 0)::integer as vacant, coalesce(sum(h.ending), 0)::integer as ending,
      coalesce(sum(h.overdue), 0)::integer as overdue, sum(h.unseen)::integer as unseen
    from held h join office_kind k on k.office = h.office cross join everybody e
    where h.is_seat
    group by 1, 2, 3, 4, 5 order by 4, 5`.execute(tx.db);
  return rows;
}

/** What the known numbers of seats rest on, the largest first. */
export async function listSources(
  tx: Tx,
  wanted: SeatsWanted,
  offices: readonly Office[],
): Promise<SeatSource[]> {
  const { rows } = await sql<SeatSource>`
    with ${seatTables(wanted, offices)}
    select source, sum(seats)::integer as seats, count(distinct village)::integer as villages
    from seat where source is not null group by source order by 2 desc, 1 limit 20`.execute(tx.db);
  return rows;
}

interface HoldingRow {
  holding_id: string;
  person_id: string;
  name: string | null;
  office: string;
  seat: number;
  label: string | null;
  decree_number: string | null;
  decree_day: string | null;
  from: string;
  until: string | null;
  term_until: string | null;
  end_reason: Holding['endReason'];
  covered: boolean | null;
  died_on: string | null;
  others: string[];
}

const dayOrNull = (text: string | null): Day | null => (text === null ? null : day(text));

/** Who is in a seat of the village on the day, or left one before it. */
export async function listHoldings(
  tx: Tx,
  village: number,
  on: Day,
  which: 'in office' | 'former',
): Promise<Holding[]> {
  const { rows } = await sql<HoldingRow>`
    select h.holding_id, h.person_id, p.name, h.office, h.seat, h.label, h.decree_number, h.decree_day, lower(h.during) as "from",
      upper(h.during) as until, h.term_until, h.end_reason, p.died_on,
      case when p.person_id is not null then exists (
        select from records_of(array[case when a.person_id is null then h.person_id else canonical_person(h.person_id) end]) own
        join cover c on c.person_id = own.person_id
        where c.closed_at is null and c.evidence <> 'law' and c.months @> ${monthIndex(monthOf(on))}::integer) end as covered,
      array(
        select o.office from office_holding o
        where o.person_id = h.person_id and o.holding_id <> h.holding_id and o.during @> ${on}::date order by o.area, o.office
      ) as others
    from office_holding h
    left join person p on p.person_id = h.person_id
    left join person_alias a on a.person_id = h.person_id and a.undone_at is null
    where h.area = ${village}
      and ${which === 'former' ? sql`upper(h.during) <= ${on}::date` : sql`h.during @> ${on}::date`}
    order by ${which === 'former' ? sql`upper(h.during) desc` : sql`h.office, h.seat`}, h.holding_id
    limit ${which === 'former' ? 50 : 1000}`.execute(tx.db);
  return rows.map((row) => ({
    holdingId: row.holding_id,
    personId: row.person_id,
    name: row.name,
    office: row.office,
    seat: row.seat,
    label: row.label,
    decreeNumber: row.decree_number,
    decreeDay: dayOrNull(row.decree_day),
    from: day(row.from),
    until: dayOrNull(row.until),
    termUntil: dayOrNull(row.term_until),
    endReason: row.end_reason,
    covered: row.covered,
    diedOn: dayOrNull(row.died_on),
    others: row.others,
  }));
}

/** The numbers of seats that hold in the village on the day, by office. */
export async function listSeats(
  tx: Tx,
  village: number,
  on: Day,
): Promise<Map<string, { seats: number; source: string; since: Day }>> {
  const { rows } = await sql<{ office: string; seats: number; source: string; since: string }>`
    select distinct on (office) office, seats, source, since from office_seats
    where area = ${village} and since <= ${on}::date order by office, since desc, recorded_at desc`.execute(
    tx.db,
  );
  return new Map(
    rows.map(({ office, seats, source, since }) => [office, { seats, source, since: day(since) }]),
  );
}

/** A line of the table of officials. */
export interface OfficialRow {
  readonly village: number;
  readonly villageName: string;
  readonly office: string;
  readonly seat: number;
  readonly label: string | null;
  readonly name: string | null;
  readonly decreeNumber: string | null;
  readonly decreeDay: string | null;
  readonly from: string;
  readonly termUntil: string | null;
  readonly covered: boolean | null;
}

/**
 * Everybody in a seat of the area on the day, by village, body and seat. Who speaks is asked in a step of its own: written into the
 * join, the row-level policies would compare every holder with every person.
 */
export async function listOfficials(
  tx: Tx,
  { area, on }: SeatsWanted,
  offices: readonly Office[],
): Promise<OfficialRow[]> {
  const { rows } = await sql<OfficialRow>`
    with ${seatTables({ area, on, step: 1 }, offices)}
    select h.area as village, v.name as "villageName", h.office, h.seat, h.label, p.name, h.decree_number as "decreeNumber",
      h.decree_day as "decreeDay", lower(h.during) as "from", h.term_until as "termUntil",
      case when p.person_id is not null then paid.person_id is not null end as covered
    from office_holding h
    join area v on v.code = h.area
    left join person_alias a on a.person_id = h.person_id and a.undone_at is null
    cross join lateral (
      select case when a.person_id is null then h.person_id else canonical_person(h.person_id) end as person_id offset 0) speaker
    left join person p on p.person_id = speaker.person_id
    left join paid on paid.person_id = p.person_id
    where h.during @> ${on}::date and h.area >= ${area[0]} and h.area < ${area[1]}
    order by h.area, h.office, h.seat`.execute(tx.db);
  return rows;
}
