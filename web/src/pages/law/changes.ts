import type { Day } from '@payung/kernel';
import type { ShownParameter, ShownRow } from '@payung/law';
import { hasWords } from './groups.ts';
import { believedRows } from './history.ts';

/** begins: the first value, or one after a time without · restated: the same value by another law or article */
export type ChangeKind = 'begins' | 'changes' | 'restated' | 'ends' | 'awaited' | 'unknown';

/** What one row of a history did to its parameter. */
export interface Change {
  readonly kind: ChangeKind;
  readonly parameter: ShownParameter;
  readonly row: ShownRow;
  /** What held until then; undefined at the beginning of the history. */
  readonly before: ShownRow | undefined;
}

/** What one law did on one day. */
export interface LawChanges {
  readonly law: string;
  readonly changes: readonly Change[];
}

/** All changes of one day. */
export interface DayOfChange {
  readonly day: Day;
  readonly laws: readonly LawChanges[];
}

/**
 * The changes of the parameters, the latest day first; within a day by law, and then as the parameters come.
 *
 * @param filter words that all stand in the name or id of the parameter, or in the law, article or value of the change
 */
export function changesByDay(parameters: readonly ShownParameter[], filter = ''): readonly DayOfChange[] {
  const changes = parameters
    .flatMap(changesOf)
    .filter(({ parameter: { id, label }, row: { source, text } }) =>
      hasWords(filter, [id, label.id, label.en, source.law, source.article, text?.id, text?.en]),
    );
  const byDay = Map.groupBy(changes, ({ row }) => row.from);
  return [...byDay]
    .sort(([one], [other]) => (one < other ? 1 : -1))
    .map(([day, ofDay]) => ({
      day,
      laws: [...Map.groupBy(ofDay, ({ row }) => row.source.law)]
        .sort(([one], [other]) => one.localeCompare(other, 'id', { numeric: true }))
        .map(([law, ofLaw]) => ({ law, changes: ofLaw })),
    }));
}

function changesOf(parameter: ShownParameter): readonly Change[] {
  const rows = believedRows(parameter);
  return rows.map((row, place) => {
    const before = rows[place - 1];
    return { kind: kindOf(row, before), parameter, row, before };
  });
}

function kindOf(row: ShownRow, before: ShownRow | undefined): ChangeKind {
  if (row.state === 'awaited' || row.state === 'unknown') return row.state;
  if (row.state === 'none') return 'ends';
  if (before?.state !== 'value') return 'begins';
  return JSON.stringify(row.value) === JSON.stringify(before.value) ? 'restated' : 'changes';
}
