/** Letters to change, add or drop between two words (Levenshtein). */
export function wrongLetters(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, n) => n);
  for (const [n, letter] of [...one].entries()) {
    let diagonal = row[0] ?? 0;
    row = row.reduce<number[]>((next, above, at) => {
      const left = next[at - 1];
      next.push(
        left === undefined
          ? n + 1
          : Math.min(above + 1, left + 1, diagonal + (letter === other[at - 1] ? 0 : 1)),
      );
      diagonal = above;
      return next;
    }, []);
  }
  return row.at(-1) ?? one.length;
}

/** A list longer than this helps nobody to choose. */
const mostNear = 5;

/**
 * The ids of which this may be a slip; else those that hold all its parts (`wage_cap`, `jkm.funeral`); else, if a third of it
 * or less is wrong, the nearest one. None if it was another word.
 */
export function nearestIds(given: string, ids: readonly string[]): readonly string[] {
  const near = ids
    .map((id) => ({ id, wrong: wrongLetters(id.toLowerCase(), given.toLowerCase()) }))
    .toSorted((a, b) => a.wrong - b.wrong);
  const within = (most: number) => near.filter(({ wrong }) => wrong <= most).map(({ id }) => id);
  const slips = within(2);
  if (slips.length > 0) return slips.slice(0, mostNear);
  const parts = given.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const holding = ids.filter((id) => parts.every((part) => id.toLowerCase().includes(part)));
  if (parts.length > 0 && holding.length > 0) return holding.slice(0, mostNear);
  return within(given.length / 3).slice(0, 1);
}
