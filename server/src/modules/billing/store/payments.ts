import { type Day, day, type Rupiah, rupiah } from '@payung/kernel';
import { sql } from 'kysely';
import { type Tx, within } from '#platform/context';
import type { Office, Statement } from './statements.ts';

/** A bill as a payment meets it. */
export interface PayableBill {
  readonly billId: string;
  readonly number: string;
  readonly agreementId: string;
  readonly fundId: string;
  readonly partnerId: string;
  readonly area: number;
  readonly open: Rupiah;
  /** Nothing is open because it was cancelled. */
  readonly cancelled: boolean;
}

/**
 * The bills with these numbers that the scope shows, locked against other payments until the transaction ends. Locked in the
 * order of their ids, so that two statements cannot wait for each other; what is open is read after the lock.
 *
 * The lock is an advisory one: `for update` would need the right to change bills, which this role has not. The database's own
 * check at commit locks the bill too.
 */
export async function lockBills(tx: Tx, numbers: readonly string[]): Promise<PayableBill[]> {
  await sql`
    select pg_advisory_xact_lock(hashtextextended('bill ' || bill_id::text, 0))
    from (select bill_id from bill where number = any (${numbers}::text[]) order by bill_id) b`.execute(
    tx.db,
  );
  const rows = await tx.db
    .selectFrom('bill')
    .innerJoin('bill_state', 'bill_state.bill_id', 'bill.bill_id')
    .select([
      'bill.bill_id',
      'bill.number',
      'bill.agreement_id',
      'bill.fund_id',
      'bill.partner_id',
      'bill.area',
      'bill_state.open',
      'bill_state.state',
    ])
    .where('bill.number', 'in', numbers.length === 0 ? [''] : [...numbers])
    .where(within(tx, 'bill.area', 'bill.partner_id'))
    .orderBy('bill.agreement_id')
    .orderBy('bill.bill_id')
    .execute();
  return rows.map((row) => ({
    billId: row.bill_id,
    number: row.number,
    agreementId: row.agreement_id,
    fundId: row.fund_id,
    partnerId: row.partner_id,
    area: row.area,
    open: rupiah(row.open ?? 0),
    cancelled: row.state === 'cancelled',
  }));
}

export interface NewPayment {
  readonly paymentId: string;
  readonly externalRef: string;
  readonly paidOn: Day;
  readonly amount: Rupiah;
  readonly description: string;
  readonly billNumber: string | null;
  readonly partnerId: string | null;
  readonly area: number;
}

/**
 * Records payments and returns the ids of those that were not known yet. In the order of their references, so that two
 * statements that overlap cannot wait for each other.
 */
export async function insertPayments(
  tx: Tx,
  { statementId, account }: Statement,
  payments: readonly NewPayment[],
): Promise<Set<string>> {
  const { rows } = await sql<{ payment_id: string }>`
    insert into payment (payment_id, statement_id, account, external_ref, paid_on, amount, description, bill_number, partner_id, area)
    select "paymentId", ${statementId}::uuid, ${account}, "externalRef", "paidOn", amount, description, "billNumber",
      "partnerId", area
    from jsonb_to_recordset(${JSON.stringify(payments)}::jsonb) as p("paymentId" uuid, "externalRef" text, "paidOn" date,
      amount bigint, description text, "billNumber" text, "partnerId" uuid, area bigint)
    order by "externalRef" collate "C", "paymentId"
    on conflict on constraint payment_once do nothing
    returning payment_id`.execute(tx.db);
  return new Set(rows.map((row) => row.payment_id));
}

/** Payments of an account by the bank's reference, as far as the scope shows them. */
export async function findByReference(
  tx: Tx,
  account: string,
  references: readonly string[],
): Promise<Map<string, { paidOn: Day; amount: number }>> {
  const { rows } = await sql<{ external_ref: string; paid_on: string; amount: number }>`
    select external_ref, paid_on, amount from payment
    where account = ${account} and external_ref = any (${references}::text[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.external_ref, { paidOn: day(row.paid_on), amount: row.amount }]));
}

interface NewAllocation extends Office {
  readonly allocationId: string;
  readonly paymentId: string;
  /** Null for money that settles no bill yet. */
  readonly billId: string | null;
  readonly amount: Rupiah;
}

export async function insertAllocations(tx: Tx, allocations: readonly NewAllocation[]): Promise<void> {
  await sql`
    insert into allocation (allocation_id, payment_id, bill_id, amount, partner_id, area)
    select "allocationId", "paymentId", "billId", amount, "partnerId", area
    from jsonb_to_recordset(${JSON.stringify(allocations)}::jsonb)
      as a("allocationId" uuid, "paymentId" uuid, "billId" uuid, amount bigint, "partnerId" uuid, area bigint)`.execute(
    tx.db,
  );
}

/** A part of a payment that settles a bill. */
export interface PaymentShare {
  readonly paymentId: string;
  readonly statementId: string;
  readonly paidOn: Day;
  /** The whole payment, and the part of it that settles this bill. */
  readonly amount: number;
  readonly settles: number;
}

export async function listPaymentsOfBill(tx: Tx, billId: string): Promise<PaymentShare[]> {
  const { rows } = await sql<PaymentShare>`
    select p.payment_id as "paymentId", p.statement_id as "statementId", p.paid_on as "paidOn", p.amount, a.amount as settles
    from allocation a join payment p on p.payment_id = a.payment_id
    where a.bill_id = ${billId} order by p.paid_on, p.payment_id`.execute(tx.db);
  return rows;
}

/** Money that came in, and how much of it waits on the unallocated account. */
export interface Payment {
  readonly paymentId: string;
  readonly statementId: string;
  readonly account: string;
  readonly externalRef: string;
  readonly paidOn: Day;
  readonly amount: number;
  readonly unallocated: number;
  readonly description: string;
  /** Bill number found in the description; null when none. */
  readonly billNumber: string | null;
  /** The bill it settles in part or whole; null when none. */
  readonly billId: string | null;
}

/** A page of payments, newest first; `after` is the last payment id of the page before. */
export async function listPayments(
  tx: Tx,
  filter: { after?: string | undefined; unallocatedOnly: boolean; limit: number },
): Promise<Payment[]> {
  const after = filter.after === undefined ? sql`` : sql`and p.payment_id < ${filter.after}`;
  const waiting = filter.unallocatedOnly
    ? sql`and exists (select from allocation w where w.payment_id = p.payment_id and w.bill_id is null)`
    : sql``;
  const { rows } = await sql<Payment>`
    select p.payment_id as "paymentId", p.statement_id as "statementId", p.account, p.external_ref as "externalRef",
      p.paid_on as "paidOn", p.amount, p.description, p.bill_number as "billNumber",
      coalesce((select sum(a.amount) from allocation a where a.payment_id = p.payment_id and a.bill_id is null), 0)::bigint
        as unallocated,
      (select a.bill_id from allocation a where a.payment_id = p.payment_id and a.bill_id is not null) as "billId"
    from payment p
    where ${within(tx, 'p.area', 'p.partner_id')} ${after} ${waiting}
    order by p.payment_id desc limit ${filter.limit}`.execute(tx.db);
  return rows;
}
