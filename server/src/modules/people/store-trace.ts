import { sql } from 'kysely';
import type { Tx } from '#platform/context';

/** That a list filled in what was empty of somebody: which fields, never what they say. */
export interface Filling {
  readonly rosterId: string;
  /** Fields of the envelope, `rt`, `rw`, `occupation`. */
  readonly fields: readonly string[];
  /** When the list was accepted. */
  readonly at: string;
  /** When undoing the list took them back; null when nobody did. */
  readonly undoneAt: string | null;
}

/** What is to be kept of somebody whom a list filled in. */
export interface NewFilling {
  readonly personId: string;
  /** Village of the person. */
  readonly area: number;
  readonly fields: readonly string[];
  readonly residenceFrom: string | null;
  readonly workId: string | null;
}

/** Keeps whom a list filled in, and which fields: beside what it filled in of them already. */
export async function keepFillings(tx: Tx, rosterId: string, all: readonly NewFilling[]): Promise<void> {
  await sql`
    insert into filling (person_id, roster_id, area, fields, residence_from, work_id)
    select f.person_id, ${rosterId}, f.area, string_to_array(f.fields, ','), f.residence_from, f.work_id
    from unnest(${all.map(({ personId }) => personId)}::uuid[], ${all.map(({ area }) => area)}::bigint[],
      ${all.map(({ fields }) => fields.join(','))}::text[], ${all.map(({ residenceFrom }) => residenceFrom)}::date[],
      ${all.map(({ workId }) => workId)}::uuid[]) f (person_id, area, fields, residence_from, work_id)
    on conflict (person_id, roster_id) do update set fields = filling.fields || excluded.fields,
      residence_from = excluded.residence_from, work_id = excluded.work_id`.execute(tx.db);
}

/** Notes that of these people they were taken back. */
export async function endFillings(tx: Tx, rosterId: string, personIds: readonly string[]): Promise<void> {
  await sql`
    update filling set undone_at = now()
    where person_id = any (${personIds}::uuid[]) and roster_id = ${rosterId} and undone_at is null`.execute(
    tx.db,
  );
}

/** What lists filled in of somebody, the latest first. */
export async function listFillings(tx: Tx, personId: string): Promise<Filling[]> {
  const rows = await tx.db
    .selectFrom('filling')
    .select(['roster_id', 'fields', 'recorded_at', 'undone_at'])
    .where('person_id', '=', personId)
    .orderBy('recorded_at', 'desc')
    .execute();
  return rows.map((row) => ({
    rosterId: row.roster_id,
    fields: row.fields,
    at: row.recorded_at,
    undoneAt: row.undone_at,
  }));
}
