import { expect, test } from 'vitest';
import { numberGroups } from './group-number.ts';
import { randomOf } from './random.ts';

/** So many keys that they are numbered in several slices, a key shared by one to some twenty; every hundredth is none. */
function manyKeys(seed: number): Int32Array {
  const random = randomOf(seed);
  return Int32Array.from({ length: 300_000 }, (_, i) =>
    i % 100 === 0 ? 0 : 1 + Math.floor(random() ** 2 * 60_000) * 35_791,
  );
}

const MOST = 12;

test.each([
  ['one table', undefined],
  ['two tables', manyKeys(2)],
])('equal keys are of one group, others of none or of another: %s', (_, right) => {
  const left = manyKeys(1);
  const numbered = { left: left.slice(), right: right?.slice() };
  const groups = numberGroups(numbered.left, numbered.right, MOST);

  const lefts = countsOf(left);
  const rights = right === undefined ? undefined : countsOf(right);
  const numberOf = new Map<number, number>();
  let wrong = 0;
  const check = (keys: Int32Array, numbers: Int32Array): void => {
    for (let i = 0; i < keys.length; i++) {
      const [key = 0, number = 0] = [keys[i], numbers[i]];
      const [a, b] = [lefts.get(key) ?? 0, rights?.get(key) ?? 0];
      const isOne = key !== 0 && (rights === undefined ? a > 1 : a > 0 && b > 0) && a + b <= MOST;
      if (isOne !== number > 0 || number !== (numberOf.get(key) ?? number)) wrong++;
      numberOf.set(key, number);
    }
  };
  check(left, numbered.left);
  if (right !== undefined && numbered.right !== undefined) check(right, numbered.right);
  expect(wrong).toBe(0);
  const used = [...numberOf.values()].filter((number) => number > 0);
  expect(new Set(used).size).toBe(used.length);
  expect(groups).toBe(used.length + 1);
  expect(used.length).toBeGreaterThan(10_000);
});

function countsOf(keys: Int32Array): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
