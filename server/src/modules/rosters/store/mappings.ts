import { sql } from 'kysely';
import type { Tx } from '#platform/context';
import type { MappedColumn } from '../file/index.ts';
import type { Mapping } from '../mapping/model.ts';

function mappings(tx: Tx) {
  return tx.db
    .selectFrom('mapping')
    .innerJoin('partner', 'partner.partner_id', 'mapping.partner_id')
    .innerJoin('area', 'area.code', 'mapping.area')
    .leftJoin('area as home', 'home.code', 'mapping.village')
    .selectAll('mapping')
    .select(['partner.name as partner_name', 'area.name as area_name', 'home.name as village_name']);
}

type MappingRecord = Awaited<ReturnType<ReturnType<typeof mappings>['execute']>>[number];

function mappingOf(row: MappingRecord): Mapping {
  return {
    mappingId: row.mapping_id,
    name: row.name,
    partnerId: row.partner_id,
    partnerName: row.partner_name,
    area: row.area,
    areaName: row.area_name,
    columns: row.columns as readonly MappedColumn[],
    village: row.village,
    villageName: row.village_name,
    madeBy: row.made_by,
    recordedAt: row.recorded_at,
    endedAt: row.ended_at,
  };
}

/** Mappings in scope, by name; those in use first. */
export async function listMappings(tx: Tx): Promise<Mapping[]> {
  const rows = await mappings(tx)
    .orderBy(sql`mapping.ended_at is not null`)
    .orderBy('mapping.name')
    .orderBy('mapping.mapping_id')
    .limit(500)
    .execute();
  return rows.map(mappingOf);
}

/** The mapping, locked; undefined when the scope does not show it. */
export async function lockMapping(tx: Tx, mappingId: string): Promise<Mapping | undefined> {
  const row = await mappings(tx)
    .where('mapping.mapping_id', '=', mappingId)
    .forUpdate('mapping')
    .executeTakeFirst();
  return row === undefined ? undefined : mappingOf(row);
}

/** Mappings in use for a partner's lists of an area: those of wider areas first, so that a narrower one goes before. */
export async function listMappingsFor(
  tx: Tx,
  of: { readonly partnerId: string; readonly area: number },
): Promise<Mapping[]> {
  const rows = await mappings(tx)
    .where('mapping.partner_id', '=', of.partnerId)
    .where('mapping.ended_at', 'is', null)
    .where('area.code', '<=', of.area)
    .where('area.beyond', '>', of.area)
    .orderBy('area.code')
    .execute();
  return rows.map(mappingOf);
}

interface NewMapping {
  readonly mappingId: string;
  readonly partnerId: string;
  readonly area: number;
  readonly name: string;
  readonly digest: string;
  readonly columns: readonly MappedColumn[];
  readonly village: number | null;
}

/** Keeps a mapping; one in use for the same headings is changed instead. Returns its id. */
export async function upsertMapping(tx: Tx, mapping: NewMapping): Promise<string> {
  const said = {
    name: mapping.name,
    columns: JSON.stringify(mapping.columns),
    village: mapping.village,
    made_by: tx.actor.id,
  };
  const row = await tx.db
    .insertInto('mapping')
    .values({
      ...said,
      mapping_id: mapping.mappingId,
      partner_id: mapping.partnerId,
      area: mapping.area,
      signature: mapping.digest,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['partner_id', 'area', 'signature'])
        .where('ended_at', 'is', null)
        .doUpdateSet({ ...said, recorded_at: sql`now()` }),
    )
    .returning('mapping_id')
    .executeTakeFirstOrThrow();
  return row.mapping_id;
}

/** Says something else of the same headings, or gives them another name. */
export async function updateMapping(
  tx: Tx,
  mappingId: string,
  said: { readonly name: string; readonly columns: readonly MappedColumn[]; readonly village: number | null },
): Promise<void> {
  await tx.db
    .updateTable('mapping')
    .set({ ...said, columns: JSON.stringify(said.columns), made_by: tx.actor.id, recorded_at: sql`now()` })
    .where('mapping_id', '=', mappingId)
    .execute();
}

/** Ends a mapping: no file is read by it any more. */
export async function endMapping(tx: Tx, mappingId: string): Promise<void> {
  await tx.db
    .updateTable('mapping')
    .set({ ended_by: tx.actor.id, ended_at: sql`now()` })
    .where('mapping_id', '=', mappingId)
    .execute();
}

/**
 * Rosters that another word on a mapping may read otherwise: those read by it that wait for acceptance, and those of its partner
 * and area whose headings could not be read.
 */
export async function listReadBy(tx: Tx, mapping: Pick<Mapping, 'mappingId' | 'partnerId' | 'area'>) {
  const { rows } = await sql<{ roster_id: string; area: number; partner_id: string }>`
    select r.roster_id, r.area, r.partner_id from roster r join area a on a.code = ${mapping.area}
    where r.state = 'checked' and r.columns @> ${JSON.stringify([{ mappingId: mapping.mappingId }])}::jsonb
      or r.state = 'failed' and r.expired_at is null and r.partner_id = ${mapping.partnerId} and r.area >= a.code and r.area < a.beyond
        and r.problem ->> 'code' in ('file.noHeader', 'file.columnMissing', 'file.columnDouble')
    order by r.roster_id for update of r`.execute(tx.db);
  return rows;
}
