import { addDays, type Day } from '@payung/kernel';
import { addDeath, holdForDeath } from '#people';
import { type Context, change, type Tx } from '#platform/context';
import { newId } from '#platform/ids';
import { holdsNik } from '#platform/log';
import { Refusal } from '#platform/refusal';
import { endMembershipsOfDead } from './store-deaths.ts';
import * as store from './store-leaving.ts';

/** Why somebody left the list of a partner; `replaced`: somebody else took the seat that made them a member. */
export const leavingReasons = ['stopped', 'moved', 'died', 'contract_ended', 'replaced'] as const;
export type LeavingReason = (typeof leavingReasons)[number];

/** Names one membership. */
export interface MembershipKey {
  readonly personId: string;
  readonly membershipId: string;
}

export interface Leaving {
  readonly members: readonly MembershipKey[];
  /** Last day of membership, for all of them. */
  readonly lastDay: Day;
  readonly reason: LeavingReason;
  /** Never a NIK. */
  readonly note: string | null;
  /** The complete list on which they were missing; null when reported otherwise. */
  readonly listId: string | null;
}

/** A bill that is not paid yet and still asks for months after the last day. */
export interface OpenBill {
  readonly number: string;
  readonly people: number;
  /** Membership-months after the last day. */
  readonly months: number;
  /** Whole rupiah. */
  readonly amount: number;
}

export interface Left {
  readonly ended: number;
  /** Bills that should be looked at: nothing is taken off them here. */
  readonly openBills: readonly OpenBill[];
  /** People for whom months after the last day are paid already: they stay covered. */
  readonly paidBeyond: number;
}

/**
 * Ends memberships: their span is closed after the last day, all of them or none. Bills are told, not changed; paid months stay.
 * Of whom it says that they died, the last day is the day of death. Said by whoever may record deaths it is recorded, as reported by
 * the partner, and all their memberships end; said by anybody else only these end, and the death waits to be recorded.
 *
 * @throws Refusal auth.forbidden, memberships.notFound, memberships.endedAlready, memberships.lastDayBeforeFirst,
 *   people.deathAhead, people.deathBeforeBirth, people.diedAlready, request.invalid when the note holds a NIK
 */
export async function recordLeavers(ctx: Context, leaving: Leaving): Promise<Left> {
  if (leaving.note !== null && holdsNik(leaving.note)) {
    throw new Refusal('request.invalid', { path: 'note', problem: 'holdsNik' });
  }
  return change(ctx, 'members.end', async (tx) => {
    const ended = await endMemberships(tx, leaving);
    const keys = leaving.members;
    return {
      ended,
      openBills: await store.listOpenBills(tx, keys, leaving.lastDay),
      paidBeyond: await store.countPaidBeyond(tx, keys, leaving.lastDay),
    };
  });
}

/**
 * The same inside the caller's transaction, with an audit entry for each partner. Returns how many. Whoever died and is outside the
 * scope, having moved, only leaves the list: a death is recorded by who sees the person and may record it.
 */
export async function endMemberships(tx: Tx, leaving: Leaving): Promise<number> {
  const { members, lastDay, reason } = leaving;
  if (members.length === 0) return 0;
  await holdForDeath(
    tx,
    members.map(({ personId }) => personId),
    reason === 'died',
  );
  const standing = await store.lockStanding(tx, members);
  if (standing.length !== new Set(members.map(({ membershipId }) => membershipId)).size) {
    throw new Refusal('memberships.notFound');
  }
  const until = addDays(lastDay, 1);
  for (const one of standing) {
    if (lastDay < one.from) throw new Refusal('memberships.lastDayBeforeFirst', { from: one.from });
    if (one.until !== null && (one.ended || one.until <= until)) {
      throw new Refusal('memberships.endedAlready', { lastDay: addDays(one.until, -1) });
    }
  }
  const dead = reason === 'died' ? await recordDeaths(tx, standing, leaving) : new Set<string>();
  await store.endStanding(
    tx,
    standing.filter(({ personId }) => !dead.has(personId)).map((one) => ({ ...one, endId: newId() })),
    leaving,
  );
  for (const [partnerId, left = []] of Map.groupBy(standing, (one) => one.partnerId)) {
    await tx.record({
      action: 'memberships.ended',
      subjectKind: 'partner',
      subjectId: partnerId,
      ...(left[0] === undefined ? {} : { area: left[0].area }),
      facts: {
        people: left.length,
        lastDay,
        reason,
        list: leaving.listId,
        memberships: left.slice(0, 100).map((one) => one.membershipId),
      },
    });
  }
  return standing.length;
}

/** Records the deaths of these members as their partner reports them. Returns whose were: their memberships have ended by it. */
async function recordDeaths(
  tx: Tx,
  standing: readonly store.Standing[],
  { lastDay, note }: Leaving,
): Promise<ReadonlySet<string>> {
  const dead = new Set<string>();
  for (const { personId, partnerId } of standing) {
    if (dead.has(personId)) continue;
    const death = { personId, diedOn: lastDay, evidence: 'partner_report', reference: null, note } as const;
    if ((await addDeath(tx, death, partnerId)) !== undefined) dead.add(personId);
  }
  return dead;
}

/**
 * Takes an end back: the membership goes on as it would have, or to the day of death. Whoever became a member anew since cannot be restored so.
 *
 * @throws Refusal auth.forbidden, memberships.notFound, memberships.endNotStanding, memberships.endedByDeath, memberships.overlap
 */
export async function undoLeaving(ctx: Context, key: MembershipKey): Promise<void> {
  await change(ctx, 'members.end', async (tx) => {
    await holdForDeath(tx, [key.personId], false);
    const end = await store.findEnd(tx, key);
    if (end === undefined) throw new Refusal('memberships.endNotStanding');
    if (end.byDeath) throw new Refusal('memberships.endedByDeath');
    const [standing] = await store.lockStanding(tx, [key]);
    if (standing === undefined) throw new Refusal('memberships.notFound');
    if (standing.until !== addDays(end.lastDay, 1)) throw new Refusal('memberships.endNotStanding');
    await store.reopen(tx, key, end);
    await endMembershipsOfDead(tx, { people: [key.personId] });
    await tx.record({
      action: 'memberships.endUndone',
      subjectKind: 'partner',
      subjectId: standing.partnerId,
      area: standing.area,
      facts: { membership: key.membershipId, lastDay: end.lastDay },
    });
  });
}
