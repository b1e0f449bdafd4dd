import { describe, expect, test } from 'vitest';
import { auditFaults } from '../cli/src/commands/audit-faults.ts';
import { backupProblemTexts } from '../server/src/platform/backup/problem-texts.ts';
import { problemTexts } from '../server/src/platform/database/problem-texts.ts';
import { en } from '../server/src/platform/messages/en.ts';
import { entryEn } from '../server/src/platform/messages/entry-en.ts';
import { entryId } from '../server/src/platform/messages/entry-id.ts';
import { id } from '../server/src/platform/messages/id.ts';
import { refusalStatus } from '../server/src/platform/refusal/codes.ts';
import { en as pagesEn } from '../web/src/messages/en/index.ts';
import { id as pagesId } from '../web/src/messages/id/index.ts';
import { filesIn } from './source-files.ts';

type Texts = Readonly<Record<string, readonly string[]>>;

/** Each catalogue by code, in both languages. */
const catalogues: Readonly<Record<string, { id: Texts; en: Texts }>> = {
  'refusals and reasons': { id, en },
  'reasons of one person': { id: entryId, en: entryEn },
  pages: { id: single(pagesId), en: single(pagesEn) },
  'problems of the database': bilingual(problemTexts),
  'problems of a backup': bilingual(backupProblemTexts),
  'faults of the audit log': bilingual(auditFaults),
};

function single(texts: Readonly<Record<string, string>>): Texts {
  return Object.fromEntries(Object.entries(texts).map(([code, text]) => [code, [text]]));
}

function bilingual(texts: Readonly<Record<string, { readonly id: string; readonly en: string }>>) {
  const pick = (language: 'id' | 'en') =>
    single(Object.fromEntries(Object.entries(texts).map(([code, both]) => [code, both[language]])));
  return { id: pick('id'), en: pick('en') };
}

const placeholders = (texts: readonly string[]) =>
  [
    ...new Set(texts.flatMap((text) => [...text.matchAll(/\{(\w+(?::\w+)?)\}/g)].map(([, name]) => name))),
  ].sort();

describe.each(Object.entries(catalogues))('%s', (_, both) => {
  test('have the same codes in both languages', () => {
    expect(Object.keys(both.en).sort()).toEqual(Object.keys(both.id).sort());
    expect(Object.keys(both.id).length).toBeGreaterThan(0);
  });

  test('say what happened in words of their own', () => {
    const silent = Object.keys(both.id).filter((code) =>
      [both.id[code]?.[0], both.en[code]?.[0]].some(
        (text) => text === undefined || text.trim() === '' || text === code,
      ),
    );
    expect(silent).toEqual([]);
  });

  test('speak of the same facts in both languages', () => {
    const differing = Object.keys(both.id).flatMap((code) => {
      const facts = [placeholders(both.id[code] ?? []), placeholders(both.en[code] ?? [])];
      return String(facts[0]) === String(facts[1]) ? [] : [{ code, id: facts[0], en: facts[1] }];
    });
    expect(differing).toEqual([]);
  });
});

test('every refusal has a remedy in both languages', () => {
  const without = Object.keys(refusalStatus).filter((code) =>
    [id, en].some((catalogue) => ((catalogue as Texts)[code]?.[1] ?? '') === ''),
  );
  expect(without).toEqual([]);
});

// Reasons of rows are typed as codes of the catalogue; what a job fails of is a refusal or a problem of its file.
test('every problem of a roster file has a text', () => {
  const [problems] = filesIn(['server/src/modules/rosters/file'], /\/problem\.ts$/);
  const declaration = /export type FileProblemCode =([^;]*);/.exec(problems?.text ?? '')?.[1] ?? '';
  const codes = [...declaration.matchAll(/'([^']+)'/g)].map(([, code]) => code ?? '');
  expect(codes).toContain('file.empty');
  expect(codes.filter((code) => !(code in id))).toEqual([]);
});
