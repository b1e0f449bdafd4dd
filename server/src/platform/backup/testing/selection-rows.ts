import { newId } from '#platform/ids';

/** A row in each table of choosing: a rule, an assessment, a list with a step and a name, the annex of a decree. */
export async function fillSelection(
  sql: (text: string, values?: unknown[]) => Promise<unknown>,
  text: () => string,
  of: { readonly area: number; readonly partner: string; readonly agreement: string },
): Promise<void> {
  const { area, partner, agreement } = of;
  const [rule, proposal] = [newId(), newId()];
  await sql(
    `insert into local_rule (rule_id, area, law, version, confidence, criteria, during, made_by)
     values ($1, ${area}, $2, 1, 'known', '{"minAge": 18}', '[2026-01-01,)', 'uji')`,
    [rule, text()],
  );
  await sql(
    `insert into assessment (person_id, assessment_id, rule_id, met, failed, unknown, assessed_on, area, assessed_by)
     select person_id, $1, $2, '{vulnerable.minAge}', '{}', '{}', '2026-11-01', ${area}, 'uji' from person limit 1`,
    [newId(), rule],
  );
  await sql(
    `insert into proposal (proposal_id, area, agreement_id, partner_id, rule_id, months, quota, makers)
     values ($1, ${area}, $2, $3, $4, '[24323,24325)', 2, '{uji}')`,
    [proposal, agreement, partner, rule],
  );
  await sql(
    `insert into proposal_step (step_id, proposal_id, area, state, note, made_by) values ($1, $2, ${area}, 'draft', $3, 'uji')`,
    [newId(), proposal, text()],
  );
  await sql(
    `insert into proposal_entry (proposal_id, person_id, place, score, area) values ($1, $2, 1, 2, ${area})`,
    [proposal, newId()],
  );
  await sql(
    `insert into annex_line (decree_id, place, person_id, name, nik_masked, village_name, occupation, area)
     select decree_id, 1, $1, $2, '5304••••••••9001', 'Uji', $3, ${area} from decree`,
    [newId(), text(), text()],
  );
}
