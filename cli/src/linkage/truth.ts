import type { Columns } from '@payung/identity';

/** Which records are of one person. */
export interface Truth {
  readonly pairs: number;
  isTrue(one: string, other: string): boolean;
}

/**
 * Reads the truth from either of its two forms: a row for each pair, with both ids as `left` and `right` (or as the only two
 * columns); or a row for each record, with its id and the person it is of as `cluster`, `entity` or `person`. The order of a
 * pair says nothing.
 *
 * @returns undefined if it is neither
 */
export function truthOf(columns: Columns): Truth | undefined {
  const names = Object.keys(columns);
  const person = names.find((name) => /^(cluster|entity|person)(_?id)?$/i.test(name));
  if (person !== undefined) {
    const id =
      names.find((name) => name !== person && /id$|^no$/i.test(name)) ??
      names.find((name) => name !== person);
    return id === undefined ? undefined : ofClusters(columns[id] ?? [], columns[person] ?? []);
  }
  const [left, right] = 'left' in columns && 'right' in columns ? ['left', 'right'] : names;
  if (left === undefined || right === undefined || (names.length > 2 && left !== 'left')) return undefined;
  return ofPairs(columns[left] ?? [], columns[right] ?? []);
}

type Column = readonly (string | undefined)[];

function ofClusters(ids: Column, persons: Column): Truth {
  const personOf = new Map(ids.map((id, n) => [id?.trim() ?? '', persons[n]?.trim() ?? '']));
  const sizes = new Map<string, number>();
  for (const person of personOf.values()) sizes.set(person, (sizes.get(person) ?? 0) + 1);
  // A record of nobody known is of one person with none.
  sizes.delete('');
  let pairs = 0;
  for (const size of sizes.values()) pairs += (size * (size - 1)) / 2;
  return {
    pairs,
    isTrue(one, other) {
      const person = personOf.get(one.trim()) ?? '';
      return person !== '' && person === personOf.get(other.trim());
    },
  };
}

function ofPairs(lefts: Column, rights: Column): Truth {
  const key = (one: string, other: string) => JSON.stringify([one.trim(), other.trim()].toSorted());
  const all = new Set(lefts.map((left, n) => key(left ?? '', rights[n] ?? '')));
  return { pairs: all.size, isTrue: (one, other) => all.has(key(one, other)) };
}
