import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldSpelling } from './fold.ts';
import { jaroWinkler } from './jaro-winkler.ts';
import { LOCAL, MEN, WOMEN } from './lexicon.ts';
import { normaliseName } from './normalise.ts';
import { nameSimilarity } from './similarity.ts';
import { FAMILY_NAMES, GIVEN_NAMES } from './spellings.ts';

describe('one name in two spellings', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['one official in three minutes (1)',   'Christian Natanael',       'Christian Natanel',            0.9],
    ['one official in three minutes (2)',   'Christian Natanael',       'Cristian Nataniel Sianturi',   0.9],
    ['one official in three minutes (3)',   'Christian Natanel',        'Cristian Nataniel Sianturi',   0.9],
    ['order',                               'Seran Yohanes',            'Yohanes Seran',                1],
    ['old spelling',                        'Johannes Djami',           'Yohanes Jami',                 0.97],
    ['compound written apart',              'Riwu Kaho',                'Riwukaho',                     1],
    ['unknown compound written apart',      'Naif Selan',               'Naifselan',                    0.98],
    ['apostrophe',                          "Yohana Pit'ay",            'Johanna Pitai',                0.96],
    ['middle name dropped',                 'Yohanes Kopong Tukan',     'Yohanes Tukan',                0.9],
    ['son of',                              'Ahmad bin Ali',            'Ahmad Ali',                    1],
    ['abbreviation',                        'YOH.SERAN',                'Yohanes Seran',                0.9],
    ['a letter too many',                   'Yohanes Sernan',           'Yohanes Seran',                0.9],
    ['title',                               'Drs. Yohanes Seran',       'Yohanes Seran, S.Pd',          1],
  ])('%s', (_, a, b, least) => {
    expect(nameSimilarity(a, b)).toBeGreaterThanOrEqual(least);
  });
});

describe('perhaps one name', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['initial',                  'Y. Seran',        'Yohanes Seran'],
    ['middle initial',           'Maria G. Bria',   'Maria Goreti Bria'],
    ['called Anis',              'Anis Seran',      'Yohanes Seran'],
    ['family name missing',      'Yohanes',         'Yohanes Seran'],
  ])('%s', (_, a, b) => {
    expect(nameSimilarity(a, b)).toBeGreaterThanOrEqual(0.7);
    expect(nameSimilarity(a, b)).toBeLessThan(0.9);
  });
});

describe('two names', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['brother and sister',                     'Fransiskus Seran',     'Fransiska Seran'],
    ['brother and sister, names not listed',   'Emilianus Teti',       'Emiliana Teti'],
    ['one abbreviation, two sexes',            'Yohanes Seran',        'Yohana Seran'],
    ['two listed given names',                 'Matias Klau',          'Matius Klau'],
    ['two listed clans',                       'Yohanes Bere',         'Yohanes Berek'],
    ['same given name',                        'Yohanes Seran',        'Yohanes Bria'],
    ['Maria says little',                      'Maria Hoar',           'Maria Nahak'],
    ['Maria alone',                            'Maria',                'Maria Seran'],
    ['sisters Maria',                          'Maria Hoar Seran',     'Maria Goreti Seran'],
    ['nothing in common',                      'Yohanes Seran',        'Yakobus Bria'],
  ])('%s', (_, a, b) => {
    expect(nameSimilarity(a, b)).toBeLessThan(0.7);
  });

  test('a name of no words is like nothing, not even itself', () => {
    expect(nameSimilarity('', '')).toBe(0);
    expect(nameSimilarity('-', 'Yohanes')).toBe(0);
  });
});

describe('properties', () => {
  const word = fc.oneof(
    fc.constantFrom(...MEN, ...WOMEN, ...LOCAL, 'yoh', 'm', 'y', 'da', 'anis', 'maria'),
    fc.stringMatching(/^[a-z]{1,8}$/),
  );
  const name = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));

  test('similarity is symmetric and between 0 and 1', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const similarity = nameSimilarity(a, b);
        expect(nameSimilarity(b, a)).toBe(similarity);
        expect(similarity).toBeGreaterThanOrEqual(0);
        expect(similarity).toBeLessThanOrEqual(1);
      }),
      { numRuns: 1000 },
    );
  });

  test('a name equals itself in any order', () => {
    const shuffled = fc
      .uniqueArray(word, { minLength: 2, maxLength: 4 })
      .chain((words) =>
        fc.tuple(fc.constant(words), fc.shuffledSubarray(words, { minLength: words.length })),
      );
    fc.assert(
      fc.property(shuffled, ([words, other]) => {
        expect(nameSimilarity(words.join(' '), words.join(' '))).toBe(1);
        // Compounds join neighbours, so another order may be other words; it never makes the name another one.
        if (normaliseName(words.join(' ')).tokens.length !== words.length) return;
        if (normaliseName(other.join(' ')).tokens.length !== words.length) return;
        expect(nameSimilarity(words.join(' '), other.join(' '))).toBe(1);
      }),
    );
  });

  test('Jaro-Winkler is symmetric, and 1 only for equal words', () => {
    const letters = fc.stringMatching(/^[a-d]{0,9}$/);
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        expect(jaroWinkler(a, b)).toBe(jaroWinkler(b, a));
        expect(jaroWinkler(a, b) === 1).toBe(a === b && a !== '');
      }),
    );
    expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.9611, 4);
    expect(jaroWinkler('dixon', 'dicksonx')).toBeCloseTo(0.8133, 4);
    expect(jaroWinkler('dwayne', 'duane')).toBeCloseTo(0.84, 4);
  });
});

describe('the lists', () => {
  const lines = [...GIVEN_NAMES.trim().split('\n'), ...FAMILY_NAMES.trim().split('\n')];
  const spellings = lines.map((line) => {
    const [name = '', variants = ''] = line.split('|');
    return [name.replace(/ [LP] *$/, ''), ...variants.split(',')]
      .map((spelling) => foldSpelling(spelling.toLowerCase().replace(/[^a-z]/g, '')))
      .filter((spelling) => spelling !== '');
  });

  test('no spelling belongs to two names', () => {
    const owners = new Map<string, number>();
    spellings.forEach((group, line) => {
      for (const spelling of group) {
        expect(owners.get(spelling) ?? line, spelling).toBe(line);
        owners.set(spelling, line);
      }
    });
    expect(owners.size).toBeGreaterThan(300);
  });

  test('a listed name of a man is no name of a woman', () => {
    const sexOf = (name: string) => normaliseName(name).tokens[0]?.sex;
    expect(MEN.filter((name) => sexOf(name) !== 'L')).toEqual([]);
    expect(WOMEN.filter((name) => sexOf(name) !== 'P')).toEqual([]);
  });
});
