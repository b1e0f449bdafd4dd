import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { chooseDataDirectory } from '@payung/server/local';

/** Where the keys of this machine's own register lie. */
interface KeyPlace {
  readonly path: string;
  /** True when they are there already. */
  readonly existing: boolean;
  /** True when there is no better place than beside the data: whoever takes the one has both. */
  readonly beside: boolean;
}

/**
 * The key file of the register with the embedded database: `payung/keys.json` in `$XDG_CONFIG_HOME`, else in `~/.config`; without
 * a home to write to, beside the data. One that already lies beside the data stays there.
 *
 * Undefined where the operator must say it: with `PAYUNG_KEYS`, `PAYUNG_KEY_FILE`, a database server of one's own, or in
 * production.
 */
export function ownKeyPlace(
  env: Readonly<Record<string, string | undefined>>,
  dataDirectory: string,
  home: () => string = homedir,
): KeyPlace | undefined {
  if (env.PAYUNG_KEYS || env.PAYUNG_KEY_FILE || env.DATABASE_URL || env.NODE_ENV === 'production')
    return undefined;
  const beside = join(dataDirectory, 'keys.json');
  if (existsSync(beside)) return { path: beside, existing: true, beside: true };
  const folder = configFolder(env, home);
  if (folder === undefined) return { path: beside, existing: false, beside: true };
  const path = join(folder, 'keys.json');
  return { path, existing: existsSync(path), beside: false };
}

/** The environment with the key file where the first start put it; as it is where there is none, or the operator says it. */
export function withOwnKeys(env: NodeJS.ProcessEnv, cwd: string): NodeJS.ProcessEnv {
  const keys = ownKeyPlace(env, chooseDataDirectory(env, cwd).path);
  return keys?.existing === true && !keys.beside ? { ...env, PAYUNG_KEY_FILE: keys.path } : env;
}

/** Undefined when there is no home, or nothing can be written there. */
function configFolder(
  env: Readonly<Record<string, string | undefined>>,
  home: () => string,
): string | undefined {
  try {
    const folder = join(env.XDG_CONFIG_HOME || join(home(), '.config'), 'payung');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return folder;
  } catch {
    return undefined;
  }
}
