import { createHmac } from 'node:crypto';
import { day, month } from '@payung/kernel';
import { beforeAll, describe, expect, test } from 'vitest';
import { coverageOf } from '#coverage';
import { type Context, jobActor } from '#platform/context';
import { bruteForce, countedCells } from '../coverage/testing/brute-force.ts';
import { TestRegister } from '../coverage/testing/register.ts';
import { listMemberFiles, listMemberRows } from './index.ts';
import {
  belu,
  exchangeWorld,
  headings,
  importNow,
  kpj,
  kupang,
  line,
  member,
  people,
  salt,
  text,
} from './testing/exchange-world.ts';

const world = await exchangeWorld();
const { terminal, user, database, enrol, atambua, pay, look } = world;
const register = new TestRegister(database);
const november = month('2026-11');

async function reasons(fileId: string): Promise<string[]> {
  const { rows } = await listMemberRows(terminal, fileId, {});
  return rows
    .filter(({ verdict }) => verdict !== 'ignored')
    .map(({ verdict, reason }) => `${verdict} ${reason}`);
}

/** People covered in Belu in a month, and how many of them on the word of BPJS alone. */
async function counted(at = '2026-11') {
  const { totals } = await coverageOf(terminal, { area: belu, month: month(at), by: 'area' });
  return { people: totals.people, stated: totals.stated };
}

/** The count, kept by differences, equals one that is made anew from the tables. */
async function expectCounted(): Promise<void> {
  const months = [9, 10, 11, 12].map((one) => 2026 * 12 + one);
  expect(await countedCells(register)).toEqual((await bruteForce(register, months)).cells);
}

beforeAll(async () => {
  const { verdicts } = await enrol([line('yohanes'), line('maria')]);
  expect(verdicts.map(({ reason }) => reason)).toEqual(['new.ready', 'new.ready']);
});

describe('a branch states who is active', () => {
  test('each row has its verdict, and whoever it surely means is covered', async () => {
    const imported = await atambua([
      member(people.yohanes),
      member(people.maria, { until: '2026-10' }),
      member(['5304050202929091', 'Yohanes Seran Bria', '17-08-1990']),
      member(['5304051212799092', 'Agustinus Bere', '12-12-1979']),
      member(['123', 'Tanpa Nomor', '']),
    ]);
    expect(await reasons(imported.fileId)).toEqual([
      'matched matched.covered',
      'matched matched.lapsed',
      'doubtful doubtful.numberDiffers',
      'unknown unknown.notHere',
      'refused nik.length',
    ]);
    expect(imported).toMatchObject({
      people: 1,
      counts: { rowsIn: 6, matched: 2, doubtful: 1, unknown: 1, refused: 1, ignored: 1 },
      dropped: ['No KPJ'],
      repeated: false,
    });
    expect(await counted()).toEqual({ people: 1, stated: 1 });
    await expectCounted();
  });

  test('the cover belongs to the membership agreed here, and nothing is booked', async () => {
    const cover = await look(
      `select c.evidence, c.branch_id, c.bill_id, m.agreement_id is not null as agreed from cover c
       join membership m using (person_id, membership_id) where c.closed_at is null`,
    );
    expect(cover).toEqual([{ evidence: 'bpjs_file', branch_id: 'atambua', bill_id: null, agreed: true }]);
    expect(await look('select from journal')).toEqual([]);
  });

  test('a membership number is kept nowhere', async () => {
    const kept = await look<{ kept: string }>(
      `select row_to_json(r)::text as kept from member_row r union all select row_to_json(f)::text from member_file f
       union all select row_to_json(a)::text from audit_entry a`,
    );
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.filter((one) => one.kept.includes(kpj))).toEqual([]);
    expect(kept.filter((one) => one.kept.includes(people.yohanes[0]))).toEqual([]);
  });

  test('eleven digits under an unknown heading are a membership number too', async () => {
    const { dropped } = await importNow(terminal, {
      branchId: 'atambua',
      month: month('2026-10'),
      fileName: 'x.csv',
      content: text(['NIK;Nama;Tanggal Lahir;Kode Rahasia;Segmen', `${people.yohanes.join(';')};${kpj};BPU`]),
    });
    expect(dropped).toEqual(['Kode Rahasia']);
  });

  test('the same file again changes nothing; the next one takes its place', async () => {
    const lines = [member(people.yohanes), member(people.maria)];
    const first = await atambua(lines);
    expect(await counted()).toEqual({ people: 2, stated: 2 });
    const before = await look('select cover_id from cover');
    expect(await atambua(lines)).toMatchObject({ fileId: first.fileId, repeated: true, people: 2 });
    expect(await look('select cover_id from cover')).toHaveLength(before.length);

    await atambua([member(people.maria)]);
    expect(await counted()).toEqual({ people: 1, stated: 1 });
    expect(await counted('2026-10')).toEqual({ people: 1, stated: 1 });
    const { files } = await listMemberFiles(terminal);
    expect(files.filter((file) => file.month === november && file.replacedAt === null)).toHaveLength(1);
    await expectCounted();
  });

  test('what was paid here is told apart from what BPJS alone states', async () => {
    await pay(people.maria[1], month('2026-09'));
    expect(await counted('2026-09')).toEqual({ people: 1, stated: 0 });
    await atambua(
      [member(people.maria), member(people.yohanes)].map((one) => one.replace('2026-11', '2026-09')),
      {
        month: '2026-09',
      },
    );
    expect(await counted('2026-09')).toEqual({ people: 2, stated: 1 });
    await atambua([member(['5304051212799092', 'Agustinus Bere', '12-12-1979'])], { month: '2026-09' });
    expect(await counted('2026-09')).toEqual({ people: 1, stated: 0 });
    await expectCounted();
  });
});

describe('somebody who is no member here', () => {
  test('is covered by a membership that only the file states, and no fund pays for them again', async () => {
    await enrol([line('petrus')]);
    const company = { segment: 'PU' };
    await atambua([member(people.petrus, company), member(people.maria)], { month: '2026-10' });
    await atambua([member(people.petrus, company), member(people.maria)]);
    const stated = () =>
      look(
        `select segment, grp, kind, during::text from membership m join fund f using (fund_id)
         where m.agreement_id is null and not isempty(during) order by during`,
      );
    const membership = { segment: 'PU', grp: 'other', kind: 'bpjs' };
    expect(await stated()).toEqual([
      { ...membership, during: '[2026-10-01,2026-11-01)' },
      { ...membership, during: '[2026-11-01,)' },
    ]);
    const { verdicts } = await enrol([line('petrus')], { kind: 'csr', startsOn: '2026-11-01' });
    expect(verdicts).toEqual([
      { reason: 'known.otherFund', facts: { fund: 'bpjs', regency: 'Kabupaten Belu' } },
    ]);
    await expectCounted();

    // The next file leaves them out: the membership ends with its month, or before it began.
    await atambua([member(people.maria)]);
    expect(await stated()).toMatchObject([{ during: '[2026-10-01,2026-11-01)' }]);
    await atambua(
      [member(people.maria)].map((one) => one.replace('2026-11', '2026-10')),
      { month: '2026-10' },
    );
    expect(await stated()).toEqual([]);
    await expectCounted();
  });
});

describe('a file whose NIKs are hashed', () => {
  const hashed = (who: readonly string[], key = salt) =>
    member(who, {
      nik: createHmac('sha256', key)
        .update(who[0] ?? '')
        .digest('hex')
        .toUpperCase(),
    });
  const everybody = [people.yohanes, people.maria, people.petrus];

  test('is matched under the agreed salt', async () => {
    const { fileId, people: covered } = await atambua(
      [
        ...everybody.map((who) => hashed(who)),
        hashed(['5304050202929091', 'Yohanes Seran Bria', '17-08-1990']),
      ],
      { salt },
    );
    expect(covered).toBe(3);
    expect(await reasons(fileId)).toEqual([
      ...everybody.map(() => 'matched matched.covered'),
      'doubtful doubtful.numberDiffers',
    ]);
    const kept = await look<{ kept: string }>(
      'select row_to_json(a)::text as kept from audit_entry a union all select row_to_json(r)::text from member_row r',
    );
    expect(kept.filter((one) => one.kept.includes(salt))).toEqual([]);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['without a salt',        undefined,                  'members.saltMissing'],
    ['with a short one',      'pendek',                   'members.saltShort'],
    ['with another one',      'sama sekali kunci yang lain', 'members.saltUnfit'],
  ] as const)('%s is refused, and what stood stays', async (_, given, code) => {
    const before = await counted();
    await expect(
      atambua(everybody.map((who) => hashed(who)), given === undefined ? {} : { salt: given }),
    ).rejects.toMatchObject({ code });
    expect(await counted()).toEqual(before);
  });
});

describe('who may do and learn what', () => {
  const officerOf = (areas: readonly number[]): Context => {
    const grants = areas.map((area) => ({
      role: 'registration_officer' as const,
      area,
      partnerId: null,
      from: day('2020-01-01'),
      until: null,
    }));
    return { ...terminal, actor: jobActor(crypto.randomUUID(), 'petugas', grants) };
  };
  const wholeBranch = [5_303_000_000, belu, 5_321_000_000];

  // biome-ignore format: aligned table of cases
  test.each([
    ['an officer of one kabupaten of three', () => officerOf([belu]),                 'areas.outsideScope'],
    ['a planner of the province',            () => user('planner', 5_300_000_000),    'auth.forbidden'],
    ['a village operator',                   () => user('village_operator', belu),    'auth.forbidden'],
  ] as const)('%s cannot import', async (_, who, code) => {
    await expect(atambua([member(people.maria)], {}, who())).rejects.toMatchObject({ code });
  });

  test('of somebody beyond their areas an officer learns the kabupaten, and nothing is written', async () => {
    await enrol([line('blasius', 'Oesapa', 'Kelapa Lima')], { area: kupang });
    const officer = officerOf(wholeBranch);
    const { fileId, people: covered } = await atambua(
      [member(people.blasius)],
      { month: '2026-08' },
      officer,
    );
    expect(covered).toBe(0);
    const { rows } = await listMemberRows(officer, fileId, { verdict: 'matched' });
    expect(rows).toMatchObject([{ reason: 'matched.elsewhere', facts: { regency: 'Kota Kupang' } }]);
    const [blasius] = await look<{ person_id: string }>(
      'select person_id from person where name = $1',
      people.blasius[1],
    );
    expect(JSON.stringify(rows)).not.toContain(blasius?.person_id);
    expect(await look('select from cover where person_id = $1', blasius?.person_id)).toEqual([]);
  });

  test('a file that covered more than the caller sees is not replaced by a part', async () => {
    const lines = [member(people.blasius)].map((one) => one.replace('2026-11', '2026-07'));
    expect((await atambua(lines, { month: '2026-07' })).people).toBe(1);
    await expect(
      atambua([member(people.maria)], { month: '2026-07' }, officerOf(wholeBranch)),
    ).rejects.toMatchObject({ code: 'auth.forbidden' });
  });

  test('who sees a part of the branch learns that there is a file, and no row of it', async () => {
    const operator = user('village_operator', 5_304_052_001);
    const { files } = await listMemberFiles(operator);
    expect(files.length).toBeGreaterThan(0);
    for (const { fileId } of files) expect((await listMemberRows(operator, fileId, {})).rows).toEqual([]);
    expect((await listMemberFiles(user('village_operator', 5_371_061_006))).files).toEqual([]);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['an unknown branch',    { branchId: 'bulan' },            'branches.notFound'],
    ['a month to come',      { month: month('2026-12') },      'members.monthNotBegun'],
    ['an empty file',        { content: new Uint8Array() },    'file.empty'],
    ['no headings',          { content: text(['halo;dunia', 'ini;bukan daftar']) }, 'file.noHeader'],
  ] as const)('%s is refused', async (_, more, code) => {
    const input = { branchId: 'atambua', month: november, fileName: 'x.csv', content: text([headings, member(people.maria)]) };
    await expect(importNow(terminal, { ...input, ...more })).rejects.toMatchObject({ code });
  });
});
