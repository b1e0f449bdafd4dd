import type { Embedded } from './embedded/start.ts';
import { DatabaseProblem } from './problem.ts';

/** The database roles: one migrates and owns, the others serve, each with only what its work needs. */
export const ROLES = ['payung_owner', 'payung_app', 'payung_match', 'payung_intake', 'payung_auth'] as const;

/** A database role of ours. */
export type Role = (typeof ROLES)[number];

/** Addresses of the roles that serve. */
export interface ServingUrls {
  /** Serves every request; row-level security holds it. */
  readonly app: string;
  /** Sees match keys across areas. */
  readonly match: string;
  /** Reaches schema intake alone. */
  readonly intake: string;
  /** Accounts and sessions, in schema auth. */
  readonly auth: string;
}

/** Addresses of the server; `migrate` is absent where this process may not migrate. */
export interface ServerUrls extends ServingUrls {
  readonly migrate: string | undefined;
}

/**
 * Addresses of a server of one's own: `DATABASE_URL` signs in as payung_app, `PAYUNG_MIGRATE_URL` as a superuser or as the
 * owner of the database with `createrole`. `PAYUNG_MATCH_URL`, `PAYUNG_INTAKE_URL` and `PAYUNG_AUTH_URL` default to
 * `DATABASE_URL` with the other role's name and the same password.
 *
 * Returns undefined when neither is set: then the embedded PostgreSQL is meant.
 *
 * @throws DatabaseProblem database.badUrl
 */
export function serverUrls(env: NodeJS.ProcessEnv): ServerUrls | undefined {
  const given = (name: string): string | undefined => {
    const text = env[name];
    if (text === undefined || text === '') return undefined;
    const url = URL.parse(text);
    if (url === null || !['postgres:', 'postgresql:'].includes(url.protocol) || url.username === '') {
      throw new DatabaseProblem('database.badUrl', { variable: name });
    }
    return text;
  };
  const app = given('DATABASE_URL');
  const migrate = given('PAYUNG_MIGRATE_URL');
  if (app === undefined) {
    if (migrate !== undefined) throw new DatabaseProblem('database.badUrl', { variable: 'DATABASE_URL' });
    return undefined;
  }
  return {
    migrate,
    app,
    match: given('PAYUNG_MATCH_URL') ?? asRole(app, 'payung_match'),
    intake: given('PAYUNG_INTAKE_URL') ?? asRole(app, 'payung_intake'),
    auth: given('PAYUNG_AUTH_URL') ?? asRole(app, 'payung_auth'),
  };
}

/** Addresses in the embedded PostgreSQL, by default in its database `payung`. */
export function embeddedUrls(embedded: Pick<Embedded, 'urlFor'>, database?: string) {
  return {
    migrate: embedded.urlFor('postgres', database),
    app: embedded.urlFor('payung_app', database),
    match: embedded.urlFor('payung_match', database),
    intake: embedded.urlFor('payung_intake', database),
    auth: embedded.urlFor('payung_auth', database),
  } satisfies ServerUrls;
}

function asRole(address: string, role: Role): string {
  const url = new URL(address);
  url.username = role;
  return url.href;
}
