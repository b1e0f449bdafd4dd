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
    .where(sql<boolean>`not isempty(residence.during)`)
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
    .where(sql<boolean>`not isempty(during)`)
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
