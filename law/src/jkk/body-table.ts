import { formatRate, percent, type Rate } from '@payung/kernel';
import { type Parameter, parameter, type Source } from '../engine/parameter.ts';
import { rateText, type Text } from '../engine/text.ts';

const TABLE = { law: 'PP 44/2015', article: 'Lampiran III' } as const;
const QUOTED: Source = {
  ...TABLE,
  confidence: 'quoted',
  page: 'https://www.seputarpabrik.com/2018/12/mengetahui-besarnya-uang-santunan-cacat.html',
};
const KNOWN: Source = { ...TABLE, confidence: 'known' };

const FROM = '2015-07-01';
const CHECKED = '2026-11-20';
const UNIT = 'share of 80 monthly wages';

/** The row of a torn scalp, whose percentage a doctor sets within `scalpRange`. */
export const SCALP_ROW = '28';

// Row numbers are ours. PP 82/2019 left the table as it was.
// biome-ignore format: one row of the table on one line
const ROWS: readonly (readonly [row: string, share: Rate, source: Source, id: string, en: string])[] = [
  ['1', percent('40'), QUOTED, 'Lengan kanan dari sendi bahu ke bawah', 'Right arm from the shoulder joint down'],
  ['2', percent('35'), QUOTED, 'Lengan kiri dari sendi bahu ke bawah', 'Left arm from the shoulder joint down'],
  ['3', percent('35'), KNOWN, 'Lengan kanan dari atau dari atas siku ke bawah', 'Right arm from or above the elbow down'],
  ['4', percent('30'), KNOWN, 'Lengan kiri dari atau dari atas siku ke bawah', 'Left arm from or above the elbow down'],
  ['5', percent('32'), KNOWN, 'Tangan kanan dari atau dari atas pergelangan ke bawah', 'Right hand from or above the wrist down'],
  ['6', percent('28'), KNOWN, 'Tangan kiri dari atau dari atas pergelangan ke bawah', 'Left hand from or above the wrist down'],
  ['7', percent('70'), KNOWN, 'Kedua belah kaki dari pangkal paha ke bawah', 'Both legs from the groin down'],
  ['8', percent('35'), KNOWN, 'Sebelah kaki dari pangkal paha ke bawah', 'One leg from the groin down'],
  ['9', percent('50'), KNOWN, 'Kedua belah kaki dari mata kaki ke bawah', 'Both feet from the ankle down'],
  ['10', percent('25'), KNOWN, 'Sebelah kaki dari mata kaki ke bawah', 'One foot from the ankle down'],
  ['11', percent('70'), QUOTED, 'Kedua belah mata', 'Both eyes'],
  ['12', percent('35'), QUOTED, 'Sebelah mata atau diplopia pada penglihatan dekat', 'One eye, or double vision in near sight'],
  ['13', percent('40'), QUOTED, 'Pendengaran pada kedua belah telinga', 'Hearing of both ears'],
  ['14', percent('20'), QUOTED, 'Pendengaran pada sebelah telinga', 'Hearing of one ear'],
  ['15', percent('15'), KNOWN, 'Ibu jari tangan kanan', 'Right thumb'],
  ['16', percent('12'), KNOWN, 'Ibu jari tangan kiri', 'Left thumb'],
  ['17', percent('9'), KNOWN, 'Telunjuk tangan kanan', 'Right index finger'],
  ['18', percent('7'), KNOWN, 'Telunjuk tangan kiri', 'Left index finger'],
  ['19', percent('4'), KNOWN, 'Salah satu jari lain tangan kanan', 'One other finger of the right hand'],
  ['20', percent('3'), KNOWN, 'Salah satu jari lain tangan kiri', 'One other finger of the left hand'],
  ['21', percent('4.5'), KNOWN, 'Ruas pertama telunjuk kanan', 'First joint of the right index finger'],
  ['22', percent('3.5'), KNOWN, 'Ruas pertama telunjuk kiri', 'First joint of the left index finger'],
  ['23', percent('2'), KNOWN, 'Ruas pertama jari lain tangan kanan', 'First joint of another finger of the right hand'],
  ['24', percent('1.5'), KNOWN, 'Ruas pertama jari lain tangan kiri', 'First joint of another finger of the left hand'],
  ['25', percent('5'), KNOWN, 'Salah satu ibu jari kaki', 'One big toe'],
  ['26', percent('3'), KNOWN, 'Salah satu jari telunjuk kaki', 'One second toe'],
  ['27', percent('2'), KNOWN, 'Salah satu jari kaki lain', 'One other toe'],
  ['29', percent('30'), KNOWN, 'Impotensi', 'Impotence'],
  ['30a', percent('10'), KNOWN, 'Kaki memendek sebelah kurang dari 5 cm', 'One leg shorter by less than 5 cm'],
  ['30b', percent('20'), KNOWN, 'Kaki memendek sebelah 5 sampai kurang dari 7,5 cm', 'One leg shorter by 5 to less than 7.5 cm'],
  ['30c', percent('30'), KNOWN, 'Kaki memendek sebelah 7,5 cm atau lebih', 'One leg shorter by 7.5 cm or more'],
  ['31', percent('6'), QUOTED, 'Penurunan daya dengar kedua belah telinga, setiap 10 desibel', 'Hearing of both ears, each 10 decibels lost'],
  ['32', percent('3'), QUOTED, 'Penurunan daya dengar sebelah telinga, setiap 10 desibel', 'Hearing of one ear, each 10 decibels lost'],
  ['33', percent('5'), QUOTED, 'Kehilangan daun telinga sebelah', 'One ear flap'],
  ['34', percent('10'), QUOTED, 'Kehilangan kedua belah daun telinga', 'Both ear flaps'],
  ['35', percent('30'), QUOTED, 'Cacat hilangnya cuping hidung', 'Wing of the nose'],
  ['36', percent('15'), QUOTED, 'Perforasi sekat rongga hidung', 'Perforated nasal septum'],
  ['37', percent('10'), QUOTED, 'Kehilangan daya penciuman', 'Sense of smell'],
  ['38a', percent('40'), KNOWN, 'Hilangnya kemampuan kerja fisik 51-70%', '51 to 70% of the capacity for physical work'],
  ['38b', percent('20'), KNOWN, 'Hilangnya kemampuan kerja fisik 26-50%', '26 to 50% of the capacity for physical work'],
  ['38c', percent('5'), KNOWN, 'Hilangnya kemampuan kerja fisik 10-25%', '10 to 25% of the capacity for physical work'],
  ['39', percent('70'), KNOWN, 'Hilangnya kemampuan kerja mental tetap', 'Permanent loss of the capacity for mental work'],
  ['40', percent('7'), QUOTED, 'Kehilangan sebagian fungsi penglihatan (efisiensi binokuler), setiap 10%', 'Binocular efficiency, each 10% lost'],
  ['41', percent('7'), KNOWN, 'Setiap kehilangan efisiensi tajam penglihatan 10%', 'Visual acuity, each 10% lost'],
  ['42', percent('10'), QUOTED, 'Kehilangan penglihatan warna', 'Colour vision'],
  ['43', percent('7'), QUOTED, 'Setiap kehilangan lapangan pandang 10%', 'Field of vision, each 10% lost'],
];

/** Share for each loss of the disability table by the number of its row, without `SCALP_ROW`. */
export const bodyTable: ReadonlyMap<string, Parameter<Rate>> = new Map(
  ROWS.map(([row, share, source, id, en]) => [
    row,
    parameter<Rate>(`jkk.disability_table.${row}`, {
      label: { id: `Baris ${row}, ${id}`, en: `Row ${row}, ${en}` },
      unit: UNIT,
      checked: CHECKED,
      show: rateText,
      history: [[FROM, share, source]],
    }),
  ]),
);

type Bounds = { readonly least: Rate; readonly most: Rate };

const SCALP: Text = { id: 'Terkelupasnya kulit kepala', en: 'Scalp torn off' };
const SCALP_BOUNDS: Bounds = { least: percent('10'), most: percent('30') };

/** The lowest and highest share for a torn scalp, both included. */
export const scalpRange = parameter<Bounds>(`jkk.disability_table.${SCALP_ROW}`, {
  label: { id: `Baris ${SCALP_ROW}, ${SCALP.id}`, en: `Row ${SCALP_ROW}, ${SCALP.en}` },
  unit: UNIT,
  checked: CHECKED,
  show: boundsText,
  history: [[FROM, SCALP_BOUNDS, QUOTED]],
});

/** Rows that count each 10 decibels or each 10 % lost, so that a loss can be several units of them. */
export const ROWS_IN_UNITS: ReadonlySet<string> = new Set(['31', '32', '40', '41', '43']);

/** A row of the disability table, for a list to choose from. */
export type BodyRow = {
  readonly row: string;
  readonly name: Text;
  /** What it counts: the share of a row that is in the table, the bounds of one that a doctor sets. */
  readonly share: Text;
  /** Once; for each 10 decibels or 10 % lost; or by the percentage that a doctor sets. */
  readonly counted: 'once' | 'units' | 'setByDoctor';
};

/** Every row of the disability table in its order. */
export const bodyRows: readonly BodyRow[] = [
  ...ROWS.map(([row, share, , id, en]): BodyRow => {
    const counted = ROWS_IN_UNITS.has(row) ? 'units' : 'once';
    return { row, name: { id, en }, share: rateText(share), counted };
  }),
  { row: SCALP_ROW, name: SCALP, share: boundsText(SCALP_BOUNDS), counted: 'setByDoctor' } as const,
].toSorted((a, b) => Number.parseInt(a.row, 10) - Number.parseInt(b.row, 10));

// biome-ignore format: pairs of right and left
const SIDES = [['1', '2'], ['3', '4'], ['5', '6'], ['15', '16'], ['17', '18'], ['19', '20'], ['21', '22'], ['23', '24']] as const;

const OTHER_SIDE: ReadonlyMap<string, string> = new Map(
  SIDES.flatMap(([right, left]) => [
    [right, left],
    [left, right],
  ]),
);

/** The row of the same loss on the other side; the row itself where the table knows no sides. For left-handed members. */
export function otherSide(row: string): string {
  return OTHER_SIDE.get(row) ?? row;
}

function boundsText({ least, most }: Bounds): Text {
  return {
    id: `${formatRate(least, 'id')} sampai dengan ${formatRate(most, 'id')}`,
    en: `${formatRate(least, 'en')} to ${formatRate(most, 'en')}`,
  };
}
