import { bitsOf, type Programme, programmesOf, type Segment } from '#partners';
import { type Cell, cellText } from '#rosters';

const segmentWords: readonly (readonly [RegExp, Segment])[] = [
  [/^(bpu|bukan penerima upah|informal|mandiri)\b/, 'BPU'],
  [/^(pu|penerima upah|formal|ppu)\b/, 'PU'],
  [/^(jakon|jasa konstruksi|jaskon|konstruksi)\b/, 'JAKON'],
  [/^(pmi|tki|pekerja migran)\b/, 'PMI'],
];

/** The segment of a cell; undefined when it names none. */
export function parseSegment(cell: Cell | undefined): Segment | undefined {
  const text = cellText(cell).toLowerCase();
  return segmentWords.find(([pattern]) => pattern.test(text))?.[1];
}

/**
 * The programmes of a cell such as `JKK, JKM, JHT` or `JKK+JKM`. An empty cell means JKK and JKM, which every segment has;
 * undefined when there is a word that is no programme.
 */
export function parseProgrammes(cell: Cell | undefined): readonly Programme[] | undefined {
  const words = cellText(cell)
    .toUpperCase()
    .match(/[A-Z]+/g);
  if (words === null) return cellText(cell) === '' ? ['JKK', 'JKM'] : undefined;
  const known = words.filter((word) => word !== 'DAN' && word !== 'AND');
  return known.every(isProgramme) ? programmesOf(bitsOf(known)) : undefined;
}

function isProgramme(word: string): word is Programme {
  return ['JKK', 'JKM', 'JHT', 'JP', 'JKP'].includes(word);
}
