import { expect, test } from 'vitest';
import { countText } from './text.ts';

// biome-ignore format: aligned table of cases
test.each([
  // count  noun                    id                     en
  [0,       'month',                '0 bulan',             '0 months'],
  [1,       'month',                '1 bulan',             '1 month'],
  [2,       'month',                '2 bulan',             '2 months'],
  [1200,    'working day',          '1.200 hari kerja',    '1,200 working days'],
  [1,       'child',                '1 anak',              '1 child'],
  [2,       'child',                '2 anak',              '2 children'],
  [1,       'person',               '1 orang',             '1 person'],
  [2,       'person',               '2 orang',             '2 people'],
] as const)('%i of %s', (count, noun, id, en) => {
  expect(countText(count, noun)).toEqual({ id, en });
});
