import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { root } from './source-files.ts';

/** The packages that others may install. */
export const published = ['kernel', 'identity', 'law'] as const;

/**
 * Builds the published packages and packs each into `<into>/payung-<folder>-<version>.tgz`; returns the paths. By hand:
 * `npm run pack`, or `npm run pack -- <folder>`.
 *
 * The repository runs from sources, but Node refuses TypeScript below node_modules. So JavaScript, types and a manifest that
 * leads to them are made in a directory apart; the work tree is only read. See docs/decisions/0012-packages.md.
 */
export function pack(into: string): readonly string[] {
  const stage = mkdtempSync(join(tmpdir(), 'payung-pack-'));
  const staged = published.map((folder) => join(stage, folder));
  try {
    for (const folder of published) stagePackage(folder, join(stage, folder));
    cpSync(join(root, 'tsconfig.base.json'), join(stage, 'tsconfig.base.json'));
    // The packages find each other as they do in the repository, by a link.
    mkdirSync(join(stage, 'node_modules'));
    symlinkSync(stage, join(stage, 'node_modules/@payung'), 'junction');
    execFileSync(process.execPath, [tsc, '-b', ...staged], { stdio: ['ignore', 'inherit', 'inherit'] });
    mkdirSync(into, { recursive: true });
    const packed: readonly { readonly filename: string }[] = JSON.parse(
      npm('pack', '--json', '--pack-destination', resolve(into), ...staged),
    );
    return packed.map(({ filename }) => join(into, filename));
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/** The compiler of the repository, to be run by Node. */
export const tsc: string = join(root, 'node_modules/typescript/bin/tsc');

/** Runs npm; returns what it printed. Its remarks appear among those of the caller. */
export function npm(...args: readonly string[]): string {
  return execFileSync('npm', args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    // On Windows npm is a script, which only a shell starts.
    shell: process.platform === 'win32',
  });
}

interface Manifest {
  readonly exports: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

function stagePackage(folder: string, staged: string): void {
  const own = join(root, folder);
  for (const name of ['src', 'tsconfig.json', 'README.md']) {
    cpSync(join(own, name), join(staged, name), { recursive: true });
  }
  cpSync(join(root, 'LICENSE'), join(staged, 'LICENSE'));
  const manifest: Manifest = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8'));
  const exports = Object.entries(manifest.exports).map(([name, source]) => {
    const built = source.replace(/^\.\/src\/(.+)\.ts$/, './dist/$1');
    return [name, { types: `${built}.d.ts`, default: `${built}.js` }];
  });
  const forUsers = {
    ...manifest,
    exports: Object.fromEntries(exports),
    private: undefined,
    scripts: undefined,
  };
  writeFileSync(join(staged, 'package.json'), `${JSON.stringify(forUsers, null, 2)}\n`);
}

if (import.meta.main) console.log(pack(process.argv[2] ?? join(root, 'dist')).join('\n'));
