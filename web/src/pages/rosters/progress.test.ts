import { expect, test } from 'vitest';
import { percentOf, spanOf } from './progress.ts';

// biome-ignore format: aligned table of cases
test.each([
  // what                                     done   total   percent
  ['the total is not known yet',               500,  null,  undefined],
  ['an empty file',                              0,     0,  undefined],
  ['nothing has moved',                          0,  1000,          0],
  ['half way',                                 500,  1000,         50],
  ['almost done is not done',                  999,  1000,         99],
  ['done',                                    1000,  1000,        100],
  ['more than was expected stays at the end', 1010,  1000,        100],
] as const)('%s', (_, done, total, percent) => {
  expect(percentOf({ done, total })).toBe(percent);
});

// biome-ignore format: aligned table of cases
test.each([
  [59,      0,  0, 59],
  [60,      0,  1,  0],
  [3_599,   0, 59, 59],
  [3_661,   1,  1,  1],
])('%i seconds are %i h %i min %i s', (left, hours, minutes, seconds) => {
  expect(spanOf(left)).toEqual({ hours, minutes, seconds });
});
