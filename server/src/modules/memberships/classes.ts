import type { Month } from '@payung/kernel';
import { formatAreaCode } from '#areas';
import type { Group, PartnerKind, Segment } from '#partners';
import { subtree } from '#platform/access';
import { type Context, read, type Tx } from '#platform/context';
import type { TableFile } from '#platform/spreadsheet';
import * as store from './store-classes.ts';

/** The members of one partner in one segment and group. */
export interface ClassCount {
  readonly partnerId: string;
  readonly partnerName: string;
  readonly kind: PartnerKind;
  /** Seat of the partner. */
  readonly area: number;
  readonly areaName: string;
  readonly segment: Segment;
  readonly group: Group;
  /** People with a membership in the month, each once in the cell. */
  readonly members: number;
  /** Of these: whose month is paid. */
  readonly paid: number;
}

export interface ClassesWanted {
  readonly month: Month;
  /** Where the members live, an area of any level; the caller's whole scope when left out. */
  readonly area?: number | undefined;
}

/**
 * How the members agreed here are classified in a month: by partner, segment and group, as far as the caller's scope shows them.
 * Partners without a member are left out.
 *
 * @throws Refusal auth.forbidden
 */
export function countClasses(ctx: Context, wanted: ClassesWanted): Promise<ClassCount[]> {
  return read(ctx, 'members.list', (tx) => classesIn(tx, wanted));
}

function classesIn(tx: Tx, { month, area }: ClassesWanted): Promise<ClassCount[]> {
  return store.countClasses(tx, month, area === undefined ? [0, 10_000_000_000] : subtree(area));
}

/** The same as a table. @throws Refusal auth.forbidden */
export function classesTable(ctx: Context, wanted: ClassesWanted): Promise<TableFile> {
  return read(ctx, 'members.list', async (tx) => ({
    name: `segmen-kelompok-${wanted.month}`,
    header: ['month', 'partner', 'kind', 'seat_code', 'seat', 'segment', 'group', 'members', 'paid'],
    rows: (await classesIn(tx, wanted)).map((one) => [
      wanted.month,
      one.partnerName,
      one.kind,
      formatAreaCode(one.area),
      one.areaName,
      one.segment,
      one.group,
      one.members,
      one.paid,
    ]),
  }));
}
