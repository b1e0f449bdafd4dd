import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byScore, type Candidate, noFindings, standings } from './model.ts';

const candidate = (name: string, over: Partial<Candidate> = {}): Candidate => ({
  personId: name,
  name,
  sex: null,
  birthDate: null,
  age: 40,
  rt: null,
  rw: null,
  occupation: 'Petani',
  findings: noFindings,
  verdict: 'eligible',
  reasons: [],
  missing: [],
  score: 1,
  ...over,
});
const decile = (n: number) => ({ findings: { ...noFindings, register: 'P3KE' as const, decile: n } });

describe('the order proposed to the meeting', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['who may be on the list, then who is not assessed, then who may not', [candidate('c', { verdict: 'excluded' }), candidate('b', { verdict: 'open' }), candidate('a')], 'abc'],
    ['more criteria met',                     [candidate('b'), candidate('a', { score: 2 })],                           'ab'],
    ['a lower decile',                        [candidate('b', decile(3)), candidate('a', decile(2))],                   'ab'],
    ['an unknown decile after the highest',   [candidate('b'), candidate('a', decile(10))],                             'ab'],
    ['the older',                             [candidate('b', { age: 40 }), candidate('a', { age: 41 })],               'ab'],
    ['an unknown age last',                   [candidate('b', { age: null }), candidate('a', { age: 0 })],              'ab'],
    ['by name',                               [candidate('b'), candidate('a')],                                         'ab'],
    ['criteria before decile before age',     [candidate('c', { age: 60 }), candidate('b', decile(1)), candidate('a', { score: 2 })], 'abc'],
  ])('%s', (_, candidates, order) => {
    expect(byScore(candidates).map(({ name }) => name).join('')).toBe(order);
  });
});

describe('places and substitutes', () => {
  const lists = fc.array(fc.boolean(), { maxLength: 20 }).map((struck) =>
    struck.map((isStruck, n) => ({
      personId: String(n),
      place: n + 1,
      struck: isStruck ? 'pindah' : null,
    })),
  );
  const quotas = fc.integer({ min: 1, max: 25 });
  const count = (of: ReturnType<typeof standings>, what: string) =>
    [...of.values()].filter((one) => one === what).length;

  test('as many places are filled as there are, or names that are not struck', () => {
    fc.assert(
      fc.property(lists, quotas, (list, quota) => {
        const found = standings(list, quota);
        const standing = list.filter(({ struck }) => struck === null).length;
        expect(count(found, 'in')).toBe(Math.min(quota, standing));
        expect(count(found, 'struck')).toBe(list.length - standing);
        expect(found.size).toBe(list.length);
      }),
    );
  });

  test('when one who fills a place is struck, exactly the first substitute moves up', () => {
    fc.assert(
      fc.property(lists, quotas, fc.nat(), (list, quota, pick) => {
        const before = standings(list, quota);
        const filling = list.filter(({ personId }) => before.get(personId) === 'in');
        const gone = filling[pick % Math.max(1, filling.length)];
        fc.pre(gone !== undefined);
        const after = standings(
          list.map((one) => (one === gone ? { ...one, struck: 'mampu' } : one)),
          quota,
        );
        const first = list.find(({ personId }) => before.get(personId) === 'substitute');
        const changed = list.filter(({ personId }) => before.get(personId) !== after.get(personId));
        expect(changed).toEqual([gone, ...(first === undefined ? [] : [first])].sort(byPlace));
        if (first !== undefined) expect(after.get(first.personId)).toBe('in');
      }),
    );
  });
});

function byPlace(a: { place: number } | undefined, b: { place: number } | undefined): number {
  return (a?.place ?? 0) - (b?.place ?? 0);
}
