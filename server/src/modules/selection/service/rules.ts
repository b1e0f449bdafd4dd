import type { Day } from '@payung/kernel';
import type { VulnerableCriteria } from '@payung/law';
import { readOccupation } from '#people';
import { scopeHasArea } from '#platform/access';
import { type Context, change, read, type Tx } from '#platform/context';
import { newId } from '#platform/ids';
import { Refusal } from '#platform/refusal';
import type { Confidence, Rule } from '../model.ts';
import * as store from '../store/rules.ts';

/** Every version of every rule, by area. Rules are public. */
export function listRules(ctx: Context): Promise<Rule[]> {
  return read(ctx, 'selection.read', store.listRules);
}

export interface RuleInput {
  readonly area: number;
  readonly law: string;
  readonly article: string | null;
  readonly confidence: Confidence;
  readonly criteria: VulnerableCriteria;
  readonly from: Day;
  /** First day on which it is no longer in force; null while it has no end. */
  readonly until: Day | null;
}

/**
 * Records what an area has decided. The same law recorded again is its next version and takes the place of the one before;
 * proposals and assessments made by that keep it.
 *
 * @throws Refusal auth.forbidden, areas.outsideScope, selection.ruleAsksNothing, selection.ruleContradicts,
 *   selection.unknownOccupation, selection.ruleOverlaps
 */
export async function createRule(ctx: Context, input: RuleInput): Promise<Rule> {
  return change(ctx, 'selection.rules', async (tx) => {
    const criteria = readCriteria(input);
    if (!scopeHasArea(tx.scope, input.area)) throw new Refusal('areas.outsideScope', { code: input.area });
    const ruleId = newId();
    const version = await store.replaceVersion(tx, input.area, input.law);
    await store.insertRule(tx, { ...input, criteria, ruleId, version });
    await tx.record({
      action: 'selection.ruleRecorded',
      subjectKind: 'local_rule',
      subjectId: ruleId,
      area: input.area,
      facts: { law: input.law, version },
    });
    return getRule(tx, ruleId);
  });
}

/** The version, inside the caller's transaction. @throws Refusal selection.ruleNotFound */
export async function getRule(tx: Tx, ruleId: string): Promise<Rule> {
  const rule = await store.findRule(tx, ruleId);
  if (rule === undefined) throw new Refusal('selection.ruleNotFound');
  return rule;
}

/** The rule that holds in an area on a day: its own, else that of the nearest area above; undefined when none does. */
export async function ruleOf(tx: Tx, area: number, on: Day): Promise<Rule | undefined> {
  const above = [1, 10_000, 1_000_000, 100_000_000].map((size) => area - (area % size));
  const rules = await store.listInForce(tx, [...new Set(above)], on);
  return above.flatMap((code) => rules.find((rule) => rule.area === code) ?? [])[0];
}

function readCriteria({ criteria, from, until }: RuleInput): VulnerableCriteria {
  const asked = Object.values(criteria).some((one) => one !== undefined && one !== false);
  if (!asked) throw new Refusal('selection.ruleAsksNothing');
  const { minAge, maxAge, occupations, excludedOccupations } = criteria;
  const ages = minAge !== undefined && maxAge !== undefined && maxAge < minAge;
  if (ages || (until !== null && until <= from)) throw new Refusal('selection.ruleContradicts');
  return {
    ...criteria,
    ...(occupations !== undefined && { occupations: occupations.map(codeOf) }),
    ...(excludedOccupations !== undefined && { excludedOccupations: excludedOccupations.map(codeOf) }),
  };
}

/** People have the code of their occupation, so a rule must name one too. */
function codeOf(text: string): string {
  const { code } = readOccupation(text.replaceAll('_', ' '));
  if (code === 'other') throw new Refusal('selection.unknownOccupation', { occupation: text });
  return code;
}
