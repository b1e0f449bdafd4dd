import { createKeyFile } from '@payung/server/local';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { readOptions } from '../options.ts';

const made = {
  id: 'Kunci baru ditulis ke {path}. Simpan salinannya di tempat lain yang aman: tanpa kunci ini data tersegel tidak dapat dibuka oleh siapa pun, dan kunci tidak ikut dalam cadangan. Isi PAYUNG_KEY_FILE={path}.',
  en: 'New keys were written to {path}. Keep a copy in another safe place: without them nobody can open sealed data, and they are in no backup. Set PAYUNG_KEY_FILE={path}.',
} as const;

/** `payung keys create FILE`: new keys in a file of their own; never replaces one. */
export const keysCreate: Run = async (argv, terminal) => {
  const [path = ''] = readOptions(argv, {}, 1).positionals;
  createKeyFile(path);
  terminal.out(fill(made[terminal.language], terminal.language, { path }));
  return 0;
};
