import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { answerRequest } from '../engine/run.ts';
import { claimDocumentsRule } from './documents-rule.ts';
import { claimHeirs } from './heirs-rule.ts';
import { claimServiceDays } from './service-days.ts';

type Example = { id: string; title: string; input: unknown; expected: Record<string, unknown> };

describe.each([
  ['heirs', claimHeirs],
  ['documents', claimDocumentsRule],
  ['service-days', claimServiceDays],
] as const)('%s', (file, rule) => {
  const examples: Example[] = JSON.parse(
    readFileSync(new URL(`./${file}.examples.json`, import.meta.url), 'utf8'),
  );
  const rules = new Map([[rule.id, rule]]);

  test.each(examples.map((example) => [example.id, example.title, example] as const))(
    '%s %s',
    (_, __, { input, expected }) => {
      const { answer } = answerRequest(rules, rule.id, input);
      expect(answer).toMatchObject(expected);
      expect('error' in answer).toBe('error' in expected);
    },
  );
});
