import { rotateSealingKey } from '@payung/server/local';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { readOptions } from '../options.ts';

const rotated = {
  id: 'Kunci penyegel aktif kini {key}; kunci lama tetap ada untuk membuka yang lama. Salin lagi {path} ke tempat aman, mulai ulang server (semua orang masuk kembali), lalu jalankan: payung keys reseal',
  en: 'The active sealing key is now {key}; former ones stay, to open what is old. Copy {path} to its safe place again, restart the servers (everybody signs in anew), then run: payung keys reseal',
} as const;

/** `payung keys rotate FILE`: a new active sealing key in a key file. */
export const keysRotate: Run = async (argv, terminal) => {
  const [path = ''] = readOptions(argv, {}, 1).positionals;
  const key = rotateSealingKey(path);
  terminal.out(fill(rotated[terminal.language], terminal.language, { key, path }));
  return 0;
};
