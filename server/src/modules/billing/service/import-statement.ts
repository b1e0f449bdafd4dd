import { type Rupiah, rupiah, sum } from '@payung/kernel';
import { postAll } from '#ledger';
import { addCoverForBill } from '#memberships';
import { advanceStage } from '#partners';
import { type Context, change, type Tx } from '#platform/context';
import { digestOf } from '#platform/files';
import { newId } from '#platform/ids';
import { Refusal } from '#platform/refusal';
import { type Settlement, settle, settledBy, type Verdict } from '../model.ts';
import { maskAccount } from '../statement/account.ts';
import { type PaymentRow, readStatement, type StatementRow } from '../statement/read.ts';
import * as store from '../store/payments.ts';
import * as statements from '../store/statements.ts';
import {
  countVerdicts,
  type Settled,
  type Taken,
  verdictOfOther,
  verdictOfTaken,
  verdictsOfKnown,
} from './row-verdicts.ts';

/** A day of a large collecting account is a few megabytes; beyond this it is some other file. */
const LARGEST_STATEMENT = 20_000_000;

interface StatementInput {
  readonly fileName: string;
  readonly content: Uint8Array;
  /** The receiving account, such as `BRI 0161-01-000123-30-4`; kept masked but for its last four digits. */
  readonly account: string;
}

/** What an import did. */
export interface StatementImported {
  readonly statementId: string;
  /** True when the same file was imported before: nothing changed, and the rest says what it did then. */
  readonly repeated: boolean;
  readonly rows: number;
  /** Rows by what became of them; they add up to `rows`. */
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Money taken in, the part that settled bills, and the part that waits on the unallocated account. */
  readonly received: number;
  readonly settled: number;
  readonly unallocated: number;
  /** Bills that are paid in full since, and the people covered by it; none for a repeated import. */
  readonly billsPaid: readonly string[];
  readonly peopleCovered: number;
}

/**
 * Imports a bank or virtual-account statement: every payment settles the bill its description names, as far as that is open;
 * the rest waits on the unallocated account. A bill that is paid in full becomes cover, in the same transaction.
 *
 * All or nothing: killed half-way it leaves nothing, and may be run again. The same file, or the same payment in another
 * file, changes nothing a second time.
 *
 * @throws Refusal auth.forbidden, file.empty, file.tooLarge, request.invalid, payments.statementUnreadable,
 *   payments.headingsMissing, payments.importedElsewhere
 */
export async function importStatement(ctx: Context, input: StatementInput): Promise<StatementImported> {
  const size = input.content.length;
  if (size > LARGEST_STATEMENT) throw new Refusal('file.tooLarge', { bytes: size, limit: LARGEST_STATEMENT });
  const { sealer } = ctx.platform;
  const account = maskAccount(input.account, (full) =>
    sealer.blindIndex('account', full).toString('hex', 0, 4),
  );
  if (account === undefined)
    throw new Refusal('request.invalid', { path: 'account', problem: 'digits', least: 4 });

  return change(ctx, 'payments.import', async (tx) => {
    const rows = readStatement(input.content, tx.platform.clock.today());
    const office = await statements.findOffice(tx);
    if (office === undefined) throw new Refusal('areas.notFound', { code: '-' });
    const statement: statements.Statement = {
      ...office,
      statementId: newId(),
      account,
      fileName: input.fileName.slice(0, 200),
      digest: digestOf(input.content),
      rows: rows.length,
    };
    if (!(await statements.insertStatement(tx, statement))) return repeatedImport(tx, statement);
    return takeIn(tx, statement, rows);
  });
}

async function takeIn(
  tx: Tx,
  statement: statements.Statement,
  rows: readonly StatementRow[],
): Promise<StatementImported> {
  const incoming = rows.filter((row) => row.kind === 'payment');
  const bills = await store.lockBills(tx, [...new Set(incoming.flatMap((row) => row.billNumbers))]);
  const candidates = incoming.map((row) => candidateOf(row, bills, statement));
  const inserted = await store.insertPayments(
    tx,
    statement,
    candidates.map(({ payment }) => payment),
  );
  const taken = candidates.filter(({ payment }) => inserted.has(payment.paymentId));
  const settlements = settle(
    taken.map(({ payment, bill }) => ({ amount: payment.amount, billId: bill?.billId })),
    new Map(bills.map((bill) => [bill.billId, bill.open])),
  );
  const pairs = taken.map((one, n) => ({ ...one, settlement: at(settlements, n) }));
  await book(tx, pairs);

  const verdictRows = [
    ...rows.filter((row) => row.kind !== 'payment').map((row) => verdictOfOther(row, statement)),
    ...pairs.map(verdictOfTaken),
    ...(await verdictsOfKnown(
      tx,
      statement,
      candidates.filter(({ payment }) => !inserted.has(payment.paymentId)),
    )),
  ];
  await statements.insertRows(tx, statement.statementId, verdictRows);

  const { billsPaid, peopleCovered } = await cover(tx, bills, pairs);
  const result = {
    statementId: statement.statementId,
    repeated: false,
    ...summary(verdictRows, statement.rows, pairs),
    billsPaid,
    peopleCovered,
  };
  await tx.record({
    action: 'payments.imported',
    subjectKind: 'statement',
    subjectId: statement.statementId,
    area: statement.area,
    facts: {
      rows: result.rows,
      ...result.counts,
      received: result.received,
      allocated: result.settled,
      unallocated: result.unallocated,
      billsPaid,
      peopleCovered,
    },
    digest: Buffer.from(statement.digest, 'hex'),
  });
  return result;
}

/** The payment a row would become, and the bill it names; none when it names several, for nobody said how much is for which. */
function candidateOf(row: PaymentRow, bills: readonly store.PayableBill[], office: statements.Office): Taken {
  const [number, ...others] = row.billNumbers;
  const bill = others.length > 0 ? undefined : bills.find((one) => one.number === number);
  return {
    row,
    bill,
    payment: {
      paymentId: newId(),
      externalRef: row.externalRef,
      paidOn: row.paidOn,
      amount: row.amount,
      description: row.description,
      billNumber: number ?? null,
      partnerId: bill?.partnerId ?? office.partnerId,
      area: bill?.area ?? office.area,
    },
  };
}

/** Writes allocations and books the payments: bank against receivable and unallocated. */
async function book(tx: Tx, pairs: readonly Settled[]): Promise<void> {
  await store.insertAllocations(
    tx,
    pairs.flatMap(({ payment, settlement }) =>
      settlement.shares.map((share) => ({
        allocationId: newId(),
        paymentId: payment.paymentId,
        billId: share.billId ?? null,
        amount: share.amount,
        partnerId: payment.partnerId,
        area: payment.area,
      })),
    ),
  );
  await postAll(
    tx,
    pairs.map(({ payment, bill, settlement }) => ({
      kind: 'payment',
      causeId: payment.paymentId,
      onDay: payment.paidOn,
      partnerId: payment.partnerId,
      area: payment.area,
      postings: [
        { account: 'bank', fundId: bill?.fundId ?? null, billId: null, amount: payment.amount },
        ...settlement.shares.map(({ billId, amount }) => ({
          account: billId === undefined ? ('unallocated' as const) : ('receivable' as const),
          fundId: bill?.fundId ?? null,
          billId: billId ?? null,
          amount: rupiah(-amount),
        })),
      ],
    })),
  );
}

/** Makes cover of the bills that these payments completed, in the order of their agreements (see `lockBills`). */
async function cover(
  tx: Tx,
  bills: readonly store.PayableBill[],
  pairs: readonly Settled[],
): Promise<{ billsPaid: string[]; peopleCovered: number }> {
  const billsPaid: string[] = [];
  let peopleCovered = 0;
  for (const bill of bills) {
    const last = pairs.findLast((pair) => pair.bill === bill && settledBy(pair.settlement) > 0);
    if (last === undefined || last.settlement.stillOpen > 0) continue;
    peopleCovered += await addCoverForBill(tx, bill);
    await advanceStage(tx, bill.agreementId, 'active', last.payment.paidOn);
    billsPaid.push(bill.number);
  }
  return { billsPaid, peopleCovered };
}

function summary(
  rows: readonly { readonly verdict: Verdict }[],
  total: number,
  pairs: readonly { readonly payment: { readonly amount: Rupiah }; readonly settlement: Settlement }[],
): Pick<StatementImported, 'rows' | 'counts' | 'received' | 'settled' | 'unallocated'> {
  const received = sum(pairs.map(({ payment }) => payment.amount));
  const settled = sum(pairs.map(({ settlement }) => settledBy(settlement)));
  return { rows: total, counts: countVerdicts(rows), received, settled, unallocated: received - settled };
}

/** @throws Refusal payments.importedElsewhere when the scope does not show the earlier import */
async function repeatedImport(tx: Tx, { account, digest }: statements.Statement): Promise<StatementImported> {
  const earlier = await statements.findStatement(tx, { account, digest });
  if (earlier === undefined) throw new Refusal('payments.importedElsewhere');
  const { statementId, area } = earlier;
  await tx.record({
    action: 'payments.importRepeated',
    subjectKind: 'statement',
    subjectId: statementId,
    area,
  });
  return {
    statementId,
    repeated: true,
    rows: earlier.rows,
    counts: countVerdicts(await statements.listRows(tx, statementId)),
    ...(await statements.sumOfStatement(tx, statementId)),
    billsPaid: [],
    peopleCovered: 0,
  };
}

function at<T>(items: readonly T[], n: number): T {
  const item = items[n];
  if (item === undefined) throw new RangeError(`no item ${n}`);
  return item;
}
