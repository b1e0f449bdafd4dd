import { comparePeople, type MatchPerson } from '@payung/identity';

/** Where a row of the file stood, and whom it named. */
interface FileRow {
  readonly sheet: string;
  readonly row: number;
  readonly person: MatchPerson;
}

/** A key shared by more rows than this tells nobody apart. */
const largestBlock = 50;

/**
 * What the file has said so far, so that a person listed twice is found however far apart the rows are. It holds every row of
 * the file: names as text, and a list only where a key is shared.
 */
export class FileMemory {
  readonly #byNik = new Map<string, FileRow>();
  readonly #byKey = new Map<bigint, FileRow | FileRow[]>();

  /** The first row with this number; undefined when there is none, or no number. */
  sameNik(hash: Buffer | undefined): FileRow | undefined {
    return hash === undefined ? undefined : this.#byNik.get(hash.toString('latin1'));
  }

  /** An earlier row with another number that seems to mean the same person. */
  similar(person: MatchPerson, keys: readonly bigint[]): FileRow | undefined {
    for (const key of keys) {
      const rows = listOf(this.#byKey.get(key));
      if (rows.length > largestBlock) continue;
      const found = rows.find((earlier) => comparePeople(person, earlier.person).verdict !== 'different');
      if (found !== undefined) return found;
    }
    return undefined;
  }

  remember(row: FileRow, hash: Buffer | undefined, keys: readonly bigint[]): void {
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

function listOf(rows: FileRow | FileRow[] | undefined): readonly FileRow[] {
  return rows === undefined ? [] : Array.isArray(rows) ? rows : [rows];
}
