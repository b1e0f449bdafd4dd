import type { Day, Month } from '@payung/kernel';
import { type Context, read } from '#platform/context';
import { Refusal } from '#platform/refusal';
import type { TableFile } from '#platform/spreadsheet';
import * as store from './store-deaths.ts';

/** What an unpaid bill still asks for months after a death. */
export interface BilledAfterDeath {
  /** Null when the bill itself is outside the scope. */
  readonly number: string | null;
  readonly partnerName: string;
  readonly months: number;
  /** Whole rupiah. */
  readonly amount: number;
}

/** Months after a death that were paid, and stay so. */
export interface PaidAfterDeath {
  readonly partnerName: string;
  readonly months: number;
  readonly through: Month;
}

/** What was asked or paid for months after that of a death, by the memberships the scope shows. */
export interface AfterDeath {
  readonly diedOn: Day;
  /** Bills that should be looked at: nothing is taken off them by a death. */
  readonly openBills: readonly BilledAfterDeath[];
  readonly paid: readonly PaidAfterDeath[];
}

/** Months billed or paid beyond somebody's death. @throws Refusal auth.forbidden, people.notFound, people.notDead */
export function monthsAfterDeath(ctx: Context, personId: string): Promise<AfterDeath> {
  return read(ctx, 'deaths.record', async (tx) => {
    const diedOn = await store.findDayOfDeath(tx, personId);
    if (diedOn === undefined) throw new Refusal('people.notFound');
    if (diedOn === null) throw new Refusal('people.notDead');
    return {
      diedOn,
      openBills: await store.listBilledAfter(tx, personId, diedOn),
      paid: await store.listPaidAfter(tx, personId, diedOn),
    };
  });
}

/** Somebody of whom a partner said that they died, which nobody recorded yet. */
export interface ToldDeath {
  readonly personId: string;
  readonly name: string;
  readonly areaName: string;
  /** Last day of membership, which the partner says was the day of death. */
  readonly lastDay: Day;
  readonly partnerName: string;
  readonly note: string | null;
  readonly by: string;
  readonly at: string;
}

/** More than one reads. */
const shownDeaths = 200;

/** Deaths that partners told and nobody recorded yet, of people in scope, the oldest first, at most 200. @throws Refusal auth.forbidden */
export function listToldDeaths(ctx: Context): Promise<ToldDeath[]> {
  return read(ctx, 'deaths.record', (tx) => store.listTold(tx, shownDeaths));
}

/** All of them as a table, with fixed column names; no number of anybody. @throws Refusal auth.forbidden */
export async function toldDeathsTable(ctx: Context): Promise<TableFile> {
  const told = await read(ctx, 'deaths.record', (tx) => store.listTold(tx, null));
  return {
    name: 'kematian-belum-dicatat',
    header: ['person', 'name', 'village', 'day', 'partner', 'note', 'recorded_by'],
    rows: told.map((one) => [
      one.personId,
      one.name,
      one.areaName,
      one.lastDay,
      one.partnerName,
      one.note,
      one.by,
    ]),
  };
}
