import type { Tx } from '#platform/context';
import { copyInto } from '#platform/copy';
import type { Counts, Roster, Taking } from '../model.ts';
import { insertRows } from '../store/rows.ts';
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

/** Opens the writer. `preparing` reaches schema intake, `judging` the verdicts. */
export function openRowWriter(preparing: Tx, judging: Tx, roster: Roster): RowWriter {
  const columns = ['roster_id', 'ordinal', ...preparedColumns.map(([column]) => column)];
  const prepared = copyInto(preparing.client, 'intake.prepared_row', columns);
  const tally = { new: 0, known: 0, doubtful: 0, refused: 0, ignored: 0 };
  let ordinal = 0;
  let enrolled = 0;
  let recorded = 0;
  let listed = 0;
  return {
    async write(checked) {
      const first = ordinal + 1;
      for (const { verdict, enrol: enrols, prepared: ready } of checked) {
        ordinal += 1;
        tally[verdict] += 1;
        if (enrols) enrolled += 1;
        if (ready === undefined) continue;
        if (ready.outcome === 'record' || ready.outcome === 'dispute') recorded += 1;
        if (ready.outcome === 'update') listed += 1;
        await prepared.write([roster.rosterId, ordinal, ...preparedColumns.map(([, value]) => ready[value])]);
      }
      await insertRows(
        judging,
        roster,
        checked.map((row, index) => ({
          ordinal: first + index,
          sheet: row.sheet,
          row: row.row,
          verdict: row.verdict,
          reason: row.because.code,
          field: row.because.field,
          facts: row.because.facts,
          warnings: row.warnings.map(({ code, facts }) => ({ code, facts })),
          name: row.name,
          nik_masked: row.nikMasked,
          village: row.village,
          person_id: row.personId,
          enrol: row.enrol,
          ...(row.listing.decile === null ? {} : row.listing),
          ...(row.doubt === undefined
            ? {}
            : {
                row_key: row.doubt.rowKey.toString('hex'),
                doubt: row.doubt.question,
                decision_id: row.doubt.decisionId,
              }),
        })),
      );
    },
    end: () => prepared.end(),
    abort: () => prepared.abort(),
    counts: () => ({ rowsIn: ordinal, ...tally }),
    takes: () => ({ enrolled, recorded, listed }),
  };
}
