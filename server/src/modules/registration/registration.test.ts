import { day, rupiah } from '@payung/kernel';
import { describe, expect, test } from 'vitest';
import { loadAreas } from '#areas';
import { createAgreement, createFund, createPartner } from '#partners';
import { streamResponse, type TableCell, type TableStream } from '#platform/spreadsheet';
import { acceptRoster, checkRoster, requestAcceptance, sendRoster } from '#rosters';
import { refusalOf, testPlatform } from '#testing';
import {
  answerBatch,
  completeMember,
  correctRejection,
  getRegistration,
  makeBatch,
  takeSheet,
  workList,
} from './index.ts';

const { terminal, user, database } = await testPlatform();
const belu = 5_304_000_000;
const naekasa = 5_304_042_002;
await loadAreas(terminal);
const { partnerId } = await createPartner(terminal, { kind: 'government', name: 'Pemda Belu', area: belu });
const purse = { kind: 'apbd_regency', name: 'APBD', partnerId, area: belu, year: 2026 } as const;
const { fundId } = await createFund(terminal, purse);
const terms = {
  partnerId,
  area: belu,
  kind: 'PKS',
  number: 'PKS-1',
  title: 'Perlindungan pekerja rentan',
  segment: 'BPU',
  group: 'vulnerable',
  sector: 'other',
  programmes: ['JKK', 'JKM'],
  income: rupiah(1_000_000),
  fundId,
  from: day('2026-01-01'),
  until: day('2027-01-01'),
} as const;
const agreementId = await createAgreement(terminal, terms);
const officer = user('registration_officer', belu);
const operator = user('village_operator', naekasa);

const headings =
  'NIK;Nama;Tempat Lahir;Tanggal Lahir;L/P;RT;RW;Desa;Kecamatan;Nama Ibu;Pekerjaan;Lokasi Kerja;Penghasilan;No HP';
const people = [
  '5304041708909001;Yohanes Seran;Kupang;17-08-1990;L;004;002;Naekasa;Tasifeto Barat;Agnes Hoar;Petani;Kebun sendiri;1.200.000;081237000001',
  '5304045108929002;Maria Bete;Atambua;11-08-1992;P;004;002;Naekasa;Tasifeto Barat;Rosa Luruk;Penenun;Rumah;;',
  '5304040101809003;Petrus Mau;;01-01-1980;L;;;Naekasa;Tasifeto Barat;;Nelayan;;;',
];
const bytes = (...lines: string[]) => new TextEncoder().encode(lines.join('\n'));
const { rosterId } = await sendRoster(terminal, {
  agreementId,
  fileName: 'daftar.csv',
  content: bytes(headings, ...people),
  startsOn: day('2026-11-01'),
  policy: 'good_rows',
});
await checkRoster.run(terminal, rosterId);
await requestAcceptance(terminal, rosterId);
await acceptRoster.run(terminal, rosterId);

const codeOf = async (attempt: Promise<unknown>) => (await refusalOf(attempt))?.code;
async function rowsOf({ rows }: TableStream) {
  const all: (readonly TableCell[])[] = [];
  for await (const page of rows) all.push(...page);
  return all;
}
/** The cells of a sheet by heading, row by row. */
async function sheetOf(batchId: string) {
  const sheet = await takeSheet(officer, batchId);
  const { header } = sheet;
  return (await rowsOf(sheet)).map((row) => Object.fromEntries(header.map((title, at) => [title, row[at]])));
}
let first = '';

describe('who is complete goes on a sheet', () => {
  test('and of everybody else it is said what is missing', async () => {
    const { ready, incomplete, incompleteTotal, lacking } = await getRegistration(officer);
    expect({ ready, incompleteTotal }).toEqual({ ready: 2, incompleteTotal: 1 });
    expect(lacking).toEqual([
      { field: 'address', people: 1 },
      { field: 'birth_place', people: 1 },
      { field: 'mother', people: 1 },
    ]);
    expect(incomplete).toMatchObject([
      {
        name: 'Petrus Mau',
        villageName: 'Naekasa',
        missing: ['birth_place', 'address', 'mother'],
      },
    ]);
    expect((await getRegistration(officer, { since: day('2026-11-02') })).ready).toBe(0);
    expect((await getRegistration(officer, { rosterId })).ready).toBe(2);
    expect((await getRegistration(officer, { area: naekasa + 1 })).ready).toBe(0);
  });

  test('in a work list to take along, without any number', async () => {
    const list = await workList(operator, { workPlace: 'none' });
    expect(list.people).toBe(1);
    expect(await rowsOf(list)).toEqual([
      [
        'Petrus Mau',
        'Naekasa',
        'belum lengkap',
        'Tempat Lahir, Alamat, Nama Ibu Kandung, Lokasi Bekerja',
        'Isi kolom yang kosong, lalu muat berkas ini di halaman Pendaftaran.',
        '',
        '',
        '',
        '',
        (await getRegistration(operator)).incomplete[0]?.personId,
      ],
    ]);
  });

  test('in the columns of F1 BPU, with the NIK in clear and no membership number', async () => {
    const made = await makeBatch(officer, { rosterId });
    first = made.batchId;
    expect(made.people).toBe(2);
    const [maria, yohanes] = await sheetOf(first);
    expect(yohanes).toMatchObject({
      No: 2,
      NIK: '5304041708909001',
      'Nama Lengkap': 'Yohanes Seran',
      'Tempat Lahir': 'Kupang',
      'Tanggal Lahir': '17-08-1990',
      'Jenis Kelamin': 'L',
      RT: '004',
      'Desa/Kelurahan': 'Naekasa',
      Kecamatan: 'Tasifeto Barat',
      'Kabupaten/Kota': 'Kabupaten Belu',
      'No HP': '081237000001',
      'Nama Ibu Kandung': 'Agnes Hoar',
      'Lokasi Bekerja': 'Kebun sendiri',
      'Jenis Pekerjaan 1': 'Petani',
      'Jenis Pekerjaan 2': '',
      Penghasilan: 1_200_000,
      Program: 'JKK, JKM',
      'Isian Bawaan': '',
    });
    // Whoever states no income has that of the agreement.
    expect(maria).toMatchObject({ No: 1, Penghasilan: 1_000_000 });
    expect(await streamResponse(await takeSheet(officer, first), 'csv').text()).not.toMatch(
      /kpj|jumlah baris/i,
    );
  });

  test('once: the next sheet has nobody until somebody is completed', async () => {
    expect(await codeOf(makeBatch(officer))).toBe('registration.nobodyReady');
    const petrus = (await getRegistration(operator)).incomplete[0]?.personId ?? '';
    await completeMember(operator, petrus, {
      birthPlace: 'Atambua',
      mother: 'Bete',
      address: 'Dusun I',
      workPlace: 'Laut',
    });
    const { batchId, people: sent } = await makeBatch(officer);
    expect(sent).toBe(1);
    expect(await sheetOf(batchId)).toMatchObject([{ 'Tempat Lahir': 'Atambua', 'Lokasi Bekerja': 'Laut' }]);
  });
});

describe('the answer of the branch', () => {
  const answer = bytes(
    'Baris;NIK;Hasil;Kode;Keterangan',
    '2;5304041708909001;DITOLAK;E02;Nama tidak sesuai Dukcapil 5304041708909001',
    '1;5304045108929002;DITERIMA;00;',
    '9;5304041708909099;DITERIMA;00;',
  );

  test('marks who was taken and who was rejected, with the remedy, and says what it left aside', async () => {
    expect(await answerBatch(officer, first, answer)).toEqual({
      accepted: 1,
      rejected: 1,
      unanswered: 0,
      changed: 2,
      leftAside: [{ row: 4, because: 'nobody' }],
    });
    const { rejections, batches } = await getRegistration(officer);
    expect(rejections).toMatchObject([
      { name: 'Yohanes Seran', reason: 'registration.nameDiffers', code: 'E02', corrected: false },
    ]);
    expect(rejections[0]?.words).toBe('Nama tidak sesuai Dukcapil [16 digits]');
    expect(batches.find(({ batchId }) => batchId === first)).toMatchObject({
      people: 2,
      accepted: 1,
      rejected: 1,
    });
  });

  test('changes nothing when it comes again', async () => {
    expect(await answerBatch(officer, first, answer)).toMatchObject({ changed: 0 });
  });

  test('lets a corrected member be sent again, once, and only then', async () => {
    expect((await getRegistration(officer)).ready).toBe(0);
    const ordinal = (await getRegistration(operator)).rejections[0]?.ordinal ?? 0;
    await correctRejection(operator, first, ordinal);
    const made = await Promise.allSettled([makeBatch(officer), makeBatch(officer)]);
    const [batchId = '', ...others] = made.flatMap((one) =>
      one.status === 'fulfilled' ? [one.value.batchId] : [],
    );
    expect(others).toEqual([]);
    expect(await sheetOf(batchId)).toMatchObject([{ NIK: '5304041708909001' }]);
    expect((await getRegistration(officer)).rejections).toEqual([]);
    expect(await codeOf(correctRejection(operator, batchId, 1))).toBe('registration.notRejected');
  });

  // biome-ignore format: aligned table of cases
  test.each<[string, string]>([
    ['no headings',  'halo;dunia\nini;bukan daftar'],
    ['a PDF',        '%PDF-1.7 something'],
  ])('%s is refused', async (_, text) => {
    expect(await codeOf(answerBatch(officer, first, bytes(text)))).toBe('registration.answerUnreadable');
  });
});

describe('clear numbers leave through one door', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['a village operator',       user('village_operator', naekasa),      'auth.forbidden'],
    ['a planner',                user('planner', belu),                  'auth.forbidden'],
    ['an officer of elsewhere',  user('registration_officer', 5_305_000_000), 'registration.batchNotFound'],
  ])('not for %s', async (_, who, code) => {
    expect(await codeOf(takeSheet(who, first))).toBe(code);
    expect(await codeOf(answerBatch(who, first, bytes('NIK;Hasil', '5304041708909001;OK')))).toBe(code);
  });

  test('which is written down each time, without a number', async () => {
    const entries = async () =>
      (
        await database.superuser.query<{ kept: string }>(
          `select row_to_json(a)::text as kept from payung.audit_entry a where action like 'registration.%'`,
        )
      ).rows.map(({ kept }) => kept);
    const before = (await entries()).length;
    await takeSheet(officer, first);
    const after = await entries();
    expect(after.length).toBe(before + 1);
    // Ids and digests are random, and may hold sixteen digits in a row.
    const told = after.map((kept) =>
      kept.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|x[0-9a-f]{64}/g, ''),
    );
    expect(told.filter((kept) => /\d{16}|Seran/.test(kept.replaceAll('-', '')))).toEqual([]);
  });

  test('and nobody elsewhere learns who waits or was rejected', async () => {
    expect(await getRegistration(user('village_operator', naekasa + 1))).toMatchObject({
      ready: 0,
      incompleteTotal: 0,
      rejections: [],
      batches: [],
    });
  });
});
