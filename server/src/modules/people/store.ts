import { type Day, day } from '@payung/kernel';
import { type SqlBool, sql } from 'kysely';
import { type Tx, within } from '#platform/context';
import type { PersonSummary, Residence, Work } from './model.ts';

const pageSize = 50;

/** People in the scope's areas, or of its partners, wherever they live; as plain comparisons, so that indexes serve. */
function inScope(tx: Tx) {
  const areas = within(tx, 'person.area');
  return tx.scope.partners.length === 0
    ? areas
    : sql<SqlBool>`(${areas} or person.partners && ${tx.scope.partners}::uuid[])`;
}

const summary = [
  'person.person_id',
  'person.name',
  'person.sex',
  'person.birth_date',
  'person.birth_precision',
  'person.area',
  'person.example',
  'person.died_on',
  'area.name as area_name',
  sql<boolean>`exists (select from person_alias a where a.person_id = person.person_id and a.undone_at is null)`.as(
    'merged',
  ),
] as const;

interface SummaryRow {
  person_id: string;
  name: string;
  sex: string | null;
  birth_date: string | null;
  birth_precision: string | null;
  area: number;
  area_name: string;
  example: boolean;
  died_on: string | null;
  merged: boolean;
}

function summaryOf(row: SummaryRow): PersonSummary {
  return {
    personId: row.person_id,
    name: row.name,
    sex: row.sex as PersonSummary['sex'],
    birthDate: row.birth_date === null ? null : day(row.birth_date),
    birthPrecision: row.birth_precision as PersonSummary['birthPrecision'],
    area: row.area,
    areaName: row.area_name,
    example: row.example,
    diedOn: row.died_on === null ? null : day(row.died_on),
    merged: row.merged,
  };
}

/** People whose normalised name, or family name, begins with `prefix`; after the (name key, id) of the previous page. */
export async function listByName(tx: Tx, prefix: string, after: readonly [string, string] | undefined) {
  const byKey = async (key: 'name_key' | 'name_turned') =>
    tx.db
      .selectFrom('person')
      .innerJoin('area', 'area.code', 'person.area')
      .select([...summary, 'person.name_key'])
      .where(sql<SqlBool>`${sql.ref(`person.${key}`)} ^@ ${prefix}`)
      .where(inScope(tx))
      .$if(after !== undefined, (q) =>
        q.where(sql<SqlBool>`(person.name_key, person.person_id) > (${after?.[0]}, ${after?.[1]}::uuid)`),
      )
      .orderBy('person.name_key')
      .orderBy('person.person_id')
      .limit(pageSize + 1)
      .execute();
  const rows = [...(await byKey('name_key')), ...(await byKey('name_turned'))];
  const unique = [...new Map(rows.map((row) => [row.person_id, row])).values()].sort((a, b) =>
    a.name_key < b.name_key ? -1 : a.name_key > b.name_key ? 1 : a.person_id < b.person_id ? -1 : 1,
  );
  const page = unique.slice(0, pageSize);
  const last = page.at(-1);
  const next =
    unique.length > pageSize && last !== undefined ? ([last.name_key, last.person_id] as const) : undefined;
  return { people: page.map(summaryOf), next };
}

/**
 * The persons among `ids` that the scope shows. Asks the database also when there are none, so that a number held elsewhere and
 * one that nobody holds take the same way and the same time.
 */
export async function listById(tx: Tx, ids: readonly string[]): Promise<PersonSummary[]> {
  const rows = await tx.db
    .selectFrom('person')
    .innerJoin('area', 'area.code', 'person.area')
    .select(summary)
    .where(sql<SqlBool>`person.person_id = any (${ids}::uuid[])`)
    .execute();
  return rows.map(summaryOf);
}

/** The envelope of a person; undefined when the scope does not show the person. */
export async function findEnvelope(tx: Tx, personId: string) {
  return tx.db
    .selectFrom('person')
    .select(['sealed', 'area'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
}

/** Who holds the number with this blind index: the record, and the one that speaks for it. Only the matching role can ask. */
export async function listHolders(
  tx: Tx,
  hash: Buffer,
): Promise<{ personId: string; canonicalId: string }[]> {
  const { rows } = await sql<{ personId: string; canonicalId: string }>`
    select person_id as "personId", canonical_person(person_id) as "canonicalId" from identifier
    where hash = ${hash} and kind = 'nik' and state <> 'withdrawn'`.execute(tx.db);
  return rows;
}

export async function listResidences(tx: Tx, personId: string): Promise<Residence[]> {
  const rows = await tx.db
    .selectFrom('residence')
    .innerJoin('area', 'area.code', 'residence.area')
    .select([
      'residence.area',
      'area.name as area_name',
      'residence.rt',
      'residence.rw',
      'residence.source',
      sql<string>`lower(residence.during)`.as('from'),
      sql<string | null>`upper(residence.during)`.as('until'),
    ])
    .where('person_id', '=', personId)
    .orderBy(sql`lower(residence.during)`, 'desc')
    .execute();
  return rows.map((row) => ({
    area: row.area,
    areaName: row.area_name,
    rt: row.rt,
    rw: row.rw,
    source: row.source,
    from: day(row.from),
    until: dayOrNull(row.until),
  }));
}

export async function listWork(tx: Tx, personId: string): Promise<Work[]> {
  const rows = await tx.db
    .selectFrom('work')
    .select([
      'occupation',
      'occupation_text',
      sql<string>`lower(during)`.as('from'),
      sql<string | null>`upper(during)`.as('until'),
    ])
    .where('person_id', '=', personId)
    .orderBy(sql`lower(during)`, 'desc')
    .execute();
  return rows.map((row) => ({
    occupation: row.occupation,
    occupationText: row.occupation_text,
    from: day(row.from),
    until: dayOrNull(row.until),
  }));
}

function dayOrNull(text: string | null): Day | null {
  return text === null ? null : day(text);
}

/**
 * Creates the new people of a roster, set-wise, with their identifiers, match keys, residence and work.
 * Returns how many. A number that somebody took since the check ends in a unique violation (identifier_held_once).
 */
export async function insertPrepared(
  tx: Tx,
  rosterId: string,
  partnerId: string,
  startsOn: Day,
): Promise<number> {
  const source = `roster:${rosterId}`;
  const inserted = await sql`
    insert into person (person_id, name, name_key, name_turned, sex, birth_date, birth_precision, area, partners, sealed, numbered, example)
    select person_id, name, name_key, name_turned, sex, birth_date, birth_precision, area, array[${partnerId}::uuid], sealed,
      nik_hash is not null, example
    from intake.prepared(${rosterId}) where is_new`.execute(tx.db);
  // Somebody who is recorded with a number, not enrolled, claims one that another holds: both claims are in dispute.
  await sql`
    select dispute_nik(coalesce(array_agg(nik_hash), '{}')) from intake.prepared(${rosterId})
    where outcome = 'dispute' and nik_hash is not null`.execute(tx.db);
  await sql`
    insert into identifier (hash, kind, person_id, state)
    select nik_hash, 'nik', person_id, case outcome when 'dispute' then 'disputed' else 'held' end
    from intake.prepared(${rosterId}) where (is_new or replaces is not null) and nik_hash is not null`.execute(
    tx.db,
  );
  await sql`
    insert into match_key (hash, person_id)
    select distinct key, p.person_id from intake.prepared(${rosterId}) p, unnest(p.match_hashes) key where p.is_new or p.replaces is not null
    on conflict do nothing`.execute(tx.db);
  await sql`
    insert into residence (person_id, area, rt, rw, during, source)
    select person_id, area, rt, rw, daterange(${startsOn}::date, null), ${source} from intake.prepared(${rosterId}) where is_new`.execute(
    tx.db,
  );
  await sql`
    insert into work (person_id, work_id, occupation, occupation_text, area, during, source)
    select person_id, work_id, occupation, occupation_text, area, daterange(${startsOn}::date, null), ${source}
    from intake.prepared(${rosterId}) where is_new`.execute(tx.db);
  return Number(inserted.numAffectedRows ?? 0n);
}

/**
 * Completes those known without a NIK, by what the rows of a roster say. Returns how many were to be completed, and how many
 * could be: the others were changed by somebody else since the check.
 */
export async function completePrepared(tx: Tx, rosterId: string): Promise<{ wanted: number; done: number }> {
  const { rows } = await sql<{ wanted: number; done: number }>`
    with wanted as (select * from intake.prepared(${rosterId}) where replaces is not null),
    done as (
      update person p set sealed = w.completion, numbered = true, sex = coalesce(p.sex, w.sex),
        birth_date = coalesce(w.birth_date, p.birth_date), birth_precision = coalesce(w.birth_precision, p.birth_precision)
      from wanted w where p.person_id = w.person_id and not p.numbered and sha256(p.sealed) = w.replaces
      returning 1
    )
    select (select count(*)::integer from wanted) as wanted, (select count(*)::integer from done) as done`.execute(
    tx.db,
  );
  return rows[0] ?? { wanted: 0, done: 0 };
}

/** Adds the partner to those who may see the known people of a roster. */
export async function addPartnerToKnown(tx: Tx, rosterId: string, partnerId: string): Promise<void> {
  await sql`
    update person set partners = partners || ${partnerId}::uuid
    where person_id in (select person_id from intake.prepared(${rosterId}) where not is_new)
      and not partners @> array[${partnerId}::uuid]`.execute(tx.db);
}

/**
 * Numbers in dispute, each with who claims it, at most 200. Records that were found to be one person dispute nothing among
 * themselves. Only the matching role can ask.
 */
export async function listDisputes(tx: Tx): Promise<{ hash: Buffer; personIds: string[] }[]> {
  const { rows } = await sql<{ hash: Buffer; person_ids: string[] }>`
    select hash, array_agg(person_id order by person_id) as person_ids from identifier
    where kind = 'nik' and state = 'disputed' group by hash
    having count(distinct canonical_person(person_id)) > 1
    order by min(recorded_at) limit 200`.execute(tx.db);
  return rows.map((row) => ({ hash: row.hash, personIds: row.person_ids }));
}

/** Who claims this number, while it is in dispute. Only the matching role can ask. */
export async function listClaimants(tx: Tx, hash: Buffer): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('identifier')
    .select('person_id')
    .where('hash', '=', hash)
    .where('kind', '=', 'nik')
    .where('state', '=', 'disputed')
    .execute();
  return rows.map((row) => row.person_id);
}

/** Ends the dispute of a number: it is the holder's. Returns how many claimed it. */
export async function settleNik(tx: Tx, hash: Buffer, holder: string): Promise<number> {
  const { rows } = await sql<{ claimants: number }>`
    select settle_nik(${hash}::bytea, ${holder}::uuid) as claimants`.execute(tx.db);
  return rows[0]?.claimants ?? 0;
}

/** Gives a person another envelope, from which the number is taken out. */
export async function setWithoutNik(tx: Tx, personId: string, sealed: Buffer): Promise<void> {
  await tx.db
    .updateTable('person')
    .set({ sealed, numbered: false })
    .where('person_id', '=', personId)
    .execute();
}
