import { sql } from 'kysely';
import { fetchInBatches, type Tx } from '#platform/context';
import { envelopeHolds } from '#platform/seal';

/** A row of a roster beside the envelope of the known person it means. */
export interface RowOfKnown {
  readonly personId: string;
  /** Village of the person. */
  readonly area: number;
  /** The envelope of the person. */
  readonly recorded: Buffer;
  /** What the row says, bound to `saidFor`. */
  readonly said: Buffer;
  readonly saidFor: string;
  /** Whether the row names the village in which the person lives. */
  readonly sameVillage: boolean;
}

const rowOfKnown = sql`p.person_id as "personId", p.area, p.sealed as recorded, s.said, s.said_for as "saidFor",
  p.area = s.area as "sameVillage"`;

/** Neither spoken for nor speaking for others: what a row says would else be another record's, and stay when the merge is undone. */
const oneRecord = sql`not exists (select from person_alias a where a.person_id = s.person_id and a.undone_at is null)
  and not exists (select from person_alias a where a.canonical_id = s.person_id and a.undone_at is null)`;

/**
 * Rows that bring something of which the envelope of somebody known tells in clear that it lacks it, batch by batch. Only of those
 * whom the scope shows and who are one record; they are held until the transaction ends.
 */
export function listFilling(tx: Tx, rosterId: string): AsyncGenerator<RowOfKnown[]> {
  const { version, at, bits } = envelopeHolds;
  // Of an envelope of an earlier version nothing is known.
  const holds = (envelope: string) =>
    sql`case when get_byte(${sql.ref(envelope)}, 0) = ${sql.lit(version)} then get_byte(${sql.ref(envelope)}, ${sql.lit(at)}) else 0 end`;
  return fetchInBatches(
    tx,
    sql`with said as materialized (
      select distinct on (person_id) * from intake.said_of_known(${rosterId}) order by person_id, ordinal
    )
    select ${rowOfKnown} from said s join person p on p.person_id = s.person_id
    where ${holds('s.said')} & ~(${holds('p.sealed')}) & ~${sql.lit(bits.nik)} <> 0 and ${oneRecord}
    for no key update of p`,
  );
}

/** Rows that filled in something of an envelope, batch by batch, and which fields. */
export function listFilled(
  tx: Tx,
  rosterId: string,
): AsyncGenerator<(RowOfKnown & { readonly filled: readonly string[] })[]> {
  return fetchInBatches(
    tx,
    sql`with said as materialized (
      select distinct on (person_id) * from intake.said_of_known(${rosterId}) order by person_id, ordinal
    )
    select ${rowOfKnown}, f.fields as filled
    from said s cross join lateral (${filledBy(rosterId)}) f join person p on p.person_id = s.person_id
    where not f.fields <@ '{rt,rw,occupation}'
    for no key update of p`,
  );
}

/** What the roster filled in of the person of a row; behind `offset 0`, so that each is looked up by the index. */
const filledBy = (rosterId: string) => sql`
  select * from filling f where f.person_id = s.person_id and f.roster_id = ${rosterId} offset 0`;

/** What a row says in clear of somebody known, in so far as it is to be filled in, or was; null where it is not. */
export interface ClearRow {
  readonly personId: string;
  /** Village of the person. */
  readonly area: number;
  readonly rt: string | null;
  readonly rw: string | null;
  readonly occupation: string;
  readonly occupationText: string | null;
  /** First day of the residence that is filled in; null when neither RT nor RW is. */
  readonly residenceFrom: string | null;
  /** The work that is filled in; null when none is. */
  readonly workId: string | null;
}

/**
 * RT, RW and occupations that rows bring where none is recorded, batch by batch. Only of the present residence, where the row names
 * its village; an occupation only of those of whom none is known now, in the latest of what they do. Each look-up goes by the index,
 * whether or not the planner knows yet what an earlier acceptance brought: of what it does not know, it reads everything for each row,
 * or, asked for the village too, all of the village.
 */
export function listClearFilling(tx: Tx, rosterId: string): AsyncGenerator<ClearRow[]> {
  return fetchInBatches(
    tx,
    sql`with said as materialized (
      select distinct on (person_id) * from intake.said_in_clear(${rosterId}) order by person_id, ordinal
    )
    select "personId", p.area, rt, rw, occupation, "occupationText",
      case when rt is not null or rw is not null then since end as "residenceFrom",
      case when "occupationText" is not null then work_id end as "workId"
    from (
      select s.person_id as "personId", case when home.lacks_rt then s.rt end as rt, case when home.lacks_rw then s.rw end as rw, home.since,
        s.occupation, case when job.told = '' then nullif(s.occupation_text, '') end as "occupationText", job.work_id
      from said s
      cross join lateral (
        select bool_or(rt is null and area = s.area) as lacks_rt, bool_or(rw is null and area = s.area) as lacks_rw,
          min(lower(during)) as since
        from residence where person_id = s.person_id and upper_inf(during)) home
      cross join lateral (
        select max(occupation_text) as told, (array_agg(work_id order by work_id desc))[1] as work_id from work
        where person_id = s.person_id and upper_inf(during)) job
      where ${oneRecord}
    ) one
    cross join lateral (select area from person where person_id = "personId" offset 0) p
    where rt is not null or rw is not null or "occupationText" is not null`,
  );
}

/** Fills them in. */
export async function fillClear(tx: Tx, rows: readonly ClearRow[]): Promise<void> {
  await sql`
    update residence r set rt = coalesce(r.rt, s.rt), rw = coalesce(r.rw, s.rw) from ${asTable(rows)}
    where r.person_id = any (${idsOf(rows)}::uuid[]) and r.person_id = s.person_id and lower(r.during) = s.residence_from
      and upper_inf(r.during)`.execute(tx.db);
  await sql`
    update work w set occupation = s.occupation, occupation_text = s.occupation_text from ${asTable(rows)}
    where w.person_id = any (${idsOf(rows)}::uuid[]) and w.person_id = s.person_id and w.work_id = s.work_id
      and w.occupation_text = ''`.execute(tx.db);
}

/** RT, RW and occupations that rows filled in, batch by batch. */
export function listClearFilled(tx: Tx, rosterId: string): AsyncGenerator<ClearRow[]> {
  return fetchInBatches(
    tx,
    sql`with said as materialized (
      select distinct on (person_id) * from intake.said_in_clear(${rosterId}) order by person_id, ordinal
    )
    select s.person_id as "personId", f.area, case when 'rt' = any (f.fields) then s.rt end as rt,
      case when 'rw' = any (f.fields) then s.rw end as rw, s.occupation,
      case when 'occupation' = any (f.fields) then s.occupation_text end as "occupationText", f.residence_from as "residenceFrom",
      f.work_id as "workId"
    from said s cross join lateral (${filledBy(rosterId)}) f where f.fields && '{rt,rw,occupation}'`,
  );
}

/**
 * Takes them back out of the residence and the work that were filled in, where they still stand as the row said them; what the roster
 * itself made never began.
 */
export async function emptyClear(tx: Tx, rosterId: string, rows: readonly ClearRow[]): Promise<void> {
  const source = `roster:${rosterId}`;
  await sql`
    update residence r set rt = nullif(r.rt, s.rt), rw = nullif(r.rw, s.rw) from ${asTable(rows)}
    where r.person_id = any (${idsOf(rows)}::uuid[]) and r.person_id = s.person_id and lower(r.during) = s.residence_from
      and r.source <> ${source}`.execute(tx.db);
  await sql`
    update work w set occupation = 'other', occupation_text = '' from ${asTable(rows)}
    where w.person_id = any (${idsOf(rows)}::uuid[]) and w.person_id = s.person_id and w.work_id = s.work_id and w.source <> ${source}
      and w.occupation = s.occupation and w.occupation_text = s.occupation_text`.execute(tx.db);
}

const idsOf = (rows: readonly { readonly personId: string }[]) => rows.map(({ personId }) => personId);

function asTable(rows: readonly ClearRow[]) {
  return sql`unnest(${idsOf(rows)}::uuid[], ${rows.map(({ rt }) => rt)}::text[], ${rows.map(({ rw }) => rw)}::text[],
    ${rows.map(({ occupation }) => occupation)}::text[], ${rows.map(({ occupationText }) => occupationText)}::text[],
    ${rows.map(({ residenceFrom }) => residenceFrom)}::date[], ${rows.map(({ workId }) => workId)}::uuid[])
    s (person_id, rt, rw, occupation, occupation_text, residence_from, work_id)`;
}
