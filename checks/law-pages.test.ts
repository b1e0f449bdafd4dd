import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findOpenQuestion, listOpenQuestions, type TraceNode } from '@payung/law';
import { expect, test } from 'vitest';
import { tracesByRule } from './law-examples.ts';
import { lawPages } from './law-pages.ts';
import { filesIn, isTest, root } from './source-files.ts';

test.each([...lawPages()])(
  '%s is what the law package says (node checks/law-pages.ts writes it)',
  (path, text) => {
    expect(existsSync(join(root, path))).toBe(true);
    expect(readFileSync(join(root, path), 'utf8')).toBe(text);
  },
);

test('what an explanation calls open is a question that is listed, and none is listed that no rule shows', () => {
  const sources = filesIn(['law/src'], /\.ts$/)
    .filter(({ path }) => !isTest(path) && !path.startsWith('law/src/register/'))
    .map(({ text }) => text)
    .join('\n');
  const written = [...sources.matchAll(/(?:\buncertainty\(\{\s*id: |\bnote\()'([^']+)'/g)].map(
    ([, id]) => id ?? '',
  );
  const shown = [...tracesByRule().values()].flat().flatMap(uncertaintiesOf);
  expect(written.length).toBeGreaterThan(40);
  expect(shown.length).toBeGreaterThan(10);
  expect([...new Set([...written, ...shown])].filter((id) => findOpenQuestion(id) === undefined)).toEqual([]);
  const listed = listOpenQuestions().flatMap(({ uncertainties }) => uncertainties);
  expect(listed.filter((id) => !sources.includes(`'${id}'`))).toEqual([]);
});

function uncertaintiesOf(node: TraceNode): string[] {
  if (node.kind === 'result') return node.parts.flatMap(uncertaintiesOf);
  return node.kind === 'uncertainty' ? [node.id] : [];
}
