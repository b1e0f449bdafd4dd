import { describe, expect, test } from 'vitest';
import { testDatabase } from '#testing';
import { closePools, openPools, refusePrivileged } from './pools.ts';

const database = await testDatabase();

describe('values arrive', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                 SQL                                                    value
    ['a day stays its day',                 `date '2026-01-31'`,                                   '2026-01-31'],
    ['days in an array',                    `array[date '2026-01-31', null]`,                      ['2026-01-31', null]],
    ['bigint as a number',                  `5304012001::bigint`,                                  5304012001],
    ['the largest exact number',            `9007199254740991::bigint`,                            9007199254740991],
    ['the smallest exact number',           `(-9007199254740991)::bigint`,                         -9007199254740991],
    ['bigints in an array',                 `array[1, -2]::bigint[]`,                              [1, -2]],
    ['a count is a number',                 `(select count(*) from payung.migration where false)`, 0],
    ['numeric stays text',                  `0.24::numeric`,                                       '0.24'],
    ['an instant in UTC',                   `timestamptz '2026-01-31 07:00:00.25+08'`,             '2026-01-30T23:00:00.25Z'],
    ['an instant of whole seconds',         `timestamptz '2026-01-31 00:00:00Z'`,                  '2026-01-31T00:00:00Z'],
    ['an empty array',                      `array[]::bigint[]`,                                   []],
    ['instants in an array',                `array[timestamptz '2026-01-31 08:00+08']`,            ['2026-01-31T00:00:00Z']],
    ['a range stays text',                  `daterange('2026-01-01', '2026-02-01')`,               '[2026-01-01,2026-02-01)'],
    ['nothing stays null',                  `null::bigint`,                                        null],
  ])('%s', async (_, sql, value) => {
    const { rows } = await database.pools.app.query(`select ${sql} as value`);
    expect(rows[0]).toEqual({ value });
  });

  test('an instant also from a connection in another zone', async () => {
    const client = await database.pools.app.connect();
    try {
      await client.query(`set timezone = 'Asia/Makassar'`);
      const { rows } = await client.query(`select timestamptz '2026-01-31 07:00:00+08' as value`);
      expect(rows[0].value).toBe('2026-01-30T23:00:00Z');
    } finally {
      client.release(true);
    }
  });

  test('a bigint beyond exact numbers is an error, not another number', async () => {
    const query = database.pools.app.query('select 9007199254740992::bigint');
    await expect(query).rejects.toThrow(RangeError);
  });
});

describe('who is served', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['app',    'payung_app',    'payung'],
    ['match',  'payung_match',  'payung'],
    ['intake', 'payung_intake', 'intake, payung'],
    ['auth',   'payung_auth',   'auth'],
  ] as const)('%s as %s with search path %s', async (pool, role, path) => {
    const { rows } = await database.pools[pool].query(
      `select current_user as role, current_setting('search_path') as path, current_setting('timezone') as zone`,
    );
    expect(rows[0].role).toBe(role);
    expect(rows[0].path.replaceAll(/, ?/g, ', ')).toBe(path);
    expect(rows[0].zone).toBe('UTC');
    await refusePrivileged(database.pools[pool]);
  });

  test('a superuser is refused', async () => {
    await expect(refusePrivileged(database.superuser)).rejects.toMatchObject({
      code: 'database.privilegedRole',
      facts: { role: 'postgres', why: 'superuser' },
    });
  });
});

test('a lost connection is told, the next query works', async () => {
  const lost: string[] = [];
  const pools = openPools(database.urls, { size: 1, onLoss: (role) => lost.push(role) });
  try {
    const { rows } = await pools.app.query('select pg_backend_pid() as pid');
    const gone = new Promise((resolve) => pools.app.once('error', resolve));
    await database.superuser.query('select pg_terminate_backend($1)', [rows[0].pid]);
    await gone;
    expect(lost).toContain('app');
    expect((await pools.app.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  } finally {
    await closePools(pools);
  }
});
