import type { Tx } from '#platform/context';
import { type CopyValue, copyInto } from '#platform/copy';
import type { Counts, Roster, Taking } from '../model.ts';
import type { CheckedRow } from './checked-row.ts';
import type { PreparedRow } from './prepare-row.ts';

/** Writes judged rows into the two tables that keep them, counting as it goes. */
interface RowWriter {
  write(rows: readonly CheckedRow[]): Promise<void>;
  end(): Promise<void>;
  abort(): void;
  counts(): Counts;
  takes(): Taking;
}

/** Columns of intake.prepared_row after roster and ordinal, each with where its value comes from. */
const preparedColumns: readonly (readonly [column: string, value: keyof PreparedRow])[] = [
  ['person_id', 'personId'],
  ['is_new', 'isNew'],
  ['name', 'name'],
  ['name_key', 'nameKey'],
  ['name_turned', 'nameTurned'],
  ['sex', 'sex'],
  ['birth_date', 'birthDate'],
  ['birth_precision', 'birthPrecision'],
  ['area', 'area'],
  ['rt', 'rt'],
  ['rw', 'rw'],
  ['occupation', 'occupation'],
  ['occupation_text', 'occupationText'],
  ['sealed', 'sealed'],
  ['nik_hash', 'nikHash'],
  ['match_hashes', 'matchHashes'],
  ['example', 'example'],
  ['membership_id', 'membershipId'],
  ['work_id', 'workId'],
  ['outcome', 'outcome'],
  ['proposed_id', 'proposedId'],
  ['completion', 'completion'],
  ['replaces', 'replaces'],
];

/** Columns of payung.roster_row after those that are the roster's, each with its value. */
const judgedColumns: readonly (readonly [column: string, value: (row: CheckedRow) => CopyValue])[] = [
  ['sheet', ({ sheet }) => sheet],
  ['"row"', ({ row }) => row],
  ['verdict', ({ verdict }) => verdict],
  ['reason', ({ because }) => because.code],
  ['field', ({ because }) => because.field],
  ['facts', ({ because }) => because.facts],
  [
    'warnings',
    ({ warnings }) =>
      warnings.length === 0 ? '[]' : JSON.stringify(warnings.map(({ code, facts }) => ({ code, facts }))),
  ],
  ['name', ({ name }) => name],
  ['nik_masked', ({ nikMasked }) => nikMasked],
  ['village', ({ village }) => village],
  ['person_id', ({ personId }) => personId],
  ['enrol', ({ enrol }) => enrol],
  ['decile', ({ listing }) => listing.decile],
  ['register', ({ listing }) => listing.register],
  ['row_key', ({ doubt }) => doubt?.rowKey],
  ['doubt', ({ doubt }) => doubt?.question],
  ['decision_id', ({ doubt }) => doubt?.decisionId],
];

/** Opens the writer. Both transactions are in schema intake: on one connection only one COPY runs at a time. */
export function openRowWriter(preparing: Tx, judging: Tx, roster: Roster): RowWriter {
  const { rosterId, area, partnerId } = roster;
  const prepared = copyInto(preparing.client, 'intake.prepared_row', [
    'roster_id',
    'ordinal',
    ...preparedColumns.map(([column]) => column),
  ]);
  const judged = copyInto(judging.client, 'intake.judged_row', [
    'roster_id',
    'area',
    'partner_id',
    'ordinal',
    ...judgedColumns.map(([column]) => column),
  ]);
  const tally = { new: 0, known: 0, doubtful: 0, refused: 0, ignored: 0 };
  let ordinal = 0;
  let enrolled = 0;
  let recorded = 0;
  let listed = 0;
  return {
    async write(checked) {
      for (const row of checked) {
        ordinal += 1;
        tally[row.verdict] += 1;
        if (row.enrol) enrolled += 1;
        judged.add([rosterId, area, partnerId, ordinal, ...judgedColumns.map(([, value]) => value(row))]);
        const ready = row.prepared;
        if (ready === undefined) continue;
        if (ready.outcome === 'record' || ready.outcome === 'dispute') recorded += 1;
        if (ready.outcome === 'update') listed += 1;
        prepared.add([rosterId, ordinal, ...preparedColumns.map(([, value]) => ready[value])]);
      }
      await Promise.all([judged.flush(), prepared.flush()]);
    },
    async end() {
      await prepared.end();
      await judged.end();
    },
    abort() {
      prepared.abort();
      judged.abort();
    },
    counts: () => ({ rowsIn: ordinal, ...tally }),
    takes: () => ({ enrolled, recorded, listed }),
  };
}
