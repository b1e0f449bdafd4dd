import { ratio } from '@payung/kernel';
import { expect, test } from 'vitest';
import { amountOf } from './amount.ts';

test.each([
  ['no factor is one', [], 1],
  ['exactly half goes up', [3, ratio(1, 2)], 2],
  ['under half goes down', [10, ratio(1, 3)], 3],
  ['factors are exact until the end', [ratio(1, 3), ratio(1, 2), 6], 1],
  ['the highest amount', [10 ** 15], 10 ** 15],
] as const)('%s', (_, factors, amount) => {
  expect(amountOf('wage', ...factors)).toBe(amount);
});

test('an amount that is too high names the field', () => {
  expect(() => amountOf('wage', 10 ** 15, ratio(10 ** 15 + 1, 10 ** 15))).toThrow(
    expect.objectContaining({ code: 'input.range', path: 'wage' }),
  );
});
