import { ageOn, type Day } from '@payung/kernel';
import { type Explained, Explanation } from '../engine/explain.ts';
import { type Citation, citationOf, periodOn } from '../engine/parameter.ts';
import { bpuRegistrationAge } from '../membership/parameters.ts';
import { membershipProgrammes } from '../membership/programmes.ts';
import { isInForce, type LocalRule } from './local-rule.ts';
import {
  type CriterionCode,
  criteriaOf,
  type PersonFact,
  type VulnerablePerson,
} from './vulnerable-criteria.ts';
import * as texts from './vulnerable-texts.ts';

/** Why a person is not enrolled as a vulnerable worker: by the local rule, or by the age limit of BPU. */
export type VulnerableRefusal = CriterionCode | 'bpu.age';

/** Why it cannot be decided: no rule, one that does not say who is vulnerable or is not in force, or facts that are missing. */
export type VulnerableDoubt = 'vulnerable.noLocalRule' | 'vulnerable.notInForce' | 'vulnerable.factsMissing';

/**
 * The answer: yes, no with all reasons that are known, or `null` for undecided. `missing` are facts that the rule asks and
 * that are not known; one known reason is enough for a no.
 */
export type Vulnerability =
  | { readonly eligible: true }
  | {
      readonly eligible: false;
      readonly because: readonly VulnerableRefusal[];
      readonly missing: readonly PersonFact[];
    }
  | {
      readonly eligible: null;
      readonly because: readonly [VulnerableDoubt];
      readonly missing: readonly PersonFact[];
    };

/** One person on one day under the rule of one region; without a rule nothing can be decided. */
export type VulnerableInput = {
  readonly date: Day;
  readonly person: VulnerablePerson;
  readonly localRule?: LocalRule;
};

const INSTRUCTION: Citation = { law: 'Inpres 2/2021' };

/** The answer without its explanation, for a list of people. */
export function judgeVulnerable({ date, person, localRule }: VulnerableInput): Vulnerability {
  const doubt = doubtOf(localRule, date);
  if (localRule === undefined || doubt !== undefined)
    return { eligible: null, because: [doubt ?? 'vulnerable.noLocalRule'], missing: [] };
  const criteria = criteriaOf(localRule, person, date);
  const failed = criteria.filter(({ isMet }) => isMet === false).map(({ code }) => code);
  const because = [...failed, ...(isTooOld(person, date) ? (['bpu.age'] as const) : [])];
  const missing = [...new Set(criteria.filter(({ isMet }) => isMet === undefined).map(({ fact }) => fact))];
  if (because.length > 0) return { eligible: false, because, missing };
  if (missing.length > 0) return { eligible: null, because: ['vulnerable.factsMissing'], missing };
  return { eligible: true };
}

/**
 * Whether a person is a vulnerable worker (pekerja rentan) whom a region enrols as BPU, explained: each criterion of the
 * local rule with the rule's own citation, and the national age limit of BPU.
 *
 * There is no national definition to fall back on: without a rule in force the answer is undecided, and not settled.
 *
 * @law the local rule that the caller gives; Inpres 2/2021 tells regions to make one
 * @throws LawError date.outOfRange before July 2015
 */
export function vulnerableWorker(input: VulnerableInput): Explained<Vulnerability> {
  const { date, person, localRule } = input;
  const x = new Explanation('membership.vulnerable', date);
  x.read(bpuRegistrationAge);
  const value = judgeVulnerable(input);
  if (localRule === undefined || doubtOf(localRule, date) !== undefined) {
    const text = texts.noDefinition;
    x.uncertainty({ id: 'region.vulnerable_definition', text, changesResult: true, otherwise: null });
    return x.result(value, texts.undecided, INSTRUCTION);
  }
  const citation = citationOf(localRule.source);
  const { confidence } = localRule.source;
  for (const { code, isMet, text } of criteriaOf(localRule, person, date)) {
    const because = isMet === undefined ? 'vulnerable.factsMissing' : isMet ? 'met' : code;
    x.finding({ id: code, applies: isMet === true, because, text: text(), citation, confidence });
  }
  if (person.birthDate !== undefined && isTooOld(person, date)) {
    const ageAtRegistration = ageOn(person.birthDate, date);
    x.include(membershipProgrammes({ segment: 'BPU', ageAtRegistration }));
  }
  if (value.eligible === null) return x.result(value, texts.undecided, citation);
  return x.result(value, value.eligible ? texts.eligible : texts.refused, citation);
}

function doubtOf(rule: LocalRule | undefined, on: Day): VulnerableDoubt | undefined {
  if (rule === undefined || !asksAnything(rule)) return 'vulnerable.noLocalRule';
  return isInForce(rule, on) ? undefined : 'vulnerable.notInForce';
}

/** A rule that asks nothing would make everybody vulnerable: it does not say who is. */
function asksAnything({ vulnerable = {} }: LocalRule): boolean {
  return Object.values(vulnerable).some((criterion) => criterion !== undefined && criterion !== false);
}

function isTooOld({ birthDate }: VulnerablePerson, on: Day): boolean {
  const limit = periodOn(bpuRegistrationAge, on)?.value;
  return birthDate !== undefined && limit !== undefined && ageOn(birthDate, on) >= limit;
}
