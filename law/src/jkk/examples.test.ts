import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Answer, answerRequest, type Rule } from '../engine/run.ts';
import {
  benefitJkkCare,
  benefitJkkDeath,
  benefitJkkDisability,
  benefitJkkHomeCare,
  benefitJkkRehabilitation,
  benefitJkkStmb,
  benefitJkkTransport,
} from './rule.ts';

type Example = { id: string; title: string; input: unknown; expected: Record<string, unknown> };

const examplesOf = (file: string, rule: Rule): [string, string, Example, Rule][] =>
  JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')).map((example: Example) => [
    example.id,
    example.title,
    example,
    rule,
  ]);

test.each([
  ...examplesOf('./death.examples.json', benefitJkkDeath),
  ...examplesOf('./disability.examples.json', benefitJkkDisability),
  ...examplesOf('./stmb.examples.json', benefitJkkStmb),
  ...examplesOf('./transport.examples.json', benefitJkkTransport),
  ...examplesOf('./care.examples.json', benefitJkkCare),
  ...examplesOf('./home-care.examples.json', benefitJkkHomeCare),
  ...examplesOf('./rehabilitation.examples.json', benefitJkkRehabilitation),
])('%s %s', (_, __, { input, expected }, rule) => {
  const answer: Answer = answerRequest(new Map([[rule.id, rule]]), rule.id, input).answer;
  expect(answer).toMatchObject(expected);
  expect('error' in answer).toBe('error' in expected);
});
