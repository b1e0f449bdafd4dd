/** How many memberships are paid the death grant and the periodic benefit: none while a BPU member's waiting period runs. */
export function grantsPaid(
  memberships: number,
  isBpu: boolean,
  membershipMonths: number,
  waitingMonths: number,
): number {
  return isBpu && membershipMonths < waitingMonths ? 0 : memberships;
}
