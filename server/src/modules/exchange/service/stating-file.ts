import { lastDay, type Month } from '@payung/kernel';
import { type BranchPlace, branchPlace, formatAreaCode } from '#areas';
import type { MembershipInForce, StatedMember } from '#memberships';
import { purseOfBranch } from '#partners';
import { scopeHasArea } from '#platform/access';
import type { Tx } from '#platform/context';
import { Refusal } from '#platform/refusal';
import { nextStated } from '../store/files.ts';
import type { CoveredMember } from './member-checker.ts';

/**
 * The branch, all of whose areas the caller sees: a part of what it states would look like the whole, and replace it.
 *
 * @throws Refusal branches.notFound, areas.outsideScope
 */
export async function placeOf(tx: Tx, branchId: string, month: Month): Promise<BranchPlace> {
  const found = await branchPlace(tx, branchId, lastDay(month));
  const outside = found.areas.find((area) => !scopeHasArea(tx.scope, area));
  if (outside !== undefined) throw new Refusal('areas.outsideScope', { code: formatAreaCode(outside) });
  return found;
}

/** The file of a branch for a month, with the purse of BPJS itself. */
export async function statingFile(tx: Tx, { branchId, name, areas }: BranchPlace, month: Month) {
  const purse = await purseOfBranch(tx, { name, area: areas[0] ?? 0 }, Number(month.slice(0, 4)));
  return { branchId, ...purse, month, nextStated: await nextStated(tx, branchId, month) };
}

/** Each person covered, with the membership that the cover belongs to: one agreed here before one that only this branch states. */
export function statedMembers(
  covered: readonly CoveredMember[],
  inForce: readonly MembershipInForce[],
  branchPartner: string,
): StatedMember[] {
  const byPerson = Map.groupBy(
    inForce.filter(({ agreed, partnerId }) => agreed || partnerId === branchPartner),
    ({ canonicalId, segment }) => `${canonicalId} ${segment}`,
  );
  return covered.map(({ personId, village, segment, programmes }) => ({
    personId,
    segment,
    programmes,
    area: village,
    membership: byPerson.get(`${personId} ${segment}`)?.[0],
  }));
}
