import { type Day, day } from '@payung/kernel';
import { sql } from 'kysely';
import type { Tx } from '#platform/context';

/** What is needed of a roster to take holders from it; undefined when the scope does not show it. */
export async function findRoster(
  tx: Tx,
  rosterId: string,
): Promise<{ fileId: string; state: string; startsOn: Day; area: number; purged: boolean } | undefined> {
  const row = await tx.db
    .selectFrom('roster')
    .innerJoin('stored_file', 'stored_file.file_id', 'roster.file_id')
    .select(['roster.file_id', 'roster.state', 'roster.starts_on', 'roster.area', 'stored_file.purged_at'])
    .where('roster_id', '=', rosterId)
    .executeTakeFirst();
  return row === undefined
    ? undefined
    : {
        fileId: row.file_id,
        state: row.state,
        startsOn: day(row.starts_on),
        area: row.area,
        purged: row.purged_at !== null,
      };
}

/** Whom the rows of an accepted roster mean, by sheet and row; a row that was not taken means nobody. */
export async function listMeant(
  tx: Tx,
  rosterId: string,
): Promise<Map<string, { personId: string; village: number | null; name: string | null }>> {
  const rows = await tx.db
    .selectFrom('roster_row')
    .select(['sheet', 'row', 'person_id', 'village', 'name'])
    .where('roster_id', '=', rosterId)
    .where('verdict', 'in', ['new', 'known'])
    .where('person_id', 'is not', null)
    .execute();
  return new Map(
    rows.flatMap(({ sheet, row, person_id, village, name }) =>
      person_id === null ? [] : [[`${sheet} ${row}`, { personId: person_id, village, name }] as const],
    ),
  );
}

/** Holds the roster until the transaction ends, so that nobody undoes it meanwhile. False when it is not accepted any more. */
export async function holdAccepted(tx: Tx, rosterId: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('roster')
    .select('state')
    .where('roster_id', '=', rosterId)
    .forShare()
    .executeTakeFirst();
  return row?.state === 'accepted';
}

/** Notes that this roster, too, names somebody for a seat that another one gave them, under whichever record. */
export async function confirmHolding(
  tx: Tx,
  rosterId: string,
  of: { readonly personId: string; readonly village: number; readonly office: string; readonly from: Day },
): Promise<void> {
  await sql`
    update office_holding set confirmed_by = confirmed_by || ${rosterId}::uuid
    where person_id in (select person_id from records_of(array[canonical_person(${of.personId}::uuid)]))
      and area = ${of.village} and office = ${of.office} and during && daterange(${of.from}::date, null)
      and roster_id is not null and roster_id <> ${rosterId} and not ${rosterId}::uuid = any (confirmed_by)`.execute(
    tx.db,
  );
}

/**
 * Ends as never taken the seats that only this roster gave, and frees them. Those that another roster named since are that one's;
 * those that have ended, or were changed hands, stay as they are.
 */
export async function giveBack(tx: Tx, rosterId: string): Promise<void> {
  await sql`
    with given as (
      select * from seats_of_roster(${rosterId}::uuid)
    ), freed as (
      update office_occupancy o set during = 'empty' from given g
      where o.area = g.area and o.office = g.office and o.seat = g.seat and o.holding_id = g.holding_id
    )
    update office_holding h set during = 'empty', ended_by = ${tx.actor.id}, ended_at = now() from given g
    where h.person_id = g.person_id and h.holding_id = g.holding_id`.execute(tx.db);
  await sql`
    update office_holding set
      roster_id = case when roster_id = ${rosterId}::uuid then confirmed_by[1] else roster_id end,
      confirmed_by = case when roster_id = ${rosterId}::uuid then confirmed_by[2:] else array_remove(confirmed_by, ${rosterId}::uuid) end
    where roster_id = ${rosterId}::uuid and confirmed_by <> '{}' or ${rosterId}::uuid = any (confirmed_by)`.execute(
    tx.db,
  );
}
