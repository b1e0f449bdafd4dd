import { day, rupiah } from '@payung/kernel';
import { expect, test } from 'vitest';
import { loadAreas } from '#areas';
import { createAgreement, createFund, createPartner, type Programme } from '#partners';
import { mergePeople, recordDeath, undoMerge } from '#people';
import { envelopeHolds } from '#platform/seal';
import { csvOf, type TableCell, xlsxOf } from '#platform/spreadsheet';
import { acceptRoster, checkRoster, requestAcceptance, requestUndo, sendRoster, undoRoster } from '#rosters';
import { refusalOf, testPlatform } from '#testing';
import {
  answerBatch,
  completeMember,
  completeMembers,
  correctRejection,
  getRegistration,
  makeBatch,
  takeSheet,
  type WorkPlace,
  workList,
} from './index.ts';

const { terminal, user, database, platform } = await testPlatform();
const belu = 5_304_000_000;
await loadAreas(terminal);
const officer = user('registration_officer', belu);
const bytes = (...lines: string[]) => new TextEncoder().encode(lines.join('\n'));
let agreements = 0;

/** The NIK of a man born on 12 March 1988 in Naekasa, by its last digits. */
const nik = (serial: number) => `530404120388${serial}`;
const named = (serial: number, name: string, place = '') =>
  `${nik(serial)};${name};Kupang;12-03-1988;L;004;002;Naekasa;Tasifeto Barat;Ana Klau;Petani;${place}`;

/** Enrols these people under an agreement of a partner of its own, and returns the roster. */
async function enrolled(people: readonly string[], programmes: readonly Programme[] = ['JKK', 'JKM']) {
  agreements += 1;
  const number = `PKS-${agreements}`;
  const own = { kind: 'government', name: `Pemda ${number}`, area: belu } as const;
  const { partnerId } = await createPartner(terminal, own);
  const purse = { kind: 'apbd_regency', name: number, partnerId, area: belu, year: 2026 } as const;
  const { fundId } = await createFund(terminal, purse);
  const agreementId = await createAgreement(terminal, {
    partnerId,
    area: belu,
    kind: 'PKS',
    number,
    title: 'Perlindungan pekerja rentan',
    segment: 'BPU',
    group: 'vulnerable',
    sector: 'other',
    programmes,
    income: rupiah(1_000_000),
    fundId,
    from: day('2026-01-01'),
    until: day('2027-01-01'),
  });
  const headings =
    'NIK;Nama;Tempat Lahir;Tanggal Lahir;L/P;RT;RW;Desa;Kecamatan;Nama Ibu;Pekerjaan;Lokasi Kerja';
  const { rosterId } = await sendRoster(terminal, {
    agreementId,
    fileName: `${number}.csv`,
    content: bytes(headings, ...people),
    startsOn: day('2026-11-01'),
    policy: 'good_rows',
  });
  await checkRoster.run(terminal, rosterId);
  await requestAcceptance(terminal, rosterId);
  await acceptRoster.run(terminal, rosterId);
  return rosterId;
}

async function sheetOf(batchId: string): Promise<Readonly<Record<string, TableCell>>[]> {
  const { header, rows } = await takeSheet(officer, batchId);
  const cells: Record<string, TableCell>[] = [];
  for await (const page of rows)
    cells.push(...page.map((row) => Object.fromEntries(header.map((title, at) => [title, row[at] ?? '']))));
  return cells;
}

async function idOf(serial: number): Promise<string> {
  const hash = platform.sealer.blindIndex('nik', nik(serial));
  const { rows } = await database.superuser.query<{ person_id: string }>(
    'select person_id from payung.identifier where hash = $1',
    [hash],
  );
  return rows[0]?.person_id ?? '';
}

async function statesOf(person: string): Promise<string[]> {
  const { rows } = await database.superuser.query<{ state: string }>(
    'select state from payung.registration_row where person_id = $1 order by membership_id, batch_id',
    [person],
  );
  return rows.map(({ state }) => state);
}

const rejected = (serial: number) => bytes('NIK;Hasil;Keterangan', `${nik(serial)};DITOLAK;Nama berbeda`);
const taken = (serial: number) => bytes('NIK;Hasil', `${nik(serial)};DITERIMA`);

test('two funds: one line, and its answer is that of both memberships and of those that come later', async () => {
  await enrolled([named(9001, 'Oktavianus Bria')]);
  const undone = await enrolled([named(9001, 'Oktavianus Bria')]);
  expect((await getRegistration(officer)).ready).toBe(1);
  // Asked by one list, the line still is that of the person.
  const { batchId, people } = await makeBatch(officer, { rosterId: undone });
  expect(people).toBe(1);
  expect(await sheetOf(batchId)).toHaveLength(1);
  expect(await answerBatch(officer, batchId, rejected(9001))).toMatchObject({
    rejected: 1,
    changed: 1,
    unanswered: 0,
  });
  expect(await statesOf(await idOf(9001))).toEqual(['rejected', 'rejected']);
  expect(await getRegistration(officer)).toMatchObject({ ready: 0, rejections: [{ ordinal: 1 }] });
  expect((await getRegistration(officer)).batches).toMatchObject([{ people: 1, rejected: 1, accepted: 0 }]);

  await requestUndo(terminal, undone, 'daftar yang salah');
  await undoRoster.run(terminal, undone);
  expect(await sheetOf(batchId)).toHaveLength(1);
  expect((await getRegistration(officer)).rejections).toHaveLength(1);

  await correctRejection(officer, batchId, 1);
  const again = await makeBatch(officer);
  await answerBatch(officer, again.batchId, taken(9001));
  expect(await getRegistration(officer)).toMatchObject({ ready: 0, rejections: [] });
  await enrolled([named(9001, 'Oktavianus Bria')]);
  expect(await getRegistration(officer)).toMatchObject({ ready: 0, incompleteTotal: 0, rejections: [] });
});

test('merged: two records are one line, and one person for the answer', async () => {
  await enrolled([named(9002, 'Yoseph Klau')]);
  await enrolled([named(9003, 'Agustinus Tae')]);
  expect((await getRegistration(officer)).ready).toBe(2);
  const [away, kept] = [await idOf(9003), await idOf(9002)];
  await mergePeople(officer, { personId: away, into: kept, reason: 'Orang yang sama' });
  expect((await getRegistration(officer)).ready).toBe(1);
  const { batchId } = await makeBatch(officer);
  expect(await sheetOf(batchId)).toMatchObject([{ NIK: nik(9002), 'Nama Lengkap': 'Yoseph Klau' }]);
  await answerBatch(officer, batchId, taken(9002));
  expect([await statesOf(away), await statesOf(kept)]).toEqual([['accepted'], ['accepted']]);
});

test('merged after one of the two was taken: nothing is asked again, nor is the other still rejected', async () => {
  await enrolled([named(9004, 'Marselinus Nahak')]);
  const first = await makeBatch(officer);
  await answerBatch(officer, first.batchId, rejected(9004));
  await enrolled([named(9005, 'Fransiskus Lau')]);
  const second = await makeBatch(officer);
  await answerBatch(officer, second.batchId, taken(9005));
  const before = await getRegistration(officer);
  expect(before.rejections).toMatchObject([{ name: 'Marselinus Nahak' }]);
  const reason = 'Orang yang sama';
  await mergePeople(officer, { personId: await idOf(9004), into: await idOf(9005), reason });
  expect(await getRegistration(officer)).toMatchObject({ ready: 0, rejections: [] });
});

// biome-ignore format: aligned table of cases
test.each([
  ['the later line into the earlier', [9041, 9042], ['Agapitus Nana', 'Zakarias Tefi'],    0],
  ['the earlier line into the later', [9043, 9044], ['Bonifasius Rote', 'Yeremias Ottu'],  1],
] as const)('merged after the sheet was made, %s: one line, one answer, one rejection; two again when undone', async (_, serials, names, kept) => {
  const [one, other] = serials;
  await enrolled([named(one, names[0]), named(other, names[1])]);
  const { batchId, people } = await makeBatch(officer);
  expect(people).toBe(2);
  const before = await sheetOf(batchId);
  const [personId, into] = kept === 0 ? [await idOf(other), await idOf(one)] : [await idOf(one), await idOf(other)];
  const spoken = serials[kept];
  const aliasId = await mergePeople(officer, { personId, into, reason: 'Orang yang sama' });
  const merged = { ...before[kept], No: 1 };
  expect(await sheetOf(batchId)).toEqual([merged]);
  expect((await takeSheet(officer, batchId)).people).toBe(1);
  const answer = (result: string) => bytes('Baris;NIK;Hasil', `1;${nik(spoken)};${result}`);
  const answered = { changed: 1, unanswered: 0, leftAside: [] };
  expect(await answerBatch(officer, batchId, answer('DITOLAK'))).toMatchObject({ ...answered, rejected: 1 });
  expect([await statesOf(personId), await statesOf(into)]).toEqual([['rejected'], ['rejected']]);
  expect((await getRegistration(officer)).rejections).toMatchObject([{ batchId, ordinal: 1 }]);
  await correctRejection(officer, batchId, 1);
  expect(await getRegistration(officer)).toMatchObject({ ready: 1, rejections: [{ corrected: true }] });
  await undoMerge(officer, aliasId, 'Dua orang');
  expect(await sheetOf(batchId)).toEqual(before);
  await answerBatch(officer, batchId, bytes('NIK;Hasil', ...serials.map((serial) => `${nik(serial)};DITERIMA`)));
});

// biome-ignore format: aligned table of cases
test.each([
  ['sorted, with a number spoilt by the spreadsheet', 9031, 'Gregorius Mau',  '1;5,30404E+15;Hilaria Asa;DITOLAK',    0, 1],
  ['sorted, with the number taken out',               9032, 'Hendrikus Bau',  '1;;Hilaria Asa;DITOLAK',               0, 1],
  ['spoilt, and no name to tell by',                  9033, 'Isidorus Kehi',  '1;5,30404E+15;;DITOLAK',               0, 1],
  ['spoilt, with the name of the line',               9034, 'Kanisius Tefa',  '1;5,30404E+15;KANISIUS  TEFA;DITOLAK', 1, 0],
  ['with the number taken out of the right row',      9035, 'Laurensius Siku', '1;;Laurensius Siku;DITOLAK',          1, 0],
] as const)('an answer %s', async (_, serial, name, row, rejections, aside) => {
  await enrolled([named(serial, name)]);
  const { batchId } = await makeBatch(officer);
  const answered = await answerBatch(officer, batchId, bytes('Baris;NIK;Nama;Hasil', row));
  expect(answered).toMatchObject({ rejected: rejections, leftAside: { length: aside } });
  await answerBatch(officer, batchId, taken(serial));
});

test('who died since the sheet was made is not on it any more, and the others keep their numbers', async () => {
  const [dead, alive] = [9036, 9037];
  await enrolled([named(dead, 'Nikodemus Rua'), named(alive, 'Quirinus Leki')]);
  const { batchId } = await makeBatch(officer);
  const before = await sheetOf(batchId);
  const personId = await idOf(dead);
  const report = { evidence: 'family_report', reference: null, note: null } as const;
  await recordDeath(terminal, { personId, diedOn: day('2026-11-19'), ...report });
  expect(await sheetOf(batchId)).toEqual(before.filter(({ NIK }) => NIK === nik(alive)));
});

test('other programmes are another line; another segment is not for this sheet and keeps out of its answer', async () => {
  await enrolled([named(9006, 'Blasius Fahik')]);
  await enrolled([named(9006, 'Blasius Fahik')], ['JKK', 'JKM', 'JHT']);
  const person = await idOf(9006);
  await database.superuser.query(
    `insert into payung.membership (person_id, membership_id, partner_id, agreement_id, segment, grp, sector, programmes, fund_id, area, during)
     select person_id, gen_random_uuid(), partner_id, agreement_id, 'PU', grp, sector, programmes, fund_id, area, during
     from payung.membership where person_id = $1 limit 1`,
    [person],
  );
  const { batchId, people } = await makeBatch(officer);
  expect(people).toBe(2);
  expect((await sheetOf(batchId)).map(({ No, NIK, Program }) => [No, NIK, Program])).toEqual([
    [1, nik(9006), 'JKK, JKM'],
    [2, nik(9006), 'JKK, JKM, JHT'],
  ]);
  const answer = bytes('Baris;NIK;Hasil', `1;${nik(9006)};DITERIMA`, `2;${nik(9006)};DITOLAK`);
  expect(await answerBatch(officer, batchId, answer)).toMatchObject({ accepted: 1, rejected: 1 });
  expect((await statesOf(person)).sort()).toEqual(['accepted', 'rejected']);
  expect((await getRegistration(officer)).rejections).toMatchObject([{ name: 'Blasius Fahik', ordinal: 2 }]);
});

test('a place of work that nobody stated is presumed as the sheet says, and marked', async () => {
  await enrolled([named(9007, 'Kanisius Bere'), named(9008, 'Silvester Mali', 'Pasar Halilulik')]);
  const state = (workPlace: WorkPlace) => getRegistration(officer, { workPlace });
  expect(await state('residence')).toMatchObject({
    ready: 2,
    presumedTotal: 1,
    presumed: [{ name: 'Kanisius Bere', workPlace: 'Desa Naekasa' }],
  });
  expect((await state('partner')).presumed).toMatchObject([
    { workPlace: `Pemda PKS-${agreements}, Kabupaten Belu` },
  ]);
  expect(await state('none')).toMatchObject({
    ready: 1,
    presumedTotal: 0,
    lacking: [{ field: 'work_place', people: 1 }],
    incomplete: [{ missing: ['work_place'] }],
  });
  const { batchId } = await makeBatch(officer, { workPlace: 'residence' });
  const cells = async () =>
    (await sheetOf(batchId)).map((row) => [row['Lokasi Bekerja'], row['Isian Bawaan']]);
  expect(await cells()).toEqual([
    ['Desa Naekasa', 'Lokasi Bekerja: desa tempat tinggal'],
    ['Pasar Halilulik', ''],
  ]);
  // What somebody states later takes its place, also on a sheet that was made.
  await completeMember(officer, await idOf(9007), { workPlace: 'Kebun Weluli' });
  expect(await cells()).toEqual([
    ['Kebun Weluli', ''],
    ['Pasar Halilulik', ''],
  ]);
});

test('the work list comes back filled in: each row goes to the person of its code and name', async () => {
  const nameless = (serial: number, name: string) =>
    named(serial, name).replace('Kupang', '').replace('Ana Klau', '');
  const people = ['Rofinus Taek', 'Dominikus Leto', 'Gaspar Manek'] as const;
  await enrolled(people.map((name, at) => nameless(9020 + at, name)));
  const { header, rows } = await workList(officer);
  const list: (readonly TableCell[])[] = [['Jumlah baris', 3]];
  for await (const page of rows) list.unshift(...page);
  const at = (heading: string) => header.indexOf(heading);
  const nameIn = (row: readonly TableCell[]) => row[at('Nama')];
  /** The list with both columns filled in for these people, and another name written over one of them. */
  const filled = (names: readonly string[], renamed?: string) => {
    const cells = list.map((row) =>
      row.map((cell, column) => {
        const isFilled = names.includes(String(nameIn(row)));
        if (isFilled && [at('Tempat Lahir'), at('Nama Ibu Kandung')].includes(column)) return 'Betun';
        return cell === renamed ? 'Orang Lain' : cell;
      }),
    );
    return { name: 'kerja', header, rows: cells };
  };
  const waits = async () => (await getRegistration(officer)).incomplete.map(({ name }) => name);
  const first = bytes(csvOf(filled([people[0], people[1]], people[1])));
  expect((await refusalOf(completeMembers(user('planner', belu), first)))?.code).toBe('auth.forbidden');
  const elsewhere = user('village_operator', 5_304_042_003);
  expect(await completeMembers(elsewhere, first)).toMatchObject({ completed: 0, empty: 0 });
  expect(await waits()).toHaveLength(3);
  expect(await completeMembers(officer, first)).toMatchObject({
    completed: 1,
    leftAside: [{ because: 'otherName' }],
  });
  expect((await waits()).toSorted()).toEqual(['Dominikus Leto', 'Gaspar Manek']);
  const second = await xlsxOf(filled([people[1], people[2]]));
  expect(await completeMembers(officer, second)).toMatchObject({ completed: 2, leftAside: [] });
  expect(await waits()).toEqual([]);
  const other = bytes('NIK;Nama;Desa', `${nik(9020)};Rofinus Taek;Naekasa`);
  expect((await refusalOf(completeMembers(officer, other)))?.code).toBe('registration.workListUnreadable');
  await makeBatch(officer);
});

test('counting opens no envelope; one that does not say what it holds is opened', async () => {
  await enrolled([named(9009, 'Emanuel Seran', 'Kebun')]);
  const person = await idOf(9009);
  const { rows } = await database.superuser.query<{ sealed: Buffer }>(
    'select sealed from payung.person where person_id = $1',
    [person],
  );
  const sealed = rows[0]?.sealed ?? Buffer.of();
  const put = (envelope: Buffer) =>
    database.superuser.query('update payung.person set sealed = $2 where person_id = $1', [person, envelope]);
  const torn = Buffer.from(sealed);
  torn.writeUInt8(torn.readUInt8(torn.length - 1) ^ 1, torn.length - 1);
  await put(torn);
  expect(await getRegistration(officer)).toMatchObject({ ready: 1, presumedTotal: 0, incompleteTotal: 0 });
  const { mother, nik: number } = envelopeHolds.bits;
  torn.writeUInt8(mother | number, envelopeHolds.at);
  await put(torn);
  expect((await getRegistration(officer)).lacking).toEqual([{ field: 'birth_place', people: 1 }]);
  torn.writeUInt8(1, 0);
  await put(torn);
  await expect(getRegistration(officer)).rejects.toThrow('altered');
  await put(sealed);
});
