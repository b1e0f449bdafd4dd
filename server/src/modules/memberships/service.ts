import { firstDay, lastDay, type Month } from '@payung/kernel';
import { type Context, read, type Tx } from '#platform/context';
import { publish } from '#platform/facts';
import {
  type Enrolment,
  type FundingFinding,
  fundingFindings,
  type Membership,
  type MembershipInMonth,
  monthState,
  type StandingCover,
} from './model.ts';
import * as store from './store.ts';
import { insertPrepared } from './store-prepared.ts';

/**
 * Opens a membership, with its income class, for every prepared row of a roster; a hundred thousand in one statement.
 * The people must exist already. Returns how many were opened.
 *
 * A person who is already a member through the same partner and segment on those days ends it all in a violation of
 * `membership_no_overlap`: nothing is opened.
 */
export function openFromPrepared(tx: Tx, terms: Enrolment): Promise<number> {
  return insertPrepared(tx, terms);
}

/**
 * Makes cover of all lines of a bill that is now paid in full, and tells the others. Returns the number of people covered.
 *
 * The area of a row is where the person lived on the last day of its first month, as far as the scope shows it; else that of
 * the bill's line.
 */
export async function addCoverForBill(
  tx: Tx,
  bill: { readonly billId: string; readonly fundId: string },
): Promise<number> {
  const { coverIds, personIds } = await store.insertCoverOfBill(tx, bill);
  if (coverIds.length > 0) await publish(tx, 'cover.changed', { personIds, added: coverIds, closed: [] });
  return personIds.length;
}

/**
 * Who of these people is already a member somewhere in `at`, through whom, from which kind of fund, and whether that month is
 * paid. Sees all areas, so it belongs in a transaction of `match`; what a user may be told of it is the caller's to decide.
 */
export function coverElsewhere(
  matchTx: Tx,
  personIds: readonly string[],
  at: Month,
): Promise<StandingCover[]> {
  return personIds.length === 0 ? Promise.resolve([]) : store.listStanding(matchTx, personIds, at);
}

/** A person's memberships, and which of them run at once. */
export interface PersonMemberships {
  /** The month that the states are of. */
  readonly month: Month;
  readonly memberships: readonly MembershipInMonth[];
  readonly findings: readonly FundingFinding[];
}

/**
 * Memberships and cover of one person, as far as the caller's scope shows them; none for a person it does not show.
 *
 * @param at the month whose state is wanted; this month when left out
 * @throws Refusal auth.forbidden
 */
export function listMemberships(ctx: Context, personId: string, at?: Month): Promise<PersonMemberships> {
  const month = at ?? ctx.platform.clock.thisMonth();
  return read(ctx, 'people.read', async (tx) => {
    const memberships = await store.listOfPerson(tx, personId);
    return {
      month,
      memberships: memberships.map((membership) => inMonth(membership, month)),
      findings: fundingFindings(memberships),
    };
  });
}

function inMonth(membership: Membership, month: Month): MembershipInMonth {
  const { cover, from, until } = membership;
  const paid = cover.filter(({ evidence }) => evidence !== 'law');
  const before = paid.filter((one) => one.from < month).map(({ to }) => (to < month ? to : month));
  const inForce = from <= lastDay(month) && (until === null || until > firstDay(month));
  const evidence = cover.filter((one) => one.from <= month && month <= one.to).map((one) => one.evidence);
  return {
    ...membership,
    state: inForce ? monthState(month, evidence, latest(before)) : 'none',
    paidThrough: latest(paid.map(({ to }) => to)) ?? null,
  };
}

function latest(months: readonly Month[]): Month | undefined {
  return months.reduce<Month | undefined>((a, b) => (a === undefined || b > a ? b : a), undefined);
}
