import type { Tx } from '#platform/context';
import { newId } from '#platform/ids';
import { payerOf } from './model.ts';
import { keepBranchPurse } from './store-branch-purse.ts';

/** What a BPJS branch is in the register: a partner through whom people are members, and a purse of which nothing is known. */
export interface BranchPurse {
  readonly partnerId: string;
  readonly fundId: string;
}

/**
 * The partner and the purse of a year that stand for a branch of BPJS; made when they are first needed.
 *
 * @param branch its name, and the area of its seat
 */
export function purseOfBranch(
  tx: Tx,
  branch: { readonly name: string; readonly area: number },
  year: number,
): Promise<BranchPurse> {
  return keepBranchPurse(
    tx,
    {
      partnerId: newId(),
      kind: 'office',
      name: `BPJS Ketenagakerjaan, ${branch.name}`,
      area: branch.area,
      example: false,
    },
    { fundId: newId(), kind: 'bpjs', name: `Menurut BPJS, ${branch.name}`, year, ...payerOf('bpjs') },
  );
}
