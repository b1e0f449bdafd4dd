import { hashPassword } from 'better-auth/crypto';
import { createLocalAccountIssuer } from 'better-auth/db';
import type pg from 'pg';
import { newId } from '#platform/ids';

/** An account as administrators see it. Never holds a password or a seed. */
export interface Account {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** True once a code of the authenticator application was given. */
  readonly secondFactor: boolean;
  /** True while the password was chosen by somebody else. */
  readonly mustChangePassword: boolean;
  /** True for an account of the example. */
  readonly example: boolean;
}

/** What a new account is made of. The e-mail address is compared in lower case. */
export interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly mustChangePassword: boolean;
  readonly example: boolean;
}

const columns = `id, email, name, coalesce(two_factor_enabled, false) as "secondFactor",
  must_change_password as "mustChangePassword", example`;

/**
 * Makes an account that can sign in with its password, as better-auth would have made it.
 *
 * @returns the id of the account; undefined when the address is taken
 */
export async function createAccount(pool: pg.Pool, account: NewAccount): Promise<string | undefined> {
  const id = newId();
  const password = await hashPassword(account.password);
  const { rowCount } = await pool.query(
    `with made as (
       insert into user_account (id, name, email, email_verified, must_change_password, example)
       values ($1, $2, $3, false, $4, $5)
       on conflict (email) do nothing
       returning id
     )
     insert into credential (id, issuer, account_id, provider_id, user_id, password, updated_at)
     select $6, $7, made.id, 'credential', made.id, $8, now() from made`,
    [
      id,
      account.name,
      account.email.toLowerCase(),
      account.mustChangePassword,
      account.example,
      newId(),
      createLocalAccountIssuer('credential'),
      password,
    ],
  );
  return rowCount === 1 ? id : undefined;
}

/** Removes an account that came to nothing, with its sessions. Grants and audit entries keep its id. */
export async function deleteAccount(pool: pg.Pool, id: string): Promise<void> {
  await pool.query('delete from user_account where id = $1', [id]);
}

/** The account with this address; undefined when there is none. */
export async function findAccountByEmail(pool: pg.Pool, email: string): Promise<Account | undefined> {
  const { rows } = await pool.query<Account>(`select ${columns} from user_account where email = $1`, [
    email.toLowerCase(),
  ]);
  return rows[0];
}

/** The accounts with these ids, by address; unknown ids are left out. */
export async function findAccounts(pool: pg.Pool, ids: readonly string[]): Promise<Account[]> {
  const { rows } = await pool.query<Account>(
    `select ${columns} from user_account where id = any ($1) order by email`,
    [ids],
  );
  return rows;
}

/** All accounts by address, for the terminal: those without any grant are among them. */
export async function listAccounts(pool: pg.Pool): Promise<Account[]> {
  const { rows } = await pool.query<Account>(`select ${columns} from user_account order by email`);
  return rows;
}

/** Sets a password chosen by somebody else: it must be changed at the next sign-in, and whoever is signed in is signed out. */
export async function setPassword(pool: pg.Pool, id: string, password: string): Promise<void> {
  await pool.query(
    `with account as (
       update user_account set must_change_password = true, updated_at = now() where id = $1 returning id
     ), ended as (
       delete from session where user_id = $1
     )
     update credential set password = $2, updated_at = now()
     from account where credential.user_id = account.id and credential.provider_id = 'credential'`,
    [id, await hashPassword(password)],
  );
}

/** Forgets the second factor of somebody who lost the telephone, and signs them out everywhere. */
export async function removeSecondFactor(pool: pg.Pool, id: string): Promise<void> {
  await pool.query(
    `with ended as (
       delete from session where user_id = $1
     ), forgotten as (
       delete from second_factor where user_id = $1
     )
     update user_account set two_factor_enabled = false, updated_at = now() where id = $1`,
    [id],
  );
}
