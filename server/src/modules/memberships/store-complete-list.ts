import { type Day, day } from '@payung/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Group } from '#partners';
import type { Tx } from '#platform/context';
import type { CompleteList, Missing } from './complete-list.ts';
import type { MembershipKey } from './leaving.ts';

/** What a complete list takes from its roster. */
interface ListedRoster {
  readonly agreementId: string | null;
  readonly partnerId: string;
  readonly area: number;
  readonly asOf: Day;
  readonly state: string;
}

/** The roster; undefined when the scope does not show it. */
export async function findRoster(tx: Tx, rosterId: string): Promise<ListedRoster | undefined> {
  const row = await tx.db
    .selectFrom('roster')
    .select(['agreement_id', 'partner_id', 'area', 'starts_on', 'state'])
    .where('roster_id', '=', rosterId)
    .executeTakeFirst();
  return row === undefined
    ? undefined
    : {
        agreementId: row.agreement_id,
        partnerId: row.partner_id,
        area: row.area,
        asOf: day(row.starts_on),
        state: row.state,
      };
}

/** Keeps that the roster is complete, again where that was taken back; returns the id of the list. */
export async function keepList(
  tx: Tx,
  list: {
    readonly listId: string;
    readonly rosterId: string;
    readonly agreementId: string;
    readonly partnerId: string;
    readonly area: number;
    readonly asOf: Day;
  },
): Promise<string> {
  const { list_id } = await tx.db
    .insertInto('complete_list')
    .values({
      list_id: list.listId,
      roster_id: list.rosterId,
      agreement_id: list.agreementId,
      partner_id: list.partnerId,
      area: list.area,
      as_of: list.asOf,
      made_by: tx.actor.id,
    })
    .onConflict((conflict) => conflict.column('roster_id').doUpdateSet({ withdrawn_at: null }))
    .returning('list_id')
    .executeTakeFirstOrThrow();
  return list_id;
}

/** Where a list belongs; undefined when the scope does not show it. */
export async function findList(
  tx: Tx,
  listId: string,
): Promise<{ rosterId: string; area: number } | undefined> {
  const row = await tx.db
    .selectFrom('complete_list')
    .select(['roster_id', 'area'])
    .where('list_id', '=', listId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? undefined : { rosterId: row.roster_id, area: row.area };
}

/** Takes a list back; undefined when there is none that stands. */
export async function withdrawList(
  tx: Tx,
  listId: string,
): Promise<{ rosterId: string; area: number } | undefined> {
  const row = await tx.db
    .updateTable('complete_list')
    .set({ withdrawn_at: sql`now()` })
    .where('list_id', '=', listId)
    .where('withdrawn_at', 'is', null)
    .returning(['roster_id', 'area'])
    .executeTakeFirst();
  return row === undefined ? undefined : { rosterId: row.roster_id, area: row.area };
}

/** The latest list of each agreement and area; a roster that was undone says nothing. */
function standing(partnerId: string) {
  return sql`
    select distinct on (l.agreement_id, l.area) l.*, r.file_name
    from complete_list l join roster r on r.roster_id = l.roster_id and r.state not in ('undoing', 'undone')
    where l.partner_id = ${partnerId} and l.withdrawn_at is null
    order by l.agreement_id, l.area, l.as_of desc, l.list_id desc`;
}

export async function listStandingLists(tx: Tx, partnerId: string): Promise<CompleteList[]> {
  const { rows } = await sql<Omit<CompleteList, 'asOf'> & { asOf: string }>`
    select l.list_id as "listId", l.roster_id as "rosterId", l.file_name as "fileName", a.number as "agreementNumber",
      l.as_of as "asOf", (
        select count(*)::integer from roster_row w
        where w.roster_id = l.roster_id and w.verdict in ('refused', 'doubtful')) as unrecognised
    from (${standing(partnerId)}) l join agreement a on a.agreement_id = l.agreement_id
    order by l.as_of desc, l.list_id`.execute(tx.db);
  return rows.map((row) => ({ ...row, asOf: day(row.asOf) }));
}

/** The record that speaks for a person. In a hash: of a join with the merges the planner expects one row, and goes through all. */
function speaker(person: RawBuilder<unknown>) {
  return sql`case when ${person} in (select person_id from person_alias where undone_at is null)
    then canonical_person(${person}) else ${person} end`;
}

/**
 * Members of the agreement, in the area of the list and on its day, who still are and whom no row of it means or may mean, under
 * whichever record; of whom nobody has said that they stay.
 */
function missing(partnerId: string, today: Day) {
  return sql`
    with list as materialized (${standing(partnerId)}), named as materialized (
      select list.list_id, ${speaker(sql`n.person_id`)} as person_id
      from list join roster_row w on w.roster_id = list.roster_id
      cross join lateral (
        select w.person_id union all
        select (item ->> 'person')::uuid from jsonb_array_elements(w.doubt -> 'items') item
        where w.verdict = 'doubtful' and item ->> 'kind' = 'person'
      ) n
      where n.person_id is not null
    )
    select m.person_id, m.membership_id, m.area, m.grp, lower(m.during) as "from", list.list_id, list.roster_id
    from list
    join membership m on m.agreement_id = list.agreement_id and m.during @> list.as_of
      and m.area >= list.area and m.area < (select beyond from area where code = list.area)
      and (upper_inf(m.during) or upper(m.during) > ${today}::date)
    where (list.list_id, ${speaker(sql`m.person_id`)}) not in (select list_id, person_id from named)
      and not exists (
        select from membership_end e
        where e.person_id = m.person_id and e.membership_id = m.membership_id and e.undone_at is null)
      and not exists (
        select from presumed_stay s
        where s.person_id = m.person_id and s.membership_id = m.membership_id and s.list_id = list.list_id)`;
}

interface MissingRow {
  person_id: string;
  membership_id: string;
  list_id: string;
  name: string | null;
  birth_date: string | null;
  area: number;
  village_name: string;
  grp: string;
  from: string;
  like_row: number | null;
}

export async function listMissing(tx: Tx, partnerId: string, today: Day, limit: number): Promise<Missing[]> {
  const { rows } = await sql<MissingRow>`
    select x.*, p.name, p.birth_date, village.name as village_name, (
        select min(w."row") from roster_row w
        where w.roster_id = x.roster_id and w.verdict in ('refused', 'doubtful') and lower(w.name) = lower(p.name)) as like_row
    from (${missing(partnerId, today)}) x
    join area village on village.code = x.area
    left join person p on p.person_id = x.person_id
    order by p.name, x.membership_id limit ${limit}`.execute(tx.db);
  return rows.map((row) => ({
    personId: row.person_id,
    membershipId: row.membership_id,
    listId: row.list_id,
    name: row.name,
    birthDate: row.birth_date === null ? null : day(row.birth_date),
    village: row.area,
    villageName: row.village_name,
    group: row.grp as Group,
    from: day(row.from),
    likeRow: row.like_row,
  }));
}

export async function countMissing(tx: Tx, partnerId: string, today: Day): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from (${missing(partnerId, today)}) x`.execute(tx.db);
  return rows[0]?.count ?? 0;
}

/** Keeps that these go on; returns how many the scope shows. */
export async function insertStays(
  tx: Tx,
  listId: string,
  members: readonly MembershipKey[],
  note: string | null,
): Promise<number> {
  const { rows } = await sql<{ known: number }>`
    with known as (
      select m.person_id, m.membership_id, m.partner_id, m.area
      from membership m
      join unnest(${members.map((one) => one.personId)}::uuid[], ${members.map((one) => one.membershipId)}::uuid[])
        as w (person_id, membership_id) using (person_id, membership_id)
    ), kept as (
      insert into presumed_stay (person_id, membership_id, list_id, note, partner_id, area, made_by)
      select person_id, membership_id, ${listId}::uuid, ${note}::text, partner_id, area, ${tx.actor.id} from known
      on conflict do nothing
    )
    select count(*)::integer as known from known`.execute(tx.db);
  return rows[0]?.known ?? 0;
}
