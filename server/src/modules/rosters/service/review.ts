import {
  type ComparedRecord,
  type Likeness,
  likenessOf,
  listCompared,
  openCompared,
  type ShownPerson,
} from '#people';
import { type Context, read, type Tx } from '#platform/context';
import type { MessageCode } from '#platform/messages';
import { type Facts, Refusal } from '#platform/refusal';
import { type KeptItem, nameOf } from '../judge/index.ts';
import type { Roster } from '../model.ts';
import * as decisions from '../store/decisions.ts';
import { listInQuestion } from '../store/review.ts';
import { findRoster } from '../store/rosters.ts';

/** Whom the row may mean. */
export type Candidate =
  | (Likeness & {
      readonly kind: 'person' | 'row';
      /** 1, 2, …: what the decision names. */
      readonly place: number;
      readonly person: ShownPerson;
      /** Where it stands in the file; null for somebody of the base. */
      readonly at: { readonly sheet: string; readonly row: number } | null;
    })
  /** Recorded outside the caller's scope, or no longer to be compared: nothing but the kabupaten is told. */
  | { readonly kind: 'elsewhere'; readonly place: number; readonly regency: string | null };

/** What is said of a row: a code of the catalogue, and what its message needs. */
interface Said {
  readonly code: MessageCode;
  readonly facts: Facts;
}

/** A row in doubt beside whom it may mean. */
export interface ReviewRow {
  readonly ordinal: number;
  readonly sheet: string;
  readonly row: number;
  readonly because: Said;
  readonly person: ShownPerson;
  readonly candidates: readonly Candidate[];
  /** What is doubtful about the row itself. */
  readonly doubts: readonly Said[];
  /** False while another row of the file has the number, or a candidate is not the caller's to judge. */
  readonly mayBeNew: boolean;
  /** Somebody else holds the number: as a new person the row would dispute it, and nobody is enrolled on it meanwhile. */
  readonly claims: boolean;
  /** What was decided; null while open. */
  readonly decision: {
    readonly choice: decisions.Choice | 'threshold';
    /** Place of the candidate that is the same; null when none is. */
    readonly place: number | null;
    readonly why: string | null;
    readonly by: string | null;
    readonly at: string | null;
    /** Made on an earlier file for a row of the same content. */
    readonly earlier: boolean;
  } | null;
}

/** How far the review of a roster is. */
export interface ReviewProgress {
  readonly total: number;
  readonly decided: number;
}

const pageSize = 25;

/**
 * Rows of a checked roster that are or were in doubt, in file order, each beside whom it may mean, as far as the caller's scope
 * shows them.
 *
 * @throws Refusal auth.forbidden, rosters.notFound
 */
export function listReview(
  ctx: Context,
  rosterId: string,
  filter: { readonly after?: number | undefined; readonly open?: boolean | undefined },
): Promise<ReviewProgress & { rows: ReviewRow[]; next: number | null; roster: Roster }> {
  return read(ctx, 'rosters.review', async (tx) => {
    const roster = await findRoster(tx, rosterId);
    if (roster === undefined) throw new Refusal('rosters.notFound');
    const { after = 0, open = false } = filter;
    const page = await decisions.listDoubts(tx, rosterId, { after, open, limit: pageSize });
    const progress = await decisions.countDoubts(tx, rosterId);
    return { ...progress, rows: await compare(tx, rosterId, page.rows), next: page.next, roster };
  });
}

/** The candidates of a question, in the order of their places. */
export function candidatesOf(items: readonly KeptItem[]): Exclude<KeptItem, { kind: 'doubt' }>[] {
  return items.flatMap((item) => (item.kind === 'doubt' ? [] : [item]));
}

/** Puts rows beside whom they may mean. */
export async function compare(
  tx: Tx,
  rosterId: string,
  records: readonly decisions.DoubtRecord[],
): Promise<ReviewRow[]> {
  const items = records.flatMap(({ question }) => question.items);
  const people = await listCompared(
    tx,
    items.flatMap((item) => (item.kind === 'person' ? [item.person] : [])),
  );
  const places = [
    ...records.map(({ ordinal }) => ordinal),
    ...items.flatMap((item) => (item.kind === 'row' ? [item.ordinal] : [])),
  ];
  const rows = await listInQuestion(tx, rosterId, places);
  const made = await decisions.listDecisions(
    tx,
    rosterId,
    records.flatMap(({ decisionId }) => (decisionId === null ? [] : [decisionId])),
  );
  return records.flatMap((record) => {
    const own = rows.get(record.ordinal);
    return own === undefined ? [] : [reviewRow(tx, record, own, people, rows, made)];
  });
}

function reviewRow(
  tx: Tx,
  record: decisions.DoubtRecord,
  own: ComparedRecord,
  people: ReadonlyMap<string, ComparedRecord>,
  rows: ReadonlyMap<number, ComparedRecord>,
  made: ReadonlyMap<string, decisions.Decision>,
): ReviewRow {
  const { question } = record;
  const row = openCompared(tx, own);
  const kept = candidatesOf(question.items);
  const candidates = kept.map((item, index): Candidate => {
    const place = index + 1;
    const other = item.kind === 'person' ? people.get(item.person) : rows.get(item.ordinal);
    if (other === undefined) {
      return { kind: 'elsewhere', place, regency: item.kind === 'person' ? item.regency : null };
    }
    const { match, shown } = openCompared(tx, other);
    const at = item.kind === 'row' ? { sheet: item.sheet, row: item.row } : null;
    // The likeness told is that of the check: the decision was asked for with it.
    return { ...likenessOf(row.match, match), kind: item.kind, place, person: shown, score: item.score, at };
  });
  const decision = record.decisionId === null ? undefined : made.get(record.decisionId);
  const place = kept.findIndex((item) => nameOf(item) === decision?.chosen) + 1;
  return {
    ordinal: record.ordinal,
    sheet: record.sheet,
    row: record.row,
    because: { code: question.code, facts: question.facts },
    person: row.shown,
    candidates,
    doubts: question.items.flatMap((item) =>
      item.kind === 'doubt' ? [{ code: item.code, facts: item.facts }] : [],
    ),
    mayBeNew: candidates.every(({ kind }) => kind === 'person' || (kind === 'row' && !question.numberTaken)),
    claims: question.numberTaken,
    decision:
      record.decisionId === null
        ? record.byThreshold
          ? { choice: 'threshold', place: null, why: null, by: null, at: null, earlier: false }
          : null
        : {
            choice: decision?.choice ?? (record.verdict === 'new' ? 'new' : 'same'),
            place: place === 0 ? null : place,
            why: decision?.why ?? null,
            by: decision?.by ?? null,
            at: decision?.at ?? null,
            earlier: decision?.earlier ?? true,
          },
  };
}
