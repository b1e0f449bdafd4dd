import { day } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseNik } from '../nik/parse.ts';
import { comparePeople } from './compare.ts';
import type { MatchPerson } from './person.ts';

const nik = (text: string) => {
  const reading = parseNik(text);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.nik;
};

const man: MatchPerson = {
  nik: nik('5304011708909001'),
  name: 'Yohanes Kopong Seran',
  birthDate: day('1990-08-17'),
  sex: 'L',
  mother: 'Maria Hoar',
  village: 5304012001,
};
const { nik: _, ...unnumbered } = man;
const otherNik = nik('5304051203859007');

describe('the record of Yohanes Kopong Seran and another', () => {
  // biome-ignore format: aligned table of cases
  test.each<[string, MatchPerson, MatchPerson, string, string]>([
    // case                                          one         the other                                                           verdict      rule
    ['the same again',                               man,        man,                                                                'same',      'match.nikAndName'],
    ['another spelling',                             man,        { ...man, name: 'Johanis K. Seran' },                               'same',      'match.nikAndName'],
    ['corrected birth date',                         man,        { ...man, birthDate: day('1988-01-01') },                           'same',      'match.nikAndName'],
    ['his family name missing',                      man,        { ...man, name: 'Yohanes' },                                        'doubtful',  'match.nikOnly'],
    ['called Anis, same birth date',                 man,        { ...man, name: 'Anis Seran' },                                     'same',      'match.nikAndBirthDate'],
    ['other name, same birth date',                  man,        { ...man, name: 'Petrus Bria' },                                    'doubtful',  'match.nikOnly'],
    ['other name and birth date',                    man,        { ...man, name: 'Petrus Bria', birthDate: day('1975-03-02') },      'doubtful',  'match.nikTakenTwice'],
    ['other name, birth date unknown',               man,        { nik: nik('5304011708909001'), name: 'Petrus Bria' },              'doubtful',  'match.nikTakenTwice'],
    ['no name at all',                               man,        { ...man, name: '-' },                                              'doubtful',  'match.nikOnly'],

    ['one digit mistyped',                           man,        { ...man, nik: nik('5304011708909002') },                           'doubtful',  'match.nikOneDigit'],
    ['two digits swapped, no birth date',            man,        { nik: nik('5304101708909001'), name: man.name },                   'doubtful',  'match.nikOneDigit'],
    ['one digit apart, born another day',            man,        { ...man, nik: nik('5304011808909001'), birthDate: day('1971-02-03') }, 'different', 'match.otherNik'],
    ['one digit apart, another name: twin brother',  man,        { ...man, nik: nik('5304011708909002'), name: 'Petrus Seran' },     'different', 'match.otherNik'],
    ['one digit mistyped, mother unknown',           man,        { ...man, nik: nik('5304011708909002'), mother: undefined },        'doubtful',  'match.nikOneDigit'],
    ['next in turn: his name, another mother',       man,        { ...man, nik: nik('5304011708909002'), mother: 'Yuliana Bete' },   'doubtful',  'match.nikOneDigit'],
    ['one digit of the date, another mother',        man,        { ...man, nik: nik('5304011808909001'), mother: 'Yuliana Bete' },   'doubtful',  'match.nikOneDigit'],
    ['next in turn: born a year later',              man,        { ...man, nik: nik('5304011708919001'), birthDate: day('1991-08-17') }, 'doubtful', 'match.nikOneDigit'],
    ['next in turn, two digits: born a year later',  man,        { ...man, nik: nik('5304011708919002'), birthDate: day('1991-08-17') }, 'different', 'match.otherNik'],
    ['two digits apart',                             man,        { ...man, nik: nik('5304011708909023') },                           'doubtful',  'match.twoNiks'],
    ['two NIKs, all else agrees',                    man,        { ...man, nik: otherNik },                                          'doubtful',  'match.twoNiks'],
    ['two NIKs, mother unknown',                     man,        { ...man, nik: otherNik, mother: undefined },                       'doubtful',  'match.twoNiks'],
    ['two NIKs, another mother',                     man,        { ...man, nik: otherNik, mother: 'Yuliana Bete' },                  'different', 'match.otherMother'],
    ['two NIKs, another birth date',                 man,        { ...man, nik: otherNik, birthDate: day('1985-03-12') },            'different', 'match.otherNik'],

    ['no NIK; name, birth date and mother agree',    unnumbered, man,                                                                'same',      'match.nameBirthDateMother'],
    ['no NIK, mother unknown',                       man,        { ...unnumbered, mother: undefined },                               'doubtful',  'match.nameAndBirthDate'],
    ['no NIK, another mother',                       man,        { ...unnumbered, mother: 'Yuliana Bete' },                          'different', 'match.otherMother'],
    ['no NIK, mother by one of her names',           man,        { ...unnumbered, mother: 'Hoar' },                                  'doubtful',  'match.nameAndBirthDate'],
    ['no NIK, day and month swapped',                { ...unnumbered, birthDate: day('1990-08-07') }, { ...unnumbered, birthDate: day('1990-07-08') }, 'doubtful', 'match.nearlyAll'],
    ['no NIK, only the year known',                  man,        { ...unnumbered, birthDate: day('1990-01-01'), birthPrecision: 'year' }, 'doubtful', 'match.nearlyAll'],
    ['no NIK, another year known',                   man,        { ...unnumbered, birthDate: day('1989-01-01'), birthPrecision: 'year' }, 'different', 'match.littleInCommon'],
    ['no NIK, initials, same village',               man,        { ...unnumbered, name: 'Y. K. Seran', mother: undefined },          'doubtful',  'match.nearlyAll'],
    ['no NIK, one of his names, all else agrees',    man,        { ...unnumbered, name: 'Yohanes' },                                 'doubtful',  'match.allButName'],
    ['no NIK, one of his names, mother unknown',     man,        { ...unnumbered, name: 'Yohanes', mother: undefined },              'different', 'match.littleInCommon'],
    ['no NIK, quite another name: twin brother',     man,        { ...unnumbered, name: 'Petrus Bria' },                             'different', 'match.littleInCommon'],
    ['no NIK, no birth date, same village',          man,        { name: man.name, village: 5304012001 },                            'doubtful',  'match.nameAndVillage'],
    ['no NIK, no birth date, next village',          man,        { name: man.name, village: 5304012002 },                            'different', 'match.littleInCommon'],
    ['no NIK, only the name',                        man,        { name: man.name },                                                 'different', 'match.littleInCommon'],
    ['brother',                                      man,        { ...unnumbered, name: 'Petrus Seran', birthDate: day('1992-01-05') }, 'different', 'match.littleInCommon'],

    ['twin sister',                                  man,        { ...unnumbered, name: 'Yohana Kopong Seran', sex: 'P' },           'different', 'match.twins'],
    ['twin sister, told by her NIK',                 man,        { ...unnumbered, nik: nik('5304015708909001'), name: 'Yohana Seran', sex: undefined }, 'different', 'match.twins'],
    ['a woman of another day',                       man,        { ...unnumbered, sex: 'P', birthDate: day('1991-01-02') },          'different', 'match.otherSex'],
    ['only the sex differs',                         man,        { ...unnumbered, sex: 'P' },                                        'doubtful',  'match.sexMistyped'],
    ["only the sex differs, and a woman's NIK",      man,        { ...man, nik: nik('5304055203859007'), sex: 'P' },                 'different', 'match.twins'],
  ])('%s', (_case, one, other, verdict, rule) => {
    expect(comparePeople(one, other)).toMatchObject({ verdict, rule });
  });

  test('a birth date written where nobody knows it does not suffice', () => {
    const assumed = { name: 'Yohanes Seran', birthDate: day('1960-07-01') };
    expect(comparePeople(assumed, assumed)).toMatchObject({ verdict: 'different' });
    const home = { ...assumed, village: 5304012001 };
    expect(comparePeople(home, home)).toMatchObject({ verdict: 'doubtful' });
    const child = { ...assumed, mother: 'Maria Hoar' };
    expect(comparePeople(child, child)).toMatchObject({ verdict: 'doubtful' });
    const known = { ...child, birthDate: day('1960-07-02') };
    expect(comparePeople(known, known)).toMatchObject({ verdict: 'same' });
  });

  // Everybody who does not know their day is registered under the first of July, with serials in turn.
  const julyFirst = { nik: nik('5304010107609001'), name: 'Yohanes Seran', birthDate: day('1960-07-01') };
  const next = { ...julyFirst, nik: nik('5304010107609002') };
  // biome-ignore format: aligned table of cases
  test.each<[string, MatchPerson, MatchPerson, string, string]>([
    ['nothing else known',                    julyFirst,                                next,                                  'different', 'match.otherNik'],
    ['another village',                       { ...julyFirst, village: 5304012001 },    { ...next, village: 5304012002 },      'different', 'match.otherNik'],
    ['one village',                           { ...julyFirst, village: 5304012001 },    { ...next, village: 5304012001 },      'doubtful',  'match.nikOneDigit'],
    ['one mother',                            { ...julyFirst, mother: 'Maria Hoar' },   { ...next, mother: 'Maria Hoar' },     'doubtful',  'match.nikOneDigit'],
    ['two districts, one digit apart',        julyFirst,                                { ...julyFirst, nik: nik('5304020107609001') }, 'doubtful', 'match.nikOneDigit'],
    ['birth date of one unknown',             julyFirst,                                { ...next, birthDate: undefined },     'doubtful',  'match.nikOneDigit'],
  ])('namesakes next to each other in the register, %s', (_case, one, other, verdict, rule) => {
    expect(comparePeople(one, other)).toMatchObject({ verdict, rule });
  });

  test('a serial next in turn hardly weighs beside the birth date that is in both numbers', () => {
    const weightOfNik = (other: MatchPerson) => comparePeople(man, other).evidence[0]?.weight ?? 0;
    const slip = weightOfNik({ ...man, nik: nik('5304021708909001') });
    const turn = weightOfNik({ ...man, nik: nik('5304011708909002') });
    expect(turn).toBeGreaterThan(0);
    expect(turn).toBeLessThan(slip / 2);
  });

  test('sharing the name Maria is not sharing a name', () => {
    const maria = { name: 'Maria', birthDate: day('1990-08-17') };
    expect(comparePeople(maria, maria)).toMatchObject({ verdict: 'different' });
  });

  test('the evidence names every field and what it weighs', () => {
    const { evidence } = comparePeople(man, { ...unnumbered, name: 'Petrus Bria', village: 5304012002 });
    expect(evidence.map(({ field, agreement, weight }) => [field, agreement, Math.sign(weight)])).toEqual([
      ['nik', 'missing', 0],
      ['name', 'different', -1],
      ['birthDate', 'same', 1],
      ['sex', 'same', 1],
      ['mother', 'same', 1],
      ['village', 'close', 1],
    ]);
  });
});

describe('properties', () => {
  const maybe = <T>(values: readonly T[]) => fc.constantFrom(undefined, ...values);
  const someone: fc.Arbitrary<MatchPerson> = fc.record({
    nik: maybe([man.nik, otherNik, nik('5304011708909002'), nik('5304015708909001')]),
    name: fc.constantFrom(
      'Yohanes Seran',
      'Johanis Seran',
      'Yohana Seran',
      'Y. Seran',
      'Maria',
      'Petrus Bria',
      '-',
    ),
    birthDate: maybe([day('1990-08-17'), day('1990-08-07'), day('1990-07-08'), day('1990-01-01')]),
    birthPrecision: maybe(['day', 'month', 'year'] as const),
    sex: maybe(['L', 'P'] as const),
    mother: maybe(['Maria Hoar', 'Hoar', 'Yuliana Bete', 'Maria']),
    village: maybe([5304012001, '5304012001', 5304022001]),
  });

  test('a comparison does not depend on who comes first', () => {
    fc.assert(
      fc.property(someone, someone, (a, b) => {
        expect(comparePeople(a, b)).toEqual(comparePeople(b, a));
      }),
      { numRuns: 1000 },
    );
  });

  test('the score never contradicts the verdict', () => {
    const rank = { different: 0, doubtful: 1, same: 2 };
    fc.assert(
      fc.property(someone, someone, (a, b) => {
        const { score, verdict } = comparePeople(a, b);
        const told = score >= 0.9 ? 'same' : score >= 0.2 ? 'doubtful' : 'different';
        expect(rank[told]).toBe(rank[verdict]);
      }),
    );
  });
});
