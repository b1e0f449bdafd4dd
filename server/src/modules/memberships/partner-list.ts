import { addDays, addMonthsTo, type Day, type Month, monthIndex } from '@payung/kernel';
import { formatAreaCode } from '#areas';
import { type Group, getPartner, type Partner, type Segment } from '#partners';
import { type Context, read, readInBatches } from '#platform/context';
import type { TableStream } from '#platform/spreadsheet';
import type { LeavingReason } from './leaving.ts';
import { monthState } from './model.ts';
import * as store from './store-partner-list.ts';

/** paid: the month is paid · unpaid: not yet, or in arrears the law allows · lapsed: was paid once, and the law's patience is over. */
export const paymentStates = ['paid', 'unpaid', 'lapsed'] as const;
export type PaymentState = (typeof paymentStates)[number];

/** Somebody on the list of a partner in a month. */
export interface ListedMember {
  readonly personId: string;
  readonly membershipId: string;
  /** Null when the person has since moved to where the caller may not look. */
  readonly name: string | null;
  readonly birthDate: Day | null;
  readonly village: number;
  readonly villageName: string;
  readonly segment: Segment;
  readonly group: Group;
  readonly agreementNumber: string;
  readonly from: Day;
  /** First day that is no longer membership; null while it lasts. */
  readonly until: Day | null;
  readonly state: PaymentState;
  readonly paidThrough: Month | null;
}

export interface PartnerListWanted {
  readonly partnerId: string;
  readonly month: Month;
  readonly state?: PaymentState | undefined;
  /** Where the page before ended. */
  readonly after?: string | undefined;
}

/** Who is a member through a partner in a month. */
export interface PartnerList {
  readonly partner: Partner;
  readonly month: Month;
  readonly counts: Readonly<Record<PaymentState, number>>;
  readonly members: readonly ListedMember[];
  readonly next: string | null;
}

/**
 * The list of a partner in a month, by name, a hundred at a time, as far as the caller's scope shows it.
 *
 * @throws Refusal auth.forbidden, partners.notFound
 */
export function listPartnerMembers(ctx: Context, wanted: PartnerListWanted): Promise<PartnerList> {
  return read(ctx, 'members.list', async (tx) => {
    const partner = await getPartner(tx, wanted.partnerId);
    const query = { ...wanted, toleratedFrom: toleratedFrom(wanted.month) };
    return {
      partner,
      month: wanted.month,
      counts: await store.countMembers(tx, query),
      ...(await store.listMembers(tx, query, 100)),
    };
  });
}

/** The earliest last paid month after which `at` is still tolerated, as an index. */
function toleratedFrom(at: Month): number {
  const index = monthIndex(at);
  let first = index;
  for (let back = 1; back <= 24; back += 1) {
    if (monthState(at, [], addMonthsTo(at, -back)) !== 'tolerated') break;
    first = index - back;
  }
  return first;
}

/**
 * The whole list as a table, written as it is read; no number of anybody.
 *
 * @throws Refusal auth.forbidden, partners.notFound
 */
export async function partnerListTable(ctx: Context, wanted: PartnerListWanted): Promise<TableStream> {
  const { month } = wanted;
  const query = { ...wanted, after: undefined, toleratedFrom: toleratedFrom(month) };
  await read(ctx, 'members.list', (tx) => getPartner(tx, wanted.partnerId));
  return {
    name: `anggota-${month}`,
    header: [
      'month',
      'name',
      'birth_date',
      'village_code',
      'village',
      'segment',
      'group',
      'agreement',
      'from',
      'last_day',
      'state',
      'paid_through',
    ],
    rows: readInBatches(ctx, 'members.list', async function* (tx) {
      for await (const members of store.streamMembers(tx, query)) {
        yield members.map((one) => [
          month,
          one.name,
          one.birthDate,
          formatAreaCode(one.village),
          one.villageName,
          one.segment,
          one.group,
          one.agreementNumber,
          one.from,
          one.until === null ? null : addDays(one.until, -1),
          one.state,
          one.paidThrough,
        ]);
      }
    }),
  };
}

/** Somebody who came on, or left, the list of a partner. */
export interface ListChange {
  readonly kind: 'entered' | 'left';
  /** First day of membership, or its last. */
  readonly on: Day;
  readonly personId: string;
  readonly membershipId: string;
  readonly name: string | null;
  readonly village: number;
  readonly villageName: string;
  readonly group: Group;
  readonly agreementNumber: string;
  /** Of somebody who left; `agreement_ended` when the membership only ran out. Null for who entered. */
  readonly reason: LeavingReason | 'agreement_ended' | null;
  /** File of the roster that brought them in, or the remark on their leaving; null when there is neither. */
  readonly note: string | null;
  /** Account that recorded it; null when only the roster says so. */
  readonly recordedBy: string | null;
  /** True when the end was recorded by hand and can be taken back. */
  readonly undoable: boolean;
}

export interface ListChanges {
  readonly partner: Partner;
  readonly entered: number;
  readonly left: number;
  /** By day, at most 500; the export has them all. */
  readonly changes: readonly ListChange[];
}

export interface ChangesWanted {
  readonly partnerId: string;
  /** First and last day looked at, both included. */
  readonly from: Day;
  readonly to: Day;
}

/** More than one reads. */
const shownChanges = 500;

/**
 * Who entered and who left the list of a partner in a span of days, as far as the caller's scope shows it.
 *
 * @throws Refusal auth.forbidden, partners.notFound
 */
export function listPartnerChanges(ctx: Context, wanted: ChangesWanted): Promise<ListChanges> {
  return read(ctx, 'members.list', async (tx) => {
    const partner = await getPartner(tx, wanted.partnerId);
    return {
      partner,
      ...(await store.countChanges(tx, wanted)),
      changes: await store.listChanges(tx, wanted, shownChanges),
    };
  });
}

/** All of them as a table, written as it is read. @throws Refusal auth.forbidden, partners.notFound */
export async function partnerChangesTable(ctx: Context, wanted: ChangesWanted): Promise<TableStream> {
  await read(ctx, 'members.list', (tx) => getPartner(tx, wanted.partnerId));
  return {
    name: `masuk-keluar-${wanted.from}-${wanted.to}`,
    header: [
      'change',
      'day',
      'name',
      'village_code',
      'village',
      'group',
      'agreement',
      'reason',
      'note',
      'recorded_by',
    ],
    rows: readInBatches(ctx, 'members.list', async function* (tx) {
      for await (const changes of store.streamChanges(tx, wanted)) {
        yield changes.map((one) => [
          one.kind,
          one.on,
          one.name,
          formatAreaCode(one.village),
          one.villageName,
          one.group,
          one.agreementNumber,
          one.reason,
          one.note,
          one.recordedBy,
        ]);
      }
    }),
  };
}
