import { type Day, day } from '@payung/kernel';
import { sql } from 'kysely';
import { clearBits, heldBits } from '#people';
import type { Tx } from '#platform/context';
import { envelopeHolds } from '#platform/seal';

/** A person as the matching role reads them; the envelope is opened only for those who are compared. */
export interface PersonRecord {
  readonly personId: string;
  readonly name: string;
  readonly sex: 'L' | 'P' | null;
  readonly birthDate: Day | null;
  readonly birthPrecision: 'day' | 'month' | 'year' | null;
  readonly village: number;
  readonly dead: boolean;
  readonly sealed: Buffer;
  /** False for somebody without a NIK. */
  readonly numbered: boolean;
  /** True of a record into which another one was merged. */
  readonly speaks: boolean;
}

interface Found {
  person_id: string;
  name: string;
  sex: 'L' | 'P' | null;
  birth_date: string | null;
  birth_precision: 'day' | 'month' | 'year' | null;
  area: number;
  dead: boolean;
  sealed: Buffer;
  numbered: boolean;
  speaks: boolean;
}

function personOf(row: Found): PersonRecord {
  return {
    personId: row.person_id,
    name: row.name,
    sex: row.sex,
    birthDate: row.birth_date === null ? null : day(row.birth_date),
    birthPrecision: row.birth_precision,
    village: row.area,
    dead: row.dead,
    sealed: row.sealed,
    numbered: row.numbered,
    speaks: row.speaks,
  };
}

const person = sql`p.person_id, p.name, p.sex, p.birth_date, p.birth_precision, p.area, p.died_on is not null as dead, p.sealed, p.numbered,
  exists (select from person_alias a where a.canonical_id = p.person_id and a.undone_at is null) as speaks`;
/**
 * A merged record speaks through its canonical one. Read into a materialised `k` first: under a row-level policy no condition with a
 * function of ours goes to an index, so a join on it would read the whole table of people for every batch.
 */
const speaker = sql`coalesce((select canonical_person(a.canonical_id) from person_alias a where a.person_id = r.person_id and a.undone_at is null), r.person_id) as speaker_id`;

/**
 * Who holds each of these numbers, by the hexadecimal of its blind index. Records that are one person claim it once; `own` is the
 * record that has the number, where another speaks for it.
 */
export async function listHolders(tx: Tx, hashes: readonly Buffer[]) {
  const { rows } = await sql<
    Found & { hash: Buffer; state: string; own_id: string | null; own: Buffer | null }
  >`
    with k as materialized (
      select r.hash, r.state, r.person_id, ${speaker} from identifier r
      where r.kind = 'nik' and r.state <> 'withdrawn' and r.hash = any(${hashes}::bytea[])
    )
    select distinct on (k.hash, p.person_id) k.hash, k.state, ${person}, o.person_id as own_id, o.sealed as own
    from k join person p on p.person_id = k.speaker_id
    left join person o on o.person_id = k.person_id and o.person_id <> p.person_id
    order by k.hash, p.person_id, o.person_id nulls first`.execute(tx.db);
  const claims = Map.groupBy(rows, (row) => row.hash.toString('hex'));
  return rows.map((row) => {
    const hash = row.hash.toString('hex');
    return {
      hash,
      disputed: row.state === 'disputed' && (claims.get(hash)?.length ?? 0) > 1,
      person: personOf(row),
      own: row.own_id === null || row.own === null ? undefined : { personId: row.own_id, sealed: row.own },
    };
  });
}

/** Somebody who alone holds a number, as far as the clear columns tell. */
export interface SoleHolder {
  readonly personId: string;
  /** Normalised name. */
  readonly nameKey: string;
  readonly birthDate: Day | null;
  readonly birthPrecision: 'day' | 'month' | 'year' | null;
  readonly village: number;
  readonly dead: boolean;
  /** A membership of the partner and segment asked for is in force. */
  readonly member: boolean;
  /** What is recorded of them, as `heldBits`; what lies in clear is looked for of members only, and counts as held of others. */
  readonly holds: number;
}

type SoleRow = [
  place: number,
  sole: boolean,
  personId: string,
  nameKey: string,
  birthDate: string | null,
  birthPrecision: SoleHolder['birthPrecision'],
  village: number,
  dead: boolean,
  member: boolean,
  holds: number,
];

const hashBytes = 16;

/**
 * Who alone and undisputed holds each of these numbers, by its place; left out are merged records and whoever has no number any
 * more. One statement for a whole batch, without envelopes: most rows of most lists end here. (Each look-up stands behind
 * an `offset 0` or an aggregate: left to the planner, a list checked right after a large one was accepted read all numbers, or all
 * memberships, for every batch anew.)
 *
 * @param hashes blind indexes of 16 bytes, one after the other
 * @param of membership asked about: partner, segment (null for none), days as a range
 */
export async function listSoleHolders(
  tx: Tx,
  hashes: Buffer,
  of: { readonly partnerId: string; readonly segment: string | null; readonly during: string },
): Promise<Map<number, SoleHolder>> {
  const { rows } = await tx.client.query<SoleRow>({
    rowMode: 'array',
    text: `with held as materialized (
        select w.place, k.person_id, k.state
        from (select place, substring($1::bytea from place * ${hashBytes} + 1 for ${hashBytes}) as hash
          from generate_series(0, $2::integer - 1) place) w
        cross join lateral (select i.person_id, i.state from identifier i
          where i.hash = w.hash and i.kind = 'nik' and i.state <> 'withdrawn' offset 0) k
      )
      select k.place,
        k.state = 'held' and p.numbered
          and not exists (select from person_alias a where a.person_id = k.person_id and a.undone_at is null)
          and not exists (select from person_alias a where a.canonical_id = k.person_id and a.undone_at is null),
        p.person_id, p.name_key, p.birth_date, p.birth_precision, p.area, p.died_on is not null, ours.member,
        case when get_byte(p.sealed, 0) = ${envelopeHolds.version} then get_byte(p.sealed, ${envelopeHolds.at}) else 0 end
          | (${clearBits} & ~coalesce(home.lacks, 0) & ~coalesce(job.lacks, 0))
      from held k
      cross join lateral (select * from person p where p.person_id = k.person_id offset 0) p
      cross join lateral (select count(*) > 0 as member from membership m where m.person_id = p.person_id and m.partner_id = $3
        and m.segment = $4 and m.during && $5::daterange) ours
      cross join lateral (
        select max((r.rt is null)::integer * ${heldBits.rt} + (r.rw is null)::integer * ${heldBits.rw}) as lacks from residence r
        where ours.member and r.person_id = p.person_id and upper_inf(r.during)) home
      cross join lateral (
        select min((w.occupation_text = '')::integer) * ${heldBits.occupation} as lacks from work w
        where ours.member and w.person_id = p.person_id and upper_inf(w.during)) job`,
    values: [hashes, hashes.length / hashBytes, of.partnerId, of.segment, of.during],
  });
  const found = new Map<number, SoleHolder>();
  const claimed = new Set<number>();
  for (const [
    place,
    sole,
    personId,
    nameKey,
    birthDate,
    birthPrecision,
    village,
    dead,
    member,
    holds,
  ] of rows) {
    if (sole && !claimed.has(place)) {
      const born = birthDate === null ? null : day(birthDate);
      found.set(place, { personId, nameKey, birthDate: born, birthPrecision, village, dead, member, holds });
    } else found.delete(place);
    claimed.add(place);
  }
  return found;
}

/** People by id, each under the id asked for. */
export async function listPeople(tx: Tx, ids: readonly string[]) {
  const { rows } = await sql<Found & { id: string }>`
    with k as materialized (select r.person_id, ${speaker} from unnest(${ids}::uuid[]) r (person_id))
    select k.person_id as id, ${person} from k join person p on p.person_id = k.speaker_id`.execute(tx.db);
  return rows.map((row) => ({ id: row.id, person: personOf(row) }));
}

/** People of these villages with exactly these normalised names. */
export async function listNamesakes(
  tx: Tx,
  of: readonly { readonly village: number; readonly nameKey: string }[],
): Promise<PersonRecord[]> {
  const { rows } = await sql<Found>`
    with k as materialized (
      select ${speaker}
      from unnest(${of.map(({ village }) => village)}::bigint[], ${of.map(({ nameKey }) => nameKey)}::text[]) w (area, name_key)
      join person r on r.area = w.area and r.name_key = w.name_key
    )
    select ${person} from k join person p on p.person_id = k.speaker_id`.execute(tx.db);
  return rows.map(personOf);
}

/** Which of these numbers, by the hexadecimal of their blind index, are in dispute between people, not between records of one. */
export async function listDisputed(tx: Tx, hashes: readonly Buffer[]): Promise<Set<string>> {
  if (hashes.length === 0) return new Set();
  const { rows } = await sql<{ hash: string }>`
    select encode(hash, 'hex') as hash from identifier
    where kind = 'nik' and state = 'disputed' and hash = any (${hashes}::bytea[])
    group by hash having count(distinct canonical_person(person_id)) > 1`.execute(tx.db);
  return new Set(rows.map(({ hash }) => hash));
}

/** A key shared by more people than this tells nobody apart and is not followed. */
const largestBlock = 50;

/**
 * People under any of these match keys, with the key that found them. Two statements, since a planner that must guess how many
 * people a thousand keys find reads the whole table of people for every batch.
 */
export async function listCandidates(tx: Tx, hashes: readonly bigint[]) {
  const { rows } = await sql<{ hash: string; person_id: string }>`
    select w.hash::text as hash, k.person_id
    from (select distinct unnest(${`{${hashes.join(',')}}`}::bigint[]) as hash) w
    cross join lateral (select person_id from match_key m where m.hash = w.hash limit ${largestBlock + 1}) k`.execute(
    tx.db,
  );
  const telling = [...Map.groupBy(rows, ({ hash }) => hash).values()]
    .filter(({ length }) => length <= largestBlock)
    .flat();
  const found = await listPeople(tx, [...new Set(telling.map((row) => row.person_id))]);
  const people = new Map(found.map(({ id, person }) => [id, person]));
  return telling.flatMap(({ hash, person_id }) => {
    const person = people.get(person_id);
    return person === undefined ? [] : [{ hash: BigInt(hash), person }];
  });
}

/** Removes what an earlier check wrote of its verdicts. In schema intake. */
export async function deleteRows(tx: Tx, rosterId: string): Promise<void> {
  await sql`delete from intake.judged_row where roster_id = ${rosterId}`.execute(tx.db);
}

/** Removes what an earlier check prepared. In schema intake. */
export async function deletePrepared(tx: Tx, rosterId: string): Promise<void> {
  await sql`delete from intake.prepared_row where roster_id = ${rosterId}`.execute(tx.db);
}
