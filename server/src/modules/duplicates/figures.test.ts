import { month, monthIndex } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverageOf, foldCounts } from '#coverage';
import { doubleFunding } from '#funding';
import { mergePeople, searchPeople, undoMerge } from '#people';
import { differencesOf } from '../exchange/index.ts';
import { belu, exchangeWorld, line, member, people } from '../exchange/testing/exchange-world.ts';

const { terminal, atambua, enrol, look } = await exchangeWorld();

// Four people in six memberships of three purses; of two of them a branch file speaks as well.
await enrol(Object.keys(people).map((who) => line(who as keyof typeof people)));
await look(
  `insert into membership (person_id, membership_id, partner_id, agreement_id, segment, grp, sector, programmes, fund_id, area, during)
   select p.person_id, gen_random_uuid(), m.partner_id, m.agreement_id, 'PU', 'other', 'other', 3, m.fund_id, m.area, '[2026-09-01,2027-01-01)'
   from person p join membership m using (person_id) where p.name = any ($1)`,
  [people.yohanes[1], people.maria[1]],
);
await enrol([line('blasius', 'Kenebibi')], { kind: 'csr', startsOn: '2026-10-01' });
await atambua([member(people.yohanes), member(people.petrus)], { month: '2026-10' });

const persons = (await look<{ person_id: string }>('select person_id from person order by name')).map(
  ({ person_id }) => person_id,
);
const memberships = await look<{ person_id: string; membership_id: string }>(
  'select person_id, membership_id from membership order by person_id, membership_id',
);
const months = ['2026-09', '2026-10', '2026-11'] as const;

type Step =
  | { readonly kind: 'pay' | 'state'; readonly membership: number; readonly month: number }
  | { readonly kind: 'merge'; readonly person: number; readonly into: number }
  | { readonly kind: 'unmerge'; readonly which: number }
  | { readonly kind: 'fold' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('pay', 'state'), membership: fc.nat(9), month: fc.nat(2) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('merge'), person: fc.nat(3), into: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('unmerge'), which: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('fold') }) },
);

function at<T>(list: readonly T[], place: number): T {
  const found = list[place % list.length];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
}

const mergesInForce = async () =>
  (
    await look<{ alias_id: string }>(
      'select alias_id from person_alias where undone_at is null order by alias_id',
    )
  ).map(({ alias_id }) => alias_id);

async function run(one: Step): Promise<void> {
  if (one.kind === 'fold') {
    await foldCounts(terminal);
  } else if (one.kind === 'merge') {
    const [personId, into] = [at(persons, one.person), at(persons, one.into)];
    const [ends] = await look<{ one: boolean }>(
      'select canonical_person($1) = canonical_person($2) as one',
      personId,
      into,
    );
    if (ends?.one === true) return;
    await mergePeople(terminal, { personId, into, reason: 'satu orang' });
  } else if (one.kind === 'unmerge') {
    const inForce = await mergesInForce();
    if (inForce.length > 0) await undoMerge(terminal, at(inForce, one.which), 'dua orang');
  } else {
    const { person_id, membership_id } = at(memberships, one.membership);
    const [cover] = await look<{ cover_id: string }>(
      `insert into cover (person_id, cover_id, membership_id, partner_id, months, programmes, fund_id, evidence, bill_id, branch_id, area)
       select m.person_id, gen_random_uuid(), m.membership_id, m.partner_id, int4range($3, $3 + 1), 3, m.fund_id, $4,
         case $4 when 'ledger' then gen_random_uuid() end, case $4 when 'bpjs_file' then 'atambua' end, m.area
       from membership m where m.person_id = $1 and m.membership_id = $2 and not exists (
         select from cover c where c.person_id = $1 and c.membership_id = $2 and c.evidence = $4 and c.months @> $3::integer)
       returning cover_id`,
      person_id,
      membership_id,
      monthIndex(month(at(months, one.month))),
      one.kind === 'pay' ? 'ledger' : 'bpjs_file',
    );
    if (cover === undefined) return;
    await look(
      `select set_config('payung.groups', 'coverage', false),
         count_cover_change(array[$1::uuid], array[$2::uuid], '{}', '{}', '{}', '{}')`,
      person_id,
      cover.cover_id,
    );
  }
}

/** Everything that counts people or lists them once. */
async function figures() {
  const ofMonth = async (text: string) => {
    const at = month(text);
    const { people: funded, employed, saving, funds } = await doubleFunding(terminal, { month: at });
    const differences = await differencesOf(terminal, { month: at });
    return {
      coverage: await Promise.all(
        (['area', 'segment', 'fund'] as const).map((by) =>
          coverageOf(terminal, { area: belu, month: at, by }),
        ),
      ),
      funding: { funded, employed, saving, funds },
      differences,
    };
  };
  const cells = await look(
    `select area, month, segment, grp, fund_id, sum(people)::int as people, sum(stated)::int as stated, sum(jkk)::int as jkk
     from (select area, month, segment, grp, fund_id, people, stated, jkk from cover_cell union all
           select area, month, segment, grp, fund_id, people, stated, jkk from cover_delta) counted
     group by 1, 2, 3, 4, 5 having sum(people) <> 0 or sum(stated) <> 0 or sum(jkk) <> 0 order by 1, 2, 3, 4, 5`,
  );
  const found = await Promise.all(
    [people.yohanes[0], people.blasius[0], 'petrus', 'maria'].map(
      async (q) => (await searchPeople(terminal, q)).people,
    ),
  );
  return { months: await Promise.all(months.map(ofMonth)), cells, found };
}

async function startAgain(): Promise<void> {
  await look('truncate cover, person_alias, cover_delta, cover_cell, cover_rollup');
}

describe('merging moves nothing', () => {
  test('whatever was merged, undone and paid meanwhile: with every merge undone the figures are those of the payments alone', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 4, maxLength: 14 }),
        fc.infiniteStream(fc.nat(9)),
        async (history, order) => {
          await startAgain();
          for (const one of history) await run(one);
          for (let inForce = await mergesInForce(); inForce.length > 0; inForce = await mergesInForce()) {
            await undoMerge(terminal, at(inForce, order.next().value), 'dua orang');
          }
          const undone = await figures();
          await startAgain();
          for (const one of history) if (one.kind === 'pay' || one.kind === 'state') await run(one);
          expect(undone).toEqual(await figures());
        },
      ),
      { numRuns: 12 },
    );
  }, 60_000);

  test('while merged, one person is counted once in each month', async () => {
    await startAgain();
    for (const [membership] of memberships.entries()) await run({ kind: 'pay', membership, month: 2 });
    const total = async () =>
      (
        await look<{ people: number }>(
          'select sum(people)::int as people from cover_delta where month = $1',
          monthIndex(month('2026-11')),
        )
      )[0]?.people;
    expect(await total()).toBe(4);
    await run({ kind: 'merge', person: 0, into: 1 });
    expect(await total()).toBe(3);
    await run({ kind: 'merge', person: 1, into: 2 });
    expect(await total()).toBe(2);
    const { people: funded } = await doubleFunding(terminal, { month: month('2026-11') });
    expect(funded.map(({ personId }) => personId)).toEqual([persons[2]]);
  });
});
