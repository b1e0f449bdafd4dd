import fc from 'fast-check';
import type { PoolClient } from 'pg';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { newId } from '#platform/ids';
import {
  type BillingWorld,
  billingWorld,
  type SignedAgreement,
  villages,
} from '../../testing/billing-world.ts';

let world: BillingWorld;
let agreement: SignedAgreement;
let other: SignedAgreement;
beforeAll(async () => {
  world = await billingWorld();
  agreement = await world.sign();
  other = await world.sign();
});

const everything = `set local role payung_app; set local payung.actor = 'test'; set local payung.areas = '{[0,9999999999)}';
  set local payung.groups = 'people,partners,members,money,rosters'`;

/** A transaction of the serving role; rolled back after the test unless it has ended. */
async function begin(settings = everything, isolation = 'read committed'): Promise<PoolClient> {
  const client = await world.database.superuser.connect();
  onTestFinished(async () => {
    await client.query('rollback');
    client.release();
  });
  await client.query(`begin isolation level ${isolation}; ${settings}`);
  return client;
}

/** Rows as a check leaves them, of people who are new or known. Returns the roster. */
async function prepare(
  people: readonly { readonly personId: string; readonly isNew: boolean }[],
  { area = villages.fatubaa }: { readonly area?: number } = {},
): Promise<string> {
  const rosterId = newId();
  await world.look(
    `insert into intake.prepared_row (roster_id, ordinal, person_id, is_new, name, name_key, name_turned, sex, area, rt, occupation,
       occupation_text, sealed, nik_hash, match_hashes, example, membership_id, work_id)
     select $1, ordinal, person, is_new, 'Maria Seran', 'maria seran', 'seran maria', 'P', $2, '001', 'petani', 'Petani', '\\x01',
       sha256(uuid_send(person)), array[1, 2, 1, 100 + ordinal], true, gen_random_uuid(), gen_random_uuid()
     from unnest($3::uuid[], $4::boolean[]) with ordinality p (person, is_new, ordinal)`,
    rosterId,
    area,
    people.map(({ personId }) => personId),
    people.map(({ isNew }) => isNew),
  );
  return rosterId;
}

const strangers = (count: number) =>
  Array.from({ length: count }, () => ({ personId: newId(), isNew: true }));

/** Somebody who is in the register, with a membership elsewhere. */
async function somebody(): Promise<string> {
  const [personId = ''] = await world.enrol(await world.sign(), { people: 1 });
  return personId;
}

const enrolPeople = (client: PoolClient, rosterId: string) =>
  client.query('select enrol_people($1, $2, $3)', [rosterId, agreement.partnerId, '2026-11-01']);

const enrolMembers = (client: PoolClient, rosterId: string, during = '[2026-11-01,)', terms = agreement) =>
  client.query(
    `select enrol_members($1, $2, $3, $4, 'BPU', 'vulnerable', 'other', 3::smallint, 1000000, $5)`,
    [rosterId, terms.partnerId, terms.agreementId, terms.fundId, during],
  );

/** Any other way in. */
const insertMembership = (
  client: PoolClient,
  personId: string,
  during: string,
  {
    terms = agreement,
    segment = 'BPU',
  }: { readonly terms?: SignedAgreement; readonly segment?: string } = {},
) =>
  client.query(
    `insert into membership (person_id, membership_id, partner_id, agreement_id, segment, grp, sector, programmes, fund_id, area, during)
     values ($1, $2, $3, $4, $5, 'vulnerable', 'other', 3, $6, $7, $8)`,
    [personId, newId(), terms.partnerId, terms.agreementId, segment, terms.fundId, villages.fatubaa, during],
  );

const membershipsOf = (client: PoolClient, personId: string) =>
  client.query<{ during: string; alone: boolean }>(
    'select during::text, alone from membership where person_id = $1 and partner_id = $2 order by lower(during)',
    [personId, agreement.partnerId],
  );

/** Everything that enrolment wrote, apart from how it is guarded. */
async function written(client: PoolClient, rosterId: string) {
  await client.query('reset role');
  const tables = {
    person: 'person_id, name, name_key, name_turned, sex, area, partners, sealed, numbered, example',
    identifier: 'person_id, hash, state',
    match_key: 'person_id, hash',
    residence: 'person_id, area, rt, during::text, source',
    work: 'person_id, work_id, occupation, area, during::text, source',
    membership:
      'person_id, membership_id, partner_id, agreement_id, roster_id, segment, programmes, fund_id, area, during::text',
    membership_basis: 'person_id, membership_id, income, partner_id, area, during::text',
  };
  const found: Record<string, unknown> = {};
  for (const [table, columns] of Object.entries(tables)) {
    const { rows } = await client.query(
      `select ${columns} from ${table} where person_id in (select person_id from intake.prepared_row where roster_id = $1) order by 1, 2`,
      [rosterId],
    );
    found[table] = rows;
  }
  return found;
}

describe('looking references up for the whole set, or row by row where no superuser allows that', () => {
  test('writes the same', async () => {
    const known = await somebody();
    const rosterId = await prepare([...strangers(5), { personId: known, isNew: false }]);
    const results = [];
    for (const forbid of ['', 'revoke set on parameter session_replication_role from payung_owner; ']) {
      const client = await begin(forbid + everything);
      await enrolPeople(client, rosterId);
      await enrolMembers(client, rosterId);
      const { rows } = await client.query<{ alone: boolean }>(
        'select alone from membership where roster_id = $1',
        [rosterId],
      );
      expect(rows.map(({ alone }) => alone)).toEqual(Array(6).fill(forbid === ''));
      results.push(await written(client, rosterId));
      await client.query('rollback');
    }
    expect(results[1]).toEqual(results[0]);
    expect(results[0]?.match_key).toHaveLength(5 * 3);
    expect(results[0]?.person).toHaveLength(6);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['a village that is not there',        'people',  { area: 5_304_012_999 },                     {}],
    ['a village that is not there, again', 'members', { area: 5_304_012_999 },                     {}],
    ['a partner who is not there',         'members', {},                                          { partnerId: newId() }],
    ['a fund that is not there',           'members', {},                                          { fundId: newId() }],
  ] as const)('refuses %s', async (_, part, row, terms) => {
    for (const forbid of ['', 'revoke set on parameter session_replication_role from payung_owner; ']) {
      const rosterId = await prepare([part === 'people' ? { personId: newId(), isNew: true } : { personId: await somebody(), isNew: false }], row);
      const client = await begin(forbid + everything);
      const enrolled = part === 'people' ? enrolPeople(client, rosterId) : enrolMembers(client, rosterId, undefined, { ...agreement, ...terms });
      await expect(enrolled).rejects.toMatchObject({ code: '23503' });
    }
  });

  test('refuses people who are nobody, and new ones whom another transaction made', async () => {
    for (const one of [
      { personId: newId(), isNew: true },
      { personId: newId(), isNew: false },
      { personId: await somebody(), isNew: true },
    ]) {
      const rosterId = await prepare([one]);
      const client = await begin();
      await expect(enrolMembers(client, rosterId)).rejects.toMatchObject({
        constraint: 'membership_person_id_fkey',
      });
    }
  });

  test('ends with the function: what follows in the transaction is looked up again', async () => {
    const client = await begin();
    const rosterId = await prepare(strangers(1));
    await enrolPeople(client, rosterId);
    await enrolMembers(client, rosterId);
    expect((await client.query('show session_replication_role')).rows).toEqual([
      { session_replication_role: 'origin' },
    ]);
    await expect(insertMembership(client, newId(), '[2026-11-01,)')).rejects.toMatchObject({ code: '23503' });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['people', 'people',  'members,money,rosters'],
    ['rosters', 'people', 'people,members,money'],
    ['members', 'members', 'people,money,rosters'],
    ['money',   'members', 'people,members,rosters'],
    ['rosters', 'members', 'people,members,money'],
  ])('is not for whoever lacks the purpose %s (%s)', async (_, part, groups) => {
    const rosterId = await prepare(strangers(1));
    const client = await begin(`${everything}; set local payung.groups = '${groups}'`);
    const enrolled = part === 'people' ? enrolPeople(client, rosterId) : enrolMembers(client, rosterId);
    await expect(enrolled).rejects.toMatchObject({ code: '42501' });
  });

  test('takes only rows inside the caller’s areas', async () => {
    const rosterId = await prepare(strangers(2));
    const client = await begin(`${everything}; set local payung.areas = '{[5305000000,5306000000)}'`);
    expect((await enrolPeople(client, rosterId)).rows).toEqual([{ enrol_people: 0 }]);
    expect((await enrolMembers(client, rosterId)).rows).toEqual([{ enrol_members: 0 }]);
  });
});

describe('a membership that stands alone', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // what comes after [2026-11-01, 2027-01-01)   span                        of            alone afterwards
    ['on the same days',                            '[2026-11-01,2027-01-01)', {},                   undefined],
    ['with the last day in common',                 '[2026-12-31,)',           {},                   undefined],
    ['with the first day in common',                '[2026-01-01,2026-11-02)', {},                   undefined],
    ['on the day after',                            '[2027-01-01,)',           {},                   false],
    ['before',                                      '[2026-01-01,2026-11-01)', {},                   false],
    ['empty',                                       'empty',                   {},                   false],
    ['in another segment',                          '[2026-11-01,)',           { segment: 'PU' },    true],
  ] as const)('and another one %s', async (_, during, which, alone) => {
    const personId = await somebody();
    const client = await begin();
    await enrolMembers(client, await prepare([{ personId, isNew: false }]), '[2026-11-01,2027-01-01)');
    const inserted = insertMembership(client, personId, during, which);
    if (alone === undefined) {
      await expect(inserted).rejects.toMatchObject({ constraint: 'membership_no_overlap' });
      return;
    }
    await inserted;
    const { rows } = await membershipsOf(client, personId);
    expect(rows.find((row) => row.during === '[2026-11-01,2027-01-01)')?.alone).toBe(alone);
  });

  test('does not meet one through another partner', async () => {
    const personId = await somebody();
    const client = await begin();
    await enrolMembers(client, await prepare([{ personId, isNew: false }]));
    await insertMembership(client, personId, '[2026-11-01,)', { terms: other });
    expect((await membershipsOf(client, personId)).rows).toEqual([{ during: '[2026-11-01,)', alone: true }]);
  });

  test('cannot be made by anybody but enrolment', async () => {
    const personId = await somebody();
    const client = await begin();
    await insertMembership(client, personId, '[2026-11-01,)');
    await client.query('savepoint before');
    await expect(
      client.query('update membership set alone = true where person_id = $1', [personId]),
    ).rejects.toMatchObject({
      code: '42501',
    });
    await client.query('rollback to before');
    await expect(
      client.query(
        `insert into residence (person_id, area, during, source, alone) values ($1, $2, '[2010-01-01,2011-01-01)', 'test', true)`,
        [personId, villages.fatubaa],
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });

  test('whatever comes and goes, in whatever way, no two spans overlap and nothing lawful is refused', async () => {
    const day = fc.integer({ min: 0, max: 40 });
    const span = fc
      .tuple(day, fc.option(day))
      .map(([from, length]) => ({ from, until: length === null ? null : from + length + 1 }));
    const step = fc.record({ way: fc.constantFrom('enrolment', 'other', 'shorten'), span });
    const text = ({ from, until }: { from: number; until: number | null }) => {
      const iso = (at: number) => new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10);
      return `[${iso(from)},${until === null ? '' : iso(until)})`;
    };
    const meets = (a: { from: number; until: number | null }, b: { from: number; until: number | null }) =>
      a.from < (b.until ?? Infinity) && b.from < (a.until ?? Infinity);
    const client = await begin();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 7 }), async (steps) => {
        const personId = await somebody();
        let model: { from: number; until: number | null }[] = [];
        for (const { way, span: wanted } of steps) {
          await client.query('savepoint step');
          if (way === 'shorten') {
            const first = model[0];
            if (first === undefined) continue;
            const shorter = { from: first.from, until: first.from + 1 };
            await client.query(
              'update membership set during = $3 where person_id = $1 and partner_id = $2 and during = $4',
              [personId, agreement.partnerId, text(shorter), text(first)],
            );
            model = [shorter, ...model.slice(1)];
            continue;
          }
          const free = model.every((one) => !meets(one, wanted));
          const tried =
            way === 'enrolment'
              ? enrolMembers(client, await prepare([{ personId, isNew: false }]), text(wanted))
              : insertMembership(client, personId, text(wanted));
          const refused = await tried.then(
            () => undefined,
            (error: { constraint?: string }) => error.constraint,
          );
          expect(refused).toBe(free ? undefined : 'membership_no_overlap');
          if (free) model.push(wanted);
          else await client.query('rollback to step');
        }
        const { rows } = await membershipsOf(client, personId);
        expect(rows.map(({ during }) => during).sort()).toEqual(model.map(text).sort());
        expect(rows.filter(({ alone }) => alone).length).toBeLessThanOrEqual(rows.length === 1 ? 1 : 0);
      }),
      { numRuns: 30 },
    );
  });
});

describe('two transactions at once', () => {
  /** Until the connection waits for another one. */
  async function waits(client: PoolClient): Promise<void> {
    const { processID } = client as PoolClient & { processID: number };
    for (;;) {
      const [row] = await world.look<{ by: number[] }>('select pg_blocking_pids($1) as by', processID);
      if ((row?.by.length ?? 0) > 0) return;
    }
  }

  type Way = (client: PoolClient, personId: string) => Promise<unknown>;
  const byEnrolment: Way = async (client, personId) =>
    enrolMembers(client, await prepare([{ personId, isNew: false }]));
  const otherwise: Way = (client, personId) => insertMembership(client, personId, '[2026-12-01,)');

  // biome-ignore format: aligned table of cases
  test.each([
    ['enrolment, then another way', byEnrolment, otherwise],
    ['another way, then enrolment', otherwise,   byEnrolment],
    ['enrolment twice',             byEnrolment, byEnrolment],
    ['another way twice',           otherwise,   otherwise],
  ] as const)('%s: the second waits, and is refused', async (_, first, second) => {
    const personId = await somebody();
    const [one, two] = [await begin(), await begin()];
    await first(one, personId);
    const later = second(two, personId).catch((error: unknown) => error);
    await waits(two);
    await one.query('commit');
    expect(await later).toMatchObject({ constraint: 'membership_no_overlap' });
  });

  test.each([
    ['enrolment', byEnrolment, otherwise],
    ['another way', otherwise, byEnrolment],
  ] as const)('%s is undone: the second goes on', async (_, first, second) => {
    const personId = await somebody();
    const [one, two] = [await begin(), await begin()];
    await first(one, personId);
    const later = second(two, personId);
    await waits(two);
    await one.query('rollback');
    await later;
    expect((await membershipsOf(two, personId)).rows).toHaveLength(1);
  });

  test('somebody who is being enrolled for the first time is nobody yet', async () => {
    const personId = newId();
    const rosterId = await prepare([{ personId, isNew: true }]);
    const [one, two] = [await begin(), await begin()];
    await enrolPeople(one, rosterId);
    await enrolMembers(one, rosterId);
    await expect(otherwise(two, personId)).rejects.toMatchObject({ constraint: 'membership_person_id_fkey' });
    await one.query('commit');
    await two.query('rollback');
    await two.query(`begin; ${everything}`);
    await expect(otherwise(two, personId)).rejects.toMatchObject({ constraint: 'membership_no_overlap' });
  });

  test('a transaction that cannot see what others commit adds nothing beside what may stand alone', async () => {
    const personId = await somebody();
    const client = await begin(everything, 'repeatable read');
    await expect(otherwise(client, personId)).rejects.toMatchObject({
      constraint: 'membership_person_id_fkey',
    });
  });
});

test('a residence that stands alone is compared as soon as a second one comes', async () => {
  const personId = newId();
  const client = await begin();
  await enrolPeople(client, await prepare([{ personId, isNew: true }]));
  const live = (during: string) =>
    client.query(`insert into residence (person_id, area, during, source) values ($1, $2, $3, 'test')`, [
      personId,
      villages.fatubaa,
      during,
    ]);
  await client.query('savepoint before');
  await expect(live('[2026-12-01,)')).rejects.toMatchObject({ constraint: 'residence_one_at_a_time' });
  await client.query('rollback to before');
  await live('[2020-01-01,2026-11-01)');
  const { rows } = await client.query('select alone from residence where person_id = $1', [personId]);
  expect(rows).toEqual([{ alone: false }, { alone: false }]);
});
