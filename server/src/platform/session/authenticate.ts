import { type Grant, needsSecondFactor } from '#platform/access';
import { type Actor, type Context, jobActor, type Platform, terminalActor } from '#platform/context';
import { languageOf } from '#platform/messages';
import type { RefusalCode } from '#platform/refusal';
import { findAccounts } from './accounts.ts';
import { type Rights, rightsOf } from './rights.ts';
import type { SignedIn, SignIn } from './sign-in.ts';

/** Finds out from its session cookie who sent a request; undefined when nobody is signed in. */
export type SessionAuthenticator = (request: Request, requestId: string) => Promise<Context | undefined>;

/**
 * Authenticates by session: the cookie names the user, the database says what they may do now. Grants are read with every
 * request, so that one that ends stops working at once.
 *
 * Somebody who owes a second factor, or a password of their own, gets a context in which every purpose is refused with the
 * code that says so.
 *
 * @param options.loopback true when the server listens on this machine only: then accounts of the example need no second factor.
 *   Elsewhere they open nothing: whoever reads their published password could switch on a second factor of their own
 */
export function sessionAuthenticator(
  signIn: SignIn,
  platform: Platform,
  options: { readonly loopback: boolean },
): SessionAuthenticator {
  return async (request, requestId) => {
    const user = await signIn.session(request.headers);
    if (user === undefined) return undefined;
    const rights = await rightsOf(platform.pools.app, user.userId);
    const actor = jobActor(user.userId, user.name, rights.grants);
    const due = dueOf(user, rights, platform, options.loopback);
    return {
      platform,
      actor: due === undefined ? actor : heldBack(actor, due),
      language: languageOf(request.headers.get('accept-language') ?? undefined),
      requestId,
    };
  };
}

/**
 * The actor of a job: who asked for it, with the rights they have now and not with those of then. An account that is gone
 * may do nothing; somebody at the terminal may do what the terminal may.
 */
export async function actorForUser(platform: Platform, actorId: string): Promise<Actor> {
  if (actorId.startsWith('terminal:')) return terminalActor(actorId.slice('terminal:'.length));
  const [account] = await findAccounts(platform.pools.auth, [actorId]);
  if (account === undefined) return jobActor(actorId, actorId, []);
  const { grants } = await rightsOf(platform.pools.app, actorId);
  return jobActor(account.id, account.name, grants);
}

function dueOf(
  user: SignedIn,
  rights: Rights,
  platform: Platform,
  loopback: boolean,
): RefusalCode | undefined {
  if (user.example && !loopback) return 'auth.exampleAccount';
  if (user.mustChangePassword) return 'auth.passwordChangeRequired';
  if (user.secondFactor) return undefined;
  if (user.example && rights.exampleData) return undefined;
  const today = platform.clock.today();
  const now = (grant: Grant) => grant.from <= today && (grant.until === null || today < grant.until);
  const needed = rights.grants.some((grant) => now(grant) && needsSecondFactor(grant));
  return needed ? 'auth.secondFactorRequired' : undefined;
}

/** The same actor, who may do nothing before `due` is done. */
function heldBack(actor: Actor, due: RefusalCode): Actor {
  return { ...actor, due, scopeFor: () => undefined };
}
