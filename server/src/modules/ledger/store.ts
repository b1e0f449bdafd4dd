import { rupiah } from '@payung/kernel';
import { sql } from 'kysely';
import { type Tx, within } from '#platform/context';
import type { Account, Balance, Entry } from './model.ts';

/** Books entries, each with the id it is to have, in one statement per table. */
export async function insertEntries(
  tx: Tx,
  entries: readonly { journalId: string; postingIds: readonly string[]; entry: Entry }[],
): Promise<void> {
  const journals = entries.map(({ journalId, entry }) => ({
    journal_id: journalId,
    kind: entry.kind,
    cause_id: entry.causeId,
    on_day: entry.onDay,
    partner_id: entry.partnerId,
    area: entry.area,
  }));
  await sql`
    insert into journal (journal_id, kind, cause_id, on_day, partner_id, area, made_by)
    select journal_id, kind, cause_id, on_day, partner_id, area, ${tx.actor.id}
    from jsonb_to_recordset(${JSON.stringify(journals)}::jsonb)
      as j(journal_id uuid, kind text, cause_id uuid, on_day date, partner_id uuid, area bigint)`.execute(
    tx.db,
  );

  const postings = entries.flatMap(({ journalId, postingIds, entry }) =>
    entry.postings.map((posting, n) => ({
      posting_id: postingIds[n],
      journal_id: journalId,
      account: posting.account,
      fund_id: posting.fundId,
      bill_id: posting.billId,
      amount: posting.amount,
      partner_id: entry.partnerId,
      area: entry.area,
    })),
  );
  await sql`
    insert into posting (posting_id, journal_id, account, fund_id, bill_id, amount, partner_id, area)
    select posting_id, journal_id, account, fund_id, bill_id, amount, partner_id, area
    from jsonb_to_recordset(${JSON.stringify(postings)}::jsonb)
      as p(posting_id uuid, journal_id uuid, account text, fund_id uuid, bill_id uuid, amount bigint, partner_id uuid, area bigint)`.execute(
    tx.db,
  );
}

/** What stands on each account for each fund, as far as the scope shows it; accounts that come to zero included. */
export async function listBalances(tx: Tx): Promise<Balance[]> {
  const { rows } = await sql<{ account: Account; fund_id: string | null; amount: number }>`
    select account, fund_id, sum(amount)::bigint as amount from posting
    where ${within(tx, 'posting.area', 'posting.partner_id')}
    group by account, fund_id order by account, fund_id`.execute(tx.db);
  return rows.map((row) => ({ account: row.account, fundId: row.fund_id, amount: rupiah(row.amount) }));
}
