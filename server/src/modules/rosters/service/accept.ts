import { openFromPrepared } from '#memberships';
import { advanceStage, getAgreement } from '#partners';
import { enrolPrepared } from '#people';
import { type Context, change, forgetPlans, read, type Tx } from '#platform/context';
import { finishProgress, type Job, moveProgress, openProgress, queueJob } from '#platform/jobs';
import { Refusal } from '#platform/refusal';
import type { Roster } from '../model.ts';
import * as rosters from '../store/rosters.ts';
import { digestOfPrepared } from '../store/rows.ts';
import { acceptRosterJob, checkRosterJob } from './job-names.ts';

/**
 * Asks for a checked roster to be accepted; the enrolment itself is a job. Asking again while it runs changes nothing.
 *
 * @throws Refusal auth.forbidden, rosters.notFound, rosters.notChecked, rosters.alreadyAccepted, rosters.notAllGood,
 *   rosters.nothingToEnrol
 */
export async function requestAcceptance(ctx: Context, rosterId: string): Promise<void> {
  await change(ctx, 'rosters.accept', async (tx) => {
    const roster = await lock(tx, rosterId);
    if (roster.state === 'accepted') {
      throw new Refusal('rosters.alreadyAccepted', { enrolled: roster.enrolled });
    }
    if (roster.state !== 'checked' && roster.state !== 'accepting') throw new Refusal('rosters.notChecked');
    const bad = roster.counts.doubtful + roster.counts.refused;
    if (roster.policy === 'all_or_nothing' && bad > 0) throw new Refusal('rosters.notAllGood', { bad });
    if (roster.enrolled === 0) throw new Refusal('rosters.nothingToEnrol');
    if (roster.state === 'checked') {
      const { area, partnerId } = roster;
      await rosters.setState(tx, rosterId, 'accepting');
      await openProgress(tx, { subjectId: rosterId, task: acceptRosterJob, area, partnerId });
      await queueJob(tx, acceptRosterJob, rosterId);
    }
    await tx.record({
      action: 'rosters.acceptanceRequested',
      subjectKind: 'roster',
      subjectId: rosterId,
      area: roster.area,
    });
  });
}

/** Enrols the good rows of a roster: people, memberships and audit entry in one transaction, all or none. */
export const acceptRoster: Job = {
  name: acceptRosterJob,
  async run(ctx, rosterId) {
    const state = await read(ctx, 'rosters.accept', (tx) => rosters.findRoster(tx, rosterId));
    if (state?.state !== 'accepting') return;
    try {
      await change(ctx, 'rosters.accept', (tx) => enrol(tx, rosterId));
    } catch (error) {
      if (!isRace(error)) throw error;
      await checkAgain(ctx, rosterId);
    }
  },
  giveUp: (ctx, rosterId) =>
    change(ctx, 'rosters.accept', async (tx) => {
      const { area } = await lock(tx, rosterId);
      await rosters.setState(tx, rosterId, 'checked');
      await finishProgress(tx, rosterId, { code: 'server.error', facts: {} });
      await tx.record({
        action: 'rosters.acceptanceFailed',
        subjectKind: 'roster',
        subjectId: rosterId,
        area,
      });
    }),
};

async function enrol(tx: Tx, rosterId: string): Promise<void> {
  const roster = await lock(tx, rosterId);
  if (roster.state !== 'accepting') throw new Refusal('rosters.notChecked');
  const agreement = await getAgreement(tx, roster.agreementId);
  const { digest, rows } = await digestOfPrepared(tx, rosterId);
  // Rows outside the acceptor's areas are not in their scope: better nothing than a part that looks like the whole.
  if (rows !== roster.enrolled) throw new Refusal('auth.forbidden', { permission: 'rosters.accept' });
  await forgetPlans(tx);
  const created = await enrolPrepared(tx, rosterId, roster.partnerId, roster.startsOn);
  const opened = await openFromPrepared(tx, {
    rosterId,
    agreementId: agreement.agreementId,
    partnerId: agreement.partnerId,
    segment: agreement.segment,
    group: agreement.group,
    sector: agreement.sector,
    programmes: agreement.programmes,
    fundId: agreement.fund.fundId,
    income: agreement.income,
    from: roster.startsOn,
    until: agreement.until,
  });
  await rosters.setAccepted(tx, rosterId, opened);
  await advanceStage(tx, agreement.agreementId, 'data_received', tx.platform.clock.today());
  await moveProgress(tx, rosterId, 'enrolling', opened, opened);
  await finishProgress(tx, rosterId, null);
  await tx.record({
    action: 'rosters.accepted',
    subjectKind: 'roster',
    subjectId: rosterId,
    area: roster.area,
    facts: { people: created, memberships: opened },
    digest,
  });
}

/** Two acceptances met: a number or a membership that was free at the check has been taken since. */
function isRace(error: unknown): boolean {
  const constraint = error instanceof Error && 'constraint' in error ? error.constraint : undefined;
  return constraint === 'identifier_held_once' || constraint === 'membership_no_overlap';
}

async function checkAgain(ctx: Context, rosterId: string): Promise<void> {
  await change(ctx, 'rosters.accept', async (tx) => {
    const { area, partnerId } = await lock(tx, rosterId);
    await rosters.setState(tx, rosterId, 'received');
    await openProgress(tx, { subjectId: rosterId, task: checkRosterJob, area, partnerId });
    await queueJob(tx, checkRosterJob, rosterId);
    await tx.record({ action: 'rosters.checkedAgain', subjectKind: 'roster', subjectId: rosterId, area });
  });
}

async function lock(tx: Tx, rosterId: string): Promise<Roster> {
  const roster = await rosters.lockRoster(tx, rosterId);
  if (roster === undefined) throw new Refusal('rosters.notFound');
  return roster;
}
