import { day } from '@payung/kernel';
import { beforeEach, describe, expect, test } from 'vitest';
import { getAgreement } from '#partners';
import { getPerson, mergePeople, searchPeople, undoMerge } from '#people';
import { type Context, jobActor, read } from '#platform/context';
import { openRosterFile } from './file/read.ts';
import { decideRow } from './service/decide.ts';
import { rosterRowsTable } from './service/export-rows.ts';
import { getRoster, getWorkbook, listRosterRows } from './service/read.ts';
import { belu, beluLists, fatuketi } from './testing/belu-lists.ts';

const lists = await beluLists();
const { terminal } = lists;
const officer = lists.user('registration_officer', belu);
const filled = 'updated.filled';

const plain = {
  NIK: '',
  Nama: '',
  'Tanggal Lahir': '',
  'L/P': 'L',
  Desa: 'Fatuketi',
  Kecamatan: 'Kakuluk Mesak',
};
const rich = { 'Nama Ibu': 'Maria Hoar', 'No HP': '081234567890', Alamat: 'Jl. Merdeka 5' };

/** One row as CSV, with its headings. */
function listOf(row: Readonly<Record<string, string>>): Uint8Array {
  return new TextEncoder().encode([Object.keys(row).join(';'), Object.values(row).join(';')].join('\n'));
}

let sequence = 0;
let agreementId = '';
let of = { partnerId: '', area: belu };
/** Administrator of the partner of the agreement. */
let administrator: Context;
let person: typeof plain;
beforeEach(async () => {
  sequence += 1;
  agreementId = await lists.sign(`PKS-B${sequence}`);
  const { partnerId } = await read(terminal, 'agreements.read', (tx) => getAgreement(tx, agreementId));
  of = { partnerId, area: belu };
  const grant = { role: 'partner_administrator', area: null, partnerId } as const;
  const during = { from: day('2020-01-01'), until: null };
  administrator = { ...terminal, actor: jobActor(crypto.randomUUID(), 'mitra', [{ ...grant, ...during }]) };
  const [one] = lists.people(1);
  person = { ...plain, NIK: one?.nik ?? '', Nama: one?.name ?? '', 'Tanggal Lahir': one?.birth ?? '' };
});

const idOf = async ({ NIK }: typeof plain) => (await searchPeople(terminal, NIK)).people[0]?.personId ?? '';

async function envelopeOf(personId: string) {
  const [row] = await lists.look<{ sealed: Buffer }>(
    'select sealed from person where person_id = $1',
    personId,
  );
  return terminal.platform.sealer.open(personId, row?.sealed ?? Buffer.alloc(0));
}

/** What this user reads of the one row of a list: on its page, and in words wherever it leaves as a file. */
async function told(rosterId: string, ctx: Context) {
  const { rows } = await listRosterRows(ctx, rosterId, { verdict: 'known' });
  const { reasons } = await getRoster(ctx, rosterId);
  const cells: unknown[] = [];
  for await (const batch of (await rosterRowsTable(ctx, rosterId, { verdict: 'known' })).rows)
    cells.push(...batch);
  return {
    rows: rows.map(({ reason, facts, warnings }) => ({ reason, facts, warnings })),
    reasons: reasons.filter(({ verdict }) => verdict === 'known').map(({ reason }) => reason),
    words: JSON.stringify(cells),
  };
}

/** Somebody on record who is no member. */
async function recordStranger(row: Readonly<Record<string, string>>): Promise<void> {
  const village = { ...of, area: fatuketi };
  await lists.accept(await lists.record(village, listOf(row), { startsOn: day('2026-10-01') }));
}

describe('what is filled in of somebody who is not the partner’s', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // list                       reason
    ['that enrols them',          'known.reactivated', (ctx: Context) => lists.send(agreementId, listOf({ ...person, ...rich }), {}, ctx)],
    ['that records them',         'known.unchanged',   (ctx: Context) => lists.record(of, listOf({ ...person, ...rich }), {}, ctx)],
  ] as const)('by a list %s is no news to its administrator', async (_, reason, send) => {
    await recordStranger(person);
    const rosterId = await send(administrator);
    const hers = await told(rosterId, administrator);
    expect(hers).toMatchObject({ rows: [{ reason, facts: {}, warnings: [] }], reasons: [reason] });
    expect(hers.words).not.toMatch(/dilengkapi|HP|alamat/);
    const { rows, words } = await told(rosterId, officer);
    const fields = ['mother', 'phone', 'address'];
    expect(rows).toMatchObject([{ reason, warnings: [{ code: filled, facts: { fields } }] }]);
    expect(words).toContain('(nama ibu kandung, nomor HP, alamat)');
    expect(JSON.stringify(rows)).not.toContain(String(fatuketi));
    await lists.accept(rosterId);
    expect(await envelopeOf(await idOf(person))).toMatchObject({ mother: 'Maria Hoar', phone: '081234567890' });
    const fillingsFor = async (ctx: Context) => (await getPerson(ctx, await idOf(person))).fillings;
    expect(await fillingsFor(officer)).toMatchObject([{ rosterId, fields, undoneAt: null }]);
    expect(await fillingsFor(administrator)).toEqual([]);
  });

  test('by a list of an officer is no news to the administrator who reads it', async () => {
    await recordStranger(person);
    const rosterId = await lists.send(agreementId, listOf({ ...person, ...rich }), {}, officer);
    expect((await told(rosterId, officer)).rows[0]?.warnings.map(({ code }) => code)).toEqual([filled]);
    expect((await told(rosterId, administrator)).rows[0]?.warnings).toEqual([]);
  });

  test('and of a member is told in words, on the page and in the file that goes back', async () => {
    await lists.accept(await lists.send(agreementId, listOf(person)));
    const rosterId = await lists.send(
      agreementId,
      listOf({ ...person, ...rich, RT: '003' }),
      {},
      administrator,
    );
    for (const [language, words] of [
      ['id', '(nama ibu kandung, nomor HP, alamat, RT)'],
      ['en', "(mother's name, telephone, address, RT)"],
    ] as const) {
      const ctx = { ...administrator, language };
      const { rows, words: table } = await told(rosterId, ctx);
      expect(rows).toEqual([
        { reason: filled, facts: { fields: ['mother', 'phone', 'address', 'rt'] }, warnings: [] },
      ]);
      expect(table).toContain(words);
      const { content } = await getWorkbook(ctx, rosterId);
      const back: unknown[] = [];
      for await (const { cells } of (await openRosterFile(content)).rows()) back.push(cells);
      expect(JSON.stringify(back)).toContain(words);
    }
  });
});

test('of two records that were made one nothing is filled in: they may be made two again', async () => {
  const another = { ...person, NIK: person.NIK.replace(/\d{3}$/, '777') };
  await lists.accept(await lists.send(agreementId, listOf(person)));
  const second = await lists.send(agreementId, listOf(another));
  await decideRow(officer, second, 2, { choice: 'new', why: 'dua KTP diperlihatkan' });
  await lists.accept(second);
  const [personId, into] = [await idOf(another), await idOf(person)];
  const aliasId = await mergePeople(officer, { personId, into, reason: 'kartu keluarga yang sama' });
  for (const row of [person, another]) {
    const rosterId = await lists.send(agreementId, listOf({ ...row, ...rich }));
    expect(await lists.verdicts(rosterId)).toEqual(['known known.member']);
    await expect(lists.accept(rosterId)).rejects.toMatchObject({ code: 'rosters.nothingToEnrol' });
  }
  expect(await envelopeOf(into)).toEqual({ nik: person.NIK });
  await undoMerge(officer, aliasId, 'ternyata dua orang');
  for (const row of [person, another]) {
    const rosterId = await lists.send(agreementId, listOf({ ...row, ...rich, 'No HP': '081234567891' }));
    expect(await lists.verdicts(rosterId)).toEqual(['known updated.filled']);
  }
});
