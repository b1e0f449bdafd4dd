import { createHmac } from 'node:crypto';
import { day, type Month, month } from '@payung/kernel';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { coverageOf } from '#coverage';
import { type Context, jobActor } from '#platform/context';
import { bruteForce, countedCells } from '../coverage/testing/brute-force.ts';
import { TestRegister } from '../coverage/testing/register.ts';
import { decideMember, listMemberReview, reopenMember } from './index.ts';
import {
  belu,
  exchangeWorld,
  fatuketi,
  kupang,
  line,
  member,
  people,
  salt,
} from './testing/exchange-world.ts';

const world = await exchangeWorld();
const { terminal, user, database, enrol, atambua, look } = world;
const register = new TestRegister(database);
const officer: Context = {
  ...terminal,
  actor: jobActor(
    crypto.randomUUID(),
    'petugas',
    [5_303_000_000, belu, 5_321_000_000].map((area) => ({
      role: 'registration_officer' as const,
      area,
      partnerId: null,
      from: day('2020-01-01'),
      until: null,
    })),
  ),
};

/** Somebody of the base under a number that is not theirs. */
const misread = (who: keyof typeof people, nik: string) => [nik, people[who][1], people[who][2]];
const inDoubt = misread('yohanes', '5304050202929091');
const both = [member(inDoubt), member(people.maria)];
const at = (lines: readonly string[], when: string) => lines.map((one) => one.replace('2026-11', when));

async function counted(when = '2026-11') {
  const { totals } = await coverageOf(terminal, { area: belu, month: month(when), by: 'area' });
  return totals.stated;
}

/** The count, kept by differences, equals one that is made anew from the tables. */
async function expectCounted(): Promise<void> {
  const months = Array.from({ length: 14 }, (_, at) => 2025 * 12 + 11 + at);
  expect(await countedCells(register)).toEqual((await bruteForce(register, months)).cells);
}

async function review(fileId: string, ctx = officer) {
  const { rows, ...rest } = await listMemberReview(ctx, fileId, {});
  const [row] = rows;
  if (row === undefined) throw new Error('no row in doubt');
  return { ...rest, row };
}

const programmesOf = (name: string, when: Month) =>
  look<{ programmes: number }>(
    `select c.programmes from cover c join person p using (person_id)
     where p.name = $1 and c.evidence = 'bpjs_file' and c.closed_at is null and c.months @> $2::integer`,
    name,
    Number(when.slice(0, 4)) * 12 + Number(when.slice(5)),
  );

beforeAll(async () => {
  await enrol([line('yohanes'), line('maria')]);
});

describe('a doubtful row of a branch is decided on the desk', () => {
  test('beside whom it may mean, field by field, and no number but masked', async () => {
    const { fileId } = await atambua(both, {}, officer);
    const { total, decided, row } = await review(fileId);
    expect({ total, decided }).toEqual({ total: 1, decided: 0 });
    expect(row).toMatchObject({
      ordinal: 2,
      because: { code: 'doubtful.numberDiffers', facts: { regency: 'Kabupaten Belu' } },
      person: { name: inDoubt[1], birthDate: '1990-08-17', villageName: '' },
      candidates: [
        {
          kind: 'person',
          place: 1,
          person: { name: people.yohanes[1], villageName: 'Fatuketi' },
          agreements: { name: 'same', birthDate: 'same', nik: 'different' },
          waterfall: { verdict: 'doubtful' },
        },
      ],
      mayBeNew: true,
      decision: null,
    });
    const kept = await look<{ kept: string }>('select row_to_json(d)::text as kept from member_doubt d');
    for (const nik of [inDoubt[0], people.yohanes[0]]) {
      expect(JSON.stringify([row, kept])).not.toContain(nik);
    }
  });

  test('a hashed number is shown as one that nobody can read, and is remembered', async () => {
    const nik = createHmac('sha256', salt).update('5304050202929091').digest('hex');
    const file = [
      member(people.maria, { nik: createHmac('sha256', salt).update(people.maria[0]).digest('hex') }),
    ];
    const lines = at([...file, member(people.yohanes, { nik })], '2026-03');
    const { fileId } = await atambua(lines, { month: '2026-03', salt }, officer);
    expect((await review(fileId)).row.person.nikMasked).toBe('•'.repeat(16));
    await decideMember(officer, fileId, 3, { choice: 'new' });
    const next = await atambua(lines, { month: '2026-02', salt }, officer);
    expect((await review(next.fileId)).row.decision).toMatchObject({ choice: 'new', earlier: true });
    const other = await atambua(
      at([...file, member(people.yohanes, { nik: nik.replace(/^./, '0') })], '2026-01'),
      { month: '2026-01', salt },
      officer,
    );
    expect((await review(other.fileId)).row.decision).toBeNull();
  });

  test('this one: covered at once, until that is taken back', async () => {
    const file = await atambua(at(both, '2026-10'), { month: '2026-10' }, officer);
    expect(await counted('2026-10')).toBe(1);
    const { decided, row } = await decideMember(officer, file.fileId, 2, { choice: 'same', candidate: 1 });
    expect(decided).toBe(1);
    expect(row.decision).toMatchObject({ choice: 'same', place: 1, earlier: false });
    expect(await counted('2026-10')).toBe(2);
    expect((await review(file.fileId)).file).toMatchObject({
      people: 2,
      counts: { rowsIn: 3, matched: 2, doubtful: 0, unknown: 0, refused: 0, ignored: 1 },
    });
    expect(await look('select from journal')).toEqual([]);
    await expectCounted();

    await reopenMember(officer, file.fileId, 2);
    expect(await counted('2026-10')).toBe(1);
    expect((await review(file.fileId)).file).toMatchObject({
      people: 1,
      counts: { matched: 1, doubtful: 1 },
    });
    await expectCounted();
    const said = await look<{ action: string; facts: object }>(
      `select action, facts from audit_entry where subject_id = $1 and action ~ 'eci' order by id`,
      file.fileId,
    );
    expect(said.map(({ action }) => action)).toEqual(['members.rowDecided', 'members.decisionUndone']);
    expect(JSON.stringify(said)).not.toContain(people.yohanes[1]);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // decided                               covered   the row next month says              and is asked
    [{ choice: 'same', candidate: 1 },       1,        'matched matched.covered',           false],
    [{ choice: 'new' },                      0,        'unknown unknown.notHere',           false],
    [{ choice: 'left' },                     0,        'doubtful doubtful.numberDiffers',   true],
  ] as const)('%o is remembered by next month\'s file', async (choice, covered, said, asked) => {
    const september = await atambua(at([member(inDoubt)], '2026-09'), { month: '2026-09' }, officer);
    await decideMember(officer, september.fileId, 2, choice);
    expect(await counted('2026-09')).toBe(covered);
    await atambua([member(people.maria)], {}, officer);
    const next = await atambua([member(inDoubt)], {}, officer);
    const [row] = await look<{ said: string }>(
      `select verdict || ' ' || reason as said from member_row where file_id = $1 and ordinal = 2`, next.fileId,
    );
    expect(row?.said).toBe(said);
    expect(await counted()).toBe(covered);
    const { decision } = (await review(next.fileId)).row;
    expect(decision === null).toBe(asked);
    if (decision !== null) expect(decision).toMatchObject({ choice: choice.choice, earlier: true });
    await expectCounted();

    // Asked again on this file, it covers nobody here; the decision of September stands.
    await reopenMember(officer, next.fileId, 2);
    expect([await counted('2026-09'), await counted()]).toEqual([covered, 0]);
    await reopenMember(officer, september.fileId, 2);
    expect(await counted('2026-09')).toBe(0);
    await expectCounted();
  });

  test('what other rows state of the same person stays when a decision goes', async () => {
    const more = member(inDoubt).replace('JKK, JKM', 'JKK, JKM, JHT');
    const again = member(misread('yohanes', '5304050202929092')).replace('JKK, JKM', 'JP');
    const { fileId } = await atambua(
      at([member(people.yohanes), more, again], '2026-08'),
      { month: '2026-08' },
      officer,
    );
    const bits = async () =>
      (await programmesOf(people.yohanes[1], month('2026-08'))).map((c) => c.programmes);
    expect(await bits()).toEqual([3]);
    await decideMember(officer, fileId, 3, { choice: 'same', candidate: 1 });
    expect(await bits()).toEqual([7]);
    await decideMember(officer, fileId, 4, { choice: 'same', candidate: 1 });
    expect(await bits()).toEqual([15]);
    await reopenMember(officer, fileId, 3);
    expect(await bits()).toEqual([11]);
    await decideMember(officer, fileId, 4, { choice: 'new' });
    expect(await bits()).toEqual([3]);
    expect((await review(fileId)).file.people).toBe(1);
    await reopenMember(officer, fileId, 4);
    await expectCounted();
  });

  describe('of somebody who moved away since', () => {
    const move = (area: number) =>
      look('update person set area = $2 where name = $1', people.yohanes[1], area);
    afterEach(() => move(fatuketi));

    test.each([
      ['is taken back', (fileId: string) => reopenMember(officer, fileId, 2), 'doubtful', []],
      [
        'is replaced: none of them',
        (fileId: string) => decideMember(officer, fileId, 2, { choice: 'new' }),
        'unknown',
        [expect.stringMatching(/^person:/)],
      ],
    ])('a decision %s by the desk that made it', async (_, undo, verdict, against) => {
      const lines = at(both, '2025-12');
      const { fileId } = await atambua(lines, { month: '2025-12' }, officer);
      await decideMember(officer, fileId, 2, { choice: 'same', candidate: 1 });
      expect(await counted('2025-12')).toBe(2);
      await move(5_371_061_006);
      expect((await review(fileId)).row).toMatchObject({
        candidates: [{ kind: 'elsewhere' }],
        mayBeNew: true,
      });
      await undo(fileId);
      expect(await counted('2025-12')).toBe(1);
      expect((await review(fileId)).file.people).toBe(1);
      expect(
        await look(
          `select r.verdict, coalesce(m.against, '{}') as against from member_row r
           left join member_decision m on m.file_id = r.file_id and m.ordinal = r.ordinal and m.undone_at is null
           where r.file_id = $1 and r.ordinal = 2`,
          fileId,
        ),
      ).toEqual([{ verdict, against }]);
      await reopenMember(officer, fileId, 2);
    });

    test('nothing new is decided of them, and what other rows state stays where it was stated', async () => {
      const more = member(inDoubt).replace('JKK, JKM', 'JKK, JKM, JHT');
      const { fileId } = await atambua(
        at([member(people.yohanes), more], '2025-11'),
        { month: '2025-11' },
        officer,
      );
      await decideMember(officer, fileId, 3, { choice: 'same', candidate: 1 });
      await move(5_371_061_006);
      await expect(decideMember(officer, fileId, 3, { choice: 'same', candidate: 1 })).rejects.toMatchObject({
        code: 'rosters.candidateElsewhere',
      });
      await reopenMember(officer, fileId, 3);
      expect(
        await look(
          `select c.programmes, c.area from cover c join person p using (person_id)
           where p.name = $1 and c.evidence = 'bpjs_file' and c.closed_at is null and c.months @> $2::integer`,
          people.yohanes[1],
          2025 * 12 + 11,
        ),
      ).toEqual([{ programmes: 3, area: fatuketi }]);
      expect((await review(fileId)).row.mayBeNew).toBe(false);
      await expect(decideMember(officer, fileId, 3, { choice: 'new' })).rejects.toMatchObject({
        code: 'rosters.candidateElsewhere',
      });
    });
  });

  test('the next file takes the place of what was decided, too', async () => {
    const { fileId } = await atambua(both, {}, officer);
    await decideMember(officer, fileId, 2, { choice: 'same', candidate: 1 });
    expect(await counted()).toBe(2);
    await atambua([member(people.maria)], {}, officer);
    expect(await counted()).toBe(1);
    await expect(reopenMember(officer, fileId, 2)).rejects.toMatchObject({ code: 'members.fileReplaced' });
    await expectCounted();
  });

  test('of somebody dead nothing is covered', async () => {
    await enrol([line('petrus')]);
    await look(`update person set died_on = '2026-01-01' where name = $1`, people.petrus[1]);
    const { fileId } = await atambua([member(people.petrus)], { month: '2026-07' }, officer);
    const { row } = await decideMember(officer, fileId, 2, { choice: 'same', candidate: 1 });
    expect(row.because.code).toBe('doubtful.dead');
    expect(
      await look('select verdict, reason from member_row where file_id = $1 and ordinal = 2', fileId),
    ).toEqual([{ verdict: 'matched', reason: 'matched.dead' }]);
    expect(await counted('2026-07')).toBe(0);
  });
});

describe('who may do and learn what', () => {
  test('of a candidate outside the scope: that there is one, and in which kabupaten', async () => {
    await enrol([line('blasius', 'Oesapa', 'Kelapa Lima')], { area: kupang });
    const { fileId } = await atambua(
      [member(misread('blasius', '5371010203809077'))],
      { month: '2026-06' },
      officer,
    );
    const { row } = await review(fileId);
    expect(row.candidates).toEqual([{ kind: 'elsewhere', place: 1, regency: 'Kota Kupang' }]);
    expect(row.mayBeNew).toBe(false);
    const [blasius] = await look<{ person_id: string }>(
      'select person_id from person where name = $1',
      people.blasius[1],
    );
    expect(JSON.stringify(row)).not.toContain(blasius?.person_id);
    for (const choice of [{ choice: 'same', candidate: 1 }, { choice: 'new' }] as const) {
      await expect(decideMember(officer, fileId, 2, choice)).rejects.toMatchObject({
        code: 'rosters.candidateElsewhere',
      });
    }
    // Who sees both decides; the officer is then told that it was decided, and not whom it means.
    await decideMember(terminal, fileId, 2, { choice: 'same', candidate: 1 });
    expect((await review(fileId)).row.candidates).toEqual(row.candidates);
  });

  test('who sees a part of the branch sees no row of it; who may not import sees no desk', async () => {
    const { fileId } = await atambua(both, { month: '2026-05' }, officer);
    const part = user('registration_officer', belu);
    expect(await listMemberReview(part, fileId, {})).toMatchObject({ total: 0, rows: [] });
    await expect(decideMember(part, fileId, 2, { choice: 'new' })).rejects.toMatchObject({
      code: 'rosters.notInDoubt',
    });
    for (const who of [user('planner', belu), user('village_operator', belu), user('auditor', belu)]) {
      await expect(listMemberReview(who, fileId, {})).rejects.toMatchObject({ code: 'auth.forbidden' });
    }
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['a row in no doubt',          3, { choice: 'new' },                                       'rosters.notInDoubt'],
    ['a candidate that is not',    2, { choice: 'same', candidate: 2 },                        'rosters.candidateNotFound'],
    ['no candidate',               2, { choice: 'same' },                                      'rosters.candidateNotFound'],
    ['a reason that holds a NIK',  2, { choice: 'new', why: `KTP ${people.yohanes[0]}` },      'request.invalid'],
  ] as const)('refused: %s', async (_, ordinal, choice, code) => {
    const { fileId } = await atambua(both, { month: '2026-04' }, officer);
    await expect(decideMember(officer, fileId, ordinal, choice)).rejects.toMatchObject({ code });
  });
});
