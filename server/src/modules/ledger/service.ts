import { sum } from '@payung/kernel';
import { type Context, read, type Tx } from '#platform/context';
import { newId } from '#platform/ids';
import { type Entry, requireBalanced, type TrialBalance } from './model.ts';
import * as store from './store.ts';

/**
 * Books one event, in the transaction that caused it. Nothing booked is ever changed: a mistake is booked back by a reversal.
 *
 * @throws RangeError when the postings do not sum to zero; the database refuses them too, at commit
 */
export async function post(tx: Tx, entry: Entry): Promise<void> {
  await postAll(tx, [entry]);
}

/** Books several events at once, as `post` does; none changes nothing. */
export async function postAll(tx: Tx, entries: readonly Entry[]): Promise<void> {
  for (const entry of entries) requireBalanced(entry);
  if (entries.length === 0) return;
  await store.insertEntries(
    tx,
    entries.map((entry) => ({ journalId: newId(), postingIds: entry.postings.map(() => newId()), entry })),
  );
}

/**
 * Balances by account and fund in the caller's scope.
 *
 * @throws Refusal auth.forbidden
 */
export function trialBalance(ctx: Context): Promise<TrialBalance> {
  return read(ctx, 'billing.read', async (tx) => {
    const balances = await store.listBalances(tx);
    return { balances, total: sum(balances.map(({ amount }) => amount)) };
  });
}
