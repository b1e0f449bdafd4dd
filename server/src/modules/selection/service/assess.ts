import { type Context, change } from '#platform/context';
import { newId } from '#platform/ids';
import { Refusal } from '#platform/refusal';
import { judge, lawRule } from '../criteria.ts';
import { type Findings, noFindings } from '../model.ts';
import { insertAssessments, listPeople } from '../store/candidates.ts';
import { withStated } from './candidates.ts';
import { ruleOf } from './rules.ts';

/** What was found; null for no longer known, left out for what stays as it was found before. */
export type Found = { readonly [K in keyof Findings]?: Findings[K] | undefined };

/**
 * Records what was found of these people; what is left out stays as it was found before. Each is judged by the rule in force
 * where they live today, and the answer is kept with the finding.
 *
 * @throws Refusal auth.forbidden, people.notFound when the scope does not show one of them: nobody is recorded then
 */
export async function assessPeople(
  ctx: Context,
  personIds: readonly string[],
  found: Found,
): Promise<number> {
  const wanted = [...new Set(personIds)];
  return change(ctx, 'selection.prepare', async (tx) => {
    const people = await withStated(ctx, 'selection.prepare', await listPeople(tx, wanted));
    if (people.length !== wanted.length) throw new Refusal('people.notFound');
    const on = tx.platform.clock.today();
    for (const [area, here] of Map.groupBy(people, (person) => person.area)) {
      const rule = await ruleOf(tx, area, on);
      const localRule = lawRule(rule, area);
      const rows = here.map((person) => {
        const findings = updated(person.findings, found);
        const { met, failed, unknown } = judge(localRule, { ...person, findings }, on);
        return { personId: person.personId, assessmentId: newId(), area, met, failed, unknown, ...findings };
      });
      await insertAssessments(tx, { ruleId: rule?.ruleId ?? null, on }, rows);
      await tx.record({
        action: 'selection.assessed',
        area,
        facts: { people: rows.length, rule: rule?.ruleId ?? 'none', found: fieldsOf(found) },
      });
    }
    return people.length;
  });
}

function fieldsOf(found: Found): (keyof Findings)[] {
  return (Object.keys(noFindings) as (keyof Findings)[]).filter((name) => found[name] !== undefined);
}

function updated(before: Findings, found: Found): Findings {
  const known = (name: 'hasEmployer' | 'hasRoutineIncome' | 'lowIncome') =>
    found[name] === undefined ? before[name] : found[name];
  const register = found.register === undefined ? before.register : found.register;
  const decile = found.decile === undefined ? before.decile : found.decile;
  return {
    hasEmployer: known('hasEmployer'),
    hasRoutineIncome: known('hasRoutineIncome'),
    lowIncome: known('lowIncome'),
    register,
    // A decile is that of its register.
    decile: register === null ? null : decile,
  };
}
