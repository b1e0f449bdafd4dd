import { type Day, day, month } from '@payung/kernel';
import { beforeEach, describe, expect, test } from 'vitest';
import { runBilling } from '#billing';
import { addDeath, holdForDeath, mergePeople, recordDeath, undoMerge, withdrawDeath } from '#people';
import { type Context, change, jobActor } from '#platform/context';
import { newId } from '#platform/ids';
import { connectModules } from '../../api.ts';
import {
  billingWorld,
  malaka,
  refusalOf,
  type SignedAgreement,
  villages,
} from '../../testing/billing-world.ts';
import {
  listPartnerChanges,
  listToldDeaths,
  type MembershipKey,
  monthsAfterDeath,
  recordLeavers,
  toldDeathsTable,
  undoLeaving,
} from './index.ts';

const world = await billingWorld();
connectModules();
/** Registers in Fatuba'a alone, and sees nothing of Malaka. */
const officer = world.user('registration_officer', villages.fatubaa);
let agreement: SignedAgreement;
beforeEach(async () => {
  agreement = await world.sign();
});

const die = (personId: string, diedOn: string, ctx = officer) =>
  recordDeath(ctx, {
    personId,
    diedOn: day(diedOn),
    evidence: 'family_report',
    reference: null,
    note: null,
  });
const revive = (personId: string) => withdrawDeath(officer, personId, 'Orang lain dengan nama sama');

/** Somebody of Fatuba'a who is a member from the first of January. */
async function member(from = '2026-01-01', until: Day | null = null): Promise<string> {
  const [personId = ''] = await world.enrol(agreement, { people: 1, from: day(from), until });
  return personId;
}
/** Another membership of the same person, of which the officer sees nothing. */
async function alsoInMalaka(personId: string): Promise<SignedAgreement> {
  const there = await world.sign({ area: malaka, fundKind: 'csr' });
  await world.look(
    `insert into membership (person_id, membership_id, partner_id, agreement_id, segment, grp, sector, programmes, fund_id, area, during)
     values ($1, gen_random_uuid(), $2, $3, 'BPU', 'vulnerable', 'other', 3, $4, $5, '[2026-02-01,2027-01-01)')`,
    personId,
    there.partnerId,
    there.agreementId,
    there.fundId,
    villages.besikama,
  );
  return there;
}
/** Days of every membership, with the reason of the end that stands. */
const spans = async (personId: string) =>
  (
    await world.look<{ during: string; reason: string | null }>(
      `select m.during::text, e.reason from membership m
       left join membership_end e on e.person_id = m.person_id and e.membership_id = m.membership_id and e.undone_at is null
       where m.person_id = $1 order by m.recorded_at, m.membership_id`,
      personId,
    )
  ).map(({ during, reason }) => [during, reason]);
const saidOf = (personId: string) =>
  world.look(
    `select p.died_on::text as day, d.evidence, d.certified, d.note from person p join death d using (person_id)
     where person_id = $1 and d.died_on = p.died_on`,
    personId,
  );
const keyOf = async (personId: string): Promise<MembershipKey> => {
  const [key] = await world.look<MembershipKey>(
    `select person_id as "personId", membership_id as "membershipId" from membership where person_id = $1 and agreement_id = $2`,
    personId,
    agreement.agreementId,
  );
  if (key === undefined) throw new Error('no membership');
  return key;
};

/** The administrator of the partner of an agreement. */
const partnerOf = ({ partnerId }: SignedAgreement) => ({
  ...world.terminal,
  actor: jobActor(newId(), 'partner_administrator', [
    { role: 'partner_administrator', area: null, partnerId, from: day('2020-01-01'), until: null },
  ]),
});

describe('a membership', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                  from          until         died on       then                          why
    ['in force ends with the day of death',  '2026-01-01', null,         '2026-11-03', '[2026-01-01,2026-11-04)',    'died'],
    ['that would end later ends with it',    '2026-01-01', '2027-01-01', '2026-11-03', '[2026-01-01,2026-11-04)',    'died'],
    ['that began that day has one day',      '2026-11-03', null,         '2026-11-03', '[2026-11-03,2026-11-04)',    'died'],
    ['that began the day after never did',   '2026-11-04', null,         '2026-11-03', 'empty',                      'died'],
    ['that ended with that day stays so',    '2026-01-01', '2026-11-04', '2026-11-03', '[2026-01-01,2026-11-04)',    null],
    ['that ended before stays as it was',    '2026-01-01', '2026-11-01', '2026-11-03', '[2026-01-01,2026-11-01)',    null],
  ])('%s, and is as it was when the death is withdrawn', async (_, from, until, died, then, why) => {
    const personId = await member(from, until === null ? null : day(until));
    const before = await spans(personId);
    await die(personId, died);
    expect(await spans(personId)).toEqual([[then, why]]);
    await revive(personId);
    expect(await spans(personId)).toEqual(before);
  });

  test('of another area ends too, and goes on too', async () => {
    const personId = await member();
    await alsoInMalaka(personId);
    await die(personId, '2026-11-03');
    expect(await spans(personId)).toEqual([
      ['[2026-01-01,2026-11-04)', 'died'],
      ['[2026-02-01,2026-11-04)', 'died'],
    ]);
    await revive(personId);
    expect(await spans(personId)).toEqual([
      ['[2026-01-01,)', null],
      ['[2026-02-01,2027-01-01)', null],
    ]);
  });

  test('follows when a certificate says another day', async () => {
    const personId = await member();
    await die(personId, '2026-11-03');
    await recordDeath(officer, {
      personId,
      diedOn: day('2026-10-30'),
      evidence: 'civil_certificate',
      reference: '5304-KM-01112026-0007',
      note: null,
    });
    expect(await spans(personId)).toEqual([['[2026-01-01,2026-10-31)', 'died']]);
    await revive(personId);
    expect(await spans(personId)).toEqual([['[2026-01-01,)', null]]);
  });

  test('that somebody said to end later ends with the death, and as was said when it is withdrawn', async () => {
    const personId = await member();
    const members = [await keyOf(personId)];
    await recordLeavers(world.terminal, {
      members,
      lastDay: day('2026-11-30'),
      reason: 'contract_ended',
      note: null,
      listId: null,
    });
    await die(personId, '2026-11-03');
    expect(await spans(personId)).toEqual([['[2026-01-01,2026-11-04)', 'died']]);
    await revive(personId);
    expect(await spans(personId)).toEqual([['[2026-01-01,2026-12-01)', 'contract_ended']]);
  });

  test('stays ended when another one of its kind began since', async () => {
    const personId = await member();
    await die(personId, '2026-11-03');
    await world.look(
      `insert into membership (person_id, membership_id, partner_id, agreement_id, segment, grp, sector, programmes, fund_id, area, during)
       select person_id, gen_random_uuid(), partner_id, agreement_id, segment, grp, sector, programmes, fund_id, area, '[2026-12-01,)'
       from membership where person_id = $1`,
      personId,
    );
    await revive(personId);
    expect(await spans(personId)).toContainEqual(['[2026-01-01,2026-11-04)', 'died']);
  });

  test('of a record that is merged into a dead one ends, and goes on when they are two again', async () => {
    const [living, dead] = [await member(), await member()];
    await die(dead, '2026-11-03');
    const merged = await mergePeople(officer, {
      personId: living,
      into: dead,
      reason: 'KTP keduanya dilihat',
    });
    expect(await spans(living)).toEqual([['[2026-01-01,2026-11-04)', 'died']]);
    await undoMerge(officer, merged, 'ternyata dua orang');
    expect([await spans(living), await spans(dead)]).toEqual([
      [['[2026-01-01,)', null]],
      [['[2026-01-01,2026-11-04)', 'died']],
    ]);
  });
});

describe('a partner that says of a member they died', () => {
  const partner = () => partnerOf(agreement);
  const leave = (members: readonly MembershipKey[], lastDay: string, ctx: Context = partner()) =>
    recordLeavers(ctx, {
      members,
      lastDay: day(lastDay),
      reason: 'died',
      note: 'kata istrinya',
      listId: null,
    });

  test('ends its own list alone, and takes that back: the death waits for who may record it', async () => {
    const personId = await member();
    await alsoInMalaka(personId);
    const key = await keyOf(personId);
    expect(await leave([key], '2026-11-03')).toMatchObject({ ended: 1 });
    expect(await saidOf(personId)).toEqual([]);
    expect(await spans(personId)).toEqual([
      ['[2026-01-01,2026-11-04)', 'died'],
      ['[2026-02-01,2027-01-01)', null],
    ]);
    await undoLeaving(partner(), key);
    expect((await spans(personId))[0]).toEqual(['[2026-01-01,)', null]);
  });

  test('ends no other list either when the same account may record deaths somewhere else', async () => {
    const personId = await member();
    const { actor } = world.user('village_operator', villages.besikama);
    const both = jobActor(actor.id, actor.name, [...(partner().actor.grants ?? []), ...(actor.grants ?? [])]);
    await leave([await keyOf(personId)], '2026-11-03', { ...world.terminal, actor: both });
    expect(await saidOf(personId)).toEqual([]);
  });

  test('whose leaving is taken back lets the membership run to the day of death, when that was recorded since', async () => {
    const personId = await member();
    const key = await keyOf(personId);
    await leave([key], '2026-11-03');
    await die(personId, '2026-11-05');
    await undoLeaving(partner(), key);
    expect(await spans(personId)).toEqual([['[2026-01-01,2026-11-06)', 'died']]);
    await revive(personId);
    expect(await spans(personId)).toEqual([['[2026-01-01,)', null]]);
  });

  test('and is a registration officer writes the death, as reported, and every membership ends', async () => {
    const personId = await member();
    await alsoInMalaka(personId);
    expect(await leave([await keyOf(personId)], '2026-11-03', world.terminal)).toMatchObject({ ended: 1 });
    expect(await saidOf(personId)).toEqual([
      { day: '2026-11-03', evidence: 'partner_report', certified: false, note: 'kata istrinya' },
    ]);
    expect((await spans(personId)).map(([, reason]) => reason)).toEqual(['died', 'died']);
  });

  test('cannot take a recorded death back from its list: the death is withdrawn', async () => {
    const personId = await member();
    const key = await keyOf(personId);
    await leave([key], '2026-11-03', world.terminal);
    const { changes } = await listPartnerChanges(partner(), {
      partnerId: agreement.partnerId,
      from: day('2026-11-01'),
      to: day('2026-11-30'),
    });
    expect(changes).toMatchObject([{ kind: 'left', reason: 'died', undoable: false }]);
    expect((await refusalOf(undoLeaving(partner(), key)))?.code).toBe('memberships.endedByDeath');
    await withdrawDeath(world.terminal, personId, 'istrinya keliru');
    expect(await spans(personId)).toEqual([['[2026-01-01,)', null]]);
  });

  test('of several who died, all or none', async () => {
    const [first, second] = [await member(), await member()];
    const keys = [await keyOf(first), await keyOf(second)];
    expect((await refusalOf(leave(keys, '2026-11-21', world.terminal)))?.code).toBe('people.deathAhead');
    expect(await spans(first)).toEqual([['[2026-01-01,)', null]]);
    expect(await leave(keys, '2026-11-20', world.terminal)).toMatchObject({ ended: 2 });
  });

  test('only ends the list for somebody who has moved out of sight', async () => {
    const personId = await member();
    const key = await keyOf(personId);
    await world.look(
      `update person set partners = '{}', area = $2 where person_id = $1`,
      personId,
      villages.besikama,
    );
    expect(await leave([key], '2026-11-03')).toMatchObject({ ended: 1 });
    expect(await saidOf(personId)).toEqual([]);
    expect(await spans(personId)).toEqual([['[2026-01-01,2026-11-04)', 'died']]);
  });
});

describe('at the same moment', () => {
  /** Until somebody waits for a lock. */
  async function waits(): Promise<void> {
    for (;;) {
      const rows = await world.look(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      if (rows.length > 0) return;
    }
  }

  test('a death and a leaving by the same death wait for one another, never in a circle', async () => {
    const personId = await member();
    const key = await keyOf(personId);
    const held = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    // Has the locks of a death, and has not reached the membership yet.
    const death = change(officer, 'deaths.record', async (tx) => {
      await holdForDeath(tx, [personId], true);
      held.resolve();
      await released.promise;
      await addDeath(
        tx,
        {
          personId,
          diedOn: day('2026-11-03'),
          evidence: 'family_report',
          reference: null,
          note: null,
        },
        null,
      );
    });
    await held.promise;
    const leaving = refusalOf(
      recordLeavers(world.terminal, {
        members: [key],
        lastDay: day('2026-11-03'),
        reason: 'died',
        note: null,
        listId: null,
      }),
    );
    await waits();
    released.resolve();
    await death;
    expect((await leaving)?.code).toBe('memberships.endedAlready');
    expect(await spans(personId)).toEqual([['[2026-01-01,2026-11-04)', 'died']]);
  });
});

describe('a death that a partner told', () => {
  /** Those of these people who are on the list. */
  const told = async (ctx: Context, people: readonly string[]) =>
    (await listToldDeaths(ctx)).filter(({ personId }) => people.includes(personId));
  const leave = async (personId: string) =>
    recordLeavers(partnerOf(agreement), {
      members: [await keyOf(personId)],
      lastDay: day('2026-11-03'),
      reason: 'died',
      note: 'kata istrinya',
      listId: null,
    });

  test('waits for who may record it where the person lives, until it is recorded or taken back', async () => {
    const [dead, living] = [await member(), await member()];
    for (const one of [dead, living]) await leave(one);
    expect(await told(officer, [dead, living])).toMatchObject([
      { personId: dead, areaName: "Fatuba'a", lastDay: '2026-11-03', note: 'kata istrinya' },
      { personId: living },
    ]);
    const { rows } = await toldDeathsTable(officer);
    expect(rows).toContainEqual(expect.arrayContaining([dead, '2026-11-03', 'kata istrinya']));
    await die(dead, '2026-11-03');
    await undoLeaving(partnerOf(agreement), await keyOf(living));
    expect(await told(officer, [dead, living])).toEqual([]);
    await revive(dead);
    expect(await told(officer, [dead, living])).toMatchObject([{ personId: dead }]);
  });

  test('is not shown to whom it does not belong', async () => {
    const personId = await member();
    await leave(personId);
    expect(await listToldDeaths(world.user('village_operator', villages.besikama))).toEqual([]);
    expect((await refusalOf(listToldDeaths(partnerOf(agreement))))?.code).toBe('auth.forbidden');
  });
});

describe('a bill', () => {
  const bill = (at: string) =>
    runBilling(world.terminal, { agreementId: agreement.agreementId, from: month(at), to: month(at) });

  test('asks for the month of death and for none after it, until the death is withdrawn', async () => {
    const [dead] = [await member(), await member()];
    await die(dead, '2026-10-01');
    expect(await bill('2026-10')).toMatchObject({ people: 2, deceased: 0 });
    expect(await bill('2026-11')).toMatchObject({ people: 1, deceased: 1 });
    await revive(dead);
    expect(await bill('2026-11')).toMatchObject({ people: 1, deceased: 0 });
  });

  test('that asks for later months, and months that were paid, are told to whoever may record the death', async () => {
    const personId = await member();
    const asked = await runBilling(world.terminal, {
      agreementId: agreement.agreementId,
      from: month('2026-10'),
      to: month('2026-12'),
    });
    await die(personId, '2026-10-15');
    expect(await monthsAfterDeath(world.terminal, personId)).toMatchObject({
      diedOn: '2026-10-15',
      openBills: [{ number: asked.number, months: 2, amount: 33_600 }],
      paid: [],
    });
    // The bill is of the kabupaten, the line of the village.
    expect((await monthsAfterDeath(officer, personId)).openBills).toMatchObject([
      { number: null, months: 2 },
    ]);
    await world.look(
      `insert into cover (person_id, cover_id, membership_id, months, programmes, evidence, bill_id, partner_id, area, fund_id)
       select person_id, gen_random_uuid(), membership_id, int4range(min(month), max(month) + 1), 3, 'ledger', bill_id, partner_id, area, $2
       from bill_line where person_id = $1 group by person_id, membership_id, bill_id, partner_id, area`,
      personId,
      agreement.fundId,
    );
    expect(await monthsAfterDeath(officer, personId)).toMatchObject({
      openBills: [],
      paid: [{ months: 2, through: '2026-12' }],
    });
    const elsewhere = world.user('village_operator', villages.besikama);
    expect((await refusalOf(monthsAfterDeath(elsewhere, personId)))?.code).toBe('people.notFound');
    expect((await refusalOf(monthsAfterDeath(officer, await member())))?.code).toBe('people.notDead');
  });
});
