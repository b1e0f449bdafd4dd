import { addDays, type Day, lastDay, monthOf } from '@payung/kernel';
import { endMemberships, openNamed } from '#memberships';
import { getAgreement } from '#partners';
import { letPartnerSee } from '#people';
import { type Context, change, holds, match, type Tx } from '#platform/context';
import { Refusal } from '#platform/refusal';
import type { EndReason } from '../model.ts';
import * as store from '../store.ts';
import { type Appointment, endedBy, factsOf, type HoldingKey, seat } from './hold.ts';

/** What becomes of the memberships when a seat changes hands, or why nothing does. */
export type MembershipChange =
  | 'changed'
  /** Asked not to. */
  | 'notWanted'
  /** The caller may not enrol: a registration officer has to. */
  | 'notAllowed'
  /** Who left is no member by this body, so there is no agreement to take over. */
  | 'noAgreement'
  /** Who left holds another seat of the same group and stays a member; who came was enrolled. */
  | 'otherSeat'
  /** Who came is a member through the partner already; who left was ended. */
  | 'memberAlready';

export interface Replaced {
  readonly holdingId: string;
  readonly memberships: MembershipChange;
  /** Last day of the membership of who left; null when none was ended. */
  readonly oldUntil: Day | null;
  /** First day of the membership of who came; null when none was opened. */
  readonly newFrom: Day | null;
}

/**
 * Changes the holder of a seat in one act: the old holding ends the day before the new one begins. Under an agreement of the body
 * the membership of who left ends with that month and the one of who came begins with the next, so that a seat is paid once.
 *
 * Of a holder who died, seat and membership end with the day of death, which is recorded.
 *
 * @param input.enrol false leaves memberships alone
 * @param input.diedOn day of death of who left; null when they live
 * @throws Refusal auth.forbidden, offices.holdingNotFound, offices.nobodyToReplace, offices.lastDayBeforeFirst, offices.withoutNik,
 *   offices.leavingRecorded when somebody recorded a later end of the membership of who left; offices.dayOfDeath when the reason asks for one before the new holding, those of `vacate` and `appoint`
 */
export async function replaceHolder(
  ctx: Context,
  key: HoldingKey,
  input: Appointment & { readonly reason: EndReason; readonly diedOn: Day | null; readonly enrol: boolean },
): Promise<Replaced> {
  const { reason, diedOn } = input;
  if ((reason === 'died') !== (diedOn !== null) || (diedOn !== null && diedOn >= input.from)) {
    throw new Refusal('offices.dayOfDeath');
  }
  const enrols = input.enrol && holds(ctx, 'rosters.accept');
  const permission = enrols ? 'rosters.accept' : 'offices.manage';
  const disputed = enrols && (await match(ctx, permission, (tx) => store.isDisputed(tx, input.personId)));
  return change(ctx, permission, async (tx) => {
    const until = diedOn === null ? input.from : addDays(diedOn, 1);
    const old = await endedBy(tx, key, until, reason, 'offices.nobodyToReplace');
    const holdingId = await seat(
      tx,
      old.village,
      old.office,
      { ...input, label: input.label ?? old.label },
      { seat: old.seat },
    );
    const outcome = enrols
      ? await changeMemberships(tx, old, input, disputed)
      : ({ memberships: input.enrol ? 'notAllowed' : 'notWanted', oldUntil: null, newFrom: null } as const);
    await tx.record({
      action: 'offices.replaced',
      subjectKind: 'person',
      subjectId: input.personId,
      area: old.village,
      facts: {
        ...factsOf(old.office, holdingId, input),
        before: old.holdingId,
        reason,
        memberships: outcome.memberships,
      },
    });
    return { holdingId, ...outcome };
  });
}

async function changeMemberships(
  tx: Tx,
  old: store.StandingHolding,
  { personId, from, diedOn }: Appointment & { readonly diedOn: Day | null },
  disputed: boolean,
): Promise<Omit<Replaced, 'holdingId'>> {
  const offices = await store.listOffices(tx);
  const groupOf = (name: string) => offices.find(({ office }) => office === name)?.group;
  const group = groupOf(old.office) ?? 'other';
  const lastInOffice = addDays(from, -1);
  const left = await store.findMembership(tx, old.personId, group, diedOn ?? lastInOffice);
  if (left === undefined) return { memberships: 'noAgreement', oldUntil: null, newFrom: null };
  const person = await store.findHolder(tx, personId);
  if (person === undefined) throw new Refusal('people.notFound');
  if (!person.numbered || disputed) throw new Refusal('offices.withoutNik');

  const monthEnd = lastDay(monthOf(lastInOffice));
  const next = addDays(monthEnd, 1);
  const agreement = await getAgreement(tx, left.agreementId);
  if (agreement.until !== null && agreement.until <= next) {
    return { memberships: 'noAgreement', oldUntil: null, newFrom: null };
  }
  const stays =
    diedOn === null &&
    (await store.listHeld(tx, old.personId, from)).some(({ office }) => groupOf(office) === group);
  const last = diedOn ?? monthEnd;
  const ends = !stays && (left.until === null || left.until > addDays(last, 1));
  if (ends && left.ended && left.until !== null) {
    throw new Refusal('offices.leavingRecorded', { lastDay: addDays(left.until, -1) });
  }
  if (ends) {
    const why = diedOn === null ? 'replaced' : 'died';
    await endMemberships(tx, { members: [left], lastDay: last, reason: why, note: null, listId: null });
  }
  const { opened } = await openNamed(
    tx,
    {
      decreeId: null,
      agreementId: agreement.agreementId,
      partnerId: agreement.partnerId,
      segment: agreement.segment,
      group: agreement.group,
      sector: agreement.sector,
      programmes: agreement.programmes,
      fundId: agreement.fund.fundId,
      income: agreement.income,
      from: next,
      until: agreement.until,
    },
    [{ personId, area: person.area }],
  );
  await letPartnerSee(tx, opened, agreement.partnerId);
  return {
    memberships: opened.length === 0 ? 'memberAlready' : stays ? 'otherSeat' : 'changed',
    oldUntil: ends || diedOn !== null ? last : null,
    newFrom: opened.length === 0 ? null : next,
  };
}
