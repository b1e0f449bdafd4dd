import { type KeyExpression, parseKey } from './key.ts';
import type { BlockingRule, Chances, ComparisonSpec, LevelSpec, LinkageSpec, Preparation } from './spec.ts';

/** A spec that cannot be read: where in the JSON, and what is accepted there. */
export class SpecError extends Error {
  override readonly name = 'SpecError';
  /** `comparisons[0].levels[1].least`; empty for the whole. */
  readonly path: string;
  readonly accepted: string;

  constructor(path: string, accepted: string, given: unknown) {
    const came = given === undefined ? 'nothing' : (JSON.stringify(given) ?? typeof given).slice(0, 60);
    super(`${path === '' ? 'the spec' : path}: ${accepted} is accepted, ${came} was given`);
    this.path = path;
    this.accepted = accepted;
  }
}

/**
 * The spec that a JSON value describes.
 *
 * @throws SpecError with the path in the JSON and what is accepted there
 */
export function readSpec(json: unknown): LinkageSpec {
  const fields = readFields(json, '', [
    'version',
    'id',
    'right',
    'comparisons',
    'blocking',
    'prior',
    'household',
    'threshold',
    'oneToOne',
  ]);
  if (fields.version !== undefined && fields.version !== MODEL_VERSION)
    throw new SpecError('version', String(MODEL_VERSION), fields.version);
  const comparisons = readList(fields.comparisons, 'comparisons').map((item, i) =>
    readComparison(item, `comparisons[${i}]`),
  );
  comparisons.forEach(({ name }, i) => {
    if (comparisons.findIndex((other) => other.name === name) < i)
      throw new SpecError(`comparisons[${i}].name`, 'a name that no other comparison has', name);
  });
  comparisons.forEach(({ name, apartUnless }, i) => {
    const others = comparisons.map((other) => other.name).filter((other) => other !== name);
    for (const [n, unless] of apartUnless?.entries() ?? []) {
      if (!others.includes(unless))
        throw new SpecError(`comparisons[${i}].apartUnless[${n}]`, `one of ${others.join(', ')}`, unless);
    }
  });
  const blocking = readList(fields.blocking, 'blocking').map((item, i) => readRule(item, `blocking[${i}]`));
  if (blocking.length > MOST_RULES)
    throw new SpecError('blocking', `at most ${MOST_RULES} rules`, blocking.length);
  return {
    id: readText(fields.id, 'id'),
    ...optional('right', fields.right, readNames),
    comparisons,
    blocking,
    ...optional('prior', fields.prior, (value) => readChance(value, 'prior')),
    ...optional('household', fields.household, (value) => readChance(value, 'household')),
    ...optional('threshold', fields.threshold, (value) => readShare(value, 'threshold')),
    ...optional('oneToOne', fields.oneToOne, (value) => readFlag(value, 'oneToOne')),
  };
}

/** Of the JSON of a spec or a model: another one is read otherwise. */
export const MODEL_VERSION = 1;

function readNames(json: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(readFields(json, 'right')).map(([name, value]) => [
      name,
      readText(value, `right.${name}`),
    ]),
  );
}

function readComparison(json: unknown, path: string): ComparisonSpec {
  const known = ['name', 'columns', 'prepare', 'levels', 'termFrequency', 'otherwise', 'own', 'apartUnless'];
  const fields = readFields(json, path, known);
  const columns = readList(fields.columns, `${path}.columns`).map((column, i) =>
    readText(column, `${path}.columns[${i}]`),
  );
  const levels = readList(fields.levels, `${path}.levels`).map((level, i) =>
    readLevel(level, `${path}.levels[${i}]`, columns.length),
  );
  if (levels.length > MOST_LEVELS)
    throw new SpecError(`${path}.levels`, `at most ${MOST_LEVELS} levels`, levels.length);
  return {
    name: readText(fields.name, `${path}.name`),
    columns,
    levels,
    ...optional('prepare', fields.prepare, (value) => readOneOf(value, `${path}.prepare`, PREPARATIONS)),
    ...optional('termFrequency', fields.termFrequency, (value) => readFlag(value, `${path}.termFrequency`)),
    ...optional('otherwise', fields.otherwise, (value) =>
      readChances(readFields(value, `${path}.otherwise`, ['m', 'u', 'h']), `${path}.otherwise`),
    ),
    ...optional('own', fields.own, (value) => readFlag(value, `${path}.own`)),
    ...optional('apartUnless', fields.apartUnless, (value) =>
      readList(value, `${path}.apartUnless`).map((name, n) => readText(name, `${path}.apartUnless[${n}]`)),
    ),
  };
}

/** Which rules find a pair is kept in the bits of a number. */
const MOST_RULES = 30;
/** A level is kept in a byte, with "anything else" and "missing" beside it. */
const MOST_LEVELS = 16;
const PREPARATIONS: readonly Preparation[] = ['text', 'name', 'digits', 'date', 'exact'];
const TESTS = [
  'exact',
  'jaroWinkler',
  'damerauLevenshtein',
  'nameSimilarity',
  'daysApart',
  'dayMonthSwapped',
  'numberApart',
  'numberNear',
  'tokensShared',
  'rareTokensShared',
  'prefix',
  'swapped',
  'custom',
] as const satisfies readonly LevelSpec['test'][];

function readLevel(json: unknown, path: string, columns: number): LevelSpec {
  const { test: kind } = readFields(json, path);
  const test = readOneOf(kind, `${path}.test`, TESTS);
  const read = (...own: readonly string[]) => {
    const fields = readFields(json, path, ['test', 'm', 'u', 'h', ...own]);
    return { fields, chances: readChances(fields, path) };
  };
  switch (test) {
    case 'exact':
    case 'dayMonthSwapped':
      return { test, ...read().chances };
    case 'swapped':
      if (columns !== 2) throw new SpecError(`${path}.test`, 'swapped with two columns', test);
      return withLeast(test);
    case 'jaroWinkler':
    case 'nameSimilarity':
    case 'tokensShared':
    case 'rareTokensShared':
      return withLeast(test);
    case 'damerauLevenshtein':
    case 'daysApart':
    case 'numberApart': {
      const { fields, chances } = read('most');
      return { test, most: readWhole(fields.most, `${path}.most`, 0), ...chances };
    }
    case 'numberNear': {
      const { fields, chances } = read('share');
      return { test, share: readShare(fields.share, `${path}.share`), ...chances };
    }
    case 'prefix': {
      const { fields, chances } = read('length');
      return { test, length: readWhole(fields.length, `${path}.length`, 1), ...chances };
    }
    case 'custom': {
      const { fields, chances } = read('name');
      return { test, name: readText(fields.name, `${path}.name`), ...chances };
    }
  }

  function withLeast(
    test: 'jaroWinkler' | 'nameSimilarity' | 'tokensShared' | 'rareTokensShared' | 'swapped',
  ): LevelSpec {
    const { fields, chances } = read('least');
    return { test, least: readShare(fields.least, `${path}.least`), ...chances };
  }
}

function readChances(fields: Fields, path: string): Chances {
  return {
    ...optional('m', fields.m, (value) => readChance(value, `${path}.m`)),
    ...optional('u', fields.u, (value) => readChance(value, `${path}.u`)),
    ...optional('h', fields.h, (value) => readChance(value, `${path}.h`)),
  };
}

function readRule(json: unknown, path: string): BlockingRule {
  const fields = readFields(json, path, ['on', 'most']);
  const on = readList(fields.on, `${path}.on`).map((key, i) => readKey(key, `${path}.on[${i}]`));
  return { on, ...optional('most', fields.most, (value) => readWhole(value, `${path}.most`, 2)) };
}

function readKey(json: unknown, path: string): string {
  const text = readText(json, path);
  const key: KeyExpression | undefined = parseKey(text);
  if (key === undefined)
    throw new SpecError(path, 'a column, or a function of one such as first(surname, 3)', json);
  return text;
}

type Fields = Readonly<Record<string, unknown>>;

function readFields(json: unknown, path: string, known?: readonly string[]): Fields {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new SpecError(path, 'a JSON object', json);
  const fields: Fields = { ...json };
  for (const name of Object.keys(fields)) {
    if (known?.includes(name) === false)
      throw new SpecError(path === '' ? name : `${path}.${name}`, known.join(', '), name);
  }
  return fields;
}

function optional<K extends string, T>(
  name: K,
  value: unknown,
  read: (value: unknown) => T,
): { readonly [P in K]?: T };
function optional(name: string, value: unknown, read: (value: unknown) => unknown): object {
  return value === undefined ? {} : { [name]: read(value) };
}

function readList(json: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(json) || json.length === 0) throw new SpecError(path, 'a list that is not empty', json);
  return json;
}

function readText(json: unknown, path: string): string {
  if (typeof json !== 'string' || json.trim() === '') throw new SpecError(path, 'a text', json);
  return json;
}

function readFlag(json: unknown, path: string): boolean {
  if (typeof json !== 'boolean') throw new SpecError(path, 'true or false', json);
  return json;
}

function readWhole(json: unknown, path: string, least: number): number {
  if (typeof json !== 'number' || !Number.isSafeInteger(json) || json < least)
    throw new SpecError(path, `a whole number from ${least}`, json);
  return json;
}

function readShare(json: unknown, path: string): number {
  if (typeof json !== 'number' || !(json >= 0 && json <= 1))
    throw new SpecError(path, 'a number from 0 to 1', json);
  return json;
}

/** Neither 0 nor 1, of which no evidence could ever move. */
function readChance(json: unknown, path: string): number {
  if (typeof json !== 'number' || !(json > 0 && json < 1))
    throw new SpecError(path, 'a number between 0 and 1, neither of both', json);
  return json;
}

function readOneOf<T extends string>(json: unknown, path: string, accepted: readonly T[]): T {
  const found = accepted.find((one) => one === json);
  if (found === undefined) throw new SpecError(path, `one of ${accepted.join(', ')}`, json);
  return found;
}
