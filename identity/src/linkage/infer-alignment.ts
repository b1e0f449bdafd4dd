import type { Columns } from './column.ts';
import { isMetAgain, looksLikeId, ownId, sharedIn } from './infer-id.ts';
import { preparation } from './prepare.ts';

/** Columns of one table and of the other hold the same thing if they have so much of their values in common. */
const leastShared = 0.3;
const mostSampled = 20_000;
/** Of so few different values (sexes, years) several columns may have the same. */
const leastDistinct = 8;

/**
 * Which column of the right table is meant by a column of the left one that bears another name there: the same header but for
 * case and signs, else what has most of its values in common.
 *
 * @returns by the name of the left column that of the right one, where they differ
 */
export function alignColumns(left: Columns, right: Columns): Readonly<Record<string, string>> {
  const onlyLeft = Object.keys(left).filter((name) => !Object.hasOwn(right, name));
  const onlyRight = new Set(Object.keys(right).filter((name) => !Object.hasOwn(left, name)));
  const aligned = new Map<string, string>();
  const align = (one: string, other: string): void => {
    aligned.set(one, other);
    onlyRight.delete(other);
  };
  for (const name of onlyLeft) {
    const same = [...onlyRight].find((other) => folded(other) === folded(name));
    if (same !== undefined) align(name, same);
  }
  const open = onlyLeft.filter((name) => !aligned.has(name));
  const leftId = ownId(left, open);
  const rightId = ownId(right, [...onlyRight]);
  if (leftId !== undefined && rightId !== undefined) {
    const isSure = looksLikeId(leftId) && looksLikeId(rightId);
    if (isSure || !isMetAgain(left[leftId] ?? [], right[rightId] ?? [])) align(leftId, rightId);
  }

  // Whole values first: words are met in more than one column.
  for (const piecesOf of [wholeOf, wordsOf]) {
    const leftValues = valuesOf(
      left,
      open.filter((name) => !aligned.has(name)),
      piecesOf,
    );
    const rightValues = valuesOf(right, [...onlyRight], piecesOf);
    const pairs = leftValues
      .flatMap(([one, ours]) =>
        rightValues.map(([other, theirs]) => ({ one, other, shared: sharedIn([...ours], [...theirs]) })),
      )
      .filter(({ shared }) => shared >= leastShared)
      .toSorted((a, b) => b.shared - a.shared);
    for (const { one, other } of pairs) {
      if (!aligned.has(one) && onlyRight.has(other)) align(one, other);
    }
  }
  return Object.fromEntries(aligned);
}

/** The right table with its columns named as in the left one. */
export function renamed(right: Columns, names: Readonly<Record<string, string>>): Columns {
  const leftNames = new Map(Object.entries(names).map(([one, other]) => [other, one]));
  return Object.fromEntries(
    Object.entries(right).map(([name, values]) => [leftNames.get(name) ?? name, values]),
  );
}

function folded(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\d]/gu, '');
}

/** A value however it is written: a date as a day, of all else the letters and digits. */
function wholeOf(value: string): readonly string[] {
  const day = dateOf(value);
  return [day === '' ? foldText(value).replace(/[^\p{L}\d]/gu, '') : day];
}

/** Its words, but for initials and the like. */
function wordsOf(value: string): readonly string[] {
  return foldText(value)
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word.length >= leastWord);
}

const leastWord = 3;
const dateOf = preparation('date');
const foldText = preparation('text');

function valuesOf(
  table: Columns,
  names: readonly string[],
  piecesOf: (value: string) => readonly string[],
): [string, ReadonlySet<string>][] {
  return names
    .map((name): [string, ReadonlySet<string>] => {
      const column = table[name];
      const all = new Set<string>();
      for (let row = 0; row < Math.min(column?.length ?? 0, mostSampled); row++)
        for (const piece of piecesOf(column?.at(row) ?? '')) all.add(piece);
      all.delete('');
      return [name, all];
    })
    .filter(([, values]) => values.size >= leastDistinct);
}
