import type { Month } from '@payung/kernel';
import { formatAreaCode } from '#areas';
import { type AreaRange, subtree } from '#platform/access';
import { type Context, read, readInBatches } from '#platform/context';
import { streamResponse, type TableStream } from '#platform/spreadsheet';
import type { Difference, MemberFile, VillageDifference } from '../model.ts';
import * as store from '../store/differences.ts';
import { listFiles } from '../store/files.ts';

interface DifferencesWanted {
  readonly month: Month;
  /** An area of any level; the caller's whole scope when left out. */
  readonly area?: number | undefined;
}

/** Who was paid here and is not active at BPJS, and the other way round: work for somebody. */
export interface Differences {
  readonly month: Month;
  /** The files that stand for the month and concern the caller. Without one for a village nothing is said of it. */
  readonly files: readonly MemberFile[];
  readonly villages: readonly VillageDifference[];
  /** The first of them, by village and name. */
  readonly people: readonly Difference[];
  /** How many there are in all. */
  readonly total: number;
}

/** More than one reads; the CSV has them all. */
const shownPeople = 500;
const everywhere: AreaRange = [0, 10_000_000_000];

/**
 * What was paid here beside what BPJS states of a month, within the caller's scope.
 *
 * @throws Refusal auth.forbidden
 */
export function differencesOf(ctx: Context, wanted: DifferencesWanted): Promise<Differences> {
  return read(ctx, 'members.compare', async (tx) => {
    const query = { month: wanted.month, area: rangeOf(wanted.area) };
    const villages = await store.countDifferences(tx, query);
    return {
      month: wanted.month,
      files: (await listFiles(tx)).filter((file) => file.month === wanted.month && file.replacedAt === null),
      villages,
      people: await store.listDifferences(tx, query, shownPeople),
      total: villages.reduce((sum, { paidHere, statedThere }) => sum + paidHere + statedThere, 0),
    };
  });
}

/**
 * All of them as a table that is written as it is read, with fixed column names; no number of anybody.
 *
 * @throws Refusal auth.forbidden
 */
export function differencesTable(ctx: Context, wanted: DifferencesWanted): TableStream {
  const query = { month: wanted.month, area: rangeOf(wanted.area) };
  return {
    name: `selisih-bpjs-${wanted.month}`,
    header: [
      'month',
      'village_code',
      'village',
      'name',
      'birth_date',
      'segment',
      'side',
      'agreed',
      'partner',
      'fund',
    ],
    countLabel: 'rows',
    rows: readInBatches(ctx, 'members.compare', async function* (tx) {
      for await (const people of store.streamDifferences(tx, query)) {
        yield people.map((one) => [
          wanted.month,
          formatAreaCode(one.village),
          one.villageName,
          one.name,
          one.birthDate,
          one.segment,
          one.side,
          one.agreed,
          one.partnerName,
          one.fundName,
        ]);
      }
    }),
  };
}

/** The same as one CSV text, for the terminal. @throws Refusal auth.forbidden */
export async function differencesCsv(ctx: Context, wanted: DifferencesWanted): Promise<string> {
  return streamResponse(differencesTable(ctx, wanted), 'csv').text();
}

function rangeOf(area: number | undefined): AreaRange {
  return area === undefined ? everywhere : subtree(area);
}
