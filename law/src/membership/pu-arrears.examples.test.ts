import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { run } from '../rules.ts';

type Example = { id: string; title: string; input: unknown; expected: Record<string, unknown> };

const examples: Example[] = JSON.parse(
  readFileSync(new URL('./pu-arrears.examples.json', import.meta.url), 'utf8'),
);

test.each(examples.map((example) => [example.id, example.title, example] as const))(
  '%s %s',
  (_, __, { input, expected }) => {
    const answer = run('membership.puArrears', input);
    expect(answer).toMatchObject(expected);
    expect('error' in answer).toBe('error' in expected);
  },
);
