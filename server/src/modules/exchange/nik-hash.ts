import { createHmac } from 'node:crypto';
import type { Nik } from '@payung/identity';
import { Refusal } from '#platform/refusal';

/** A shorter salt is guessed, and with it every NIK: there are only about 2³⁵ likely ones. */
const shortestSalt = 16;

/**
 * Hashes a NIK for the exchange with a branch: HMAC-SHA-256 of its sixteen digits under the salt that both sides agreed on,
 * as 64 hexadecimal digits. The salt comes with each request and is kept nowhere: not in the database, the audit log or a log.
 *
 * @throws Refusal members.saltShort
 */
export function nikHasher(salt: string): (nik: Nik) => string {
  if ([...salt].length < shortestSalt) throw new Refusal('members.saltShort', { least: shortestSalt });
  return (nik) => createHmac('sha256', salt).update(nik).digest('hex');
}

/** A cell that holds such a hash, in lower case; undefined when it does not. */
export function parseNikHash(text: string): string | undefined {
  const hash = text.trim().toLowerCase();
  return /^[0-9a-f]{64}$/.test(hash) ? hash : undefined;
}
