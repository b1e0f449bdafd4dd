import { addYears, type Day } from '@payung/kernel';
import { type Context, change, holds } from '#platform/context';
import { Refusal } from '#platform/refusal';
import * as store from '../store.ts';
import { findOtherCover, type OtherCover } from './other-cover.ts';
import { findEnrolment } from './replace.ts';

/** Somebody thought of for a seat. */
export interface Candidate {
  readonly personId: string;
  readonly office: string;
  /** First day in office, at most a year from today. */
  readonly from: Day;
  /** Who holds the seat now, when they are to be replaced and memberships with them. */
  readonly replaces?: string | undefined;
}

/**
 * What protects somebody already who is thought of for a seat: what `appoint` and `replaceHolder` would answer, before it is done.
 * It speaks of other areas too, so it is recorded who asked, and nobody walks through the years of somebody.
 *
 * @throws Refusal auth.forbidden, people.notFound, offices.notFound, offices.holdingNotFound when who is to be replaced holds no such
 *   seat, request.invalid for a day further than a year from today
 */
export function previewHolder(
  ctx: Context,
  { personId, office, from, replaces }: Candidate,
): Promise<OtherCover | null> {
  const enrols = replaces !== undefined && holds(ctx, 'rosters.accept');
  return change(ctx, enrols ? 'rosters.accept' : 'offices.manage', async (tx) => {
    const today = tx.platform.clock.today();
    refuseFarDay(from, today);
    const person = await store.findHolder(tx, personId);
    if (person === undefined) throw new Refusal('people.notFound');
    const isOffice = (await store.listOffices(tx)).some((one) => one.office === office);
    if (!isOffice) throw new Refusal('offices.notFound', { office });
    if (replaces !== undefined) {
      const held = await store.listHeld(tx, replaces, from > today ? from : today);
      if (!held.some((one) => one.office === office)) throw new Refusal('offices.holdingNotFound');
    }
    const enrolment = enrols
      ? await findEnrolment(tx, { personId: replaces, office }, { from, diedOn: null })
      : undefined;
    await tx.record({
      action: 'offices.coverAsked',
      subjectKind: 'person',
      subjectId: personId,
      area: person.area,
      facts: { office, from },
    });
    return findOtherCover(tx, personId, from, enrolment?.wanted);
  });
}

function refuseFarDay(from: Day, today: Day): void {
  const [least, most] = [addYears(today, -1), addYears(today, 1)];
  const invalid = { path: 'from', least, most };
  if (from < least) throw new Refusal('request.invalid', { ...invalid, problem: 'tooSmall' });
  if (from > most) throw new Refusal('request.invalid', { ...invalid, problem: 'tooBig' });
}
