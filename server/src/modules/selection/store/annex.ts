import { day } from '@payung/kernel';
import { sql } from 'kysely';
import type { Tx } from '#platform/context';
import type { AnnexLine } from '../model.ts';

/** Freezes the annex of a decree. */
export async function insertAnnex(
  tx: Tx,
  decreeId: string,
  area: number,
  lines: readonly AnnexLine[],
): Promise<void> {
  await sql`
    insert into annex_line (decree_id, place, person_id, name, nik_masked, sex, birth_date, village_name, rt, rw, occupation, area)
    select ${decreeId}::uuid, t.place, t."personId", t.name, t."nikMasked", t.sex, t."birthDate", t."villageName", t.rt, t.rw,
      t.occupation, ${area}::bigint
    from json_to_recordset(${JSON.stringify(lines)}::json) as t (place integer, "personId" uuid, name text, "nikMasked" text,
      sex text, "birthDate" date, "villageName" text, rt text, rw text, occupation text)`.execute(tx.db);
}

/** The annex by number. */
export async function listAnnex(tx: Tx, decreeId: string): Promise<AnnexLine[]> {
  const rows = await tx.db
    .selectFrom('annex_line')
    .selectAll()
    .where('decree_id', '=', decreeId)
    .orderBy('place')
    .execute();
  return rows.map((row) => ({
    place: row.place,
    personId: row.person_id,
    name: row.name,
    nikMasked: row.nik_masked,
    sex: row.sex as AnnexLine['sex'],
    birthDate: row.birth_date === null ? null : day(row.birth_date),
    villageName: row.village_name,
    rt: row.rt,
    rw: row.rw,
    occupation: row.occupation,
  }));
}
