import { type Day, day } from '@payung/kernel';
import { sql } from 'kysely';
import type { AreaRange } from '#platform/access';
import type { Tx } from '#platform/context';
import type { Death, DeathEvidence, DeathInput } from './deaths.ts';

/** Whose death is spoken of. */
export interface Subject {
  readonly area: number;
  /** Through whom the person is in scope, too. */
  readonly partners: readonly string[];
  /** The first day of the month or year when only that is known; null when unknown. */
  readonly birthDate: Day | null;
  readonly diedOn: Day | null;
}

/** The record named; undefined when the scope does not show it. */
export async function findSubject(tx: Tx, personId: string): Promise<Subject | undefined> {
  const row = await tx.db
    .selectFrom('person')
    .select(['area', 'partners', 'birth_date', 'died_on'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row === undefined
    ? undefined
    : {
        area: row.area,
        partners: row.partners,
        birthDate: row.birth_date === null ? null : day(row.birth_date),
        diedOn: row.died_on === null ? null : day(row.died_on),
      };
}

/** Holds the records named, as far as the scope shows them, in the order of set_died_on: as it does, or only against it. */
export async function holdPeople(tx: Tx, personIds: readonly string[], dying: boolean): Promise<void> {
  await sql`
    select from person where person_id = any (${personIds}::uuid[]) order by person_id ${dying ? sql`for update` : sql`for key share`}`.execute(
    tx.db,
  );
}

export async function insertDeath(
  tx: Tx,
  death: DeathInput & {
    readonly deathId: string;
    readonly certified: boolean;
    readonly area: number;
    readonly partnerId: string | null;
  },
): Promise<void> {
  await tx.db
    .insertInto('death')
    .values({
      person_id: death.personId,
      death_id: death.deathId,
      died_on: death.diedOn,
      evidence: death.evidence,
      certified: death.certified,
      reference: death.reference,
      note: death.note,
      area: death.area,
      partner_id: death.partnerId,
      made_by: tx.actor.id,
    })
    .execute();
}

/** Writes the day of death on every record of these people. Returns the records whose day changed, wherever they are. */
export async function setDiedOn(tx: Tx, personIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from set_died_on(${personIds}::uuid[]) id`.execute(tx.db);
  return rows.map(({ id }) => id);
}

/** Withdraws what stands of the person's death. Returns how much that was. */
export async function withdrawStanding(tx: Tx, personId: string, reason: string): Promise<number> {
  const { rows } = await sql<{ withdrawn: number }>`
    select withdraw_deaths(array[${personId}::uuid], ${reason}) as withdrawn`.execute(tx.db);
  return rows[0]?.withdrawn ?? 0;
}

/** Whether a paper that stands certifies the person's death and was brought outside these areas; of none, anywhere. Asked beyond the scope. */
export async function isCertifiedOutside(
  tx: Tx,
  personId: string,
  areas: readonly AreaRange[],
): Promise<boolean> {
  const ranges = `{${areas.map(([from, beyond]) => `[${from},${beyond})`).join(',')}}`;
  const { rows } = await sql<{ certified: boolean }>`
    select death_certified(${personId}::uuid, ${ranges}::int8multirange) as certified`.execute(tx.db);
  return rows[0]?.certified ?? false;
}

/** What was said of the person's death, under whichever record; what holds comes first, what was withdrawn last. */
export async function listDeaths(tx: Tx, personId: string): Promise<Death[]> {
  const { rows } = await sql<DeathRow>`
    select * from death
    where person_id = any (array(select r.person_id from records_of(array[canonical_person(${personId}::uuid)]) r))
    order by withdrawn_at is not null, certified desc, death_id desc`.execute(tx.db);
  return rows.map((row) => ({
    deathId: row.death_id,
    diedOn: day(row.died_on),
    evidence: row.evidence,
    certified: row.certified,
    reference: row.reference,
    note: row.note,
    by: row.made_by,
    at: row.recorded_at,
    withdrawn:
      row.withdrawn_at === null
        ? null
        : { by: row.withdrawn_by ?? '', at: row.withdrawn_at, reason: row.withdrawn_reason ?? '' },
  }));
}

interface DeathRow {
  death_id: string;
  died_on: string;
  evidence: DeathEvidence;
  certified: boolean;
  reference: string | null;
  note: string | null;
  made_by: string;
  recorded_at: string;
  withdrawn_by: string | null;
  withdrawn_at: string | null;
  withdrawn_reason: string | null;
}
