import { contributionDueDateRule } from './administration/due-date.ts';
import { penaltyLate } from './administration/late-penalty.ts';
import { contributionBpu } from './bpu/rule.ts';
import { benefitCase } from './case/rule.ts';
import { claimDocumentsRule } from './claim/documents-rule.ts';
import { claimHeirs } from './claim/heirs-rule.ts';
import { claimDeadlineRule } from './claim/rule.ts';
import { claimServiceDays } from './claim/service-days.ts';
import { coverageRatioRule } from './coverage/ratio.ts';
import { registry } from './engine/registry.ts';
import { type Answer, type Answered, answerRequest, type Rule } from './engine/run.ts';
import { contributionJakon } from './jakon/rule.ts';
import { benefitJhtBalance, benefitJhtWithdrawal } from './jht/rule.ts';
import {
  benefitJkkCare,
  benefitJkkDeath,
  benefitJkkDisability,
  benefitJkkHomeCare,
  benefitJkkRehabilitation,
  benefitJkkStmb,
  benefitJkkTransport,
} from './jkk/rule.ts';
import { benefitJkm, claimLateCompensation } from './jkm/rule.ts';
import { benefitJkp } from './jkp/rule.ts';
import { benefitJpIndexation, benefitJpMonthly, parameterJp } from './jp/rule.ts';
import { membershipBpuStatus } from './membership/bpu-status.ts';
import { membershipProgrammesRule } from './membership/programmes.ts';
import { membershipPuArrears } from './membership/pu-arrears-rule.ts';
import { benefitPmi } from './pmi/benefit-rule.ts';
import { contributionPmi } from './pmi/contribution-rule.ts';
import { contributionPu } from './pu/rule.ts';
import { membershipVillageBody, membershipVulnerable } from './region/rule.ts';
import { benefitScholarship } from './scholarship/rule.ts';

const ALL: readonly Rule[] = [
  contributionBpu,
  contributionPu,
  membershipBpuStatus,
  membershipProgrammesRule,
  membershipPuArrears,
  membershipVulnerable,
  membershipVillageBody,
  penaltyLate,
  contributionDueDateRule,
  contributionPmi,
  contributionJakon,
  benefitJkkDeath,
  benefitJkkDisability,
  benefitJkkStmb,
  benefitJkkTransport,
  benefitJkkCare,
  benefitJkkHomeCare,
  benefitJkkRehabilitation,
  benefitJkm,
  benefitScholarship,
  benefitPmi,
  benefitCase,
  claimLateCompensation,
  parameterJp,
  benefitJpIndexation,
  coverageRatioRule,
  benefitJkp,
  benefitJpMonthly,
  benefitJhtBalance,
  benefitJhtWithdrawal,
  claimDeadlineRule,
  claimHeirs,
  claimDocumentsRule,
  claimServiceDays,
];

/** Every rule of the protocol by its id. */
export const rules: ReadonlyMap<string, Rule> = registry(ALL);

/** Answers one request of the rules protocol; an invalid one with `{error: {code, path}}`. */
export function run(rule: string, input: unknown): Answer {
  return answerRequest(rules, rule, input).answer;
}

/** As `run`, with the explanation of the answer; none for an error. */
export function explain(rule: string, input: unknown): Answered {
  return answerRequest(rules, rule, input);
}
