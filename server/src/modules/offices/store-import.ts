import { type Day, day } from '@payung/kernel';
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
