import { month } from '@payung/kernel';
import { beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../api.ts';
import { differencesCsv, differencesOf, importMembers } from './index.ts';
import { belu, exchangeWorld, fatuketi, kupang, line, member, people } from './testing/exchange-world.ts';

const { terminal, user, enrol, atambua, pay, look } = await exchangeWorld();
const november = month('2026-11');

const sides = async (ctx = terminal, at = november, area?: number) =>
  (await differencesOf(ctx, { month: at, area })).people.map(({ name, side, agreed }) => ({
    name,
    side,
    agreed,
  }));

beforeAll(async () => {
  await enrol([line('yohanes'), line('maria'), line('petrus', 'Dualaus')]);
  await enrol([line('blasius', 'Oesapa', 'Kelapa Lima')], { area: kupang });
  for (const who of [people.yohanes, people.maria, people.blasius]) await pay(who[1], november);
});

describe('what was paid here beside what BPJS states', () => {
  test('without a file of the month nothing is said', async () => {
    expect(await differencesOf(terminal, { month: november })).toMatchObject({
      files: [],
      villages: [],
      people: [],
      total: 0,
    });
  });

  test('paid and not active, active and not paid; who agrees is not listed, nor a village without a file', async () => {
    await atambua([member(people.maria), member(people.petrus)]);
    expect(await sides()).toEqual([
      { name: people.yohanes[1], side: 'paid_here', agreed: true },
      { name: people.petrus[1], side: 'stated_there', agreed: true },
    ]);
    const { files, villages, total } = await differencesOf(terminal, { month: november });
    expect(files.map(({ branchId }) => branchId)).toEqual(['atambua']);
    expect(villages).toMatchObject([
      { villageName: 'Fatuketi', paidHere: 1, statedThere: 0 },
      { villageName: 'Dualaus', paidHere: 0, statedThere: 1 },
    ]);
    expect(total).toBe(2);
  });

  test('the next file of the month takes the place of the list too', async () => {
    await atambua([member(people.maria), member(people.yohanes)]);
    expect(await sides()).toEqual([]);
    await atambua([member(people.maria), member(people.petrus)]);
    expect(await sides()).toHaveLength(2);
  });

  test('active in another segment than that paid for is a difference on both sides', async () => {
    await pay(people.yohanes[1], month('2026-10'));
    await atambua([member(people.yohanes, { segment: 'PU' })], { month: '2026-10' });
    expect(await sides(terminal, month('2026-10'))).toEqual([
      { name: people.yohanes[1], side: 'paid_here', agreed: true },
      { name: people.yohanes[1], side: 'stated_there', agreed: false },
    ]);
  });

  test('two records that are one person are compared as one', async () => {
    const ids = async (name: string) =>
      (await look<{ person_id: string }>('select person_id from person where name = $1', name))[0]?.person_id;
    const [petrus, yohanes] = [await ids(people.petrus[1]), await ids(people.yohanes[1])];
    await look(
      `insert into person_alias (alias_id, person_id, canonical_id, decided_by, reason)
       values (gen_random_uuid(), $1, $2, 'test', 'test')`,
      petrus,
      yohanes,
    );
    expect(await sides()).toEqual([]);
    await look('update person_alias set undone_at = now()');
    expect(await sides()).toHaveLength(2);
  });
});

describe('within the scope', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['a village operator sees the own village',  () => user('village_operator', fatuketi),  undefined, [people.yohanes[1]]],
    ['a planner sees the kabupaten',             () => user('planner', belu),               undefined, [people.yohanes[1], people.petrus[1]]],
    ['and may ask for a village of it',          () => user('planner', belu),               fatuketi,  [people.yohanes[1]]],
    ['a planner of elsewhere sees nobody',       () => user('planner', kupang),             undefined, []],
    ['nor by asking for Belu',                   () => user('planner', kupang),             belu,      []],
  ] as const)('%s', async (_, who, area, names) => {
    expect((await sides(who(), november, area)).map(({ name }) => name)).toEqual(names);
  });

  test('an enumerator may not', async () => {
    await expect(sides(user('enumerator', belu))).rejects.toMatchObject({ code: 'auth.forbidden' });
  });

  test('the CSV has a line for each and no number of anybody', async () => {
    const lines = (await differencesCsv(terminal, { month: november })).trimEnd().split('\r\n');
    expect(lines[0]).toBe('month,village_code,village,name,birth_date,segment,side,agreed,partner,fund');
    expect(lines[1]).toContain(
      `2026-11,53.04.05.2001,Fatuketi,${people.yohanes[1]},1990-08-17,BPU,paid_here,true,`,
    );
    expect(lines).toHaveLength(4);
    expect(lines[3]).toBe('rows,2');
    for (const [nik] of Object.values(people)) expect(lines.join()).not.toContain(nik);
  });

  test('over HTTP: a file goes in, its rows and the lists come out', async () => {
    const { platform } = terminal;
    const app = createApp({ platform, authenticate: async () => terminal });
    const form = new FormData();
    form.set('file', new File([`NIK;Nama;Tanggal Lahir;Segmen\n${people.maria.join(';')};BPU`], 'aktif.csv'));
    form.set('branchId', 'atambua');
    form.set('month', '2026-06');
    const sent = await app.request('/api/members', { method: 'POST', body: form });
    expect(sent.status).toBe(201);
    const { importId } = (await sent.json()) as { importId: string };
    const pending = (await (await app.request('/api/members')).json()) as { imports: object[] };
    expect(pending.imports).toMatchObject([{ importId, state: 'received', progress: { phase: 'queued' } }]);
    await importMembers.run(terminal, importId);
    const ended = await app.request(`/api/members/imports/${importId}`);
    expect(await ended.json()).toMatchObject({ import: { state: 'done' }, file: { fileId: importId } });
    const rows = await app.request(`/api/members/${importId}/rows?verdict=matched`);
    expect(await rows.json()).toMatchObject({
      rows: [{ name: people.maria[1], nikMasked: '5304••••••••9002', reason: 'matched.covered' }],
      next: null,
    });
    const file = await app.request(`/api/members/${importId}/rows/file?verdict=matched&format=csv`);
    const lines = (await file.text()).split('\r\n');
    expect(lines[1]).toContain('dikenal,Maria Goreti Hoar,5304••••••••9002,BPU');
    expect(lines[2]).toBe('Jumlah baris,1');
    const list = await app.request('/api/members/differences?month=2026-11&area=53.04');
    expect(await list.json()).toMatchObject({ total: 2 });
    const csv = await app.request('/api/members/differences/file?month=2026-11');
    expect(csv.headers.get('content-disposition')).toContain('selisih-bpjs-2026-11.csv');
    expect((await app.request('/api/members/differences?month=2026')).status).toBe(400);
  });
});
