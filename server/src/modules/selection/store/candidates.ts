import { type Day, day } from '@payung/kernel';
import type { WelfareRegister } from '@payung/law';
import { sql } from 'kysely';
import type { Tx } from '#platform/context';
import type { Findings } from '../model.ts';

/** Somebody of a village as the base has them, with what was found of them last. */
export interface VillagePerson {
  readonly personId: string;
  readonly name: string;
  readonly sex: 'L' | 'P' | null;
  readonly birthDate: Day | null;
  readonly dead: boolean;
  readonly numbered: boolean;
  readonly area: number;
  readonly rt: string | null;
  readonly rw: string | null;
  /** Code and words of the latest work; `other` and empty when none is recorded. */
  readonly occupation: string;
  readonly occupationText: string;
  readonly findings: Findings;
}

interface Row {
  person_id: string;
  name: string;
  sex: 'L' | 'P' | null;
  birth_date: string | null;
  dead: boolean;
  numbered: boolean;
  area: number;
  rt: string | null;
  rw: string | null;
  occupation: string;
  occupation_text: string;
  has_employer: boolean | null;
  has_routine_income: boolean | null;
  low_income: boolean | null;
  register: WelfareRegister | null;
  decile: number | null;
}

const person = sql`
  select p.person_id, p.name, p.sex, p.birth_date, p.died_on is not null as dead, p.numbered, p.area, home.rt, home.rw,
    coalesce(job.occupation, 'other') as occupation, coalesce(job.occupation_text, '') as occupation_text,
    found.has_employer, found.has_routine_income, found.low_income, found.register, found.decile
  from person p
  left join lateral (
    select r.rt, r.rw from residence r where r.person_id = p.person_id and not isempty(r.during) order by lower(r.during) desc limit 1
  ) home on true
  left join lateral (
    select w.occupation, w.occupation_text from work w
    where w.person_id = p.person_id and not isempty(w.during) order by lower(w.during) desc limit 1
  ) job on true
  left join lateral (
    select * from assessment a where a.person_id = p.person_id order by a.assessment_id desc limit 1
  ) found on true`;

const unmerged = sql`not exists (select from person_alias m where m.person_id = p.person_id and m.undone_at is null)`;

function personOf(row: Row): VillagePerson {
  return {
    personId: row.person_id,
    name: row.name,
    sex: row.sex,
    birthDate: row.birth_date === null ? null : day(row.birth_date),
    dead: row.dead,
    numbered: row.numbered,
    area: row.area,
    rt: row.rt,
    rw: row.rw,
    occupation: row.occupation,
    occupationText: row.occupation_text,
    findings: {
      hasEmployer: row.has_employer,
      hasRoutineIncome: row.has_routine_income,
      lowIncome: row.low_income,
      register: row.register,
      decile: row.decile,
    },
  };
}

/** Everybody recorded in the village, by name; a merged record speaks through its canonical one. */
export async function listVillage(tx: Tx, village: number): Promise<VillagePerson[]> {
  const { rows } = await sql<Row>`${person}
    where p.area = ${village}::bigint and ${unmerged} order by p.name_key, p.person_id`.execute(tx.db);
  return rows.map(personOf);
}

/** Those of these people whom the scope shows, but for records merged into another. */
export async function listPeople(tx: Tx, ids: readonly string[]): Promise<VillagePerson[]> {
  const { rows } = await sql<Row>`${person} where p.person_id = any (${ids}::uuid[]) and ${unmerged}`.execute(
    tx.db,
  );
  return rows.map(personOf);
}

/** Which of these people stand on another list that is not enrolled yet and pays for one of its months. */
export async function listOnOtherLists(
  tx: Tx,
  proposalId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ person_id: string }>`
    select distinct e.person_id
    from proposal own join proposal other on other.proposal_id <> own.proposal_id and other.months && own.months
      join proposal_entry e on e.proposal_id = other.proposal_id
    where own.proposal_id = ${proposalId} and other.state <> 'enrolled' and e.struck is null
      and e.person_id = any (${ids}::uuid[])`.execute(tx.db);
  return new Set(rows.map((row) => row.person_id));
}

/**
 * Which of these people claim a number that somebody else claims too; records of one person dispute nothing among themselves.
 * Sees all areas: for the role that matches.
 */
export async function listDisputed(matchTx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ person_id: string }>`
    select distinct own.canonical_id as person_id
    from records_of(${ids}::uuid[]) own join identifier i on i.person_id = own.person_id
    where i.state = 'disputed' and exists (
      select from identifier other
      where other.hash = i.hash and other.kind = i.kind and other.state = 'disputed'
        and canonical_person(other.person_id) <> canonical_person(own.canonical_id))`.execute(matchTx.db);
  return new Set(rows.map((row) => row.person_id));
}

/** A place in a register, as a list of people stated it. */
export interface StatedListing {
  readonly register: WelfareRegister;
  readonly decile: number;
}

/**
 * What accepted lists stated last of the decile of these people, where they named the register. Sees the lists of all areas: for
 * the role that matches.
 */
export async function listStated(matchTx: Tx, ids: readonly string[]): Promise<Map<string, StatedListing>> {
  const { rows } = await sql<StatedListing & { person_id: string }>`
    select distinct on (own.canonical_id) own.canonical_id as person_id, row.register, row.decile
    from records_of(${ids}::uuid[]) own
      join roster_row row on row.person_id = own.person_id and row.decile is not null and row.register is not null
      join roster on roster.roster_id = row.roster_id and roster.state = 'accepted'
    order by own.canonical_id, roster.roster_id desc, row.ordinal`.execute(matchTx.db);
  return new Map(rows.map(({ person_id, register, decile }) => [person_id, { register, decile }]));
}

/** What one act of assessing found of one person. */
export interface AssessmentRow extends Findings {
  readonly personId: string;
  readonly assessmentId: string;
  readonly area: number;
  readonly met: readonly string[];
  readonly failed: readonly string[];
  readonly unknown: readonly string[];
}

/** Records findings of many people in one statement. */
export async function insertAssessments(
  tx: Tx,
  terms: { readonly ruleId: string | null; readonly on: Day },
  rows: readonly AssessmentRow[],
): Promise<void> {
  await sql`
    insert into assessment (person_id, assessment_id, rule_id, has_employer, has_routine_income, low_income, register, decile,
      met, failed, unknown, assessed_on, area, assessed_by)
    select t."personId", t."assessmentId", ${terms.ruleId}::uuid, t."hasEmployer", t."hasRoutineIncome", t."lowIncome", t.register,
      t.decile, t.met, t.failed, t.unknown, ${terms.on}::date, t.area, ${tx.actor.id}
    from json_to_recordset(${JSON.stringify(rows)}::json) as t ("personId" uuid, "assessmentId" uuid, "hasEmployer" boolean,
      "hasRoutineIncome" boolean, "lowIncome" boolean, register text, decile smallint, met text[], failed text[],
      unknown text[], area bigint)`.execute(tx.db);
}
