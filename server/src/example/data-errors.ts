import { partsOf } from '@payung/kernel';
import { misspelt, respelt, type TypedRow } from './mistakes.ts';
import type { Random } from './random.ts';

/** Makes one data-entry error in a good row. */
type Spoil = (row: TypedRow, random: Random) => TypedRow;

const nik =
  (change: (nik: string, row: TypedRow, random: Random) => string | number): Spoil =>
  (row, random) => ({ ...row, nik: change(row.person.nik, row, random) });

const name =
  (change: (name: string, row: TypedRow, random: Random) => string): Spoil =>
  (row, random) => ({ ...row, name: change(row.name, row, random) });

const birth =
  (write: (date: BirthParts, row: TypedRow, random: Random) => string): Spoil =>
  (row, random) => ({ ...row, birth: write(partsOfBirth(row), row, random) });

interface BirthParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly yyyy: string;
  readonly mm: string;
  readonly dd: string;
}

function partsOfBirth({ person }: TypedRow): BirthParts {
  const { year, month, dayOfMonth } = partsOf(person.birthDate);
  const two = (value: number) => String(value).padStart(2, '0');
  return { year, month, day: dayOfMonth, yyyy: String(year), mm: two(month), dd: two(dayOfMonth) };
}

const spoken = 'Januari Pebruari Maret April Mei Juni Juli Agust Sept Okt Nopember Des'.split(' ');
const roman = 'I II III IV V VI VII VIII IX X XI XII'.split(' ');
const years = { yy: ({ yyyy }: BirthParts) => yyyy.slice(2) };

/** Days from the first day that spreadsheets count, for either of the two days on which they begin. */
const serial = ({ year, month, day }: BirthParts, epoch: number) =>
  String(Math.round((Date.UTC(year, month - 1, day) - epoch) / 86_400_000));

/** Replaces the digit at `at` by the next one, so that it is always another. */
const otherDigit = (digits: string, at: number) =>
  `${digits.slice(0, at)}${(Number(digits[at]) + 1) % 10}${digits.slice(at + 1)}`;

/** The last two neighbours that differ, swapped. */
function swapped(digits: string): string {
  let at = 14;
  while (at > 0 && digits[at] === digits[at + 1]) at -= 1;
  return `${digits.slice(0, at)}${digits[at + 1]}${digits[at]}${digits.slice(at + 2)}`;
}

/** The words of a name, of which there are at least two in every name that we make. */
const words = (text: string): [first: string, ...rest: string[]] => {
  const [first = '', ...rest] = text.split(' ');
  return [first, ...rest];
};

/**
 * Every kind of data-entry error of the catalogue (`data/data-errors.json`) that a single row can hold, by the id it has there.
 * The errors of a sheet as a whole (blank rows, totals, signatures) are in the workbook of the example.
 */
export const dataErrors = {
  'nik.swappedNeighbours': nik(swapped),
  'nik.wrongDigit': nik((digits) => otherDigit(digits, 14)),
  'nik.letterO': nik((digits) => digits.replace('0', 'O')),
  'nik.letterI': nik((digits) => digits.replace('1', 'I')),
  'nik.letterS': nik((digits) => digits.replace('5', 'S')),
  'nik.digitMissing': nik((digits) => digits.slice(0, 15)),
  'nik.digitTooMany': nik((digits) => `${digits}${digits[15]}`),
  'nik.scientific': nik((digits) => Number(digits).toExponential(5).replace('.', ',').toUpperCase()),
  'nik.lastDigitZero': nik((digits) => Number(`${digits.slice(0, 15)}0`)),
  'nik.apostrophe': nik((digits) => `'${digits}`),
  'nik.separators': nik((digits, _, random) => groupedBy(digits, random.pick([' ', '.', '-']))),
  'nik.invisible': nik((digits) => `\u00a0${digits.slice(0, 6)}\u200b${digits.slice(6)}`),
  'nik.familyCard': nik((digits) => `${digits.slice(0, 6)}1708120003`),
  'nik.copiedFromAbove': (row) => row,
  'nik.blank': nik((_, __, random) => random.pick(['', '-', '0', 'belum ada', 'proses'])),
  'nik.womanWithoutForty': (row) =>
    row.sex === 'P'
      ? {
          ...row,
          nik: row.person.nik.replace(
            /^(.{6})(..)/,
            (_, area, day) => `${area}${String(Number(day) - 40).padStart(2, '0')}`,
          ),
        }
      : row,
  'nik.two': nik((digits) => `${digits} / ${otherDigit(digits, 15)}`),

  'date.slashes': birth(({ dd, mm, yyyy }) => `${dd}/${mm}/${yyyy}`),
  'date.short': birth((date) => `${date.day}-${date.month}-${years.yy(date)}`),
  'date.iso': birth(({ dd, mm, yyyy }) => `${yyyy}-${mm}-${dd}`),
  'date.monthFirst': birth(({ dd, mm, yyyy }) => `${mm}/${dd}/${yyyy}`),
  'date.words': birth(({ day, month, yyyy }) => `${day} ${spoken[month - 1]} ${yyyy}`),
  'date.serial': birth((date) => serial(date, Date.UTC(1899, 11, 30))),
  'date.serial1904': birth((date) => serial(date, Date.UTC(1904, 0, 1))),
  'date.withPlace': birth(({ dd, mm, yyyy }, { person }) => `${person.birthPlace}, ${dd}-${mm}-${yyyy}`),
  'date.yearOnly': birth(({ yyyy }) => yyyy),
  'date.customary': birth(({ yyyy }) => `01-07-${yyyy}`),
  'date.impossible': birth(({ yyyy }) => `31-06-${yyyy}`),
  'date.twoDigitYear': birth((date) => `${date.dd}/${date.mm}/${years.yy(date)}`),
  'date.typoInYear': birth(({ dd, mm, yyyy }) => `${dd}-${mm}-${yyyy.slice(0, 1)}9${yyyy.slice(1)}`),
  'date.dots': birth(({ dd, mm, yyyy }) => `${dd}.${mm}.${yyyy}`),
  'date.romanMonth': birth(({ dd, month, yyyy }) => `${dd}-${roman[month - 1]}-${yyyy}`),
  'date.dayOfEntry': birth(() => '2025-07-18'),

  'name.capitals': name((text) => text.toUpperCase()),
  'name.title': name((text) => `Drs. ${text}, S.Pd`),
  'name.abbreviated': name((text) => {
    const [first, ...rest] = words(text);
    return [`${first.slice(0, 3)}.`, ...rest].join(' ');
  }),
  'name.swappedOrder': name((text) => {
    const [first, ...rest] = words(text);
    return [...rest, first].join(' ');
  }),
  'name.withoutFamilyName': name((text) => words(text).slice(0, -1).join(' ') || text),
  'name.spaces': name((text) => text.replace(' ', '  \t')),
  'name.deceased': name((text) => `${text} (Alm)`),
  'name.alias': name((text) => `${text} alias Anis`),
  'name.father': name((text, { sex }) => `${text} ${sex === 'P' ? 'binti' : 'bin'} Ali`),
  'name.withNik': name((text, { person }) => `${text} ${person.nik}`),
  'name.otherSpelling': name((text) => respelt(text)),
  'name.nickname': name((text) => `${words(text)[0].slice(-3)}is`),

  'area.prefix': (row, random) => ({
    ...row,
    village: `${random.pick(['Desa', 'Ds.', 'DESA'])} ${row.village}`,
  }),
  'area.misspelt': (row, random) => ({ ...row, village: misspelt(row.village, random) }),
  'area.districtAsRegency': (row) => ({ ...row, district: '', regency: row.person.village.district }),
} satisfies Record<string, Spoil>;

/** The id of an error in the catalogue, such as `nik.letterO`. */
export type DataError = keyof typeof dataErrors;

/** The errors, in the order of the catalogue. */
export const dataErrorIds = Object.keys(dataErrors) as readonly DataError[];

/**
 * The row with the error in it; the same row where this person cannot be mistaken so: only a woman's NIK can lack its forty, a name of
 * one word has no family name to leave out, and a number is copied from above only where there is a row above.
 */
export function withDataError(
  row: TypedRow,
  error: DataError,
  random: Random,
  above: TypedRow | undefined,
): TypedRow {
  const spoilt =
    error === 'nik.copiedFromAbove' ? { ...row, nik: above?.nik ?? row.nik } : dataErrors[error](row, random);
  const same = typedFields.every((field) => spoilt[field] === row[field]);
  return same ? row : spoilt;
}

const typedFields = ['nik', 'name', 'sex', 'village', 'birth', 'district', 'regency'] as const;

function groupedBy(digits: string, separator: string): string {
  return [
    digits.slice(0, 2),
    digits.slice(2, 4),
    digits.slice(4, 6),
    digits.slice(6, 12),
    digits.slice(12),
  ].join(separator);
}
