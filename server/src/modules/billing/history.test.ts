import { addMonthsTo, month } from '@payung/kernel';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { trialBalance } from '#ledger';
import { type BillingWorld, billingWorld, refusalOf } from '../../testing/billing-world.ts';
import { cancelBill } from './service/cancel-bill.ts';
import { importStatement } from './service/import-statement.ts';
import { runBilling } from './service/run-billing.ts';

let world: BillingWorld;
beforeAll(async () => {
  world = await billingWorld();
});

type Event =
  | { readonly kind: 'enrol'; readonly people: number }
  | { readonly kind: 'bill'; readonly month: number }
  | { readonly kind: 'cancel'; readonly bill: number }
  | {
      readonly kind: 'pay';
      readonly payments: readonly { readonly bill: number; readonly hundreds: number }[];
    };

const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ kind: fc.constant('enrol' as const), people: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant('bill' as const), month: fc.integer({ min: 0, max: 2 }) }),
  fc.record({ kind: fc.constant('cancel' as const), bill: fc.integer({ min: 0, max: 3 }) }),
  fc.record({
    kind: fc.constant('pay' as const),
    payments: fc.array(
      // Multiples of Rp 8.400, half a contribution, so that exact, short and too much all come up; a bill beyond those issued is unknown.
      fc.record({ bill: fc.integer({ min: 0, max: 4 }), hundreds: fc.integer({ min: 1, max: 8 }) }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
);

test('after any history of enrolments, bills and payments the books agree with themselves', async () => {
  let files = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 2, maxLength: 8 }), async (events) => {
      const agreement = await world.sign();
      const numbers: string[] = [];
      const ids: string[] = [];
      await world.enrol(agreement, { people: 1 });
      for (const one of events) {
        if (one.kind === 'enrol') await world.enrol(agreement, one);
        if (one.kind === 'bill') {
          const at = addMonthsTo(month('2026-11'), one.month);
          const run = runBilling(world.terminal, { agreementId: agreement.agreementId, from: at, to: at });
          if ((await refusalOf(run)) === undefined) {
            numbers.push((await run).number);
            ids.push((await run).billId);
          }
        }
        const cancelled = one.kind === 'cancel' ? ids[one.bill] : undefined;
        // One that is paid or cancelled already is refused, and stays as it is.
        if (cancelled !== undefined) await refusalOf(cancelBill(world.terminal, cancelled, 'salah'));
        if (one.kind === 'pay') {
          files += 1;
          const rows = one.payments.map(
            ({ bill, hundreds }, n) =>
              `16/11/2026;H${files}-${n};${numbers[bill] ?? 'tanpa nomor'};${hundreds * 8_400}`,
          );
          const content = new TextEncoder().encode(['Tanggal;Ref;Keterangan;Kredit', ...rows].join('\n'));
          await importStatement(world.terminal, { fileName: 'h.csv', content, account: 'BRI 1234' });
        }
      }
      await requireSoundBooks();
    }),
    { numRuns: 25 },
  );
}, 120_000);

/** Every law of the books, each as a query for what breaks it. */
async function requireSoundBooks(): Promise<void> {
  expect((await trialBalance(world.terminal)).total).toBe(0);
  const laws = {
    'every journal sums to zero': 'select journal_id from posting group by 1 having sum(amount) <> 0',
    'bill lines add up to their bill': `select b.bill_id from bill b join bill_line l using (bill_id) group by b.bill_id
      having sum(l.amount) <> b.amount or count(distinct l.person_id) <> b.people`,
    'what is receivable is what is open': `select s.bill_id from bill_state s where s.open <> (
      select sum(amount) from posting p where p.bill_id = s.bill_id and p.account = 'receivable')`,
    'a bill owes the programmes its amount, a cancelled one nothing': `select b.bill_id from bill b join bill_state s using (bill_id)
      where case s.state when 'cancelled' then 0 else -b.amount end <> (
        select sum(amount) from posting p where p.bill_id = b.bill_id and p.account = 'contributions')`,
    'the lines of a cancelled bill are cancelled, and no others': `select l.bill_id from bill_line l join bill_state s using (bill_id)
      where l.cancelled <> (s.state = 'cancelled')`,
    'a payment is the sum of its allocations': `select p.payment_id from payment p left join allocation a using (payment_id)
      group by p.payment_id having sum(a.amount) is distinct from p.amount`,
    'money in the bank is money received': `select 1 where (select coalesce(sum(amount), 0) from payment)
      <> (select coalesce(sum(amount), 0) from posting where account = 'bank')`,
    'unallocated money is what settles no bill': `select 1 where (select coalesce(sum(amount), 0) from allocation where bill_id is null)
      <> (select coalesce(-sum(amount), 0) from posting where account = 'unallocated')`,
    'the months covered are the lines of paid bills': `
      select person_id, membership_id, generate_series(lower(months), upper(months) - 1) as month, bill_id from cover
      except select l.person_id, l.membership_id, l.month, l.bill_id from bill_line l join bill_state s using (bill_id) where s.state = 'paid'
      union all (
      select l.person_id, l.membership_id, l.month, l.bill_id from bill_line l join bill_state s using (bill_id) where s.state = 'paid'
      except select person_id, membership_id, generate_series(lower(months), upper(months) - 1), bill_id from cover)`,
  };
  for (const [law, breaches] of Object.entries(laws)) expect(await world.look(breaches), law).toEqual([]);
}
