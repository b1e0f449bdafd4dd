import { type Day, day, rupiah } from '@payung/kernel';
import {
  type CriterionCode,
  criteriaOf,
  judgeVulnerable,
  type LocalRule,
  type PersonFact,
  type VulnerableCriteria,
  type VulnerablePerson,
} from '@payung/law';
import { formatAreaCode } from '#areas';
import type { Findings, Reason, Rule } from './model.ts';

/**
 * What is asked where no area has decided: no routine income and no fixed job. No law says so; it is how regions describe those
 * whom they protect, and every answer that rests on it is shown as not settled.
 */
export const defaultCriteria: VulnerableCriteria = { withoutRoutineIncome: true };

/** The rule as the law package takes it; without a rule, the criterion that is proposed. */
export function lawRule(rule: Rule | undefined, area: number): LocalRule {
  if (rule === undefined)
    return {
      source: { law: 'Kriteria yang diusulkan Payung', confidence: 'convention' },
      area: formatAreaCode(area),
      from: day('2015-07-01'),
      vulnerable: defaultCriteria,
    };
  return {
    source: {
      law: rule.law,
      ...(rule.article !== null && { article: rule.article }),
      confidence: rule.confidence,
    },
    area: formatAreaCode(rule.area),
    from: rule.from,
    ...(rule.until !== null && { until: rule.until }),
    vulnerable: rule.criteria,
  };
}

/** Somebody as the rule sees them. */
export interface Judged {
  readonly eligible: boolean | null;
  readonly because: readonly Reason[];
  readonly missing: readonly PersonFact[];
  readonly met: readonly CriterionCode[];
  readonly failed: readonly CriterionCode[];
  readonly unknown: readonly CriterionCode[];
}

/** Applies the rule to one person on a day. A rule not in force on the day leaves everything undecided. */
export function judge(
  localRule: LocalRule,
  person: {
    readonly birthDate: Day | null;
    readonly occupation: string;
    readonly area: number;
    readonly findings: Findings;
  },
  on: Day,
): Judged {
  const known = knownOf(localRule.vulnerable, person);
  const answer = judgeVulnerable({ date: on, person: known, localRule });
  const criteria = criteriaOf(localRule, known, on);
  const codes = (isMet: boolean | undefined) =>
    criteria.filter((one) => one.isMet === isMet).map(({ code }) => code);
  return {
    eligible: answer.eligible,
    because:
      answer.eligible === false
        ? answer.because.map((code): Reason => {
            const criterion = criteria.find((one) => one.code === code);
            return criterion === undefined ? { code } : { code, text: criterion.text() };
          })
        : [],
    missing: answer.eligible === true ? [] : answer.missing,
    met: codes(true),
    failed: codes(false),
    unknown: codes(undefined),
  };
}

function knownOf(
  criteria: VulnerableCriteria | undefined,
  {
    birthDate,
    occupation,
    area,
    findings,
  }: { birthDate: Day | null; occupation: string; area: number; findings: Findings },
): VulnerablePerson {
  const { hasEmployer, hasRoutineIncome, lowIncome, register, decile } = findings;
  const limit = criteria?.incomeBelow;
  return {
    ...(birthDate !== null && { birthDate }),
    ...(hasEmployer !== null && { hasEmployer }),
    ...(hasRoutineIncome !== null && { hasRoutineIncome }),
    // Only the side of the limit is recorded; any amount on that side gives the same answer.
    ...(lowIncome !== null && limit !== undefined && { income: rupiah(lowIncome ? 0 : limit) }),
    ...(register !== null && { listings: [{ register, ...(decile !== null && { decile }) }] }),
    occupation,
    area: formatAreaCode(area),
  };
}
