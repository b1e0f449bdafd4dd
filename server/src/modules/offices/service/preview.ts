import type { Day } from '@payung/kernel';
import { type Context, holds, read } from '#platform/context';
import { Refusal } from '#platform/refusal';
import * as store from '../store.ts';
import { findOtherCover, type OtherCover } from './other-cover.ts';
import { findEnrolment } from './replace.ts';

/** Somebody thought of for a seat. */
export interface Candidate {
  readonly personId: string;
  readonly office: string;
  /** First day in office. */
  readonly from: Day;
  /** Who holds the seat now, when they are to be replaced and memberships with them. */
  readonly replaces?: string | undefined;
}

/**
 * What protects somebody already who is thought of for a seat: what `appoint` and `replaceHolder` would answer, before it is done.
 *
 * @throws Refusal auth.forbidden, people.notFound
 */
export function previewHolder(
  ctx: Context,
  { personId, office, from, replaces }: Candidate,
): Promise<OtherCover | null> {
  const enrols = replaces !== undefined && holds(ctx, 'rosters.accept');
  return read(ctx, enrols ? 'rosters.accept' : 'offices.manage', async (tx) => {
    if (!(await store.isShown(tx, personId))) throw new Refusal('people.notFound');
    const enrolment = enrols
      ? await findEnrolment(tx, { personId: replaces, office }, { from, diedOn: null })
      : undefined;
    return findOtherCover(tx, personId, from, enrolment?.wanted);
  });
}
