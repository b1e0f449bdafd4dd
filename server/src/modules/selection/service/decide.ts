import type { Day } from '@payung/kernel';
import { getAgreement, recordDecree } from '#partners';
import { type Context, change } from '#platform/context';
import { holdsNik } from '#platform/log';
import { Refusal } from '#platform/refusal';
import type { Meeting } from '../model.ts';
import { insertAnnex } from '../store/annex.ts';
import { forgetChecks, listEntries, replaceEntries } from '../store/entries.ts';
import * as store from '../store/proposals.ts';
import { annexOf, digestOf } from './annex.ts';
import { listCandidates } from './candidates.ts';
import { holdProposal } from './proposals.ts';

/**
 * Puts exactly these people on the draft, in this order of rank. Beyond the places they are substitutes. A struck name of an
 * earlier decision keeps its trace below.
 *
 * @throws Refusal auth.forbidden, selection.notFound, selection.notDraft, selection.notEligible with how many cannot be on it
 */
export async function rankPeople(
  ctx: Context,
  proposalId: string,
  personIds: readonly string[],
): Promise<void> {
  const { candidates } = await listCandidates(ctx, proposalId, 'selection.prepare');
  const eligible = new Map(
    candidates.flatMap((one) => (one.verdict === 'eligible' ? [[one.personId, one] as const] : [])),
  );
  await change(ctx, 'selection.prepare', async (tx) => {
    const proposal = await holdProposal(tx, proposalId);
    if (proposal.state !== 'draft') throw new Refusal('selection.notDraft');
    const struck = (await listEntries(tx, proposalId)).flatMap((one) =>
      one.struck === null ? [] : [one.personId],
    );
    const wanted = [...new Set(personIds)];
    const unfit = wanted.filter((id) => !eligible.has(id) || struck.includes(id));
    if (unfit.length > 0) throw new Refusal('selection.notEligible', { people: unfit.length });
    const people = wanted.flatMap((id) => eligible.get(id) ?? []);
    await replaceEntries(
      tx,
      proposal,
      people.map(({ personId, score, findings }) => ({ personId, score, decile: findings.decile })),
    );
    await store.addMaker(tx, proposalId);
    await tx.record({
      action: 'selection.ranked',
      subjectKind: 'proposal',
      subjectId: proposalId,
      area: proposal.area,
      facts: { people: people.length },
    });
  });
}

/** The Berita Acara of a meeting. */
export interface MinutesInput extends Meeting {
  readonly number: string;
  readonly signedOn: Day;
}

/**
 * Records what the meeting of the village decided: the list as it stands, with its Berita Acara, whose annex names everybody by
 * rank and is frozen.
 *
 * @throws Refusal auth.forbidden, selection.notFound, selection.notDraft, selection.emptyList, selection.dayAhead, decrees.exists,
 *   selection.gone when somebody on the list has moved away or died since, request.invalid when the minutes hold a NIK
 */
export async function decideProposal(ctx: Context, proposalId: string, input: MinutesInput): Promise<void> {
  const { number, signedOn, ...meeting } = input;
  await change(ctx, 'selection.prepare', async (tx) => {
    refuseNik('minutes', meeting.minutes);
    const proposal = await holdProposal(tx, proposalId);
    if (proposal.state !== 'draft') throw new Refusal('selection.notDraft');
    const today = tx.platform.clock.today();
    if (meeting.metOn > today || signedOn > today) throw new Refusal('selection.dayAhead');
    const listed = (await listEntries(tx, proposalId)).filter(({ struck }) => struck === null);
    if (listed.length === 0) throw new Refusal('selection.emptyList');
    const agreement = await getAgreement(tx, proposal.agreementId);
    const lines = await annexOf(
      tx,
      proposal,
      listed.map(({ personId }) => personId),
    );
    const digest = digestOf(lines);
    const decree = await recordDecree(
      tx,
      agreement,
      { kind: 'BA', number, signedOn, annexDigest: digest.toString('hex'), signedBy: meeting.ledBy },
      proposal.area,
    );
    await insertAnnex(tx, decree.decreeId, proposal.area, lines);
    await store.addMaker(tx, proposalId);
    await store.stepProposal(tx, proposal, 'decided', { meeting, minutesId: decree.decreeId });
    await tx.record({
      action: 'selection.decided',
      subjectKind: 'proposal',
      subjectId: proposalId,
      area: proposal.area,
      facts: { people: listed.length, number },
      digest,
    });
  });
}

/**
 * Takes a decided or verified list back to the draft, saying why. The minutes stay recorded; the meeting decides again with new
 * ones.
 *
 * @throws Refusal auth.forbidden, selection.notFound, selection.notReopened, request.invalid when the reason holds a NIK
 */
export async function reopenProposal(ctx: Context, proposalId: string, reason: string): Promise<void> {
  await change(ctx, 'selection.verify', async (tx) => {
    refuseNik('reason', reason);
    const proposal = await holdProposal(tx, proposalId);
    if (proposal.state !== 'decided' && proposal.state !== 'verified') {
      throw new Refusal('selection.notReopened');
    }
    await store.stepProposal(tx, proposal, 'draft', { verifiedBy: null }, reason);
    await forgetChecks(tx, proposalId);
    await tx.record({
      action: 'selection.reopened',
      subjectKind: 'proposal',
      subjectId: proposalId,
      area: proposal.area,
      facts: { reason },
    });
  });
}

/** What people write is kept for ever and read by many: no number of anybody in it. */
export function refuseNik(path: string, text: string): void {
  if (holdsNik(text)) throw new Refusal('request.invalid', { path, problem: 'holdsNik' });
}
