import type { Tx } from '#platform/context';
import { copyInto } from '#platform/copy';
import type { Counts, Roster } from '../model.ts';
import type { CheckedRow } from './row-checker.ts';

/** Writes judged rows into the two tables that keep them, counting as it goes. */
export interface RowWriter {
  write(rows: readonly CheckedRow[]): Promise<void>;
  end(): Promise<void>;
  abort(): void;
  counts(): Counts;
  /** Rows that acceptance would enrol. */
  enrol(): number;
}

const rowColumns = [
  'roster_id', 'ordinal', 'sheet', '"row"', 'verdict', 'reason', 'field', 'facts', 'warnings', 'name', 'nik_masked',
  'village', 'person_id', 'enrol', 'area', 'partner_id',
]; // biome-ignore format: in the order of write()

const preparedColumns = [
  'roster_id', 'ordinal', 'person_id', 'is_new', 'name', 'name_key', 'name_turned', 'sex', 'birth_date', 'birth_precision',
  'area', 'rt', 'rw', 'occupation', 'occupation_text', 'sealed', 'nik_hash', 'match_hashes', 'example', 'membership_id',
  'work_id',
]; // biome-ignore format: in the order of write()

/** Opens both COPYs. `preparing` reaches schema intake, `judging` the verdicts. */
export function openRowWriter(preparing: Tx, judging: Tx, roster: Roster): RowWriter {
  const rows = copyInto(judging.client, 'roster_row', rowColumns);
  const prepared = copyInto(preparing.client, 'intake.prepared_row', preparedColumns);
  const tally = { new: 0, known: 0, doubtful: 0, refused: 0, ignored: 0 };
  let ordinal = 0;
  let enrol = 0;
  return {
    async write(checked) {
      for (const row of checked) {
        ordinal += 1;
        tally[row.verdict] += 1;
        await rows.write([
          roster.rosterId, ordinal, row.sheet, row.row, row.verdict, row.because.code, row.because.field, row.because.facts,
          row.warnings.map(({ code, facts }) => ({ code, facts })), row.name, row.nikMasked, row.village, row.personId,
          row.prepared !== undefined, roster.area, roster.partnerId,
        ]); // biome-ignore format: as the columns
        const { prepared: ready } = row;
        if (ready === undefined) continue;
        enrol += 1;
        await prepared.write([
          roster.rosterId, ordinal, ready.personId, ready.isNew, ready.name, ready.nameKey, ready.nameTurned, ready.sex,
          ready.birthDate, ready.birthPrecision, ready.area, ready.rt, ready.rw, ready.occupation, ready.occupationText,
          ready.sealed, ready.nikHash, ready.matchHashes, ready.example, ready.membershipId, ready.workId,
        ]); // biome-ignore format: as the columns
      }
    },
    async end() {
      await rows.end();
      await prepared.end();
    },
    abort() {
      rows.abort();
      prepared.abort();
    },
    counts: () => ({ rowsIn: ordinal, ...tally }),
    enrol: () => enrol,
  };
}
