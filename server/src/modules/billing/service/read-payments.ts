import { type Context, read } from '#platform/context';
import { hasMessage, type Message, say } from '#platform/messages';
import { Refusal } from '#platform/refusal';
import type { Verdict } from '../model.ts';
import * as store from '../store/payments.ts';
import * as statements from '../store/statements.ts';
import { countVerdicts } from './row-verdicts.ts';

const PAGE = 100;

/** A page of payments; `next` is where the following page begins, null on the last. */
interface PaymentPage {
  readonly payments: readonly store.Payment[];
  readonly next: string | null;
}

/** Money that came in, newest first; only what still waits for a bill with `unallocatedOnly`. @throws Refusal auth.forbidden */
export function listPayments(
  ctx: Context,
  filter: { after?: string | undefined; unallocatedOnly?: boolean } = {},
): Promise<PaymentPage> {
  return read(ctx, 'billing.read', async (tx) => {
    const found = await store.listPayments(tx, {
      after: filter.after,
      unallocatedOnly: filter.unallocatedOnly ?? false,
      limit: PAGE + 1,
    });
    const payments = found.slice(0, PAGE);
    return { payments, next: found.length > PAGE ? (payments.at(-1)?.paymentId ?? null) : null };
  });
}

/** A row of a statement with its verdict in the caller's language. */
interface StatementLine extends Message {
  readonly row: number;
  readonly verdict: Verdict;
  /** Null when the row settled its bill. */
  readonly reason: string | null;
  readonly paymentId: string | null;
  readonly paidOn: string | null;
  readonly amount: number | null;
}

export interface StatementFile {
  readonly statement: statements.StatementHead;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly received: number;
  readonly settled: number;
  readonly unallocated: number;
  readonly lines: readonly StatementLine[];
}

/** @throws Refusal auth.forbidden, payments.statementNotFound */
export function getStatement(ctx: Context, statementId: string): Promise<StatementFile> {
  return read(ctx, 'billing.read', async (tx) => {
    const statement = await statements.findStatement(tx, { statementId });
    if (statement === undefined) throw new Refusal('payments.statementNotFound');
    const rows = await statements.listRows(tx, statementId);
    return {
      statement,
      counts: countVerdicts(rows),
      ...(await statements.sumOfStatement(tx, statementId)),
      lines: rows.map(({ facts, ...row }) => ({
        ...row,
        ...(row.reason !== null && hasMessage(row.reason)
          ? say(ctx.language, row.reason, facts)
          : say(ctx.language, 'statement.settled', facts)),
      })),
    };
  });
}
