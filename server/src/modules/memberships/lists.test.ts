import { day, type Month, month, monthIndex } from '@payung/kernel';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { jobActor } from '#platform/context';
import { newId } from '#platform/ids';
import { streamResponse } from '#platform/spreadsheet';
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
  countClasses,
  type LeavingReason,
  listPartnerChanges,
  listPartnerMembers,
  listPresumedLeavers,
  type MembershipKey,
  partnerChangesTable,
  partnerListTable,
  recordLeavers,
  recordStays,
  stateComplete,
  undoLeaving,
  withdrawComplete,
} from './index.ts';

let world: BillingWorld;
let agreement: SignedAgreement;
beforeAll(async () => {
  world = await billingWorld();
});
beforeEach(async () => {
  agreement = await world.sign();
});

const november = month('2026-11');
const partnerUser = (partnerId: string) => ({
  ...world.terminal,
  actor: jobActor(newId(), 'partner_administrator', [
    { role: 'partner_administrator', area: null, partnerId, from: day('2020-01-01'), until: null },
  ]),
});

/** Members who joined on the first of January. */
async function members(people: number, village: number = villages.fatubaa): Promise<MembershipKey[]> {
  const ids = await world.enrol(agreement, { people, village, from: day('2026-01-01') });
  const rows = await world.look<MembershipKey>(
    `select person_id as "personId", membership_id as "membershipId" from membership where person_id = any ($1) order by person_id`,
    ids,
  );
  return rows;
}

/** A paid month of a membership, with its bill. */
async function pay({ personId, membershipId }: MembershipKey, at: Month) {
  await world.look(
    `insert into cover (person_id, cover_id, membership_id, partner_id, months, programmes, fund_id, evidence, bill_id, area)
     select person_id, gen_random_uuid(), membership_id, partner_id, int4range($3, $3 + 1), 3, fund_id, 'ledger', gen_random_uuid(), area
     from membership where person_id = $1 and membership_id = $2`,
    personId,
    membershipId,
    monthIndex(at),
  );
}

const leave = (
  keys: readonly MembershipKey[],
  lastDay: string,
  reason: LeavingReason = 'stopped',
  ctx = world.terminal,
) => recordLeavers(ctx, { members: keys, lastDay: day(lastDay), reason, note: null, listId: null });
const listed = (at: Month = november, ctx = world.terminal) =>
  listPartnerMembers(ctx, { partnerId: agreement.partnerId, month: at });
const changed = (from: string, to: string, ctx = world.terminal) =>
  listPartnerChanges(ctx, { partnerId: agreement.partnerId, from: day(from), to: day(to) });

describe('the list of a partner', () => {
  test('says of each whether the month is paid, and counts the whole list', async () => {
    const [paid, late, lapsed, never] = await members(4);
    if (!paid || !late || !lapsed || !never) throw new Error('four were enrolled');
    await pay(paid, november);
    await pay(late, month('2026-08'));
    await pay(lapsed, month('2026-07'));
    const { counts, members: rows, next } = await listed();
    expect(counts).toEqual({ paid: 1, unpaid: 2, lapsed: 1 });
    expect(next).toBeNull();
    const states = new Map(rows.map((one) => [one.personId, [one.state, one.paidThrough]]));
    expect(states).toEqual(
      new Map([
        [paid.personId, ['paid', '2026-11']],
        [late.personId, ['unpaid', '2026-08']],
        [lapsed.personId, ['lapsed', '2026-07']],
        [never.personId, ['unpaid', null]],
      ]),
    );
    const only = await listPartnerMembers(world.terminal, {
      partnerId: agreement.partnerId,
      month: november,
      state: 'lapsed',
    });
    expect(only.members.map(({ personId }) => personId)).toEqual([lapsed.personId]);
  });

  test('pages follow one another without a gap or a repetition, and the file has them all', async () => {
    const all = await members(230);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listPartnerMembers(world.terminal, {
        partnerId: agreement.partnerId,
        month: november,
        after,
      });
      seen.push(...page.members.map(({ membershipId }) => membershipId));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toHaveLength(230);
    expect(new Set(seen)).toEqual(new Set(all.map(({ membershipId }) => membershipId)));
    const table = await partnerListTable(world.terminal, {
      partnerId: agreement.partnerId,
      month: november,
    });
    const csv = await streamResponse(table, 'csv').text();
    expect(csv.trimEnd().split('\r\n')).toHaveLength(231);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['its own administrator',                () => partnerUser(agreement.partnerId),             3],
    ['another partner’s administrator',      () => partnerUser(newId()),                         0],
    ['a planner of the kabupaten',           () => world.user('planner', belu),                  3],
    ['a planner of elsewhere',               () => world.user('planner', malaka),                0],
    ['an operator of the village',           () => world.user('village_operator', villages.dafala), 1],
  ])('%s sees what the scope shows', async (_, who, count) => {
    await members(2);
    await members(1, villages.dafala);
    const { members: rows, counts } = await listed(november, who());
    expect([rows.length, counts.unpaid]).toEqual([count, count]);
    expect((await listPresumedLeavers(who(), agreement.partnerId)).total).toBe(0);
  });

  test('somebody who moved out of the caller’s areas is on the list without a name', async () => {
    const [gone] = await members(1);
    await world.look('update person set area = $2 where person_id = $1', gone?.personId, villages.besikama);
    const { members: rows } = await listed(november, world.user('planner', belu));
    expect(rows.map(({ name }) => name)).toEqual([null]);
  });

  test('a finance officer has no business with it', async () => {
    expect((await refusalOf(listed(november, world.user('finance_officer', belu))))?.code).toBe(
      'auth.forbidden',
    );
  });
});

test('members are classified by partner, segment and group, each person once in a cell', async () => {
  const [paid] = await members(3);
  await members(1, villages.besikama);
  if (paid) await pay(paid, november);
  const own = async (area?: number, ctx = world.terminal) =>
    (await countClasses(ctx, { month: november, area })).filter(
      ({ partnerId }) => partnerId === agreement.partnerId,
    );
  expect(await own()).toMatchObject([{ segment: 'BPU', group: 'vulnerable', members: 4, paid: 1 }]);
  expect(await own(belu)).toMatchObject([{ members: 3, paid: 1 }]);
  expect(await own(undefined, world.user('planner', malaka))).toMatchObject([{ members: 1, paid: 0 }]);
});

describe('leaving', () => {
  test('ends the membership after the last day, with the reason, and the list of the month after is shorter', async () => {
    const [one, ...others] = await members(3);
    if (!one) throw new Error('three were enrolled');
    expect(await leave([one], '2026-11-15', 'moved', partnerUser(agreement.partnerId))).toEqual({
      ended: 1,
      openBills: [],
      paidBeyond: 0,
    });
    expect((await listed()).members).toHaveLength(3);
    expect((await listed(month('2026-12'))).members.map(({ personId }) => personId).sort()).toEqual(
      others.map(({ personId }) => personId).sort(),
    );
    const { entered, left, changes } = await changed('2026-11-01', '2026-11-30');
    expect([entered, left]).toEqual([0, 1]);
    expect(changes[0]).toMatchObject({ kind: 'left', on: '2026-11-15', reason: 'moved', undoable: true });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['from the day they joined',          '2026-01-01', '2026-01-01', 3, 0],
    ['the day before they joined',        '2025-01-01', '2025-12-31', 0, 0],
    ['the last day of who left',          '2026-06-30', '2026-06-30', 0, 2],
    ['the day after',                     '2026-07-01', '2026-07-01', 0, 0],
  ])('entrants and leavers %s', async (_, from, to, entered, left) => {
    const [, ...two] = await members(3);
    await leave(two, '2026-06-30');
    expect(await changed(from, to)).toMatchObject({ entered, left });
    const table = await partnerChangesTable(world.terminal, { partnerId: agreement.partnerId, from: day(from), to: day(to) });
    const csv = await streamResponse(table, 'csv').text();
    expect(csv.trimEnd().split('\r\n')).toHaveLength(1 + entered + left);
  });

  test('a membership that ran out with its agreement left for that reason', async () => {
    agreement = await world.sign();
    await world.enrol(agreement, { people: 1, from: day('2026-01-01'), until: day('2026-07-01') });
    const { changes } = await changed('2026-06-30', '2026-06-30');
    expect(changes[0]).toMatchObject({ reason: 'agreement_ended', undoable: false });
  });

  test('tells which unpaid bills still ask for later months, and who has paid beyond', async () => {
    const [owing, prepaid] = await members(2);
    if (!owing || !prepaid) throw new Error('two were enrolled');
    const billId = newId();
    await world.look(
      `insert into bill (bill_id, number, agreement_id, partner_id, fund_id, area, months, people, amount, issued_on, due_on, made_by)
       values ($1, 'B-1', $2, $3, $4, $5, int4range($6, $6 + 2), 1, 33600, '2026-11-01', '2026-11-15', 'test')`,
      billId,
      agreement.agreementId,
      agreement.partnerId,
      agreement.fundId,
      belu,
      monthIndex(november),
    );
    await world.look(
      `with e as (insert into explanation (hash, tree) values (sha256('x'), '{}') on conflict do nothing)
       insert into bill_line (person_id, membership_id, month, bill_id, jkk, jkm, amount, explanation, partner_id, area)
       select $1, $2, month, $3, 10000, 6800, 16800, sha256('x'), $4, $5 from unnest($6::integer[]) month`,
      owing.personId,
      owing.membershipId,
      billId,
      agreement.partnerId,
      belu,
      [monthIndex(november), monthIndex(november) + 1],
    );
    await pay(prepaid, month('2026-12'));
    expect(await leave([owing, prepaid], '2026-11-30')).toEqual({
      ended: 2,
      openBills: [{ number: 'B-1', people: 1, months: 1, amount: 16_800 }],
      paidBeyond: 1,
    });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['on the first day',                       ['2026-01-01'],                undefined],
    ['before the first day',                   ['2025-12-31'],                'memberships.lastDayBeforeFirst'],
    ['twice',                                  ['2026-10-31', '2026-10-31'],  'memberships.endedAlready'],
    ['again, earlier',                         ['2026-10-31', '2026-09-30'],  'memberships.endedAlready'],
  ])('%s', async (_, days, code) => {
    const keys = await members(1);
    const [first = '', second] = days;
    if (second !== undefined) await leave(keys, first);
    expect((await refusalOf(leave(keys, second ?? first)))?.code).toBe(code);
  });

  test('of several partners at once stands in the log of each', async () => {
    const first = await members(2);
    const other = agreement.partnerId;
    agreement = await world.sign();
    await leave([...first, ...(await members(1))], '2026-10-31');
    const entries = await world.look<{ subject_id: string; people: number }>(
      `select subject_id, (facts ->> 'people')::integer as people from audit_entry
       where action = 'memberships.ended' and subject_id = any ($1) order by people`,
      [other, agreement.partnerId],
    );
    expect(entries).toEqual([
      { subject_id: agreement.partnerId, people: 1 },
      { subject_id: other, people: 2 },
    ]);
  });

  test('all or none: one who cannot leave keeps the others', async () => {
    const [one, two] = await members(2);
    if (!one || !two) throw new Error('two were enrolled');
    await leave([one], '2026-10-31');
    expect((await refusalOf(leave([two, one], '2026-11-30')))?.code).toBe('memberships.endedAlready');
    expect((await listed(month('2026-12'))).members).toHaveLength(1);
  });

  test('is taken back: the membership goes on as it would have', async () => {
    agreement = await world.sign();
    await world.enrol(agreement, { people: 1, from: day('2026-01-01'), until: day('2027-01-01') });
    const [key] = (await listed()).members;
    if (!key) throw new Error('one was enrolled');
    await leave([key], '2026-11-15');
    await undoLeaving(world.terminal, key);
    expect((await listed()).members[0]).toMatchObject({ until: '2027-01-01' });
    expect((await refusalOf(undoLeaving(world.terminal, key)))?.code).toBe('memberships.endNotStanding');
    // And may be said again.
    expect((await leave([key], '2026-11-20')).ended).toBe(1);
  });

  test('is not taken back once the person came back through the same partner', async () => {
    const [key] = await members(1);
    if (!key) throw new Error('one was enrolled');
    await leave([key], '2026-06-30');
    await world.look(
      `insert into membership (person_id, membership_id, partner_id, agreement_id, segment, grp, sector, programmes, fund_id, area, during)
       select person_id, gen_random_uuid(), partner_id, agreement_id, segment, grp, sector, programmes, fund_id, area, '[2026-09-01,)'
       from membership where membership_id = $1`,
      key.membershipId,
    );
    await expect(undoLeaving(world.terminal, key)).rejects.toMatchObject({
      constraint: 'membership_no_overlap',
    });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['its own administrator',       () => partnerUser(agreement.partnerId),      undefined],
    ['another partner’s',           () => partnerUser(newId()),                  'memberships.notFound'],
    ['an officer of elsewhere',     () => world.user('registration_officer', malaka), 'memberships.notFound'],
    ['a village operator',          () => world.user('village_operator', belu),  'auth.forbidden'],
    ['a planner',                   () => world.user('planner', belu),           'auth.forbidden'],
  ])('%s may or may not', async (_, who, code) => {
    expect((await refusalOf(leave(await members(1), '2026-11-30', 'stopped', who())))?.code).toBe(code);
  });

  test('a NIK does not get into the remark', async () => {
    const given = { members: await members(1), lastDay: day('2026-11-30'), listId: null } as const;
    const attempt = recordLeavers(world.terminal, {
      ...given,
      reason: 'moved',
      note: 'NIK 5304051708909001',
    });
    expect((await refusalOf(attempt))?.code).toBe('request.invalid');
  });
});

describe('a complete list', () => {
  /** A checked roster of the agreement as of the first of November whose rows mean these people. */
  async function roster(
    people: readonly string[],
    doubtful: readonly string[] = [],
    startsOn = '2026-11-01',
    area: number = belu,
  ): Promise<string> {
    const [rosterId, fileId] = [newId(), newId()];
    await world.look(
      `insert into stored_file (file_id, name, digest, size, area, made_by) values ($1, 'x', 'x', 1, $2, 'test')`,
      fileId,
      area,
    );
    await world.look(
      `insert into roster (roster_id, partner_id, agreement_id, area, file_id, file_name, digest, starts_on, policy, state, made_by)
       values ($1, $2, $3, $4, $5, 'semua.xlsx', $6, $7, 'good_rows', 'checked', 'test')`,
      rosterId,
      agreement.partnerId,
      agreement.agreementId,
      area,
      fileId,
      rosterId,
      startsOn,
    );
    await world.look(
      `insert into roster_row (roster_id, ordinal, sheet, "row", verdict, reason, person_id, doubt, area, partner_id)
       select $1, row_number() over (), '', row_number() over () + 1, verdict, 'x', case verdict when 'known' then person end,
         case verdict when 'doubtful' then jsonb_build_object('items', jsonb_build_array(jsonb_build_object('kind', 'person', 'person', person))) end,
         $2, $3
       from (select 'known' as verdict, p as person from unnest($4::uuid[]) p union all select 'doubtful', p from unnest($5::uuid[]) p) x`,
      rosterId,
      area,
      agreement.partnerId,
      people,
      doubtful,
    );
    return rosterId;
  }
  const missing = async () =>
    (await listPresumedLeavers(world.terminal, agreement.partnerId)).missing.map(({ personId }) => personId);

  test('asks about members it does not name, and nobody leaves by it', async () => {
    const [named, perhaps, gone] = await members(3);
    if (!named || !perhaps || !gone) throw new Error('three were enrolled');
    const listId = await stateComplete(world.terminal, await roster([named.personId], [perhaps.personId]));
    const { lists, missing: asked, total } = await listPresumedLeavers(world.terminal, agreement.partnerId);
    expect(lists).toMatchObject([{ listId, fileName: 'semua.xlsx', asOf: '2026-11-01', unrecognised: 1 }]);
    expect(asked).toMatchObject([{ personId: gone.personId, listId }]);
    expect(total).toBe(1);
    expect((await listed(month('2026-12'))).members).toHaveLength(3);
  });

  test('confirming, staying, or withdrawing the list ends the question', async () => {
    const [named, gone, stays, open] = await members(4);
    if (!named || !gone || !stays || !open) throw new Error('four were enrolled');
    const rosterId = await roster([named.personId]);
    const listId = await stateComplete(world.terminal, rosterId);
    await recordLeavers(world.terminal, {
      members: [gone],
      lastDay: day('2026-10-31'),
      reason: 'stopped',
      note: null,
      listId,
    });
    await recordStays(world.terminal, listId, [stays], 'tertinggal');
    expect(await missing()).toEqual([open.personId]);
    await withdrawComplete(world.terminal, listId);
    expect(await missing()).toEqual([]);
    expect((await refusalOf(recordStays(world.terminal, listId, [open], null)))?.code).toBe(
      'memberships.listNotFound',
    );
    // Stated again, the question is there again.
    expect(await stateComplete(world.terminal, rosterId)).toBe(listId);
    expect(await missing()).toEqual([open.personId]);
  });

  test('only the latest counts, and only for who was a member on its day and in its area', async () => {
    const [one, two] = await members(2);
    const [elsewhere] = await members(1, villages.dafala);
    if (!one || !two || !elsewhere) throw new Error('three were enrolled');
    await stateComplete(world.terminal, await roster([one.personId], [], '2026-10-01'));
    await stateComplete(world.terminal, await roster([one.personId, two.personId, elsewhere.personId]));
    expect(await missing()).toEqual([]);
    await world.enrol(agreement, { people: 1, from: day('2026-11-02') });
    expect(await missing()).toEqual([]);
    await stateComplete(world.terminal, await roster([one.personId], [], '2026-11-01', villages.fatubaa));
    expect(await missing()).toEqual([two.personId]);
  });

  test('a merged record is named by the one that speaks for it', async () => {
    const [one] = await members(1);
    const [other] = await world.enrol(await world.sign(), { people: 1 });
    await world.look(
      `insert into person_alias (alias_id, person_id, canonical_id, decided_by, reason) values (gen_random_uuid(), $1, $2, 'test', 'test')`,
      one?.personId,
      other,
    );
    await stateComplete(world.terminal, await roster([other ?? '']));
    expect(await missing()).toEqual([]);
  });

  test('is of a roster that was checked, and in scope', async () => {
    const rosterId = await roster([]);
    const stranger = world.user('registration_officer', malaka);
    expect((await refusalOf(stateComplete(stranger, rosterId)))?.code).toBe('rosters.notFound');
    await world.look(`update roster set state = 'received' where roster_id = $1`, rosterId);
    expect((await refusalOf(stateComplete(world.terminal, rosterId)))?.code).toBe('rosters.notChecked');
  });
});
