import type { Day } from '@payung/kernel';
import { type Group, getPartner } from '#partners';
import { type Context, change, read } from '#platform/context';
import { newId } from '#platform/ids';
import { holdsNik } from '#platform/log';
import { Refusal } from '#platform/refusal';
import type { MembershipKey } from './leaving.ts';
import * as store from './store-complete-list.ts';

/** A roster of which the partner says that it names everybody. */
export interface CompleteList {
  readonly listId: string;
  readonly rosterId: string;
  readonly fileName: string;
  readonly agreementNumber: string;
  /** The day on which it was complete. */
  readonly asOf: Day;
  /** Rows in which nobody could be recognised for sure: somebody missing may be one of them. */
  readonly unrecognised: number;
}

/** A member who is missing on it. */
export interface Missing extends MembershipKey {
  readonly listId: string;
  /** Null when the person has since moved to where the caller may not look. */
  readonly name: string | null;
  readonly birthDate: Day | null;
  readonly village: number;
  readonly villageName: string;
  readonly group: Group;
  readonly from: Day;
  /** A row of the list that was refused or is in doubt, and has the same name; null when there is none. */
  readonly likeRow: number | null;
}

export interface PresumedLeavers {
  /** The latest complete list of each agreement and area. */
  readonly lists: readonly CompleteList[];
  /** Who is missing and of whom nobody has said yet whether they left; by name, at most 500. */
  readonly missing: readonly Missing[];
  readonly total: number;
}

/** More than one decides at a sitting. */
const shownMissing = 500;

/**
 * Records that a checked roster names all members of its agreement in its area. A second time it changes nothing.
 *
 * @throws Refusal auth.forbidden, rosters.notFound, rosters.notChecked, memberships.listWithoutAgreement
 */
export function stateComplete(ctx: Context, rosterId: string): Promise<string> {
  return change(ctx, 'members.end', async (tx) => {
    const roster = await store.findRoster(tx, rosterId);
    if (roster === undefined) throw new Refusal('rosters.notFound');
    if (!['checked', 'accepting', 'accepted'].includes(roster.state)) throw new Refusal('rosters.notChecked');
    if (roster.agreementId === null) throw new Refusal('memberships.listWithoutAgreement');
    const listId = await store.keepList(tx, {
      ...roster,
      agreementId: roster.agreementId,
      rosterId,
      listId: newId(),
    });
    await tx.record({
      action: 'memberships.listComplete',
      subjectKind: 'roster',
      subjectId: rosterId,
      area: roster.area,
      facts: { list: listId, asOf: roster.asOf },
    });
    return listId;
  });
}

/** Takes back that a list is complete: nobody is asked about who is missing on it. @throws Refusal auth.forbidden, memberships.listNotFound */
export async function withdrawComplete(ctx: Context, listId: string): Promise<void> {
  await change(ctx, 'members.end', async (tx) => {
    const list = await store.withdrawList(tx, listId);
    if (list === undefined) throw new Refusal('memberships.listNotFound');
    await tx.record({
      action: 'memberships.listWithdrawn',
      subjectKind: 'roster',
      subjectId: list.rosterId,
      area: list.area,
      facts: { list: listId },
    });
  });
}

/**
 * Who is a member through the partner and missing on its latest complete list. Nobody leaves by this: a person confirms it
 * (`recordLeavers`) or says that they stay (`recordStays`).
 *
 * @throws Refusal auth.forbidden, partners.notFound
 */
export function listPresumedLeavers(ctx: Context, partnerId: string): Promise<PresumedLeavers> {
  return read(ctx, 'members.list', async (tx) => {
    await getPartner(tx, partnerId);
    const today = tx.platform.clock.today();
    return {
      lists: await store.listStandingLists(tx, partnerId),
      missing: await store.listMissing(tx, partnerId, today, shownMissing),
      total: await store.countMissing(tx, partnerId, today),
    };
  });
}

/**
 * Records that members missing on a complete list are members all the same.
 *
 * @throws Refusal auth.forbidden, memberships.listNotFound, memberships.notFound, request.invalid when the note holds a NIK
 */
export async function recordStays(
  ctx: Context,
  listId: string,
  members: readonly MembershipKey[],
  note: string | null,
): Promise<void> {
  if (note !== null && holdsNik(note))
    throw new Refusal('request.invalid', { path: 'note', problem: 'holdsNik' });
  await change(ctx, 'members.end', async (tx) => {
    const list = await store.findList(tx, listId);
    if (list === undefined) throw new Refusal('memberships.listNotFound');
    const kept = await store.insertStays(tx, listId, members, note);
    if (kept !== members.length) throw new Refusal('memberships.notFound');
    await tx.record({
      action: 'memberships.stayed',
      subjectKind: 'roster',
      subjectId: list.rosterId,
      area: list.area,
      facts: { list: listId, memberships: members.slice(0, 100).map((one) => one.membershipId) },
    });
  });
}
