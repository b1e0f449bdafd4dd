import { type Agreement, agreementsOf } from './agreement.ts';
import type { MatchPerson } from './person.ts';
import { RULES } from './rules.ts';

/** What is known of a person while NIK and mother stay sealed. */
export interface ClearPerson extends Omit<MatchPerson, 'nik' | 'mother'> {
  readonly numbered: boolean;
}

const ANY: readonly Agreement[] = ['same', 'close', 'different', 'missing'];

/**
 * Whether `comparePeople` could call two records anything but different, whatever their NIKs and mothers are: false only when it
 * would not. Most of those who share a key need not be opened after this.
 *
 * @param mayShareNik false when it is known that they have not one NIK
 */
export function couldBeOne(a: ClearPerson, b: ClearPerson, mayShareNik: boolean): boolean {
  const clear = agreementsOf(withoutSealed(a), withoutSealed(b));
  const niks: readonly Agreement[] =
    a.numbered && b.numbered
      ? mayShareNik
        ? ['same', 'close', 'different']
        : ['close', 'different']
      : ['missing'];
  // A NIK tells the sex of somebody of whom nothing else does.
  const sexes: readonly Agreement[] =
    clear.sex === 'missing' && (a.numbered || b.numbered) ? ['same', 'different', 'missing'] : [clear.sex];
  return niks.some((nik) =>
    ANY.some((mother) =>
      sexes.some((sex) =>
        (nik === 'close' ? [false, true] : [false]).some((nikNextInTurn) => {
          const agreements = { ...clear, nik, mother, sex, nikNextInTurn };
          const rule = RULES.find(({ applies }) => applies(agreements));
          return rule !== undefined && rule.verdict !== 'different';
        }),
      ),
    ),
  );
}

function withoutSealed({ numbered: _, ...person }: ClearPerson): MatchPerson {
  return { ...person, nik: undefined, mother: undefined };
}
