import { expect, test } from 'vitest';
import { codeFolders, filesIn, isTest } from './source-files.ts';

/** A file beyond this is several use cases, and is split by them. Tables of cases in tests may be longer. */
const LONGEST = 300;
const LONGEST_TEST = 450;

/** Longer ones, and why they stay whole. */
const longer: Readonly<Record<string, string>> = {
  'server/src/platform/database/tables.generated.ts': 'written by a program',
};

test('no file is longer than one reads at a sitting', () => {
  const files = filesIn(codeFolders, /\.tsx?$/);
  expect(files.length).toBeGreaterThan(100);
  const long = files
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ path, lines }) => lines > (isTest(path) ? LONGEST_TEST : LONGEST) && !(path in longer));
  expect(long).toEqual([]);
});

test('the list of longer files names none that is short by now', () => {
  const files = new Map(
    filesIn(codeFolders, /\.tsx?$/).map(({ path, text }) => [path, text.split('\n').length - 1]),
  );
  expect(Object.keys(longer).filter((path) => (files.get(path) ?? 0) <= LONGEST)).toEqual([]);
});

test('no file knows the machine it was written on', () => {
  // Written apart, or this file would find itself. `you` is nobody: what a command prints is shown with that name.
  const paths = new RegExp(`(?:/${'home'}/(?!you/)[a-z]|/${'Users'}/[A-Za-z]|[A-Z]:\\\\${'Users'})`);
  const outside = new RegExp(`\\.\\./${'shared'}|/${'work'}/`);
  const files = filesIn(['.'], /\.(tsx?|js|json|md|sql|html|css|ya?ml|toml)$|\/run$/).filter(
    ({ path }) => path !== 'package-lock.json',
  );
  const telling = files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .map((line, at) => ({ place: `${path}:${at + 1}`, line }))
      .filter(({ line }) => paths.test(line) || outside.test(line))
      .map(({ place }) => place),
  );
  expect(telling).toEqual([]);
});

test('no test is left out or singled out, and nothing is left to do without an issue', () => {
  const marks = new RegExp(
    `\\b(?:test|describe|it)\\.(?:only|skip|todo)\\b|\\b(?:${'TO'}${'DO'}|${'FIX'}${'ME'})\\b`,
  );
  const marked = filesIn(codeFolders, /\.(tsx?|js|sql)$/).flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, at) => (marks.test(line) ? [`${path}:${at + 1}`] : [])),
  );
  expect(marked).toEqual([]);
});

test('nothing is hidden from the compiler', () => {
  const hiding = new RegExp(`@${'ts'}-(?:ignore|nocheck|expect-error)\\b`);
  const hidden = filesIn(codeFolders, /\.tsx?$/).flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, at) => (hiding.test(line) ? [`${path}:${at + 1}`] : [])),
  );
  expect(hidden).toEqual([]);
});
