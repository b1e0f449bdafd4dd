import { day, rupiah } from '@payung/kernel';
import type { VulnerableCriteria } from '@payung/law';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { mergePeople, recordDeath, withdrawDeath } from '#people';
import { roles } from '#platform/access';
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import type { SignedAgreement } from '../../testing/billing-world.ts';
import {
  belu,
  malaka,
  refusalOf,
  type SelectionWorld,
  selectionWorld,
  type Villager,
  villages,
} from '../../testing/selection-world.ts';
import {
  assessPeople,
  type Candidate,
  createProposal,
  createRule,
  getProposal,
  listCandidates,
  listProposals,
  listRules,
  rankPeople,
} from './index.ts';

let world: SelectionWorld;
let agreement: SignedAgreement;
beforeAll(async () => {
  world = await selectionWorld();
});
beforeEach(async () => {
  await world.look('update local_rule set replaced_at = now() where replaced_at is null');
  agreement = await world.sign();
});

const find = async (personId: string, ctx: Context = world.operator): Promise<Candidate | undefined> => {
  const proposalId = await world.propose(agreement);
  const { candidates } = await listCandidates(ctx, proposalId);
  return candidates.find((one) => one.personId === personId);
};
const codesOf = (candidate: Candidate | undefined) => candidate?.reasons.map(({ code }) => code);

/** Somebody who was found to have no routine income. */
const settled = async (villager: Villager = {}): Promise<string> => {
  const [personId = ''] = await world.settle([villager]);
  await assessPeople(world.operator, [personId], { hasRoutineIncome: false });
  return personId;
};
const rule = (criteria: VulnerableCriteria, over: object = {}) =>
  createRule(world.officer, {
    area: belu,
    law: 'Perbup contoh 1/2026',
    article: 'Pasal 3',
    confidence: 'known',
    criteria,
    from: day('2026-01-01'),
    until: null,
    ...over,
  });

describe('without a local rule', () => {
  test('the criterion proposed is no routine income and no fixed job: not known, met, not met', async () => {
    const [personId = ''] = await world.settle([{}]);
    expect(await find(personId)).toMatchObject({ verdict: 'open', missing: ['hasRoutineIncome'], score: 0 });
    await assessPeople(world.operator, [personId], { hasRoutineIncome: false });
    expect(await find(personId)).toMatchObject({ verdict: 'eligible', reasons: [], score: 1 });
    await assessPeople(world.operator, [personId], { hasRoutineIncome: true });
    expect(codesOf(await find(personId))).toEqual(['vulnerable.routineIncome']);
    const kept = await world.look(
      `select rule_id, met, failed, unknown, assessed_by from assessment where person_id = $1 order by assessment_id`,
      personId,
    );
    expect(kept).toEqual([
      {
        rule_id: null,
        met: ['vulnerable.routineIncome'],
        failed: [],
        unknown: [],
        assessed_by: world.operator.actor.id,
      },
      {
        rule_id: null,
        met: [],
        failed: ['vulnerable.routineIncome'],
        unknown: [],
        assessed_by: world.operator.actor.id,
      },
    ]);
  });
});

describe('by a local rule', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['an employer',           { withoutEmployer: true },                { hasEmployer: true },               'excluded', ['vulnerable.employer']],
    ['no employer',           { withoutEmployer: true },                { hasEmployer: false },              'eligible', []],
    ['not assessed',          { withoutEmployer: true },                {},                                  'open',     []],
    ['below the income',      { incomeBelow: rupiah(2_000_000) },       { lowIncome: true },                 'eligible', []],
    ['not below it',          { incomeBelow: rupiah(2_000_000) },       { lowIncome: false },                'excluded', ['vulnerable.income']],
    ['the last decile',       { maxDecile: 4 },                         { register: 'P3KE', decile: 4 },     'eligible', []],
    ['the decile above',      { maxDecile: 4 },                         { register: 'P3KE', decile: 5 },     'excluded', ['vulnerable.decile']],
    ['another register',      { registers: ['DTSEN'], maxDecile: 4 },   { register: 'P3KE', decile: 1 },     'excluded', ['vulnerable.register']],
    ['too old for the rule',  { maxAge: 40 },                           {},                                  'excluded', ['vulnerable.maxAge']],
    ['an occupation of it',   { occupations: ['Tani', 'Nelayan'] },     {},                                  'eligible', []],
    ['another occupation',    { occupations: ['Nelayan'] },             {},                                  'excluded', ['vulnerable.occupation']],
  ] as const)('%s', async (_, criteria, found, verdict, reasons) => {
    await rule(criteria as VulnerableCriteria);
    const [personId = ''] = await world.settle([{}]);
    await assessPeople(world.operator, [personId], found);
    const candidate = await find(personId);
    expect([candidate?.verdict, codesOf(candidate)]).toEqual([verdict, reasons]);
  });

  test('of the area nearest to the village; a proposal keeps the version it was begun with', async () => {
    const province = world.user('registration_officer', 5300000000);
    await createRule(province, {
      area: 5300000000,
      law: 'Pergub 1',
      article: null,
      confidence: 'known',
      criteria: { minAge: 90 },
      from: day('2026-01-01'),
      until: null,
    });
    const personId = await settled();
    expect(codesOf(await find(personId))).toEqual(['vulnerable.minAge']);
    const first = await rule({ minAge: 18 });
    const proposalId = await world.propose(agreement);
    expect((await find(personId))?.verdict).toBe('eligible');
    const second = await rule({ minAge: 80 });
    expect(second.version).toBe(first.version + 1);
    expect(codesOf(await find(personId))).toEqual(['vulnerable.minAge']);
    const before = await listCandidates(world.operator, proposalId);
    expect(before.rule?.version).toBe(first.version);
    expect(before.candidates.find((one) => one.personId === personId)?.verdict).toBe('eligible');
    const standing = (await listRules(world.operator)).filter(({ replacedAt }) => replacedAt === null);
    expect(standing).toContainEqual(second);
    expect(standing.map(({ ruleId }) => ruleId)).not.toContain(first.ruleId);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['that asks nothing',                { },                                  {},                                                'selection.ruleAsksNothing'],
    ['that asks for nothing but a no',   { withoutEmployer: false },           {},                                                'selection.ruleAsksNothing'],
    ['whose ages contradict each other', { minAge: 60, maxAge: 59 },           {},                                                'selection.ruleContradicts'],
    ['that ends before it begins',       { minAge: 18 },                       { until: day('2026-01-01') },                      'selection.ruleContradicts'],
    ['of an unknown occupation',         { occupations: ['penyihir'] },        {},                                                'selection.unknownOccupation'],
    ['of another kabupaten',             { minAge: 18 },                       { area: malaka },                                  'areas.outsideScope'],
  ] as const)('one %s is refused', async (_, criteria, over, code) => {
    expect((await refusalOf(rule(criteria as VulnerableCriteria, over)))?.code).toBe(code);
  });

  test('two laws of one area do not hold on the same day', async () => {
    await rule({ minAge: 18 });
    const other = rule({ minAge: 20 }, { law: 'Perbup contoh 2/2026', from: day('2026-06-01') });
    await expect(other).rejects.toMatchObject({ constraint: 'local_rule_one_at_a_time' });
    await rule({ minAge: 18 }, { until: day('2026-06-01') });
    expect(
      await rule({ minAge: 20 }, { law: 'Perbup contoh 2/2026', from: day('2026-06-01') }),
    ).toMatchObject({ version: 1 });
  });
});

describe('a decile that an accepted list stated', () => {
  const state = async (personId: string, register: string | null, state = 'accepted') => {
    const rosterId = newId();
    await world.look(
      `with kept as (
         insert into stored_file (file_id, name, digest, size, area, made_by) values ($1, 'x', 'x', 1, $2, 'test')
       )
       insert into roster (roster_id, partner_id, agreement_id, area, file_id, file_name, digest, starts_on, policy, state, made_by)
       values ($1, $3, $4, $2, $1, 'x', $1::text, '2026-01-01', 'good_rows', $5, 'test')`,
      rosterId,
      belu,
      agreement.partnerId,
      agreement.agreementId,
      state,
    );
    await world.look(
      `insert into roster_row (roster_id, ordinal, sheet, row, verdict, reason, person_id, area, partner_id, decile, register)
       values ($1, 1, '', 2, 'known', 'known.member', $2, $3, $4, 2, $5)`,
      rosterId,
      personId,
      belu,
      agreement.partnerId,
      register,
    );
  };

  test('counts until somebody finds another', async () => {
    await rule({ maxDecile: 4 });
    const [personId = ''] = await world.settle([{}]);
    expect((await find(personId))?.verdict).toBe('open');
    await state(personId, 'P3KE');
    expect(await find(personId)).toMatchObject({
      verdict: 'eligible',
      findings: { register: 'P3KE', decile: 2 },
    });
    await assessPeople(world.operator, [personId], { register: 'DTSEN', decile: 7 });
    expect(codesOf(await find(personId))).toEqual(['vulnerable.decile']);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['of no register',           null,   'accepted'],
    ['of a list not accepted',   'P3KE', 'checked'],
  ] as const)('one %s does not', async (_, register, kept) => {
    await rule({ maxDecile: 4 });
    const [personId = ''] = await world.settle([{}]);
    await state(personId, register, kept);
    expect((await find(personId))?.verdict).toBe('open');
  });
});

describe('whatever the criteria say', () => {
  // biome-ignore format: aligned table of cases
  test.each<[string, Villager, string[]]>([
    ['who died',                          { dead: true },                                   ['selection.dead']],
    ['without a NIK',                     { numbered: false },                              ['selection.withoutNik']],
    ['whose birth is not known',          { birthDate: null },                              ['selection.birthUnknown']],
    ['14 on the first day',               { birthDate: day('2011-11-02') },                 ['selection.tooYoung']],
    ['15 on the first day',               { birthDate: day('2011-11-01') },                 []],
    ['64 on the first day',               { birthDate: day('1961-11-02') },                 []],
    ['65 on the first day',               { birthDate: day('1961-11-01') },                 ['bpu.age']],
    ['who goes to school',                { occupation: 'Pelajar/Mahasiswa' },              ['selection.notWorker']],
  ])('somebody %s', async (_, villager, reasons) => {
    expect(codesOf(await find(await settled(villager)))).toEqual(reasons);
  });

  test('whose number several claim', async () => {
    const [personId, other] = [await settled(), await settled()];
    await world.look(
      `insert into identifier (hash, kind, person_id, state)
       select decode(md5($1), 'hex'), 'nik', id, 'disputed' from unnest($2::uuid[]) id`,
      personId,
      [personId, other],
    );
    expect(codesOf(await find(personId))).toEqual(['selection.disputed']);
    // Records of one person dispute nothing among themselves.
    await mergePeople(world.terminal, { personId: other, into: personId, reason: 'satu orang' });
    expect(codesOf(await find(personId))).toEqual([]);
  });

  test('who stands on another list for the same months, until struck there or enrolled', async () => {
    const { proposalId, people } = await world.ranked(agreement, 1);
    const [personId = ''] = people;
    expect(codesOf(await find(personId))).toEqual(['selection.otherList']);
    await rankPeople(world.operator, proposalId, []);
    expect(codesOf(await find(personId))).toEqual([]);
  });

  test('whose death is recorded, until it is withdrawn', async () => {
    const personId = await settled();
    const said = {
      diedOn: day('2026-11-03'),
      evidence: 'family_report',
      reference: null,
      note: null,
    } as const;
    await recordDeath(world.officer, { personId, ...said });
    expect(codesOf(await find(personId))).toEqual(['selection.dead']);
    await withdrawDeath(world.officer, personId, 'orang lain');
    expect(codesOf(await find(personId))).toEqual([]);
  });

  test('nobody who may not be on it is taken onto the list', async () => {
    const good = await settled();
    const bad = await settled({ dead: true });
    const proposalId = await world.propose(agreement);
    expect(await refusalOf(rankPeople(world.operator, proposalId, [good, bad, newId()]))).toEqual({
      code: 'selection.notEligible',
      facts: { people: 2 },
    });
    await rankPeople(world.operator, proposalId, [good]);
    const { entries } = await getProposal(world.operator, proposalId);
    expect(entries.map(({ personId }) => personId)).toEqual([good]);
  });
});

describe('of a protection elsewhere nothing is told but its fund and whether it is active', () => {
  /** A membership in another kabupaten. */
  const enrolThere = async (personId: string, fundKind: 'dana_desa' | 'csr') => {
    const there = await world.sign({ area: malaka, fundKind });
    await world.look(
      `insert into membership (person_id, membership_id, partner_id, agreement_id, segment, grp, sector, programmes, fund_id, area, during)
       values ($1, gen_random_uuid(), $2, $3, 'BPU', 'vulnerable', 'other', 3, $4, $5, '[2026-10-01,)')`,
      personId,
      there.partnerId,
      there.agreementId,
      there.fundId,
      villages.besikama,
    );
    return there;
  };

  test('agreed there, paid there, and under a record merged into this one', async () => {
    const personId = await settled();
    const there = await enrolThere(personId, 'csr');
    const agreed = await find(personId);
    expect(agreed?.reasons).toEqual([{ code: 'selection.elsewhere', fund: 'csr', state: 'agreed' }]);
    await world.look(
      `insert into cover (person_id, cover_id, membership_id, partner_id, months, programmes, fund_id, evidence, bill_id, area)
       select person_id, gen_random_uuid(), membership_id, partner_id, '[24323,24325)', 3, fund_id, 'ledger', gen_random_uuid(), area
       from membership where person_id = $1`,
      personId,
    );
    const active = await find(personId);
    expect(active?.reasons).toEqual([{ code: 'selection.elsewhere', fund: 'csr', state: 'active' }]);
    expect(JSON.stringify(active)).not.toMatch(
      new RegExp(`${there.partnerId}|${there.agreementId}|besikama|malaka`, 'i'),
    );

    const merged = await settled();
    const [other = ''] = await world.settle([{ village: villages.besikama }]);
    await enrolThere(other, 'dana_desa');
    await world.look(
      `insert into person_alias (alias_id, person_id, canonical_id, decided_by, reason) values (gen_random_uuid(), $1, $2, 'test', 'sama')`,
      other,
      merged,
    );
    expect((await find(merged))?.reasons).toEqual([
      { code: 'selection.elsewhere', fund: 'dana_desa', state: 'agreed' },
    ]);
  });

  test('another employer takes no place of a wage earner, a fund does', async () => {
    const [employed, funded] = [await settled(), await settled()];
    await enrolThere(employed, 'csr');
    await enrolThere(funded, 'csr');
    await world.look(`update membership set segment = 'PU' where person_id = $1`, employed);
    const elsewhere = { code: 'selection.elsewhere', fund: 'csr', state: 'agreed' };
    expect((await find(employed))?.reasons).toEqual([elsewhere]);
    agreement = await world.sign({ segment: 'PU' });
    expect((await find(employed))?.reasons).toEqual([]);
    expect((await find(funded))?.reasons).toEqual([elsewhere]);
  });

  test('a member through the same partner is told so', async () => {
    const [personId = ''] = await world.enrol(agreement, { people: 1 });
    expect(codesOf(await find(personId))).toContain('selection.alreadyMember');
  });
});

describe('who may', () => {
  test('nobody of another kabupaten sees a list, its candidates, or may assess its people', async () => {
    const { proposalId, people } = await world.ranked(agreement, 1);
    for (const role of roles) {
      const stranger = world.user(role, malaka);
      const seen = await listProposals(stranger).catch(() => []);
      expect(seen).toEqual([]);
      for (const act of [
        () => getProposal(stranger, proposalId),
        () => listCandidates(stranger, proposalId),
        () => rankPeople(stranger, proposalId, people),
        () => assessPeople(stranger, people, { hasRoutineIncome: true }),
      ]) {
        expect(['auth.forbidden', 'selection.notFound', 'people.notFound']).toContain(
          (await refusalOf(act()))?.code,
        );
      }
    }
    expect((await listProposals(world.operator)).map((one) => one.proposalId)).toContain(proposalId);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['for a kecamatan',              { area: 5304010000 },                                'selection.notVillage'],
    ['for a village of others',      { area: villages.dafala },                           'areas.outsideScope'],
    ['with the months turned round', { from: '2026-12', to: '2026-11' },                  'selection.monthsTurned'],
    ['before the agreement',         { from: '2025-12', to: '2026-01' },                  'agreements.notInForce'],
  ])('a proposal %s is refused', async (_, over, code) => {
    const input = { area: villages.fatubaa as number, agreementId: agreement.agreementId, from: '2026-11', to: '2026-12', quota: 2, ...over };
    const made = createProposal(world.operator, input as Parameters<typeof createProposal>[1]);
    expect((await refusalOf(made))?.code).toBe(code);
  });

  test('under an agreement of another kabupaten', async () => {
    const there = await world.sign({ area: malaka });
    const terminal = createProposal(world.terminal, {
      area: villages.fatubaa,
      agreementId: there.agreementId,
      from: '2026-11' as never,
      to: '2026-12' as never,
      quota: 2,
    });
    expect((await refusalOf(terminal))?.code).toBe('selection.agreementElsewhere');
  });
});
