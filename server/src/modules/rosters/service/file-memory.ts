import { comparePeople, type MatchPerson } from '@payung/identity';
import type { EarlierRow } from '../judge/index.ts';

/** A key shared by more rows than this tells nobody apart. */
const largestBlock = 50;

/**
 * What the file has said so far, so that a person listed twice is found however far apart the rows are. It holds every row of
 * the file: names as text, and a list only where a key is shared.
 */
export class FileMemory {
  readonly #byNik = new Map<string, EarlierRow>();
  readonly #byKey = new Map<bigint, EarlierRow | EarlierRow[]>();

  /** The first row with this number; undefined when there is none, or no number. */
  sameNik(hash: Buffer | undefined): EarlierRow | undefined {
    return hash === undefined ? undefined : this.#byNik.get(hash.toString('latin1'));
  }

  /** An earlier row with another number that seems to mean the same person. */
  similar(person: MatchPerson, keys: readonly bigint[]): EarlierRow | undefined {
    for (const key of keys) {
      const rows = listOf(this.#byKey.get(key));
      if (rows.length > largestBlock) continue;
      const found = rows.find((earlier) => comparePeople(person, earlier.person).verdict !== 'different');
      if (found !== undefined) return found;
    }
    return undefined;
  }

  remember(row: EarlierRow, hash: Buffer | undefined, keys: readonly bigint[]): void {
    const nik = hash?.toString('latin1');
    if (nik !== undefined && !this.#byNik.has(nik)) this.#byNik.set(nik, row);
    for (const key of keys) {
      const rows = this.#byKey.get(key);
      if (rows === undefined) this.#byKey.set(key, row);
      else if (!Array.isArray(rows)) this.#byKey.set(key, [rows, row]);
      else if (rows.length <= largestBlock) rows.push(row);
    }
  }
}

function listOf(rows: EarlierRow | EarlierRow[] | undefined): readonly EarlierRow[] {
  return rows === undefined ? [] : Array.isArray(rows) ? rows : [rows];
}
