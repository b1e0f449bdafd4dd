import pg from 'pg';
import { DatabaseProblem } from './problem.ts';
import { payungTypes } from './types.ts';
import type { ServingUrls } from './urls.ts';

/** One pool of connections per serving role. */
export interface Pools {
  readonly app: pg.Pool;
  readonly match: pg.Pool;
  readonly intake: pg.Pool;
  /** With pg's own types, because the sign-in library reads its rows itself. */
  readonly auth: pg.Pool;
}

interface PoolOptions {
  /** Connections per role; 10 when absent. */
  readonly size?: number;
  /**
   * Told when a connection is lost. Whoever was using it is told by its own query as well; for an idle one this is the only
   * word, so a server logs it. Without a listener the loss would end the process.
   */
  readonly onLoss?: (role: keyof Pools, error: Error) => void;
}

const SEARCH_PATH: Readonly<Record<keyof Pools, string>> = {
  app: 'payung',
  match: 'payung',
  intake: 'intake,payung',
  auth: 'auth',
};

/** Opens the pools; connections are made as they are needed. */
export function openPools(urls: ServingUrls, options: PoolOptions = {}): Pools {
  const open = (role: keyof Pools): pg.Pool => {
    const onLoss = (error: Error) => options.onLoss?.(role, error);
    const pool = new pg.Pool({
      ...connection(urls[role], `-c search_path=${SEARCH_PATH[role]} -c timezone=UTC`),
      application_name: `payung ${role}`,
      max: options.size ?? 10,
      ...(role === 'auth' ? {} : { types: payungTypes }),
    });
    pool.on('error', onLoss);
    // The pool listens only while a connection is idle.
    pool.on('connect', (client) => client.on('error', onLoss));
    return pool;
  };
  return { app: open('app'), match: open('match'), intake: open('intake'), auth: open('auth') };
}

/** Ends all pools after their running queries. */
export async function closePools(pools: Pools): Promise<void> {
  await Promise.all(Object.values(pools).map((pool: pg.Pool) => pool.end()));
}

/** Adds settings to those that the address itself asks for; pg would let the address replace ours. */
export function connection(address: string, settings: string): { connectionString: string; options: string } {
  const url = new URL(address);
  const own = url.searchParams.get('options');
  url.searchParams.delete('options');
  return { connectionString: url.href, options: own === null ? settings : `${own} ${settings}` };
}

/**
 * Refuses to serve through a role that row-level security does not hold: a superuser, one with `bypassrls`, or one that owns
 * a table of schema payung or may become its owner.
 *
 * @throws DatabaseProblem database.privilegedRole
 */
export async function refusePrivileged(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{
    role: string;
    superuser: boolean;
    bypass: boolean;
    owned: string | null;
  }>(`
    select r.rolname as role, r.rolsuper as superuser, r.rolbypassrls as bypass,
      (select min(c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'payung' and c.relkind in ('r', 'p') and pg_has_role(r.oid, c.relowner, 'member')) as owned
    from pg_roles r where r.rolname = current_user`);
  for (const { role, superuser, bypass, owned } of rows) {
    if (!superuser && !bypass && owned === null) continue;
    const why = superuser ? 'superuser' : bypass ? 'bypassrls' : `owner of ${owned}`;
    throw new DatabaseProblem('database.privilegedRole', { role, why });
  }
}
