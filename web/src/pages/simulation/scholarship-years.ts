import { parseDay } from '@payung/kernel';
import { type ScholarshipYear, scholarshipYears } from '@payung/law';
import { childrenIn } from './children.ts';
import type { Filled } from './filled.ts';

type Child = Parameters<typeof scholarshipYears>[0];

/** Years in a row at one level of education. */
export type LevelRun = {
  readonly level: ScholarshipYear['level'];
  /** What is paid in each of them. */
  readonly perYear: number;
  readonly years: readonly Pick<ScholarshipYear, 'offset' | 'isPastAge'>[];
};

const levels: readonly ScholarshipYear['level'][] = ['TK', 'SD', 'SMP', 'SMA', 'PT'];

/** The years to come for each child of a case that the law has answered, in the order given. */
export function yearsOfChildren(
  filled: Filled,
  births: readonly string[],
): readonly (readonly ScholarshipYear[])[] {
  const date = parseDay(filled.tanggal);
  if (date === undefined) return [];
  return childrenIn(filled.anak).map(({ level, yearsLeft }, place) => {
    const birthDate = parseDay(births[place] ?? '');
    const rest = { married: false, work: 'none', ...(birthDate !== undefined && { birthDate }) } as const;
    const known = levels.find((one) => one === level);
    const child: Child =
      known === undefined
        ? { level: 'belowSchool', ...rest }
        : { level: known, yearsLeft: Number(yearsLeft), ...rest };
    return scholarshipYears(child, { date, asOf: date });
  });
}

/** The years of each level together. */
export function levelRuns(years: readonly ScholarshipYear[]): readonly LevelRun[] {
  return levels.flatMap((level) => {
    const ofLevel = years.filter((year) => year.level === level);
    const [first] = ofLevel;
    return first === undefined ? [] : [{ level, perYear: first.amount, years: ofLevel }];
  });
}
