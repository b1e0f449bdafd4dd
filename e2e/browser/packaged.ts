import { constants, existsSync } from 'node:fs';
import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inflate } from '@sparticuz/chromium';
import type { Browser } from './resolve.ts';

/** True where the browser in the npm package runs: its Chromium is built for this system and processor alone. */
export const packagedRunsHere = process.platform === 'linux' && process.arch === 'x64';

/**
 * Unpacks the Chromium of `@sparticuz/chromium`, once for each version, beside the other caches of node_modules.
 *
 * The package would unpack to fixed names in the system's temporary directory, open to their first user alone; here each
 * checkout has its own copy, complete or not there at all. The libraries it needs beyond the C library (nss, nspr, expat) and
 * a font come with it, so that a bare Linux runs it and every machine draws the same picture.
 *
 * Needs glibc 2.34 or newer (Debian 12, Ubuntu 22.04).
 */
export async function packagedBrowser(): Promise<Browser> {
  const require = createRequire(import.meta.url);
  const source = join(dirname(require.resolve('@sparticuz/chromium')), '..', 'bin');
  const { version } = require(join(source, '..', 'package.json')) as { readonly version: string };
  const cache = await cacheDirectory();
  const home = join(cache, `chromium-${version}`);
  if (!existsSync(home)) await unpack(source, cache, home);
  return {
    name: `Chromium of @sparticuz/chromium ${version}`,
    executable: join(home, 'chromium'),
    env: { LD_LIBRARY_PATH: join(home, 'al2023', 'lib'), FONTCONFIG_FILE: join(home, 'fonts.conf') },
  };
}

/** A directory that outlives the run: the checkout's own, or a new one where the checkout cannot be written. */
async function cacheDirectory(): Promise<string> {
  const own = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'payung');
  try {
    await mkdir(own, { recursive: true });
    await access(own, constants.W_OK);
    return own;
  } catch {
    return mkdtemp(join(tmpdir(), 'payung-browser-'));
  }
}

async function unpack(source: string, cache: string, home: string): Promise<void> {
  const draft = await mkdtemp(join(cache, 'unpacking-'));
  const before = process.env.TMPDIR;
  // The package asks os.tmpdir() where to unpack.
  process.env.TMPDIR = draft;
  try {
    await Promise.all(
      ['chromium.br', 'swiftshader.tar.br', 'fonts.tar.br', 'al2023.tar.br'].map((archive) =>
        inflate(join(source, archive)),
      ),
    );
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  const fonts = await readFile(join(draft, 'fonts', 'fonts.conf'), 'utf8');
  const [opening] = fonts.split('<fontconfig>');
  await writeFile(
    join(draft, 'fonts.conf'),
    `${opening}<fontconfig><dir>${join(home, 'fonts')}</dir><cachedir>${join(home, 'fonts-cache')}</cachedir></fontconfig>\n`,
  );
  await rename(draft, home).catch(async (error: NodeJS.ErrnoException) => {
    // Another run was quicker.
    if (!existsSync(home)) throw error;
    await rm(draft, { recursive: true });
  });
}
