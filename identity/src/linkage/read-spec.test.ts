import { describe, expect, test } from 'vitest';
import { readSpec, SpecError } from './read-spec.ts';

const name = { name: 'name', columns: ['name'], levels: [{ test: 'exact' }] };
const spec = { id: 'id', comparisons: [name], blocking: [{ on: ['name'] }] };
const withLevel = (level: object, columns = ['name']) => ({
  ...spec,
  comparisons: [{ ...name, columns, levels: [level] }],
});

describe('a spec', () => {
  test('is read as it stands', () => {
    const whole = {
      id: 'id',
      comparisons: [
        {
          name: 'name',
          columns: ['first', 'last'],
          prepare: 'name',
          levels: [
            { test: 'exact', m: 0.9, u: 0.01 },
            { test: 'swapped', least: 0.9 },
            { test: 'nameSimilarity', least: 0.9 },
            { test: 'rareTokensShared', least: 0.6 },
            { test: 'custom', name: 'nickname' },
          ],
          termFrequency: true,
          own: true,
          otherwise: { m: 0.05, h: 0.9 },
        },
        {
          name: 'born',
          columns: ['born'],
          prepare: 'date',
          levels: [
            { test: 'daysApart', most: 31 },
            { test: 'dayMonthSwapped' },
            { test: 'prefix', length: 4 },
            { test: 'numberNear', share: 0.1 },
          ],
        },
      ],
      blocking: [{ on: ['first(last, 3)', 'year(born)'], most: 100 }, { on: ['dropped(nik)'] }],
      prior: 0.001,
      household: 0.002,
      threshold: 0.9,
      oneToOne: true,
    };
    expect(readSpec(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['no object',                   [],                                                  ''],
    ['no id',                       { ...spec, id: undefined },                          'id'],
    ['an unknown field',            { ...spec, compare: [] },                            'compare'],
    ['nothing compared',            { ...spec, comparisons: [] },                        'comparisons'],
    ['a name twice',                { ...spec, comparisons: [name, name] },              'comparisons[1].name'],
    ['an unknown test',             withLevel({ test: 'soundex' }),                      'comparisons[0].levels[0].test'],
    ['a field of another test',     withLevel({ test: 'exact', least: 1 }),              'comparisons[0].levels[0].least'],
    ['no threshold',                withLevel({ test: 'jaroWinkler' }),                  'comparisons[0].levels[0].least'],
    ['a threshold above 1',         withLevel({ test: 'jaroWinkler', least: 1.1 }),      'comparisons[0].levels[0].least'],
    ['half an edit',                withLevel({ test: 'damerauLevenshtein', most: 0.5 }), 'comparisons[0].levels[0].most'],
    ['a prefix of nothing',         withLevel({ test: 'prefix', length: 0 }),            'comparisons[0].levels[0].length'],
    ['one column swapped',          withLevel({ test: 'swapped', least: 0.9 }),          'comparisons[0].levels[0].test'],
    ['an impossible level',         withLevel({ test: 'exact', m: 0 }),                  'comparisons[0].levels[0].m'],
    ['a certain prior',             { ...spec, prior: 1 },                               'prior'],
    ['an unknown function',         { ...spec, blocking: [{ on: ['upper(name)'] }] },    'blocking[0].on[0]'],
    ['first of how many',           { ...spec, blocking: [{ on: ['first(name)'] }] },    'blocking[0].on[0]'],
    ['a group of one',              { ...spec, blocking: [{ on: ['name'], most: 1 }] },  'blocking[0].most'],
    ['apart unless itself',         { ...spec, comparisons: [{ ...name, apartUnless: [name.name] }] }, 'comparisons[0].apartUnless[0]'],
    ['apart unless nothing',        { ...spec, comparisons: [{ ...name, apartUnless: [] }] }, 'comparisons[0].apartUnless'],
    ['an unknown preparation',      { ...spec, comparisons: [{ ...name, prepare: 'x' }] }, 'comparisons[0].prepare'],
  ])('%s is refused, with its place', (_, json, path) => {
    expect(() => readSpec(json)).toThrow(SpecError);
    expect(() => readSpec(json)).toThrow(expect.objectContaining({ path }));
  });

  test('a refusal says what came and what is accepted', () => {
    expect(() => readSpec({ ...spec, prior: 'low' })).toThrow(
      'prior: a number between 0 and 1, neither of both is accepted, "low" was given',
    );
  });
});
