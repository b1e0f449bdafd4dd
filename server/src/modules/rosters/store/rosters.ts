import { type Day, day } from '@payung/kernel';
import { sql } from 'kysely';
import type { Tx } from '#platform/context';
import type { Facts } from '#platform/refusal';
import type { Census, Counts, Policy, Purpose, Roster, RosterState, Taking } from '../model.ts';

function rosters(tx: Tx) {
  return tx.db
    .selectFrom('roster')
    .innerJoin('partner', 'partner.partner_id', 'roster.partner_id')
    .innerJoin('area', 'area.code', 'roster.area')
    .selectAll('roster')
    .select(['partner.name as partner_name', 'area.name as area_name']);
}

type RosterRecord = Awaited<ReturnType<ReturnType<typeof rosters>['execute']>>[number];

function rosterOf(row: RosterRecord): Roster {
  return {
    rosterId: row.roster_id,
    purpose: row.purpose as Purpose,
    agreementId: row.agreement_id,
    partnerId: row.partner_id,
    partnerName: row.partner_name,
    area: row.area,
    areaName: row.area_name,
    fileId: row.file_id,
    fileName: row.file_name,
    startsOn: day(row.starts_on),
    policy: row.policy as Policy,
    sameFrom: row.same_from,
    newBelow: row.new_below,
    state: row.state as RosterState,
    problem: row.problem as Roster['problem'],
    columns: row.columns,
    counts: {
      rowsIn: row.rows_in,
      new: row.new_rows,
      known: row.known_rows,
      doubtful: row.doubtful_rows,
      refused: row.refused_rows,
      ignored: row.ignored_rows,
    },
    enrolled: row.enrolled,
    recorded: row.recorded,
    listed: row.listed,
    census: row.census as Census,
    example: row.example,
    madeBy: row.made_by,
    recordedAt: row.recorded_at,
    checkedAt: row.checked_at,
    acceptedAt: row.accepted_at,
    undone:
      row.undone_by === null || row.undone_at === null
        ? null
        : { by: row.undone_by, at: row.undone_at, why: row.undone_why ?? '' },
  };
}

/** Rosters in scope, newest first. */
export async function listRosters(tx: Tx): Promise<Roster[]> {
  return (await rosters(tx).orderBy('roster.roster_id', 'desc').limit(200).execute()).map(rosterOf);
}

/** The roster; undefined when the scope does not show it. */
export async function findRoster(tx: Tx, rosterId: string): Promise<Roster | undefined> {
  const row = await rosters(tx).where('roster.roster_id', '=', rosterId).executeTakeFirst();
  return row === undefined ? undefined : rosterOf(row);
}

/** The roster, locked until the transaction ends; undefined when the scope does not show it. */
export async function lockRoster(tx: Tx, rosterId: string): Promise<Roster | undefined> {
  const row = await rosters(tx)
    .where('roster.roster_id', '=', rosterId)
    .forUpdate('roster')
    .executeTakeFirst();
  return row === undefined ? undefined : rosterOf(row);
}

/** What a file was sent for: an agreement, or the records of a partner's people in an area. */
export type SentFor =
  | { readonly agreementId: string }
  | { readonly agreementId?: undefined; readonly partnerId: string; readonly area: number };

/** The roster, not undone nor given up, that brought this very file for the same before; undefined when none did. */
export async function findSameFile(tx: Tx, sentFor: SentFor, digest: string, startsOn: Day) {
  const same = tx.db
    .selectFrom('roster')
    .select('roster_id')
    .where('digest', '=', digest)
    .where('starts_on', '=', startsOn)
    .where('state', '<>', 'undone')
    .where('expired_at', 'is', null);
  const query =
    sentFor.agreementId === undefined
      ? same
          .where('purpose', '=', 'record')
          .where('partner_id', '=', sentFor.partnerId)
          .where('area', '=', sentFor.area)
      : same.where('agreement_id', '=', sentFor.agreementId);
  return query.executeTakeFirst();
}

interface NewRoster {
  readonly rosterId: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly digest: string;
  readonly size: number;
  readonly purpose: Purpose;
  readonly agreementId: string | null;
  readonly partnerId: string;
  readonly area: number;
  readonly startsOn: Day;
  readonly policy: Policy;
  readonly sameFrom: number | null;
  readonly newBelow: number | null;
  readonly example: boolean;
}

export async function insertRoster(tx: Tx, roster: NewRoster): Promise<void> {
  await tx.db
    .insertInto('stored_file')
    .values({
      file_id: roster.fileId,
      name: roster.fileName,
      digest: roster.digest,
      size: roster.size,
      area: roster.area,
      partner_id: roster.partnerId,
      made_by: tx.actor.id,
    })
    .execute();
  await tx.db
    .insertInto('roster')
    .values({
      roster_id: roster.rosterId,
      partner_id: roster.partnerId,
      purpose: roster.purpose,
      agreement_id: roster.agreementId,
      area: roster.area,
      file_id: roster.fileId,
      file_name: roster.fileName,
      digest: roster.digest,
      starts_on: roster.startsOn,
      policy: roster.policy,
      same_from: roster.sameFrom,
      new_below: roster.newBelow,
      state: 'received',
      example: roster.example,
      made_by: tx.actor.id,
    })
    .execute();
}

export async function setState(tx: Tx, rosterId: string, state: RosterState): Promise<void> {
  await tx.db.updateTable('roster').set({ state }).where('roster_id', '=', rosterId).execute();
}

/** Keeps what the check found. */
export async function setChecked(
  tx: Tx,
  rosterId: string,
  counts: Counts,
  takes: Taking,
  census: Census,
  columns: unknown,
): Promise<void> {
  await tx.db
    .updateTable('roster')
    .set({
      state: 'checked',
      problem: null,
      columns: JSON.stringify(columns),
      rows_in: counts.rowsIn,
      new_rows: counts.new,
      known_rows: counts.known,
      doubtful_rows: counts.doubtful,
      refused_rows: counts.refused,
      ignored_rows: counts.ignored,
      ...takes,
      census: JSON.stringify(census),
      checked_at: sql`now()`,
    })
    .where('roster_id', '=', rosterId)
    .execute();
}

/** Keeps why the file could not be read. */
export async function setFailed(
  tx: Tx,
  rosterId: string,
  problem: { code: string; facts: Facts },
): Promise<void> {
  await tx.db
    .updateTable('roster')
    .set({ state: 'failed', problem: JSON.stringify(problem), checked_at: sql`now()` })
    .where('roster_id', '=', rosterId)
    .execute();
}

export async function setAccepted(tx: Tx, rosterId: string, enrolled: number): Promise<void> {
  await tx.db
    .updateTable('roster')
    .set({ state: 'accepted', enrolled, accepted_by: tx.actor.id, accepted_at: sql`now()` })
    .where('roster_id', '=', rosterId)
    .execute();
}

/** Nobody of a checked roster is left to be enrolled. */
export async function setEmptied(tx: Tx, rosterId: string): Promise<void> {
  await tx.db
    .updateTable('roster')
    .set({ state: 'checked', enrolled: 0 })
    .where('roster_id', '=', rosterId)
    .execute();
}

/** Keeps why an accepted roster is being undone, and the numbers of the bills that are cancelled with it. */
export async function setUndoing(
  tx: Tx,
  rosterId: string,
  why: string,
  bills: readonly string[],
): Promise<void> {
  await tx.db
    .updateTable('roster')
    .set({ state: 'undoing', undone_why: why, undo_bills: [...bills] })
    .where('roster_id', '=', rosterId)
    .execute();
}

/** Why a roster is being undone, and the numbers of the bills that are cancelled with it. */
export async function findUndoing(
  tx: Tx,
  rosterId: string,
): Promise<{ readonly why: string; readonly bills: readonly string[] }> {
  const row = await tx.db
    .selectFrom('roster')
    .select(['undone_why', 'undo_bills'])
    .where('roster_id', '=', rosterId)
    .executeTakeFirst();
  return { why: row?.undone_why ?? '', bills: row?.undo_bills ?? [] };
}

/** How many seats of village bodies the roster gave of which nothing else speaks. */
export async function countSeats(tx: Tx, rosterId: string): Promise<number> {
  const { rows } = await sql<{ seats: number }>`
    select count(*)::integer as seats from seats_of_roster(${rosterId}::uuid)`.execute(tx.db);
  return rows[0]?.seats ?? 0;
}

export async function setUndone(tx: Tx, rosterId: string): Promise<void> {
  await tx.db
    .updateTable('roster')
    .set({ state: 'undone', undone_by: tx.actor.id, undone_at: sql`now()` })
    .where('roster_id', '=', rosterId)
    .execute();
}
