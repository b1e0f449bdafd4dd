import { type Day, day } from '@payung/kernel';
import { describe, expect, test } from 'vitest';
import { recordLeavers } from '#memberships';
import { stepAgreement } from '#partners';
import { mergePeople } from '#people';
import type { Context } from '#platform/context';
import { connectModules } from '../../api.ts';
import { refusalOf, type SignedAgreement } from '../../testing/billing-world.ts';
import { replaceHolder, vacate } from './index.ts';
import { officesWorld } from './testing/offices-world.ts';

const world = await officesWorld();
connectModules();
const { newVillage, people, seat, holdersOf } = world;
const terms = { label: null, decreeNumber: null, decreeDay: null, termTo: null } as const;

describe('replacing a holder', () => {
  /** An official of a new village who is a member under an agreement of the body. */
  async function enrolledOfficial(until: Day | null = null) {
    const village = await newVillage();
    const agreement = await world.sign({ until });
    await world.look(
      `update agreement set grp = 'village_official' where agreement_id = $1`,
      agreement.agreementId,
    );
    const [old = ''] = await world.enrol(agreement, { people: 1, village, from: day('2026-01-01'), until });
    await world.look(`update membership set grp = 'village_official' where person_id = $1`, old);
    const holdingId = await seat(village, 'sekretaris_desa', old);
    const [next = ''] = await people(1, village, 'Pengganti');
    return { village, agreement, old, next, key: { personId: old, holdingId } };
  }
  const spans = (agreement: SignedAgreement, personId: string) =>
    world.look<{ during: string; grp: string }>(
      'select during::text, grp from membership where agreement_id = $1 and person_id = $2',
      agreement.agreementId,
      personId,
    );
  const replace = (
    key: { personId: string; holdingId: string },
    personId: string,
    from: string,
    more: object = {},
    ctx: Context = world.terminal,
  ) =>
    replaceHolder(ctx, key, {
      personId,
      from: day(from),
      reason: 'replaced',
      diedOn: null,
      enrol: true,
      ...terms,
      ...more,
    });

  // biome-ignore format: aligned table of cases
  test.each([
    ['in the middle of a month',   '2026-11-16', '2026-11-30', '2026-12-01'],
    ['on the first of a month',    '2026-11-01', '2026-10-31', '2026-11-01'],
    ['on the second',              '2026-11-02', '2026-11-30', '2026-12-01'],
  ])('%s is one act: the seat, and the membership by whole months', async (_, from, oldUntil, newFrom) => {
    const { village, agreement, old, next, key } = await enrolledOfficial();
    expect(await replace(key, next, from)).toMatchObject({ memberships: 'changed', oldUntil, newFrom });
    expect((await holdersOf(village, 'sekretaris_desa')).map((one) => [one.personId, one.seat, one.from])).toEqual([[next, 1, from]]);
    expect((await spans(agreement, old)).map(({ during }) => during)).toEqual([`[2026-01-01,${newFrom})`]);
    expect(await spans(agreement, next)).toEqual([{ during: `[${newFrom},)`, grp: 'village_official' }]);
    expect(await world.look('select reason from membership_end where person_id = $1', old)).toEqual([{ reason: 'replaced' }]);
  });

  test('of somebody who died writes the death: seat and membership end that day, the other begins by whole months', async () => {
    const { village, agreement, old, next, key } = await enrolledOfficial();
    expect(await replace(key, next, '2026-11-16', { reason: 'died', diedOn: day('2026-10-30') })).toEqual({
      holdingId: expect.any(String),
      memberships: 'changed',
      oldUntil: '2026-10-30',
      newFrom: '2026-12-01',
      elsewhere: null,
    });
    expect((await spans(agreement, old)).map(({ during }) => during)).toEqual(['[2026-01-01,2026-10-31)']);
    expect(await world.look('select reason from membership_end where person_id = $1', old)).toEqual([
      { reason: 'died' },
    ]);
    expect(
      await world.look(
        'select died_on::text as day, evidence, certified from death where person_id = $1',
        old,
      ),
    ).toEqual([{ day: '2026-10-30', evidence: 'partner_report', certified: false }]);
    const holders = await holdersOf(village, 'sekretaris_desa');
    expect(holders.map((one) => [one.personId, one.seat, one.from])).toEqual([[next, 1, '2026-11-16']]);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['no day of death',                        { reason: 'died' }],
    ['a day of death without that reason',     { diedOn: day('2026-10-30') }],
    ['a death on the day the other begins',    { reason: 'died', diedOn: day('2026-11-16') }],
  ])('with %s is refused', async (_, more) => {
    const { next, key } = await enrolledOfficial();
    expect((await refusalOf(replace(key, next, '2026-11-16', more)))?.code).toBe('offices.dayOfDeath');
  });

  // biome-ignore format: aligned table of cases
  test.each<[string, (official: Awaited<ReturnType<typeof enrolledOfficial>>) => Promise<unknown>, object, string]>([
    ['asked not to',                        async () => undefined, { enrol: false }, 'notWanted'],
    ['who left holds another seat too',     async ({ village, old }) => seat(village, 'kaur', old), {}, 'otherSeat'],
    ['the agreement is over by then',       async ({ agreement }) => world.look(`update agreement set during = '[2026-01-01,2026-12-01)' where agreement_id = $1`, agreement.agreementId), {}, 'noAgreement'],
    ['the agreement was ended',             async ({ agreement }) => stepAgreement(world.terminal, agreement.agreementId, 'ended', day('2026-11-10'), null), {}, 'noAgreement'],
    ['who left is no member by the body',   async ({ old }) => world.look(`update membership set grp = 'vulnerable' where person_id = $1`, old), {}, 'noAgreement'],
  ])('memberships stay when %s', async (_, given, more, why) => {
    const official = await enrolledOfficial();
    await given(official);
    const done = await replace(official.key, official.next, '2026-11-16', more);
    expect(done).toMatchObject({ memberships: why, oldUntil: null });
    expect((await spans(official.agreement, official.old)).map(({ during }) => during)).toEqual(['[2026-01-01,)']);
  });

  test('of people with two records: who left is ended under either, who came is enrolled under neither twice', async () => {
    const { village, agreement, old, next, key } = await enrolledOfficial();
    const [alias = ''] = await people(1, village, 'Catatan lama');
    await world.look(`update office_holding set person_id = $1 where holding_id = $2`, alias, key.holdingId);
    await mergePeople(world.terminal, { personId: alias, into: old, reason: 'satu orang' });
    const [member = ''] = await world.enrol(agreement, { people: 1, village, from: day('2026-01-01') });
    await mergePeople(world.terminal, { personId: next, into: member, reason: 'satu orang' });
    const done = await replace({ ...key, personId: alias }, next, '2026-11-16');
    expect(done).toMatchObject({ memberships: 'memberAlready', oldUntil: '2026-11-30', newFrom: null });
    expect((await spans(agreement, old)).map(({ during }) => during)).toEqual(['[2026-01-01,2026-12-01)']);
    expect(await spans(agreement, next)).toEqual([]);
    const again = { key: { personId: next, holdingId: done.holdingId }, from: '2026-12-16' };
    expect(await refusalOf(replace(again.key, member, again.from, { enrol: false }))).toBeUndefined();
    expect((await refusalOf(seat(village, 'sekretaris_desa', next)))?.code).toBe('offices.heldAlready');
  });

  test('by a village operator changes the seat, and leaves memberships to the registration officer', async () => {
    const { village, agreement, next, key } = await enrolledOfficial();
    const done = await replace(key, next, '2026-11-16', {}, world.user('village_operator', village));
    expect(done.memberships).toBe('notAllowed');
    expect(await spans(agreement, next)).toEqual([]);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['without a NIK',   'update person set numbered = false where person_id = $1'],
    ['whose NIK is in dispute', `insert into identifier (hash, kind, person_id, state) select sha256($1::text::bytea), 'nik', id, 'disputed'
      from (select $1::uuid as id union all (select person_id from person where person_id <> $1::uuid limit 1)) claimants`],
  ])('somebody %s is not enrolled, and then nothing is changed', async (_, statement) => {
    const { village, next, old, key } = await enrolledOfficial();
    await world.look(statement, next);
    expect(await refusalOf(replace(key, next, '2026-11-16'))).toMatchObject({ code: 'offices.withoutNik' });
    expect((await holdersOf(village, 'sekretaris_desa')).map(({ personId }) => personId)).toEqual([old]);
    expect(await replace(key, next, '2026-11-16', { enrol: false })).toMatchObject({ memberships: 'notWanted' });
  });

  test('of whose term the end is recorded has nobody to replace', async () => {
    const { next, key } = await enrolledOfficial();
    await vacate(world.terminal, key, day('2026-12-31'), 'resigned');
    expect(await refusalOf(replace(key, next, '2026-11-16'))).toEqual({
      code: 'offices.nobodyToReplace',
      facts: { lastDay: '2026-12-31' },
    });
  });

  test('of whose membership a later end is recorded says so, and leaves the seat', async () => {
    const { village, agreement, old, next, key } = await enrolledOfficial();
    const [member] = await world.look<{ membership_id: string }>(
      'select membership_id from membership where person_id = $1 and agreement_id = $2',
      old,
      agreement.agreementId,
    );
    await recordLeavers(world.terminal, {
      members: [{ personId: old, membershipId: member?.membership_id ?? '' }],
      lastDay: day('2027-01-31'),
      reason: 'moved',
      note: null,
      listId: null,
    });
    expect(await refusalOf(replace(key, next, '2026-11-16'))).toEqual({
      code: 'offices.leavingRecorded',
      facts: { lastDay: '2027-01-31' },
    });
    expect((await holdersOf(village, 'sekretaris_desa')).map(({ personId }) => personId)).toEqual([old]);
    expect(await replace(key, next, '2026-11-16', { enrol: false })).toMatchObject({
      memberships: 'notWanted',
    });
  });

  test('cannot begin before the one replaced began', async () => {
    const { next, key } = await enrolledOfficial();
    expect(await refusalOf(replace(key, next, '2026-01-01'))).toEqual({
      code: 'offices.lastDayBeforeFirst',
      facts: { from: '2026-01-01' },
    });
  });
});
