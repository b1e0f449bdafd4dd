import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Context } from '#platform/context';
import { connectModules, createApp } from '../../api.ts';
import type { SignedAgreement } from '../../testing/billing-world.ts';
import { minutes, type SelectionWorld, selectionWorld, sk, villages } from '../../testing/selection-world.ts';
import { readZip } from './testing/read-zip.ts';

let world: SelectionWorld;
let agreement: SignedAgreement;
let serial = 0;
beforeAll(async () => {
  world = await selectionWorld();
  connectModules();
});
beforeEach(async () => {
  agreement = await world.sign();
  serial += 1;
});

const base = '/api/selection';
async function ask(ctx: Context, method: string, path: string, body?: object) {
  const app = createApp({ platform: world.platform, authenticate: async () => ctx });
  return app.request(`${base}${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    headers: { 'content-type': 'application/json', 'accept-language': 'id' },
  });
}
const read = async <T>(ctx: Context, path: string): Promise<T> =>
  (await ask(ctx, 'GET', path)).json() as Promise<T>;

describe('over HTTP', () => {
  /** The whole way of a list of two, as the pages go it. */
  async function enrolledList() {
    const { operator, officer } = world;
    const people = await world.settle([{ name: "Yosefina Ndu'a" }, { name: 'Maria Contoh' }]);
    const say = async (answer: Response | Promise<Response>) => (await answer).status;
    const assessed = ask(operator, 'POST', '/assessments', {
      personIds: people,
      found: { hasRoutineIncome: false, register: 'P3KE', decile: 2 },
    });
    expect(await say(assessed)).toBe(201);
    const begun = await ask(operator, 'POST', '/proposals', {
      area: '53.04.01.2001',
      agreementId: agreement.agreementId,
      from: '2026-11',
      to: '2026-12',
      quota: 2,
    });
    const { id } = (await begun.json()) as { id: string };
    const at = `/proposals/${id}`;
    const { candidates } = await read<{ candidates: { personId: string; verdict: string }[] }>(
      operator,
      `${at}/candidates`,
    );
    const mine = candidates.filter(({ personId }) => people.includes(personId));
    expect(mine.map(({ verdict }) => verdict)).toEqual(['eligible', 'eligible']);
    const statuses = [
      await say(ask(operator, 'PUT', `${at}/entries`, { personIds: people })),
      await say(ask(operator, 'POST', `${at}/decision`, { ...minutes, number: `BA/${serial}` })),
      await say(ask(officer, 'POST', `${at}/checks`, { personIds: people })),
      await say(ask(officer, 'POST', `${at}/verification`)),
      await say(ask(officer, 'POST', `${at}/decree`, { ...sk, number: `SK/${serial}` })),
    ];
    expect(statuses).toEqual([204, 204, 204, 204, 204]);
    return { at, people, id };
  }

  test('a list goes from the draft to its members', async () => {
    const { at } = await enrolledList();
    const enrolled = await ask(world.officer, 'POST', `${at}/enrolment`);
    expect(await enrolled.json()).toEqual({ enrolled: 2, left: 0 });
    const file = await read<{ proposal: { state: string }; entries: { decile: number }[] }>(
      world.officer,
      at,
    );
    expect(file.proposal.state).toBe('enrolled');
    expect(file.entries.map(({ decile }) => decile)).toEqual([2, 2]);
  });

  test('the decree leaves as a document and as a table, and both name the same people', async () => {
    const { at } = await enrolledList();
    const docx = await ask(world.officer, 'GET', `${at}/document.docx?numbers=whole`);
    expect(docx.headers.get('content-disposition')).toBe(`attachment; filename="SK-SK-${serial}.docx"`);
    const text = (await readZip(new Uint8Array(await docx.arrayBuffer()), 'word/document.xml')).replace(
      /<[^>]+>/g,
      ' ',
    );
    const csv = await (await ask(world.officer, 'GET', `${at}/annex.table?format=csv&numbers=whole`)).text();
    for (const part of ['Yosefina Ndu', 'Maria Contoh', `SK/${serial}`]) expect(text).toContain(part);
    const numbers = csv.match(/\d{16}/g) ?? [];
    expect(numbers).toHaveLength(2);
    for (const number of numbers) expect(text).toContain(number);
    expect(csv.split('\r\n')[0]).toBe(
      'No,Nama,NIK,L/P,Tanggal lahir,Desa/Kelurahan,RT,RW,Pekerjaan,Keterangan',
    );
    expect(csv).toContain('Maria Contoh');
    const xlsx = await ask(world.officer, 'GET', `${at}/annex.table`);
    const sheet = await readZip(new Uint8Array(await xlsx.arrayBuffer()), 'xl/sharedStrings.xml');
    expect(sheet).toContain('5304••••••••');
    expect(sheet).not.toMatch(/\d{16}/);
  });

  test('whole numbers are not for a planner, in whichever form', async () => {
    const { at } = await enrolledList();
    const planner = world.user('planner', 5304000000);
    for (const path of ['annex?', 'annex.table?format=csv&', 'document.docx?']) {
      expect((await ask(planner, 'GET', `${at}/${path}numbers=masked`)).status).toBe(200);
      expect((await ask(planner, 'GET', `${at}/${path}numbers=whole`)).status).toBe(403);
    }
  });

  test('the proposals and candidates leave as tables', async () => {
    const { at } = await enrolledList();
    const proposals = await (await ask(world.officer, 'GET', '/proposals.table?format=csv')).text();
    expect(proposals).toContain(`53.04.01.2001,Fatuba'a,${agreement.number}`);
    const candidates = await (await ask(world.operator, 'GET', `${at}/candidates.table?format=csv`)).text();
    expect(candidates).toContain('Maria Contoh');
    expect(candidates).not.toMatch(/\d{16}/);
  });

  test('a reason is told in the language asked for', async () => {
    const [personId] = await world.settle([{ dead: true }]);
    const id = await world.propose(agreement);
    const told = await read<{ candidates: { personId: string; reasons: { text: string }[] }[] }>(
      world.operator,
      `/proposals/${id}/candidates`,
    );
    const mine = told.candidates.find((one) => one.personId === personId);
    expect(mine?.reasons.map(({ text }) => text)).toEqual(['Tercatat sudah meninggal.']);
  });

  test('a rule comes in with what it asks, and what it does not ask stays out', async () => {
    const made = await ask(world.officer, 'POST', '/rules', {
      area: '53.04',
      law: `Perbup contoh ${serial}/2026`,
      criteria: { maxAge: 60, withoutEmployer: false },
      from: '2030-01-01',
    });
    expect(made.status).toBe(201);
    expect(await made.json()).toMatchObject({ version: 1, criteria: { maxAge: 60 }, confidence: 'known' });
    const unknown = await ask(world.officer, 'POST', '/rules', {
      area: '53.04',
      law: 'x y z',
      criteria: { tinggi: 170 },
      from: '2031-01-01',
    });
    expect(unknown.status).toBe(400);
    const overlapping = await ask(world.officer, 'POST', '/rules', {
      area: '53.04',
      law: 'Perbup lain',
      criteria: { maxAge: 60 },
      from: '2030-06-01',
    });
    expect(await overlapping.json()).toMatchObject({ code: 'selection.ruleOverlaps' });
  });

  test('a village of another kabupaten is no place for a list of ours', async () => {
    const refused = await ask(world.operator, 'POST', '/proposals', {
      area: String(villages.besikama),
      agreementId: agreement.agreementId,
      from: '2026-11',
      to: '2026-12',
      quota: 2,
    });
    expect(refused.status).toBe(403);
  });
});
