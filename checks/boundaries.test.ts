import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn, importsOf, isTest, root } from './source-files.ts';

/** Modules in the order of the flow; each may import from those before its line, not from its neighbours. */
const order = [
  ['areas'],
  ['people', 'partners'],
  ['ledger'],
  ['memberships'],
  ['billing'],
  ['rosters'],
  ['selection'],
  ['duplicates', 'entry', 'registration', 'coverage'],
  ['exchange', 'funding', 'offices', 'seekers'],
  // Outside the flow: who may do what, what was done, and what the law says.
  ['users', 'audit', 'laws'],
];

/** What a package may use of the others; tests may use anything. */
const packages: Readonly<Record<string, (from: string, typeOnly: boolean) => boolean>> = {
  kernel: () => false,
  law: (from) => from === '@payung/kernel',
  identity: (from) => from === '@payung/kernel',
  server: (from) => ['@payung/kernel', '@payung/law', '@payung/identity'].includes(from),
  web: (from, typeOnly) =>
    ['@payung/kernel', '@payung/law'].includes(from) || (from === '@payung/server/api' && typeOnly),
  cli: (from) =>
    // The built pages are served by the terminal's own command, so it must be able to build them.
    [
      '@payung/kernel',
      '@payung/law',
      '@payung/identity',
      '@payung/server/local',
      '@payung/web/build',
    ].includes(from),
};

const server = filesIn(['server/src'], /\.ts$/);
const moduleFolders = readdirSync(join(root, 'server/src/modules'));
const platformFolders = readdirSync(join(root, 'server/src/platform'));

/** `modules/people`, `platform/seal`, or undefined for what puts them together. */
const roomOf = (path: string) => /^server\/src\/((?:modules|platform)\/[^/]+)/.exec(path)?.[1];
const levelOf = (name: string) => order.findIndex((level) => level.includes(name));

function offences(
  check: (path: string, from: string, typeOnly: boolean) => boolean,
  files = server,
): string[] {
  return files
    .filter(({ path }) => !isTest(path))
    .flatMap(({ path, text }) =>
      importsOf(text)
        .filter(({ from, typeOnly }) => check(path, from, typeOnly))
        .map(({ from }) => `${path} imports ${from}`),
    );
}

describe('inside the server', () => {
  test('relative imports never leave a module or a platform folder, nor enter one', () => {
    const crossing = offences((path, from) => {
      if (!from.startsWith('.')) return false;
      return roomOf(path) !== roomOf(posix.join(posix.dirname(path), from));
    });
    expect(crossing).toEqual([]);
  });

  test('a module imports only from those before it', () => {
    expect([...moduleFolders].sort()).toEqual(order.flat().sort());
    const backward = offences((path, from) => {
      const own = /^modules\/(.+)$/.exec(roomOf(path) ?? '')?.[1];
      const other = /^#([a-z]+)$/.exec(from)?.[1];
      return own !== undefined && other !== undefined && levelOf(other) >= levelOf(own);
    });
    expect(backward).toEqual([]);
  });

  test('the platform imports no module, and its folders do not import each other in a circle', () => {
    expect(
      offences((path, from) => (roomOf(path) ?? '').startsWith('platform/') && /^#(?!platform\/)/.test(from)),
    ).toEqual([]);
    const uses = new Map<string, Set<string>>();
    for (const { path, text } of server.filter(({ path }) => !isTest(path))) {
      const own = /^platform\/(.+)$/.exec(roomOf(path) ?? '')?.[1];
      if (own === undefined) continue;
      const others = importsOf(text).flatMap(({ from }) => /^#platform\/(.+)$/.exec(from)?.[1] ?? []);
      uses.set(own, new Set([...(uses.get(own) ?? []), ...others]));
    }
    // Taking away, again and again, whoever uses nobody that is left: a circle stays.
    for (let before = -1; before !== uses.size; ) {
      before = uses.size;
      for (const [own, others] of uses) if ([...others].every((other) => !uses.has(other))) uses.delete(own);
    }
    expect([...uses.keys()]).toEqual([]);
  });

  test('the map of names in package.json is complete and leads to a file', () => {
    const { imports } = JSON.parse(readFileSync(join(root, 'server/package.json'), 'utf8')) as {
      imports: Record<string, string>;
    };
    const { '#platform/*': platform, '#testing': _, ...modules } = imports;
    expect(platform).toBe('./src/platform/*/index.ts');
    expect(modules).toEqual(
      Object.fromEntries(moduleFolders.map((name) => [`#${name}`, `./src/modules/${name}/index.ts`])),
    );
    const missing = [
      ...moduleFolders.map((name) => `server/src/modules/${name}/index.ts`),
      ...platformFolders.map((name) => `server/src/platform/${name}/index.ts`),
    ].filter((path) => !existsSync(join(root, path)));
    expect(missing).toEqual([]);
  });
});

describe.each(Object.entries(packages))('%s', (name, mayImport) => {
  const files = filesIn([name], /\.tsx?$/);

  test('uses of our own packages only what it may', () => {
    expect(files.length).toBeGreaterThan(0);
    const foreign = offences(
      (_, from, typeOnly) => from.startsWith('@payung/') && !mayImport(from, typeOnly),
      files,
    );
    expect(foreign).toEqual([]);
  });

  test('does not reach into another package by a path', () => {
    const reaching = offences(
      (path, from) => from.startsWith('.') && !posix.join(posix.dirname(path), from).startsWith(`${name}/`),
      files,
    );
    expect(reaching).toEqual([]);
  });
});

test('imports are found in every form they are written in', () => {
  const text = `import a from 'a';
import type { B } from 'b';
import {
  c,
  type D,
} from 'c';
export { e } from 'e';
export type { F } from 'f';
export * from 'g';
import 'h';
const i = await import('i');
const notOne = "from 'x'";`;
  expect(importsOf(text)).toEqual([
    { from: 'a', typeOnly: false },
    { from: 'b', typeOnly: true },
    { from: 'c', typeOnly: false },
    { from: 'e', typeOnly: false },
    { from: 'f', typeOnly: true },
    { from: 'g', typeOnly: false },
    { from: 'h', typeOnly: false },
    { from: 'i', typeOnly: false },
  ]);
});
