import { day, rupiah } from '@payung/kernel';
import { describe, expect, test } from 'vitest';
import { loadAreas } from '#areas';
import { createAgreement, createFund, createPartner } from '#partners';
import { acceptRoster, checkRoster, requestAcceptance, sendRoster } from '#rosters';
import { testPlatform } from '#testing';
import { refusalOf } from '../../testing/billing-world.ts';
import { appoint, stateSeats, takeHolders, villageSeats } from './index.ts';
import { readLabel, readOffice } from './read/office-words.ts';
import { readDay, readTermEnd } from './read/read-day.ts';

describe('an office is read', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['Kepala Desa',               'kepala_desa',      null],
    ['KADES',                     'kepala_desa',      null],
    ['Pj. Kepala Desa',           'kepala_desa',      null],
    ['Sekdes',                    'sekretaris_desa',  null],
    ['KAUR KEUANGAN',             'kaur',             'KEUANGAN'],
    ['Kepala Urusan Perencanaan', 'kaur',             'Perencanaan'],
    ['Kasi Pemerintahan',         'kasi',             'Pemerintahan'],
    ['Kepala Dusun Haliwen',      'kepala_dusun',     'Haliwen'],
    ['Kadus II',                  'kepala_dusun',     'II'],
    ['Ketua BPD',                 'bpd_chair',        null],
    ['Wakil Ketua BPD',           'bpd_vice_chair',   null],
    ['Sekretaris BPD',            'bpd_secretary',    null],
    ['Anggota BPD',               'bpd_member',       null],
    ['Ketua RT 003/RW 001',       'rw_head',          'RT 003/RW 001'],
    ['Ketua RT 003',              'rt_head',          'RT 003'],
    ['Ketua LPMD',                'lpm_chair',        null],
    ['Ketua TP. PKK',             'pkk_chair',        null],
    ['Bendahara PKK',             'pkk_member',       null],
    ['Petani',                    undefined,          undefined],
    ['',                          undefined,          undefined],
  ])('%s', (text, office, label) => {
    expect(readOffice(text)).toBe(office);
    if (office !== undefined) expect(readLabel(text, office)).toBe(label);
  });
});

describe('a day and the end of a term are read', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['2021-06-30',                        '2021-06-30', '2021-06-30'],
    ['30/6/2021',                         '2021-06-30', '2021-06-30'],
    ['30 Juni 2021',                      '2021-06-30', '2021-06-30'],
    ['1 Agustus 2021',                    '2021-08-01', '2021-08-01'],
    [new Date('2021-06-30T00:00:00Z'),    '2021-06-30', '2021-06-30'],
    ['2021 - 2027',                       undefined,    '2027-12-31'],
    ['2021–2027',                         undefined,    '2027-12-31'],
    ['30-06-2021 s.d. 29-06-2027',        undefined,    '2027-06-29'],
    ['s/d 2027',                          undefined,    '2027-12-31'],
    ['seumur hidup',                      undefined,    undefined],
    ['31-02-2021',                        undefined,    undefined],
    [null,                                undefined,    undefined],
  ])('%s', (cell, asDay, asEnd) => {
    expect(readDay(cell)).toBe(asDay);
    expect(readTermEnd(cell)).toBe(asEnd);
  });
});

const { terminal, user } = await testPlatform();
await loadAreas(terminal);
const belu = 5_304_000_000;
const fatuketi = 5_304_052_001;

/** An accepted roster of a body's list, and the id it has. */
async function accepted(lines: readonly string[], accept = true): Promise<string> {
  const partner = await createPartner(terminal, {
    kind: 'village',
    name: `Desa ${lines.length} ${accept} ${Math.abs(lines.join().length)}`,
    area: fatuketi,
  });
  const { partnerId } = partner;
  const fund = await createFund(terminal, {
    kind: 'add',
    name: 'ADD',
    partnerId,
    area: fatuketi,
    year: 2026,
  });
  const agreementId = await createAgreement(terminal, {
    partnerId,
    area: fatuketi,
    kind: 'PKS',
    number: partner.name,
    title: 'Perangkat desa',
    segment: 'BPU',
    group: 'village_official',
    sector: 'other',
    programmes: ['JKK', 'JKM'],
    income: rupiah(1_000_000),
    fundId: fund.fundId,
    from: day('2026-01-01'),
    until: null,
  });
  const heading = 'NIK;Nama;Tanggal Lahir;Desa;Kecamatan;Jabatan;No. SK;Tgl SK;Masa Jabatan';
  const { rosterId } = await sendRoster(terminal, {
    agreementId,
    fileName: 'perangkat.csv',
    content: new TextEncoder().encode([heading, ...lines].join('\n')),
    startsOn: day('2026-11-01'),
    policy: 'good_rows',
  });
  await checkRoster.run(terminal, rosterId);
  if (accept) {
    await requestAcceptance(terminal, rosterId);
    await acceptRoster.run(terminal, rosterId);
  }
  return rosterId;
}

// biome-ignore format: aligned rows
const lines = [
  '5304051708909001;Yohanes Seran Bria;17-08-1990;Fatuketi;Kakuluk Mesak;Kepala Desa;SK 5/2021;30-06-2021;2021 - 2027',
  '5304055708889002;Maria Goreti Hoar;17-08-1988;Fatuketi;Kakuluk Mesak;Kaur Keuangan;SK 6/2021;;',
  '5304050506859003;Petrus Bau Mali;05-06-1985;Fatuketi;Kakuluk Mesak;Kaur Umum;;;',
  '5304050203809004;Blasius Nahak Klau;02-03-1980;Fatuketi;Kakuluk Mesak;Petani;;;',
  '530405020380900;Agustinus Bere;02-03-1980;Fatuketi;Kakuluk Mesak;Kasi Pemerintahan;;;',
];

test('the list of a body becomes holders, whom the check of the roster has recognised; the rest is told', async () => {
  await stateSeats(terminal, {
    village: fatuketi,
    office: 'kaur',
    seats: 1,
    since: day('2020-01-01'),
    source: 'Perdes 3/2020',
  });
  const rosterId = await accepted(lines);
  const taken = await takeHolders(terminal, rosterId);
  expect(taken.seated).toBe(2);
  expect(taken.left.map(({ row, outcome }) => [row, outcome])).toEqual([
    [4, 'noVacantSeat'],
    [5, 'officeUnknown'],
    [6, 'nobody'],
  ]);
  const { offices } = await villageSeats(terminal, { area: fatuketi });
  const holders = offices.flatMap((office) => office.holders);
  expect(holders).toMatchObject([
    {
      name: 'Yohanes Seran Bria',
      office: 'kepala_desa',
      decreeNumber: 'SK 5/2021',
      decreeDay: '2021-06-30',
      from: '2026-11-01',
      termUntil: '2028-01-01',
    },
    { name: 'Maria Goreti Hoar', office: 'kaur', label: 'Keuangan', termUntil: null },
  ]);
  // A second time nobody is seated anew.
  const again = await takeHolders(terminal, rosterId);
  expect(again.seated).toBe(0);
  expect(again.left.map(({ outcome }) => outcome)).toEqual([
    'heldAlready',
    'heldAlready',
    'noVacantSeat',
    'officeUnknown',
    'nobody',
  ]);
  const [head] = holders;
  if (head === undefined) throw new Error('somebody was seated');
  expect(
    (
      await refusalOf(
        appoint(terminal, fatuketi, 'kepala_desa', {
          personId: head.personId,
          label: null,
          decreeNumber: null,
          decreeDay: null,
          from: day('2026-11-01'),
          termTo: null,
        }),
      )
    )?.code,
  ).toBe('offices.heldAlready');
});

test('a roster that nobody has accepted, or of elsewhere, gives no holders', async () => {
  const rosterId = await accepted(lines.slice(3), false);
  expect((await refusalOf(takeHolders(terminal, rosterId)))?.code).toBe('offices.rosterNotAccepted');
  const stranger = user('registration_officer', 5_305_000_000);
  expect((await refusalOf(takeHolders(stranger, rosterId)))?.code).toBe('rosters.notFound');
  expect((await refusalOf(takeHolders(user('planner', belu), rosterId)))?.code).toBe('auth.forbidden');
});
