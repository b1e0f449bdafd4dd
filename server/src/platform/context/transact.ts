import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import type { PoolClient } from 'pg';
import { areasAbove, type Permission, type Scope } from '#platform/access';
import { type AuditEntry, record } from '#platform/audit';
import type { Pools, Tables } from '#platform/database';
import { Refusal } from '#platform/refusal';
import type { Context } from './context.ts';

/** A context inside a transaction: row-level security is set to `scope`, and nothing else can be seen or written. */
export interface Tx extends Context {
  readonly db: Kysely<Tables>;
  /** The connection itself, for COPY. */
  readonly client: PoolClient;
  readonly permission: Permission;
  readonly scope: Scope;
  /** Writes an audit entry that stands or falls with the change. */
  record(entry: Omit<AuditEntry, 'actor' | 'actingAs'>): Promise<void>;
}

/** True when the actor holds `permission` anywhere today. */
export function holds(ctx: Context, permission: Permission): boolean {
  return ctx.actor.scopeFor(permission, ctx.platform.clock.today()) !== undefined;
}

/** What a permission opens for the actor today. @throws Refusal auth.forbidden, or what is due before anything else, when it opens nothing */
export function scopeOf(ctx: Context, permission: Permission): Scope {
  const scope = ctx.actor.scopeFor(permission, ctx.platform.clock.today());
  if (scope === undefined) throw new Refusal(ctx.actor.due ?? 'auth.forbidden', { permission });
  return scope;
}

/**
 * Reads for one purpose, in a read-only transaction.
 *
 * @throws Refusal auth.forbidden when the actor does not hold the permission
 */
export function read<T>(ctx: Context, permission: Permission, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(ctx, 'app', permission, 'begin isolation level repeatable read read only', work);
}

/**
 * Changes something for one purpose: permission, change and audit entry in one transaction.
 *
 * @throws Refusal auth.forbidden when the actor does not hold the permission
 * @throws Error when the work recorded nothing: a change without an audit entry is a mistake of ours
 */
export async function change<T>(
  ctx: Context,
  permission: Permission,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  let recorded = 0;
  return transact(ctx, 'app', permission, 'begin', async (tx) => {
    const result = await work({
      ...tx,
      record: (entry) => {
        recorded += 1;
        return tx.record(entry);
      },
    });
    if (recorded === 0) throw new Error(`${permission}: a change must record an audit entry`);
    return result;
  });
}

/** Looks for people across all areas. What it finds is told to users only as far as their scope allows. */
export function match<T>(ctx: Context, permission: Permission, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(ctx, 'match', permission, 'begin', work);
}

/** Writes verdicts and prepared rows in schema intake, which only this role reaches. */
export function intake<T>(ctx: Context, permission: Permission, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(ctx, 'intake', permission, 'begin', work);
}

async function transact<T>(
  ctx: Context,
  role: keyof Pools,
  permission: Permission,
  begin: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const scope = scopeOf(ctx, permission);
  const client = await ctx.platform.pools[role].connect();
  let broken: Error | undefined;
  try {
    // One round trip opens the transaction and sets the scope; SET LOCAL ends with it.
    await client.query(`${begin}; ${scopeSettings(ctx.actor.id, scope)}`);
    const asked = inLine(client);
    const tx: Tx = {
      ...ctx,
      client: asked,
      db: kyselyOn(asked),
      permission,
      scope,
      record: (entry) => record(asked, { ...entry, actor: ctx.actor.id, actingAs: permission }),
    };
    const result = await work(tx);
    await client.query('commit');
    return result;
  } catch (error) {
    // A connection that cannot even roll back must not return to the pool.
    await client.query('rollback').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Settings that the row-level policies read. Every part is checked here, because SET takes no parameters. */
function scopeSettings(actorId: string, scope: Scope): string {
  if (!/^[A-Za-z0-9:_.@-]{1,100}$/.test(actorId)) throw new RangeError('actor id has unexpected characters');
  const areas = scope.areas.map(([from, beyond]) => {
    if (!Number.isSafeInteger(from) || !Number.isSafeInteger(beyond))
      throw new RangeError('area range is not whole numbers');
    return `[${from},${beyond})`;
  });
  for (const id of scope.partners)
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new RangeError('partner id is not a UUID');
  return [
    `set local payung.actor = '${actorId}'`,
    `set local payung.areas = '{${areas.join(',')}}'`,
    `set local payung.above = '{${areasAbove(scope).join(',')}}'`,
    `set local payung.partners = '{${scope.partners.join(',')}}'`,
    `set local payung.groups = '${scope.groups.join(',')}'`,
  ].join('; ');
}

/**
 * The connection, asked one question at a time: who asks several at once has them wait in line, as pg will not let them. A stream
 * (COPY) has its connection to itself.
 */
function inLine(client: PoolClient): PoolClient {
  let last: Promise<unknown> = Promise.resolve();
  const query = (...question: unknown[]): unknown => {
    const [first] = question;
    const ask = (): unknown => Reflect.apply(client.query, client, question);
    if (typeof first === 'object' && first !== null && 'submit' in first) return ask();
    const asked = last.then(ask);
    last = asked.catch(() => undefined);
    return asked;
  };
  return new Proxy(client, {
    get: (target, key) => {
      if (key === 'query') return query;
      // The transaction gives it back, and nobody else.
      if (key === 'release') return () => undefined;
      const value = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** Kysely over a connection that is already inside a transaction. */
function kyselyOn(client: PoolClient): Kysely<Tables> {
  const pool: PostgresPool = { connect: async () => client, end: async () => undefined, options: {} };
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
