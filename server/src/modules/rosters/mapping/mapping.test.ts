import { day, rupiah } from '@payung/kernel';
import { describe, expect, test } from 'vitest';
import { loadAreas } from '#areas';
import { createAgreement, createFund, createPartner } from '#partners';
import type { Context } from '#platform/context';
import { refusalOf, testPlatform } from '#testing';
import type { MappedColumn } from '../file/index.ts';
import { formFiles } from '../file/testing/form-files.ts';
import { acceptRoster, requestAcceptance } from '../service/accept.ts';
import { checkRoster } from '../service/check.ts';
import { getRoster, listRosterRows } from '../service/read.ts';
import { sendRoster } from '../service/send.ts';
import { lookIntoRoster } from './look.ts';
import { changeMapping, endMapping, listMappings, mapRoster } from './save.ts';

const { terminal, user, database } = await testPlatform();
const belu = 5_304_000_000;
const naekasa = 5_304_042_002;
await loadAreas(terminal);
const partner = await createPartner(terminal, { kind: 'government', name: 'Pemda Belu', area: belu });
const fund = await createFund(terminal, {
  kind: 'apbd_regency',
  name: 'APBD',
  partnerId: partner.partnerId,
  area: belu,
  year: 2026,
});
const agreementId = await createAgreement(terminal, {
  partnerId: partner.partnerId,
  area: belu,
  kind: 'PKS',
  number: 'PKS-1',
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

const codeOf = async (attempt: Promise<unknown>) => (await refusalOf(attempt))?.code;

const headings = 'Kode;Sebutan;Lahir tgl;Asal';
const csv = (...lines: string[]) => new TextEncoder().encode(lines.join('\n'));
let serial = 0;
/** Somebody not met before, as a row under these headings. */
const row = () => {
  serial += 1;
  return `53040317089090${String(serial).padStart(2, '0')};Yohanes Seran ${String.fromCharCode(64 + serial)};17-08-1990;Naekasa`;
};

async function send(content: Uint8Array, ctx: Context = terminal): Promise<string> {
  const startsOn = day('2026-11-01');
  const input = { agreementId, fileName: 'daftar.csv', content, startsOn, policy: 'good_rows' as const };
  const { rosterId } = await sendRoster(ctx, input);
  await checkRoster.run(ctx, rosterId);
  return rosterId;
}
const stateOf = async (rosterId: string) => {
  const { roster } = await getRoster(terminal, rosterId);
  return [roster.state, roster.problem?.code ?? roster.enrolled];
};
const columns = (...fields: MappedColumn['field'][]): MappedColumn[] =>
  headings.split(';').map((header, place) => ({ header, field: fields[place] ?? null }));
const meant = { name: 'Daftar KUB', columns: columns('nik', 'name', 'birth_date', 'village'), village: null };

describe('headings that nobody could read', () => {
  test('are said once, and the next file with them is read without a word', async () => {
    const rosterId = await send(csv(headings, row()));
    expect(await stateOf(rosterId)).toEqual(['failed', 'file.noHeader']);
    const look = await lookIntoRoster(terminal, rosterId);
    expect(look.sheets[0]).toMatchObject({
      headerRows: [],
      firstRows: [
        { row: 1, cells: ['Kode', 'Sebutan', 'Lahir tgl', 'Asal'] },
        {
          row: 2,
          cells: ['53••••••••••••••', expect.stringMatching(/^Yo•+ Se•+ [A-Z]$/), '17-••-••••', 'Na•••••'],
        },
      ],
    });
    const mappingId = await mapRoster(terminal, rosterId, meant);
    await checkRoster.run(terminal, rosterId);
    expect(await stateOf(rosterId)).toEqual(['checked', 1]);
    const next = await send(csv(`Daftar KUB Nelayan;;;`, headings.toUpperCase(), row(), row()));
    expect(await stateOf(next)).toEqual(['checked', 2]);
    const seen = await lookIntoRoster(terminal, next);
    expect(seen.sheets[0]).toMatchObject({ headerRows: [2], mapping: { mappingId, name: 'Daftar KUB' } });
  });

  test('are not looked for in what is no list: that is said, and what it is', async () => {
    const rosterId = await send(new TextEncoder().encode('%PDF-1.7'));
    expect(await refusalOf(lookIntoRoster(terminal, rosterId))).toMatchObject({
      code: 'file.notSpreadsheet',
      facts: { found: 'pdf' },
    });
  });

  test('are shown with samples that tell nobody', async () => {
    const { sheets } = await lookIntoRoster(terminal, await send(csv(headings, row())));
    const [nik, name] = sheets[0]?.columns ?? [];
    expect(nik).toEqual({
      column: 0,
      header: 'Kode',
      field: 'nik',
      samples: ['53••••••••••••••'],
      doubtful: false,
    });
    expect(name?.samples).toEqual([expect.stringMatching(/^Yo•+ Se•+ [A-Z]$/)]);
  });

  test('may name no village when somebody says whose list it is', async () => {
    const mine = csv('NIK;Panggilan;Nama', row().split(';').slice(0, 2).join(';'));
    const rosterId = await send(mine);
    expect(await stateOf(rosterId)).toEqual(['checked', 0]);
    const said: MappedColumn[] = [
      { header: 'NIK', field: 'nik' },
      { header: 'Panggilan', field: 'name' },
      { header: 'Nama', field: null },
    ];
    await mapRoster(terminal, rosterId, { name: 'Panggilan', columns: said, village: naekasa });
    await checkRoster.run(terminal, rosterId);
    const { rows } = await listRosterRows(terminal, rosterId, { verdict: 'new' });
    expect(rows.map(({ villageName }) => villageName)).toEqual(['Naekasa']);
  });
});

test('two columns that may both be the NIK stop the check with a question, and an answer goes on', async () => {
  const line = row().split(';');
  const other = '5304036108909099';
  const rosterId = await send(csv('NIK;No KTP;Nama;Desa', [line[0], other, line[1], 'Naekasa'].join(';')));
  expect(await stateOf(rosterId)).toEqual(['failed', 'file.columnDouble']);
  const { roster } = await getRoster(terminal, rosterId);
  expect(roster.problem?.facts).toMatchObject({ columns: 'A (NIK), B (No KTP)', field: 'nik' });
  const { sheets } = await lookIntoRoster(terminal, rosterId);
  expect(sheets[0]?.columns.map(({ doubtful }) => doubtful)).toEqual([true, true, false, false]);
  const said: MappedColumn[] = [
    { header: 'NIK', field: 'nik' },
    { header: 'No KTP', field: null },
    { header: 'Nama', field: 'name' },
    { header: 'Desa', field: 'village' },
  ];
  await mapRoster(terminal, rosterId, { name: 'Dua nomor', columns: said, village: null });
  await checkRoster.run(terminal, rosterId);
  expect(await stateOf(rosterId)).toEqual(['checked', 1]);
});

describe('a mapping that was saved', () => {
  const find = async (name: string) =>
    (await listMappings(terminal)).find((one) => one.name === name && one.endedAt === null);

  test('is renamed without a new check, and a change of columns checks again what waits', async () => {
    const rosterId = await send(csv(headings, row()));
    const mappingId = (await find('Daftar KUB'))?.mappingId ?? '';
    expect(await changeMapping(terminal, mappingId, { name: 'KUB Naekasa' })).toEqual({ checkedAgain: 0 });
    const { checkedAgain } = await changeMapping(terminal, mappingId, {
      columns: columns('nik', 'name', 'birth_date', null),
      village: naekasa,
    });
    expect(checkedAgain).toBeGreaterThan(0);
    expect((await getRoster(terminal, rosterId)).roster.state).toBe('received');
    await checkRoster.run(terminal, rosterId);
    expect(await stateOf(rosterId)).toEqual(['checked', 1]);
    expect(await find('KUB Naekasa')).toMatchObject({ village: naekasa, villageName: 'Naekasa' });
  });

  test('is not read by once it is ended', async () => {
    const mappingId = (await find('KUB Naekasa'))?.mappingId ?? '';
    await endMapping(terminal, mappingId);
    expect(await stateOf(await send(csv(headings, row())))).toEqual(['failed', 'file.noHeader']);
    expect(await codeOf(endMapping(terminal, mappingId))).toBe('mappings.ended');
  });

  test('of one village is not seen by another, nor changed', async () => {
    const operator = user('village_operator', naekasa);
    const rosterId = await send(csv('Angka;Siapa', row().split(';').slice(0, 2).join(';')), operator);
    const said: MappedColumn[] = [
      { header: 'Angka', field: 'nik' },
      { header: 'Siapa', field: 'name' },
    ];
    const mappingId = await mapRoster(operator, rosterId, {
      name: 'Milik Naekasa',
      columns: said,
      village: null,
    });
    await checkRoster.run(operator, rosterId);
    // The list of one village needs no column of villages.
    expect(await stateOf(rosterId)).toEqual(['checked', 1]);
    const neighbour = user('village_operator', naekasa + 1);
    expect((await listMappings(neighbour)).map(({ name }) => name)).not.toContain('Milik Naekasa');
    expect((await listMappings(operator)).map(({ name }) => name)).toEqual(['Milik Naekasa']);
    expect(await codeOf(changeMapping(neighbour, mappingId, { name: 'Milik saya' }))).toBe(
      'mappings.notFound',
    );
    expect(await codeOf(lookIntoRoster(neighbour, rosterId))).toBe('rosters.notFound');
    expect(await codeOf(mapRoster(neighbour, rosterId, meant))).toBe('rosters.notFound');
  });
});

describe('what cannot be said of headings is refused', () => {
  // biome-ignore format: aligned table of cases
  test.each<[string, Partial<typeof meant>, string]>([
    ['nobody has a name',              { columns: columns('nik', null, 'birth_date', 'village') },   'mappings.fieldMissing'],
    ['two columns hold one field',     { columns: columns('nik', 'name', 'name', 'village') },       'mappings.fieldTwice'],
    ['a heading is somebody’s number', { columns: [{ header: '5304031708909001', field: 'name' }] }, 'mappings.headingHoldsNik'],
    ['the village lies elsewhere',     { village: 5_305_012_001 as never },                          'areas.outsideScope'],
  ])('%s', async (_, wrong, code) => {
    const rosterId = await send(csv(headings, row()));
    expect(await codeOf(mapRoster(terminal, rosterId, { ...meant, ...wrong }))).toBe(code);
  });

  test('once the people of the roster were taken', async () => {
    const rosterId = await send(csv('NIK;Nama;Desa', row().split(';').toSpliced(2, 1).join(';')));
    await requestAcceptance(terminal, rosterId);
    await acceptRoster.run(terminal, rosterId);
    expect(await codeOf(mapRoster(terminal, rosterId, meant))).toBe('rosters.alreadyAccepted');
  });
});

test('the decile of a list stays with its rows, with the register that its headings tell', async () => {
  const { table } = formFiles.find(({ kind }) => kind === 'p3ke') ?? { table: [] };
  const rosterId = await send(csv(...table.map((cells) => cells.join(';'))));
  const { rows } = await database.superuser.query<{ decile: number; register: string }>(
    'select decile, register from payung.roster_row where roster_id = $1 and decile is not null order by ordinal',
    [rosterId],
  );
  expect(rows).toEqual([
    { decile: 1, register: 'P3KE' },
    { decile: 3, register: 'P3KE' },
  ]);
});

test('whom an OpenSID export lists as dead is refused, everybody else is ready', async () => {
  const { table } = formFiles.find(({ kind }) => kind === 'opensid') ?? { table: [] };
  const operator = user('village_operator', naekasa);
  const rosterId = await send(csv(...table.map((cells) => cells.join(';'))), operator);
  const { rows } = await listRosterRows(operator, rosterId, {});
  const judged = rows.filter(({ verdict }) => verdict !== 'ignored').map(({ reason }) => reason);
  expect(judged).toEqual([expect.not.stringMatching(/^life/), 'life.dead']);
});
