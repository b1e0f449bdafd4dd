import { day } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain } from '../rules.ts';
import { pmiContribution } from './contribution.ts';

const date = day('2024-06-01');

describe('packages', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                            months  duringAfter  extra    other reading
    ['shorter than the first package',      1,  108_000,         0,  [null]],
    ['6 months',                            6,  108_000,         0,  []],
    ['7: the next, or 6 + 1',               7,  189_000,         0,  [37_500 + 108_000 + 13_500]],
    ['12 months',                          12,  189_000,         0,  []],
    ['13: the next, or 12 + 1',            13,  332_500,         0,  [37_500 + 189_000 + 13_500]],
    ['24 months',                          24,  332_500,         0,  []],
    ['25: one extra month',                25,  332_500,    13_500,  []],
    ['36: twelve extra months',            36,  332_500,   162_000,  []],
  ])('%s', (_, months, duringAfter, extra, otherwise) => {
    const { value, trace } = pmiContribution({ route: 'placement', months, date });
    expect(value).toEqual({ before: 37_500, duringAfter, extra, total: 37_500 + duringAfter + extra });
    expect(trace.settled).toBe(otherwise.length === 0);
    expect(
      trace.parts.flatMap((part) => (part.kind === 'uncertainty' ? [part.otherwise] : [])),
    ).toEqual(otherwise);
    const alone = pmiContribution({ route: 'individual', months, date }).value;
    expect(alone).toEqual({ before: 0, duringAfter, extra, total: duringAfter + extra });
  });
});

test('the explanation names what it read', () => {
  const { trace } = pmiContribution({ route: 'placement', months: 25, date });
  const law = 'Permenaker 4/2023';
  expect(trace.parts).toMatchObject([
    { id: 'pmi.before', value: 37_500, citation: { law, article: 'Pasal 18 ayat (1) huruf a' } },
    { id: 'pmi.during_after', value: { upToMonths: 24, amount: 332_500 } },
    { id: 'pmi.extra_month', value: 13_500, citation: { law, article: 'Pasal 18 ayat (3)' } },
    { id: 'pmi.total', value: 383_500 },
  ]);
});

test('a longer contract never pays less, and placement always pays the part before work', () => {
  const lengths = fc.integer({ min: 1, max: 120 });
  fc.assert(
    fc.property(lengths, lengths, (months, more) => {
      const total = (n: number, route: 'placement' | 'individual' = 'placement') =>
        pmiContribution({ route, months: n, date }).value.total;
      expect(total(months + more)).toBeGreaterThanOrEqual(total(months));
      expect(total(months) - total(months, 'individual')).toBe(37_500);
    }),
  );
});

// biome-ignore format: aligned table of cases
test.each([
  // case                        input                                                        code                path
  ['the day before the law',    { route: 'individual', months: 6, date: '2023-02-21' },       'date.outOfRange',  'date'],
  ['no month',                  { route: 'individual', months: 0, date: '2024-06-01' },       'input.range',      'months'],
  ['too many months',           { route: 'individual', months: 2 ** 53 - 1, date: '2024-06-01' }, 'input.range',  'months'],
  ['another route',             { route: 'agency', months: 6, date: '2024-06-01' },           'input.range',      'route'],
  ['no route',                  { months: 6, date: '2024-06-01' },                            'input.missing',    'route'],
  ['a day that does not exist', { route: 'individual', months: 6, date: '2024-02-30' },       'input.format',     'date'],
  ['a day of the 19th century', { route: 'individual', months: 6, date: '1899-12-31' },       'date.outOfRange',  'date'],
])('%s', (_, input, code, path) => {
  expect(explain('contribution.pmi', input)).toMatchObject({ answer: { error: { code, path } } });
});

test('the first day of the law is answered', () => {
  expect(pmiContribution({ route: 'individual', months: 6, date: day('2023-02-22') }).value.total).toBe(
    108_000,
  );
});
