import type { Day } from '@payung/kernel';
import { sql } from 'kysely';
import type { Role } from '#platform/access';
import { type Tx, within } from '#platform/context';
import { newId } from '#platform/ids';
import type { GrantEntry, NewGrant } from './model.ts';

/** Grants inside the scope that hold today or later, oldest first; of one user or of all. Grants that never held a day are left out. */
export async function listGrants(tx: Tx, today: Day, userId?: string): Promise<GrantEntry[]> {
  const rows = await tx.db
    .selectFrom('access_grant')
    .select([
      'grant_id as grantId',
      'user_id as userId',
      sql<Role>`role`.as('role'),
      'area',
      'partner_id as partnerId',
      sql<Day>`lower(during)::text`.as('from'),
      sql<Day | null>`upper(during)::text`.as('until'),
      'granted_by as grantedBy',
    ])
    .where(within(tx, 'home'))
    .where(sql<boolean>`during && daterange(${today}::date, null)`)
    .$if(userId !== undefined, (query) => query.where('user_id', '=', userId ?? ''))
    .orderBy('grant_id')
    .execute();
  return rows;
}

/** A grant inside the scope that has not ended; undefined when there is none. Locked until the transaction ends. */
export async function findGrantForUpdate(
  tx: Tx,
  grantId: string,
  today: Day,
): Promise<{ userId: string; home: number } | undefined> {
  return tx.db
    .selectFrom('access_grant')
    .select(['user_id as userId', 'home'])
    .where('grant_id', '=', grantId)
    .where(within(tx, 'home'))
    .where(sql<boolean>`during && daterange(${today}::date, null)`)
    .forUpdate()
    .executeTakeFirst();
}

/** True when the user holds the role at that place on some day of the span. */
export async function isHeld(tx: Tx, userId: string, grant: NewGrant, from: Day): Promise<boolean> {
  const { place } = grant;
  const row = await tx.db
    .selectFrom('access_grant')
    .select('grant_id')
    .where('user_id', '=', userId)
    .where('role', '=', grant.role)
    .where(
      'area' in place ? sql<boolean>`area = ${place.area}` : sql<boolean>`partner_id = ${place.partnerId}`,
    )
    .where(sql<boolean>`during && daterange(${from}::date, ${grant.until ?? null}::date)`)
    .executeTakeFirst();
  return row !== undefined;
}

/** Records a grant. The database refuses one whose home is outside the scope, and one to oneself. */
export async function insertGrant(
  tx: Tx,
  userId: string,
  grant: NewGrant,
  home: number,
  from: Day,
): Promise<string> {
  const grantId = newId();
  await tx.db
    .insertInto('access_grant')
    .values({
      grant_id: grantId,
      user_id: userId,
      role: grant.role,
      area: 'area' in grant.place ? grant.place.area : null,
      partner_id: 'partnerId' in grant.place ? grant.place.partnerId : null,
      home,
      during: sql`daterange(${from}::date, ${grant.until ?? null}::date)`,
      granted_by: tx.actor.id,
    })
    .execute();
  return grantId;
}

/** Ends a grant: `today` is the first day without it. One that began today, or later, is left without a day. */
export async function endGrant(tx: Tx, grantId: string, today: Day): Promise<void> {
  await tx.db
    .updateTable('access_grant')
    .set({ during: sql`during * daterange(null, ${today}::date)` })
    .where('grant_id', '=', grantId)
    .execute();
}

/** True when there is an area with this code. */
export async function hasArea(tx: Tx, code: number): Promise<boolean> {
  const row = await tx.db.selectFrom('area').select('code').where('code', '=', code).executeTakeFirst();
  return row !== undefined;
}

/** Seat of a partner; undefined when there is no such partner. */
export async function findPartnerArea(tx: Tx, partnerId: string): Promise<number | undefined> {
  const row = await tx.db
    .selectFrom('partner')
    .select('area')
    .where('partner_id', '=', partnerId)
    .executeTakeFirst();
  return row?.area;
}
