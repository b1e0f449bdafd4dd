import { openFromPrepared } from '#memberships';
import { advanceStage, getAgreement, getAgreementInForce } from '#partners';
import { ChangedMeanwhile, enrolPrepared, fillFromPrepared, updateFromPrepared } from '#people';
import { type Context, change, forgetPlans, match, read, type Tx } from '#platform/context';
import {
  finishProgress,
  type Job,
  moveProgress,
  openProgress,
  type Progress,
  queueJob,
} from '#platform/jobs';
import { Refusal } from '#platform/refusal';
import type { Census, Roster } from '../model.ts';
import { countPeople, countWithoutNik, lockVillages } from '../store/census.ts';
import * as rosters from '../store/rosters.ts';
import { digestOfPrepared } from '../store/rows.ts';
import { setAside } from '../store/set-aside.ts';
import { acceptRosterJob, checkRosterJob } from './job-names.ts';
import { findPaidSince } from './paid-since.ts';

/**
 * Asks for a checked roster to be accepted; the enrolment itself is a job. Asking again while it runs changes nothing.
 *
 * @throws Refusal auth.forbidden, rosters.notFound, rosters.notChecked, rosters.alreadyAccepted, rosters.notAllGood,
 *   rosters.nothingToEnrol, agreements.notInForce
 */
export async function requestAcceptance(ctx: Context, rosterId: string): Promise<void> {
  await change(ctx, 'rosters.accept', async (tx) => {
    const roster = await lock(tx, rosterId);
    if (roster.state === 'accepted') {
      throw new Refusal('rosters.alreadyAccepted', { enrolled: roster.enrolled });
    }
    if (roster.state !== 'checked' && roster.state !== 'accepting') throw new Refusal('rosters.notChecked');
    // Somebody without a NIK is not what a list that enrols asks for.
    const short = roster.purpose === 'enrol' ? roster.recorded : 0;
    const bad = roster.counts.doubtful + roster.counts.refused + short;
    if (roster.policy === 'all_or_nothing' && bad > 0) throw new Refusal('rosters.notAllGood', { bad });
    if (takenBy(roster) === 0) throw new Refusal('rosters.nothingToEnrol');
    if (roster.state === 'checked') {
      const { area, partnerId, agreementId, startsOn } = roster;
      if (agreementId !== null) await getAgreementInForce(tx, agreementId, startsOn);
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
      await change(ctx, 'rosters.accept', (tx) => enrol(tx, rosterId, sayPhase(ctx, rosterId)));
    } catch (error) {
      if (isEnded(error)) return stop(ctx, rosterId, error);
      if (!isRace(error)) throw error;
      await checkAgain(ctx, rosterId);
    }
  },
  giveUp: (ctx, rosterId) => stop(ctx, rosterId, { code: 'server.error', facts: {} }),
};

/** The roster stays as checked, and says why. */
function stop(ctx: Context, rosterId: string, { code, facts }: NonNullable<Progress['problem']>) {
  return change(ctx, 'rosters.accept', async (tx) => {
    const { area } = await lock(tx, rosterId);
    await rosters.setState(tx, rosterId, 'checked');
    await finishProgress(tx, rosterId, { code, facts });
    await tx.record({ action: 'rosters.acceptanceFailed', subjectKind: 'roster', subjectId: rosterId, area });
  });
}

/** Somebody ended the agreement after acceptance was asked for. */
function isEnded(error: unknown): error is Refusal {
  return error instanceof Refusal && error.code === 'agreements.notInForce';
}

/** Says what acceptance is doing, in transactions of their own: what it does is seen only at its end. */
function sayPhase(ctx: Context, rosterId: string) {
  return (phase: AcceptancePhase) =>
    match(ctx, 'rosters.accept', (tx) => moveProgress(tx, rosterId, phase, 0, null));
}

/** What acceptance does, in this order. */
type AcceptancePhase = 'comparing' | 'recordingPeople' | 'updatingPeople' | 'openingMemberships';

async function enrol(
  tx: Tx,
  rosterId: string,
  say: (phase: AcceptancePhase) => Promise<void>,
): Promise<void> {
  const roster = await lock(tx, rosterId);
  if (roster.state !== 'accepting') throw new Refusal('rosters.notChecked');
  await say('comparing');
  await holdVillages(tx, roster);
  const aside = await standAside(tx, roster);
  const { digest, rows } = await digestOfPrepared(tx, rosterId);
  // Rows outside the acceptor's areas are not in their scope: better nothing than a part that looks like the whole.
  if (rows !== takenBy(roster) - aside) throw new Refusal('auth.forbidden', { permission: 'rosters.accept' });
  if (rows === 0) return enrolNobody(tx, roster);
  await forgetPlans(tx);
  await say('recordingPeople');
  const created = await enrolPrepared(tx, rosterId, roster.partnerId, roster.startsOn);
  if (roster.counts.known > 0) await say('updatingPeople');
  if (roster.purpose === 'record' && roster.listed > 0) {
    await updateFromPrepared(tx, rosterId, roster.startsOn);
  }
  const filled = roster.counts.known > 0 ? await fillFromPrepared(tx, rosterId) : { envelopes: 0, clear: 0 };
  if (roster.agreementId !== null) await say('openingMemberships');
  const opened = roster.agreementId === null ? 0 : await openMemberships(tx, roster, roster.agreementId);
  await rosters.setAccepted(tx, rosterId, opened);
  await moveProgress(tx, rosterId, 'enrolling', rows, rows);
  await finishProgress(tx, rosterId, null);
  await tx.record({
    action: 'rosters.accepted',
    subjectKind: 'roster',
    subjectId: rosterId,
    area: roster.area,
    facts: {
      people: created,
      memberships: opened,
      recorded: roster.recorded,
      listed: roster.listed,
      filled: filled.envelopes,
      filledClear: filled.clear,
      aside,
    },
    digest,
  });
}

/** Whom another fund has come to pay since the check is not enrolled: the row says so instead. Returns how many. */
async function standAside(tx: Tx, roster: Roster): Promise<number> {
  const paid = await findPaidSince(tx, roster);
  if (paid.length === 0) return 0;
  if ((await setAside(tx, roster.rosterId, paid)) !== paid.length) {
    throw new Refusal('auth.forbidden', { permission: 'rosters.accept' });
  }
  return paid.length;
}

/** Everybody on the roster is paid by another fund meanwhile: it stays as checked, and its rows say why. */
async function enrolNobody(tx: Tx, { rosterId, area }: Roster): Promise<void> {
  await rosters.setEmptied(tx, rosterId);
  await finishProgress(tx, rosterId, { code: 'rosters.allPaidElsewhere', facts: {} });
  await tx.record({ action: 'rosters.acceptanceFailed', subjectKind: 'roster', subjectId: rosterId, area });
}

/** Rows that acceptance takes. */
function takenBy({ enrolled, recorded, listed }: Roster): number {
  return enrolled + recorded + listed;
}

/** Opens the memberships of the roster under its agreement. Returns how many. */
async function openMemberships(tx: Tx, { rosterId, startsOn }: Roster, agreementId: string): Promise<number> {
  const agreement = await getAgreement(tx, agreementId);
  const opened = await openFromPrepared(tx, {
    rosterId,
    agreementId,
    partnerId: agreement.partnerId,
    segment: agreement.segment,
    group: agreement.group,
    sector: agreement.sector,
    programmes: agreement.programmes,
    fundId: agreement.fund.fundId,
    income: agreement.income,
    from: startsOn,
    until: agreement.until,
  });
  await advanceStage(tx, agreementId, 'data_received', tx.platform.clock.today());
  // Its stage is held now: whoever ends it from here on ends it after these became members.
  await getAgreementInForce(tx, agreementId, startsOn);
  return opened;
}

/** What the check found is no longer so: the roster is checked again. */
class Overtaken extends Error {}

/**
 * Holds the villages of the roster, and sees that nobody came in since the check whom a row without a NIK may mean, or who has no
 * NIK and may be meant by any row.
 */
async function holdVillages(tx: Tx, { rosterId, census }: Roster): Promise<void> {
  const { shared, alone } = await lockVillages(tx, rosterId);
  const withoutNik = await countWithoutNik(tx, [...shared, ...alone]);
  const all = await countPeople(tx, alone);
  const differs = (villages: readonly number[], now: ReadonlyMap<number, number>, then: Census['all']) =>
    villages.some((village) => (now.get(village) ?? 0) !== (then[String(village)] ?? 0));
  if (differs([...shared, ...alone], withoutNik, census.withoutNik) || differs(alone, all, census.all)) {
    throw new Overtaken('people came into the villages of the roster since its check');
  }
}

/** Two acceptances met: a number or a membership that was free at the check has been taken since. */
function isRace(error: unknown): boolean {
  if (error instanceof Overtaken || error instanceof ChangedMeanwhile) return true;
  const constraint = error instanceof Error && 'constraint' in error ? error.constraint : undefined;
  return ['identifier_held_once', 'membership_no_overlap', 'membership_alone_once'].includes(
    String(constraint),
  );
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
