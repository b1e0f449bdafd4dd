import type { Evidence, MatchRule, Verdict } from '@payung/identity';
import { type Day, day, type Month, monthFromIndex } from '@payung/kernel';
import { sql } from 'kysely';
import type { Segment } from '#partners';
import type { Tx } from '#platform/context';
import type { MessageCode } from '#platform/messages';
import type { Facts } from '#platform/refusal';
import type { KeptItem } from '#rosters';
import type { MemberVerdict } from '../model.ts';
import { multirange } from './files.ts';

/** Whom a row may mean, as it is kept: an id, the kabupaten that everybody may be told, and how the two compared. */
export type KeptCandidate = Extract<KeptItem, { kind: 'person' }> & {
  readonly rule: MatchRule;
  readonly verdict: Verdict;
  readonly evidence: readonly Evidence[];
};

/** What a human is asked of a row, as it is kept. */
export interface MemberQuestion {
  readonly code: MessageCode;
  readonly field: string | null;
  readonly facts: Facts;
  readonly items: readonly KeptCandidate[];
}

/** A question on its way into the table; the keys are the columns. */
export interface MemberDoubtInsert {
  readonly ordinal: number;
  /** Hexadecimal. */
  readonly row_key: string;
  readonly birth_date: Day | null;
  readonly birth_precision: 'day' | 'month' | 'year' | null;
  readonly sex: 'L' | 'P' | null;
  readonly programmes: number;
  readonly doubt: MemberQuestion;
  readonly decision_id: string | null;
  readonly person_id: string | null;
  readonly stated_before: number | null;
}

const batchSize = 2_000;

export async function insertDoubts(
  tx: Tx,
  fileId: string,
  areas: readonly number[],
  doubts: readonly MemberDoubtInsert[],
): Promise<void> {
  for (let from = 0; from < doubts.length; from += batchSize) {
    const batch = JSON.stringify(doubts.slice(from, from + batchSize));
    await sql`
      insert into member_doubt (file_id, ordinal, row_key, birth_date, birth_precision, sex, programmes, doubt, decision_id,
        person_id, stated_before, areas)
      select ${fileId}::uuid, ordinal, decode(row_key, 'hex'), birth_date, birth_precision, sex, programmes, doubt, decision_id,
        person_id, stated_before, ${multirange(areas)}::int8multirange
      from json_to_recordset(${batch}::json) as asked (ordinal integer, row_key text, birth_date date, birth_precision text,
        sex text, programmes smallint, doubt jsonb, decision_id uuid, person_id uuid, stated_before smallint)`.execute(
      tx.db,
    );
  }
}

/** A row with a question, as the desk needs it. */
export interface MemberDoubt {
  readonly ordinal: number;
  readonly sheet: string;
  readonly row: number;
  readonly verdict: MemberVerdict;
  readonly name: string;
  readonly nikMasked: string | null;
  readonly birthDate: Day | null;
  readonly birthPrecision: 'day' | 'month' | 'year' | null;
  readonly sex: 'L' | 'P' | null;
  readonly segment: Segment | null;
  readonly paidUntil: Month | null;
  /** As bits. */
  readonly programmes: number;
  readonly rowKey: Buffer;
  readonly question: MemberQuestion;
  readonly decisionId: string | null;
  /** Whom the row covers by decision; null when nobody. */
  readonly personId: string | null;
  readonly statedBefore: number | null;
}

function doubts(tx: Tx, fileId: string) {
  return tx.db
    .selectFrom('member_doubt')
    .innerJoin('member_row', (join) =>
      join
        .onRef('member_row.file_id', '=', 'member_doubt.file_id')
        .onRef('member_row.ordinal', '=', 'member_doubt.ordinal'),
    )
    .where('member_doubt.file_id', '=', fileId)
    .selectAll('member_doubt')
    .select(['sheet', 'row', 'verdict', 'name', 'nik_masked', 'segment', 'paid_until']);
}

function doubtOf(record: Awaited<ReturnType<ReturnType<typeof doubts>['execute']>>[number]): MemberDoubt {
  return {
    ordinal: record.ordinal,
    sheet: record.sheet,
    row: record.row,
    verdict: record.verdict as MemberVerdict,
    name: record.name ?? '',
    nikMasked: record.nik_masked,
    birthDate: record.birth_date === null ? null : day(record.birth_date),
    birthPrecision: record.birth_precision as MemberDoubt['birthPrecision'],
    sex: record.sex as MemberDoubt['sex'],
    segment: record.segment as Segment | null,
    paidUntil: record.paid_until === null ? null : monthFromIndex(record.paid_until),
    programmes: record.programmes,
    rowKey: record.row_key,
    question: record.doubt as MemberQuestion,
    decisionId: record.decision_id,
    personId: record.person_id,
    statedBefore: record.stated_before,
  };
}

/** A page of rows with a question, in file order; `next` is the ordinal to go on after, null on the last page. */
export async function listDoubts(
  tx: Tx,
  fileId: string,
  filter: { readonly after: number; readonly open: boolean; readonly limit: number },
): Promise<{ rows: MemberDoubt[]; next: number | null }> {
  let query = doubts(tx, fileId)
    .where('member_doubt.ordinal', '>', filter.after)
    .orderBy('member_doubt.ordinal')
    .limit(filter.limit + 1);
  if (filter.open) query = query.where('decision_id', 'is', null);
  const records = await query.execute();
  const page = records.slice(0, filter.limit).map(doubtOf);
  return { rows: page, next: records.length > filter.limit ? (page.at(-1)?.ordinal ?? null) : null };
}

/** One row with a question; undefined when there is none at that place. */
export async function findDoubt(tx: Tx, fileId: string, ordinal: number): Promise<MemberDoubt | undefined> {
  const record = await doubts(tx, fileId).where('member_doubt.ordinal', '=', ordinal).executeTakeFirst();
  return record === undefined ? undefined : doubtOf(record);
}

/** How many rows had a question, and how many of them are decided, left included. */
export async function countDoubts(tx: Tx, fileId: string): Promise<{ total: number; decided: number }> {
  return tx.db
    .selectFrom('member_doubt')
    .select([
      sql<number>`count(*)::integer`.as('total'),
      sql<number>`(count(*) filter (where decision_id is not null))::integer`.as('decided'),
    ])
    .where('file_id', '=', fileId)
    .executeTakeFirstOrThrow();
}

/** Other rows of the file that cover this person in the segment by decision. */
export async function listCoveringAlike(
  tx: Tx,
  fileId: string,
  of: { readonly personId: string; readonly segment: Segment; readonly besides: number },
): Promise<{ programmes: number; stated_before: number | null }[]> {
  return tx.db
    .selectFrom('member_doubt')
    .innerJoin('member_row', (join) =>
      join
        .onRef('member_row.file_id', '=', 'member_doubt.file_id')
        .onRef('member_row.ordinal', '=', 'member_doubt.ordinal'),
    )
    .select(['programmes', 'stated_before'])
    .where('member_doubt.file_id', '=', fileId)
    .where('person_id', '=', of.personId)
    .where('segment', '=', of.segment)
    .where('member_doubt.ordinal', '<>', of.besides)
    .execute();
}

/** What a row with a question has become. */
export interface DecidedMember {
  readonly verdict: MemberVerdict;
  readonly reason: string;
  readonly field: string | null;
  readonly facts: Facts;
  readonly decisionId: string | null;
  readonly personId: string | null;
  readonly statedBefore: number | null;
}

/** The row becomes what was decided, and moves in the counts of its file; `people` is how many more the file covers. */
export async function setDecided(
  tx: Tx,
  fileId: string,
  before: Pick<MemberDoubt, 'ordinal' | 'verdict'>,
  after: DecidedMember,
  people: number,
): Promise<void> {
  const { ordinal } = before;
  await tx.db
    .updateTable('member_row')
    .set({
      verdict: after.verdict,
      reason: after.reason,
      field: after.field,
      facts: JSON.stringify(after.facts),
    })
    .where('file_id', '=', fileId)
    .where('ordinal', '=', ordinal)
    .execute();
  await tx.db
    .updateTable('member_doubt')
    .set({
      decision_id: after.decisionId,
      person_id: after.personId,
      stated_before: after.statedBefore,
    })
    .where('file_id', '=', fileId)
    .where('ordinal', '=', ordinal)
    .execute();
  const change = (verdict: MemberVerdict) =>
    Number(after.verdict === verdict) - Number(before.verdict === verdict);
  await sql`
    update member_file set matched_rows = matched_rows + ${change('matched')}::integer,
      doubtful_rows = doubtful_rows + ${change('doubtful')}::integer, unknown_rows = unknown_rows + ${change('unknown')}::integer,
      people = people + ${people}::integer
    where file_id = ${fileId}`.execute(tx.db);
}
