import { type Day, day } from '@payung/kernel';
import type { VulnerableCriteria } from '@payung/law';
import { sql } from 'kysely';
import type { Tx } from '#platform/context';
import type { Confidence, Rule } from '../model.ts';

function rules(tx: Tx) {
  return tx.db
    .selectFrom('local_rule')
    .innerJoin('area', 'area.code', 'local_rule.area')
    .select([
      'local_rule.rule_id',
      'local_rule.area',
      'area.name as area_name',
      'local_rule.law',
      'local_rule.article',
      'local_rule.version',
      'local_rule.confidence',
      'local_rule.criteria',
      'local_rule.made_by',
      'local_rule.recorded_at',
      'local_rule.replaced_at',
      sql<string>`lower(local_rule.during)`.as('from'),
      sql<string | null>`upper(local_rule.during)`.as('until'),
    ]);
}

function ruleOf(row: Awaited<ReturnType<ReturnType<typeof rules>['execute']>>[number]): Rule {
  return {
    ruleId: row.rule_id,
    area: row.area,
    areaName: row.area_name,
    law: row.law,
    article: row.article,
    version: row.version,
    confidence: row.confidence as Confidence,
    criteria: row.criteria as VulnerableCriteria,
    from: day(row.from),
    until: row.until === null ? null : day(row.until),
    madeBy: row.made_by,
    recordedAt: String(row.recorded_at),
    replacedAt: row.replaced_at === null ? null : String(row.replaced_at),
  };
}

/** Every version ever recorded, by area, those that stand first, then the latest. */
export async function listRules(tx: Tx): Promise<Rule[]> {
  const rows = await rules(tx)
    .orderBy('local_rule.area')
    .orderBy(sql`local_rule.replaced_at is not null`)
    .orderBy('local_rule.rule_id', 'desc')
    .execute();
  return rows.map(ruleOf);
}

export async function findRule(tx: Tx, ruleId: string): Promise<Rule | undefined> {
  const row = await rules(tx).where('local_rule.rule_id', '=', ruleId).executeTakeFirst();
  return row === undefined ? undefined : ruleOf(row);
}

/** The standing rules of these areas in force on the day; each area has at most one. */
export async function listInForce(tx: Tx, areas: readonly number[], on: Day): Promise<Rule[]> {
  const rows = await rules(tx)
    .where('local_rule.area', 'in', [...areas])
    .where('local_rule.replaced_at', 'is', null)
    .where(sql<boolean>`local_rule.during @> ${on}::date`)
    .execute();
  return rows.map(ruleOf);
}

/** Ends the standing version of a law of the area; returns the number of the new one. */
export async function replaceVersion(tx: Tx, area: number, law: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    with ended as (
      update local_rule set replaced_at = now() where area = ${area} and law = ${law} and replaced_at is null
    )
    select coalesce(max(version), 0) + 1 as version from local_rule where area = ${area} and law = ${law}`.execute(
    tx.db,
  );
  return rows[0]?.version ?? 1;
}

export async function insertRule(
  tx: Tx,
  rule: Omit<Rule, 'areaName' | 'madeBy' | 'recordedAt' | 'replacedAt'>,
): Promise<void> {
  await tx.db
    .insertInto('local_rule')
    .values({
      rule_id: rule.ruleId,
      area: rule.area,
      law: rule.law,
      article: rule.article,
      version: rule.version,
      confidence: rule.confidence,
      criteria: JSON.stringify(rule.criteria),
      during: sql`daterange(${rule.from}::date, ${rule.until}::date)`,
      made_by: tx.actor.id,
    })
    .execute();
}
