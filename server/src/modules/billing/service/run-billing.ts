import {
  addDays,
  type Day,
  firstDay,
  lastDay,
  type Month,
  monthFromIndex,
  monthIndex,
  monthsThrough,
  rupiah,
} from '@payung/kernel';
import { contributionDueDate, type Json } from '@payung/law';
import { post } from '#ledger';
import { type Agreement, advanceStage, getAgreement } from '#partners';
import { type Context, change, type Tx } from '#platform/context';
import { newId } from '#platform/ids';
import { Refusal } from '#platform/refusal';
import { explanationHash } from '../explanation.ts';
import { billNumber, billPrefix, LONGEST_BILL, monthRange, monthsText } from '../model.ts';
import * as store from '../store/bills.ts';
import * as lineStore from '../store/lines.ts';
import { contributionOf } from './contribution.ts';

interface BillingInput {
  readonly agreementId: string;
  /** First and last month to bill, both included. */
  readonly from: Month;
  readonly to: Month;
}

/** A bill just issued. */
export interface BillIssued {
  readonly billId: string;
  readonly number: string;
  /** First and last month on the bill; months that were billed before are not on it again. */
  readonly from: Month;
  readonly to: Month;
  readonly people: number;
  /** Membership-months billed. */
  readonly lines: number;
  readonly amount: number;
  readonly dueOn: Day;
  /** Members left out because they died before a month of the bill. */
  readonly deceased: number;
}

/**
 * Bills an agreement for some months: one bill with a line for every membership in force on any day of a month and not yet
 * billed for it, booked and explained. Members who joined since an earlier bill of the same month come on a bill of their own.
 *
 * All or nothing: killed half-way it leaves nothing, and may be run again.
 *
 * @throws Refusal auth.forbidden, agreements.notFound, agreements.notInForce, request.invalid, law.refused;
 *   billing.alreadyBilled when nothing is left to bill, with the number of the bill; billing.nothingToBill when there are no members
 */
export function runBilling(ctx: Context, input: BillingInput): Promise<BillIssued> {
  return change(ctx, 'billing.run', async (tx) => {
    await store.lockBilling(tx, input.agreementId);
    const agreement = await getAgreement(tx, input.agreementId);
    requireMonths(agreement, input);

    const earlier = await store.listEarlier(tx, input.agreementId, monthRange(input.from, input.to));
    const bases = await lineStore.listBases(tx, input.agreementId, firstDay(input.from), beyond(input.to));
    if (bases.length === 0) throw nothingLeft(input, earlier);
    const { terms, trees } = computeTerms(agreement, bases, monthsThrough(input.from, input.to));
    await lineStore.insertExplanations(tx, trees);

    const billId = newId();
    const totals = await lineStore.insertLines(
      tx,
      input.agreementId,
      billId,
      terms,
      earlier.map((bill) => bill.billId),
    );
    if (totals === undefined) throw nothingLeft(input, earlier);
    const deceased = await lineStore.countDeceased(tx, input.agreementId, terms);
    return issue(tx, agreement, billId, totals, deceased);
  });
}

/** Numbers, writes and books the bill whose lines are there. Its months are those of its lines, not those asked for. */
async function issue(
  tx: Tx,
  agreement: Agreement,
  billId: string,
  { lines, people, amount, first, last }: lineStore.LineTotals,
  deceased: number,
): Promise<BillIssued> {
  const { agreementId, partnerId, area } = agreement;
  const { fundId } = agreement.fund;
  const from = monthFromIndex(first);
  const to = monthFromIndex(last);
  const issuedOn = tx.platform.clock.today();
  const dueOn = contributionDueDate('BPU', from, [], 'national').value.dueDate;
  const prefix = billPrefix(area, from);
  const number = billNumber(prefix, await store.takeNumber(tx, prefix));
  await store.insertBill(tx, {
    billId,
    number,
    agreementId,
    partnerId,
    fundId,
    area,
    months: [first, last + 1],
    people,
    amount,
    issuedOn,
    dueOn,
  });
  await post(tx, {
    kind: 'bill',
    causeId: billId,
    onDay: issuedOn,
    partnerId,
    area,
    postings: [
      { account: 'receivable', fundId, billId, amount: rupiah(amount) },
      { account: 'contributions', fundId, billId, amount: rupiah(-amount) },
    ],
  });
  await advanceStage(tx, agreementId, 'awaiting_payment', issuedOn);
  await tx.record({
    action: 'bills.issued',
    subjectKind: 'bill',
    subjectId: billId,
    area,
    facts: { number, months: monthsText(from, to), people, lines, amount, deceased },
  });
  return { billId, number, from, to, people, lines, amount, dueOn, deceased };
}

function requireMonths(agreement: Agreement, { from, to }: BillingInput): void {
  const count = monthIndex(to) - monthIndex(from) + 1;
  if (count < 1 || count > LONGEST_BILL)
    throw new Refusal('request.invalid', { path: 'to', problem: 'months', most: LONGEST_BILL });
  if (agreement.segment !== 'BPU')
    throw new Refusal('law.refused', { code: 'rule.unknown', path: 'segment' });
  const { number } = agreement;
  if (lastDay(from) < agreement.from)
    throw new Refusal('agreements.notInForce', { number, day: firstDay(from) });
  if (agreement.until !== null && agreement.until <= firstDay(to))
    throw new Refusal('agreements.notInForce', { number, day: firstDay(to) });
}

/** One contribution for each basis and month: the law is asked once per distinct question, not once per person. */
function computeTerms(
  agreement: Agreement,
  bases: readonly lineStore.Basis[],
  months: readonly Month[],
): { terms: lineStore.Term[]; trees: Map<string, Json> } {
  const trees = new Map<string, Json>();
  const terms = months.flatMap((month) =>
    bases.map((basis): lineStore.Term => {
      const { value, trace } = contributionOf(agreement.fund, basis, month);
      const explanation = explanationHash(trace);
      trees.set(explanation, trace);
      return {
        ...basis,
        month: monthIndex(month),
        firstDay: firstDay(month),
        beyond: beyond(month),
        jkk: value.JKK,
        jkm: value.JKM,
        jht: value.JHT ?? 0,
        explanation,
      };
    }),
  );
  return { terms, trees };
}

/** The refusal that fits when no line was left to bill. */
function nothingLeft({ from, to }: BillingInput, earlier: readonly { readonly number: string }[]): Refusal {
  const month = monthsText(from, to);
  return earlier.length === 0
    ? new Refusal('billing.nothingToBill', { month })
    : new Refusal('billing.alreadyBilled', { month, number: earlier.map(({ number }) => number) });
}

/** First day after a month. */
function beyond(month: Month): Day {
  return addDays(lastDay(month), 1);
}
