import { day } from '@payung/kernel';
import { sql } from 'kysely';
import { programmesOf } from '#partners';
import { fetchInBatches, type Tx } from '#platform/context';
import type { SheetLine } from '../model.ts';

interface Row {
  ordinal: number;
  line: number;
  stands: boolean;
  speaker_id: string;
  name: string;
  sex: 'L' | 'P' | null;
  birth_date: string | null;
  village_name: string;
  village_kind: string;
  district_name: string;
  regency_name: string;
  rt: string | null;
  rw: string | null;
  occupation: string;
  programmes: number;
  partner_name: string;
  partner_seat: string;
  income: number | null;
  sealed: Buffer;
}

/**
 * The lines of a sheet; of each the first membership that stands, by id, speaks for it. Of several that became one person by a merge
 * since, the first that stands is the line of them all (`line`).
 */
const lines = (batchId: string) => sql`
  made as (
    select distinct on (r.ordinal) r.ordinal, not isempty(m.during) as stands, m.programmes, m.agreement_id, m.partner_id,
      coalesce(canonical_person(x.canonical_id), m.person_id) as speaker_id
    from registration_row r
    join membership m on m.person_id = r.person_id and m.membership_id = r.membership_id
    left join person_alias x on x.person_id = m.person_id and x.undone_at is null
    where r.batch_id = ${batchId}::uuid
    order by r.ordinal, isempty(m.during), m.membership_id),
  sent as materialized (
    select made.*, first_value(ordinal) over (partition by speaker_id, programmes order by stands desc, ordinal) as line from made)`;

/** How many lines of a sheet the scope shows, and how many people stand on it: alive, with a membership that was not undone. */
export async function countLines(tx: Tx, batchId: string): Promise<{ shown: number; standing: number }> {
  const { rows } = await sql<{ shown: number; standing: number }>`
    with ${lines(batchId)}
    select count(*)::integer as shown,
      count(*) filter (where stands and ordinal = line and p.died_on is null)::integer as standing
    from sent join person p on p.person_id = sent.speaker_id`.execute(tx.db);
  return rows[0] ?? { shown: 0, standing: 0 };
}

/** The lines of a sheet in its order, batch by batch. */
export async function* streamLines(tx: Tx, batchId: string): AsyncGenerator<SheetLine[]> {
  const all = sql`
    with ${lines(batchId)}
    select sent.ordinal, sent.line, sent.stands and p.died_on is null as stands, sent.speaker_id, p.name, p.sex,
      case when p.birth_precision = 'day' then p.birth_date::text end as birth_date,
      v.name as village_name, v.kind as village_kind, d.name as district_name, g.name as regency_name, home.rt, home.rw,
      coalesce(job.occupation_text, '') as occupation, sent.programmes, q.name as partner_name, seat.name as partner_seat,
      a.income, p.sealed
    from sent
    join person p on p.person_id = sent.speaker_id
    join partner q on q.partner_id = sent.partner_id
    join area seat on seat.code = q.area
    left join agreement a on a.agreement_id = sent.agreement_id
    join area v on v.code = p.area
    join area d on d.code = v.parent
    join area g on g.code = d.parent
    left join lateral (
      select r.rt, r.rw from residence r
      where r.person_id = p.person_id and not isempty(r.during) and upper_inf(r.during) limit 1) home on true
    left join lateral (
      select w.occupation_text from work w
      where w.person_id = p.person_id and not isempty(w.during) and upper_inf(w.during) and w.occupation_text <> ''
      order by lower(w.during) desc limit 1) job on true
    order by sent.ordinal`;
  for await (const rows of fetchInBatches<Row>(tx, all)) yield rows.map((row) => lineOf(tx, row));
}

function lineOf(tx: Tx, row: Row): SheetLine {
  return {
    ordinal: row.ordinal,
    line: row.line,
    stands: row.stands,
    name: row.name,
    sex: row.sex,
    birthDate: row.birth_date === null ? null : day(row.birth_date),
    villageName: row.village_name,
    villageKind: row.village_kind === 'kelurahan' ? 'kelurahan' : 'desa',
    districtName: row.district_name,
    regencyName: row.regency_name,
    rt: row.rt,
    rw: row.rw,
    occupation: row.occupation,
    programmes: programmesOf(row.programmes),
    partnerName: row.partner_name,
    partnerSeat: row.partner_seat,
    income: row.income,
    sealed: tx.platform.sealer.open(row.speaker_id, row.sealed),
  };
}
