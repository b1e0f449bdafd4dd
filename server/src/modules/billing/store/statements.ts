import { type Day, day } from '@payung/kernel';
import { sql } from 'kysely';
import { type Tx, within } from '#platform/context';
import type { Facts } from '#platform/refusal';
import type { Verdict } from '../model.ts';

/** Where a row belongs: the scope it is seen in. */
export interface Office {
  readonly area: number;
  /** Null for an office of an area. */
  readonly partnerId: string | null;
}

/** The widest area of the caller's scope, or the seat of their partner; undefined when no area is known at all. */
export async function findOffice(tx: Tx): Promise<Office | undefined> {
  const { rows } = await sql<{ area: number | null }>`
    select min(code) as area from area where ${within(tx, 'area.code')}`.execute(tx.db);
  const area = rows[0]?.area ?? undefined;
  if (area !== undefined) return { area, partnerId: null };
  const partner = await tx.db
    .selectFrom('partner')
    .select(['partner_id', 'area'])
    .where(sql<boolean>`partner_id = any (${tx.scope.partners}::uuid[])`)
    .orderBy('partner_id')
    .executeTakeFirst();
  return partner === undefined ? undefined : { area: partner.area, partnerId: partner.partner_id };
}

export interface Statement extends Office {
  readonly statementId: string;
  /** Masked but for its last four digits. */
  readonly account: string;
  readonly fileName: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly digest: string;
  readonly rows: number;
}

/** Records the statement. False when the same file was imported for this account before; then nothing is written. */
export async function insertStatement(tx: Tx, statement: Statement): Promise<boolean> {
  const row = await tx.db
    .insertInto('statement')
    .values({
      statement_id: statement.statementId,
      account: statement.account,
      file_name: statement.fileName,
      digest: statement.digest,
      rows: statement.rows,
      area: statement.area,
      partner_id: statement.partnerId,
      made_by: tx.actor.id,
    })
    .onConflict((conflict) => conflict.constraint('statement_once').doNothing())
    .executeTakeFirst();
  return (row.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export interface StatementHead extends Statement {
  readonly recordedAt: string;
}

/** A statement the scope shows, by its id or by its account and digest. */
export async function findStatement(
  tx: Tx,
  by: { statementId: string } | { account: string; digest: string },
): Promise<StatementHead | undefined> {
  const found = tx.db.selectFrom('statement').selectAll();
  const row = await ('statementId' in by
    ? found.where('statement_id', '=', by.statementId)
    : found.where('account', '=', by.account).where('digest', '=', by.digest)
  ).executeTakeFirst();
  return row === undefined
    ? undefined
    : {
        statementId: row.statement_id,
        account: row.account,
        fileName: row.file_name,
        digest: row.digest,
        rows: row.rows,
        area: row.area,
        partnerId: row.partner_id,
        recordedAt: row.recorded_at,
      };
}

/** What became of a row, as kept. */
export interface RowVerdict extends Office {
  readonly row: number;
  readonly verdict: Verdict;
  /** Code of the reason; null when the row settled its bill. */
  readonly reason: string | null;
  readonly facts: Facts;
  /** The payment made of the row; null when none. */
  readonly paymentId: string | null;
}

export async function insertRows(
  tx: Tx,
  statementId: string,
  verdicts: readonly RowVerdict[],
): Promise<void> {
  await sql`
    insert into statement_row (statement_id, row, verdict, reason, facts, payment_id, area, partner_id)
    select ${statementId}::uuid, "row", verdict, reason, facts, "paymentId", area, "partnerId"
    from jsonb_to_recordset(${JSON.stringify(verdicts)}::jsonb) as r("row" integer, verdict text, reason text, facts jsonb,
      "paymentId" uuid, area bigint, "partnerId" uuid)`.execute(tx.db);
}

/** Rows of a statement in their order, with the date and amount of the payment made of them. */
export async function listRows(
  tx: Tx,
  statementId: string,
): Promise<(Omit<RowVerdict, keyof Office> & { paidOn: Day | null; amount: number | null })[]> {
  const rows = await tx.db
    .selectFrom('statement_row')
    .leftJoin('payment', 'payment.payment_id', 'statement_row.payment_id')
    .select([
      'statement_row.row',
      'statement_row.verdict',
      'statement_row.reason',
      'statement_row.facts',
      'statement_row.payment_id',
      'payment.paid_on',
      'payment.amount',
    ])
    .where('statement_row.statement_id', '=', statementId)
    .orderBy('statement_row.row')
    .execute();
  return rows.map((row) => ({
    row: row.row,
    verdict: row.verdict as Verdict,
    reason: row.reason,
    facts: row.facts as Facts,
    paymentId: row.payment_id,
    paidOn: row.paid_on === null ? null : day(row.paid_on),
    amount: row.amount,
  }));
}

/** What the payments of a statement came to, as far as the scope shows them. */
export async function sumOfStatement(
  tx: Tx,
  statementId: string,
): Promise<{ received: number; settled: number; unallocated: number }> {
  const { rows } = await sql<{ received: number; settled: number; unallocated: number }>`
    select coalesce(sum(a.amount), 0)::bigint as received,
      coalesce(sum(a.amount) filter (where a.bill_id is not null), 0)::bigint as settled,
      coalesce(sum(a.amount) filter (where a.bill_id is null), 0)::bigint as unallocated
    from payment p join allocation a on a.payment_id = p.payment_id
    where p.statement_id = ${statementId}`.execute(tx.db);
  return rows[0] ?? { received: 0, settled: 0, unallocated: 0 };
}
