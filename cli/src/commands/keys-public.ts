import { auditPublicKeyPem, loadKeyring } from '@payung/server/local';
import type { Run } from '../command.ts';
import { withOwnKeys } from '../keys.ts';
import { readOptions } from '../options.ts';

/**
 * `payung keys public FILE`: the public key that verifies the audit log, for whoever verifies without trusting this
 * installation. Without a file, that of `PAYUNG_KEY_FILE` or `PAYUNG_KEYS`.
 */
export const keysPublic: Run = async (argv, terminal) => {
  const [path] = readOptions(argv, {}, argv.length === 0 ? 0 : 1).positionals;
  const keyring = loadKeyring(
    path === undefined ? withOwnKeys(process.env, process.cwd()) : { PAYUNG_KEY_FILE: path },
  );
  terminal.out(auditPublicKeyPem(keyring).trimEnd());
  return 0;
};
