import { day, month } from '@payung/kernel';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runBilling } from '#billing';
import { stepAgreement } from '#partners';
import { addDeath } from '#people';
import { type Context, change } from '#platform/context';
import type { SignedAgreement } from '../../testing/billing-world.ts';
import {
  malaka,
  minutes,
  refusalOf,
  type SelectionWorld,
  selectionWorld,
  sk,
  villages,
} from '../../testing/selection-world.ts';
import {
  assessPeople,
  checkPeople,
  decideProposal,
  decreeProposal,
  enrolProposal,
  getAnnex,
  getProposal,
  rankPeople,
  reopenProposal,
  revealAnnex,
  verifyProposal,
} from './index.ts';

let world: SelectionWorld;
let agreement: SignedAgreement;
let number = 0;
beforeAll(async () => {
  world = await selectionWorld();
});
beforeEach(async () => {
  agreement = await world.sign();
  number += 1;
});

const decided = async (people: number, quota?: number) => {
  const list = await world.ranked(agreement, people, quota);
  await decideProposal(world.operator, list.proposalId, { ...minutes, number: `BA/${number}` });
  return list;
};
const verified = async (people: number, quota?: number) => {
  const list = await decided(people, quota);
  await checkPeople(world.officer, list.proposalId, list.people, null);
  await verifyProposal(world.officer, list.proposalId);
  return list;
};
const decreed = async (people: number, quota?: number) => {
  const list = await verified(people, quota);
  await decreeProposal(world.officer, list.proposalId, { ...sk, number: `SK/${number}` });
  return list;
};
const stateOf = async (proposalId: string) => (await getProposal(world.officer, proposalId)).proposal.state;
const standingOf = async (proposalId: string) =>
  (await getProposal(world.officer, proposalId)).entries.map(({ standing }) => standing);

describe('the way of a list', () => {
  test('from the draft over the meeting, the check and the decree to members of the named people only', async () => {
    const { proposalId, people } = await decreed(3);
    const enrolled = await enrolProposal(world.officer, proposalId);
    expect(enrolled).toEqual({ enrolled: 2, left: 0 });
    const rows = await world.look(
      `select m.person_id, m.during::text, m.roster_id, b.income, m.decree_id = p.decree_id as decreed, m.annex_place
       from membership m join membership_basis b using (person_id, membership_id) join proposal p on p.proposal_id = $1
       where m.agreement_id = $2`,
      proposalId,
      agreement.agreementId,
    );
    expect(rows).toHaveLength(2);
    expect(rows.map((row) => (row as { person_id: string }).person_id).sort()).toEqual(
      people.slice(0, 2).sort(),
    );
    expect(
      people.slice(0, 2).map((one) => rows.find((row) => (row as { person_id: string }).person_id === one)),
    ).toMatchObject([{ annex_place: 1 }, { annex_place: 2 }]);
    expect(rows[0]).toMatchObject({
      during: '[2026-11-01,2027-01-01)',
      roster_id: null,
      income: 1_000_000,
      decreed: true,
    });
    const file = await getProposal(world.officer, proposalId);
    expect(file.proposal).toMatchObject({ state: 'enrolled', enrolled: 2, decreeNumber: `SK/${number}` });
    expect(file.steps.map(({ state }) => state)).toEqual([
      'draft',
      'decided',
      'verified',
      'decreed',
      'enrolled',
    ]);
    expect(file.entries.map(({ outcome }) => outcome)).toEqual(['enrolled', 'enrolled', null]);
    // Two people, two months, Rp 16.800: what the list announced is what is billed.
    expect(file.cost).toMatchObject({ monthly: 16_800, months: 2, perPerson: 33_600, total: 67_200 });
    const bill = await runBilling(world.terminal, {
      agreementId: agreement.agreementId,
      from: month('2026-11'),
      to: month('2026-12'),
    });
    expect(bill.amount).toBe(file.cost.total);
  });

  test('the annex stays as it was decreed, whatever becomes of the people', async () => {
    const { proposalId, people } = await decreed(2);
    const before = await getAnnex(world.officer, proposalId);
    await world.look(`update person set name = 'Berganti Nama' where person_id = $1`, people[0]);
    const after = await getAnnex(world.officer, proposalId);
    expect(after.lines).toEqual(before.lines);
    expect(after.lines.map(({ place }) => place)).toEqual([1, 2]);
    expect(after.lines[0]).toMatchObject({
      villageName: "Fatuba'a",
      rt: '004',
      rw: '002',
      occupation: 'Petani',
    });
    const [decree] = await world.look<{ annex_digest: string; signed_as: string; area: number }>(
      `select annex_digest, signed_as, area from decree where kind = 'SK' and agreement_id = $1`,
      agreement.agreementId,
    );
    expect(decree).toMatchObject({ signed_as: 'Bupati Belu', area: villages.fatubaa });
    expect(decree?.annex_digest).toMatch(/^[0-9a-f]{64}$/);
  });

  test('the minutes name everybody by rank, the decree those who fill a place; both are frozen', async () => {
    const { proposalId, people } = await decreed(3);
    await world.look(`update person set name = 'Berganti Nama' where person_id = $1`, people[2]);
    const minuted = await getAnnex(world.officer, proposalId, 'minutes');
    expect(minuted.lines.map(({ personId, isSubstitute }) => [personId, isSubstitute])).toEqual([
      [people[0], false],
      [people[1], false],
      [people[2], true],
    ]);
    expect(minuted.decree.kind).toBe('BA');
    expect(minuted.lines.map(({ name }) => name)).not.toContain('Berganti Nama');
    const named = await getAnnex(world.officer, proposalId);
    expect(named.lines.map(({ personId }) => personId)).toEqual(people.slice(0, 2));
  });

  test('numbers are masked; in full only for who may open envelopes, and recorded', async () => {
    const { proposalId, people } = await decreed(2);
    const masked = await getAnnex(world.officer, proposalId);
    expect(masked.lines.every(({ nik }) => /^5304••••••••\d{4}$/.test(nik))).toBe(true);
    const whole = await revealAnnex(world.officer, proposalId);
    expect(whole.lines.every(({ nik }) => /^\d{16}$/.test(nik))).toBe(true);
    const planner = world.user('planner', 5304000000);
    expect((await getAnnex(planner, proposalId)).lines).toHaveLength(2);
    expect((await refusalOf(revealAnnex(planner, proposalId)))?.code).toBe('auth.forbidden');
    const entries = await world.look(
      `select facts from audit_entry where action = 'selection.numbersPrinted' and subject_id = $1`,
      proposalId,
    );
    expect(entries).toEqual([{ facts: { people: 2 } }]);
    // Another number since: what was decreed is not printed as something else.
    const sealed = world.platform.sealer.seal(people[0] ?? '', { nik: '5304011705859999' });
    await world.look(`update person set sealed = $2 where person_id = $1`, people[0], sealed);
    const [first] = (await revealAnnex(world.officer, proposalId)).lines;
    expect(first?.nik).toBe(first?.nikMasked);
  });

  test('somebody struck keeps place and reason, and the first substitute moves up', async () => {
    const { proposalId, people } = await decided(4);
    expect(await standingOf(proposalId)).toEqual(['in', 'in', 'substitute', 'substitute']);
    await checkPeople(world.officer, proposalId, people, null);
    await checkPeople(world.officer, proposalId, people.slice(0, 1), 'Sudah mampu');
    expect(await standingOf(proposalId)).toEqual(['struck', 'in', 'in', 'substitute']);
    const [first] = (await getProposal(world.officer, proposalId)).entries;
    expect(first).toMatchObject({ place: 1, struck: 'Sudah mampu', checkedBy: world.officer.actor.id });
    await verifyProposal(world.officer, proposalId);
    await decreeProposal(world.officer, proposalId, { ...sk, number: `SK/${number}` });
    const { lines } = await getAnnex(world.officer, proposalId);
    expect(lines.map(({ personId }) => personId)).toEqual([people[1], people[2]]);
  });

  test('it goes back only with a reason; what was struck stays struck, and its number is used up', async () => {
    const { proposalId, people } = await decided(3);
    await checkPeople(world.officer, proposalId, people.slice(0, 1), 'Pindah');
    await reopenProposal(world.officer, proposalId, 'Daftar hadir belum ditandatangani');
    const file = await getProposal(world.officer, proposalId);
    expect(file.proposal.state).toBe('draft');
    expect(file.steps.at(-1)).toMatchObject({ state: 'draft', note: 'Daftar hadir belum ditandatangani' });
    expect((await refusalOf(rankPeople(world.operator, proposalId, people)))?.code).toBe(
      'selection.notEligible',
    );
    await rankPeople(world.operator, proposalId, [...people.slice(1)].reverse());
    const again = await getProposal(world.officer, proposalId);
    expect(again.entries.map(({ personId, standing }) => [personId, standing])).toEqual([
      [people[2], 'in'],
      [people[1], 'in'],
      [people[0], 'struck'],
    ]);
    const same = decideProposal(world.operator, proposalId, { ...minutes, number: `BA/${number}` });
    await expect(same).rejects.toMatchObject({ constraint: 'decree_number_once' });
    await decideProposal(world.operator, proposalId, { ...minutes, number: `BA/${number}b` });
    expect(await stateOf(proposalId)).toBe('decided');
  });
});

describe('what is refused', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['ranking after the meeting',            decided,  (id: string) => rankPeople(world.operator, id, []),                              'selection.notDraft'],
    ['deciding twice',                       decided,  (id: string) => decideProposal(world.operator, id, { ...minutes, number: 'x' }), 'selection.notDraft'],
    ['verifying with somebody unchecked',    decided,  (id: string) => verifyProposal(world.officer, id),                               'selection.unchecked'],
    ['checking somebody who is not on it',   decided,  (id: string) => checkPeople(world.officer, id, ['019a0000-0000-7000-8000-000000000000'], null), 'selection.notListed'],
    ['a decree before verification',         decided,  (id: string) => decreeProposal(world.officer, id, { ...sk, number: 'x' }),       'selection.notVerified'],
    ['checking after verification',          verified, (id: string) => checkPeople(world.officer, id, [], null),                        'selection.notDecided'],
    ['a decree of tomorrow',                 verified, (id: string) => decreeProposal(world.officer, id, { ...sk, number: 'x', signedOn: day('2026-11-21') }), 'selection.dayAhead'],
    ['enrolling without a decree',           verified, (id: string) => enrolProposal(world.officer, id),                                'selection.noDecree'],
    ['going back after the decree',          decreed,  (id: string) => reopenProposal(world.officer, id, 'keliru'),                     'selection.notReopened'],
    ['a number among the reasons',           decided,  (id: string) => reopenProposal(world.officer, id, 'NIK 5304011705859001 salah'), 'request.invalid'],
  ] as const)('%s', async (_, make, act, code) => {
    const { proposalId } = await make(2);
    const before = await stateOf(proposalId);
    expect((await refusalOf(act(proposalId)))?.code).toBe(code);
    expect(await stateOf(proposalId)).toBe(before);
  });

  test('an empty list, and a meeting that was not yet', async () => {
    const empty = await world.propose(agreement);
    const input = { ...minutes, number: 'x' };
    expect((await refusalOf(decideProposal(world.operator, empty, input)))?.code).toBe('selection.emptyList');
    const ahead = { ...input, metOn: day('2026-11-21') };
    expect((await refusalOf(decideProposal(world.operator, empty, ahead)))?.code).toBe('selection.dayAhead');
  });

  test('enrolling twice opens nothing more', async () => {
    const { proposalId } = await decreed(2);
    await enrolProposal(world.officer, proposalId);
    expect((await refusalOf(enrolProposal(world.officer, proposalId)))?.code).toBe(
      'selection.alreadyEnrolled',
    );
    expect(
      await world.look('select from membership where agreement_id = $1', agreement.agreementId),
    ).toHaveLength(2);
  });

  test('under an agreement that was ended since nobody is enrolled', async () => {
    const { proposalId } = await decreed(2);
    await stepAgreement(world.officer, agreement.agreementId, 'ended', day('2026-11-19'), null);
    expect((await refusalOf(enrolProposal(world.officer, proposalId)))?.code).toBe('agreements.notInForce');
    expect(await stateOf(proposalId)).toBe('decreed');
  });

  test('whoever made, ranked or decided the list does not verify it, and the database says so too', async () => {
    const { proposalId, people } = await world.ranked(agreement, 2);
    // The officer ranks once: from then on the officer is one of its makers.
    await rankPeople(world.officer, proposalId, people);
    await decideProposal(world.operator, proposalId, { ...minutes, number: `BA/${number}` });
    expect((await refusalOf(checkPeople(world.officer, proposalId, people, null)))?.code).toBe(
      'selection.ownList',
    );
    const self = world.look(
      `update proposal_entry set checked_by = $2, checked_at = now() where proposal_id = $1`,
      proposalId,
      world.officer.actor.id,
    );
    await expect(self).rejects.toMatchObject({ constraint: 'proposal_other_checker' });
    const forget = world.look(`update proposal set makers = '{x}' where proposal_id = $1`, proposalId);
    await expect(forget).rejects.toMatchObject({ constraint: 'proposal_makers_stay' });
    const other = world.user('planner', 5304000000);
    await checkPeople(other, proposalId, people, null);
    await verifyProposal(other, proposalId);
    expect(await stateOf(proposalId)).toBe('verified');
  });

  test('whoever assessed a candidate does not verify the list, whether before the meeting or after, and the database says so too', async () => {
    const by = (who: Context, list: { people: string[] }) =>
      assessPeople(who, list.people.slice(0, 1), { register: 'DTSEN', decile: 2 });
    const other = world.user('planner', 5304000000);
    const before = await world.ranked(agreement, 2);
    await by(world.officer, before);
    await decideProposal(world.operator, before.proposalId, { ...minutes, number: `BA/${number}` });
    const own = [
      () => checkPeople(world.officer, before.proposalId, before.people, null),
      () => verifyProposal(world.officer, before.proposalId),
    ];
    for (const act of own) expect((await refusalOf(act()))?.code).toBe('selection.ownList');
    const checks = `update proposal_entry set checked_by = $2, checked_at = now() where proposal_id = $1`;
    const verifies = `update proposal set state = 'verified', verified_by = $2 where proposal_id = $1`;
    for (const self of [checks, verifies]) {
      await expect(world.look(self, before.proposalId, world.officer.actor.id)).rejects.toMatchObject({
        constraint: 'proposal_other_checker',
      });
    }
    await checkPeople(other, before.proposalId, before.people, null);
    await verifyProposal(other, before.proposalId);

    // Checked first and assessed then: the checks no longer count, and another officer repeats them.
    agreement = await world.sign();
    const after = await world.ranked(agreement, 2);
    await decideProposal(world.operator, after.proposalId, { ...minutes, number: `BA/${number}` });
    await checkPeople(world.officer, after.proposalId, after.people, null);
    await by(world.officer, after);
    expect((await refusalOf(verifyProposal(world.officer, after.proposalId)))?.code).toBe(
      'selection.ownList',
    );
    expect((await refusalOf(verifyProposal(other, after.proposalId)))?.code).toBe('selection.unchecked');
    await expect(world.look(verifies, after.proposalId, other.actor.id)).rejects.toMatchObject({
      constraint: 'proposal_other_checker',
    });
    await checkPeople(other, after.proposalId, after.people, null);
    await verifyProposal(other, after.proposalId);
    expect(await stateOf(after.proposalId)).toBe('verified');
  });

  test('somebody assessed before they were put on the list counts as well; an assessment of others does not', async () => {
    const strangers = await world.settle([{}, {}]);
    const third = world.user('registration_officer', 5304000000);
    await assessPeople(third, strangers.slice(1), { hasRoutineIncome: false });
    await assessPeople(world.officer, strangers.slice(0, 1), { hasRoutineIncome: false });
    const proposalId = await world.propose(agreement);
    await rankPeople(world.operator, proposalId, strangers.slice(0, 1));
    await decideProposal(world.operator, proposalId, { ...minutes, number: `BA/${number}` });
    const { proposal } = await getProposal(world.officer, proposalId);
    expect(proposal.makers).toContain(world.officer.actor.id);
    expect(proposal.makers).not.toContain(third.actor.id);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['skips a step',                 `update proposal set state = 'decreed', decree_id = minutes_id, verified_by = 'x' where proposal_id = $1`, 'proposal_moves'],
    ['changes the places',           `update proposal set quota = 99 where proposal_id = $1`,                      'proposal_terms_stay'],
    ['changes a rank',               `update proposal_entry set place = place + 10 where proposal_id = $1`,         'proposal_entry_decided'],
    ['takes a name off',             `delete from proposal_entry where proposal_id = $1`,                           'proposal_entry_decided'],
  ])('the database itself refuses what, after the meeting, %s', async (_, sql, constraint) => {
    const { proposalId } = await decided(2);
    await expect(world.look(sql, proposalId)).rejects.toMatchObject({ constraint });
  });
});

describe('enrolment as things are by then', () => {
  test('whoever is protected elsewhere, died or moved since the decree is left out, and the list says why', async () => {
    const { proposalId, people } = await decreed(4, 4);
    const [elsewhere = '', dead = '', moved = '', stays = ''] = people;
    const there = await world.sign({ area: malaka, fundKind: 'dana_desa' });
    await world.look(
      `insert into membership (person_id, membership_id, partner_id, agreement_id, segment, grp, sector, programmes, fund_id, area, during)
       values ($1, gen_random_uuid(), $2, $3, 'BPU', 'vulnerable', 'other', 3, $4, $5, '[2026-10-01,)')`,
      elsewhere,
      there.partnerId,
      there.agreementId,
      there.fundId,
      villages.besikama,
    );
    await world.look(`update person set died_on = '2026-11-16' where person_id = $1`, dead);
    await world.look(`update person set area = $2 where person_id = $1`, moved, villages.dafala);
    expect(await enrolProposal(world.officer, proposalId)).toEqual({ enrolled: 1, left: 3 });
    const { entries } = await getProposal(world.officer, proposalId);
    expect(entries.map(({ outcome }) => outcome)).toEqual([
      'selection.elsewhere',
      'selection.dead',
      'selection.moved',
      'enrolled',
    ]);
    const members = await world.look(
      'select person_id from membership where agreement_id = $1',
      agreement.agreementId,
    );
    expect(members).toEqual([{ person_id: stays }]);
  });

  test('a death that is being recorded is waited for, and its person is left out', async () => {
    const { proposalId, people } = await decreed(2, 2);
    const [dying = ''] = people;
    const written = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    const death = change(world.officer, 'deaths.record', async (tx) => {
      await addDeath(
        tx,
        {
          personId: dying,
          diedOn: day('2026-11-03'),
          evidence: 'family_report',
          reference: null,
          note: null,
        },
        null,
      );
      written.resolve();
      await released.promise;
    });
    await written.promise;
    const enrolling = enrolProposal(world.officer, proposalId);
    for (let waiting = 0; waiting === 0; ) {
      const rows = await world.look(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      waiting = rows.length;
    }
    released.resolve();
    await death;
    expect(await enrolling).toEqual({ enrolled: 1, left: 1 });
    const { entries } = await getProposal(world.officer, proposalId);
    expect(entries.map(({ outcome }) => outcome)).toEqual(['selection.dead', 'enrolled']);
    expect(await world.look('select from membership where person_id = $1', dying)).toEqual([]);
  });

  test('two officers at one moment: one enrols, the other is told, nobody is a member twice', async () => {
    const { proposalId } = await decreed(3, 3);
    const both = await Promise.allSettled([
      enrolProposal(world.officer, proposalId),
      enrolProposal(world.user('registration_officer', 5304000000), proposalId),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [refused] = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused).toMatchObject({ code: 'selection.alreadyEnrolled' });
    const members = await world.look('select from membership where agreement_id = $1', agreement.agreementId);
    expect(members).toHaveLength(3);
  });

  test('a membership through the same partner that begins later is not overlapped', async () => {
    const { proposalId, people } = await decreed(2);
    await world.look(
      `insert into membership (person_id, membership_id, partner_id, agreement_id, segment, grp, sector, programmes, fund_id, area, during)
       values ($1, gen_random_uuid(), $2, $3, 'BPU', 'vulnerable', 'other', 3, $4, $5, '[2026-12-01,)')`,
      people[0],
      agreement.partnerId,
      agreement.agreementId,
      agreement.fundId,
      villages.fatubaa,
    );
    expect(await enrolProposal(world.officer, proposalId)).toEqual({ enrolled: 1, left: 1 });
    const [first] = (await getProposal(world.officer, proposalId)).entries;
    expect(first?.outcome).toBe('selection.alreadyMember');
  });
});
