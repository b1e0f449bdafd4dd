import { type Month, month, rupiah } from '@payung/kernel';
import { beforeAll, describe, expect, test } from 'vitest';
import { mergePeople, undoMerge } from '#people';
import { belu, exchangeWorld, fatuketi, kupang, line, people } from '../exchange/testing/exchange-world.ts';
import { doubleFunding, doubleFundingCsv } from './index.ts';
import { type FundedMembership, fundedBesideWage, paidTwice, savingOf, wagesOfSeveral } from './model.ts';

const { terminal, user, enrol, pay, look } = await exchangeWorld();
const november = month('2026-11');

/** Takes a membership straight into the register, as a second fund would after the first: the check of a roster warns before. */
async function addMembership(
  name: string,
  fundId: string,
  segment: 'BPU' | 'PU' = 'BPU',
  programmes = 3,
  from = '2026-10-01',
) {
  await look(
    `with one as (
       insert into membership (person_id, membership_id, partner_id, agreement_id, segment, grp, sector, programmes, fund_id, area, during)
       select p.person_id, gen_random_uuid(), f.partner_id, gen_random_uuid(), $3, 'vulnerable', 'other', $4, f.fund_id, p.area,
         daterange($5, null)
       from person p, fund f where p.name = $1 and f.fund_id = $2 returning *)
     insert into membership_basis (person_id, membership_id, income, partner_id, area, during)
     select person_id, membership_id, 1000000, partner_id, area, during from one`,
    name,
    fundId,
    segment,
    programmes,
    from,
  );
}

const found = (at: Month = november, ctx = terminal, area?: number) =>
  doubleFunding(ctx, { month: at, area });
const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);

beforeAll(async () => {
  // The first APBD; Dana Desa and CSR take over some of the same people; two companies employ one of them.
  await enrol([line('yohanes'), line('maria'), line('petrus', 'Dualaus')]);
  const village = await enrol([line('blasius', 'Oesapa', 'Kelapa Lima')], {
    kind: 'dana_desa',
    area: kupang,
  });
  const csr = await enrol([], { kind: 'csr' });
  await addMembership(people.yohanes[1], village.fundId);
  await addMembership(people.yohanes[1], csr.fundId, 'BPU', 3, '2026-10-15');
  await addMembership(people.petrus[1], csr.fundId, 'BPU', 4);
  await addMembership(people.maria[1], village.fundId, 'PU');
  await addMembership(people.maria[1], csr.fundId, 'PU');
  await pay(people.yohanes[1], november);
});

describe('several funds for one person', () => {
  test('each fund, who pays already, and what could be saved', async () => {
    const { total, saving, people: listed, funds } = await found();
    expect(names(listed)).toEqual([people.yohanes[1]]);
    expect(
      listed[0]?.memberships.map(({ fundKind, state, amount }) => ({ fundKind, state, amount })),
    ).toEqual([
      { fundKind: 'apbd_regency', state: 'paid', amount: 16_800 },
      { fundKind: 'dana_desa', state: 'agreed', amount: 16_800 },
      // The relief of PP 50/2025 halves JKK and JKM, but not where the government pays.
      { fundKind: 'csr', state: 'agreed', amount: 8_400 },
    ]);
    expect({ total, saving }).toEqual({ total: 1, saving: 25_200 });
    expect(funds.map(({ people: count, saving: own }) => [count, own])).toEqual([
      [1, 16_800],
      [1, 16_800],
      [1, 8_400],
    ]);
  });

  test('other programmes from another fund are no double funding', async () => {
    expect(names((await found()).people)).not.toContain(people.petrus[1]);
  });

  test('two employers are lawful, and listed apart', async () => {
    const { employed } = await found();
    expect(names(employed)).toEqual([people.maria[1]]);
    expect(employed[0]?.partnerNames).toHaveLength(2);
  });

  test('a wage beside a fund is listed apart as well, and no saving is claimed of what the law does not settle', async () => {
    const { besideWage, totalBesideWage } = await found();
    expect(names(besideWage)).toEqual([people.maria[1]]);
    expect(totalBesideWage).toBe(1);
    expect(
      besideWage[0]?.memberships.map(({ segment, fundKind, amount }) => [segment, fundKind, amount]).sort(),
    ).toEqual([
      ['BPU', 'apbd_regency', 16_800],
      ['PU', 'csr', null],
      ['PU', 'dana_desa', null],
    ]);
  });

  test('before the second one began there was none', async () => {
    expect(await found(month('2026-09'))).toMatchObject({ total: 0, funds: [], saving: 0 });
  });

  test('two records that are one person are paid for twice together', async () => {
    await look(
      `insert into person_alias (alias_id, person_id, canonical_id, decided_by, reason)
       select gen_random_uuid(), a.person_id, b.person_id, 'test', 'test' from person a, person b where a.name = $1 and b.name = $2`,
      people.blasius[1],
      people.maria[1],
    );
    expect(names((await found()).people)).toEqual([people.maria[1], people.yohanes[1]]);
    await look('update person_alias set undone_at = now()');
    expect((await found()).total).toBe(1);
  });

  test('one fund that pays for two records of one person is told, and saves one of the two', async () => {
    const idOf = async (name: string) =>
      (await look<{ person_id: string }>('select person_id from person where name = $1', name))[0]
        ?.person_id ?? '';
    const [personId, into] = [await idOf(people.petrus[1]), await idOf(people.maria[1])];
    const before = await found();
    const aliasId = await mergePeople(terminal, { personId, into, reason: 'satu orang' });
    const after = await found();
    expect(names(after.people)).toContain(people.maria[1]);
    const both = after.people.find(({ name }) => name === people.maria[1]);
    expect(both?.memberships.map(({ amount }) => amount)).toEqual([16_800, 16_800]);
    expect(both?.saving).toBe(16_800);
    expect(after.saving - before.saving).toBe(16_800);
    await undoMerge(terminal, aliasId, 'dua orang');
    expect(await found()).toEqual(before);
  });

  test('the CSV has a line for each membership and no number of anybody', async () => {
    const csv = await doubleFundingCsv(terminal, { month: november });
    expect(csv.trimEnd().split('\r\n')).toHaveLength(7);
    expect(csv).toContain('JKK JKM,paid,16800,BPU,two_funds');
    expect(csv.match(/,PU,fund_beside_wage/g)).toHaveLength(2);
    for (const [nik] of Object.values(people)) expect(csv).not.toContain(nik);
  });
});

describe('who may see it', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['a finance officer of the kabupaten', () => user('finance_officer', belu),        undefined, 1],
    ['asking for the village',             () => user('finance_officer', belu),        fatuketi,  1],
    ['a finance officer of elsewhere',     () => user('finance_officer', kupang),      undefined, 0],
    ['who asks for Belu',                  () => user('finance_officer', kupang),      belu,      0],
  ] as const)('%s', async (_, who, area, total) => {
    expect((await found(november, who(), area)).total).toBe(total);
  });

  // biome-ignore format: aligned table of cases
  test.each([['planner'], ['village_operator'], ['enumerator']] as const)('a %s may not: amounts tell income', async (role) => {
    await expect(found(november, user(role, belu))).rejects.toMatchObject({ code: 'auth.forbidden' });
  });
});

describe('the arithmetic', () => {
  const one = (
    fundId: string,
    amount: number | null,
    programmes: FundedMembership['programmes'] = ['JKK', 'JKM'],
  ) =>
    ({
      fundId,
      programmes,
      segment: 'BPU',
      partnerId: fundId,
      fundKind: 'csr',
      amount: amount === null ? null : rupiah(amount),
    }) as FundedMembership;
  const wage = (partnerId: string): FundedMembership => ({ ...one(partnerId, null), segment: 'PU' });
  const own: FundedMembership = { ...one('self', 16_800), fundKind: 'worker' };

  // biome-ignore format: aligned table of cases
  test.each([
    ['two alike',                 [one('a', 16_800), one('b', 16_800)],                      16_800],
    ['the dearest goes on',       [one('a', 36_800), one('b', 16_800), one('c', 10_000)],    26_800],
    ['what is not known is none', [one('a', 16_800), one('b', null)],                        0],
    ['nobody',                    [],                                                        0],
  ] as const)('%s', (_, memberships, saving) => {
    expect(savingOf(memberships)).toBe(saving);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['two funds',                       [one('a', 1), one('b', 1)],                       2],
    ['one fund twice',                  [one('a', 1), one('a', 1)],                       0],
    ['other programmes',                [one('a', 1), one('b', 1, ['JHT'])],              0],
    ['a third with other programmes',   [one('a', 1), one('b', 1), one('c', 1, ['JHT'])], 2],
  ] as const)('%s', (_, memberships, twice) => {
    expect(paidTwice(memberships)).toHaveLength(twice);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    //                                                                                    wages, beside a wage, twice
    ['two employers',                    [wage('a'), wage('b')],                          2, 0, 0],
    ['one employer under two records',   [wage('a'), wage('a')],                          0, 0, 0],
    ['a wage and a fund',                [wage('a'), one('b', 1)],                        0, 2, 0],
    ['a wage and a fund of their own',   [wage('a'), own],                                0, 0, 0],
    ['a wage and other programmes',      [wage('a'), one('b', 1, ['JHT'])],               0, 0, 0],
    ['two wages and two funds',          [wage('a'), wage('b'), one('c', 1), one('d', 1)], 2, 4, 2],
    ['of the own money nothing is said', [wage('a'), one('b', 1), own],                   0, 2, 2],
    ['only funds',                       [one('a', 1), one('b', 1)],                      0, 0, 2],
  ] as const)('%s', (_, memberships, wages, beside, twice) => {
    expect(wagesOfSeveral(memberships)).toHaveLength(wages);
    expect(fundedBesideWage(memberships)).toHaveLength(beside);
    expect(paidTwice(memberships)).toHaveLength(twice);
  });
});
