import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findOpenQuestion, type TraceNode } from '@payung/law';
import { expect, test } from 'vitest';
import { exampleFiles, tracesByRule } from './law-examples.ts';
import { lawPages } from './law-pages.ts';
import { root } from './source-files.ts';

test.each([...lawPages()])(
  '%s is what the law package says (node checks/law-pages.ts writes it)',
  (path, text) => {
    expect(existsSync(join(root, path))).toBe(true);
    expect(readFileSync(join(root, path), 'utf8')).toBe(text);
  },
);

test('every file of examples is answered as expected by one rule', () => {
  const files = exampleFiles();
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter(({ rule }) => rule === undefined).map(({ path }) => path)).toEqual([]);
});

test('what an explanation of an example calls open is a question that is listed', () => {
  const shown = new Set([...tracesByRule().values()].flat().flatMap(uncertaintiesOf));
  expect(shown.size).toBeGreaterThan(10);
  expect([...shown].filter((id) => findOpenQuestion(id) === undefined)).toEqual([]);
});

function uncertaintiesOf(node: TraceNode): string[] {
  if (node.kind === 'result') return node.parts.flatMap(uncertaintiesOf);
  return node.kind === 'uncertainty' ? [node.id] : [];
}
