import { type Context, change } from '#platform/context';
import { newId } from '#platform/ids';
import { Refusal } from '#platform/refusal';
import { judge, lawRule } from '../criteria.ts';
import type { Findings } from '../model.ts';
import { insertAssessments, listPeople } from '../store/candidates.ts';
import { ruleOf } from './rules.ts';

/**
 * Records what was found of these people; what is left out stays as it was found before. Each is judged by the rule in force
 * where they live today, and the answer is kept with the finding.
 *
 * @throws Refusal auth.forbidden, people.notFound when the scope does not show one of them: nobody is recorded then
 */
export async function assessPeople(
  ctx: Context,
  personIds: readonly string[],
  found: Partial<Findings>,
): Promise<number> {
  const wanted = [...new Set(personIds)];
  return change(ctx, 'selection.prepare', async (tx) => {
    const people = await listPeople(tx, wanted);
    if (people.length !== wanted.length) throw new Refusal('people.notFound');
    const on = tx.platform.clock.today();
    for (const [area, here] of Map.groupBy(people, (person) => person.area)) {
      const rule = await ruleOf(tx, area, on);
      const localRule = lawRule(rule, area);
      const rows = here.map((person) => {
        const findings = { ...person.findings, ...found };
        // A decile is that of its register.
        if (findings.register === null) findings.decile = null;
        const { met, failed, unknown } = judge(localRule, { ...person, findings }, on);
        return { personId: person.personId, assessmentId: newId(), area, met, failed, unknown, ...findings };
      });
      await insertAssessments(tx, { ruleId: rule?.ruleId ?? null, on }, rows);
      await tx.record({
        action: 'selection.assessed',
        area,
        facts: { people: rows.length, rule: rule?.ruleId ?? 'none', found: Object.keys(found) },
      });
    }
    return people.length;
  });
}
