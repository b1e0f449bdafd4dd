import { expect, test } from 'vitest';
import { blocksOf, visitCandidates } from './block.ts';
import { encodeRecords } from './records.ts';
import type { LinkageSpec } from './spec.ts';

test('a rule of a key with several values and of one with a single value finds the records that agree on both', () => {
  const columns = {
    name: ['ana lero', 'budi', 'lero ana', 'budi ana', 'ana'],
    village: ['x', 'y', 'x', 'y', 'y'],
  };
  const spec: LinkageSpec = {
    id: 'id',
    comparisons: [{ name: 'name', columns: ['name'], levels: [{ test: 'exact' }] }],
    blocking: [{ on: ['token(name)', 'village'] }],
  };
  const found: (readonly [number, number])[] = [];
  visitCandidates(blocksOf(encodeRecords(columns, undefined, spec), spec), 0, 1, (left, right, count) => {
    for (let p = 0; p < count; p++) found.push([left[p] ?? -1, right[p] ?? -1]);
  });
  expect(found.toSorted(([a, b], [c, d]) => a - c || b - d)).toEqual([
    [0, 2],
    [1, 3],
    [3, 4],
  ]);
});
