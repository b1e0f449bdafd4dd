import { type Nik, normaliseName } from '@payung/identity';
import { day } from '@payung/kernel';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { followFacts } from '#coverage';
import { mergePeople } from '#people';
import { newId } from '#platform/ids';
import { streamResponse } from '#platform/spreadsheet';
import { matchHashesOf } from '#rosters';
import { decideRow } from '../rosters/service/decide.ts';
import { listReview } from '../rosters/service/review.ts';
import { alor, belu, beluLists, fatuketi, listOf } from '../rosters/testing/belu-lists.ts';
import {
  decidePair,
  duplicatesTable,
  followAcceptance,
  listDuplicates,
  reopenPair,
  searchArea,
  searchDuplicates,
  searchNewPeople,
} from './index.ts';

const { platform, terminal, user, sign, send, accept, look, verdicts } = await beluLists();
followFacts();
followAcceptance();
const officer = user('registration_officer', belu);
const steward = user('registration_officer', 5_300_000_000);
const inAlor = 5_305_011_001;

let sequence = 0;
const newNik = () => `5304051708${String(909_100 + ++sequence)}`;

interface Somebody {
  readonly name: string;
  readonly nik?: string | undefined;
  readonly birth?: string;
  readonly mother?: string;
  readonly area?: number;
}

/** Puts somebody into the base as acceptance does, without asking whom they resemble. */
async function put({ name, nik, birth = '1990-08-17', mother, area = fatuketi }: Somebody): Promise<string> {
  const personId = newId();
  const { sealer } = platform;
  const normalised = normaliseName(name);
  const known = {
    name: normalised,
    birthDate: day(birth),
    birthPrecision: 'day',
    sex: 'L',
    mother,
    village: area,
  } as const;
  const { kept } = matchHashesOf(sealer, { ...known, nik: nik as Nik | undefined });
  const sealed = sealer.seal(personId, {
    ...(nik === undefined ? {} : { nik: nik as Nik }),
    ...(mother === undefined ? {} : { mother }),
  });
  await look(
    `insert into person (person_id, name, name_key, name_turned, sex, birth_date, birth_precision, area, sealed, numbered, example)
     values ($1, $2, $3, $3, 'L', $4, 'day', $5, $6, $7, true)`,
    personId,
    name,
    normalised.text,
    birth,
    area,
    sealed,
    nik !== undefined,
  );
  if (nik !== undefined) {
    await look(
      `insert into identifier (hash, kind, person_id) values ($1, 'nik', $2)`,
      sealer.blindIndex('nik', nik),
      personId,
    );
  }
  for (const hash of kept)
    await look('insert into match_key (hash, person_id) values ($1, $2)', hash, personId);
  return personId;
}

/** A man entered twice: with a provisional number, and with his own. */
async function twice(more: Partial<Somebody> = {}, others: Partial<Somebody> = {}) {
  const name = `Yosef ${['Bere', 'Mali', 'Klau', 'Seran', 'Luan'][++sequence % 5]} ${String.fromCharCode(97 + (sequence % 26))}onis`;
  const first = await put({ name, nik: newNik(), ...more });
  const second = await put({ name, nik: newNik(), ...others });
  return [first, second] as const;
}

async function search(area = belu, ctx = terminal): Promise<void> {
  await searchArea.run(ctx, await searchDuplicates(ctx, area));
}

const pairs = async (ctx = officer, later = false) =>
  (await listDuplicates(ctx, { later })).pairs.map(({ people: [one, other] }) => [
    one.personId,
    other.personId,
  ]);

beforeEach(() =>
  look('truncate duplicate_pair, duplicate_decision, person_alias, match_key, identifier, person cascade'),
);

describe('the list', () => {
  test('brings two records of one man side by side, and nobody else', async () => {
    const both = await twice();
    await put({ name: 'Petrus Bria', nik: newNik(), birth: '1971-02-03' });
    expect(await pairs()).toEqual([]);
    await search();
    const { pairs: found, progress } = await listDuplicates(officer, {});
    expect(found).toMatchObject([
      {
        people: [{ personId: both[0], villageName: 'Fatuketi' }, { personId: both[1] }],
        agreements: { name: 'same', birthDate: 'same', nik: 'close', mother: 'missing' },
        waterfall: { rule: 'match.nikOneDigit', verdict: 'doubtful' },
        decision: null,
      },
    ]);
    expect(progress).toEqual({ open: 1, later: 0, elsewhere: 0 });
  });

  test('follows what became of the records: who was merged is not asked about, and a search forgets what is no longer so', async () => {
    const [first, second] = await twice();
    await search();
    await mergePeople(officer, { personId: first, into: second, reason: 'satu orang' });
    expect(await pairs()).toEqual([]);
    await look('update person_alias set undone_at = now()');
    await look(`update person set birth_date = '1950-01-01' where person_id = $1`, first);
    expect(await pairs()).toHaveLength(1);
    await search();
    expect(await pairs()).toEqual([]);
  });

  test('somebody who moved is met under their name in the new village', async () => {
    const [first, second] = await twice(
      { nik: undefined, birth: '1990-08-07' },
      { nik: undefined, birth: '1990-07-08' },
    );
    await look('delete from match_key where person_id = $1', second);
    await search();
    expect(await pairs()).toEqual([[first, second].sort()]);
  });

  test('a record without a NIK that was merged into one elsewhere is still met where it was recorded, from both sides', async () => {
    const name = 'Gaudensius Nahak';
    const merged = await put({ name: 'Gaudens Nahak', birth: '1970-02-02' });
    const speaker = await put({ name, nik: newNik(), birth: '1990-08-17', area: inAlor });
    await look(
      `insert into person_alias (alias_id, person_id, canonical_id, decided_by, reason) values ($1, $2, $3, 'uji', 'satu orang')`,
      newId(),
      merged,
      speaker,
    );
    const newcomer = await put({ name: 'Nahak Gaudensius', nik: newNik(), birth: '1990-08-17' });
    // Nothing is in common but the village of the merged record, and a word of its name.
    await look('delete from match_key');
    for (const area of [belu, alor]) {
      await search(area);
      expect(await pairs(steward)).toEqual([[speaker, newcomer].sort()]);
    }
  });

  test('goes through the base part by part: finds the same, each part in a transaction of its own and one open at a time', async () => {
    await twice();
    await twice({ nik: undefined });
    await twice({}, { area: inAlor });
    const [moved] = await twice(
      { nik: undefined, area: 5_304_012_001 },
      { nik: undefined, area: 5_304_012_001 },
    );
    await look('delete from match_key where person_id = $1', moved);
    await search();
    const whole = await pairs(steward);
    expect(whole.length).toBeGreaterThanOrEqual(4);
    await look('truncate duplicate_pair');

    const searchId = await searchDuplicates(terminal, belu);
    await look('update job_progress set total = 50 where subject_id = $1', searchId);
    const pool = platform.pools.match;
    let [open, most, all] = [0, 0, 0];
    const taken = () => {
      open += 1;
      all += 1;
      most = Math.max(most, open);
    };
    const given = () => {
      open -= 1;
    };
    pool.on('acquire', taken).on('release', given);
    try {
      await searchArea.run(terminal, searchId);
    } finally {
      pool.off('acquire', taken).off('release', given);
    }
    expect((await pairs(steward)).sort()).toEqual(whole.sort());
    // The first says how many parts there are, the last forgets what is no longer so.
    expect({ most, all }).toEqual({ most: 1, all: 52 });
  });

  test('killed half-way, it goes on with the part it was at, and forgets nothing that it found', async () => {
    const both = await twice();
    const searchId = await searchDuplicates(terminal, belu);
    await look('update job_progress set total = 8 where subject_id = $1', searchId);
    const pool = platform.pools.match;
    const connect = pool.connect.bind(pool);
    let left = 5;
    const dying = vi.spyOn(pool, 'connect').mockImplementation(() => {
      left -= 1;
      return left < 0 ? Promise.reject(new Error('gone')) : connect();
    });
    try {
      await expect(searchArea.run(terminal, searchId)).rejects.toThrow('gone');
    } finally {
      dying.mockRestore();
    }
    const progress = () => look('select done, total from job_progress where subject_id = $1', searchId);
    expect(await progress()).toEqual([{ done: 4, total: 8 }]);
    await searchArea.run(terminal, searchId);
    expect(await progress()).toEqual([{ done: 8, total: 8 }]);
    expect(await pairs()).toEqual([[...both].sort()]);
  });

  test('a key that very many share is not followed', async () => {
    for (let n = 0; n < 52; n += 1) await put({ name: 'Maria Bere', nik: newNik(), area: fatuketi });
    await search();
    expect(await pairs()).toEqual([]);
  });

  test('pages follow one another, the likeliest first; the table has them all and no number of anybody', async () => {
    for (let n = 0; n < 28; n += 1) {
      await twice(
        { birth: `1980-01-${String(n + 1).padStart(2, '0')}` },
        { birth: `1980-01-${String(n + 1).padStart(2, '0')}` },
      );
    }
    await search();
    const first = await listDuplicates(officer, {});
    const rest = await listDuplicates(officer, { after: first.next ?? undefined });
    expect([first.pairs.length, rest.pairs.length, rest.next]).toEqual([25, 3, null]);
    const table = duplicatesTable(officer);
    const csv = await streamResponse(table, 'csv').text();
    expect(csv.trimEnd().split('\r\n')).toHaveLength(29);
    expect(csv).not.toMatch(/\d{16}/);
  });
});

describe('decided', () => {
  test('the same: they are merged, into the one with a NIK unless told otherwise; taken back, they are two and asked again', async () => {
    const [first, second] = await twice({ nik: undefined, mother: 'Maria Hoar' }, { mother: 'Maria Hoar' });
    await search();
    expect(await decidePair(officer, [first, second], { choice: 'same' })).toEqual({
      open: 0,
      later: 0,
      elsewhere: 0,
    });
    expect(
      await look('select person_id, canonical_id, reason from person_alias where undone_at is null'),
    ).toEqual([
      { person_id: first, canonical_id: second, reason: 'Dibandingkan berdampingan; kemiripan 100 %.' },
    ]);
    expect(await reopenPair(officer, [second, first])).toMatchObject({ open: 1 });
    await decidePair(officer, [first, second], { choice: 'same', keep: second, why: 'akta dilihat' });
    for (const choice of ['different', 'later'] as const) {
      await expect(decidePair(officer, [first, second], { choice })).rejects.toMatchObject({
        code: 'people.alreadyOne',
      });
    }
    expect(await look('select reason from person_alias where undone_at is null')).toEqual([
      { reason: 'akta dilihat' },
    ]);
  });

  test('two people: never asked again, not even after a search; taken back, asked again', async () => {
    const both = await twice();
    await search();
    await decidePair(officer, both, { choice: 'different', why: 'ayah dan anak' });
    expect(await pairs()).toEqual([]);
    await search();
    expect(await pairs()).toEqual([]);
    const [kept] = await look('select choice, why, decided_by, undone_at from duplicate_decision');
    expect(kept).toEqual({
      choice: 'different',
      why: 'ayah dan anak',
      decided_by: officer.actor.id,
      undone_at: null,
    });
    await reopenPair(officer, both);
    await search();
    expect(await pairs()).toHaveLength(1);
  });

  test('later: on the list of those left, with who and why; deciding again replaces it', async () => {
    const both = await twice();
    await search();
    await decidePair(officer, both, { choice: 'later', why: 'tanya RT' });
    expect(await pairs()).toEqual([]);
    expect((await listDuplicates(officer, { later: true })).pairs[0]?.decision).toMatchObject({
      choice: 'later',
      why: 'tanya RT',
      by: officer.actor.id,
    });
    await Promise.all([1, 2].map(() => decidePair(officer, both, { choice: 'different' })));
    expect(await pairs(officer, true)).toEqual([]);
  });
});

describe('rosters and the list remember for each other', () => {
  test('two people of the base: a row that says what one says is not asked about the other', async () => {
    const name = 'Anselmus Mau Bere';
    const first = await put({ name, nik: undefined });
    const second = await put({ name, nik: newNik() });
    const row = { nik: '', name, mother: '' };
    const asked = async () => {
      const rosterId = await send(await sign(`PKS-${++sequence}`), listOf(row));
      const { rows } = await listReview(terminal, rosterId, {});
      return rows[0]?.candidates.length;
    };
    expect(await asked()).toBe(2);
    await search();
    await decidePair(officer, [first, second], { choice: 'different' });
    expect(await asked()).toBe(1);
  });

  test('somebody new, decided on a roster: the list does not ask the same again', async () => {
    const name = 'Bernadus Tae';
    const known = await put({ name, nik: newNik(), mother: 'Maria Hoar' });
    const agreementId = await sign(`PKS-${++sequence}`);
    const rosterId = await send(agreementId, listOf({ nik: newNik(), name }));
    expect((await verdicts(rosterId))[0]).toMatch(/^doubtful/);
    await decideRow(terminal, rosterId, 2, { choice: 'new', why: 'KTP keduanya dilihat' });
    await accept(rosterId);
    await searchNewPeople.run(officer, rosterId);
    await search();
    expect(await pairs()).toEqual([]);
    expect(await look('select person_id from person where person_id <> $1', known)).toHaveLength(1);
  });
});

describe('after an acceptance', () => {
  test('a search for the new people is queued with it, and finds whom they resemble', async () => {
    const rosterId = await send(
      await sign(`PKS-${++sequence}`),
      listOf({ nik: newNik(), name: 'Ciprianus Loe' }),
    );
    await accept(rosterId);
    expect(
      await look(
        `select task_identifier as task from graphile_worker.jobs where key = $1`,
        `duplicates.afterAcceptance:${rosterId}`,
      ),
    ).toEqual([{ task: 'duplicates.afterAcceptance' }]);
    // Another office recorded him meanwhile.
    await put({ name: 'Ciprianus Loe', nik: newNik(), mother: 'Maria Hoar' });
    await searchNewPeople.run(officer, rosterId);
    expect(await pairs()).toHaveLength(1);
  });
});

describe('across the border', () => {
  test('the scope is told that there is a pair, and nothing of the other; who answers for both decides', async () => {
    const [here, there] = await twice({}, { area: inAlor });
    await search(belu, officer);
    const list = await listDuplicates(officer, {});
    expect(list).toEqual({ progress: { open: 0, later: 0, elsewhere: 1 }, pairs: [], next: null });
    const csv = await streamResponse(duplicatesTable(officer), 'csv').text();
    expect(JSON.stringify([list, csv])).not.toContain(there);
    for (const ctx of [officer, user('registration_officer', alor)]) {
      await expect(decidePair(ctx, [here, there], { choice: 'same' })).rejects.toMatchObject({
        code: 'people.notFound',
      });
      await expect(decidePair(ctx, [here, there], { choice: 'different' })).rejects.toMatchObject({
        code: 'people.notFound',
      });
      await expect(reopenPair(ctx, [here, there])).rejects.toMatchObject({ code: 'people.notFound' });
    }
    expect(await pairs(steward)).toEqual([[here, there]]);
    await decidePair(steward, [here, there], { choice: 'same' });
    expect((await listDuplicates(officer, {})).progress.elsewhere).toBe(0);
  });

  test('an area outside the scope is not searched', async () => {
    await expect(searchDuplicates(officer, alor)).rejects.toMatchObject({ code: 'areas.outsideScope' });
  });
});

describe('refused', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['a village operator', 'village_operator'],
    ['a planner',          'planner'],
    ['an auditor',         'auditor'],
  ] as const)('%s', async (_, role) => {
    const ctx = user(role, belu);
    for (const call of [
      () => listDuplicates(ctx, {}),
      () => decidePair(ctx, [newId(), newId()], { choice: 'same' }),
      () => searchDuplicates(ctx, belu),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: 'auth.forbidden' });
    }
  });

  test('a pair that is not on the list, and a reason that holds a NIK', async () => {
    const both = await twice();
    await expect(decidePair(officer, both, { choice: 'different' })).rejects.toMatchObject({
      code: 'people.notFound',
    });
    await expect(
      decidePair(officer, both, { choice: 'different', why: 'NIK 5304051708909001' }),
    ).rejects.toMatchObject({ code: 'request.invalid' });
  });
});
