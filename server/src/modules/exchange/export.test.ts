import { month } from '@payung/kernel';
import { beforeAll, describe, expect, test } from 'vitest';
import { streamResponse, type TableStream } from '#platform/spreadsheet';
import { exportMembers, listMemberRows } from './index.ts';
import {
  belu,
  exchangeWorld,
  fatuketi,
  importNow,
  kupang,
  line,
  member,
  people,
  salt,
  text,
} from './testing/exchange-world.ts';

const { terminal, user, enrol, atambua, pay, look } = await exchangeWorld();
const november = month('2026-11');

beforeAll(async () => {
  await enrol([line('yohanes'), line('maria'), line('petrus', 'Dualaus')]);
  await enrol([line('blasius', 'Oesapa', 'Kelapa Lima')], { area: kupang });
  for (const who of [people.yohanes, people.blasius]) await pay(who[1], november);
  await atambua([member(people.petrus)]);
});

const csvOf = (table: TableStream) => streamResponse(table, 'csv').text();
const lines = (csv: string) => csv.trimEnd().split('\r\n');

describe('who is covered goes out', () => {
  test('for a village: its covered people, and no number of anybody', async () => {
    const village = await exportMembers(terminal, { month: november, of: { area: fatuketi } });
    expect(lines(await csvOf(village))).toEqual([
      'Hash NIK,Nama,Tanggal Lahir,Segmen,Program,Lunas Sampai,Desa,Kode Desa,Bukti',
      `,${people.yohanes[1]},1990-08-17,BPU,"JKK, JKM",2026-11,Fatuketi,53.04.05.2001,payung`,
    ]);
    expect(village.people).toBe(1);
  });

  test('for a branch: hashed under the agreed salt, and read back by the import as the same people', async () => {
    const branch = await exportMembers(terminal, { month: november, of: { branchId: 'atambua' }, salt });
    expect(branch.people).toBe(2);
    const csv = await csvOf(branch);
    for (const [nik] of Object.values(people)) expect(csv).not.toContain(nik);
    expect(csv).not.toContain(salt);
    expect(lines(csv).map((one) => one.split(',').at(-1))).toEqual(['Bukti', 'payung', 'bpjs']);

    const back = await importNow(terminal, {
      branchId: 'maumere',
      month: november,
      fileName: 'kembali.csv',
      content: text([csv]),
      salt,
    });
    const { rows } = await listMemberRows(terminal, back.fileId, { verdict: 'matched' });
    expect(rows.map(({ name, reason }) => `${name} ${reason}`)).toEqual([
      `${people.yohanes[1]} matched.covered`,
      `${people.petrus[1]} matched.covered`,
    ]);
  });

  test('the dead are left out', async () => {
    await look(`update person set died_on = '2026-10-31' where name = $1`, people.petrus[1]);
    expect((await exportMembers(terminal, { month: november, of: { area: belu } })).people).toBe(1);
    await look('update person set died_on = null');
  });

  test('each file is audited, without salt or number', async () => {
    const entries = await look<{ facts: object }>(
      `select facts from audit_entry where action = 'members.exported'`,
    );
    expect(entries.length).toBeGreaterThan(0);
    expect(entries[0]?.facts).toMatchObject({ month: '2026-11', people: 1, hashed: false });
    expect(JSON.stringify(entries)).not.toContain(salt);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['a village operator',                 () => user('village_operator', fatuketi),     { area: fatuketi },         'auth.forbidden'],
    ['an officer of another kabupaten',    () => user('registration_officer', kupang),   { area: fatuketi },         'areas.outsideScope'],
    ['an officer of a part of the branch', () => user('registration_officer', belu),     { branchId: 'atambua' },    'areas.outsideScope'],
    ['an officer of a part of the area',   () => user('registration_officer', fatuketi), { area: belu },             'areas.outsideScope'],
    ['anybody, of an unknown branch',      () => terminal,                               { branchId: 'bulan' },      'branches.notFound'],
    ['anybody, of an unknown area',        () => terminal,                               { area: 5_399_000_000 },    'areas.notFound'],
  ] as const)('%s gets none', async (_, who, of, code) => {
    await expect(exportMembers(who(), { month: november, of })).rejects.toMatchObject({ code });
  });

  test('an officer of the kabupaten gets the village, and a short salt is refused', async () => {
    const officer = user('registration_officer', belu);
    expect((await exportMembers(officer, { month: november, of: { area: fatuketi }, salt })).people).toBe(1);
    await expect(
      exportMembers(officer, { month: november, of: { area: fatuketi }, salt: 'pendek' }),
    ).rejects.toMatchObject({ code: 'members.saltShort' });
  });
});
