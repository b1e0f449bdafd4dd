type Column = readonly string[];

/** The texts of a table by column. */
export type Texts = Readonly<Record<string, Column>>;

/** Which records are of one person. */
export interface Truth {
  readonly pairs: number;
  isTrue(one: string, other: string): boolean;
}

/** The truth has the same id for two records, so that it does not say which of them is meant. */
export class SameId extends Error {
  override readonly name = 'SameId';
  readonly id: string;

  constructor(id: string) {
    super(`the id ${id} stands twice`);
    this.id = id;
  }
}

/** Pairs as a tool for linkage writes them. */
export interface Found {
  readonly left: Column;
  readonly right: Column;
  /** Undefined if the file has none. */
  readonly probability: Column | undefined;
}

/** Two columns of ids: `left,right`, `id_1,id_2`, `unique_id_l,unique_id_r`, `rec_id_a,rec_id_b` and their like. */
const sides: readonly (readonly [RegExp, RegExp])[] = [
  [/^(.*[_ .])?left([_ .].*)?$/i, /^(.*[_ .])?right([_ .].*)?$/i],
  [/^.*[_ .]l$/i, /^.*[_ .]r$/i],
  [/^.*(1|_a|_x)$/i, /^.*(2|_b|_y)$/i],
];

/**
 * The columns of a file of pairs: two ids, and the probability or score if it has one.
 *
 * @returns undefined if no two columns are ids
 */
export function pairsIn(columns: Texts): Found | undefined {
  const names = Object.keys(columns);
  const scored = names.find((name) => /prob|score/i.test(name)) ?? names.find((name) => /weight/i.test(name));
  const rest = names.filter((name) => !/prob|score|weight/i.test(name));
  const named = sides
    .map(([left, right]) => [rest.find((name) => left.test(name)), rest.find((name) => right.test(name))])
    .find(([left, right]) => left !== undefined && right !== undefined && left !== right);
  const [left, right] = named ?? (rest.length === 2 ? rest : []);
  if (left === undefined || right === undefined) return undefined;
  return {
    left: columns[left] ?? [],
    right: columns[right] ?? [],
    probability: scored === undefined ? undefined : (columns[scored] ?? []),
  };
}

/**
 * Reads the truth from either of its two forms: a row for each pair, with both ids; or a row for each record, with its id and
 * the person it is of as `cluster`, `entity`, `person` or the like, among any other columns. Which column is the id is told by
 * the ids of the pairs found, and so is what two columns of other names are. The order of a pair says nothing, unless two
 * files use the same ids.
 *
 * @param found the pairs that will be asked for
 * @returns undefined if it is neither
 * @throws SameId
 */
export function truthOf(columns: Texts, found: Found): Truth | undefined {
  const names = Object.keys(columns);
  const known = new Set([...found.left, ...found.right].map(cellOf));
  const shareKnown = (name: string) => shareOf(columns[name] ?? [], known);
  const person = names.find((name) =>
    /^((true|real|gold)[_ -]?)?(cluster|entity|person|individual|group|label|truth)([_ -]?(id|no|label))?$/i.test(
      name,
    ),
  );
  const pairs = pairsIn(columns);
  const isPairs =
    pairs !== undefined &&
    person === undefined &&
    // Two columns without telling names: both hold ids that were found, or the second is something else.
    (names.length > 2 || isTelling(names) || bothKnown(pairs, known));
  if (isPairs) return ofPairs(pairs, found);
  const [, second] = names;
  const of = person ?? (names.length === 2 ? second : undefined);
  if (of === undefined) return undefined;
  const [id] = names
    .filter((name) => name !== of)
    .toSorted((a, b) => shareKnown(b) - shareKnown(a) || Number(looksNamed(b)) - Number(looksNamed(a)));
  return id === undefined ? undefined : ofClusters(columns[id] ?? [], columns[of] ?? []);
}

function isTelling(names: readonly string[]): boolean {
  return sides.some(
    ([left, right]) => names.some((name) => left.test(name)) && names.some((name) => right.test(name)),
  );
}

function looksNamed(name: string): boolean {
  return /id$|^no$/i.test(name);
}

function bothKnown({ left, right }: Found, known: ReadonlySet<string>): boolean {
  return known.size === 0 || shareOf(right, known) >= 0.1 * shareOf(left, known);
}

function shareOf(values: Column, known: ReadonlySet<string>): number {
  const some = values.slice(0, 20_000);
  return some.filter((value) => known.has(cellOf(value))).length / Math.max(1, some.length);
}

/** A cell that a spreadsheet is kept from computing has an apostrophe before its text. */
function cellOf(value: string | undefined): string {
  return value?.trim().replace(/^'(?=[=+\-@])/, '') ?? '';
}

function ofClusters(ids: Column, persons: Column): Truth {
  const personOf = new Map<string, string>();
  const sizes = new Map<string, number>();
  for (const [n, written] of ids.entries()) {
    const id = cellOf(written);
    const person = persons[n]?.trim() ?? '';
    if (personOf.has(id) && personOf.get(id) !== person) throw new SameId(id);
    if (!personOf.has(id)) sizes.set(person, (sizes.get(person) ?? 0) + 1);
    personOf.set(id, person);
  }
  // A record of nobody known is of one person with none.
  sizes.delete('');
  let pairs = 0;
  for (const size of sizes.values()) pairs += (size * (size - 1)) / 2;
  return {
    pairs,
    isTrue(one, other) {
      const person = personOf.get(cellOf(one)) ?? '';
      return person !== '' && person === personOf.get(cellOf(other));
    },
  };
}

function ofPairs(truth: Found, found: Found): Truth {
  // A record paired with its own id is of another file: then who stands left is of the left file.
  const isOrdered = [truth, found].some(({ left, right }) =>
    left.some((id, n) => cellOf(id) === cellOf(right[n])),
  );
  const key = (one: string, other: string) => {
    const [a, b] = [cellOf(one), cellOf(other)];
    return isOrdered || a < b ? `${a}\u0000${b}` : `${b}\u0000${a}`;
  };
  const forwards = new Set(truth.left.map((left, n) => key(left ?? '', truth.right[n] ?? '')));
  if (!isOrdered) return { pairs: forwards.size, isTrue: (one, other) => forwards.has(key(one, other)) };
  // The truth may name the files the other way round.
  const count = (turned: boolean) =>
    found.left.filter((left, n) => {
      const [a, b] = [left ?? '', found.right[n] ?? ''];
      return forwards.has(turned ? key(b, a) : key(a, b));
    }).length;
  const isTurned = count(true) > count(false);
  return {
    pairs: forwards.size,
    isTrue: (one, other) => forwards.has(isTurned ? key(other, one) : key(one, other)),
  };
}
