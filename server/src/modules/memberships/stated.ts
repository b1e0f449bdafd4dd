import { firstDay, type Month } from '@payung/kernel';
import type { Programme, Segment } from '#partners';
import type { Tx } from '#platform/context';
import { publish } from '#platform/facts';
import { Refusal } from '#platform/refusal';
import * as store from './store-stated.ts';

/** A membership in force in a month, of a person or of a record merged into theirs. */
export interface MembershipInForce {
  /** The record that speaks for the person. */
  readonly canonicalId: string;
  readonly personId: string;
  readonly membershipId: string;
  readonly partnerId: string;
  readonly segment: Segment;
  readonly fundId: string;
  /** True when it was agreed here; false when only a BPJS file states it. */
  readonly agreed: boolean;
}

/**
 * Memberships of these people in force on any day of the month, those agreed here first, then the earliest. Sees all areas, so
 * it belongs in a transaction of `match`.
 */
export function membershipsInForce(
  matchTx: Tx,
  canonicalIds: readonly string[],
  at: Month,
): Promise<MembershipInForce[]> {
  return canonicalIds.length === 0
    ? Promise.resolve([])
    : store.listInForce(matchTx, canonicalIds, firstDay(at));
}

/** What a branch's file states of one person in one segment. */
export interface StatedMember {
  readonly personId: string;
  readonly segment: Segment;
  readonly programmes: readonly Programme[];
  /** Village of residence; the scope of the rows. */
  readonly area: number;
  /** The membership that is covered; undefined when there is none: then one is opened that rests on the file alone. */
  readonly membership: MembershipInForce | undefined;
}

/** The file of a branch for a month, and whoever it stands for in the register: BPJS itself, with a purse we do not know. */
export interface StatingFile {
  readonly branchId: string;
  readonly partnerId: string;
  readonly fundId: string;
  readonly month: Month;
  /** The next month for which the branch has a file; undefined when this is the latest. */
  readonly nextStated: Month | undefined;
}

/** All that a branch states of a month. */
export interface Statement extends StatingFile {
  readonly members: readonly StatedMember[];
  /** People whom the file that stood until now covered; 0 when there was none. */
  readonly peopleBefore: number;
}

/**
 * Makes cover of what a branch states of a month, in place of what it stated before, and tells the others. Nothing is booked.
 * A person without a membership of the segment gets one that rests on the file alone; it ends when a file leaves them out.
 * Returns how many people are covered by it.
 *
 * @throws Refusal auth.forbidden when the former file covered people outside the caller's scope: a part would look like the whole
 */
export async function replaceStatedCover(tx: Tx, statement: Statement): Promise<number> {
  const closed = await store.closeStated(tx, statement.branchId, statement.month);
  if (new Set(closed.map(({ personId }) => personId)).size !== statement.peopleBefore) {
    throw new Refusal('auth.forbidden', { permission: tx.permission });
  }
  const added = await store.insertStated(tx, statement);
  const personIds = new Set([...closed, ...added].map(({ personId }) => personId));
  if (personIds.size > 0) {
    await publish(tx, 'cover.changed', {
      personIds: [...personIds],
      added: added.map(({ coverId }) => coverId),
      closed: closed.map(({ coverId }) => coverId),
    });
  }
  // After the count: which membership comes first depends on when each begins, and the state before must be seen as it was.
  await store.endUnstated(tx, statement.partnerId, statement.month);
  return new Set(added.map(({ personId }) => personId)).size;
}

/** Of a person: what a branch's file states of a month in a segment, programmes as bits; null when nothing. */
export async function statedOf(
  tx: Tx,
  file: Pick<StatingFile, 'branchId' | 'month'>,
  { personId, segment }: Pick<StatedMember, 'personId' | 'segment'>,
): Promise<number | null> {
  const standing = await store.listStatedOf(tx, file.branchId, file.month, personId);
  const own = standing.filter((one) => one.segment === segment);
  return own.length === 0 ? null : own.reduce((bits, one) => bits | one.programmes, 0);
}

/**
 * Lets a branch's file state something else of one person in one segment, and tells the others; null when it no longer states
 * anything. Returns by how many the people it covers are more.
 */
export async function restateCover(
  tx: Tx,
  file: StatingFile,
  member: StatedMember,
  programmes: readonly Programme[] | null,
): Promise<number> {
  const standing = await store.listStatedOf(tx, file.branchId, file.month, member.personId);
  const [own, others] = [
    standing.filter(({ segment }) => segment === member.segment),
    standing.filter(({ segment }) => segment !== member.segment),
  ];
  await store.closeCovers(
    tx,
    own.map(({ coverId }) => coverId),
  );
  const members = programmes === null ? [] : [{ ...member, programmes }];
  const added = await store.insertStated(tx, { ...file, members });
  if (own.length + added.length > 0) {
    await publish(tx, 'cover.changed', {
      personIds: [...new Set([...own, ...added].map(({ personId }) => personId))],
      added: added.map(({ coverId }) => coverId),
      closed: own.map(({ coverId }) => coverId),
    });
  }
  if (programmes === null) await store.endUnstated(tx, file.partnerId, file.month);
  const covered = (covers: readonly { readonly personId: string }[]) =>
    new Set(covers.map(({ personId }) => personId)).size;
  return covered([...others, ...added]) - covered(standing);
}
