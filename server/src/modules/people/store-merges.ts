import { day } from '@payung/kernel';
import { sql } from 'kysely';
import type { Tx } from '#platform/context';
import type { ComparedRecord } from './comparison.ts';

/** Merges happen one after the other, so that two never close a circle. */
export async function lockMerges(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(7464)`.execute(tx.db);
}

/** The record that speaks for each of these, by the id asked for. */
export async function canonicalOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; canonical_id: string }>`
    select id, canonical_person(id) as canonical_id from unnest(${ids}::uuid[]) id`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row.canonical_id]));
}

interface NewMerge {
  readonly aliasId: string;
  readonly personId: string;
  readonly into: string;
  readonly reason: string;
}

export async function insertMerge(tx: Tx, { aliasId, personId, into, reason }: NewMerge): Promise<void> {
  await tx.db
    .insertInto('person_alias')
    .values({
      alias_id: aliasId,
      person_id: personId,
      canonical_id: into,
      decided_by: tx.actor.id,
      reason,
    })
    .execute();
}

/** A merge in force. */
export interface MergeRecord {
  readonly aliasId: string;
  readonly personId: string;
  /** What it was merged into, which may have been merged since. */
  readonly into: string;
  readonly by: string;
  readonly at: string;
  readonly reason: string;
}

/** The merge, while it is in force; undefined when it is not. */
export async function findMerge(tx: Tx, aliasId: string): Promise<MergeRecord | undefined> {
  const row = await tx.db
    .selectFrom('person_alias')
    .selectAll()
    .where('alias_id', '=', aliasId)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? undefined : mergeOf(row);
}

/** Merges in force through which this record speaks for others, the latest first. */
export async function listMerges(tx: Tx, personId: string): Promise<MergeRecord[]> {
  const { rows } = await sql<AliasRow>`
    select a.alias_id, a.person_id, a.canonical_id, a.decided_by, a.recorded_at, a.reason
    from records_of(array[${personId}::uuid]) r join person_alias a on a.person_id = r.person_id and a.undone_at is null
    where r.person_id <> ${personId}
    order by a.alias_id desc`.execute(tx.db);
  return rows.map(mergeOf);
}

interface AliasRow {
  alias_id: string;
  person_id: string;
  canonical_id: string;
  decided_by: string;
  recorded_at: string;
  reason: string;
}

function mergeOf(row: AliasRow): MergeRecord {
  return {
    aliasId: row.alias_id,
    personId: row.person_id,
    into: row.canonical_id,
    by: row.decided_by,
    at: row.recorded_at,
    reason: row.reason,
  };
}

export async function endMerge(tx: Tx, aliasId: string, reason: string): Promise<void> {
  await tx.db
    .updateTable('person_alias')
    .set({ undone_at: sql`now()`, undone_by: tx.actor.id, undone_reason: reason })
    .where('alias_id', '=', aliasId)
    .execute();
}

interface Found {
  person_id: string;
  name: string;
  sex: 'L' | 'P' | null;
  birth_date: string | null;
  birth_precision: 'day' | 'month' | 'year' | null;
  area: number;
  area_name: string;
  died_on: string | null;
  sealed: Buffer;
  numbered: boolean;
}

/** A record of the base beside another. */
export interface StoredRecord extends ComparedRecord {
  /** False for somebody without a NIK. */
  readonly numbered: boolean;
}

/** Those of these people whom the scope shows, by id, with their envelopes; the others are not there. */
export async function listCompared(tx: Tx, ids: readonly string[]): Promise<Map<string, StoredRecord>> {
  const { rows } = await sql<Found>`
    select p.person_id, p.name, p.sex, p.birth_date, p.birth_precision, p.area, a.name as area_name, p.died_on, p.sealed, p.numbered
    from person p join area a on a.code = p.area where p.person_id = any (${ids}::uuid[])`.execute(tx.db);
  return new Map(
    rows.map((row) => [
      row.person_id,
      {
        personId: row.person_id,
        name: row.name,
        sex: row.sex,
        birthDate: row.birth_date === null ? null : day(row.birth_date),
        birthPrecision: row.birth_precision,
        village: row.area,
        villageName: row.area_name,
        diedOn: row.died_on === null ? null : day(row.died_on),
        sealed: row.sealed,
        sealedFor: row.person_id,
        numbered: row.numbered,
      },
    ]),
  );
}

/**
 * Whether the check of a roster saw somebody known otherwise than they stand now: living, speaking for themselves, undisputed, not
 * withdrawn.
 * Holds everybody it names until the transaction ends.
 */
export async function standsOtherwise(tx: Tx, rosterId: string): Promise<boolean> {
  const { rows } = await sql<{ differs: boolean }>`
    with known as materialized (
      select person_id from intake.prepared(${rosterId}) where not is_new and outcome in ('enrol', 'update')
    )
    select names_withdrawn(${rosterId}) or exists (select from known join person_alias a using (person_id) where a.undone_at is null)
      or exists (select from disputed_people() d (person_id) join known using (person_id)) as differs`.execute(
    tx.db,
  );
  return rows[0]?.differs === true;
}
