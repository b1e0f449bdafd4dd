import { ageOn, type Day } from '@payung/kernel';
import { LawError } from '../engine/error.ts';
import { type Basis, type Citation, periodOn } from '../engine/parameter.ts';
import type { Requirement } from '../engine/requirement.ts';
import { PERMENAKER_1_2025 } from '../register/permenaker-1-2025.ts';
import { ageLimit, type EducationLevel, levelGrants, lumpSum } from './parameters.ts';
import * as texts from './texts.ts';

/** What a child does for a living: nothing, a wage (PU), a business of its own (BPU), an internship. */
export type ChildWork = 'none' | 'PU' | 'BPU' | 'internship';

/** Where a child stands: below school age, or at a level with so many years left there, this year included. */
export type Schooling =
  | { readonly level: 'belowSchool' }
  | { readonly level: EducationLevel; readonly yearsLeft: number };

/** One child of the member on the day of the claim. */
export type Child = Schooling & {
  /** If absent the age is not tested. A child may be born after the member's death. */
  readonly birthDate?: Day;
  readonly married: boolean;
  readonly work: ChildWork;
  /** Consecutive months of work; needed for PU once an exception asks for them, otherwise of no effect. */
  readonly workMonths?: number;
};

/** Why a child gets nothing of its own: it drops out for good. */
export type ChildRefusal = 'scholarship.age' | 'scholarship.married' | 'scholarship.working';

/** What the conditions of a child are judged by on one day, and where they stand for the law of the event. */
export type Conditions = Basis & {
  readonly asOf: Day;
  readonly ageLimit: number;
  /** Consecutive months of work for a wage that are allowed; undefined if any work ends the right. */
  readonly monthsAtWork: number | undefined;
};

const EXCEPTION: Citation = {
  ...PERMENAKER_1_2025,
  article: 'Pasal 103 ayat (3a)',
};
const CONDITIONS = {
  citation: { law: 'Permenaker 5/2021', article: 'Pasal 103 ayat (2)' },
  confidence: 'quoted',
} as const;
// What PP 44/2015 asked of the children was not read: they are held to the conditions of today.
const CONDITIONS_BEFORE = { citation: { law: 'PP 44/2015' }, confidence: 'convention' } as const;

/**
 * Where the conditions of a child stand, for an event on this day.
 *
 * @law Permenaker 5/2021 Pasal 103 ayat (2); before PP 82/2019 our convention
 */
export function conditionsSource(date: Day): Basis {
  return periodOn(lumpSum, date) === undefined ? CONDITIONS : CONDITIONS_BEFORE;
}

/**
 * Checks that the years left of each child are whole years that its level has.
 *
 * @throws LawError input.range at `children.<n>.yearsLeft`
 */
export function checkChildren(children: readonly Child[], date: Day): void {
  // A level is as long in a year whose law does not pay by levels.
  const grants = periodOn(levelGrants, date)?.value ?? levelGrants.periods[0]?.value ?? [];
  for (const [index, child] of children.entries()) {
    if (child.level === 'belowSchool') continue;
    const most = grants.find(({ level }) => level === child.level)?.years ?? 0;
    const { yearsLeft } = child;
    if (Number.isInteger(yearsLeft) && yearsLeft >= 1 && yearsLeft <= most) continue;
    throw new LawError('input.range', `children.${index}.yearsLeft`, {
      came: yearsLeft,
      accepted: texts.yearsOfLevel(child.level, most),
    });
  }
}

/** Whether a child has reached the age limit of that day. */
export function hasReachedLimit(birthDate: Day, on: Day): boolean {
  const limit = periodOn(ageLimit, on)?.value;
  return limit !== undefined && ageOn(birthDate, on) >= limit;
}

/**
 * The conditions of one child, in the order of the codes: unmarried, not working or within the exceptions, and below the
 * age limit where the birth date is known.
 *
 * @param path the child's place in the request, for errors
 * @throws LawError input.missing at `workMonths` if the exception for wage work needs them
 */
export function childRequirements(
  child: Child,
  conditions: Conditions,
  path: string,
): readonly Requirement<ChildRefusal>[] {
  const { asOf, citation, confidence } = conditions;
  const list: Requirement<ChildRefusal>[] = [];
  if (child.birthDate !== undefined) {
    const age = ageOn(child.birthDate, asOf);
    list.push({
      code: 'scholarship.age',
      isMet: age < conditions.ageLimit,
      text: texts.age(age, conditions.ageLimit, asOf),
      citation,
      confidence,
    });
  }
  list.push({
    code: 'scholarship.married',
    isMet: !child.married,
    text: texts.married(child.married),
    citation,
    confidence,
  });
  return [...list, workRequirement(child, conditions, path)];
}

function workRequirement(
  { work, workMonths }: Child,
  { monthsAtWork, citation, confidence }: Conditions,
  path: string,
): Requirement<ChildRefusal> {
  const code = 'scholarship.working';
  if (work === 'none') return { code, isMet: true, text: texts.notWorking, citation, confidence };
  if (monthsAtWork === undefined)
    return { code, isMet: false, text: texts.working(work), citation, confidence };
  const exception = { citation: EXCEPTION, confidence: 'quoted' } as const;
  if (work !== 'PU') return { code, isMet: true, text: texts.mayWork(work), ...exception };
  if (workMonths === undefined) {
    throw new LawError('input.missing', `${path}.workMonths`, { accepted: texts.wholeMonths });
  }
  const isMet = workMonths <= monthsAtWork;
  return { code, isMet, text: texts.wageWork(workMonths, monthsAtWork), ...exception };
}
