import { type Day, day, type Month, month, monthIndex } from '@payung/kernel';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '#platform/context';
import { csvOf } from '#platform/spreadsheet';
import {
  type BillingWorld,
  belu,
  billingWorld,
  malaka,
  refusalOf,
  type SignedAgreement,
  villages,
} from '../../testing/billing-world.ts';
import {
  addFigures,
  appoint,
  areaSeats,
  officialsTable,
  replaceHolder,
  stateSeats,
  vacate,
  villageSeats,
} from './index.ts';
import { freeSeat, noSeats, type SeatFigures } from './model.ts';

let world: BillingWorld;
const { fatubaa, dafala, besikama } = villages;
/** A village for each test that changes one, so that none sees what another did. */
let last = 5304012100;

beforeAll(async () => {
  world = await billingWorld();
});

async function newVillage(kind: 'desa' | 'kelurahan' = 'desa'): Promise<number> {
  last += 1;
  await world.look(
    `insert into area (code, beyond, level, kind, name, name_key, parent, source) values ($1::bigint, $1::bigint + 1, 'village', $2, 'Uji', 'uji', 5304010000, 'test')`,
    last,
    kind,
  );
  return last;
}

/** People recorded in a village, without a membership. */
async function people(count: number, village: number = fatubaa, name = 'Contoh'): Promise<string[]> {
  const rows = await world.look<{ person_id: string }>(
    `insert into person (person_id, name, name_key, name_turned, area, sealed, example)
     select gen_random_uuid(), $3, lower($3), lower($3), $1, '\\x00', true from generate_series(1, $2) returning person_id`,
    village,
    count,
    name,
  );
  return rows.map((row) => row.person_id);
}

const terms = { label: null, decreeNumber: null, decreeDay: null, termTo: null } as const;
const seat = (village: number, office: string, personId: string, more: object = {}, ctx = world.terminal) =>
  appoint(ctx, village, office, { personId, from: day('2026-01-01'), ...terms, ...more });
const state = (village: number, office: string, seats: number, since = '2020-01-01', ctx = world.terminal) =>
  stateSeats(ctx, { village, office, seats, since: day(since), source: 'Perdes 3/2020' });
const seatsOf = async (village: number, ctx = world.terminal, on?: Day) =>
  villageSeats(ctx, { area: village, on });
const holdersOf = async (village: number, office: string) =>
  (await seatsOf(village)).offices.find((one) => one.office === office)?.holders ?? [];

async function pay(personId: string, at: Month, village: number = fatubaa) {
  const agreement = await world.sign();
  await world.look(
    `with m as (
       insert into membership (person_id, membership_id, partner_id, agreement_id, segment, grp, sector, programmes, fund_id, area, during)
       values ($1, gen_random_uuid(), $2, $3, 'BPU', 'vulnerable', 'other', 3, $4, $5, '[2026-01-01,)') returning *)
     insert into cover (person_id, cover_id, membership_id, partner_id, months, programmes, fund_id, evidence, bill_id, area)
     select person_id, gen_random_uuid(), membership_id, partner_id, int4range($6, $6 + 1), 3, fund_id, 'ledger', gen_random_uuid(), area from m`,
    personId,
    agreement.partnerId,
    agreement.agreementId,
    agreement.fundId,
    village,
    monthIndex(at),
  );
}

describe('the lowest seat that is free', () => {
  // biome-ignore format: aligned table of cases
  test.each<[string, number[], number | null, number | undefined]>([
    ['of none taken',                 [],        3,     1],
    ['after the first',               [1],       3,     2],
    ['between two',                   [1, 3],    3,     2],
    ['of all taken',                  [1, 2, 3], 3,     undefined],
    ['of an office without seats',    [],        0,     undefined],
    ['of an unknown number',          [1, 2, 3], null,  4],
  ])('%s', (_, taken, seats, free) => {
    expect(freeSeat(taken, seats)).toBe(free);
  });
});

test('figures add up whatever their order', () => {
  const one = fc.record(
    Object.fromEntries(Object.keys(noSeats).map((key) => [key, fc.nat(1000)])),
  ) as fc.Arbitrary<SeatFigures>;
  fc.assert(
    fc.property(fc.array(one), fc.array(one), (a, b) => {
      expect(addFigures([...a, ...b])).toEqual(addFigures([addFigures(b), addFigures(a)]));
    }),
  );
});

describe('seats', () => {
  test('by law are known everywhere, those of the village only with its source; unknown is not zero', async () => {
    const village = await newVillage();
    const before = await seatsOf(village);
    expect(before.offices.find(({ office }) => office === 'kepala_desa')).toMatchObject({
      count: 1,
      source: 'UU 6/2014 Pasal 25',
    });
    expect(before.offices.find(({ office }) => office === 'kaur')).toMatchObject({
      count: null,
      source: null,
    });
    expect(before.total).toMatchObject({ seats: 5, unknown: 10, vacant: 5, filled: 0 });
    await state(village, 'kaur', 3);
    const after = await seatsOf(village);
    expect(after.offices.find(({ office }) => office === 'kaur')).toMatchObject({
      count: 3,
      source: 'Perdes 3/2020',
      since: '2020-01-01',
    });
    expect(after.total).toMatchObject({ seats: 8, unknown: 9, vacant: 8 });
  });

  test('hold from their day on; of two for one day the later recorded', async () => {
    const village = await newVillage();
    await state(village, 'rt_head', 4, '2020-01-01');
    await state(village, 'rt_head', 6, '2026-06-01');
    await state(village, 'rt_head', 5, '2026-06-01');
    const count = async (on: string) =>
      (await seatsOf(village, world.terminal, day(on))).offices.find(({ office }) => office === 'rt_head')
        ?.count;
    expect(await Promise.all(['2019-12-31', '2020-01-01', '2026-05-31', '2026-06-01'].map(count))).toEqual([
      null,
      4,
      4,
      5,
    ]);
  });

  test('a kelurahan has no village officials and no BPD', async () => {
    const village = await newVillage('kelurahan');
    expect(new Set((await seatsOf(village)).offices.map(({ body }) => body))).toEqual(
      new Set(['rt', 'rw', 'lpm', 'pkk']),
    );
    const [person = ''] = await people(1);
    expect(await refusalOf(seat(village, 'kepala_desa', person))).toMatchObject({
      code: 'offices.notInThisVillage',
    });
  });

  test('cannot be fewer than their holders', async () => {
    const village = await newVillage();
    const [a = '', b = ''] = await people(2);
    await seat(village, 'rt_head', a);
    await seat(village, 'rt_head', b);
    expect(await refusalOf(state(village, 'rt_head', 1))).toEqual({
      code: 'offices.seatsBelowHolders',
      facts: { holders: 2, office: 'Ketua RT' },
    });
    expect(await refusalOf(state(village, 'rt_head', 2))).toBeUndefined();
  });
});

describe('holders', () => {
  test('take the lowest free seat, and no more than there are', async () => {
    const village = await newVillage();
    const [a = '', b = '', c = ''] = await people(3);
    await state(village, 'kasi', 2);
    await seat(village, 'kasi', a, { decreeNumber: 'SK 5/2026', decreeDay: day('2025-12-20') });
    await seat(village, 'kasi', b, { termTo: day('2026-12-31') });
    expect(await refusalOf(seat(village, 'kasi', c))).toEqual({
      code: 'offices.noVacantSeat',
      facts: { seats: 2, office: 'Kepala Seksi (Kasi)' },
    });
    expect(
      (await holdersOf(village, 'kasi')).map((one) => [one.seat, one.decreeNumber, one.termUntil]),
    ).toEqual([
      [1, 'SK 5/2026', null],
      [2, null, '2027-01-01'],
    ]);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['twice in one office',             'rt_head',  {},                                   'offices.heldAlready'],
    ['in another office',               'lpm_member', {},                                 undefined],
    ['in an office nobody knows',       'raja',     {},                                   'offices.notFound'],
    ['with a term that ends before',    'rw_head',  { termTo: day('2025-12-31') },        'request.invalid'],
    ['with a NIK for a label',          'rw_head',  { label: '5304051708909001' },        'request.invalid'],
  ])('%s', async (_, office, more, code) => {
    const village = await newVillage();
    const [person = ''] = await people(1);
    await seat(village, 'rt_head', person);
    expect((await refusalOf(seat(village, office, person, more)))?.code).toBe(code);
  });

  test('are alive', async () => {
    const [person = ''] = await people(1);
    await world.look(`update person set died_on = '2026-02-01' where person_id = $1`, person);
    expect(await refusalOf(seat(await newVillage(), 'rt_head', person))).toEqual({
      code: 'offices.holderDead',
      facts: { day: '2026-02-01' },
    });
  });

  test('the database lets no seat have two holders on one day', async () => {
    const village = await newVillage();
    const [person = ''] = await people(1);
    await seat(village, 'kepala_desa', person);
    const second = world.look(
      `insert into office_occupancy (area, office, seat, holding_id, during) values ($1, 'kepala_desa', 1, gen_random_uuid(), '[2026-05-01,)')`,
      village,
    );
    await expect(second).rejects.toMatchObject({ constraint: 'office_seat_one_holder' });
  });

  test('leave a seat vacant, with the reason, and it is free the day after', async () => {
    const village = await newVillage();
    const [a = '', b = ''] = await people(2);
    const holdingId = await seat(village, 'kepala_desa', a);
    const key = { personId: a, holdingId };
    await vacate(world.terminal, key, day('2026-06-30'), 'resigned');
    expect(await refusalOf(vacate(world.terminal, key, day('2026-07-31'), 'died'))).toMatchObject({
      code: 'offices.endedAlready',
    });
    expect((await refusalOf(seat(village, 'kepala_desa', b, { from: day('2026-06-30') })))?.code).toBe(
      'offices.noVacantSeat',
    );
    await seat(village, 'kepala_desa', b, { from: day('2026-07-01') });
    expect((await seatsOf(village)).former).toMatchObject([
      { personId: a, until: '2026-07-01', endReason: 'resigned' },
    ]);
  });
});

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

  test('of somebody who died ends the membership for that reason', async () => {
    const { old, next, key } = await enrolledOfficial();
    await replace(key, next, '2026-11-16', { reason: 'died' });
    expect(await world.look('select reason from membership_end where person_id = $1', old)).toEqual([
      { reason: 'died' },
    ]);
  });

  // biome-ignore format: aligned table of cases
  test.each<[string, (official: Awaited<ReturnType<typeof enrolledOfficial>>) => Promise<unknown>, object, string]>([
    ['asked not to',                        async () => undefined, { enrol: false }, 'notWanted'],
    ['who left holds another seat too',     async ({ village, old }) => seat(village, 'kaur', old), {}, 'otherSeat'],
    ['the agreement is over by then',       async ({ agreement }) => world.look(`update agreement set during = '[2026-01-01,2026-12-01)' where agreement_id = $1`, agreement.agreementId), {}, 'noAgreement'],
    ['who left is no member by the body',   async ({ old }) => world.look(`update membership set grp = 'vulnerable' where person_id = $1`, old), {}, 'noAgreement'],
  ])('memberships stay when %s', async (_, given, more, why) => {
    const official = await enrolledOfficial();
    await given(official);
    const done = await replace(official.key, official.next, '2026-11-16', more);
    expect(done).toMatchObject({ memberships: why, oldUntil: null });
    expect((await spans(official.agreement, official.old)).map(({ during }) => during)).toEqual(['[2026-01-01,)']);
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
    ['whose NIK is in dispute', `insert into identifier (hash, kind, person_id, state) values (sha256($1::text::bytea), 'nik', $1::uuid, 'disputed')`],
  ])('somebody %s is not enrolled, and then nothing is changed', async (_, statement) => {
    const { village, next, old, key } = await enrolledOfficial();
    await world.look(statement, next);
    expect(await refusalOf(replace(key, next, '2026-11-16'))).toMatchObject({ code: 'offices.withoutNik' });
    expect((await holdersOf(village, 'sekretaris_desa')).map(({ personId }) => personId)).toEqual([old]);
    expect(await replace(key, next, '2026-11-16', { enrol: false })).toMatchObject({ memberships: 'notWanted' });
  });

  test('cannot begin before the one replaced began', async () => {
    const { next, key } = await enrolledOfficial();
    expect(await refusalOf(replace(key, next, '2026-01-01'))).toEqual({
      code: 'offices.lastDayBeforeFirst',
      facts: { from: '2026-01-01' },
    });
  });
});

describe('figures', () => {
  const november = month('2026-11');

  test('of a village: seats, filled, covered, vacant, ending; two seats of one person are two seats and one person', async () => {
    const village = await newVillage();
    const [head = '', several = '', late = ''] = await people(3, village);
    await state(village, 'rt_head', 2);
    await seat(village, 'kepala_desa', head, { termTo: day('2027-01-18') });
    await seat(village, 'rt_head', several, { termTo: day('2027-01-19') });
    // The number of seats of the LPM is not known: the holder is filled, and in no percentage.
    await seat(village, 'lpm_member', several);
    await seat(village, 'sekretaris_desa', late, { termTo: day('2026-11-19') });
    await pay(several, november, village);
    const { total } = await seatsOf(village);
    expect(total).toEqual({
      seats: 7,
      unknown: 9,
      filled: 4,
      filledOfKnown: 3,
      covered: 2,
      coveredOfKnown: 1,
      vacant: 4,
      ending: 2,
      overdue: 1,
      unseen: 0,
    });
    expect(await areaSeats(world.terminal, { area: village })).toMatchObject({
      total,
      people: 3,
      coveredPeople: 1,
      severalSeats: 1,
    });
    expect((await holdersOf(village, 'rt_head'))[0]).toMatchObject({ covered: true, others: ['lpm_member'] });
  });

  test('of an area are the sum of the areas below, and of its bodies, and say what they rest on', async () => {
    for (const area of [5300000000, belu, 5304010000]) {
      const { total, rows, bodies, sources } = await areaSeats(world.terminal, { area });
      expect(addFigures(rows)).toEqual(total);
      expect(addFigures(bodies)).toMatchObject(total);
      expect(sources.reduce((sum, { seats }) => sum + seats, 0)).toBe(total.seats);
    }
  });

  test('a holder who was merged is covered by the record that speaks for them, once', async () => {
    const village = await newVillage();
    const [one = '', other = ''] = await people(2, village);
    await seat(village, 'rt_head', one);
    await pay(other, november, village);
    await world.look(
      `insert into person_alias (alias_id, person_id, canonical_id, decided_by, reason) values (gen_random_uuid(), $1, $2, 'test', 'test')`,
      one,
      other,
    );
    expect((await seatsOf(village)).total.covered).toBe(1);
  });

  test('the relief of the law is no payment', async () => {
    const village = await newVillage();
    const [one = ''] = await people(1, village);
    await seat(village, 'rt_head', one);
    await pay(one, november, village);
    await world.look(`update cover set evidence = 'law', bill_id = null where person_id = $1`, one);
    expect((await seatsOf(village)).total.covered).toBe(0);
  });

  test('the table has a line for everybody in a seat', async () => {
    const village = await newVillage();
    const [one = ''] = await people(1, village, '=Maria, "Ose"');
    await seat(village, 'rt_head', one, { label: 'RT 003', termTo: day('2027-06-30') });
    const csv = csvOf(await officialsTable(world.terminal, { area: village }));
    expect(csv.trimEnd().split('\r\n').at(-1)).toBe(
      `53.04.01.${String(village).slice(6)},Uji,rt,Ketua RT,1,RT 003,"'=Maria, ""Ose""",,,2026-01-01,2027-06-30,false`,
    );
  });
});

describe('who may see and do it', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['a planner of the kabupaten',        () => world.user('planner', belu),                 belu,     undefined],
    ['who asks for the province',         () => world.user('planner', belu),                 5300000000, 'coverage.outsideScope'],
    ['a planner of elsewhere',            () => world.user('planner', malaka),               belu,     'coverage.outsideScope'],
    ['an operator of another village',    () => world.user('village_operator', dafala),      fatubaa,  'coverage.outsideScope'],
    ['a finance officer',                 () => world.user('finance_officer', belu),         belu,     'auth.forbidden'],
  ] as const)('%s', async (_, who, area, code) => {
    expect((await refusalOf(areaSeats(who(), { area })))?.code).toBe(code);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['an operator of the village',        () => world.user('village_operator', fatubaa),     undefined],
    ['of another village',                () => world.user('village_operator', dafala),      'areas.outsideScope'],
    ['a planner',                         () => world.user('planner', belu),                 'auth.forbidden'],
  ] as const)('%s states seats', async (_, who, code) => {
    expect((await refusalOf(state(fatubaa, 'pkk_member', 20, '2026-01-01', who())))?.code).toBe(code);
  });

  test('a holder who lives elsewhere has no name and no cover there, and cannot be chosen', async () => {
    const village = await newVillage();
    const [stranger = ''] = await people(1, besikama, 'Orang Malaka');
    await seat(village, 'rt_head', stranger);
    const operator = world.user('village_operator', village);
    const { offices, total } = await seatsOf(village, operator);
    expect(offices.find(({ office }) => office === 'rt_head')?.holders).toMatchObject([
      { name: null, covered: null },
    ]);
    expect(total).toMatchObject({ filled: 1, covered: 0, unseen: 1 });
    expect((await refusalOf(seat(village, 'rw_head', stranger, {}, operator)))?.code).toBe('people.notFound');
  });
});
