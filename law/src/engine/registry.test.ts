import { expect, test } from 'vitest';
import { registry } from './registry.ts';

const [one, two, again] = [{ id: 'a.one' }, { id: 'a.two' }, { id: 'a.one' }];

test('finds by id, in the order given', () => {
  expect([...registry([two, one])]).toEqual([
    ['a.two', two],
    ['a.one', one],
  ]);
});

test.each([
  ['another under the same id', [one, two, again]],
  ['the same one again', [one, two, one]],
])('refuses %s when it is defined, and names the id', (_, defined) => {
  expect(() => registry(defined)).toThrow(RangeError);
  expect(() => registry(defined)).toThrow('a.one');
});
