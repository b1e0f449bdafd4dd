import { expect, test } from 'vitest';
import { rules } from '../rules.ts';
import { findOpenQuestion, listOpenQuestions } from './open-questions.ts';

const all = listOpenQuestions();

test('questions are numbered U-01 and on, each once, without a gap', () => {
  expect(all.map(({ id }) => id)).toEqual(
    Array.from({ length: all.length }, (_, n) => `U-${String(n + 1).padStart(2, '0')}`),
  );
});

test('a question says in both languages what is open, what is done and what would settle it', () => {
  const texts = all.flatMap(({ title, practice, needed }) => [title, practice, needed]);
  expect(texts.filter(({ id, en }) => id.length < 5 || en.length < 5)).toEqual([]);
});

test('a question touches rules that exist', () => {
  const touched = all.flatMap((question) => question.rules);
  expect(touched.length).toBeGreaterThan(30);
  expect(touched.filter((rule) => !rules.has(rule))).toEqual([]);
});

test('an uncertainty belongs to one question', () => {
  const shown = all.flatMap(({ uncertainties }) => uncertainties);
  expect(new Set(shown).size).toBe(shown.length);
  expect(findOpenQuestion('jkm.permenaker_1_2025_day')?.id).toBe('U-01');
  expect(findOpenQuestion('q')).toBeUndefined();
});
