import { expect, test } from 'vitest';
import { outlook } from './progress.ts';

// biome-ignore format: aligned table of cases
test.each([
  // what                                     done   total  per second   percent    seconds left
  ['the total is not known yet',               500,  null,       100,  undefined,  undefined],
  ['an empty file',                              0,     0,      null,  undefined,  undefined],
  ['the first second',                          50,  1000,      null,          5,  undefined],
  ['nothing has moved',                          0,  1000,         0,          0,  undefined],
  ['half way',                                 500,  1000,       100,         50,          5],
  ['the last seconds are rounded up',          999,  1000,       100,         99,          1],
  ['done',                                    1000,  1000,       100,        100,          0],
  ['more than was expected stays at the end', 1010,  1000,       100,        100,          0],
] as const)('%s', (_, done, total, perSecond, percent, secondsLeft) => {
  expect(outlook({ done, total, perSecond })).toEqual({ percent, secondsLeft });
});
