import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { run } from '../rules.ts';

type Example = { id: string; title: string; input: unknown; expected: Record<string, unknown> };

const examplesOf = (file: string, rule: string): [string, string, Example, string][] =>
  JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')).map((example: Example) => [
    example.id,
    example.title,
    example,
    rule,
  ]);

test.each([
  ...examplesOf('./village-body.examples.json', 'membership.villageBody'),
  ...examplesOf('./vulnerable.examples.json', 'membership.vulnerable'),
])('%s %s', (_, __, { input, expected }, rule) => {
  expect(run(rule, input)).toMatchObject(expected);
});
