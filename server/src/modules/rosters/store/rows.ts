import { sql } from 'kysely';
import type { Tx } from '#platform/context';
import type { Facts } from '#platform/refusal';
import type { Verdict } from '../judge/index.ts';
import { asTold, type RosterRow } from '../model.ts';

const pageSize = 100;

function rows(tx: Tx, rosterId: string) {
  return tx.db
    .selectFrom('roster_row')
    .leftJoin('area', 'area.code', 'roster_row.village')
    .where('roster_row.roster_id', '=', rosterId)
    .select([
      'roster_row.ordinal',
      'roster_row.sheet',
      'roster_row.row',
      'roster_row.verdict',
      'roster_row.reason',
      'roster_row.field',
      'roster_row.facts',
      'roster_row.warnings',
      'roster_row.name',
      'roster_row.nik_masked',
      'roster_row.enrol',
      'area.name as village_name',
    ]);
}

type RowRecord = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number];

function rowOf(record: RowRecord): RosterRow {
  return {
    ordinal: record.ordinal,
    sheet: record.sheet,
    row: record.row,
    verdict: record.verdict as Verdict,
    reason: record.reason,
    field: record.field,
    facts: record.facts as Facts,
    warnings: record.warnings as RosterRow['warnings'],
    name: record.name,
    nikMasked: record.nik_masked,
    villageName: record.village_name,
    enrol: record.enrol,
  };
}

/** Which rows of a roster. */
export interface RowFilter {
  readonly verdict?: Verdict | undefined;
  readonly reason?: string | undefined;
}

/** How many rows there are. */
export async function countRows(tx: Tx, rosterId: string, { verdict, reason }: RowFilter): Promise<number> {
  const { count } = await tx.db
    .selectFrom('roster_row')
    .select(sql<number>`count(*)::integer`.as('count'))
    .where('roster_id', '=', rosterId)
    .$if(verdict !== undefined, (query) => query.where('verdict', '=', verdict ?? ''))
    .$if(reason !== undefined, (query) => query.where('reason', '=', reason ?? ''))
    .executeTakeFirstOrThrow();
  return count;
}

/** A page of rows in file order, as the scope may see them; `next` is the ordinal to go on after, null on the last page. */
export async function listRows(
  tx: Tx,
  rosterId: string,
  filter: RowFilter & { readonly after?: number | undefined },
  limit = pageSize,
): Promise<{ rows: RosterRow[]; next: number | null }> {
  let query = rows(tx, rosterId)
    .orderBy('roster_row.ordinal')
    .limit(limit + 1);
  if (filter.verdict !== undefined) query = query.where('roster_row.verdict', '=', filter.verdict);
  if (filter.reason !== undefined) query = query.where('roster_row.reason', '=', filter.reason);
  if (filter.after !== undefined) query = query.where('roster_row.ordinal', '>', filter.after);
  const records = await query.execute();
  const page = records.slice(0, limit).map((record) => asTold(rowOf(record), tx.scope));
  return { rows: page, next: records.length > limit ? (page.at(-1)?.ordinal ?? null) : null };
}

/** How many rows have which verdict and reason, most first within a verdict; with one row's facts for the message. */
export async function countReasons(tx: Tx, rosterId: string) {
  const records = await tx.db
    .selectFrom('roster_row')
    .select(['verdict', 'reason'])
    .select(sql<number>`count(*)::int`.as('count'))
    .where('roster_id', '=', rosterId)
    .groupBy(['verdict', 'reason'])
    .orderBy('verdict')
    .orderBy(sql`count(*)`, 'desc')
    .execute();
  return records.map((record) => ({ ...record, verdict: record.verdict as Verdict }));
}

/** SHA-256 over the rows that acceptance enrols, in file order: what the audit entry vouches for. */
export async function digestOfPrepared(tx: Tx, rosterId: string): Promise<{ digest: Buffer; rows: number }> {
  const { rows: records } = await sql<{ digest: Buffer; rows: number }>`
    select digest, rows from intake.digest(${rosterId})`.execute(tx.db);
  const record = records[0];
  if (record === undefined) throw new Error('an aggregate always returns a row');
  return record;
}
