import { randomInt } from 'node:crypto';

/** Length of a password in characters. Below the least it can be guessed; beyond the most, hashing it would be a way to stall the server. */
export const passwordLength = { least: 12, most: 128 } as const;

/** Letters and digits that cannot be mistaken for one another on paper or over the telephone. */
const clear = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to be used once: four groups of four, 79 bits, fit to be read out. */
export function oneTimePassword(): string {
  const group = () => Array.from({ length: 4 }, () => clear[randomInt(clear.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
