import { day } from '@payung/kernel';
import { beforeEach, describe, expect, test } from 'vitest';
import { createPartner } from '#partners';
import { getPerson, mergePeople, recordDeath, searchPeople } from '#people';
import { completeMember } from '#registration';
import { decideRow } from './service/decide.ts';
import { keptDays, purgeRosters } from './service/purge.ts';
import { getRoster, listRosterRows } from './service/read.ts';
import { requestUndo, undoRoster } from './service/undo.ts';
import { alor, belu, beluLists, fatuketi } from './testing/belu-lists.ts';

const lists = await beluLists();
const { terminal } = lists;
const officer = lists.user('registration_officer', belu);

const plain = {
  NIK: '',
  Nama: '',
  'Tanggal Lahir': '',
  'L/P': 'L',
  Desa: 'Fatuketi',
  Kecamatan: 'Kakuluk Mesak',
};
const rich = {
  'Tempat Lahir': 'Atambua',
  'Nama Ibu': 'Maria Hoar',
  'No HP': '081234567890',
  Alamat: 'Jl. Merdeka 5',
  RT: '003',
  RW: '002',
  Pekerjaan: 'Petani',
  'Status Perkawinan': 'Kawin',
  'No KK': '5304051708909777',
};

/** One row as CSV, with its headings. */
function listOf(row: Readonly<Record<string, string>>): Uint8Array {
  return new TextEncoder().encode([Object.keys(row).join(';'), Object.values(row).join(';')].join('\n'));
}

let sequence = 0;
let agreementId = '';
let person: typeof plain;
beforeEach(async () => {
  sequence += 1;
  agreementId = await lists.sign(`PKS-L${sequence}`);
  const [one] = lists.people(1);
  person = { ...plain, NIK: one?.nik ?? '', Nama: one?.name ?? '', 'Tanggal Lahir': one?.birth ?? '' };
});

async function enrol(row: Readonly<Record<string, string>>): Promise<string> {
  const rosterId = await lists.send(agreementId, listOf(row));
  await lists.accept(rosterId);
  return rosterId;
}

const idOf = async ({ NIK } = person) => (await searchPeople(terminal, NIK)).people[0]?.personId ?? '';

/** What is recorded of somebody beside their number. */
async function recorded(personId?: string) {
  const id = personId ?? (await idOf());
  const [row] = await lists.look<{ sealed: Buffer }>('select sealed from person where person_id = $1', id);
  const { nik: _, ...envelope } = terminal.platform.sealer.open(id, row?.sealed ?? Buffer.alloc(0));
  const { residences, work } = await getPerson(terminal, id);
  return {
    ...envelope,
    homes: residences.map(({ rt, rw }) => `${rt ?? '–'}/${rw ?? '–'}`),
    work: work.map(({ occupationText }) => occupationText),
  };
}

const nothing = { homes: ['–/–'], work: [''] };
const everything = {
  birthPlace: 'Atambua',
  mother: 'Maria Hoar',
  phone: '081234567890',
  address: 'Jl. Merdeka 5',
  marital: 'Kawin',
  kk: '5304051708909777',
  homes: ['003/002'],
  work: ['Petani'],
};

async function undo(rosterId: string): Promise<void> {
  await requestUndo(terminal, rosterId, 'daftar yang salah');
  await undoRoster.run(terminal, rosterId);
}

const audited = async (action: string, rosterId: string) =>
  (
    await lists.look<{ facts: object }>(
      'select facts from audit_entry where action = $1 and subject_id = $2',
      action,
      rosterId,
    )
  )[0]?.facts;

describe('a list that is sent again, richer', () => {
  test('fills in what is still empty of members, says so, and fills in nothing a second time', async () => {
    await enrol(person);
    expect(await recorded()).toEqual(nothing);
    const again = await lists.send(agreementId, listOf({ ...person, ...rich }));
    expect(await lists.verdicts(again)).toEqual(['known updated.filled']);
    expect((await getRoster(terminal, again)).roster).toMatchObject({ enrolled: 0, listed: 1 });
    expect(await recorded()).toEqual(nothing);
    await lists.accept(again);
    expect(await recorded()).toEqual(everything);
    expect(await audited('rosters.accepted', again)).toMatchObject({
      filled: 1,
      filledClear: 1,
      memberships: 0,
    });
    expect(JSON.stringify(await audited('rosters.accepted', again))).not.toContain('Hoar');
    const third = await lists.send(agreementId, listOf({ ...person, ...rich, Alamat: 'Jl. Sudirman 1' }));
    expect(await lists.verdicts(third)).toEqual(['known known.member']);
    await expect(lists.accept(third)).rejects.toMatchObject({ code: 'rosters.nothingToEnrol' });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // what the second list brings                                  what is recorded then
    ['a birth place',            { 'Tempat Lahir': 'Atambua' },      { birthPlace: 'Atambua', ...nothing }],
    ['a mother',                 { 'Nama Ibu': 'Maria Hoar' },       { mother: 'Maria Hoar', ...nothing }],
    ['a telephone',              { 'No HP': '081234567890' },        { phone: '081234567890', ...nothing }],
    ['an RT alone',              { RT: '003' },                      { homes: ['003/–'], work: [''] }],
    ['an occupation alone',      { Pekerjaan: 'Nelayan' },           { homes: ['–/–'], work: ['Nelayan'] }],
    ['a place of another village', { Desa: 'Kabuna', Alamat: 'Jl. Merdeka 5', RT: '003', 'Nama Ibu': 'Maria Hoar' }, { mother: 'Maria Hoar', ...nothing }],
  ] as const)('fills in %s', async (_, more, then) => {
    await enrol(person);
    await enrol({ ...person, ...more });
    expect(await recorded()).toEqual(then);
  });

  test('never touches what is recorded, also when it was recorded between check and acceptance', async () => {
    await enrol({ ...person, 'Nama Ibu': 'Ana Bria', RT: '009', Pekerjaan: 'Nelayan' });
    const again = await lists.send(agreementId, listOf({ ...person, ...rich }));
    await completeMember(officer, await idOf(), { birthPlace: 'Kupang' });
    await lists.accept(again);
    expect(await recorded()).toEqual({
      ...everything,
      birthPlace: 'Kupang',
      mother: 'Ana Bria',
      homes: ['009/002'],
      work: ['Nelayan'],
    });
  });

  test('brings what enrols somebody again, and warns of it', async () => {
    await enrol(person);
    await lists.look(
      `update membership set during = '[2026-01-01,2026-02-01)' where person_id = $1`,
      await idOf(),
    );
    const again = await lists.send(agreementId, listOf({ ...person, ...rich }));
    expect(await lists.verdicts(again)).toEqual(['known known.reactivated']);
    const { rows } = await listRosterRows(terminal, again, { reason: 'known.reactivated' });
    expect(rows[0]?.warnings.map(({ code }) => code)).toEqual(['updated.filled']);
    await lists.accept(again);
    expect(await recorded()).toEqual(everything);
  });

  test('and that records only, fills in too', async () => {
    const of = await createPartner(terminal, { kind: 'village', name: `Desa ${sequence}`, area: fatuketi });
    const record = (row: Readonly<Record<string, string>>) =>
      lists.record({ ...of, area: fatuketi }, listOf(row));
    await lists.accept(await record(person));
    const again = await record({ ...person, ...rich });
    expect(await lists.verdicts(again)).toEqual(['known known.notNewer']);
    await lists.accept(again);
    expect(await recorded()).toEqual(everything);
  });

  test('fills in nothing of somebody who lives where its sender answers for nobody', async () => {
    await enrol(person);
    const inAlor = { ...person, ...rich, Desa: 'Kalabahi Kota', Kecamatan: 'Teluk Mutiara' };
    const alorOfficer = lists.user('registration_officer', alor);
    const agreement = await lists.sign(`PKS-LA${sequence}`, alor);
    const rosterId = await lists.send(agreement, listOf(inAlor), {}, alorOfficer);
    const { rows } = await listRosterRows(terminal, rosterId, { verdict: 'known' });
    expect(rows).toMatchObject([{ reason: 'known.elsewhere', warnings: [] }]);
    await expect(lists.accept(rosterId, alorOfficer)).rejects.toMatchObject({
      code: 'rosters.nothingToEnrol',
    });
    expect(await recorded()).toEqual(nothing);
  });

  test('fills in nothing of somebody who died since it was checked', async () => {
    await enrol(person);
    const again = await lists.send(agreementId, listOf({ ...person, ...rich }));
    const personId = await idOf();
    const of = {
      personId,
      diedOn: day('2026-11-03'),
      evidence: 'village_letter',
      reference: '474.3/1/2026',
    } as const;
    await recordDeath(officer, { ...of, note: null });
    await lists.accept(again);
    expect(await audited('rosters.checkedAgain', again)).toBeDefined();
    expect(await recorded(personId)).toMatchObject(nothing);
  });

  test('fills in nothing of somebody whose NIK another claims since it was checked', async () => {
    await enrol(person);
    const personId = await idOf();
    const again = await lists.send(agreementId, listOf({ ...person, ...rich }));
    const other = { ...person, Nama: 'Theodora Lopez', 'Tanggal Lahir': '03-02-1971', 'L/P': 'P' };
    const claim = await lists.send(await lists.sign(`PKS-LC${sequence}`), listOf(other));
    await decideRow(terminal, claim, 2, { choice: 'new', why: 'KTP keduanya dilihat' });
    await lists.accept(claim);
    await lists.accept(again);
    expect(await audited('rosters.checkedAgain', again)).toBeDefined();
    expect(await recorded(personId)).toEqual(nothing);
  });

  test.each([
    ['was merged', 'personId'],
    ['speaks for another', 'into'],
  ] as const)('fills in nothing of somebody who %s since it was checked', async (_, role) => {
    await enrol(person);
    const [twin] = lists.people(1);
    const second = { ...person, NIK: twin?.nik ?? '', Nama: twin?.name ?? '' };
    await enrol(second);
    const [mine, other] = [await idOf(), await idOf(second)];
    const again = await lists.send(agreementId, listOf({ ...person, ...rich }));
    const merge = role === 'into' ? { personId: other, into: mine } : { personId: mine, into: other };
    await mergePeople(terminal, { ...merge, reason: 'kartu keluarga yang sama' });
    await lists.accept(again);
    expect(await recorded(mine)).toEqual(nothing);
    expect(await recorded(other)).toEqual(nothing);
  });

  test('seals anew what tells in clear to lack what it holds, and says so no more', async () => {
    await enrol(person);
    const personId = await idOf();
    const { NIK: nik } = person;
    // As it was sealed when the byte in clear did not tell of phones yet.
    const untold = Object.assign({ nik }, { toJSON: () => ({ nik, phone: '+6281200000001' }) });
    const sealed = terminal.platform.sealer.seal(personId, untold);
    await lists.look('update person set sealed = $2 where person_id = $1', personId, sealed);
    const again = await enrol({ ...person, 'No HP': '081234567890' });
    expect(await audited('rosters.accepted', again)).toMatchObject({ filled: 0 });
    expect(await recorded()).toEqual({ ...nothing, phone: '+6281200000001' });
    expect((await getPerson(terminal, personId)).fillings).toEqual([]);
    const third = await lists.send(agreementId, listOf({ ...person, 'No HP': '081234567899' }));
    expect(await lists.verdicts(third)).toEqual(['known known.member']);
  });

  test('fills in somebody whom a human found to be the same', async () => {
    await enrol({ ...person, 'Nama Ibu': 'Ana Bria' });
    const personId = await idOf();
    const other = { ...person, NIK: person.NIK.replace(/\d{3}$/, '777') };
    const again = await lists.send(agreementId, listOf({ ...other, ...rich, 'Nama Ibu': 'Ana Bria' }));
    expect((await lists.verdicts(again))[0]).toMatch(/^doubtful/);
    await decideRow(officer, again, 2, { choice: 'same', candidate: 1 });
    expect(await lists.verdicts(again)).toEqual(['known updated.filled']);
    await lists.accept(again);
    expect(await recorded(personId)).toEqual({ ...everything, mother: 'Ana Bria' });
    expect((await searchPeople(terminal, other.NIK)).people).toEqual([]);
  });
});

describe('undoing such a list', () => {
  test('takes back what it filled in, and nothing else', async () => {
    await enrol({ ...person, 'Nama Ibu': 'Maria Hoar', RW: '002' });
    const before = await recorded();
    const again = await enrol({ ...person, ...rich });
    expect(await recorded()).toEqual(everything);
    await undo(again);
    expect(await recorded()).toEqual(before);
    expect(await audited('rosters.undone', again)).toMatchObject({ emptied: 1, withdrawn: 0 });
  });

  test('leaves what says the same and was not filled in', async () => {
    await enrol(person);
    const personId = await idOf();
    await lists.look(
      `insert into residence (person_id, area, rt, rw, during, source) values ($1, $2, '003', '002', '[2026-01-01,2026-03-01)', 'uji')`,
      personId,
      fatuketi,
    );
    await lists.look(
      `insert into work (person_id, work_id, occupation, occupation_text, area, during, source)
       select person_id, $2, 'farmer', 'Petani', area, '[2026-01-01,2026-03-01)', 'uji' from work where person_id = $1`,
      personId,
      crypto.randomUUID(),
    );
    const before = await recorded();
    const again = await enrol({ ...person, ...rich });
    expect(await recorded()).not.toEqual(before);
    await lists.look(
      `update work set occupation = (select occupation from work where person_id = $1 and upper_inf(during)) where person_id = $1`,
      personId,
    );
    await undo(again);
    expect(await recorded()).toEqual(before);
  });

  test('and its trace, which outlasts the rows: which list filled in what, never what it says', async () => {
    await enrol(person);
    const personId = await idOf();
    const first = await enrol({ ...person, 'Nama Ibu': 'Maria Hoar', RT: '003' });
    const second = await enrol({ ...person, ...rich });
    await undo(second);
    await lists.look('delete from intake.prepared_row where roster_id = $1', first);
    const { fillings } = await getPerson(officer, personId);
    expect(fillings).toEqual([
      {
        rosterId: second,
        fields: expect.arrayContaining(['phone', 'rw']),
        at: expect.anything(),
        undoneAt: expect.anything(),
      },
      { rosterId: first, fields: ['mother', 'rt'], at: expect.anything(), undoneAt: null },
    ]);
  });

  test('leaves what was changed since, and what another list filled in', async () => {
    await enrol(person);
    const first = await enrol({ ...person, 'Tempat Lahir': 'Atambua', 'Nama Ibu': 'Maria Hoar' });
    await enrol({ ...person, Alamat: 'Jl. Merdeka 5' });
    await completeMember(officer, await idOf(), { mother: 'Maria Hoar Seran' });
    await undo(first);
    expect(await recorded()).toEqual({ ...nothing, mother: 'Maria Hoar Seran', address: 'Jl. Merdeka 5' });
  });

  test('leaves everything once its rows are purged', async () => {
    await enrol(person);
    const again = await enrol({ ...person, ...rich });
    await lists.look(
      `update payung.roster set accepted_at = $2::timestamptz - $3 * interval '1 day' where roster_id = $1`,
      again,
      terminal.platform.clock.now().toISOString(),
      keptDays + 1,
    );
    expect(await purgeRosters(terminal)).toBe(1);
    await undo(again);
    expect(await recorded()).toEqual(everything);
  });
});
