import { day, month } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvOf } from '#platform/spreadsheet';
import { belu, malaka, refusalOf, villages } from '../../testing/billing-world.ts';
import { addFigures, areaSeats, officialsTable, vacate } from './index.ts';
import { freeSeat, noSeats, type SeatFigures } from './model.ts';
import { officesWorld } from './testing/offices-world.ts';

const world = await officesWorld();
const { newVillage, people, seat, state, seatsOf, holdersOf, pay } = world;
const { fatubaa, dafala, besikama } = villages;

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
    const { total, bodies } = await areaSeats(world.terminal, { area: village });
    expect(total).toMatchObject({ seats: 0, unknown: 6 });
    expect(bodies.find(({ body }) => body === 'bpd')).toMatchObject({ seats: 0, unknown: 0 });
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
      facts: { lastDay: '2026-06-30' },
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
