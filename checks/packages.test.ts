import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { npm, pack, published, tsc } from './pack.ts';
import { filesIn, isTest, root } from './source-files.ts';

/** A project outside the repository, with the packages installed as a stranger would. */
const project = mkdtempSync(join(tmpdir(), 'payung-stranger-'));
const installed = (folder: string) => join(project, 'node_modules/@payung', folder);

/** The first example of the package's README. */
const guide = /```ts\n(.*?)```/s.exec(readFileSync(join(root, 'law/README.md'), 'utf8'))?.[1] ?? '';

beforeAll(() => {
  write('package.json', '{ "private": true, "type": "module" }');
  write('guide.ts', guide);
  // Offline: nothing may be needed from a registry.
  npm('install', '--offline', '--no-audit', '--no-fund', '--silent', '--prefix', project, ...pack(project));
}, 60_000);
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe.each(published)('@payung/%s', (folder) => {
  test('holds the JavaScript and the types of every source, and nothing else', () => {
    const built = filesIn([`${folder}/src`], /\.ts$/)
      .filter(({ path }) => !isTest(path))
      .map(({ path }) => path.replace(`${folder}/src/`, 'dist/').replace(/\.ts$/, ''))
      .flatMap((path) => [`${path}.js`, `${path}.d.ts`]);
    expect(new Set(filesBelow(installed(folder)))).toEqual(
      new Set(['LICENSE', 'README.md', 'package.json', ...built]),
    );
  });

  test('imports nothing but what its manifest names', () => {
    const from = /\b(?:from|import)\b[\s(]*["']([@\w./:-]+)["']/g;
    const names = filesBelow(join(installed(folder), 'dist'))
      .map((path) => readFileSync(join(installed(folder), 'dist', path), 'utf8'))
      .flatMap((text) => [...text.matchAll(from)].map(([, name]) => name ?? ''))
      .filter((name) => !name.startsWith('.'));
    expect([...new Set(names)]).toEqual(folder === 'kernel' ? [] : ['@payung/kernel']);
  });

  test('has a manifest for its users, not for us', () => {
    const { name, version, description, license } = manifestOf(join(root, folder));
    expect(manifestOf(installed(folder))).toEqual({
      name,
      version,
      description,
      license,
      type: 'module',
      sideEffects: false,
      files: ['dist'],
      exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
      dependencies: folder === 'kernel' ? undefined : { '@payung/kernel': version },
    });
  });
});

describe('the example of the README, outside the repository', () => {
  test('prints what it says', () => {
    const said = [...guide.matchAll(/^console\.log\(.*\);\s\/\/ (.+)$/gm)].map(([, text]) => text);
    const printed = execFileSync(process.execPath, ['guide.ts'], { cwd: project, encoding: 'utf8' });
    expect(said.length).toBeGreaterThan(0);
    expect(printed.trimEnd().split('\n')).toEqual(said);
  });

  test('compiles strictly against types that are there, not any', () => {
    write(
      'careless.ts',
      "import { month } from '@payung/kernel';\nexport const may: number = month('2026-05');\n",
    );
    const options = '--noEmit --strict --target es2024 --module nodenext --lib es2024,dom'.split(' ');
    const { stdout } = spawnSync(process.execPath, [tsc, ...options, 'guide.ts', 'careless.ts'], {
      cwd: project,
      encoding: 'utf8',
    });
    expect(stdout.trim().split('\n')).toEqual([
      expect.stringMatching(/^careless\.ts\(2,14\): error TS2322: .*'Month'/),
    ]);
  });
});

const write = (name: string, text: string) => writeFileSync(join(project, name), text);

const manifestOf = (folder: string): Readonly<Record<string, unknown>> =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/** Paths of all files below a folder, with forward slashes. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.split(sep).join('/'));
}
