import { type Grant, scopeHasArea } from '#platform/access';
import { type Context, change, read, type Tx } from '#platform/context';
import { Refusal } from '#platform/refusal';
import {
  createAccount,
  deleteAccount,
  findAccountByEmail,
  findAccounts,
  listAccounts,
  oneTimePassword,
  passwordLength,
  removeSecondFactor,
  rightsOf,
  setPassword,
} from '#platform/session';
import type { GrantEntry, NewGrant, NewUser, User } from './model.ts';
import * as store from './store.ts';

/**
 * Makes an account, with a first grant when one is given.
 *
 * Accounts live in a schema of their own, which the transaction of the grant does not reach: an account whose grant fails is
 * removed again. A crash between the two leaves an account that nobody knows the password of and that may do nothing.
 *
 * @returns the password that was given or made up, to be handed to the user; it is kept nowhere in clear
 * @throws Refusal auth.forbidden, auth.passwordLength, users.exists, users.beyondScope, areas.notFound, partners.notFound
 */
export async function createUser(ctx: Context, user: NewUser): Promise<{ userId: string; password: string }> {
  const password = user.password ?? oneTimePassword();
  if (password.length < passwordLength.least || password.length > passwordLength.most) {
    throw new Refusal('auth.passwordLength');
  }
  const { auth } = ctx.platform.pools;
  let made: string | undefined;
  try {
    const userId = await change(ctx, 'users.manage', async (tx) => {
      const home = user.grant === undefined ? undefined : await homeOf(tx, user.grant);
      made = await createAccount(auth, {
        email: user.email,
        name: user.name,
        password,
        mustChangePassword: user.example !== true,
        example: user.example === true,
      });
      if (made === undefined) throw new Refusal('users.exists', { email: user.email });
      await tx.record({ action: 'users.created', subjectKind: 'user', subjectId: made });
      if (user.grant !== undefined && home !== undefined) await addGrant(tx, made, user.grant, home);
      return made;
    });
    return { userId, password };
  } catch (error) {
    if (made !== undefined) await deleteAccount(auth, made);
    throw error;
  }
}

/**
 * Gives a user a role somewhere. Nobody grants to themselves, and nobody beyond the areas they administer.
 *
 * @returns the id of the grant
 * @throws Refusal auth.forbidden, users.notFound, users.oneself, users.beyondScope, users.alreadyGranted, areas.notFound,
 *   partners.notFound
 */
export async function grantRole(ctx: Context, userId: string, grant: NewGrant): Promise<string> {
  return change(ctx, 'users.manage', async (tx) => {
    if (userId === ctx.actor.id) throw new Refusal('users.oneself');
    const [account] = await findAccounts(ctx.platform.pools.auth, [userId]);
    if (account === undefined) throw new Refusal('users.notFound', { email: userId });
    return addGrant(tx, userId, grant, await homeOf(tx, grant));
  });
}

/**
 * Ends a grant, from today on.
 *
 * @throws Refusal auth.forbidden, users.grantNotFound, users.oneself
 */
export async function endGrant(ctx: Context, grantId: string): Promise<void> {
  await change(ctx, 'users.manage', async (tx) => {
    const today = ctx.platform.clock.today();
    const grant = await store.findGrantForUpdate(tx, grantId, today);
    if (grant === undefined) throw new Refusal('users.grantNotFound');
    if (grant.userId === ctx.actor.id) throw new Refusal('users.oneself');
    await store.endGrant(tx, grantId, today);
    await tx.record({
      action: 'users.grantEnded',
      subjectKind: 'user',
      subjectId: grant.userId,
      area: grant.home,
      facts: { grant: grantId },
    });
  });
}

/**
 * Accounts with a grant in the caller's areas, by address. With `email`, only the account with exactly this address, also when
 * it has no grant there: so an administrator can give somebody from elsewhere a role. At the terminal, all accounts.
 *
 * @throws Refusal auth.forbidden
 */
export async function listUsers(ctx: Context, email?: string): Promise<User[]> {
  const { auth } = ctx.platform.pools;
  const grants = await read(ctx, 'users.manage', (tx) => store.listGrants(tx, ctx.platform.clock.today()));
  const byUser = Map.groupBy(grants, (grant) => grant.userId);
  const accounts =
    email !== undefined
      ? [await findAccountByEmail(auth, email)].filter((account) => account !== undefined)
      : ctx.actor.grants === undefined
        ? await listAccounts(auth)
        : await findAccounts(auth, [...byUser.keys()]);
  return accounts.map((account) => ({ ...account, grants: byUser.get(account.id) ?? [] }));
}

/**
 * Gives a user a new password to be used once, and signs them out everywhere.
 *
 * @returns the password; it is shown once and kept nowhere in clear
 * @throws Refusal auth.forbidden, users.notFound, users.oneself, users.beyondScope
 */
export async function resetPassword(ctx: Context, userId: string): Promise<string> {
  return change(ctx, 'users.manage', async (tx) => {
    await requireWholeUser(tx, userId);
    const password = oneTimePassword();
    await tx.record({ action: 'users.passwordReset', subjectKind: 'user', subjectId: userId });
    // Last, because it does not roll back.
    await setPassword(ctx.platform.pools.auth, userId, password);
    return password;
  });
}

/**
 * Takes away the second factor of somebody who lost it, and signs them out; where the role needs one, a new one is asked for
 * at the next sign-in.
 *
 * @throws Refusal auth.forbidden, users.notFound, users.oneself, users.beyondScope
 */
export async function disableSecondFactor(ctx: Context, userId: string): Promise<void> {
  await change(ctx, 'users.manage', async (tx) => {
    await requireWholeUser(tx, userId);
    await tx.record({ action: 'users.secondFactorRemoved', subjectKind: 'user', subjectId: userId });
    await removeSecondFactor(ctx.platform.pools.auth, userId);
  });
}

/** The area whose administrators decide on a grant, which must be in the caller's scope. */
async function homeOf(tx: Tx, grant: NewGrant): Promise<number> {
  const home =
    'area' in grant.place ? grant.place.area : await store.findPartnerArea(tx, grant.place.partnerId);
  if (home === undefined) throw new Refusal('partners.notFound');
  if (!(await store.hasArea(tx, home))) throw new Refusal('areas.notFound', { code: String(home) });
  // Codes are nested, so a root inside the scope has its whole subtree there.
  if (!scopeHasArea(tx.scope, home)) throw new Refusal('users.beyondScope');
  return home;
}

async function addGrant(tx: Tx, userId: string, grant: NewGrant, home: number): Promise<string> {
  const from = grant.from ?? tx.platform.clock.today();
  if (grant.until !== undefined && grant.until <= from) {
    throw new Refusal('request.invalid', { path: 'until', problem: 'notAfter', day: from });
  }
  if (await store.isHeld(tx, userId, grant, from)) throw new Refusal('users.alreadyGranted');
  const grantId = await store.insertGrant(tx, userId, grant, home, from);
  await tx.record({
    action: 'users.granted',
    subjectKind: 'user',
    subjectId: userId,
    area: home,
    facts: { grant: grantId, role: grant.role, from, until: grant.until ?? null },
  });
  return grantId;
}

/**
 * Whoever resets a password could sign in as that user. So it takes an administrator of everything the user may do; a user
 * with a grant elsewhere, or with none, is for the administrator above or for the terminal.
 */
async function requireWholeUser(tx: Tx, userId: string): Promise<void> {
  if (userId === tx.actor.id) throw new Refusal('users.oneself');
  const { pools, clock } = tx.platform;
  const [account] = await findAccounts(pools.auth, [userId]);
  if (account === undefined) throw new Refusal('users.notFound', { email: userId });
  if (tx.actor.grants === undefined) return;
  const today = clock.today();
  const standing = (grant: Grant | GrantEntry) => grant.until === null || today < grant.until;
  const { grants } = await rightsOf(pools.app, userId);
  const all = grants.filter(standing).length;
  const administered = (await store.listGrants(tx, today, userId)).length;
  if (all === 0 || administered < all) throw new Refusal('users.beyondScope');
}
