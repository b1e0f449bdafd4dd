import { billsOfRoster, cancel, type RosterBill } from '#billing';
import { countCoveredOf, endAsNeverBegun } from '#memberships';
import { countMade, lockMerges, undoFromRoster } from '#people';
import { scopeHasArea } from '#platform/access';
import { type Context, change, match, read, type Tx } from '#platform/context';
import { publish } from '#platform/facts';
import { finishProgress, type Job, moveProgress, openProgress, queueJob } from '#platform/jobs';
import { holdsNik } from '#platform/log';
import { Refusal } from '#platform/refusal';
import type { Roster } from '../model.ts';
import * as rosters from '../store/rosters.ts';
import { undoRosterJob } from './job-names.ts';

/** What undoing a roster would do, and what stands in its way. */
export interface UndoPreview {
  /** Memberships that would end as never begun. */
  readonly memberships: number;
  /** People who would be withdrawn, because nothing else speaks of them. */
  readonly withdrawn: number;
  /** People the roster made who would stay. */
  readonly kept: number;
  /** Known people of whom what the list said would be taken back. */
  readonly listed: number;
  /** Seats of village bodies that were taken from the list and would be free again. */
  readonly seats: number;
  /** Standing bills that bill its people. It can be undone once those that hold nobody else are cancelled with it; not with any other. */
  readonly bills: readonly RosterBill[];
  /** People whom BPJS states to be active through it: with any of them it cannot be undone. */
  readonly covered: number;
}

/**
 * What undoing an accepted roster would do now.
 *
 * @throws Refusal auth.forbidden, rosters.notFound, rosters.notAccepted
 */
export function previewUndo(ctx: Context, rosterId: string): Promise<UndoPreview> {
  return read(ctx, 'rosters.accept', async (tx) => {
    const roster = accepted(tx, await rosters.findRoster(tx, rosterId));
    const { made, tied } = await countMade(tx, rosterId);
    return {
      memberships: roster.enrolled,
      withdrawn: made - tied,
      kept: tied,
      listed: roster.listed,
      seats: await rosters.countSeats(tx, rosterId),
      ...(await obstaclesOf(tx, roster)),
    };
  });
}

/**
 * Asks for an accepted roster to be undone, with a reason; a job does it. Asking again while it runs changes nothing.
 *
 * @param cancelBills numbers of the bills that are cancelled with it, for the same reason: of those that hold nobody else
 * @throws Refusal auth.forbidden, rosters.notFound, rosters.notAccepted, rosters.undoPaid, rosters.undoBilled, rosters.undoCovered,
 *   request.invalid when the reason holds a NIK
 */
export async function requestUndo(
  ctx: Context,
  rosterId: string,
  why: string,
  cancelBills: readonly string[] = [],
): Promise<void> {
  if (holdsNik(why)) throw new Refusal('request.invalid', { path: 'why', problem: 'holdsNik' });
  await change(ctx, 'rosters.accept', async (tx) => {
    const found = await rosters.lockRoster(tx, rosterId);
    if (found?.state !== 'undoing') {
      const roster = accepted(tx, found);
      const own = await billsToCancel(tx, roster, cancelBills);
      const { area, partnerId } = roster;
      await rosters.setUndoing(
        tx,
        rosterId,
        why,
        own.flatMap(({ number }) => number ?? []),
      );
      await openProgress(tx, { subjectId: rosterId, task: undoRosterJob, area, partnerId });
      await queueJob(tx, undoRosterJob, rosterId);
    }
    await tx.record({
      action: 'rosters.undoRequested',
      subjectKind: 'roster',
      subjectId: rosterId,
      area: found?.area ?? 0,
      facts: { why },
    });
  });
}

/**
 * Takes back an accepted roster with its seats and the bills named for it, in one transaction, all or none. What stands in its way
 * meanwhile leaves it accepted, and its bills as they are.
 */
export const undoRoster: Job = {
  name: undoRosterJob,
  async run(ctx, rosterId) {
    const roster = await read(ctx, 'rosters.accept', (tx) => rosters.findRoster(tx, rosterId));
    if (roster?.state !== 'undoing') return;
    try {
      await match(ctx, 'rosters.accept', (tx) => moveProgress(tx, rosterId, 'undoing', 0, null));
      await change(ctx, 'rosters.accept', (tx) => undo(tx, rosterId));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await leaveAccepted(ctx, rosterId, { code: error.code, facts: error.facts });
    }
  },
  giveUp: (ctx, rosterId) => leaveAccepted(ctx, rosterId, { code: 'server.error', facts: {} }),
};

async function undo(tx: Tx, rosterId: string): Promise<void> {
  const roster = await rosters.lockRoster(tx, rosterId);
  if (roster?.state !== 'undoing') return;
  // Before anything of anybody is held: whoever records a death or merges records at this moment holds this first, too.
  await lockMerges(tx);
  const { agreementId, area, enrolled } = roster;
  const { why, bills } = await rosters.findUndoing(tx, rosterId);
  const own = await billsToCancel(tx, roster, bills);
  for (const { billId } of own) await cancel(tx, billId, why);
  const { ended, digest } =
    agreementId === null
      ? { ended: 0, digest: undefined }
      : await endAsNeverBegun(tx, { rosterId, agreementId });
  // Before people are: whoever only had a seat from it goes with it.
  const seats = await rosters.countSeats(tx, rosterId);
  await publish(tx, 'roster.undone', { rosterId });
  const people = await undoFromRoster(tx, rosterId);
  await rosters.setUndone(tx, rosterId);
  await moveProgress(tx, rosterId, 'undoing', enrolled, enrolled);
  await finishProgress(tx, rosterId, null);
  await tx.record({
    action: 'rosters.undone',
    subjectKind: 'roster',
    subjectId: rosterId,
    area,
    facts: { memberships: ended, ...people, seats, bills: own.flatMap(({ number }) => number ?? []) },
    ...(digest === undefined ? {} : { digest }),
  });
}

function leaveAccepted(ctx: Context, rosterId: string, problem: Parameters<typeof finishProgress>[2]) {
  return change(ctx, 'rosters.accept', async (tx) => {
    const roster = await rosters.lockRoster(tx, rosterId);
    if (roster?.state !== 'undoing') throw new Refusal('rosters.notAccepted');
    await rosters.setState(tx, rosterId, 'accepted');
    await finishProgress(tx, rosterId, problem);
    await tx.record({
      action: 'rosters.undoFailed',
      subjectKind: 'roster',
      subjectId: rosterId,
      area: roster.area,
      facts: { code: problem?.code ?? null },
    });
  });
}

/** The roster, accepted and with its whole area in scope: better nothing than a part that looks like the whole. */
function accepted(tx: Tx, roster: Roster | undefined): Roster {
  if (roster === undefined) throw new Refusal('rosters.notFound');
  if (roster.state !== 'accepted') throw new Refusal('rosters.notAccepted');
  if (!scopeHasArea(tx.scope, roster.area))
    throw new Refusal('auth.forbidden', { permission: tx.permission });
  return roster;
}

/**
 * The bills that are cancelled with the roster: of those named, the ones that stand, hold nobody else and on which nothing was paid.
 * Nobody bills the agreement until the transaction ends.
 *
 * @throws Refusal rosters.undoPaid, rosters.undoBilled, rosters.undoCovered when anything else stands in the way
 */
async function billsToCancel(tx: Tx, roster: Roster, named: readonly string[]): Promise<RosterBill[]> {
  const { bills, covered } = await obstaclesOf(tx, roster, { hold: true });
  const own = bills.filter(
    ({ number, others, payments }) =>
      number !== null && others === 0 && payments.length === 0 && named.includes(number),
  );
  refuse({ bills: bills.filter((bill) => !own.includes(bill)), covered });
  return own;
}

async function obstaclesOf(tx: Tx, { rosterId, agreementId }: Roster, { hold } = { hold: false }) {
  if (agreementId === null) return { bills: [], covered: 0 };
  const bills = await billsOfRoster(tx, { rosterId, agreementId, hold });
  return { bills, covered: await countCoveredOf(tx, { rosterId, agreementId }) };
}

function refuse({ bills, covered }: Pick<UndoPreview, 'bills' | 'covered'>): void {
  const paid = bills.find(({ payments }) => payments.length > 0);
  if (paid !== undefined) {
    throw new Refusal('rosters.undoPaid', { bill: paid.number ?? '–', payments: [...paid.payments] });
  }
  if (bills.length > 0) {
    throw new Refusal('rosters.undoBilled', { bills: bills.map(({ number }) => number ?? '–') });
  }
  if (covered > 0) throw new Refusal('rosters.undoCovered', { people: covered });
}
