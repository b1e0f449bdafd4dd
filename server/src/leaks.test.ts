import { day, month, rupiah } from '@payung/kernel';
import { describe, expect, test } from 'vitest';
import { loadAreas } from '#areas';
import { importStatement, runBilling } from '#billing';
import { stateComplete } from '#memberships';
import { appoint } from '#offices';
import { createAgreement, createFund, createPartner } from '#partners';
import { searchPeople } from '#people';
import { type Role, roles } from '#platform/access';
import { type Context, jobActor } from '#platform/context';
import { newId } from '#platform/ids';
import { requestAcceptance, sendRoster } from '#rosters';
import { recordSeeker } from '#seekers';
import { createProposal } from '#selection';
import { testPlatform } from '#testing';
import { connectModules, createApp } from './api.ts';
import { jobs } from './jobs.ts';

const { platform, terminal, user, database } = await testPlatform();
connectModules();
await loadAreas(terminal);
const belu = 5_304_000_000;
const alor = 5_305_000_000;

/** The whole way of one person of Belu: agreement, roster, membership, bill, payment. Whatever names it must stay in Belu. */
async function oneOfBelu() {
  const partner = await createPartner(terminal, { kind: 'government', name: 'Pemda Belu', area: belu });
  const { partnerId } = partner;
  const fund = await createFund(terminal, {
    kind: 'apbd_regency',
    name: 'APBD',
    partnerId,
    area: belu,
    year: 2026,
  });
  const agreementId = await createAgreement(terminal, {
    partnerId,
    area: belu,
    kind: 'PKS',
    number: 'PKS-RAHASIA',
    title: 'Perlindungan pekerja rentan',
    segment: 'BPU',
    group: 'vulnerable',
    sector: 'other',
    programmes: ['JKK', 'JKM'],
    income: rupiah(1_000_000),
    fundId: fund.fundId,
    from: day('2026-01-01'),
    until: day('2027-01-01'),
  });
  const text = `NIK;Nama;Tanggal Lahir;L/P;Desa;Kecamatan;Pekerjaan;Nama Ibu
5304051708909001;Yohanes Rahasia;17-08-1990;L;Fatuketi;Kakuluk Mesak;Petani;Maria Hoar`;
  const { rosterId } = await sendRoster(terminal, {
    agreementId,
    fileName: 'rahasia.csv',
    content: new TextEncoder().encode(text),
    startsOn: day('2026-11-01'),
    policy: 'good_rows',
  });
  const run = async (name: string, id = rosterId) => jobs.find((job) => job.name === name)?.run(terminal, id);
  await run('rosters.check');
  await requestAcceptance(terminal, rosterId);
  await run('rosters.accept');
  // Somebody who resembles them, on a list that waits for a decision.
  const doubtful = await sendRoster(terminal, {
    agreementId,
    fileName: 'rahasia-lagi.csv',
    content: new TextEncoder().encode(text.replace('5304051708909001', '5304051708909002')),
    startsOn: day('2026-11-01'),
    policy: 'good_rows',
  });
  await run('rosters.check', doubtful.rosterId);
  const bill = await runBilling(terminal, { agreementId, from: month('2026-11'), to: month('2026-11') });
  const { statementId } = await importStatement(user('finance_officer', belu), {
    fileName: 'rekening.csv',
    account: 'BRI 0012345678',
    content: new TextEncoder().encode(
      `tanggal;referensi;kredit;keterangan\n19/11/2026;R1;${bill.amount};${bill.number}\n`,
    ),
  });
  await stateComplete(terminal, rosterId);
  const { people: found } = await searchPeople(terminal, 'Yohanes Rahasia');
  const heldBy = found[0]?.personId ?? '';
  const holding = { label: null, decreeNumber: null, decreeDay: null, from: day('2026-11-01'), termTo: null };
  await appoint(terminal, 5_304_052_001, 'kepala_desa', { personId: heldBy, ...holding });
  await recordSeeker(terminal, {
    personId: heldBy,
    training: 'sewing',
    since: day('2026-11-01'),
    source: 'pendataan',
  });
  // Somebody unknown claims the number too.
  const proposalId = await createProposal(terminal, {
    area: 5_304_052_001,
    agreementId,
    from: month('2026-11'),
    to: month('2026-12'),
    quota: 2,
  });
  await database.superuser.query(`update identifier set state = 'disputed'`);
  await database.superuser.query(
    `insert into identifier (hash, kind, person_id, state) select hash, kind, gen_random_uuid(), 'disputed' from identifier`,
  );
  const { people } = await searchPeople(terminal, 'Yohanes Rahasia');
  return {
    partnerId,
    agreementId,
    rosterId,
    doubtfulId: doubtful.rosterId,
    billId: bill.billId,
    number: bill.number,
    statementId,
    proposalId,
    personId: people[0]?.personId ?? '',
  };
}
const one = await oneOfBelu();

/** What names the person, the agreement or their money; the partner itself is known to everybody. */
const secrets = /rahasia|5304051708909001|maria hoar/i;
const ids = [
  one.agreementId,
  one.rosterId,
  one.doubtfulId,
  one.billId,
  one.number,
  one.statementId,
  one.proposalId,
  one.personId,
];
const tells = (text: string) => secrets.test(text) || ids.some((id) => text.includes(id));

// biome-ignore format: aligned table of cases
const addresses: readonly { what: string; path: string; body?: object; method?: string }[] = [
  { what: 'people by name',            path: '/people/search', body: { q: 'Yohanes' } },
  { what: 'people by NIK',             path: '/people/search', body: { q: '5304051708909001' } },
  { what: 'a person',                  path: `/people/${one.personId}` },
  { what: 'the person’s memberships',  path: `/people/${one.personId}/memberships` },
  { what: 'the person in clear',       path: `/people/${one.personId}/revelation`, body: { reason: 'ingin tahu saja' } },
  { what: 'numbers in dispute',        path: '/people/disputes' },
  { what: 'agreements',                path: '/agreements' },
  { what: 'agreements by name',        path: '/agreements?q=rahasia' },
  { what: 'an agreement',              path: `/agreements/${one.agreementId}` },
  { what: 'rosters',                   path: '/rosters' },
  { what: 'a roster',                  path: `/rosters/${one.rosterId}` },
  { what: 'its rows',                  path: `/rosters/${one.rosterId}/rows` },
  { what: 'its progress',              path: `/rosters/${one.rosterId}/progress` },
  { what: 'rows in doubt',             path: `/rosters/${one.doubtfulId}/review` },
  { what: 'a decision',                path: `/rosters/${one.doubtfulId}/review/2`, body: { choice: 'left' }, method: 'PUT' },
  { what: 'the list of the partner',   path: `/partners/${one.partnerId}/members?month=2026-11` },
  { what: 'it as a file',              path: `/partners/${one.partnerId}/members/file?month=2026-11&format=csv` },
  { what: 'who came and left',         path: `/partners/${one.partnerId}/changes?from=2026-11-01&to=2026-11-30` },
  { what: 'that as a file',            path: `/partners/${one.partnerId}/changes/file?from=2026-11-01&to=2026-11-30&format=csv` },
  { what: 'its complete lists',        path: `/partners/${one.partnerId}/missing` },
  { what: 'holders of seats',          path: '/offices/villages/53.04.05.2001' },
  { what: 'them as a file',            path: '/offices/file?area=53.04&format=csv' },
  { what: 'job seekers',               path: '/seekers?area=53.04' },
  { what: 'them as a file',            path: '/seekers/file?area=53.04&format=csv' },
  { what: 'proposals',                 path: '/selection/proposals' },
  { what: 'proposals as a table',      path: '/selection/proposals.table?format=csv' },
  { what: 'a proposal',                path: `/selection/proposals/${one.proposalId}` },
  { what: 'its candidates',            path: `/selection/proposals/${one.proposalId}/candidates` },
  { what: 'them as a table',           path: `/selection/proposals/${one.proposalId}/candidates.table?format=csv` },
  { what: 'bills',                     path: '/bills' },
  { what: 'a bill',                    path: `/bills/${one.billId}` },
  { what: 'cancelling a bill',         path: `/bills/${one.billId}/cancellation`, body: { why: 'ingin tahu saja' } },
  { what: 'payments',                  path: '/payments' },
  { what: 'a statement',               path: `/statements/${one.statementId}` },
];

let asking: Context = terminal;
const app = createApp({ platform, authenticate: async () => asking });

async function ask(ctx: Context, { path, body, method = 'POST' }: (typeof addresses)[number]) {
  asking = ctx;
  const response = await app.request(`/api${path}`, {
    ...(body === undefined ? {} : { method, body: JSON.stringify(body) }),
    headers: { 'content-type': 'application/json' },
  });
  return { status: response.status, told: tells(await response.text()) };
}

/** Somebody with a role for a partner instead of an area. */
const partnerUser = (role: Role, partnerId: string): Context => ({
  ...terminal,
  actor: jobActor(newId(), role, [{ role, area: null, partnerId, from: day('2020-01-01'), until: null }]),
});

describe('what belongs to Belu', () => {
  test.each(addresses)('$what: somebody of Belu is told', async (address) => {
    const answers: Awaited<ReturnType<typeof ask>>[] = [];
    for (const role of roles) answers.push(await ask(user(role, belu), address));
    // Otherwise the silence below would prove nothing.
    expect(answers.filter(({ told }) => told)).not.toEqual([]);
  });

  test.each(addresses)('$what: no role of Alor is told, nor of another partner', async (address) => {
    for (const role of roles) {
      for (const stranger of [user(role, alor), partnerUser(role, newId())]) {
        const { status, told } = await ask(stranger, address);
        expect({ role, told, failed: status >= 500 }).toEqual({ role, told: false, failed: false });
      }
    }
  });
});
