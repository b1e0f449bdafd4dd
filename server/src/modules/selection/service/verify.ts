import { type Context, change, type Tx } from '#platform/context';
import { Refusal } from '#platform/refusal';
import { type Proposal, standings } from '../model.ts';
import { checkEntries, listEntries } from '../store/entries.ts';
import * as store from '../store/proposals.ts';
import { refuseNik } from './decide.ts';
import { holdProposal } from './proposals.ts';

/**
 * Verifies people of a decided list, or strikes them with a reason; the other answer given later takes its place. Whoever is
 * below the places moves up when somebody is struck.
 *
 * @param struck why they are struck; null verifies them
 * @throws Refusal auth.forbidden, selection.notFound, selection.notDecided, selection.ownList, selection.notListed,
 *   request.invalid when the reason holds a NIK
 */
export async function checkPeople(
  ctx: Context,
  proposalId: string,
  personIds: readonly string[],
  struck: string | null,
): Promise<void> {
  await change(ctx, 'selection.verify', async (tx) => {
    if (struck !== null) refuseNik('struck', struck);
    const proposal = await holdDecided(tx, proposalId);
    const wanted = [...new Set(personIds)];
    const checked = await checkEntries(tx, proposalId, wanted, struck);
    if (checked !== wanted.length) throw new Refusal('selection.notListed');
    await tx.record({
      action: struck === null ? 'selection.peopleVerified' : 'selection.struck',
      subjectKind: 'proposal',
      subjectId: proposalId,
      area: proposal.area,
      facts: { people: wanted.length, ...(struck !== null && { reason: struck, struck: wanted }) },
    });
  });
}

/**
 * Closes the verification: everybody who fills a place was verified, and by nobody who assessed a candidate since.
 *
 * @throws Refusal auth.forbidden, selection.notFound, selection.notDecided, selection.ownList, selection.emptyList,
 *   selection.unchecked with how many are still to be checked
 */
export async function verifyProposal(ctx: Context, proposalId: string): Promise<void> {
  await change(ctx, 'selection.verify', async (tx) => {
    const proposal = await holdDecided(tx, proposalId);
    const entries = await listEntries(tx, proposalId);
    const stand = standings(entries, proposal.quota);
    const filling = entries.filter(({ personId }) => stand.get(personId) === 'in');
    if (filling.length === 0) throw new Refusal('selection.emptyList');
    const unchecked = filling.filter(
      ({ checkedBy }) => checkedBy === null || proposal.makers.includes(checkedBy),
    ).length;
    if (unchecked > 0) throw new Refusal('selection.unchecked', { people: unchecked });
    await store.stepProposal(tx, proposal, 'verified', { verifiedBy: tx.actor.id });
    await tx.record({
      action: 'selection.verified',
      subjectKind: 'proposal',
      subjectId: proposalId,
      area: proposal.area,
      facts: { people: filling.length, struck: entries.filter(({ struck }) => struck !== null).length },
    });
  });
}

async function holdDecided(tx: Tx, proposalId: string): Promise<Proposal> {
  const proposal = await holdProposal(tx, proposalId);
  if (proposal.state !== 'decided') throw new Refusal('selection.notDecided');
  if (proposal.makers.includes(tx.actor.id)) throw new Refusal('selection.ownList');
  return proposal;
}
