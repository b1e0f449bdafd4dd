import { randomUUID } from 'node:crypto';
import { monthFromIndex } from '@payung/kernel';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadAreas } from '#areas';
import { type Context, change, type Tx } from '#platform/context';
import { testPlatform } from '#testing';
import { countCoverChange, countMerge, countMove, coverageOf, foldCounts } from './index.ts';
import type { Counts } from './model.ts';
import { bruteForce, countedCells } from './testing/brute-force.ts';
import { type TestMembership, TestRegister, villages } from './testing/register.ts';

const start = 2026 * 12 + 1;
const months = [start, start + 1, start + 2, start + 3];
const province = 5_300_000_000;
const belu = 5_304_000_000;

let register: TestRegister;
let terminal: Context;

beforeAll(async () => {
  const world = await testPlatform();
  terminal = world.terminal;
  register = new TestRegister(world.database);
  await loadAreas(terminal);
  await register.addPartners();
});
beforeEach(() => register.clear());

/** Counts in a transaction of its own, as the module that changed something would in its own. */
function counting(work: (tx: Tx) => Promise<void>): Promise<void> {
  return change(terminal, 'payments.import', async (tx) => {
    await work(tx);
    await tx.record({ action: 'test.counted' });
  });
}

async function pay(
  membership: TestMembership,
  at: readonly [number, number],
  programmes = 3,
  evidence: 'ledger' | 'bpjs_file' | 'law' = 'ledger',
) {
  const id = await register.addCover(membership, at, evidence, programmes);
  const added = id === undefined ? [] : [id];
  await counting((tx) => countCoverChange(tx, { personIds: [membership.personId], added, closed: [] }));
  return id ?? '';
}

const at = async (area: number, month: number, by: 'area' | 'segment' | 'group' | 'fund' = 'area') =>
  coverageOf(terminal, { area, month: monthFromIndex(month), by });

describe('one person, counted once', () => {
  test('paid by two partners in one month: one person, in the primary segment, with the programmes of both', async () => {
    const person = await register.addPerson(villages[0]);
    const vulnerable = await register.addMembership(person, 0, 'BPU', 'vulnerable');
    const company = await register.addMembership(person, 1, 'PU', 'non_asn');
    await pay(vulnerable, [start, start + 2], 3);
    await pay(company, [start + 1, start + 3], 1 | 2 | 4 | 8);

    expect((await at(belu, start)).totals).toMatchObject({ people: 1, jkk: 1, jkm: 1, jht: 0 });
    expect((await at(belu, start + 1)).totals).toMatchObject({ people: 1, jkk: 1, jht: 1, jp: 1, jkp: 0 });
    expect((await at(belu, start, 'segment')).rows.map((row) => [row.key, row.counts.people])).toEqual([
      ['BPU', 1],
    ]);
    expect((await at(belu, start + 1, 'segment')).rows.map((row) => [row.key, row.counts.people])).toEqual([
      ['PU', 1],
    ]);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['PU before JAKON',                    ['JAKON', '2025-01-01'], ['PU',  '2026-01-01'],  1],
    ['JAKON before PMI',                   ['PMI',   '2025-01-01'], ['JAKON', '2026-01-01'], 1],
    ['PMI before BPU',                     ['BPU',   '2025-01-01'], ['PMI', '2026-01-01'],  1],
    ['in one segment the earlier',         ['BPU',   '2025-12-31'], ['BPU', '2026-01-01'],  0],
  ] as const)('%s', async (_, first, second, primary) => {
    const person = await register.addPerson(villages[0]);
    const memberships = [
      await register.addMembership(person, 0, first[0], 'first', first[1]),
      await register.addMembership(person, 1, second[0], 'second', second[1]),
    ];
    for (const membership of memberships) await pay(membership, [start, start + 1]);
    const { rows } = await at(belu, start, 'group');
    expect(rows.map((row) => row.key)).toEqual([['first', 'second'][primary]]);
  });

  test('two records of one person are one from the merge on, and two again when it is undone', async () => {
    const [a, b] = [await register.addPerson(villages[0]), await register.addPerson(villages[1])];
    await pay(await register.addMembership(a, 0, 'BPU', 'vulnerable'), [start, start + 1]);
    await pay(await register.addMembership(b, 1, 'BPU', 'church'), [start, start + 1]);
    expect((await at(belu, start)).totals.people).toBe(2);

    const alias = randomUUID();
    await register.query(
      `insert into person_alias (alias_id, person_id, canonical_id, decided_by, reason) values ($1, $2, $3, 'x', 'x')`,
      [alias, a, b],
    );
    await counting((tx) => countMerge(tx, { merged: [alias], unmerged: [] }));
    expect((await at(belu, start)).totals.people).toBe(1);
    expect((await at(villages[1], start)).totals.people).toBe(1);

    await register.query('update person_alias set undone_at = now()');
    await counting((tx) => countMerge(tx, { merged: [], unmerged: [alias] }));
    expect((await at(belu, start)).totals.people).toBe(2);
    expect((await at(villages[0], start)).totals.people).toBe(1);
  });

  test('two transactions at once cover the same person: the second waits and counts nobody twice', async () => {
    const person = await register.addPerson(villages[0]);
    const [one, two] = [
      await register.addMembership(person, 0, 'BPU', 'vulnerable'),
      await register.addMembership(person, 1, 'BPU', 'church'),
    ];
    const insert = (tx: Tx, membership: TestMembership, id: string) =>
      tx.client.query(
        `insert into cover (person_id, cover_id, membership_id, partner_id, months, programmes, fund_id, evidence, area)
         values ($1, $2, $3, $4, int4range($5, $5 + 1), 3, $6, 'bpjs_file', $7)`,
        [person, id, membership.membershipId, membership.partnerId, start, register.funds[0], villages[0]],
      );
    let second = Promise.resolve();
    await counting(async (tx) => {
      const mine = randomUUID();
      await insert(tx, one, mine);
      await countCoverChange(tx, { personIds: [person], added: [mine], closed: [] });
      second = counting(async (other) => {
        const theirs = randomUUID();
        await insert(other, two, theirs);
        await countCoverChange(other, { personIds: [person], added: [theirs], closed: [] });
      });
      // Only when the second waits does the first go on; so this is the order that would count twice.
      for (let waiting = 0; waiting === 0; ) {
        const { rows } = await register.query(
          "select count(*) as n from pg_locks where locktype = 'advisory' and not granted",
        );
        waiting = rows[0].n;
      }
    });
    await second;
    expect((await at(belu, start)).totals.people).toBe(1);
    expect(await countedCells(register)).toEqual((await bruteForce(register, months)).cells);
  });
});

describe('what counts as paid', () => {
  test('relief by law is told apart: not covered, tolerated', async () => {
    const person = await register.addPerson(villages[0]);
    await pay(await register.addMembership(person, 0, 'BPU', 'vulnerable'), [start, start + 1], 3, 'law');
    const { totals, registered } = await at(belu, start);
    expect(totals.people).toBe(0);
    expect(registered).toEqual({ registered: 1, unpaid: 1, tolerated: 1 });
  });

  test('a membership is not cover', async () => {
    await register.addMembership(await register.addPerson(villages[0]), 0, 'BPU', 'vulnerable');
    const { totals, registered } = await at(belu, start);
    expect(totals.people).toBe(0);
    expect(registered).toEqual({ registered: 1, unpaid: 1, tolerated: 0 });
  });

  test('the BPJS file counts, and a payment taken back does not', async () => {
    const person = await register.addPerson(villages[0]);
    const membership = await register.addMembership(person, 0, 'BPU', 'vulnerable');
    const id = await pay(membership, [start, start + 1], 3, 'bpjs_file');
    expect((await at(belu, start)).totals.people).toBe(1);
    await register.closeCover([id]);
    await counting((tx) => countCoverChange(tx, { personIds: [person], added: [], closed: [id] }));
    expect((await at(belu, start)).totals.people).toBe(0);
  });
});

describe('where a month belongs', () => {
  test('to the residence valid on its last day', async () => {
    const person = await register.addPerson(undefined);
    await register.setResidences(person, [
      { area: villages[0], from: '2020-01-01', until: '2026-01-31' },
      { area: villages[3], from: '2026-01-31', until: null },
    ]);
    await pay(await register.addMembership(person, 0, 'BPU', 'vulnerable', '2025-01-01'), [
      start - 1,
      start + 1,
    ]);
    expect((await at(villages[0], start - 1)).totals.people).toBe(1);
    expect((await at(villages[3], start - 1)).totals.people).toBe(0);
    expect((await at(villages[3], start)).totals.people).toBe(1);
  });

  test('nobody knows where they lived then: to the area of the cover', async () => {
    const person = await register.addPerson(undefined);
    await pay(await register.addMembership(person, 0, 'BPU', 'vulnerable'), [start, start + 1]);
    expect((await at(villages[4], start)).totals.people).toBe(1);
  });

  test('a correction of residence moves the months with it', async () => {
    const person = await register.addPerson(villages[0]);
    await pay(await register.addMembership(person, 0, 'BPU', 'vulnerable'), [start, start + 2]);
    await register.setResidences(person, [{ area: villages[3], from: '2000-01-01', until: null }]);
    const residences = [{ area: villages[0], from: '2000-01-01' as never, until: null }];
    await counting((tx) => countMove(tx, { people: [{ personId: person, residences }] }));
    expect((await at(belu, start)).totals.people).toBe(0);
    expect((await at(villages[3], start + 1)).totals.people).toBe(1);
  });
});

describe('any history', () => {
  const index = fc.nat(50);
  const span = fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 4 }));
  const cover = fc.record({
    membership: index,
    span,
    programmes: fc.integer({ min: 1, max: 31 }),
    evidence: fc.constantFrom('ledger' as const, 'bpjs_file' as const, 'law' as const),
    fund: fc.nat(2),
  });
  const event = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('cover' as const),
        add: fc.array(cover, { maxLength: 4 }),
        close: fc.array(index, { maxLength: 3 }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('merge' as const), person: index, into: index }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('unmerge' as const), which: index }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('move' as const),
        person: index,
        area: index,
        back: index,
        day: fc.nat(120),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('fold' as const) }) },
  );
  type Event = typeof event extends fc.Arbitrary<infer E> ? E : never;

  const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];

  async function happen(
    what: Event,
    people: readonly string[],
    memberships: readonly TestMembership[],
  ): Promise<void> {
    if (what.kind === 'fold') {
      await foldCounts(terminal);
    } else if (what.kind === 'cover') {
      const open = (
        await register.query(
          'select cover_id, person_id from cover where closed_at is null order by cover_id',
        )
      ).rows;
      const closed = [...new Set(what.close.flatMap((n) => pick(open, n) ?? []))];
      await register.closeCover(closed.map((row) => row.cover_id));
      const added: string[] = [];
      const concerned = closed.map((row) => row.person_id);
      for (const {
        membership,
        span: [from, length],
        evidence,
        programmes,
        fund,
      } of what.add) {
        const chosen = pick(memberships, membership);
        if (chosen === undefined) continue;
        const id = await register.addCover(
          chosen,
          [start + from, start + from + length],
          evidence,
          programmes,
          fund,
        );
        if (id !== undefined) added.push(id);
        concerned.push(chosen.personId);
      }
      await counting((tx) =>
        countCoverChange(tx, { personIds: concerned, added, closed: closed.map((row) => row.cover_id) }),
      );
    } else if (what.kind === 'merge') {
      const [person, into] = [pick(people, what.person), pick(people, what.into)];
      const { rows } = await register.query(
        'select person_id, canonical_id from person_alias where undone_at is null',
      );
      const rootOf = (id: string | undefined): string | undefined => {
        const alias = rows.find((row) => row.person_id === id);
        return alias === undefined ? id : rootOf(alias.canonical_id);
      };
      if (person === undefined || rootOf(person) !== person || rootOf(into) === person) return;
      const alias = randomUUID();
      await register.query(
        `insert into person_alias (alias_id, person_id, canonical_id, decided_by, reason) values ($1, $2, $3, 'x', 'x')`,
        [alias, person, into],
      );
      await counting((tx) => countMerge(tx, { merged: [alias], unmerged: [] }));
    } else if (what.kind === 'unmerge') {
      const { rows } = await register.query(
        'select alias_id from person_alias where undone_at is null order by alias_id',
      );
      const alias = pick(rows, what.which)?.alias_id;
      if (alias === undefined) return;
      await register.query('update person_alias set undone_at = now() where alias_id = $1', [alias]);
      await counting((tx) => countMerge(tx, { merged: [], unmerged: [alias] }));
    } else {
      const personId = pick(people, what.person) ?? '';
      const { rows } = await register.query(
        'select area, lower(during) as from, upper(during) as until from residence where person_id = $1',
        [personId],
      );
      const moved = new Date(Date.UTC(2026, 0, 1 + what.day)).toISOString().slice(0, 10);
      await register.setResidences(personId, [
        {
          area: pick(villages, what.area) ?? 0,
          from: '2026-01-15',
          until: moved > '2026-01-15' ? moved : '2026-01-16',
        },
        { area: pick(villages, what.back) ?? 0, from: '2026-05-02', until: null },
      ]);
      await counting((tx) => countMove(tx, { people: [{ personId, residences: rows }] }));
    }
  }

  async function expectTruth(): Promise<void> {
    const truth = await bruteForce(register, months);
    const counted = await countedCells(register);
    for (const key of counted.keys()) if (!months.includes(Number(key.split('|')[1]))) counted.delete(key);
    expect(counted).toEqual(truth.cells);
  }

  test('counts as the tables say, before and after folding, and every total equals its drill-down', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 4, maxLength: 14 }), async (events) => {
        await register.clear();
        const people: string[] = [];
        const memberships: TestMembership[] = [];
        for (let i = 0; i < 5; i += 1) {
          const person = await register.addPerson(i === 4 ? undefined : villages[i]);
          people.push(person);
          memberships.push(
            await register.addMembership(person, i % 3, 'BPU', 'vulnerable', `2025-0${1 + (i % 3)}-01`),
          );
          memberships.push(
            await register.addMembership(
              person,
              (i + 1) % 3,
              i % 2 === 0 ? 'PU' : 'JAKON',
              'second',
              '2026-02-10',
              '2026-04-01',
            ),
          );
        }
        for (const what of events) {
          await happen(what, people, memberships);
          await expectTruth();
        }
        await expectDrillDowns();
        await foldCounts(terminal);
        await expectTruth();
        await expectDrillDowns();
      }),
      { numRuns: 30 },
    );
  }, 240_000);

  async function expectDrillDowns(): Promise<void> {
    const truth = await bruteForce(register, months);
    const month = start + 1;
    const expected = (code: number, beyond: number) =>
      [...truth.cells]
        .filter(
          ([key]) =>
            Number(key.split('|')[1]) === month &&
            Number(key.split('|')[0]) >= code &&
            Number(key.split('|')[0]) < beyond,
        )
        .reduce((total, [, counts]) => plus(total, counts), zero);
    for (const area of [province, belu, 5_304_010_000, villages[0], 5_371_000_000]) {
      const table = await at(area, month);
      expect(table.totals).toEqual(expected(table.area.code, table.area.beyond));
      if (table.area.level !== 'village') expect(total(table.rows)).toEqual(table.totals);
      for (const by of ['segment', 'group', 'fund'] as const) {
        expect(total((await at(area, month, by)).rows)).toEqual(table.totals);
      }
      const registered = [...truth.registered].filter(([key]) => {
        const [code, when] = key.split('|').map(Number);
        return when === month && Number(code) >= table.area.code && Number(code) < table.area.beyond;
      });
      expect(table.registered).toEqual({
        registered: registered.reduce((n, [, r]) => n + r.registered, 0),
        unpaid: registered.reduce((n, [, r]) => n + r.unpaid, 0),
        tolerated: registered.reduce((n, [, r]) => n + r.tolerated, 0),
      });
    }
  }
});

const zero: Counts = { people: 0, stated: 0, jkk: 0, jkm: 0, jht: 0, jp: 0, jkp: 0 };

function plus(a: Counts, b: Counts): Counts {
  return {
    people: a.people + b.people,
    stated: a.stated + b.stated,
    jkk: a.jkk + b.jkk,
    jkm: a.jkm + b.jkm,
    jht: a.jht + b.jht,
    jp: a.jp + b.jp,
    jkp: a.jkp + b.jkp,
  };
}

function total(rows: readonly { counts: Counts }[]): Counts {
  return rows.reduce((sum, { counts }) => plus(sum, counts), zero);
}
