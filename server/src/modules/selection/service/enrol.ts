import { addDays, firstDay, lastDay } from '@payung/kernel';
import { openNamed } from '#memberships';
import { advanceStage, getAgreementInForce } from '#partners';
import { letPartnerSee } from '#people';
import { type Context, change, read } from '#platform/context';
import { Refusal } from '#platform/refusal';
import type { Obstacle } from '../model.ts';
import { listAnnex } from '../store/annex.ts';
import { setOutcomes } from '../store/entries.ts';
import * as store from '../store/proposals.ts';
import { digestOf } from './annex.ts';
import { obstaclesNow } from './candidates.ts';
import { holdProposal } from './proposals.ts';

/** What became of the people a decree names. */
export interface Enrolled {
  readonly enrolled: number;
  /** Decreed, and not enrolled: why is on the list, by person. */
  readonly left: number;
}

/** What stops somebody whom a decree names, because it came true since. */
const stopping: readonly Obstacle[] = [
  'selection.dead',
  'selection.withoutNik',
  'selection.disputed',
  'selection.alreadyMember',
  'selection.elsewhere',
];

/**
 * Makes members of the people whom the decree of a proposal names, for the months of the proposal: memberships, outcome and audit
 * entry in one transaction. Whoever is protected elsewhere by now, is a member already, died, or moved away is left out, and the
 * list says so.
 *
 * @throws Refusal auth.forbidden, selection.notFound, selection.noDecree, selection.alreadyEnrolled, agreements.notInForce,
 *   memberships.overlap when somebody was enrolled elsewhere at the same moment: nothing is changed then
 */
export async function enrolProposal(ctx: Context, proposalId: string): Promise<Enrolled> {
  const found = await read(ctx, 'selection.enrol', async (tx) => {
    const proposal = await store.findProposal(tx, proposalId);
    if (proposal === undefined) throw new Refusal('selection.notFound');
    if (proposal.decreeId === null) throw new Refusal('selection.noDecree');
    return {
      proposal,
      agreement: await getAgreementInForce(tx, proposal.agreementId, firstDay(proposal.from)),
      lines: await listAnnex(tx, proposal.decreeId),
    };
  });
  const obstacles = await obstaclesNow(
    ctx,
    'selection.enrol',
    found,
    found.lines.map(({ personId }) => personId),
  );
  return change(ctx, 'selection.enrol', async (tx) => {
    const proposal = await holdProposal(tx, proposalId);
    const { decreeId } = proposal;
    if (decreeId === null) throw new Refusal('selection.noDecree');
    if (proposal.state !== 'decreed') throw new Refusal('selection.alreadyEnrolled');
    const { agreement, lines } = found;
    const outcomes = new Map<string, string>(
      lines.map(({ personId }) => {
        const against = obstacles.get(personId);
        const stop = against?.find(({ code }) => stopping.some((one) => one === code));
        return [personId, against === undefined ? 'selection.moved' : (stop?.code ?? 'enrolled')];
      }),
    );
    const from = firstDay(proposal.from);
    const beyond = addDays(lastDay(proposal.to), 1);
    const { opened, dead } = await openNamed(
      tx,
      {
        decreeId,
        agreementId: agreement.agreementId,
        partnerId: agreement.partnerId,
        segment: agreement.segment,
        group: agreement.group,
        sector: agreement.sector,
        programmes: agreement.programmes,
        fundId: agreement.fund.fundId,
        income: agreement.income,
        from,
        until: agreement.until !== null && agreement.until < beyond ? agreement.until : beyond,
      },
      lines.flatMap(({ personId, place }) =>
        outcomes.get(personId) === 'enrolled' ? [{ personId, area: proposal.area, annexPlace: place }] : [],
      ),
    );
    for (const [personId, outcome] of outcomes) {
      if (outcome !== 'enrolled' || opened.includes(personId)) continue;
      // Who did not die since is a member through the same partner from a later month.
      outcomes.set(personId, dead.includes(personId) ? 'selection.dead' : 'selection.alreadyMember');
    }
    await letPartnerSee(tx, opened, agreement.partnerId);
    await setOutcomes(tx, proposalId, outcomes);
    await store.stepProposal(tx, proposal, 'enrolled', { enrolled: opened.length });
    await advanceStage(tx, agreement.agreementId, 'data_received', tx.platform.clock.today());
    // Its stage is held now: whoever ends it from here on ends it after these became members.
    await getAgreementInForce(tx, agreement.agreementId, from);
    const enrolled = { enrolled: opened.length, left: lines.length - opened.length };
    await tx.record({
      action: 'selection.enrolled',
      subjectKind: 'proposal',
      subjectId: proposalId,
      area: proposal.area,
      facts: { ...enrolled },
      digest: digestOf(lines),
    });
    return enrolled;
  });
}
