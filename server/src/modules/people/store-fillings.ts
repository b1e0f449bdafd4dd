import { sql } from 'kysely';
import { fetchInBatches, forgetPlans, type Tx } from '#platform/context';
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

/**
 * Fills in RT, RW and occupation where none is recorded of the known people of a roster, and keeps which. Only the present residence,
 * where the row names its village; an occupation only of those of whom none is known now. Returns of how many.
 */
export async function fillClear(tx: Tx, rosterId: string): Promise<number> {
  await forgetPlans(tx);
  const { rows } = await sql<{ filled: number }>`
    with said as materialized (select * from intake.said_in_clear(${rosterId})),
    homes as materialized (
      select s.ordinal, r.person_id, r.during, r.recorded_at, case when r.rt is null then s.rt end as rt,
        case when r.rw is null then s.rw end as rw
      from said s join residence r on r.person_id = s.person_id and upper_inf(r.during) and r.area = s.area
      where r.rt is null and s.rt is not null or r.rw is null and s.rw is not null
    ),
    works as materialized (
      select distinct on (s.person_id) s.ordinal, w.person_id, w.work_id, s.occupation, s.occupation_text
      from said s join work w on w.person_id = s.person_id and upper_inf(w.during) and w.occupation_text = ''
      where s.occupation_text <> '' and not exists (
        select from work o where o.person_id = s.person_id and upper_inf(o.during) and o.occupation_text <> '')
      order by s.person_id, s.ordinal, w.work_id
    ),
    housed as (
      update residence r set rt = coalesce(r.rt, h.rt), rw = coalesce(r.rw, h.rw) from homes h
      where r.person_id = h.person_id and r.during = h.during and r.recorded_at = h.recorded_at
    ),
    employed as (
      update work w set occupation = o.occupation, occupation_text = o.occupation_text from works o
      where w.person_id = o.person_id and w.work_id = o.work_id
    ),
    fields as (
      select ordinal, string_agg(field, ',') as fields from (
        select ordinal, 'rt' as field from homes where rt is not null
        union all select ordinal, 'rw' from homes where rw is not null
        union all select ordinal, 'occupation' from works) f
      group by ordinal
    )
    select count(*)::integer as filled, intake.keep_filled(${rosterId}, array_agg(ordinal), array_agg(fields)) from fields`.execute(
    tx.db,
  );
  return rows[0]?.filled ?? 0;
}

/** Takes back the RT, RW and occupations that a roster filled in, where they still stand as it said them. */
export async function emptyClear(tx: Tx, rosterId: string): Promise<void> {
  const source = `roster:${rosterId}`;
  await sql`
    with said as materialized (select * from intake.said_in_clear(${rosterId}) where filled <> '{}'),
    homes as (
      update residence r set rt = case when 'rt' = any (s.filled) and r.rt = s.rt then null else r.rt end,
        rw = case when 'rw' = any (s.filled) and r.rw = s.rw then null else r.rw end
      from said s
      where r.person_id = s.person_id and r.area = s.area and r.source <> ${source} and not isempty(r.during)
        and s.filled && '{rt,rw}'
    )
    update work w set occupation = 'other', occupation_text = '' from said s
    where w.person_id = s.person_id and 'occupation' = any (s.filled) and w.source <> ${source} and not isempty(w.during)
      and w.occupation = s.occupation and w.occupation_text = s.occupation_text`.execute(tx.db);
}
