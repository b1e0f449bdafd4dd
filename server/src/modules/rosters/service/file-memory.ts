import { comparePeople, type MatchPerson, type Nik } from '@payung/identity';
import { day } from '@payung/kernel';
import type { EarlierRow } from '../judge/index.ts';
import { KeyTable } from './key-table.ts';
import { RowShelf } from './row-shelf.ts';

/** A key shared by more rows than this tells nobody apart. */
const largestBlock = 50;

/** Nobody's name and mother's name take more; a longer row is not remembered. */
const longestRow = 10_000;

/**
 * What the file has said so far, so that a person listed twice is found however far apart the rows are. It holds every row of
 * the file, as short texts and numbers outside the heap.
 */
export class FileMemory {
  readonly #shelf = new RowShelf();
  readonly #byNik = new KeyTable();
  readonly #byKey = new KeyTable();
  readonly #sheets: string[] = [];

  /** The first row with this number; undefined when there is none, or no number. */
  sameNik(nik: Nik | undefined): EarlierRow | undefined {
    if (nik === undefined) return undefined;
    return this.#rowsAt(this.#byNik.rowsOf(nik)).find(({ person }) => person.nik === nik);
  }

  /** An earlier row with another number that seems to mean the same person. */
  similar(person: MatchPerson, keys: readonly string[]): EarlierRow | undefined {
    for (const key of keys) {
      const rows = this.#byKey.rowsOf(key);
      if (rows.length > largestBlock) continue;
      const found = this.#rowsAt(rows).find(
        (earlier) => comparePeople(person, earlier.person).verdict !== 'different',
      );
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** @param row its person's names as text */
  remember(row: EarlierRow, keys: readonly string[]): void {
    const text = this.#textOf(row);
    if (text.length > longestRow) return;
    const number = this.#shelf.add(text);
    const { nik } = row.person;
    if (nik !== undefined && this.sameNik(nik) === undefined) this.#byNik.add(nik, number, largestBlock);
    for (const key of keys) this.#byKey.add(key, number, largestBlock + 1);
  }

  #rowsAt(numbers: readonly number[]): EarlierRow[] {
    return numbers.map((number) => this.#rowOf(this.#shelf.get(number)));
  }

  /** Cells hold no tabs: their white space is made single blanks when they are read. */
  #textOf({ sheet, row, ordinal, person }: EarlierRow): string {
    let place = this.#sheets.lastIndexOf(sheet);
    if (place < 0) place = this.#sheets.push(sheet) - 1;
    const {
      nik = '',
      name,
      birthDate = '',
      birthPrecision = '',
      sex = '',
      mother = '',
      village = '',
    } = person;
    return `${place}\t${row}\t${ordinal}\t${nik}\t${name}\t${birthDate}\t${birthPrecision}\t${sex}\t${mother}\t${village}`;
  }

  #rowOf(text: string): EarlierRow {
    const [place, row, ordinal, nik, name = '', born = '', precision, sex, mother, village] =
      text.split('\t');
    const person: MatchPerson = {
      nik: (nik || undefined) as Nik | undefined,
      name,
      birthDate: born === '' ? undefined : day(born),
      birthPrecision: precisions.find((one) => one === precision),
      sex: sex === 'L' || sex === 'P' ? sex : undefined,
      mother: mother || undefined,
      village: village ? Number(village) : undefined,
    };
    return { sheet: this.#sheets[Number(place)] ?? '', row: Number(row), ordinal: Number(ordinal), person };
  }
}

const precisions = ['day', 'month', 'year'] as const;
