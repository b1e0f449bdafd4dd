import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn, importsOf, isTest, root } from './source-files.ts';

interface Package {
  readonly name: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly overrides?: Readonly<Record<string, string>>;
}

const { workspaces } = readPackage('.') as Package & { readonly workspaces: readonly string[] };
const packages = ['.', ...workspaces].map((folder) => ({ folder, ...readPackage(folder) }));

function readPackage(folder: string): Package {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
}

const allOf = (one: Package) => [
  ...Object.entries(one.dependencies ?? {}),
  ...Object.entries(one.devDependencies ?? {}),
  ...Object.entries(one.optionalDependencies ?? {}),
  ...Object.entries(one.overrides ?? {}),
];

test('every dependency is pinned to one version', () => {
  const exact = /^(npm:@?[\w./-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/;
  const loose = packages.flatMap((one) =>
    allOf(one)
      .filter(([, version]) => !exact.test(version))
      .map(([name, version]) => `${one.name}: ${name} ${version}`),
  );
  expect(loose).toEqual([]);
});

test('one version of a dependency serves all packages', () => {
  const versions = Map.groupBy(packages.flatMap(allOf), ([name]) => name);
  const several = [...versions].filter(([, uses]) => new Set(uses.map(([, version]) => version)).size > 1);
  expect(several).toEqual([]);
});

test('every package carries the licence of the whole', () => {
  expect(new Set(packages.map((one) => one.license))).toEqual(new Set(['AGPL-3.0-or-later']));
});

describe.each(packages.filter(({ folder }) => folder !== '.'))('$name', (one) => {
  test('declares no dependency that it does not use', () => {
    const used = new Set(
      filesIn([one.folder], /\.(tsx?|js|css|html)$/).flatMap(({ text }) => [
        ...importsOf(text).map(({ from }) => packageOf(from)),
        // A style sheet or a document takes packages in by other words.
        ...[...text.matchAll(/@import\s+'([^']+)'/g)].map(([, from]) => packageOf(from ?? '')),
      ]),
    );
    const idle = Object.keys(one.dependencies ?? {}).filter((name) => !used.has(name));
    expect(idle).toEqual([]);
  });

  test('uses at run time no dependency that is there for development only', () => {
    const own = new Set([
      ...Object.keys(one.dependencies ?? {}),
      ...Object.keys(one.optionalDependencies ?? {}),
    ]);
    const borrowed = filesIn([one.folder], /\.tsx?$/)
      .filter(({ path }) => !isTest(path))
      .flatMap(({ path, text }) =>
        importsOf(text)
          .filter(
            ({ from, typeOnly }) => !typeOnly && !/^(\.|#|node:)/.test(from) && !own.has(packageOf(from)),
          )
          .map(({ from }) => `${path} imports ${from}`),
      );
    expect(borrowed).toEqual([]);
  });
});

/** `@scope/name` of `@scope/name/sub/path`. */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
