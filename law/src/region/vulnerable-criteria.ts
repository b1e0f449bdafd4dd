import { ageOn, type Day, type Rupiah } from '@payung/kernel';
import type { Text } from '../engine/text.ts';
import { isWithin } from './area.ts';
import type { LocalRule, VulnerableCriteria, WelfareRegister } from './local-rule.ts';
import * as texts from './vulnerable-texts.ts';

/** A person's place in a register; without a decile it is not known. */
export type Listing = { readonly register: WelfareRegister; readonly decile?: number };

/** What is known of a person; what is absent is not known, and is never taken for a yes or a no. */
export type VulnerablePerson = {
  readonly birthDate?: Day;
  readonly hasEmployer?: boolean;
  readonly hasRoutineIncome?: boolean;
  /** A month's income. */
  readonly income?: Rupiah;
  /** Empty if the person is known to be in no register. */
  readonly listings?: readonly Listing[];
  /** In the words or codes of the local rule. */
  readonly occupation?: string;
  /** Kemendagri code of the residence. */
  readonly area?: string;
};

/** The criteria of a local rule that a person can fail. */
export type CriterionCode =
  | 'vulnerable.minAge'
  | 'vulnerable.maxAge'
  | 'vulnerable.employer'
  | 'vulnerable.routineIncome'
  | 'vulnerable.income'
  | 'vulnerable.register'
  | 'vulnerable.decile'
  | 'vulnerable.occupation'
  | 'vulnerable.excludedOccupation'
  | 'vulnerable.residence';

/** A fact of a person that a criterion needs. */
export type PersonFact = keyof VulnerablePerson;

/** One criterion applied to one person. Its sentence is made only when it is read: lists are long. */
export type Criterion = {
  readonly code: CriterionCode;
  readonly fact: PersonFact;
  /** Undefined if the fact is not known. */
  readonly isMet: boolean | undefined;
  readonly text: () => Text;
};

/** Everything the rule asks, applied to the person, in the order of `CriterionCode`. */
export function criteriaOf(rule: LocalRule, person: VulnerablePerson, on: Day): readonly Criterion[] {
  const criteria = rule.vulnerable;
  if (criteria === undefined) return [];
  return [
    ...ageCriteria(criteria, person, on),
    ...workCriteria(criteria, person),
    ...registerCriteria(criteria, person),
    ...occupationCriteria(criteria, person),
    ...(criteria.resident === true ? [residence(rule, person)] : []),
  ];
}

function ageCriteria({ minAge, maxAge }: VulnerableCriteria, { birthDate }: VulnerablePerson, on: Day) {
  const age = birthDate === undefined ? undefined : ageOn(birthDate, on);
  const criterion = (
    code: CriterionCode,
    limit: number | undefined,
    isMet: (age: number, limit: number) => boolean,
  ) =>
    limit === undefined
      ? []
      : [
          judged(
            code,
            'birthDate',
            age,
            (years) => isMet(years, limit),
            (met) => texts.age(code, limit, age, met),
          ),
        ];
  return [
    ...criterion('vulnerable.minAge', minAge, (years, least) => years >= least),
    ...criterion('vulnerable.maxAge', maxAge, (years, most) => years <= most),
  ];
}

function workCriteria(criteria: VulnerableCriteria, person: VulnerablePerson): Criterion[] {
  const { withoutEmployer, withoutRoutineIncome, incomeBelow } = criteria;
  const { hasEmployer, hasRoutineIncome, income } = person;
  const found: Criterion[] = [];
  if (withoutEmployer === true) {
    found.push(judged('vulnerable.employer', 'hasEmployer', hasEmployer, (has) => !has, texts.employer));
  }
  if (withoutRoutineIncome === true) {
    const { routineIncome } = texts;
    found.push(
      judged('vulnerable.routineIncome', 'hasRoutineIncome', hasRoutineIncome, (has) => !has, routineIncome),
    );
  }
  if (incomeBelow !== undefined) {
    const text = (met: boolean | undefined) => texts.income(incomeBelow, income, met);
    found.push(judged('vulnerable.income', 'income', income, (amount) => amount < incomeBelow, text));
  }
  return found;
}

function registerCriteria(
  { registers, maxDecile }: VulnerableCriteria,
  { listings }: VulnerablePerson,
): Criterion[] {
  if (registers === undefined && maxDecile === undefined) return [];
  const counted = listings?.filter(({ register }) => registers === undefined || registers.includes(register));
  const text = (met: boolean | undefined) => texts.register(registers, met);
  const listed = judged('vulnerable.register', 'listings', counted, (list) => list.length > 0, text);
  // Whoever is in no register has no decile either: one reason, not two.
  if (maxDecile === undefined || listed.isMet === false) return [listed];
  const deciles = counted?.map(({ decile }) => decile) ?? [undefined];
  const isLow = deciles.some((decile) => decile !== undefined && decile <= maxDecile);
  const isMet = isLow || (deciles.includes(undefined) ? undefined : false);
  return [
    listed,
    {
      code: 'vulnerable.decile',
      fact: 'listings',
      isMet,
      text: () => texts.decile(maxDecile, deciles, isMet),
    },
  ];
}

function occupationCriteria(
  { occupations, excludedOccupations }: VulnerableCriteria,
  { occupation }: VulnerablePerson,
): Criterion[] {
  const text = (met: boolean | undefined) => texts.occupation(occupation, met);
  const criterion = (code: CriterionCode, isMet: (occupation: string) => boolean) =>
    judged(code, 'occupation', occupation, isMet, text);
  return [
    ...(occupations === undefined
      ? []
      : [criterion('vulnerable.occupation', (one) => occupations.includes(one))]),
    ...(excludedOccupations === undefined
      ? []
      : [criterion('vulnerable.excludedOccupation', (one) => !excludedOccupations.includes(one))]),
  ];
}

function residence(rule: LocalRule, { area }: VulnerablePerson): Criterion {
  const text = (met: boolean | undefined) => texts.residence(rule.area, met);
  return judged('vulnerable.residence', 'area', area, (home) => isWithin(home, rule.area), text);
}

function judged<T>(
  code: CriterionCode,
  fact: PersonFact,
  value: T | undefined,
  isMet: (value: T) => boolean,
  text: (isMet: boolean | undefined) => Text,
): Criterion {
  const met = value === undefined ? undefined : isMet(value);
  return { code, fact, isMet: met, text: () => text(met) };
}
