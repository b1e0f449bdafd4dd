import type { Day } from '@payung/kernel';
import { getAgreement, recordDecree } from '#partners';
import { type Context, change } from '#platform/context';
import { Refusal } from '#platform/refusal';
import { standings } from '../model.ts';
import { insertAnnex } from '../store/annex.ts';
import { listEntries } from '../store/entries.ts';
import * as store from '../store/proposals.ts';
import { annexOf, digestOf } from './annex.ts';
import { holdProposal } from './proposals.ts';

/** The SK as its signatory issues it. */
export interface DecreeOfList {
  readonly number: string;
  readonly signedOn: Day;
  readonly signedBy: string;
  /** Office of the signatory, such as Bupati Belu. */
  readonly signedAs: string;
}

/**
 * Records the SK of a verified list, and freezes its annex: whoever fills a place, by name, in the order of the list.
 *
 * @throws Refusal auth.forbidden, selection.notFound, selection.notVerified, selection.dayAhead, decrees.exists,
 *   selection.gone when somebody on the list has moved away, died or lost the number since
 */
export async function decreeProposal(ctx: Context, proposalId: string, input: DecreeOfList): Promise<void> {
  await change(ctx, 'selection.verify', async (tx) => {
    const proposal = await holdProposal(tx, proposalId);
    if (proposal.state !== 'verified') throw new Refusal('selection.notVerified');
    if (input.signedOn > tx.platform.clock.today()) throw new Refusal('selection.dayAhead');
    const entries = await listEntries(tx, proposalId);
    const stand = standings(entries, proposal.quota);
    const named = entries.filter(({ personId }) => stand.get(personId) === 'in');
    const lines = await annexOf(
      tx,
      proposal,
      named.map(({ personId }) => personId),
    );
    const digest = digestOf(lines);
    const agreement = await getAgreement(tx, proposal.agreementId);
    const decree = await recordDecree(
      tx,
      agreement,
      { kind: 'SK', ...input, annexDigest: digest.toString('hex') },
      proposal.area,
    );
    await insertAnnex(tx, decree.decreeId, proposal.area, lines);
    await store.stepProposal(tx, proposal, 'decreed', { decreeId: decree.decreeId });
    await tx.record({
      action: 'selection.decreed',
      subjectKind: 'proposal',
      subjectId: proposalId,
      area: proposal.area,
      facts: { people: lines.length, number: input.number },
      digest,
    });
  });
}
