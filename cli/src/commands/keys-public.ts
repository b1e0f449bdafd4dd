import { auditPublicKeyPem, loadKeyring } from '@payung/server/local';
import type { Command } from '../command.ts';
import { readOptions } from '../options.ts';

/**
 * `payung keys public FILE`: the public key that verifies the audit log, for whoever verifies without trusting this
 * installation. Without a file, that of `PAYUNG_KEY_FILE` or `PAYUNG_KEYS`.
 */
export const keysPublic: Command = {
  name: 'keys public',
  summary: {
    id: 'Mencetak kunci publik untuk memeriksa log audit',
    en: 'Print the public key that verifies the audit log',
  },
  usage: 'payung keys public [FILE]',
  async run(argv, terminal) {
    const [path] = readOptions(argv, {}, argv.length === 0 ? 0 : 1).positionals;
    const keyring = loadKeyring(path === undefined ? process.env : { PAYUNG_KEY_FILE: path });
    terminal.out(auditPublicKeyPem(keyring).trimEnd());
    return 0;
  },
};
