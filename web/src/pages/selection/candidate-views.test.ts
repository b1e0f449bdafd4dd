import { expect, test } from 'vitest';
import { nextView, viewOf } from './candidate-views.ts';

const people = (verdicts: string) =>
  [...verdicts].map((letter, n) => ({
    personId: String(n),
    verdict:
      letter === 'o' ? ('open' as const) : letter === 'e' ? ('eligible' as const) : ('excluded' as const),
  }));

// biome-ignore format: aligned table of cases
test.each([
  // case                                    people   on the list  opens on
  ['somebody is not assessed',               'oeex',  ['1'],       'open'],
  ['all are assessed, some may be put on it','eex',   ['0'],       'eligible'],
  ['all who may are on it',                  'eex',   ['0', '1'],  'listed'],
  ['on the list before being assessed',      'ox',    ['0'],       'listed'],
  ['nobody may be on it',                    'xx',    [],          'excluded'],
  ['nobody lives here',                      '',      [],          'all'],
] as const)('%s', (_, verdicts, listed, opens) => {
  expect(nextView(people(verdicts), new Set(listed))).toBe(opens);
});

test('who is on the list is shown there, whatever was found since', () => {
  expect(viewOf({ personId: 'a', verdict: 'excluded' }, new Set(['a']))).toBe('listed');
});
