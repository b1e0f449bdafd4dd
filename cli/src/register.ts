import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  chooseDataDirectory,
  createKeyFile,
  createLogger,
  KeyringError,
  type Language,
  type LocalPlatform,
  startPlatform,
} from '@payung/server/local';
import { fill } from './fill.ts';
import { ownKeyPlace } from './keys.ts';

export { terminalContext } from '@payung/server/local';

const texts = {
  id: {
    elsewhere: 'Data disimpan di {path}: pengguna basis data tidak dapat memasuki folder ini.',
    made: 'Kunci penyegel baru dibuat di {path}. Simpan salinannya di tempat lain yang aman: tanpa kunci ini data tersegel tidak dapat dibuka oleh siapa pun.',
    beside:
      'Tidak ada folder rumah, jadi kunci terletak di samping data. Untuk data sungguhan, pindahkan kunci dan isi PAYUNG_KEY_FILE.',
    lost: 'Ada data di {data}, tetapi kuncinya ({path}) tidak ada. Kembalikan berkas kunci dari salinannya, atau isi PAYUNG_KEY_FILE; kunci baru tidak dapat membuka data lama.',
  },
  en: {
    elsewhere: "The data are kept in {path}: the database's user cannot enter this folder.",
    made: 'New sealing keys were made in {path}. Keep a copy in another safe place: without them nobody can open sealed data.',
    beside:
      'There is no home folder, so the keys lie beside the data. For real data, move them and set PAYUNG_KEY_FILE.',
    lost: 'There are data in {data}, but their keys ({path}) are missing. Put the key file back from its copy, or set PAYUNG_KEY_FILE; new keys cannot open old data.',
  },
} as const;

/** What an operator must put right before the register opens; the text is in their language already. */
export class RegisterProblem extends Error {
  constructor(text: string) {
    super(text);
    this.name = 'RegisterProblem';
  }
}

interface OpenOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly language: Language;
  /** Told what the operator should know: where data and keys were put. */
  readonly tell: (line: string) => void;
  /** Least important line of the log, to standard error. */
  readonly log: 'info' | 'warn';
}

/**
 * Opens the register of this machine; with the embedded database, keys are made at the first start.
 *
 * @throws DatabaseProblem, KeyringError, ServeProblem, RegisterProblem
 */
export async function openRegister(options: OpenOptions): Promise<LocalPlatform> {
  const { env, cwd, language, tell } = options;
  const said = texts[language];
  const data = chooseDataDirectory(env, cwd);
  if (data.reason === 'elsewhere' && !env.DATABASE_URL) {
    tell(fill(said.elsewhere, language, { path: data.path }));
  }
  const keys = ownKeyPlace(env, data.path);
  if (keys !== undefined && !keys.existing) {
    if (existsSync(join(data.path, 'postgres', 'PG_VERSION'))) {
      throw new RegisterProblem(fill(said.lost, language, { data: data.path, path: keys.path }));
    }
    if (!keys.beside) {
      makeKeys(keys.path);
      tell(fill(said.made, language, { path: keys.path }));
    }
  }
  const log = createLogger({
    level: options.log,
    destination: { write: (line) => process.stderr.write(line) },
  });
  // Beside the data, startPlatform itself finds or makes them: a configured key file may not lie there.
  const own = keys === undefined || keys.beside ? env : { ...env, PAYUNG_KEY_FILE: keys.path };
  const register = await startPlatform({ env: own, cwd, log });
  if (keys?.beside === true && !keys.existing) {
    tell(fill(said.made, language, { path: keys.path }));
    tell(said.beside);
  }
  return register;
}

/** Two first starts at once: the other one made them. */
function makeKeys(path: string): void {
  try {
    createKeyFile(path);
  } catch (error) {
    if (!(error instanceof KeyringError) || error.code !== 'keyring.exists') throw error;
  }
}
