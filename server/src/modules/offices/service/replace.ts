import { addDays, type Day } from '@payung/kernel';
import { endMemberships, openNamed, type WantedMembership, wantedUnder } from '#memberships';
import { type Agreement, getAgreement, takesMembers } from '#partners';
import { letPartnerSee } from '#people';
import { type Context, change, holds, match, type Tx } from '#platform/context';
import { Refusal } from '#platform/refusal';
import { type EndReason, enrolledFrom } from '../model.ts';
import * as store from '../store.ts';
import { type Appointment, endedBy, factsOf, type HoldingKey, seat } from './hold.ts';
import { findOtherCover, type OtherCover } from './other-cover.ts';

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
  | 'memberAlready'
  /** Another fund protects who came already, and nobody is paid for twice; who left was ended, unless by another seat a member. */
  | 'paidElsewhere';

export interface Replaced {
  readonly holdingId: string;
  readonly memberships: MembershipChange;
  /** Last day of the membership of who left; null when none was ended. */
  readonly oldUntil: Day | null;
  /** First day of the membership of who came; null when none was opened. */
  readonly newFrom: Day | null;
  /** What protects who came already, beside the agreement of the body; null for nothing. */
  readonly elsewhere: OtherCover | null;
}

/**
 * Changes the holder of a seat in one act: the old holding ends the day before the new one begins. Under an agreement of the body
 * the membership of who left ends with that month and the one of who came begins with the next, so that a seat is paid once.
 * Nor is a person paid for twice: whom another fund protects in that month is not enrolled. Another employer is lawful.
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
    const enrolment = enrols ? await findEnrolment(tx, old, input) : undefined;
    const elsewhere = await findOtherCover(tx, input.personId, input.from, enrolment?.wanted);
    const outcome =
      enrolment === undefined
        ? unchanged(enrols ? 'noAgreement' : input.enrol ? 'notAllowed' : 'notWanted')
        : await changeMemberships(tx, old, input, enrolment, { disputed, paid: elsewhere?.by === 'fund' });
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
    return { holdingId, ...outcome, elsewhere };
  });
}

type Outcome = Omit<Replaced, 'holdingId' | 'elsewhere'>;

const unchanged = (memberships: MembershipChange): Outcome => ({
  memberships,
  oldUntil: null,
  newFrom: null,
});

/** Where whoever comes into a seat would become a member: as who left it is one. */
interface SeatEnrolment {
  readonly group: string;
  readonly left: store.HeldMembership;
  readonly agreement: Agreement;
  readonly wanted: WantedMembership;
  readonly next: Day;
}

/** The agreement of the body that who comes into the seat takes over; undefined when who leaves is no member by it, or it is over by then. */
export async function findEnrolment(
  tx: Tx,
  old: Pick<store.StandingHolding, 'personId' | 'office'>,
  { from, diedOn }: { readonly from: Day; readonly diedOn: Day | null },
): Promise<SeatEnrolment | undefined> {
  const group = (await groups(tx))(old.office) ?? 'other';
  const left = await store.findMembership(tx, old.personId, group, diedOn ?? addDays(from, -1));
  if (left === undefined) return undefined;
  const agreement = await getAgreement(tx, left.agreementId);
  const next = enrolledFrom(from);
  return takesMembers(agreement, next)
    ? { group, left, agreement, wanted: wantedUnder(agreement), next }
    : undefined;
}

async function groups(tx: Tx): Promise<(name: string) => string | undefined> {
  const offices = await store.listOffices(tx);
  return (name) => offices.find(({ office }) => office === name)?.group;
}

async function changeMemberships(
  tx: Tx,
  old: store.StandingHolding,
  { personId, from, diedOn }: Appointment & { readonly diedOn: Day | null },
  { group, left, agreement, next }: SeatEnrolment,
  { disputed, paid }: { readonly disputed: boolean; readonly paid: boolean },
): Promise<Outcome> {
  const person = await store.findHolder(tx, personId);
  if (person === undefined) throw new Refusal('people.notFound');
  if (!paid && (!person.numbered || disputed)) throw new Refusal('offices.withoutNik');

  const groupOf = await groups(tx);
  const stays =
    diedOn === null &&
    (await store.listHeld(tx, old.personId, from)).some(({ office }) => groupOf(office) === group);
  const last = diedOn ?? addDays(next, -1);
  const ends = !stays && (left.until === null || left.until > addDays(last, 1));
  if (ends && left.ended && left.until !== null) {
    throw new Refusal('offices.leavingRecorded', { lastDay: addDays(left.until, -1) });
  }
  if (ends) {
    const why = diedOn === null ? 'replaced' : 'died';
    await endMemberships(tx, { members: [left], lastDay: last, reason: why, note: null, listId: null });
  }
  const oldUntil = ends || diedOn !== null ? last : null;
  if (paid) return { memberships: 'paidElsewhere', oldUntil, newFrom: null };
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
    oldUntil,
    newFrom: opened.length === 0 ? null : next,
  };
}
