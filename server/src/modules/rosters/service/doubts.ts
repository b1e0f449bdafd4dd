import type { Tx } from '#platform/context';
import type { Sealer } from '#platform/seal';
import {
  byThresholds,
  type EnrolTerms,
  type Finding,
  type Item,
  type Judgement,
  judgeDisputed,
  judgeKnown,
  judgeNew,
  type KeptItem,
  type KeptQuestion,
  nameOf,
  type Question,
  type RowBrings,
  repeatedRow,
  type Thresholds,
} from '../judge/index.ts';
import { listRemembered, type Remembered } from '../store/decisions.ts';
import { rowKeyOf } from './row-key.ts';

/** A doubtful row on its way to a verdict. */
export interface Doubt {
  readonly rowKey: Buffer;
  readonly question: Question;
  readonly proposedId: string;
  /** Whether the row has a NIK. */
  readonly numbered: boolean;
  readonly says: RowBrings;
  readonly warnings: readonly Finding[];
}

/** What became of a doubtful row without asking anybody. */
export interface Settled {
  readonly judgement: Judgement;
  /** The decision it rests on; null when the thresholds decided. */
  readonly decisionId: string | null;
}

/** An item as it is kept. @param regencyOf name of a village's kabupaten: all that is kept of where somebody lives */
export function keptItem(sealer: Sealer, item: Item, regencyOf: (village: number) => string): KeptItem {
  if (item.kind === 'doubt') {
    const { code, field, facts } = item.finding;
    return { kind: 'doubt', code, field, facts };
  }
  const { score, rule } = item;
  if (item.kind === 'person') {
    const { personId, village } = item.person;
    return { kind: 'person', person: personId, regency: regencyOf(village), score, rule };
  }
  const { ordinal, sheet, row, person } = item.row;
  return { kind: 'row', key: rowKeyOf(sealer, person).toString('hex'), ordinal, sheet, row, score, rule };
}

/** A question as it is kept. */
export function keptQuestion(question: Question, items: readonly KeptItem[]): KeptQuestion {
  const { because, numberTaken } = question;
  return { code: because.code, field: because.field, facts: because.facts, items, numberTaken };
}

/** What was decided before on rows of the same content, by the hexadecimal of their keys. */
export async function recall(
  matchTx: Tx,
  doubts: readonly Doubt[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, Remembered>>> {
  const keys = doubts.map(({ rowKey }) => rowKey);
  return keys.length === 0 ? new Map() : listRemembered(matchTx, keys);
}

/**
 * Answers a question from what was decided before, else from the thresholds. What was found not to be the row's person is left
 * out of `open`: nobody is asked the same pair twice.
 */
export function settle(
  doubt: Doubt,
  kept: readonly KeptItem[],
  remembered: ReadonlyMap<string, Remembered>,
  thresholds: Thresholds,
  terms: EnrolTerms,
): { readonly settled: Settled | undefined; readonly open: readonly Item[] } {
  const { question, warnings, proposedId } = doubt;
  const known = question.items.map((item, place) => {
    const name = kept[place];
    return { item, before: name === undefined ? undefined : remembered.get(nameOf(name)) };
  });
  const same = known.find(({ before }) => before?.same === true);
  if (same?.before !== undefined) {
    const judgement = judgeSame(terms, same.item, warnings, doubt);
    return { settled: { judgement, decisionId: same.before.decisionId }, open: question.items };
  }
  const open = known.filter(({ before }) => before === undefined).map(({ item }) => item);
  const last = known.at(-1)?.before;
  if (open.length === 0 && last !== undefined) {
    const judgement = question.numberTaken
      ? judgeDisputed(proposedId, warnings)
      : judgeNew(proposedId, warnings, { ...doubt, enrols: terms.records === null });
    return { settled: { judgement, decisionId: last.decisionId }, open: question.items };
  }
  const chosen = byThresholds(open, question.numberTaken, thresholds);
  if (chosen === undefined) return { settled: undefined, open };
  const score = Math.max(0, ...open.map((item) => (item.kind === 'doubt' ? 0 : item.score)));
  const told: Finding[] = [
    ...warnings,
    { code: 'decided.byThreshold', field: null, facts: { percent: score } },
  ];
  const judgement =
    chosen === 'new'
      ? judgeNew(proposedId, told, { ...doubt, enrols: terms.records === null })
      : judgeSame(terms, chosen, told, doubt);
  return { settled: { judgement, decisionId: null }, open };
}

/** The row means this item. */
function judgeSame(
  terms: EnrolTerms,
  item: Item,
  warnings: readonly Finding[],
  row: Pick<Doubt, 'numbered' | 'says'>,
): Judgement {
  if (item.kind === 'person') return judgeKnown(terms, item.person, warnings, row);
  if (item.kind === 'row') {
    return repeatedRow({ sheet: item.row.sheet, row: item.row.row }, warnings);
  }
  throw new Error('a doubt about the row itself is nobody it could be the same as');
}
