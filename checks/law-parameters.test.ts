import { FIRST_KNOWN, findRegulation, listParameters, regulationsIn } from '@payung/law';
import { describe, expect, test } from 'vitest';
import { filesIn, isTest } from './source-files.ts';

const parameters = listParameters();
const rows = parameters.flatMap(({ id, rows }) => rows.map((row) => ({ id, ...row })));

/** Where something was read, or others read it. */
const READ: readonly string[] = ['quoted', 'secondary'];

test('every parameter that is defined is listed, under an id of its own', () => {
  const defined = filesIn(['law/src'], /\.ts$/)
    .filter(({ path }) => !isTest(path))
    .flatMap(({ text }) => [...text.matchAll(/\bparameter<[^(]*>\(\s*'([^']+)'/g)].map(([, id]) => id ?? ''));
  expect(defined.length).toBeGreaterThan(80);
  expect(defined.filter((id, at) => defined.indexOf(id) !== at)).toEqual([]);
  const listed = new Set(parameters.map(({ id }) => id));
  expect(defined.filter((id) => !listed.has(id))).toEqual([]);
});

test('every regulation that the law package names is in its register', () => {
  const named = filesIn(['law/src'], /\.ts$/)
    .filter(({ path }) => !isTest(path))
    .flatMap(({ text }) => [
      ...[...text.matchAll(/\blaw: '([^']+)'/g)].flatMap(([, law]) => regulationsIn(law ?? '')),
      ...[...text.matchAll(/\b(?:UU|PP|Perpres|Keppres|Inpres|Perm[a-z]+|PMK) \d+\/\d{4}\b/g)].map(
        ([id]) => id,
      ),
    ]);
  expect(named.length).toBeGreaterThan(200);
  const unknown = new Set(named.filter((id) => findRegulation(id) === undefined));
  // What the press misprints for UU 40/2004, as the register says.
  expect([...unknown]).toEqual(['UU 40/2024']);
});

describe('every parameter', () => {
  test('says what it is in both languages, and in which unit', () => {
    const silent = parameters.filter(({ label, unit }) => label.id === '' || label.en === '' || unit === '');
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  test('was checked on a day since the beginning', () => {
    expect(parameters.filter(({ checked }) => checked < FIRST_KNOWN).map(({ id }) => id)).toEqual([]);
  });

  test('has a history, and words in both languages for each value', () => {
    expect(parameters.filter((parameter) => parameter.rows.length === 0).map(({ id }) => id)).toEqual([]);
    const wordless = rows.filter(
      ({ state, text }) => state === 'value' && (text === null || text.id === '' || text.en === ''),
    );
    expect(wordless.map(({ id, from }) => `${id} ${from}`)).toEqual([]);
  });
});

describe('every value', () => {
  const faulty = (isFaulty: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(isFaulty).map(({ id, from }) => `${id} ${from}`);

  test('rests on a regulation of the register', () => {
    const isUnknown = (id: string) => findRegulation(id) === undefined;
    expect(faulty(({ source }) => regulationsIn(source.law).some(isUnknown))).toEqual([]);
  });

  test('says where it was read, if it was', () => {
    const isPageless = ({ source: { confidence, page } }: (typeof rows)[number]) =>
      READ.includes(confidence) && !/^https?:\/\/[^ ]+$/.test(page ?? '');
    expect(faulty(isPageless)).toEqual([]);
  });

  test("is called secondary if it was read in other people's software", () => {
    const isSoftware = (page = '') => /^https?:\/\/(?:www\.)?github\.com\//.test(page);
    expect(rows.some(({ source }) => isSoftware(source.page))).toBe(true);
    expect(faulty(({ source }) => isSoftware(source.page) && source.confidence !== 'secondary')).toEqual([]);
  });

  test('came to be known on a day since the beginning', () => {
    expect(faulty(({ known }) => known < FIRST_KNOWN)).toEqual([]);
  });
});
