import { sql } from 'kysely';
import { fetchInBatches, type Tx } from '#platform/context';
import { envelopeHolds } from '#platform/seal';

/** A row of a roster beside the envelope of the known person it means. */
export interface RowOfKnown {
  readonly ordinal: number;
  readonly personId: string;
  /** The envelope of the person. */
  readonly recorded: Buffer;
  /** What the row says, bound to `saidFor`. */
  readonly said: Buffer;
  readonly saidFor: string;
  /** Whether the row names the village in which the person lives. */
  readonly sameVillage: boolean;
  /** Fields that the row filled in; none before it did. */
  readonly filled: readonly string[];
}

/**
 * Rows that bring something of which the envelope of somebody known tells in clear that it lacks it, batch by batch. Only of the
 * living whom the scope shows and who speak for themselves; they are held until the transaction ends.
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
    select s.ordinal, s.person_id as "personId", p.sealed as recorded, s.said, s.said_for as "saidFor", p.area = s.area as "sameVillage",
      s.filled
    from said s join person p on p.person_id = s.person_id
    where p.died_on is null and ${holds('s.said')} & ~(${holds('p.sealed')}) & ~${sql.lit(bits.nik)} <> 0
      and not exists (select from person_alias a where a.person_id = p.person_id and a.undone_at is null)
    for no key update of p`,
  );
}

/** Rows that filled in something of an envelope, batch by batch. */
export function listFilled(tx: Tx, rosterId: string): AsyncGenerator<RowOfKnown[]> {
  return fetchInBatches(
    tx,
    sql`with said as materialized (select * from intake.said_of_known(${rosterId}) where not filled <@ '{rt,rw,occupation}')
    select s.ordinal, s.person_id as "personId", p.sealed as recorded, s.said, s.said_for as "saidFor", p.area = s.area as "sameVillage",
      s.filled
    from said s join person p on p.person_id = s.person_id
    for no key update of p`,
  );
}

/** Keeps which fields rows filled in, so that they can be taken back. */
export async function keepFilled(
  tx: Tx,
  rosterId: string,
  filled: readonly { readonly ordinal: number; readonly fields: readonly string[] }[],
): Promise<void> {
  await sql`select intake.keep_filled(${rosterId}, ${filled.map(({ ordinal }) => ordinal)}::integer[],
    ${filled.map(({ fields }) => fields.join(','))}::text[])`.execute(tx.db);
}

/** What a row says in clear of somebody known, in so far as it is to be filled in, or was; null where it is not. */
export interface ClearRow {
  readonly ordinal: number;
  readonly personId: string;
  readonly area: number;
  readonly rt: string | null;
  readonly rw: string | null;
  readonly occupation: string;
  readonly occupationText: string | null;
}

/**
 * RT, RW and occupations that rows bring where none is recorded, batch by batch. Only of the present residence, where the row names
 * its village; an occupation only of those of whom none is known now. Each look-up goes by the index, whether or not the planner
 * knows yet what an earlier acceptance brought: of what it does not know, it reads everything for each row.
 */
export function listClearFilling(tx: Tx, rosterId: string): AsyncGenerator<ClearRow[]> {
  return fetchInBatches(
    tx,
    sql`with said as materialized (
      select distinct on (person_id) * from intake.said_in_clear(${rosterId}) order by person_id, ordinal
    )
    select * from (
      select s.ordinal, s.person_id as "personId", s.area, case when home.lacks_rt then s.rt end as rt,
        case when home.lacks_rw then s.rw end as rw, s.occupation,
        case when job.told = '' then nullif(s.occupation_text, '') end as "occupationText"
      from said s
      cross join lateral (
        select bool_or(rt is null) as lacks_rt, bool_or(rw is null) as lacks_rw from residence
        where person_id = s.person_id and upper_inf(during) and area = s.area) home
      cross join lateral (
        select max(occupation_text) as told from work where person_id = s.person_id and upper_inf(during)) job
    ) one where rt is not null or rw is not null or "occupationText" is not null`,
  );
}

/** Fills them in. */
export async function fillClear(tx: Tx, rows: readonly ClearRow[]): Promise<void> {
  await sql`
    update residence r set rt = coalesce(r.rt, s.rt), rw = coalesce(r.rw, s.rw) from ${asTable(rows)}
    where r.person_id = any (${idsOf(rows)}::uuid[]) and r.person_id = s.person_id and r.area = s.area and upper_inf(r.during)`.execute(
    tx.db,
  );
  await sql`
    update work w set occupation = s.occupation, occupation_text = s.occupation_text from ${asTable(rows)}
    where w.person_id = any (${idsOf(rows)}::uuid[]) and w.person_id = s.person_id and s.occupation_text is not null
      and upper_inf(w.during) and w.occupation_text = ''`.execute(tx.db);
}

/** RT, RW and occupations that rows filled in, batch by batch. */
export function listClearFilled(tx: Tx, rosterId: string): AsyncGenerator<ClearRow[]> {
  return fetchInBatches(
    tx,
    sql`select ordinal, person_id as "personId", area, case when 'rt' = any (filled) then rt end as rt,
      case when 'rw' = any (filled) then rw end as rw, occupation,
      case when 'occupation' = any (filled) then occupation_text end as "occupationText"
    from intake.said_in_clear(${rosterId}) where filled && '{rt,rw,occupation}'`,
  );
}

/** Takes them back where they still stand as the row said them; what the roster itself made never began. */
export async function emptyClear(tx: Tx, rosterId: string, rows: readonly ClearRow[]): Promise<void> {
  const source = `roster:${rosterId}`;
  await sql`
    update residence r set rt = nullif(r.rt, s.rt), rw = nullif(r.rw, s.rw) from ${asTable(rows)}
    where r.person_id = any (${idsOf(rows)}::uuid[]) and r.person_id = s.person_id and r.area = s.area and r.source <> ${source}
      and not isempty(r.during)`.execute(tx.db);
  await sql`
    update work w set occupation = 'other', occupation_text = '' from ${asTable(rows)}
    where w.person_id = any (${idsOf(rows)}::uuid[]) and w.person_id = s.person_id and w.source <> ${source}
      and w.occupation = s.occupation and w.occupation_text = s.occupation_text and not isempty(w.during)`.execute(
    tx.db,
  );
}

const idsOf = (rows: readonly ClearRow[]) => rows.map(({ personId }) => personId);

function asTable(rows: readonly ClearRow[]) {
  return sql`unnest(${idsOf(rows)}::uuid[], ${rows.map(({ area }) => area)}::bigint[], ${rows.map(({ rt }) => rt)}::text[],
    ${rows.map(({ rw }) => rw)}::text[], ${rows.map(({ occupation }) => occupation)}::text[],
    ${rows.map(({ occupationText }) => occupationText)}::text[]) s (person_id, area, rt, rw, occupation, occupation_text)`;
}
