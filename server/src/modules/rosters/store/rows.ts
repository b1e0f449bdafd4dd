import { sql } from 'kysely';
import type { Tx } from '#platform/context';
import type { Facts } from '#platform/refusal';
import type { KeptQuestion, Verdict } from '../judge/index.ts';
import type { RosterRow } from '../model.ts';

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

/** A page of rows in file order; `next` is the ordinal to go on after, null on the last page. */
export async function listRows(
  tx: Tx,
  rosterId: string,
  filter: { verdict?: Verdict | undefined; reason?: string | undefined; after?: number | undefined },
): Promise<{ rows: RosterRow[]; next: number | null }> {
  let query = rows(tx, rosterId)
    .orderBy('roster_row.ordinal')
    .limit(pageSize + 1);
  if (filter.verdict !== undefined) query = query.where('roster_row.verdict', '=', filter.verdict);
  if (filter.reason !== undefined) query = query.where('roster_row.reason', '=', filter.reason);
  if (filter.after !== undefined) query = query.where('roster_row.ordinal', '>', filter.after);
  const records = await query.execute();
  const page = records.slice(0, pageSize).map(rowOf);
  return { rows: page, next: records.length > pageSize ? (page.at(-1)?.ordinal ?? null) : null };
}

/** Every row but the ignored ones, for the workbook that goes back. */
export async function listJudged(tx: Tx, rosterId: string): Promise<RosterRow[]> {
  return (
    await rows(tx, rosterId)
      .where('roster_row.verdict', '!=', 'ignored')
      .orderBy('roster_row.ordinal')
      .execute()
  ).map(rowOf);
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

/** A verdict on its way into the table; the keys are the columns. */
interface RowInsert {
  readonly ordinal: number;
  readonly sheet: string;
  readonly row: number;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly field: string | null;
  readonly facts: Facts;
  readonly warnings: readonly { readonly code: string; readonly facts: Facts }[];
  readonly name: string | null;
  readonly nik_masked: string | null;
  readonly village: number | null;
  readonly person_id: string | null;
  readonly enrol: boolean;
  /** These two only where the row states a decile. */
  readonly decile?: number | null;
  readonly register?: string | null;
  /** Hexadecimal; these three only where something was in doubt. */
  readonly row_key?: string;
  readonly doubt?: KeptQuestion;
  readonly decision_id?: string | null;
}

/** Keeps a batch of verdicts. One JSON text, because COPY is refused where row-level security holds. */
export async function insertRows(
  tx: Tx,
  roster: { readonly rosterId: string; readonly area: number; readonly partnerId: string },
  batch: readonly RowInsert[],
): Promise<void> {
  await sql`
    insert into roster_row (roster_id, ordinal, sheet, "row", verdict, reason, field, facts, warnings, name, nik_masked,
      village, person_id, enrol, decile, register, row_key, doubt, decision_id, area, partner_id)
    select ${roster.rosterId}::uuid, ordinal, sheet, "row", verdict, reason, field, facts, warnings, name, nik_masked,
      village, person_id, enrol, decile, register, decode(row_key, 'hex'), doubt, decision_id, ${roster.area}::bigint, ${roster.partnerId}::uuid
    from json_to_recordset(${JSON.stringify(batch)}::json) as judged (ordinal integer, sheet text, "row" integer,
      verdict text, reason text, field text, facts jsonb, warnings jsonb, name text, nik_masked text, village bigint,
      person_id uuid, enrol boolean, decile smallint, register text, row_key text, doubt jsonb, decision_id uuid)`.execute(
    tx.db,
  );
}
