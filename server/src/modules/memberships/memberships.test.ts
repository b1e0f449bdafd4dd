import { day, month } from '@payung/kernel';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { change, match } from '#platform/context';
import { publish, subscribe } from '#platform/facts';
import { newId } from '#platform/ids';
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
  addCoverForBill,
  coverElsewhere,
  type Enrolment,
  type Evidence,
  fundingFindings,
  listMemberships,
  monthState,
  openFromPrepared,
} from './index.ts';

const index = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5));

describe('the state of a month', () => {
  // biome-ignore format: aligned table of cases
  test.each<[string, Evidence[], string | undefined, string]>([
    // case                                        evidence                last paid   state of 2026-11
    ['paid here',                                  ['ledger'],             undefined,  'paid'],
    ['paid as BPJS states',                        ['bpjs_file'],          undefined,  'paid'],
    ['relief of the law is no payment',            ['law'],                undefined,  'tolerated'],
    ['paid, and relieved besides',                 ['law', 'ledger'],      undefined,  'paid'],
    ['never paid',                                 [],                     undefined,  'none'],
    ['first unpaid month',                         [],                     '2026-10',  'tolerated'],
    ['third unpaid month, the last tolerated',     [],                     '2026-08',  'tolerated'],
    ['fourth unpaid month',                        [],                     '2026-07',  'none'],
    ['across the year',                            [],                     '2025-12',  'none'],
  ])('%s', (_, evidence, lastPaid, state) => {
    const last = lastPaid === undefined ? undefined : month(lastPaid);
    expect(monthState(month('2026-11'), evidence, last)).toBe(state);
  });
});

describe('two memberships of one person', () => {
  const one = {
    membershipId: 'a',
    partnerId: 'p',
    segment: 'BPU',
    programmes: ['JKK', 'JKM'],
    fundId: 'x',
    fundKind: 'apbd_regency',
    from: day('2026-01-01'),
    until: day('2026-07-01'),
  } as const;
  const open = {
    membershipId: 'b',
    partnerId: 'q',
    segment: 'BPU',
    programmes: ['JKK', 'JKM'],
    fundId: 'y',
    fundKind: 'csr',
    from: day('2026-06-30'),
    until: null,
  } as const;

  // biome-ignore format: aligned table of cases
  test.each([
    ['two funds for one day',                  one,                         open,                              ['two_funds']],
    ['the second begins when the first ends',  one,                         { ...open, from: day('2026-07-01') }, []],
    ['one fund twice',                         one,                         { ...open, fundId: 'x' },          []],
    ['two wages',                              { ...one, segment: 'PU' },   { ...open, segment: 'PU' },        ['two_employers']],
    ['two wages of one employer',              { ...one, segment: 'PU' },   { ...open, segment: 'PU', partnerId: 'p', fundId: 'x' }, []],
    ['a wage and a sponsor',                   { ...one, segment: 'PU' },   open,                              ['fund_beside_wage']],
    ['a wage and their own money',             { ...one, segment: 'PU' },   { ...open, fundKind: 'worker' },     []],
    ['a fund and their own money',             one,                         { ...open, fundKind: 'worker' },     ['two_funds']],
    ['a wage and other programmes',            { ...one, segment: 'PU', programmes: ['JP'] }, open,              []],
    ['funds of other programmes',              { ...one, programmes: ['JHT'] }, open,                            []],
    ['a wage and BPU of one fund',             { ...one, segment: 'PU' },   { ...open, fundId: 'x' },            ['fund_beside_wage']],
    ['a wage and a project',                   { ...one, segment: 'PU' },   { ...open, segment: 'JAKON' },     ['two_funds']],
  ] as const)('%s', (_, first, second, flags) => {
    expect(fundingFindings([first, second]).map(({ flag }) => flag)).toEqual(flags);
    expect(fundingFindings([second, first]).map(({ flag }) => flag)).toEqual(flags);
  });
});

describe('in the register', () => {
  let world: BillingWorld;
  let agreement: SignedAgreement;
  beforeAll(async () => {
    world = await billingWorld();
  });
  beforeEach(async () => {
    agreement = await world.sign();
  });

  /** Rows as a check of a roster leaves them: people who exist, ready to become members. */
  async function prepare(people: number, known?: string[]) {
    const rosterId = newId();
    const village = villages.fatubaa;
    const personIds = known ?? (await world.enrol(await world.sign({ area: malaka }), { people, village }));
    await world.look(
      `insert into intake.prepared_row (roster_id, ordinal, person_id, is_new, name, name_key, name_turned, area, occupation,
         occupation_text, example, membership_id, work_id)
       select $1, ordinal, person, false, 'x', 'x', 'x', $2, 'other', 'x', true, gen_random_uuid(), gen_random_uuid()
       from unnest($3::uuid[]) with ordinality as p(person, ordinal)`,
      rosterId,
      village,
      personIds,
    );
    return { rosterId, personIds };
  }

  const terms = (rosterId: string): Enrolment => ({
    rosterId,
    agreementId: agreement.agreementId,
    partnerId: agreement.partnerId,
    segment: 'BPU',
    group: 'vulnerable',
    sector: 'other',
    programmes: ['JKK', 'JKM'],
    fundId: agreement.fundId,
    income: 1_000_000,
    from: day('2026-11-01'),
    until: null,
  });

  const open = (enrolment: Enrolment, ctx = world.terminal) =>
    change(ctx, 'rosters.accept', async (tx) => {
      const opened = await openFromPrepared(tx, enrolment);
      await tx.record({ action: 'test.opened' });
      return opened;
    });

  test('a roster opens one membership with its income class per prepared row', async () => {
    const { rosterId, personIds } = await prepare(5);
    expect(await open(terms(rosterId))).toBe(5);
    const rows = await world.look<{ person_id: string }>(
      `select m.person_id, m.programmes, m.roster_id, m.during::text, b.income from membership m
       join membership_basis b using (person_id, membership_id) where m.agreement_id = $1`,
      agreement.agreementId,
    );
    expect(rows.map((row) => row.person_id).sort()).toEqual([...personIds].sort());
    expect(rows[0]).toMatchObject({
      programmes: 3,
      roster_id: rosterId,
      during: '[2026-11-01,)',
      income: 1_000_000,
    });
  });

  test('somebody already a member through the partner stops the whole roster', async () => {
    const first = await prepare(2);
    await open(terms(first.rosterId));
    const second = await prepare(3, [...first.personIds, ...(await prepare(1)).personIds]);
    await expect(open(terms(second.rosterId))).rejects.toMatchObject({ constraint: 'membership_no_overlap' });
    const again = await world.look('select from membership where agreement_id = $1', agreement.agreementId);
    expect(again).toHaveLength(2);
  });

  test('rows outside the scope are not opened', async () => {
    const { rosterId } = await prepare(3);
    expect(await open(terms(rosterId), world.user('registration_officer', malaka))).toBe(0);
  });

  /** A bill with a line for each of these months, behind the scenes. */
  async function billed(personId: string, months: readonly string[]): Promise<string> {
    const billId = newId();
    await world.look(
      `with e as (insert into explanation (hash, tree) values (sha256($1::text::bytea), '{}') on conflict do nothing)
       insert into bill_line (person_id, membership_id, month, bill_id, jkk, jkm, amount, explanation, partner_id, area)
       select m.person_id, m.membership_id, month, $2, 1, 1, 2, sha256($1::text::bytea), m.partner_id, m.area
       from membership m, unnest($4::integer[]) month where m.person_id = $3 and m.agreement_id = $5`,
      'x',
      billId,
      personId,
      months.map(index),
      agreement.agreementId,
    );
    return billId;
  }

  const cover = (billId: string) =>
    change(world.terminal, 'payments.import', async (tx) => {
      const people = await addCoverForBill(tx, { billId, fundId: agreement.fundId });
      await tx.record({ action: 'test.covered' });
      return people;
    });

  test('months of a bill that do not follow each other become rows of their own', async () => {
    const [person = ''] = await world.enrol(agreement, { people: 1 });
    const facts: unknown[] = [];
    subscribe('cover.changed', async (_, fact) => {
      facts.push(fact);
    });
    const billId = await billed(person, ['2026-11', '2026-12', '2027-02']);
    expect(await cover(billId)).toBe(1);
    const rows = await world.look<{ cover_id: string; months: string }>(
      'select cover_id, months::text from cover where bill_id = $1 order by months',
      billId,
    );
    expect(rows.map(({ months }) => months)).toEqual([
      `[${index('2026-11')},${index('2026-12') + 1})`,
      `[${index('2027-02')},${index('2027-02') + 1})`,
    ]);
    const added = expect.arrayContaining(rows.map((row) => row.cover_id));
    expect(facts).toEqual([{ personIds: [person], added, closed: [] }]);
    expect(rows[0]?.cover_id.charAt(14)).toBe('7');
  });

  test('nothing is told of a bill without lines', async () => {
    let told = false;
    subscribe('cover.changed', async () => {
      told = true;
    });
    expect(await cover(newId())).toBe(0);
    expect(told).toBe(false);
    // The listener is there: a fact does reach it.
    await change(world.terminal, 'payments.import', async (tx) => {
      await publish(tx, 'cover.changed', { personIds: [], added: [], closed: [] });
      await tx.record({ action: 'test.told' });
    });
    expect(told).toBe(true);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['moved on the last day of the first month',  '2026-11-30', villages.dafala],
    ['moved the day after',                       '2026-12-01', villages.fatubaa],
  ])('cover belongs where the person lived on the last day of its first month: %s', async (_, on, village) => {
    const [person = ''] = await world.enrol(agreement, { people: 1 });
    await world.look(`update residence set during = daterange('2020-01-01', $2) where person_id = $1`, person, on);
    await world.look(
      `insert into residence (person_id, area, during, source) values ($1, $2, daterange($3, null), 'test')`,
      person,
      villages.dafala,
      on,
    );
    const billId = await billed(person, ['2026-11', '2026-12']);
    await cover(billId);
    expect(await world.look('select area from cover where bill_id = $1', billId)).toEqual([{ area: village }]);
  });

  test('a person shows memberships, cover, states and double funding', async () => {
    const { rosterId, personIds } = await prepare(1);
    await open(terms(rosterId));
    const [person = ''] = personIds;
    await cover(await billed(person, ['2026-11']));
    const at = async (text: string) => {
      const { memberships } = await listMemberships(world.terminal, person, month(text));
      return memberships.find((one) => one.agreementId === agreement.agreementId)?.state;
    };
    const states = await Promise.all(['2026-10', '2026-11', '2026-12', '2027-02', '2027-03'].map(at));
    expect(states).toEqual(['none', 'paid', 'tolerated', 'tolerated', 'none']);
    const { month: now, memberships, findings } = await listMemberships(world.terminal, person);
    expect(now).toBe('2026-11');
    expect(memberships.find((one) => one.agreementId === agreement.agreementId)).toMatchObject({
      programmes: ['JKK', 'JKM'],
      fundKind: 'apbd_regency',
      from: '2026-11-01',
      until: null,
      state: 'paid',
      paidThrough: '2026-11',
      cover: [{ from: '2026-11', to: '2026-11', evidence: 'ledger' }],
    });
    expect(findings.map(({ flag }) => flag)).toEqual(['two_funds']);
  });

  test('a check of a roster sees who is a member anywhere, and from which fund', async () => {
    const there = await world.sign({ area: malaka, fundKind: 'dana_desa' });
    const [paid = '', late = '', gone = ''] = await world.enrol(there, {
      people: 3,
      village: villages.besikama,
      from: day('2026-01-01'),
    });
    await world.look(
      `update membership set during = daterange('2026-01-01', '2026-11-01') where person_id = $1`,
      gone,
    );
    agreement = there;
    await cover(await billed(paid, ['2026-11']));
    await cover(await billed(late, ['2026-09']));
    const found = await match(world.user('registration_officer', belu), 'rosters.send', (tx) =>
      coverElsewhere(tx, [paid, late, gone], month('2026-11')),
    );
    expect(
      found.map(({ personId, fundKind, partnerId, state, paidThrough }) => [
        personId,
        fundKind,
        partnerId,
        state,
        paidThrough,
      ]),
    ).toEqual([
      [paid, 'dana_desa', there.partnerId, 'paid', '2026-11'],
      [late, 'dana_desa', there.partnerId, 'tolerated', '2026-09'],
    ]);
    expect(await coverElsewhere({} as never, [], month('2026-11'))).toEqual([]);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['village_operator',  belu,    1],
    ['planner',           belu,    1],
    ['planner',           malaka,  0],
    ['auditor',           malaka,  0],
  ] as const)('%s of %d sees %d membership', async (role, area, count) => {
    const [person = ''] = await world.enrol(agreement, { people: 1 });
    expect((await listMemberships(world.user(role, area), person)).memberships).toHaveLength(count);
  });

  test('a finance officer has no business with a person', async () => {
    const list = listMemberships(world.user('finance_officer', belu), newId());
    expect((await refusalOf(list))?.code).toBe('auth.forbidden');
  });
});
