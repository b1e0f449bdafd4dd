import { createHash } from 'node:crypto';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '..');
const directory = join(here, 'dist');
const stamp = '.sources';

/** Whatever changes the pages when it changes. */
const sources = [
  'web/src',
  'web/public',
  'web/index.html',
  'web/build.ts',
  'kernel/src',
  'law/src',
  'package-lock.json',
];

/** Where the built pages are, and whether they had to be built. */
export interface WebBuild {
  /** Absolute path of a directory with index.html and assets/, whose names carry a hash. */
  readonly directory: string;
  /** False when the sources had not changed since the last build. */
  readonly rebuilt: boolean;
}

/**
 * Builds the pages into web/dist, unless a build of exactly these sources is there already.
 * The old build stays in place until the new one is complete, so that a build that is killed leaves nothing half-made.
 *
 * @param options.force builds even when nothing changed
 * @throws Error when a page does not compile; the old build is kept
 */
export async function buildWeb(options: { readonly force?: boolean } = {}): Promise<WebBuild> {
  const wanted = await digestOf(sources.map((path) => join(root, path)));
  const built = await readFile(join(directory, stamp), 'utf8').catch(() => undefined);
  if (built === wanted && options.force !== true) return { directory, rebuilt: false };

  // Loaded only now: a start with nothing to build need not wait for the compiler.
  const [{ build }, { default: react }] = await Promise.all([import('vite'), import('@vitejs/plugin-react')]);
  const scratch = join(here, '.tsbuild');
  await mkdir(scratch, { recursive: true });
  const fresh = await mkdtemp(join(scratch, 'pages-'));
  const environment = process.env.NODE_ENV;
  try {
    // Whoever starts us, a test runner too: under another word pages would hold the development version of React.
    process.env.NODE_ENV = 'production';
    await build({
      root: here,
      configFile: false,
      logLevel: 'warn',
      plugins: [react()],
      build: {
        outDir: fresh,
        emptyOutDir: true,
        target: 'es2022',
        // Everything is a file of our own origin: the content security policy allows nothing else.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
      },
    });
    await compress(await filesUnder(fresh));
    await writeFile(join(fresh, stamp), wanted);
    // Temporary directories are private; pages may be served by another account.
    await chmod(fresh, 0o755);
    await rm(directory, { recursive: true, force: true });
    await move(fresh, directory);
  } finally {
    if (environment === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = environment;
    await rm(fresh, { recursive: true, force: true });
  }
  return { directory, rebuilt: true };
}

/** Puts a .br and a .gz beside every text file, so that the server compresses nothing while it answers. */
async function compress(files: readonly string[]): Promise<void> {
  const texts = files.filter((file) => /\.(js|css|svg|html)$/.test(file));
  for (const file of texts) {
    const content = await readFile(file);
    await writeFile(`${file}.br`, await promisify(brotliCompress)(content));
    await writeFile(`${file}.gz`, await promisify(gzip)(content));
  }
}

async function move(from: string, to: string): Promise<void> {
  // Some file systems (overlays in containers) cannot rename a directory.
  await rename(from, to).catch(() => cp(from, to, { recursive: true }));
}

async function digestOf(paths: readonly string[]): Promise<string> {
  const files = (await Promise.all(paths.map(filesUnder))).flat().sort();
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(relative(root, file))
      .update('\0')
      .update(await readFile(file));
  return hash.digest('hex');
}

async function filesUnder(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => undefined);
  if (entries === undefined) return [path];
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
