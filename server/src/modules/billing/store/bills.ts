import { type Day, day, monthFromIndex, rupiah } from '@payung/kernel';
import { sql } from 'kysely';
import { type Tx, within } from '#platform/context';
import type { Bill, BillState } from '../model.ts';

/** One billing of an agreement at a time: the second waits for the first, then finds the months billed. */
export async function lockBilling(tx: Tx, agreementId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('billing ' || ${agreementId}::text, 0))`.execute(
    tx.db,
  );
}

/** The next running number of a series; a bill issued meanwhile in the same series waits for this one. */
export async function takeNumber(tx: Tx, prefix: string): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into bill_series as s (prefix, last) values (${prefix}, 1)
    on conflict (prefix) do update set last = s.last + 1 returning last`.execute(tx.db);
  const last = rows[0]?.last;
  if (last === undefined) throw new Error(`bill series ${prefix} gave no number`);
  return last;
}

interface NewBill {
  readonly billId: string;
  readonly number: string;
  readonly agreementId: string;
  readonly partnerId: string;
  readonly fundId: string;
  readonly area: number;
  readonly months: readonly [first: number, beyond: number];
  readonly people: number;
  readonly amount: number;
  readonly issuedOn: Day;
  readonly dueOn: Day;
}

export async function insertBill(tx: Tx, bill: NewBill): Promise<void> {
  await tx.db
    .insertInto('bill')
    .values({
      bill_id: bill.billId,
      number: bill.number,
      agreement_id: bill.agreementId,
      partner_id: bill.partnerId,
      fund_id: bill.fundId,
      area: bill.area,
      months: sql`int4range(${bill.months[0]}::integer, ${bill.months[1]}::integer)`,
      people: bill.people,
      amount: bill.amount,
      issued_on: bill.issuedOn,
      due_on: bill.dueOn,
      made_by: tx.actor.id,
    })
    .execute();
}

/** The agreement's standing bills that touch these months, oldest first. */
export async function listEarlier(
  tx: Tx,
  agreementId: string,
  [first, beyond]: readonly [number, number],
): Promise<{ billId: string; number: string }[]> {
  const { rows } = await sql<{ billId: string; number: string }>`
    select bill_id as "billId", number from bill
    where agreement_id = ${agreementId} and months && int4range(${first}, ${beyond})
      and not exists (select from bill_cancellation c where c.bill_id = bill.bill_id)
    order by bill_id`.execute(tx.db);
  return rows;
}

function bills(tx: Tx) {
  return tx.db
    .selectFrom('bill')
    .innerJoin('bill_state', 'bill_state.bill_id', 'bill.bill_id')
    .leftJoin('bill_cancellation', 'bill_cancellation.bill_id', 'bill.bill_id')
    .innerJoin('agreement', 'agreement.agreement_id', 'bill.agreement_id')
    .innerJoin('partner', 'partner.partner_id', 'bill.partner_id')
    .innerJoin('fund', 'fund.fund_id', 'bill.fund_id')
    .innerJoin('area', 'area.code', 'bill.area')
    .select([
      'bill.bill_id',
      'bill.number',
      'bill.agreement_id',
      'agreement.number as agreement_number',
      'bill.partner_id',
      'partner.name as partner_name',
      'bill.fund_id',
      'fund.name as fund_name',
      'bill.area',
      'area.name as area_name',
      'bill.people',
      'bill.amount',
      'bill.issued_on',
      'bill.due_on',
      'bill_state.paid',
      'bill_state.open',
      'bill_state.state',
      'bill_cancellation.made_by as cancelled_by',
      'bill_cancellation.recorded_at as cancelled_at',
      'bill_cancellation.why as cancelled_why',
      sql<number>`lower(bill.months)`.as('first'),
      sql<number>`upper(bill.months) - 1`.as('last'),
    ])
    .where(within(tx, 'bill.area', 'bill.partner_id'));
}

type BillRow = Awaited<ReturnType<ReturnType<typeof bills>['executeTakeFirstOrThrow']>>;

function billOf(row: BillRow): Bill {
  return {
    billId: row.bill_id,
    number: row.number,
    agreementId: row.agreement_id,
    agreementNumber: row.agreement_number,
    partnerId: row.partner_id,
    partnerName: row.partner_name,
    fundId: row.fund_id,
    fundName: row.fund_name,
    area: row.area,
    areaName: row.area_name,
    from: monthFromIndex(row.first),
    to: monthFromIndex(row.last),
    people: row.people,
    amount: rupiah(row.amount),
    paid: rupiah(row.paid ?? 0),
    open: rupiah(row.open ?? 0),
    state: (row.state ?? 'unpaid') as BillState,
    issuedOn: day(row.issued_on),
    dueOn: day(row.due_on),
    cancelled:
      row.cancelled_by === null || row.cancelled_at === null
        ? null
        : { by: row.cancelled_by, at: row.cancelled_at, why: row.cancelled_why ?? '' },
  };
}

/** A page of bills, newest first; `after` is the last bill id of the page before. */
export async function listBills(
  tx: Tx,
  filter: { agreementId?: string | undefined; after?: string | undefined; limit: number },
): Promise<Bill[]> {
  const { agreementId, after, limit } = filter;
  const rows = await bills(tx)
    .$if(agreementId !== undefined, (q) => q.where('bill.agreement_id', '=', agreementId ?? ''))
    .$if(after !== undefined, (q) => q.where('bill.bill_id', '<', after ?? ''))
    .orderBy('bill.bill_id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(billOf);
}

export async function findBill(tx: Tx, billId: string): Promise<Bill | undefined> {
  const row = await bills(tx).where('bill.bill_id', '=', billId).executeTakeFirst();
  return row === undefined ? undefined : billOf(row);
}
