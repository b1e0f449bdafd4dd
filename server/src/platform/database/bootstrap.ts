import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import pg from 'pg';
import { DatabaseProblem } from './problem.ts';
import { ROLES, type Role, type ServingUrls } from './urls.ts';

/** The oldest server that the migrations run on. */
const OLDEST = 15;

/** Any number, the same in every Payung: one migration at a time per database. */
export const MIGRATION_LOCK = 7_298_640_164;

/**
 * Creates what is missing of the roles, schemas and extension that the migrations expect; changes nothing that is there.
 *
 * Works as a superuser, and as a user with `createrole` that owns the database. A role whose address in `urls` holds a
 * password, and that cannot sign in with it, gets that password (sent as a SCRAM verifier, never in clear).
 *
 * @throws DatabaseProblem database.tooOld, database.cannotBootstrap, database.privilegedRole
 */
export async function bootstrap(migrateUrl: string, urls?: ServingUrls): Promise<void> {
  await withClient(migrateUrl, async (client) => {
    await refuseOld(client);
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    try {
      for (const role of ROLES) await ensureRole(client, role);
      await ensureSchemas(client);
      await allowSets(client);
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || error.code !== '42501') throw error;
      const { rows } = await client.query<{ user: string }>('select current_user as user');
      const facts = { user: rows[0]?.user ?? '', detail: error.message };
      throw new DatabaseProblem('database.cannotBootstrap', facts, error);
    }
    for (const address of Object.values(urls ?? {})) await ensurePassword(client, address);
  });
}

/** Runs with a connection of its own. */
export async function withClient<T>(address: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: address });
  // A server that stops rejects the running query as well; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** @throws DatabaseProblem database.tooOld */
export async function refuseOld(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
  const major = Math.floor(Number(rows[0]?.server_version_num) / 10_000);
  if (major < OLDEST) throw new DatabaseProblem('database.tooOld', { found: major, oldest: OLDEST });
}

async function ensureRole(client: pg.Client, role: Role): Promise<void> {
  const { rows } = await client.query<{ rolsuper: boolean; rolbypassrls: boolean }>(
    'select rolsuper, rolbypassrls from pg_roles where rolname = $1',
    [role],
  );
  const existing = rows[0];
  if (existing?.rolsuper || existing?.rolbypassrls) {
    throw new DatabaseProblem('database.privilegedRole', {
      role,
      why: existing.rolsuper ? 'superuser' : 'bypassrls',
    });
  }
  if (existing === undefined) {
    const login = role === 'payung_owner' ? 'nologin' : 'login';
    // Roles belong to the whole server, the lock to one database: another database may be doing the same.
    await client.query(`do $$ begin
      create role ${role} ${login} nocreatedb nocreaterole;
    exception when duplicate_object or unique_violation then null; end $$`);
  }
  // Without a superuser's rights, only a member may act as the role and give it what it owns.
  await grantMembership(client, role, 'current_user');
}

async function grantMembership(client: pg.Client, role: Role, member: 'current_user' | Role): Promise<void> {
  const name = member === 'current_user' ? member : `'${member}'`;
  const { rows } = await client.query<{ member: boolean }>(
    // Since 16 a member may lack the right to become the role, and whoever creates a role begins so.
    `select pg_has_role(${name}, $1, case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end) as member`,
    [role],
  );
  if (rows[0]?.member !== true) await client.query(`grant ${role} to ${member}`);
}

async function ensureSchemas(client: pg.Client): Promise<void> {
  await grantMembership(client, 'payung_intake', 'payung_owner');
  // Asking first: `if not exists` still demands the right to create, which an upgrade may no longer have.
  const schemas = [
    ['payung', 'payung_owner'],
    ['intake', 'payung_intake'],
    ['auth', 'payung_auth'],
    ['graphile_worker', 'payung_app'],
  ] as const;
  for (const [schema, owner] of schemas) {
    const { rowCount } = await client.query('select from pg_namespace where nspname = $1', [schema]);
    if (rowCount === 0) await client.query(`create schema ${schema} authorization ${owner}`);
  }
  const { rowCount } = await client.query(`select from pg_extension where extname = 'btree_gist'`);
  if (rowCount === 0) await client.query('create extension btree_gist schema public');
  await client.query(`
    set role payung_owner;
    grant usage on schema payung to payung_app, payung_match, payung_intake;
    set role payung_intake;
    grant usage on schema intake to payung_app;
    reset role`);
}

/**
 * Lets the owner leave the triggers of foreign keys out where a function of enrolment has looked up the whole set. Only a
 * superuser can allow it; where none migrates, every row is looked up, which takes longer. It gives the owner nothing new:
 * whoever owns a table can drop its constraints.
 */
async function allowSets(client: pg.Client): Promise<void> {
  await client.query(`
    do $$ begin
      if not has_parameter_privilege('payung_owner', 'session_replication_role', 'SET') then
        grant set on parameter session_replication_role to payung_owner;
      end if;
    exception when insufficient_privilege then null; end $$`);
}

async function ensurePassword(client: pg.Client, address: string): Promise<void> {
  const url = new URL(address);
  const role = ROLES.find((name) => name === decodeURIComponent(url.username));
  if (role === undefined || url.password === '') return;
  try {
    await withClient(address, async () => undefined);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== '28P01') throw error;
    const verifier = scramVerifier(decodeURIComponent(url.password));
    await client.query(`alter role ${role} password '${verifier}'`);
  }
}

/** What the server stores for a password (RFC 5803); so neither the wire nor a statement log holds the password itself. */
function scramVerifier(password: string): string {
  const iterations = 4096;
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, iterations, 32, 'sha256');
  const hmac = (text: string) => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(hmac('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${hmac('Server Key').toString('base64')}`;
}
