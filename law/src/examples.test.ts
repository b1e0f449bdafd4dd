import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rules, run } from './rules.ts';

type Example = {
  readonly id: string;
  readonly rule: string;
  readonly title: string;
  readonly input: unknown;
  readonly expected: Readonly<Record<string, unknown>>;
};

/** The examples lie beside the code of their rule: acceptance cases with their derivation and source, and our own. */
const examples = globSync('**/*.examples.json', { cwd: import.meta.dirname }).flatMap(
  (path): readonly Example[] => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')),
);
const byRule = Map.groupBy(examples, ({ rule }) => rule);

test('every rule has examples, every example a rule and an id of its own', () => {
  expect([...byRule.keys()].sort()).toEqual([...rules.keys()].sort());
  expect(new Set(examples.map(({ id }) => id)).size).toBe(examples.length);
});

describe.each([...byRule])('%s', (rule, cases) => {
  test.each(cases.map((example) => [example.id, example.title, example] as const))(
    '%s %s',
    (_, __, { input, expected }) => {
      const answer = run(rule, input);
      expect(answer).toMatchObject(expected);
      expect('error' in answer).toBe('error' in expected);
    },
  );
});
