import type { Day, Rupiah } from '@payung/kernel';
import { laterDay } from '../engine/later.ts';
import { periodOn } from '../engine/parameter.ts';
import { type Child, checkChildren, hasReachedLimit } from './child.ts';
import { type EducationLevel, type LevelGrant, levelGrants } from './parameters.ts';

/** One year of a child's scholarship as it is projected. */
export type ScholarshipYear = {
  /** Years after the claim: 0 is the year of the claim itself, claimed on its day and month in each later year. */
  readonly offset: number;
  readonly level: EducationLevel;
  readonly amount: Rupiah;
  /**
   * Whether the child has reached the age limit when the year is claimed, so that it may not be paid; undefined without a
   * birth date.
   */
  readonly isPastAge?: boolean;
};

const MONTHS_PER_YEAR = 12;

/**
 * The years still to come for one child, from the claim on: what is left of its level, and every higher level in full. The
 * amounts sum to `remaining` of an eligible child. Whether the child is eligible is not decided here.
 *
 * A child below school age has no amount in the year of the claim; its first year is put into the next one, the earliest
 * possible, and moves back with the day on which it begins. Empty for an event before PP 82/2019, when one sum was paid.
 *
 * @law PP 82/2019 Lampiran III
 * @param date the day of the event, whose law gives the amounts
 * @param asOf the day of the claim
 * @throws LawError input.range at `children.0.yearsLeft` if the level has fewer; date.outOfRange at `asOf` if a year with a
 *   known birth date lies beyond the years the kernel knows
 */
export function scholarshipYears(
  child: Child,
  { date, asOf }: { readonly date: Day; readonly asOf: Day },
): readonly ScholarshipYear[] {
  checkChildren([child], date);
  return yearsByGrants(periodOn(levelGrants, date)?.value ?? [], child, asOf);
}

/** As `scholarshipYears`, by grants that were read already; the years left are those of the level. */
export function yearsByGrants(
  grants: readonly LevelGrant[],
  child: Child,
  asOf: Day,
): readonly ScholarshipYear[] {
  const isBelow = child.level === 'belowSchool';
  const start = isBelow ? 0 : grants.findIndex(({ level }) => level === child.level);
  const toCome = start === -1 ? [] : grants.slice(start);
  const years = toCome.flatMap(({ level, perYear, years: inFull }, index) => {
    const count = index === 0 && !isBelow ? child.yearsLeft : inFull;
    return Array.from({ length: count }, () => ({ level, amount: perYear }));
  });
  return years.map((year, index) => {
    const offset = isBelow ? index + 1 : index;
    if (child.birthDate === undefined) return { offset, ...year };
    const claimedOn = laterDay(asOf, { months: offset * MONTHS_PER_YEAR }, 'asOf');
    return { offset, ...year, isPastAge: hasReachedLimit(child.birthDate, claimedOn) };
  });
}
