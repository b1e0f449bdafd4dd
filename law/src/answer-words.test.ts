import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { reasonTexts } from './answer-lines.ts';
import { answerWords } from './answer-words.ts';
import type { Json } from './engine/explain.ts';
import { explain, rules } from './rules.ts';

/** The input of every example, whatever rule it was written for: a rule that takes it answers. */
const inputs = globSync('**/*.examples.json', { cwd: import.meta.dirname }).flatMap((path) => {
  const examples: unknown = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
  return Array.isArray(examples) ? examples.map((example: { readonly input: unknown }) => example.input) : [];
});

/** Members that are written as part of what holds them: a text in two languages, a citation. */
const partsOfText = new Set(['id', 'en', 'law', 'name']);

function membersIn(value: Json | undefined): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(membersIn);
  return Object.entries(value).flatMap(([key, inner]) => [key, ...membersIn(inner)]);
}

describe.each([...rules.keys()])('%s', (rule) => {
  const answers = inputs.flatMap((input) => {
    const { answer, trace } = explain(rule, input);
    return trace === undefined ? [] : [{ answer, trace }];
  });

  test('has an example, and a word for each member of its answers', () => {
    expect(answers.length).toBeGreaterThan(0);
    const wordless = answers
      .flatMap(({ answer: { because, ...values } }) => membersIn(values))
      .filter((key) => key !== 'because' && !answerWords.has(key) && !partsOfText.has(key));
    expect([...new Set(wordless)]).toEqual([]);
  });

  test('says in words what its reasons mean', () => {
    const silent = answers.flatMap(({ answer: { because }, trace }) => {
      const codes = Array.isArray(because) ? because.map(String) : [];
      return reasonTexts(trace, codes, 'id').filter((text) => codes.includes(text));
    });
    expect([...new Set(silent)]).toEqual([]);
  });
});
