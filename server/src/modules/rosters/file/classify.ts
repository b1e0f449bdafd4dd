import { digitCount, isAbsent, looksLikeNik } from './cell-evidence.ts';
import type { Field } from './header-words.ts';
import { fieldOfHeader, headerKey } from './header-words.ts';
import type { Layout } from './layout.ts';
import { wordOfCode } from './opensid-codes.ts';
import { type Cell, cellText, type RawRow } from './row.ts';

/** Why a row is not a person. */
export type IgnoredBecause =
  | 'blank' // nothing but dashes and spaces
  | 'title' // above the header: letterhead, name of the list
  | 'header' // the header itself, or repeated on a later page
  | 'columnNumbers' // 1 2 3 4 … under the header
  | 'section' // `DUSUN II`, `RT 04`: a heading between people
  | 'total' // JUMLAH, TOTAL
  | 'signature' // Mengetahui, Kepala Desa, NIP, place and date
  | 'note' // Catatan, Keterangan, Sumber
  | 'notRoster' // on a sheet in which no list of people was found
  | 'ourSheet'; // the summary or guide that Payung itself put into the workbook

/** A row that describes a person, or one left aside with the reason. Every row of a file is one of the two. */
export type ClassifiedRow = Readonly<{
  raw: RawRow;
  kind: 'person' | 'ignored';
  /** Present on ignored rows only. */
  because?: IgnoredBecause;
  /** The cells of recognised columns by field; present on people only, empty cells left out. */
  values?: Readonly<Partial<Record<Field, Cell>>>;
}>;

const TOTAL = /^(?:sub ?|grand ?)?(?:jumlah|total|jml)\b/i;
const SECTION =
  /^(?:dusun|rt|rw|desa|kelurahan|kecamatan|lingkungan|kelompok|blok|kampung|wilayah|stasi|paroki|jemaat|kub|lanjutan)\b/i;
const NOTE = /^(?:catatan|keterangan|ket|note|nb|n\.b|sumber|\*+)(?:\b|\s|[.:])/i;
const SIGNATURE =
  /^(?:mengetahui|menyetujui|mengesahkan|disahkan|dibuat (?:oleh|di)|yang membuat|pembuat daftar|petugas (?:pendata|entry|entri)|ditetapkan|hormat kami|a\.?n\.? |ttd\b|tanda tangan|nip\b|nrp\b|pj\.? |plt\.? |kepala (?:desa|dinas|kelurahan|dusun|seksi)|lurah\b|camat\b|bupati\b|sekretaris|sekdes|bendahara|ketua\b|pastor\b|penjabat|[\p{L} ]{3,30}, (?:tanggal )?(?:\.{2,}|\d{1,2}) ?(?:\.{2,}|[\p{L}]+|[-/]) ?)/iu;

/** Fields of which one beside the name makes a row a person even when the NIK is missing. */
const PERSONAL: readonly Field[] = [
  'birth_date',
  'birth',
  'sex',
  'sex_male',
  'sex_female',
  'mother',
  'kk',
  'phone',
];

/**
 * Sorts the rows below one sheet's header, in order: whether a lone name is a person or a signature depends on
 * what came before it.
 *
 * Whatever carries a NIK, or a name with one more personal detail, is a person whatever else it says: a village
 * head on a list of officials is not a signature, and a row is never dropped for looking odd.
 */
export class RowClassifier {
  readonly #layout: Layout;
  readonly #header: ReadonlyMap<number, string>;
  readonly #columns: ReadonlyMap<Field, number>;
  readonly #lastHeaderRow: number;
  #inTail = false;

  constructor(layout: Layout) {
    this.#layout = layout;
    const columns = [...layout.recognised, ...layout.unrecognised];
    this.#header = new Map(columns.map(({ column, header }) => [column, headerKey(header)]));
    this.#columns = new Map(layout.recognised.map(({ field, column }) => [field, column]));
    this.#lastHeaderRow = layout.headerRows.at(-1) ?? 0;
  }

  /** Classifies the next row of the sheet. */
  classify(raw: RawRow): ClassifiedRow {
    const because = this.#reasonToIgnore(raw);
    if (because === 'signature') this.#inTail = true;
    if (because !== undefined) return { raw, kind: 'ignored', because };
    if (looksLikeNik(this.#cell(raw, 'nik'))) this.#inTail = false;
    return { raw, kind: 'person', values: valuesOf(raw, this.#layout) };
  }

  #cell(raw: RawRow, field: Field): Cell | undefined {
    const column = this.#columns.get(field);
    return column === undefined ? undefined : raw.cells[column];
  }

  #reasonToIgnore(raw: RawRow): IgnoredBecause | undefined {
    if (this.#layout.headerRows.includes(raw.row)) return 'header';
    if (raw.row < this.#lastHeaderRow) return 'title';
    // Nearly every row of a good file ends here; the questions below cost thirty times as much.
    if (looksLikeNik(this.#cell(raw, 'nik'))) return undefined;
    const present = raw.cells.filter((cell) => !isAbsent(cell));
    if (present.length === 0) return 'blank';
    if (isColumnNumbers(raw.cells)) return 'columnNumbers';
    if (this.#repeatsHeader(raw)) return 'header';
    if (this.#isPerson(raw)) return undefined;

    const texts = present.map(cellText);
    if (texts.some((text) => TOTAL.test(text))) return 'total';
    if (texts.some((text) => SIGNATURE.test(text) || /^\(?[\s._…]{6,}\)?$/.test(text))) return 'signature';
    const first = texts[0] ?? '';
    if (NOTE.test(first)) return 'note';
    if (texts.length <= 2 && texts.some((text) => SECTION.test(text))) return 'section';
    // Below the first signature only a NIK or a personal detail makes a person; names there sign.
    if (this.#inTail) return 'signature';
    if (!isAbsent(this.#cell(raw, 'nik')) || !isAbsent(this.#cell(raw, 'name'))) return undefined;
    return texts.length <= 2 ? 'section' : 'note';
  }

  #isPerson(raw: RawRow): boolean {
    const nik = this.#cell(raw, 'nik');
    const nikText = cellText(nik);
    const name = cellText(this.#cell(raw, 'name'));
    if ([name, nikText, cellText(this.#cell(raw, 'no'))].some((text) => TOTAL.test(text))) return false;
    // A damaged NIK still has most of its digits; `NIP. 1970…` is the employee number under a signature.
    if (digitCount(nik) >= 8 && !/nip|nrp/i.test(nikText) && !SIGNATURE.test(nikText)) return true;
    if (!/\p{L}{2}/u.test(name)) return false;
    return PERSONAL.some((field) => this.#isPersonalDetail(raw, field));
  }

  /** A signature block also fills cells of these columns, but with words, not with a date, a sex or a number. */
  #isPersonalDetail(raw: RawRow, field: Field): boolean {
    const cell = this.#cell(raw, field);
    if (isAbsent(cell)) return false;
    if (cell instanceof Date) return true;
    const text = cellText(cell);
    return !SIGNATURE.test(text) && (!this.#inTail || digitCount(cell) >= 4);
  }

  #repeatsHeader(raw: RawRow): boolean {
    let same = 0;
    let other = 0;
    for (const [column, cell] of raw.cells.entries()) {
      if (isAbsent(cell)) continue;
      const key = headerKey(cellText(cell));
      const header = this.#header.get(column) ?? '';
      if (key === header || header.endsWith(` ${key}`) || header.startsWith(`${key} `)) same += 1;
      else if (fieldOfHeader(cellText(cell))?.exact !== true) other += 1;
    }
    return same >= 2 && same > other * 2;
  }
}

/** 1 2 3 4 … in at least four cells side by side, counting on from the first. */
function isColumnNumbers(cells: readonly Cell[]): boolean {
  const numbers = cells
    .filter((cell) => cell !== null)
    .map((cell) => cellText(cell).replace(/^\((\d+)\)$/, '$1'));
  if (numbers.length < 4 || numbers.some((text) => !/^\d{1,3}$/.test(text))) return false;
  return numbers.every((text, index) => index === 0 || Number(text) === Number(numbers[index - 1]) + 1);
}

/** A village's code in either of its spellings: 5304012001, 53.04.01.2001. */
const VILLAGE_CODE = /^\d{2}\.?\d{2}\.?\d{2}\.?\d{4}$/;

/** The cells of recognised columns; two columns to tick become one `sex` of L or P. */
function valuesOf(raw: RawRow, layout: Layout): Partial<Record<Field, Cell>> {
  const values: Partial<Record<Field, Cell>> = {};
  for (const { column, field, words } of layout.recognised) {
    const cell = raw.cells[column] ?? null;
    if (cell !== null) values[field] = words === undefined ? cell : wordOfCode(words, cell);
  }
  // A code is surer than a name; whoever names no village lives in that of the list.
  const code = cellText(values.village_code);
  if (VILLAGE_CODE.test(code)) values.village = code;
  else if (layout.village !== undefined && isAbsent(values.village)) values.village = layout.village;
  const ticks = [!isAbsent(values.sex_male), !isAbsent(values.sex_female)];
  if (values.sex === undefined && ticks[0] !== ticks[1]) values.sex = ticks[0] ? 'L' : 'P';
  return values;
}
