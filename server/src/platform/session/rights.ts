import { parseDay } from '@payung/kernel';
import type pg from 'pg';
import { type Grant, type Role, roles } from '#platform/access';

/** What the database says of a user at this moment. */
export interface Rights {
  /** Every grant, past and future ones included; each says when it holds. */
  readonly grants: readonly Grant[];
  /** True when this installation holds the example. */
  readonly exampleData: boolean;
}

interface GrantRow {
  readonly role: string;
  readonly area: number | null;
  readonly partner_id: string | null;
  readonly from_day: string;
  readonly until_day: string | null;
}

/**
 * Reads what a user may do, in one round trip. The row-level policy lets an actor read their own grants and nothing else,
 * which is all that is set here.
 *
 * @throws RangeError if the id is not a UUID: it becomes part of a SET, which takes no parameters
 */
export async function rightsOf(pool: pg.Pool, userId: string): Promise<Rights> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(userId)) {
    throw new RangeError('an account id is a UUID');
  }
  const client = await pool.connect();
  let broken = true;
  try {
    const results = await client.query<GrantRow & { readonly example: boolean | null }>(`
      begin read only;
      set local payung.actor = '${userId}';
      select role, area, partner_id, lower(during)::text as from_day, upper(during)::text as until_day
        from payung.access_grant where user_id = '${userId}' and not isempty(during) order by grant_id;
      select value = 'true'::jsonb as example from payung.setting where key = 'example';
      commit`);
    broken = false;
    // Several statements give several results, which the types of pg do not tell.
    const [, , grants, setting] = results as unknown as (typeof results)[];
    return {
      grants: (grants?.rows ?? []).map(grantOf),
      exampleData: setting?.rows[0]?.example === true,
    };
  } finally {
    // After an error the transaction is still open; the connection is not worth keeping.
    client.release(broken);
  }
}

/** True when this installation holds the example. */
export async function exampleDataIn(pool: pg.Pool): Promise<boolean> {
  return (await rightsOf(pool, nobody)).exampleData;
}

/** The account that nobody has. */
const nobody = '00000000-0000-0000-0000-000000000000';

function grantOf(row: GrantRow): Grant {
  const role = roles.find((known): known is Role => known === row.role);
  const from = parseDay(row.from_day);
  const until = row.until_day === null ? null : parseDay(row.until_day);
  if (role === undefined || from === undefined || until === undefined) {
    throw new RangeError(`a grant cannot be read: ${row.role}, ${row.from_day} to ${row.until_day}`);
  }
  return { role, area: row.area, partnerId: row.partner_id, from, until };
}
