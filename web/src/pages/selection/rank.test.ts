import { expect, test } from 'vitest';
import { movedTo, withAdded } from './rank.ts';

const list = ['a', 'b', 'c', 'd'];

// biome-ignore format: aligned table of cases
test.each([
  ['one up',                 'c',  2,  'acbd'],
  ['one down',               'b',  3,  'acbd'],
  ['to the top',             'd',  1,  'dabc'],
  ['to the end',             'a',  4,  'bcda'],
  ['beyond the end',         'a', 99,  'bcda'],
  ['before the beginning',   'd', -5,  'dabc'],
  ['to its own place',       'b',  2,  'abcd'],
  ['nobody of the list',     'x',  1,  'abcd'],
])('%s', (_, personId, place, expected) => {
  expect(movedTo(list, personId, place).join('')).toBe(expected);
});

test('whoever is on the list stays where they are', () => {
  expect(withAdded(list, ['e', 'b', 'f', 'e']).join('')).toBe('abcdef');
});
