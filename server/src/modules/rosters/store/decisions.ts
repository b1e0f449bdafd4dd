import { sql } from 'kysely';
import type { Tx } from '#platform/context';
import type { KeptQuestion, Verdict } from '../judge/index.ts';

/** What was decided of an item. */
export interface Remembered {
  readonly same: boolean;
  readonly decisionId: string;
}

/**
 * What was decided, and not taken back, on rows or records of these keys: by key (hexadecimal), then by item; the latest word on an item
 * counts. Reads across all areas: for the role that matches.
 */
export async function listRemembered(
  tx: Tx,
  keys: readonly Buffer[],
): Promise<Map<string, Map<string, Remembered>>> {
  const { rows } = await sql<{ key: string; decision_id: string; chosen: string | null; against: string[] }>`
    select encode(row_key, 'hex') as key, decision_id, chosen, against from roster_decision
    where row_key = any (${keys}::bytea[]) and choice <> 'left' and undone_at is null
    union all
    select encode(row_key, 'hex'), decision_id, chosen, against from member_decision
    where row_key = any (${keys}::bytea[]) and choice <> 'left' and undone_at is null
    union all
    -- Two records of the base found to be two people: a row that says what one of them says is not the other.
    select encode(first_key, 'hex'), decision_id, null, array['person:' || second_id] from duplicate_decision
    where first_key = any (${keys}::bytea[]) and choice = 'different' and undone_at is null
    union all
    select encode(second_key, 'hex'), decision_id, null, array['person:' || first_id] from duplicate_decision
    where second_key = any (${keys}::bytea[]) and choice = 'different' and undone_at is null
    order by decision_id`.execute(tx.db);
  const found = new Map<string, Map<string, Remembered>>();
  for (const { key, decision_id: decisionId, chosen, against } of rows) {
    const items = found.get(key) ?? new Map<string, Remembered>();
    found.set(key, items);
    for (const item of against) items.set(item, { same: false, decisionId });
    if (chosen !== null) items.set(chosen, { same: true, decisionId });
  }
  return found;
}

export type Choice = 'same' | 'new' | 'left';

/** A decision in force on a row. */
export interface Decision {
  readonly decisionId: string;
  readonly choice: Choice;
  readonly chosen: string | null;
  readonly why: string | null;
  readonly by: string;
  readonly at: string;
  /** Made on another roster, for a row of the same content. */
  readonly earlier: boolean;
}

/** Decisions by id, as far as the scope shows them. */
export async function listDecisions(
  tx: Tx,
  rosterId: string,
  ids: readonly string[],
): Promise<Map<string, Decision>> {
  const records = await tx.db
    .selectFrom('roster_decision')
    .selectAll()
    .where('decision_id', '=', sql<string>`any (${ids}::uuid[])`)
    .execute();
  return new Map(
    records.map((record) => [
      record.decision_id,
      {
        decisionId: record.decision_id,
        choice: record.choice as Choice,
        chosen: record.chosen,
        why: record.why,
        by: record.decided_by,
        at: record.recorded_at,
        earlier: record.roster_id !== rosterId,
      },
    ]),
  );
}

interface NewDecision {
  readonly decisionId: string;
  readonly rosterId: string;
  readonly ordinal: number;
  readonly rowKey: Buffer;
  readonly choice: Choice;
  readonly chosen: string | null;
  readonly against: readonly string[];
  readonly shown: KeptQuestion;
  readonly why: string | null;
  readonly area: number;
  readonly partnerId: string;
}

export async function insertDecision(tx: Tx, decision: NewDecision): Promise<void> {
  await tx.db
    .insertInto('roster_decision')
    .values({
      decision_id: decision.decisionId,
      roster_id: decision.rosterId,
      ordinal: decision.ordinal,
      row_key: decision.rowKey,
      choice: decision.choice,
      chosen: decision.chosen,
      against: [...decision.against],
      shown: JSON.stringify(decision.shown),
      why: decision.why,
      area: decision.area,
      partner_id: decision.partnerId,
      decided_by: tx.actor.id,
    })
    .execute();
}

/** Takes back whatever was decided of a row on this very roster. */
export async function undoDecision(tx: Tx, rosterId: string, ordinal: number): Promise<void> {
  await tx.db
    .updateTable('roster_decision')
    .set({ undone_by: tx.actor.id, undone_at: sql`now()` })
    .where('roster_id', '=', rosterId)
    .where('ordinal', '=', ordinal)
    .where('undone_at', 'is', null)
    .execute();
}

/** A row with a doubt, as the review needs it. */
export interface DoubtRecord {
  readonly ordinal: number;
  readonly sheet: string;
  readonly row: number;
  readonly verdict: Verdict;
  readonly name: string | null;
  readonly nikMasked: string | null;
  readonly villageName: string | null;
  readonly reason: string;
  readonly enrol: boolean;
  readonly rowKey: Buffer;
  readonly question: KeptQuestion;
  readonly decisionId: string | null;
  /** The thresholds decided, not a human. */
  readonly byThreshold: boolean;
}

function doubts(tx: Tx, rosterId: string) {
  return tx.db
    .selectFrom('roster_row')
    .leftJoin('area', 'area.code', 'roster_row.village')
    .where('roster_row.roster_id', '=', rosterId)
    .where('roster_row.doubt', 'is not', null)
    .select([
      'roster_row.ordinal',
      'roster_row.sheet',
      'roster_row.row',
      'roster_row.verdict',
      'roster_row.reason',
      'roster_row.name',
      'roster_row.nik_masked',
      'roster_row.enrol',
      'roster_row.row_key',
      'roster_row.doubt',
      'roster_row.decision_id',
      'area.name as village_name',
    ]);
}

function doubtOf(record: Awaited<ReturnType<ReturnType<typeof doubts>['execute']>>[number]): DoubtRecord {
  if (record.row_key === null) throw new Error('a row with a doubt has a key');
  return {
    ordinal: record.ordinal,
    sheet: record.sheet,
    row: record.row,
    verdict: record.verdict as Verdict,
    name: record.name,
    nikMasked: record.nik_masked,
    villageName: record.village_name,
    reason: record.reason,
    enrol: record.enrol,
    rowKey: record.row_key,
    question: record.doubt as KeptQuestion,
    decisionId: record.decision_id,
    byThreshold: record.decision_id === null && record.verdict !== 'doubtful',
  };
}

/** A page of rows with a doubt, in file order; `next` is the ordinal to go on after, null on the last page. */
export async function listDoubts(
  tx: Tx,
  rosterId: string,
  filter: { readonly after: number; readonly open: boolean; readonly limit: number },
): Promise<{ rows: DoubtRecord[]; next: number | null }> {
  let query = doubts(tx, rosterId)
    .where('roster_row.ordinal', '>', filter.after)
    .orderBy('roster_row.ordinal')
    .limit(filter.limit + 1);
  if (filter.open) {
    query = query.where('roster_row.verdict', '=', 'doubtful').where('roster_row.decision_id', 'is', null);
  }
  const records = await query.execute();
  const page = records.slice(0, filter.limit).map(doubtOf);
  return { rows: page, next: records.length > filter.limit ? (page.at(-1)?.ordinal ?? null) : null };
}

/** One row with a doubt; undefined when there is none at that place. */
export async function findDoubt(tx: Tx, rosterId: string, ordinal: number): Promise<DoubtRecord | undefined> {
  const record = await doubts(tx, rosterId).where('roster_row.ordinal', '=', ordinal).executeTakeFirst();
  return record === undefined ? undefined : doubtOf(record);
}

/** How many rows had a doubt, and how many of them are decided, left included. */
export async function countDoubts(tx: Tx, rosterId: string): Promise<{ total: number; decided: number }> {
  return tx.db
    .selectFrom('roster_row')
    .select([
      sql<number>`count(*)::integer`.as('total'),
      sql<number>`(count(*) filter (where decision_id is not null or verdict <> 'doubtful'))::integer`.as(
        'decided',
      ),
    ])
    .where('roster_id', '=', rosterId)
    .where('doubt', 'is not', null)
    .executeTakeFirstOrThrow();
}

/** The row that already enrols this known person on the roster; undefined when none does. */
export async function findEnrolling(tx: Tx, rosterId: string, personId: string, besides: number) {
  return tx.db
    .selectFrom('roster_row')
    .select(['sheet', 'row'])
    .where('roster_id', '=', rosterId)
    .where('person_id', '=', personId)
    .where('enrol', '=', true)
    .where('verdict', '=', 'known')
    .where('ordinal', '<>', besides)
    .executeTakeFirst();
}
