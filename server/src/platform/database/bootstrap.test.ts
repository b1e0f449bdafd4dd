import { expect, test } from 'vitest';
import { emptyDatabase } from '#testing';
import { bootstrap, withClient } from './bootstrap.ts';
import { ROLES } from './urls.ts';

const database = await emptyDatabase();

/** What the server says of our roles and schemas, to compare before and after. */
async function inventory(url: string): Promise<unknown[]> {
  return withClient(url, async (client) => {
    const { rows } = await client.query(`
      select rolname::text as name, array[rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolcanlogin]::text as is
      from pg_roles where rolname like 'payung%'
      union all
      select nspname, nspowner::regrole || ' ' || coalesce(nspacl::text, '') from pg_namespace
      where nspname in ('payung', 'intake', 'auth', 'graphile_worker')
      order by name`);
    return rows;
  });
}

test('makes five roles without any power of their own but one setting, and does nothing the second time', async () => {
  await bootstrap(database.urls.migrate);
  const first = await inventory(database.urls.migrate);
  for (const role of ROLES) {
    const login = role === 'payung_owner' ? 'f' : 't';
    expect(first).toContainEqual({ name: role, is: `{f,f,f,f,${login}}` });
  }
  await bootstrap(database.urls.migrate);
  expect(await inventory(database.urls.migrate)).toEqual(first);
  const parameters = await withClient(database.urls.migrate, (client) =>
    client.query(
      `select parname, grantee::regrole::text from pg_parameter_acl, aclexplode(paracl) where grantee::regrole::text like 'payung%'`,
    ),
  );
  expect(parameters.rows).toEqual([{ parname: 'session_replication_role', grantee: 'payung_owner' }]);
});

test('a role that somebody has made too powerful is refused', async () => {
  // Roles are those of the whole server, on which other tests run: this database alone sees one of them as too powerful.
  await withClient(database.urls.migrate, async (client) => {
    await client.query(`
      create view public.pg_roles as
        select rolname, rolsuper, rolbypassrls or rolname = 'payung_intake' as rolbypassrls from pg_catalog.pg_roles`);
    const { rows } = await client.query<{ name: string }>('select quote_ident(current_database()) as name');
    await client.query(`alter database ${rows[0]?.name} set search_path = public, pg_catalog`);
  });
  await expect(bootstrap(database.urls.migrate)).rejects.toMatchObject({
    code: 'database.privilegedRole',
    facts: { role: 'payung_intake', why: 'bypassrls' },
  });
});
