import { addDays, firstDay, lastDay, type Month } from '@payung/kernel';
import { levelOf } from '#areas';
import { type Agreement, getAgreement } from '#partners';
import { scopeHasArea, subtree } from '#platform/access';
import { type Context, change, read, type Tx } from '#platform/context';
import { newId } from '#platform/ids';
import { Refusal } from '#platform/refusal';
import { costOf } from '../cost.ts';
import {
  type Cost,
  type Entry,
  type Proposal,
  type ProposalStep,
  type Rule,
  type Standing,
  standings,
} from '../model.ts';
import { listEntries } from '../store/entries.ts';
import * as store from '../store/proposals.ts';
import { getRule, ruleOf } from './rules.ts';

/** Proposals in scope, newest first. */
export function listProposals(ctx: Context): Promise<Proposal[]> {
  return read(ctx, 'selection.read', store.listProposals);
}

export interface ProposalInput {
  readonly area: number;
  readonly agreementId: string;
  /** First and last month to be paid, both included. */
  readonly from: Month;
  readonly to: Month;
  readonly quota: number;
  readonly example?: boolean;
}

/**
 * Begins the proposal of a village, by the local rule in force there on the first day, or by the criterion that is proposed where
 * there is none.
 *
 * @throws Refusal auth.forbidden, agreements.notFound, agreements.notInForce, areas.outsideScope, selection.notVillage,
 *   selection.agreementElsewhere, selection.monthsTurned, law.refused
 */
export async function createProposal(ctx: Context, input: ProposalInput): Promise<string> {
  const { area, from, to } = input;
  return change(ctx, 'selection.prepare', async (tx) => {
    if (levelOf(area) !== 'village') throw new Refusal('selection.notVillage');
    if (to < from) throw new Refusal('selection.monthsTurned');
    if (!scopeHasArea(tx.scope, area)) throw new Refusal('areas.outsideScope', { code: area });
    const agreement = await getAgreement(tx, input.agreementId);
    refuseUnfit(agreement, input);
    costOf(agreement, input, input.quota);
    const rule = await ruleOf(tx, area, firstDay(from));
    const proposalId = newId();
    await store.insertProposal(tx, {
      example: false,
      ...input,
      proposalId,
      partnerId: agreement.partnerId,
      ruleId: rule?.ruleId ?? null,
    });
    await store.insertStep(tx, proposalId, area, 'draft', null);
    await tx.record({
      action: 'selection.proposed',
      subjectKind: 'proposal',
      subjectId: proposalId,
      area,
      facts: { quota: input.quota, from, to },
    });
    return proposalId;
  });
}

function refuseUnfit(agreement: Agreement, { area, from, to }: ProposalInput): void {
  const [first, beyond] = subtree(agreement.area);
  if (area < first || area >= beyond) {
    throw new Refusal('selection.agreementElsewhere', { area: agreement.areaName });
  }
  const [start, end] = [firstDay(from), lastDay(to)];
  const hasBegun = agreement.from <= start;
  const lasts = agreement.until === null || addDays(end, 1) <= agreement.until;
  if (!hasBegun || !lasts || agreement.stage === 'ended') {
    throw new Refusal('agreements.notInForce', { number: agreement.number, day: hasBegun ? end : start });
  }
}

/** Somebody on the list, and where they stand. */
export type StandingEntry = Entry & { readonly standing: Standing };

/** A proposal with everything a page shows of it. */
export interface ProposalFile {
  readonly proposal: Proposal;
  /** Undefined: by the criterion that is proposed where there is no local rule. */
  readonly rule: Rule | undefined;
  readonly cost: Cost;
  readonly entries: readonly StandingEntry[];
  readonly steps: readonly ProposalStep[];
}

/** One proposal. @throws Refusal auth.forbidden, selection.notFound */
export function getProposal(ctx: Context, proposalId: string): Promise<ProposalFile> {
  return read(ctx, 'selection.read', async (tx) => {
    const proposal = await proposalIn(tx, proposalId);
    const entries = await listEntries(tx, proposalId);
    const stand = standings(entries, proposal.quota);
    return {
      proposal,
      rule: proposal.ruleId === null ? undefined : await getRule(tx, proposal.ruleId),
      cost: costOf(await getAgreement(tx, proposal.agreementId), proposal, proposal.quota),
      entries: entries.map((one) => ({ ...one, standing: stand.get(one.personId) ?? 'struck' })),
      steps: await store.listSteps(tx, proposalId),
    };
  });
}

/** The proposal, held until the transaction ends. @throws Refusal selection.notFound */
export async function holdProposal(tx: Tx, proposalId: string): Promise<Proposal> {
  return proposalIn(tx, proposalId, true);
}

async function proposalIn(tx: Tx, proposalId: string, lock = false): Promise<Proposal> {
  const proposal = await store.findProposal(tx, proposalId, { lock });
  if (proposal === undefined) throw new Refusal('selection.notFound');
  return proposal;
}
