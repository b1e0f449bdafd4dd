import type { ExamplePerson } from './population.ts';
import type { Random } from './random.ts';

/** A row as somebody typed it; formats of dates and sexes are those of the sheet it lands on. */
export interface TypedRow {
  readonly person: ExamplePerson;
  /** A number where the spreadsheet took the digits for one. */
  readonly nik: string | number;
  readonly name: string;
  readonly sex: 'L' | 'P';
  readonly village: string;
  /** The birth date in the words of whoever typed it; undefined where it is written as the sheet writes dates. */
  readonly birth?: string;
  /** What was typed for the kecamatan; undefined where it is its name. */
  readonly district?: string;
  /** What was typed for the kabupaten; undefined where nothing was. */
  readonly regency?: string;
}

/**
 * What goes wrong on lists, in rows per thousand. The kinds follow a catalogue of data-entry errors (CC0); the rates are
 * assumptions, chosen so that between three and four of a hundred rows are not simply good.
 */
export const mistakeRates = {
  /** Somebody from another village's list once more, spelled a little differently. */
  listedTwice: 6,
  /** A digit left out. */
  fifteenDigits: 4,
  /** The column was numeric, so the spreadsheet kept 15 digits. */
  lastDigitLost: 4,
  /** The column was too narrow and was then saved as it looked: 5,30E+15. */
  scientific: 3,
  /** 31 February inside the NIK. */
  noSuchDay: 2,
  /** L written beside a woman's NIK. */
  sexSwapped: 4,
  /** The NIK of the row above, under another name. */
  copiedFromAbove: 3,
  /** Somebody aged 12. */
  tooYoung: 1,
  /** Somebody aged 70. */
  tooOld: 3,
  /** Letters of the village's name swapped, doubled or dropped. */
  villageMisspelt: 2,
  /** Blank, a dash, `belum ada`. */
  nikMissing: 4,
  /** The letter O for a zero. */
  letterO: 2,
  /** (Alm) behind the name. */
  deceased: 1,
} as const satisfies Record<string, number>;

export type Mistake = keyof typeof mistakeRates;

/** Mistakes of a row that need no other row. */
type SoleMistake = Exclude<Mistake, 'listedTwice' | 'copiedFromAbove' | 'tooYoung' | 'tooOld'>;

const none = [
  1000 - Object.values(mistakeRates).reduce((total, rate) => total + rate, 0),
  undefined,
] as const;
const drawn: readonly (readonly [weight: number, value: Mistake | undefined])[] = [
  none,
  ...Object.entries(mistakeRates).map(([mistake, rate]) => [rate, mistake as Mistake] as const),
];

/** Whether the next row goes wrong, and how. */
export function drawMistake(random: Random): Mistake | undefined {
  return random.weighted(drawn);
}

/** The row with the mistake in it; the same row when this person cannot be mistaken so (a man has no woman's NIK). */
export function withMistake(row: TypedRow, mistake: SoleMistake, random: Random): TypedRow {
  const { nik } = row.person;
  switch (mistake) {
    case 'fifteenDigits': {
      const at = 4 + random.below(12);
      return { ...row, nik: nik.slice(0, at) + nik.slice(at + 1) };
    }
    case 'lastDigitLost':
      return nik.endsWith('0') ? row : { ...row, nik: Number(`${nik.slice(0, 15)}0`) };
    case 'scientific':
      return {
        ...row,
        nik: Number(nik)
          .toExponential(random.chance(0.5) ? 5 : 2)
          .replace('.', ',')
          .toUpperCase(),
      };
    case 'noSuchDay':
      return { ...row, nik: `${nik.slice(0, 6)}${row.sex === 'P' ? 71 : 31}02${nik.slice(10)}` };
    case 'sexSwapped':
      return row.sex === 'P' ? { ...row, sex: 'L' } : row;
    case 'villageMisspelt':
      return { ...row, village: misspelt(row.village, random) };
    case 'nikMissing':
      return { ...row, nik: random.pick(['', '-', 'belum ada', 'proses']) };
    case 'letterO':
      return { ...row, nik: nik.replace('0', 'O') };
    case 'deceased':
      return { ...row, name: `${row.name} (Alm)` };
  }
}

/** Another spelling of the same name: Johanes for Yohanes, or the name in capitals. */
export function respelt(name: string): string {
  const other = name.replace(/^Yo/, 'Jo').replace(/ph/g, 'f').replace(/^Fr/, 'Vr').replace(/^Th/, 'T');
  return other === name ? name.toUpperCase() : other;
}

/** The name with two letters swapped, one doubled or one left out. */
export function misspelt(name: string, random: Random): string {
  const at = 1 + random.below(Math.max(1, name.length - 3));
  const [one = '', other = ''] = [name.charAt(at), name.charAt(at + 1)];
  switch (random.below(3)) {
    case 0:
      return `${name.slice(0, at)}${other}${one}${name.slice(at + 2)}`;
    case 1:
      return `${name.slice(0, at)}${one}${name.slice(at)}`;
    default:
      return `${name.slice(0, at)}${name.slice(at + 1)}`;
  }
}
