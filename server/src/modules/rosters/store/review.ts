import { day } from '@payung/kernel';
import { sql } from 'kysely';
import type { ComparedRecord } from '#people';
import type { Tx } from '#platform/context';
import type { Facts } from '#platform/refusal';
import type { Outcome, Verdict } from '../judge/index.ts';

interface Found {
  person_id: string;
  name: string;
  sex: 'L' | 'P' | null;
  birth_date: string | null;
  birth_precision: 'day' | 'month' | 'year' | null;
  area: number;
  area_name: string;
  sealed: Buffer | null;
  sealed_for: string;
}

function comparedOf(row: Found): ComparedRecord {
  return {
    personId: row.person_id,
    name: row.name,
    sex: row.sex,
    birthDate: row.birth_date === null ? null : day(row.birth_date),
    birthPrecision: row.birth_precision,
    village: row.area,
    villageName: row.area_name,
    diedOn: null,
    sealed: row.sealed,
    sealedFor: row.sealed_for,
  };
}

/** Rows of the roster as they were made ready, by their places. */
export async function listInQuestion(
  tx: Tx,
  rosterId: string,
  places: readonly number[],
): Promise<Map<number, ComparedRecord>> {
  const { rows } = await sql<Found & { ordinal: number }>`
    select p.ordinal, p.person_id, p.name, p.sex, p.birth_date, p.birth_precision, p.area, a.name as area_name, p.sealed,
      coalesce(p.proposed_id, p.person_id) as sealed_for
    from intake.in_question(${rosterId}, ${places}::integer[]) p join area a on a.code = p.area`.execute(
    tx.db,
  );
  return new Map(rows.map((row) => [row.ordinal, comparedOf(row)]));
}

/** What a row has become. */
export interface RowVerdict {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly field: string | null;
  readonly facts: Facts;
  readonly personId: string | null;
  readonly enrol: boolean;
  readonly decisionId: string | null;
}

/** Gives a row with a doubt another verdict; what the thresholds said of it is no longer told. */
export async function setVerdict(
  tx: Tx,
  rosterId: string,
  ordinal: number,
  row: RowVerdict,
  thresholdCode: string,
): Promise<void> {
  await sql`
    update roster_row set verdict = ${row.verdict}, reason = ${row.reason}, field = ${row.field},
      facts = ${JSON.stringify(row.facts)}::jsonb, person_id = ${row.personId}::uuid, enrol = ${row.enrol},
      decision_id = ${row.decisionId}::uuid,
      warnings = (select coalesce(jsonb_agg(w), '[]') from jsonb_array_elements(warnings) w where w ->> 'code' <> ${thresholdCode})
    where roster_id = ${rosterId} and ordinal = ${ordinal}`.execute(tx.db);
}

/** Says what acceptance does with the row now. False when the row was not made ready in the caller's areas. */
export async function setOutcome(
  tx: Tx,
  rosterId: string,
  ordinal: number,
  personId: string | null,
  outcome: Outcome,
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select intake.decide(${rosterId}::uuid, ${ordinal}::integer, ${personId}::uuid, ${outcome}) as done`.execute(
    tx.db,
  );
  return rows[0]?.done === true;
}

/** What the counts of a roster tell apart. */
interface Counted {
  readonly verdict: Verdict;
  readonly enrol: boolean;
  readonly listed: boolean;
}

/** Somebody new who is not enrolled is recorded only. */
function records({ verdict, enrol }: Counted): number {
  return Number(verdict === 'new' && !enrol);
}

/** Lets the row complete the record of the person it was decided to be. */
export async function setCompletion(
  tx: Tx,
  rosterId: string,
  ordinal: number,
  envelope: Buffer,
  before: Buffer,
): Promise<void> {
  await sql`select intake.complete(${rosterId}::uuid, ${ordinal}::integer, ${envelope}::bytea, ${before}::bytea)`.execute(
    tx.db,
  );
}

/** Moves one row from one verdict to another in the roster's counts. */
export async function moveCount(tx: Tx, rosterId: string, from: Counted, to: Counted): Promise<void> {
  const change = (verdict: Verdict) => Number(to.verdict === verdict) - Number(from.verdict === verdict);
  await sql`
    update roster set new_rows = new_rows + ${change('new')}::integer, known_rows = known_rows + ${change('known')}::integer,
      doubtful_rows = doubtful_rows + ${change('doubtful')}::integer, refused_rows = refused_rows + ${change('refused')}::integer,
      recorded = recorded + ${records(to) - records(from)}::integer,
      listed = listed + ${Number(to.listed) - Number(from.listed)}::integer,
      enrolled = enrolled + ${Number(to.enrol) - Number(from.enrol)}::integer
    where roster_id = ${rosterId}`.execute(tx.db);
}
