import { day } from '@payung/kernel';
import { formatAreaCode, shippedVillages } from '#areas';
import { subtree } from '#platform/access';
import { Refusal } from '#platform/refusal';
import { listLines, truthLines } from './list.ts';
import { generateRoster } from './roster.ts';

/** How wrong a made list is: see `generateRoster`. */
export const errorLevels = ['typical', 'every', 'none'] as const;

interface ListOptions {
  /** Area code of a part of the shipped province, or all of it: the people live in its villages, in the first ones if there are fewer rows. */
  readonly area: number;
  readonly rows: number;
  /** The same seed, area, rows and errors give the same bytes. */
  readonly seed: string;
  readonly errors: (typeof errorLevels)[number];
}

/** A made list and the truth of its lines, both as CSV, a batch of lines at a time. */
interface MadeList {
  readonly list: Iterable<string>;
  readonly truth: Iterable<string>;
}

/** Ages are counted on this day, so that a list does not change with the calendar. */
const referenceDay = day('2026-01-01');

/**
 * Makes a list of people who do not exist (NIK serial 9xxx), for training, tests and measurements.
 *
 * @throws Refusal areas.notFound if the shipped province has no villages there
 */
export async function generateList({ area, rows, seed, errors }: ListOptions): Promise<MadeList> {
  const [from, beyond] = subtree(area);
  const villages = (await shippedVillages()).filter(({ code }) => from <= code && code < beyond);
  if (villages.length === 0) throw new Refusal('areas.notFound', { code: formatAreaCode(area) });
  const roster = generateRoster({
    seed,
    villages: villages.slice(0, rows),
    people: rows,
    referenceDay,
    errors,
  });
  return { list: listLines(roster), truth: truthLines(roster) };
}
