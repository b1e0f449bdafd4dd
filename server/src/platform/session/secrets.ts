import { hkdfSync } from 'node:crypto';
import type { Keyring } from '#platform/seal';

/** A secret of the sign-in library, with the number under which what it encrypted is found again. */
export interface SignInSecret {
  readonly version: number;
  readonly value: string;
}

/**
 * Secrets for signing cookies and encrypting TOTP seeds, one derived from each sealing key, the active one first.
 * So there is no further secret to keep, and none by default: rotating the sealing key rotates this one, signs everybody
 * out, and leaves older seeds readable.
 */
export function signInSecrets(keyring: Keyring): SignInSecret[] {
  const ids = [...keyring.sealing.keys()].sort((a, b) => rank(keyring, a) - rank(keyring, b));
  return ids.flatMap((id) => {
    const key = keyring.sealing.get(id);
    if (key === undefined) return [];
    const value = Buffer.from(hkdfSync('sha256', key, '', 'payung sign-in 1', 32)).toString('base64url');
    // Key ids are eight hexadecimal digits; the library wants whole numbers.
    return [{ version: Number.parseInt(id, 16), value }];
  });
}

const rank = (keyring: Keyring, id: string): number => (id === keyring.activeSealingKey ? 0 : 1);
