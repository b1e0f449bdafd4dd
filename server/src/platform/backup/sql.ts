import pg from 'pg';
import type { Role } from '#platform/database';

/** Settings under which COPY writes and reads the same text whatever the server's configuration. */
export const plainText = `set client_encoding = 'UTF8'; set timezone = 'UTC'; set datestyle = 'ISO, YMD';
  set intervalstyle = 'postgres'; set extra_float_digits = 1; set bytea_output = 'hex'`;

/** `payung.person`, each part quoted: a manifest is data, not SQL. */
export const table = (name: string): string => name.split('.').map(pg.escapeIdentifier).join('.');

export const column = (name: string): string => pg.escapeIdentifier(name);

/**
 * Acts as one of our roles from here on. Both a superuser and a plain user who may become the owners work so, and with the
 * same rights: nothing here depends on being a superuser.
 */
export async function asRole(client: pg.ClientBase, role: Role): Promise<void> {
  await client.query(`set role ${pg.escapeIdentifier(role)}`);
}
