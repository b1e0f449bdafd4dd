import { beforeAll, describe, expect, test } from 'vitest';
import { type AppOptions, createApp } from '../../api.ts';
import { type BillingWorld, belu, billingWorld, type SignedAgreement } from '../../testing/billing-world.ts';

let world: BillingWorld;
let agreement: SignedAgreement;
beforeAll(async () => {
  world = await billingWorld();
  agreement = await world.sign();
  await world.enrol(agreement, { people: 2 });
});

/** What these tests read of an answer; what is absent is undefined, and fails where it is compared. */
interface Body {
  readonly billId: string;
  readonly number: string;
  readonly statementId: string;
  readonly lines: readonly { readonly text: string }[];
  readonly code: string;
  readonly title: string;
  readonly detail: string;
}

/** Asks the application as somebody with a role in Belu. */
async function ask(role: Parameters<BillingWorld['user']>[0], path: string, init?: RequestInit) {
  const options: AppOptions = { platform: world.platform, authenticate: async () => world.user(role, belu) };
  const answer = await createApp(options).request(`/api${path}`, init);
  return { status: answer.status, body: (await answer.json()) as Body };
}

const bill = (body: object) =>
  ask('registration_officer', '/bills', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

function pay(text: string, account = 'BRI 0161 3304') {
  const form = new FormData();
  form.set('file', new File([text], 'mutasi.csv'));
  form.set('account', account);
  return ask('finance_officer', '/payments', { method: 'POST', body: form });
}

describe('over HTTP', () => {
  test('a bill is issued, paid and read', async () => {
    const issued = await bill({ agreementId: agreement.agreementId, from: '2026-11', to: '2026-11' });
    expect(issued).toMatchObject({ status: 201, body: { people: 2, amount: 33_600, dueOn: '2026-11-16' } });

    const paid = await pay(`Tanggal;Ref;Keterangan;Kredit\n16/11/2026;R1;${issued.body.number};33.600,00\n`);
    expect(paid).toMatchObject({ status: 201, body: { repeated: false, settled: 33_600, peopleCovered: 2 } });

    const file = await ask('auditor', `/bills/${issued.body.billId}`);
    expect(file).toMatchObject({
      status: 200,
      body: {
        bill: { state: 'paid', open: 0 },
        villages: [{ people: 2, amount: 33_600 }],
        reasons: [{ lines: 2, tree: { kind: 'result', rule: 'contribution.bpu' } }],
        payments: [{ settles: 33_600 }],
      },
    });
    expect(await ask('auditor', `/bills?agreementId=${agreement.agreementId}`)).toMatchObject({
      status: 200,
      body: { bills: [{ number: issued.body.number }], next: null },
    });

    const statement = await ask('auditor', `/statements/${paid.body.statementId}`);
    expect(statement).toMatchObject({
      status: 200,
      body: {
        account: expect.stringMatching(/^BRI \*{4}3304 #[0-9a-f]{8}$/),
        counts: { settled: 1, ignored: 1 },
      },
    });
    expect(statement.body.lines[1]?.text).toBe(`Melunasi tagihan ${issued.body.number}.`);
    expect(await ask('auditor', '/payments?unallocated=true')).toMatchObject({
      status: 200,
      body: { payments: [] },
    });

    const [person] = await world.look<{ person_id: string }>('select person_id from cover limit 1');
    expect(await ask('planner', `/people/${person?.person_id}/memberships?month=2026-12`)).toMatchObject({
      status: 200,
      body: { month: '2026-12', memberships: [{ state: 'tolerated', paidThrough: '2026-11' }], findings: [] },
    });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['a month that is none',        () => bill({ agreementId: agreement.agreementId, from: '2026-13', to: '2026-13' }), 400, 'request.invalid'],
    ['an agreement that is none',   () => bill({ agreementId: 'x', from: '2026-11', to: '2026-11' }),                   400, 'request.invalid'],
    ['a planner and a bill',        () => ask('planner', '/bills'),                                                     403, 'auth.forbidden'],
    ['a planner and the payments',  () => ask('planner', '/payments'),                                                  403, 'auth.forbidden'],
    ['an unknown bill',             () => ask('auditor', '/bills/0193e8b2-0000-7000-8000-000000000000'),                404, 'billing.notFound'],
    ['an unknown statement',        () => ask('auditor', '/statements/0193e8b2-0000-7000-8000-000000000000'),           404, 'payments.statementNotFound'],
    ['a workbook as a statement',   () => pay('PK\x03\x04'),                                                            422, 'payments.statementUnreadable'],
    ['a statement without headings', () => pay('a;b\n1;2\n'),                                                           422, 'payments.headingsMissing'],
  ])('%s is answered with a problem', async (_, request, status, code) => {
    const answer = await request();
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.title).not.toContain('{');
    expect(answer.body.detail).not.toBe('');
  });
});
