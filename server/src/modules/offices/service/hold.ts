import { addDays, type Day } from '@payung/kernel';
import { addDeath, holdForDeath } from '#people';
import { type Context, change, type Tx } from '#platform/context';
import { newId } from '#platform/ids';
import { holdsNik } from '#platform/log';
import { type Facts, Refusal } from '#platform/refusal';
import { type EndReason, freeSeat } from '../model.ts';
import * as store from '../store.ts';
import { findOtherCover, type OtherCover } from './other-cover.ts';
import { officeIn } from './seats.ts';

/** How somebody comes into a seat. */
export interface Appointment {
  readonly personId: string;
  readonly label: string | null;
  readonly decreeNumber: string | null;
  readonly decreeDay: Day | null;
  /** First day in office. */
  readonly from: Day;
  /** Last day of the term by the decree; null when it names none. */
  readonly termTo: Day | null;
}

/** A holding that began. */
export interface Appointed {
  readonly holdingId: string;
  /** What protects its holder already; null for nothing. An appointment enrols nobody: who does should know. */
  readonly elsewhere: OtherCover | null;
}

/**
 * Puts a known person into a free seat of a village body.
 *
 * @throws Refusal auth.forbidden, areas.*, offices.notFound, offices.notInThisVillage, people.notFound, offices.holderDead,
 *   offices.heldAlready, offices.noVacantSeat, request.invalid
 */
export function appoint(
  ctx: Context,
  village: number,
  office: string,
  appointment: Appointment,
): Promise<Appointed> {
  return change(ctx, 'offices.manage', async (tx) => {
    const holdingId = await seat(tx, village, office, appointment);
    await tx.record({
      action: 'offices.appointed',
      subjectKind: 'person',
      subjectId: appointment.personId,
      area: village,
      facts: factsOf(office, holdingId, appointment),
    });
    return { holdingId, elsewhere: await findOtherCover(tx, appointment.personId, appointment.from) };
  });
}

/** What an appointment leaves in the log. */
export function factsOf(
  office: string,
  holdingId: string,
  { from, termTo, decreeNumber }: Appointment,
): Facts {
  return { office, holding: holdingId, from, termTo, decree: decreeNumber };
}

/**
 * The same inside the caller's transaction, into a given seat where one is freed at the same moment.
 */
export async function seat(
  tx: Tx,
  village: number,
  name: string,
  appointment: Appointment,
  into?: { readonly seat: number },
  rosterId: string | null = null,
): Promise<string> {
  const { label, from, termTo, personId } = appointment;
  for (const text of [label, appointment.decreeNumber]) {
    if (text !== null && holdsNik(text))
      throw new Refusal('request.invalid', { path: 'label', problem: 'holdsNik' });
  }
  if (termTo !== null && termTo < from) {
    throw new Refusal('request.invalid', { path: 'termTo', problem: 'before', day: from });
  }
  const { office } = await officeIn(tx, village, name);
  const person = await store.findHolder(tx, personId);
  if (person === undefined) throw new Refusal('people.notFound');
  if (person.diedOn !== null) throw new Refusal('offices.holderDead', { day: person.diedOn });
  const held = await store.listHeld(tx, personId, from);
  if (held.some((one) => one.village === village && one.office === name)) {
    throw new Refusal('offices.heldAlready', { office: office.nameId });
  }
  const seats = (await store.findSeats(tx, village, name, from)) ?? office.seats;
  const taken = await store.lockTaken(tx, village, name, from);
  const free = into?.seat ?? freeSeat(taken, seats);
  if (free === undefined) {
    throw new Refusal('offices.noVacantSeat', { seats: seats ?? 0, office: office.nameId });
  }
  const holdingId = newId();
  await store.insertHolding(tx, {
    holdingId,
    personId,
    village,
    office: name,
    seat: free,
    label,
    decreeNumber: appointment.decreeNumber,
    decreeDay: appointment.decreeDay,
    from,
    termUntil: termTo === null ? null : addDays(termTo, 1),
    rosterId,
  });
  return holdingId;
}

/** Names one holding. */
export interface HoldingKey {
  readonly personId: string;
  readonly holdingId: string;
}

/**
 * Ends a holding after its last day; the seat is vacant from then on. The membership of the holder is not touched: that is a
 * replacement, or a leaving. Of a holder who died, the last day is the day of death, reported by the village: whatever else they
 * hold, and their memberships, end too.
 *
 * @throws Refusal auth.forbidden, offices.holdingNotFound, offices.endedAlready, offices.lastDayBeforeFirst, people.deathAhead,
 *   people.deathBeforeBirth, people.diedAlready
 */
export async function vacate(ctx: Context, key: HoldingKey, lastDay: Day, reason: EndReason): Promise<void> {
  await change(ctx, 'offices.manage', async (tx) => {
    const holding = await endedBy(tx, key, addDays(lastDay, 1), reason);
    await tx.record({
      action: 'offices.vacated',
      subjectKind: 'person',
      subjectId: holding.personId,
      area: holding.village,
      facts: { office: holding.office, holding: holding.holdingId, lastDay, reason },
    });
  });
}

/**
 * Ends a holding before the day `until`, inside the caller's transaction; returns it as it was. `onEnded` is the refusal of one
 * whose end is recorded already. Whoever died and lives outside the scope only leaves the seat: a death is recorded by who sees the
 * person and may record it.
 */
export async function endedBy(
  tx: Tx,
  key: HoldingKey,
  until: Day,
  reason: EndReason,
  onEnded: 'offices.endedAlready' | 'offices.nobodyToReplace' = 'offices.endedAlready',
): Promise<store.StandingHolding> {
  await holdForDeath(tx, [key.personId], reason === 'died');
  const holding = await store.lockHolding(tx, key.personId, key.holdingId);
  if (holding === undefined) throw new Refusal('offices.holdingNotFound');
  if (holding.until !== null) throw new Refusal(onEnded, { lastDay: addDays(holding.until, -1) });
  if (until <= holding.from) throw new Refusal('offices.lastDayBeforeFirst', { from: holding.from });
  const { personId } = holding;
  const death = {
    personId,
    diedOn: addDays(until, -1),
    evidence: 'partner_report',
    reference: null,
    note: null,
  } as const;
  const recorded = reason === 'died' ? await addDeath(tx, death, null) : undefined;
  if (recorded === undefined) await store.endHolding(tx, holding, until, reason);
  return holding;
}
