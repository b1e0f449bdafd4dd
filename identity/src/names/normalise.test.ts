import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseName } from './normalise.ts';

describe('a name as written in a list', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                 written                            text                  also found
    ['capitals and spaces',                 '  YOHANES   SERAN\t',             'yohanes seran',      {}],
    ['no space after the dot',              'YOH.SERAN',                       'yoh seran',          {}],
    ['apostrophe',                          "Yohana Pit'ay",                   'yohana pitay',       {}],
    ['curly apostrophe',                    'Maria Du’a',                      'maria dua',          {}],
    ['accent',                              'José Gonçalves',                  'jose goncalves',     {}],
    ['hyphen',                              'Riwu-Kaho',                       'riwu kaho',          {}],
    ['family name first',                   'Seran, Yohanes',                  'seran yohanes',      {}],
    ['number in the same cell',             'Seran 5371011708909001',          'seran',              {}],
    ['titles before and after',             'Drs. H. Ahmad Yani, S.Pd, M.Si',  'ahmad yani',         { titles: ['spd', 'msi', 'drs', 'h'], sex: 'L' }],
    ['degree without a comma',              'Maria Seran S.Pd',                'maria seran',        { titles: ['spd'] }],
    ['degree written apart',                'Maria Seran S. Pd',               'maria seran',        { titles: ['spd'] }],
    ['degree with dots only at the end',    'Maria Seran S.E',                 'maria seran',        { titles: ['se'] }],
    ['SE without dots may be a name',       'Maria Seran SE',                  'maria seran se',     { titles: [] }],
    ['two initials are no degree',          'Maria M. T.',                     'maria m t',          { titles: [] }],
    ['H. before one word is an initial',    'H. Seran',                        'h seran',            { titles: [] }],
    ['P. in the middle is an initial',      'Yohanes P. Seran',                'yohanes p seran',    { titles: [] }],
    ['Fr. is Fransiskus',                   'Fr. Seran',                       'fr seran',           { titles: [] }],
    ['emeritus',                            'Pdt. Em. Yonas Klau',             'yonas klau',         { titles: ['pdt'] }],
    ['mother',                              'Mama Bete',                       'bete',               { titles: ['mama'], sex: 'P' }],
    ['a title and nothing else stays',      'Ibu',                             'ibu',                { titles: [] }],
    ['dead, after the name',                'Yohanes Seran (Alm)',             'yohanes seran',      { deceased: true }],
    ['dead, before the name',               'Alm. Yohanes Seran',              'yohanes seran',      { deceased: true }],
    ['a dead woman',                        'Almh. Maria Seran',               'maria seran',        { deceased: true, sex: 'P' }],
    ['Salma is alive',                      'Salma Alman',                     'salma alman',        { deceased: false }],
    ['alias',                               'Yohanes Seran alias Anis',        'yohanes seran',      { aliases: ['anis'] }],
    ['Al. in the middle is alias',          'Yohanes Seran Al. Anis',          'yohanes seran',      { aliases: ['anis'] }],
    ['Al. at the beginning is Aloysius',    'Al. Seran',                       'al seran',           { aliases: [] }],
    ['alias in parentheses',                'Yohanes Seran (Anis)',            'yohanes seran',      { aliases: ['anis'] }],
    ['only parentheses',                    '(Anis)',                          'anis',               { aliases: [] }],
    ['alias in parentheses, said so',       'Yohanes Seran (alias Anis)',      'yohanes seran',      { aliases: ['anis'] }],
    ['son of',                              'Ahmad bin Ali',                   'ahmad ali',          { father: 'ali', sex: 'L' }],
    ['daughter of',                         'Siti Aminah binti Abdul Karim',   'siti aminah abdul karim', { father: 'abdul karim', sex: 'P' }],
    ['Bin as a last word',                  'Yohanes Bin',                     'yohanes bin',        { father: undefined, sex: undefined }],
    ['nothing',                             ' - ',                             '',                   { tokens: [] }],
  ] as const)('%s', (_, written, text, found) => {
    expect(normaliseName(written)).toMatchObject({ text, ...found });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['Yohanes da Silva',        ['yohanes', 'dasilva']],
    ['Rosa de Lima Seran',      ['rosadelima', 'seran']],
    ['Mira Kaho',               ['mirakaho']],
    ['Yohanes Us Abatan',       ['yohanes', 'usabatan']],
    ['Da',                      ['da']],
  ])('compound names are one word: %s', (written, spellings) => {
    expect(normaliseName(written).tokens.map((token) => token.spelling)).toEqual(spellings);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['Kornelis', 'Korneles'], ['Berek', 'Bereg'], ['Filipus', 'Pilipus'], ['Nubatonis', 'Nobatonis'],
    ['Syarifuddin', 'Saripuddin'], ['Djami', 'Yami'],
  ])('%s and %s sound alike', (a, b) => {
    expect(normaliseName(a).tokens[0]?.sound).toBe(normaliseName(b).tokens[0]?.sound);
  });

  test('Yohanes and Yohana, Mau and Mali do not sound alike', () => {
    const sound = (name: string) => normaliseName(name).tokens[0]?.sound;
    expect(sound('Yohanes')).not.toBe(sound('Yohana'));
    expect(sound('Mau')).not.toBe(sound('Mali'));
  });

  const written = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(
        fc.constantFrom(
          'Drs.',
          'H.',
          'h',
          'P.',
          'Pdt.',
          'Em.',
          'Ibu',
          'Yohanes',
          'Riwu',
          'Kaho',
          'da',
          'M.',
          'T.',
          'S.',
          'Pd',
          'S.Pd',
          'S.E',
          'SE',
          ',',
          'bin',
          'binti',
          'alias',
          'Al.',
          '(Alm)',
          '(',
          ')',
          '(Anis)',
          '"',
          'almh',
          "Du'a",
          'ali-as',
          '7',
          '†',
        ),
        { maxLength: 9 },
      )
      .map((words) => words.join(' ')),
  );

  test('normalising twice changes nothing', () => {
    fc.assert(
      fc.property(written, (name) => {
        const { text } = normaliseName(name);
        expect(normaliseName(text).text).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  test('a plain name is read at once as it would be taken apart', () => {
    const word = fc.constantFrom(
      ...'Yohanes Seran M. n s S. pd Pd. spd Drs. h H. p hj bin Binti bt alias als aka al Al. alm Alm. almh se st'.split(
        ' ',
      ),
    );
    const plain = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
    // A blank before it is no part of a name, but is not plain.
    fc.assert(
      fc.property(plain, (name) => {
        expect(normaliseName(name)).toEqual(normaliseName(` ${name}`));
      }),
      { numRuns: 5000 },
    );
  });

  test('only letters and single spaces remain', () => {
    fc.assert(fc.property(written, (name) => /^(?:[a-z]+(?: [a-z]+)*)?$/.test(normaliseName(name).text)));
  });
});
