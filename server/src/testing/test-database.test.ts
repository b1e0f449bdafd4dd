import { expect, test } from 'vitest';
import { testDatabase } from './test-database.ts';

test('every copy is migrated and apart from the others', async () => {
  const [one, other] = await Promise.all([testDatabase(), testDatabase()]);
  expect(one.name).not.toBe(other.name);
  await one.superuser.query(`insert into setting (key, value) values ('contoh', '1')`);
  const { rows } = await one.superuser.query('select count(*) as settings from setting');
  const { rows: apart } = await other.superuser.query('select count(*) as settings from setting');
  expect(rows[0].settings - apart[0].settings).toBe(1);
  expect((await other.pools.app.query('select count(*) > 0 as migrated from migration')).rows).toEqual([
    { migrated: true },
  ]);
});

test('the pools are the roles that serve, whom row-level security holds', async () => {
  const { pools, superuser } = await testDatabase();
  await superuser.query(`insert into setting (key, value) values ('contoh', '1')`);
  expect((await pools.app.query('select from setting')).rowCount).toBe(0);
});
