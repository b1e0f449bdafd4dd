import { beforeEach, describe, expect, test } from 'vitest';
import { searchPeople } from '#people';
import { checkRoster } from './service/check.ts';
import { decideRow, reopenRow } from './service/decide.ts';
import { getRoster } from './service/read.ts';
import { listReview } from './service/review.ts';
import { alor, belu, beluLists, fatuketi, listOf, type Person } from './testing/belu-lists.ts';

const { terminal, user, sign, send, accept, verdicts, look } = await beluLists();
const officer = user('registration_officer', belu);

let sequence = 0;
let agreementId = '';
/** A NIK of the same birth date that no other test uses. */
const newNik = () => `5304051708${String(909_100 + ++sequence)}`;
beforeEach(async () => {
  agreementId = await sign(`PKS-${++sequence}`);
});

/** Enrols somebody whom later lists will resemble, under an agreement of their own. */
async function enrolled(person: Partial<Person>): Promise<void> {
  await accept(await send(await sign(`PKS-before-${++sequence}`), listOf(person)));
}

/** A roster whose only row resembles somebody enrolled before: another number, else the same. */
async function inDoubt(name: string, more: Partial<Person> = {}) {
  await enrolled({ nik: newNik(), name });
  const row = { nik: newNik(), name, ...more };
  const rosterId = await send(agreementId, listOf(row));
  return { rosterId, row };
}

const audited = (rosterId: string) =>
  look<{ action: string; actor: string; facts: { choice?: string } }>(
    `select action, actor, facts from audit_entry where subject_id = $1 and action like 'rosters.%eci%' order by id`,
    rosterId,
  );

describe('a doubtful row is decided', () => {
  test('the reviewer sees it beside the candidate, field by field, and nothing of the envelope but a masked NIK', async () => {
    const { rosterId } = await inDoubt('Agustinus Bere');
    const { rows, total, decided } = await listReview(officer, rosterId, {});
    expect({ total, decided }).toEqual({ total: 1, decided: 0 });
    expect(rows).toMatchObject([
      {
        because: { code: 'doubtful.similar' },
        person: { name: 'Agustinus Bere', birthDate: '1990-08-17', sex: 'L', villageName: 'Fatuketi' },
        candidates: [
          {
            kind: 'person',
            place: 1,
            person: { name: 'Agustinus Bere', nikMasked: expect.stringMatching(/^5304•+\d{4}$/) },
            agreements: { name: 'same', birthDate: 'same', mother: 'same', village: 'same' },
            waterfall: { prior: -17, verdict: 'doubtful', bars: expect.objectContaining({ length: 6 }) },
          },
        ],
        mayBeNew: true,
        decision: null,
      },
    ]);
    expect(JSON.stringify(rows)).not.toContain('Maria Hoar');
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // name             choice                                        becomes                        counts                                  enrolled people
    ['Benediktus Mau',  { choice: 'same', candidate: 1 } as const,    'known known.otherAgreement',  { new: 0, known: 1, doubtful: 0 },      1, 0],
    ['Carolus Mau',     { choice: 'new' } as const,                   'new new.decided',             { new: 1, known: 0, doubtful: 0 },      1, 1],
    ['Dominikus Mau',   { choice: 'left' } as const,                  'doubtful doubtful.similar',   { new: 0, known: 0, doubtful: 1 },      0, 0],
  ] as const)('%s: %o', async (name, choice, becomes, counts, enrols, people) => {
    const { rosterId } = await inDoubt(name);
    const before = (await searchPeople(terminal, name)).people.length;
    const answer = await decideRow(officer, rosterId, 2, { ...choice, why: 'KTP diperiksa' });
    expect(answer).toMatchObject({ total: 1, decided: 1, row: { decision: { choice: choice.choice, why: 'KTP diperiksa' } } });
    expect(await verdicts(rosterId)).toEqual([becomes.replace('known.otherAgreement', 'known.reactivated')]);
    const { roster } = await getRoster(terminal, rosterId);
    expect(roster).toMatchObject({ counts, enrolled: enrols });
    expect(await audited(rosterId)).toMatchObject([
      { action: 'rosters.rowDecided', actor: officer.actor.id, facts: { choice: choice.choice } },
    ]);
    if (enrols === 0) return;
    await accept(rosterId);
    expect((await searchPeople(terminal, name)).people.length).toBe(before + people);
    expect(await look('select from membership where roster_id = $1', rosterId)).toHaveLength(1);
  });

  test('deciding again replaces the decision; taking it back asks again, and both are kept', async () => {
    const { rosterId } = await inDoubt('Emanuel Mau');
    await decideRow(officer, rosterId, 2, { choice: 'new' });
    await decideRow(officer, rosterId, 2, { choice: 'same', candidate: 1 });
    expect(await verdicts(rosterId)).toEqual(['known known.reactivated']);
    const { row, decided } = await reopenRow(officer, rosterId, 2);
    expect({ decision: row.decision, decided }).toEqual({ decision: null, decided: 0 });
    expect(await verdicts(rosterId)).toEqual(['doubtful doubtful.similar']);
    expect((await getRoster(terminal, rosterId)).roster).toMatchObject({
      enrolled: 0,
      counts: { doubtful: 1 },
    });
    expect(
      await look(
        'select choice, undone_by from roster_decision where roster_id = $1 order by decision_id',
        rosterId,
      ),
    ).toEqual([
      { choice: 'new', undone_by: officer.actor.id },
      { choice: 'same', undone_by: officer.actor.id },
    ]);
    expect((await audited(rosterId)).map(({ action }) => action)).toEqual([
      'rosters.rowDecided',
      'rosters.rowDecided',
      'rosters.decisionUndone',
    ]);
  });

  test('a doubt about the row itself: taken as it is', async () => {
    const rosterId = await send(agreementId, listOf({ nik: newNik(), name: 'Fransiskus Tes (Alm)' }));
    expect((await listReview(officer, rosterId, {})).rows).toMatchObject([
      { candidates: [], doubts: [{ code: 'name.deceased' }] },
    ]);
    await decideRow(officer, rosterId, 2, { choice: 'new', why: 'tanda itu milik ayahnya' });
    expect(await verdicts(rosterId)).toEqual(['new new.decided']);
  });

  test('the same as an earlier row of the file: counted once', async () => {
    const rosterId = await send(
      agreementId,
      listOf({ nik: newNik(), name: 'Gregorius Mau' }, { nik: newNik(), name: 'Gregorius Mau' }),
    );
    expect((await listReview(officer, rosterId, {})).rows).toMatchObject([
      { candidates: [{ kind: 'row', at: { row: 2 }, person: { birthDate: '1990-08-17' } }] },
    ]);
    await decideRow(officer, rosterId, 3, { choice: 'same', candidate: 1 });
    expect(await verdicts(rosterId)).toEqual(['new new.ready', 'known known.repeated']);
  });

  test('two rows that mean one known person enrol them once', async () => {
    await enrolled({ nik: newNik(), name: 'Heribertus Mau' });
    const rows = [
      { nik: newNik(), name: 'Heribertus Mau' },
      { nik: newNik(), name: 'Heribertus Mau' },
    ];
    const rosterId = await send(agreementId, listOf(...rows));
    await decideRow(officer, rosterId, 2, { choice: 'same', candidate: 1 });
    await decideRow(officer, rosterId, 3, { choice: 'same', candidate: 1 });
    expect(await verdicts(rosterId)).toEqual(['known known.reactivated', 'known known.repeated']);
    await accept(rosterId);
    expect(await look('select from membership where roster_id = $1', rosterId)).toHaveLength(1);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['a candidate that is not there',  'Ignasius Tua',  { choice: 'same', candidate: 9 },                 'rosters.candidateNotFound'],
    ['no candidate',                   'Yoakim Bete',   { choice: 'same' },                               'rosters.candidateNotFound'],
    ['a reason that holds a NIK',      'Klemens Nahak', { choice: 'new', why: 'NIK 5304051708909001' },   'request.invalid'],
  ] as const)('refused: %s', async (_, name, input, code) => {
    const { rosterId } = await inDoubt(name);
    await expect(decideRow(officer, rosterId, 2, input)).rejects.toMatchObject({ code });
  });

  test('refused: a row that is not in doubt, a number on another row, a roster that is accepted', async () => {
    const nik = newNik();
    const rosterId = await send(
      agreementId,
      listOf({ nik, name: 'Lambertus Tes' }, { nik, name: 'Theodora Lopez', mother: 'Ana' }),
    );
    const decide = (ordinal: number) => decideRow(officer, rosterId, ordinal, { choice: 'new' });
    await expect(decide(2)).rejects.toMatchObject({ code: 'rosters.notInDoubt' });
    await expect(decide(3)).rejects.toMatchObject({ code: 'rosters.numberTaken' });
    await accept(rosterId);
    await expect(decide(3)).rejects.toMatchObject({ code: 'rosters.alreadyAccepted' });
  });
});

describe('a decision is remembered', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['Markus Bau',   { choice: 'same', candidate: 1 } as const, {},                        'known known.reactivated'],
    ['Nikodemus Bau', { choice: 'new' } as const,               {},                        'new new.decided'],
    ['Oktavianus Bau', { choice: 'new' } as const,              { work: 'Nelayan' },       'new new.decided'],
    ['Paulus Bau',   { choice: 'new' } as const,                { mother: '' },            'doubtful doubtful.similar'],
    ['Quirinus Bau', { choice: 'left' } as const,               {},                        'doubtful doubtful.similar'],
  ] as const)('%s %o: the corrected file, with %o, says %s', async (name, choice, change, expected) => {
    const { rosterId, row } = await inDoubt(name);
    await decideRow(officer, rosterId, 2, choice);
    const corrected = await send(agreementId, listOf({ ...row, ...change }, { nik: newNik(), name: 'Baru Sekali' }));
    const [first] = await verdicts(corrected);
    expect(first).toBe(expected);
    const { rows } = await listReview(officer, corrected, {});
    const kept = !expected.startsWith('doubtful');
    expect(rows[0]?.decision).toEqual(
      kept ? expect.objectContaining({ choice: choice.choice, earlier: true }) : null,
    );
  });

  test('a new candidate is asked, the one decided before is not', async () => {
    const { rosterId, row } = await inDoubt('Rafael Bau');
    await decideRow(officer, rosterId, 2, { choice: 'new' });
    await enrolledUnasked({ ...row, nik: newNik() });
    const again = await send(agreementId, listOf(row, { nik: newNik(), name: 'Lain Sekali' }));
    const { rows } = await listReview(officer, again, {});
    expect(rows.map(({ candidates }) => candidates.length)).toEqual([1]);
    expect((await listReview(officer, rosterId, {})).rows[0]?.candidates).not.toEqual(rows[0]?.candidates);
  });

  /** Somebody who came in although they resemble another: decided as new. */
  async function enrolledUnasked(person: Partial<Person>): Promise<void> {
    const rosterId = await send(await sign(`PKS-unasked-${++sequence}`), listOf(person));
    await decideRow(officer, rosterId, 2, { choice: 'new' });
    await accept(rosterId);
  }

  test('one taken back on an earlier roster is not', async () => {
    const { rosterId, row } = await inDoubt('Silvester Bau');
    await decideRow(officer, rosterId, 2, { choice: 'new' });
    await reopenRow(officer, rosterId, 2);
    const again = await send(agreementId, listOf(row, { nik: newNik(), name: 'Baru Lagi' }));
    expect((await verdicts(again))[0]).toBe('doubtful doubtful.similar');
  });
});

describe('thresholds chosen up front', () => {
  // One NIK each, one digit apart in nothing: likeness is that of twoNiks, 89 % at most.
  // biome-ignore format: aligned table of cases
  test.each([
    ['nothing chosen',             'Tarsisius Bau',  {},                                'doubtful doubtful.similar'],
    ['likeness at the threshold',  'Urbanus Bau',    { sameFrom: 89 },                  'known known.reactivated'],
    ['likeness below it',          'Vinsensius Bau', { sameFrom: 90 },                  'doubtful doubtful.similar'],
    ['likeness not below',         'Willem Bau',     { newBelow: 89, sameFrom: 100 },   'doubtful doubtful.similar'],
    ['likeness below the other',   'Xaverius Bau',   { newBelow: 90, sameFrom: 100 },   'new new.decided'],
  ] as const)('%s', async (_, name, thresholds, expected) => {
    await enrolled({ nik: newNik(), name });
    const rosterId = await send(agreementId, listOf({ nik: newNik(), name }), thresholds);
    expect(await verdicts(rosterId)).toEqual([expected]);
  });

  test('never decide of a number that somebody else holds, nor of a doubt about the row itself', async () => {
    const nik = newNik();
    await enrolled({ nik, name: 'Yakobus Bau' });
    const rosterId = await send(
      agreementId,
      listOf({ nik, name: 'Theodora Lopez' }, { nik: newNik(), name: 'Zakarias Tes (Alm)' }),
      { sameFrom: 1, newBelow: 1 },
    );
    expect(await verdicts(rosterId)).toEqual(['doubtful doubtful.nikOfAnother', 'doubtful name.deceased']);
  });

  test('a human may decide otherwise', async () => {
    await enrolled({ nik: newNik(), name: 'Albertus Loe' });
    const rosterId = await send(agreementId, listOf({ nik: newNik(), name: 'Albertus Loe' }), {
      sameFrom: 80,
    });
    expect((await listReview(officer, rosterId, {})).rows[0]?.decision?.choice).toBe('threshold');
    await decideRow(officer, rosterId, 2, { choice: 'new' });
    expect(await verdicts(rosterId)).toEqual(['new new.decided']);
  });

  test('the lower one may not lie above the upper one', async () => {
    await expect(send(agreementId, listOf({}), { sameFrom: 50, newBelow: 60 })).rejects.toMatchObject({
      code: 'request.invalid',
    });
  });
});

describe('what a reviewer may know', () => {
  /** Somebody of Alor, and a row of Belu that resembles them. */
  async function acrossTheBorder(name: string) {
    const ofAlor = { village: 'Adang Buom', district: 'Teluk Mutiara' };
    await accept(
      await send(await sign(`PKS-alor-${++sequence}`, alor), listOf({ nik: newNik(), name, ...ofAlor })),
    );
    return send(agreementId, listOf({ nik: newNik(), name }));
  }

  test('of a candidate outside the scope: that there is one, and in which kabupaten; who answers for both decides', async () => {
    const rosterId = await acrossTheBorder('Bonifasius Loe');
    const { rows } = await listReview(officer, rosterId, {});
    expect(rows[0]?.candidates).toEqual([{ kind: 'elsewhere', place: 1, regency: 'Kabupaten Alor' }]);
    for (const input of [{ choice: 'same', candidate: 1 }, { choice: 'new' }] as const) {
      await expect(decideRow(officer, rosterId, 2, input)).rejects.toMatchObject({
        code: 'rosters.candidateElsewhere',
      });
    }
    await decideRow(officer, rosterId, 2, { choice: 'left' });
    const province = user('registration_officer', 5_300_000_000);
    expect((await listReview(province, rosterId, {})).rows[0]?.candidates).toMatchObject([
      { kind: 'person', person: { name: 'Bonifasius Loe', villageName: 'Adang Buom' } },
    ]);
    await decideRow(province, rosterId, 2, { choice: 'new' });
    expect(await verdicts(rosterId)).toEqual(['new new.decided']);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['a village operator of the village',    'village_operator',     fatuketi, 'rosters.notFound'],
    ['an officer of Alor',                   'registration_officer', alor,     'rosters.notFound'],
    ['a planner of Belu',                    'planner',              belu,     'auth.forbidden'],
    ['an auditor of Belu',                   'auditor',              belu,     'auth.forbidden'],
  ] as const)('%s sees nothing of a list of Belu', async (_, role, area, code) => {
    const { rosterId } = await inDoubt(`Coleta ${role} Loe`);
    const ctx = user(role, area);
    await expect(listReview(ctx, rosterId, {})).rejects.toMatchObject({ code });
    await expect(decideRow(ctx, rosterId, 2, { choice: 'new' })).rejects.toMatchObject({ code });
    await expect(reopenRow(ctx, rosterId, 2)).rejects.toMatchObject({ code });
  });
});

test('a check that runs again after decisions finds the same, and asks nobody twice', async () => {
  const { rosterId } = await inDoubt('Damianus Loe');
  await decideRow(officer, rosterId, 2, { choice: 'new' });
  const before = await getRoster(terminal, rosterId);
  await look(`update roster set state = 'received' where roster_id = $1`, rosterId);
  await checkRoster.run(terminal, rosterId);
  const after = await getRoster(terminal, rosterId);
  expect({ ...after.roster, checkedAt: null }).toEqual({ ...before.roster, checkedAt: null });
  await accept(rosterId);
  expect((await getRoster(terminal, rosterId)).roster).toMatchObject({ state: 'accepted', enrolled: 1 });
});
