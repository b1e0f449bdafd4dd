import { addYears, day, dayFromNumber, dayNumber, rupiah } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain, run } from '../rules.ts';
import { areaDigits, isWithin } from './area.ts';
import type { LocalRule } from './local-rule.ts';
import { judgeVulnerable, vulnerableWorker } from './vulnerable.ts';
import type { VulnerablePerson } from './vulnerable-criteria.ts';

// A made-up rule of a made-up kabupaten: no region has decided this.
const perbup = {
  law: 'Perbup contoh 1/2026',
  article: 'Pasal 3',
  area: '53.04',
  from: '2026-01-01',
  until: '2027-01-01',
};
const everything = {
  minAge: 18,
  maxAge: 64,
  withoutEmployer: true,
  withoutRoutineIncome: true,
  incomeBelow: 2_000_000,
  registers: ['P3KE', 'DTSEN'],
  maxDecile: 4,
  occupations: ['petani', 'nelayan', 'ojek'],
  excludedOccupations: ['ojek'],
  resident: true,
};
const farmer = {
  birthDate: '1980-05-10',
  hasEmployer: false,
  hasRoutineIncome: false,
  income: 1_200_000,
  listings: [{ register: 'P3KE', decile: 2 }],
  occupation: 'petani',
  area: '53.04.01.2001',
};
const ask = (person: object, vulnerable: object = everything, date = '2026-11-20') =>
  run('membership.vulnerable', { date, person, localRule: { ...perbup, vulnerable } });

describe('each criterion on both sides', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                     criterion                              person                                                      because
    ['everything met',                          everything,                            {},                                                         undefined],
    ['18 on the day',                           { minAge: 18 },                        { birthDate: '2008-11-20' },                                undefined],
    ['18 the day after',                        { minAge: 18 },                        { birthDate: '2008-11-21' },                                'vulnerable.minAge'],
    ['60 for a day less than a year',           { maxAge: 60 },                        { birthDate: '1965-11-21' },                                undefined],
    ['61 on the day',                           { maxAge: 60 },                        { birthDate: '1965-11-20' },                                'vulnerable.maxAge'],
    ['no employer',                             { withoutEmployer: true },             { hasEmployer: false },                                     undefined],
    ['an employer',                             { withoutEmployer: true },             { hasEmployer: true },                                      'vulnerable.employer'],
    ['an employer, not asked',                  { withoutEmployer: false, minAge: 1 }, { hasEmployer: true },                                      undefined],
    ['a fixed job',                             { withoutRoutineIncome: true },        { hasRoutineIncome: true },                                 'vulnerable.routineIncome'],
    ['a rupiah below the limit',                { incomeBelow: 2_000_000 },            { income: 1_999_999 },                                      undefined],
    ['on the limit',                            { incomeBelow: 2_000_000 },            { income: 2_000_000 },                                      'vulnerable.income'],
    ['in another register',                     { registers: ['DTSEN'] },              { listings: [{ register: 'P3KE' }] },                       'vulnerable.register'],
    ['in no register',                          { maxDecile: 4 },                      { listings: [] },                                           'vulnerable.register'],
    ['the last decile',                         { maxDecile: 4 },                      { listings: [{ register: 'DTKS', decile: 4 }] },            undefined],
    ['the decile above',                        { maxDecile: 4 },                      { listings: [{ register: 'DTKS', decile: 5 }] },            'vulnerable.decile'],
    ['a low decile of a register not counted',  { registers: ['DTSEN'], maxDecile: 4 },{ listings: [{ register: 'P3KE', decile: 1 }] },            'vulnerable.register'],
    ['an occupation of the list',               { occupations: ['nelayan'] },          { occupation: 'nelayan' },                                  undefined],
    ['another occupation',                      { occupations: ['nelayan'] },          { occupation: 'petani' },                                   'vulnerable.occupation'],
    ['an excluded occupation',                  { excludedOccupations: ['petani'] },   { occupation: 'petani' },                                   'vulnerable.excludedOccupation'],
    ['the kabupaten next to it',                { resident: true },                    { area: '5305012001' },                                     'vulnerable.residence'],
    ['the kabupaten itself',                    { resident: true },                    { area: '5304000000' },                                     undefined],
    ['the province around it',                  { resident: true },                    { area: '53' },                                             'vulnerable.residence'],
  ])('%s', (_, criteria, person, because) => {
    const answer = ask({ ...farmer, ...person }, criteria);
    expect(answer).toEqual(
      because === undefined ? { eligible: true } : { eligible: false, because: [because], missing: [] },
    );
  });

  test('all reasons are named, in the order of the criteria', () => {
    const person = {
      birthDate: '1955-01-01',
      hasEmployer: true,
      hasRoutineIncome: true,
      income: 5_000_000,
      listings: [{ register: 'P3KE', decile: 9 }],
      occupation: 'pegawai',
      area: '53.71',
    };
    expect(ask(person)).toEqual({
      eligible: false,
      because: [
        'vulnerable.maxAge',
        'vulnerable.employer',
        'vulnerable.routineIncome',
        'vulnerable.income',
        'vulnerable.decile',
        'vulnerable.occupation',
        'vulnerable.residence',
        'bpu.age',
      ],
      missing: [],
    });
  });
});

describe('the age limit of BPU holds whatever the region says', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['64, the day before the birthday', '1961-11-21', { eligible: true }],
    ['65 on the day',                   '1961-11-20', { eligible: false, because: ['bpu.age'], missing: [] }],
  ])('%s', (_, birthDate, answer) => {
    expect(ask({ birthDate }, { maxAge: 70 })).toEqual(answer);
  });

  test('it is cited by its own law and not settled', () => {
    const { trace } = explain('membership.vulnerable', {
      date: '2026-11-20',
      person: { birthDate: '1961-11-20' },
      localRule: { ...perbup, vulnerable: { maxAge: 70 } },
    });
    expect(trace).toMatchObject({ settled: false, citation: { law: 'Perbup contoh 1/2026' } });
    expect(trace?.parts.at(-1)).toMatchObject({
      rule: 'membership.programmes',
      citation: { law: 'Permenaker 5/2021' },
    });
  });
});

describe('what is not known', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                     criteria                                    person                                         answer
    ['a missing fact leaves it open',           { withoutEmployer: true },                  {},                                            { eligible: null, because: ['vulnerable.factsMissing'], missing: ['hasEmployer'] }],
    ['one known reason is enough for a no',     { withoutEmployer: true, maxAge: 60 },      { birthDate: '1950-01-01' },                   { eligible: false, because: ['vulnerable.maxAge', 'bpu.age'], missing: ['hasEmployer'] }],
    ['a listing without a decile',              { maxDecile: 4 },                           { listings: [{ register: 'P3KE' }] },          { eligible: null, because: ['vulnerable.factsMissing'], missing: ['listings'] }],
    ['… beside one that is low enough',         { maxDecile: 4 },                           { listings: [{ register: 'P3KE' }, { register: 'DTSEN', decile: 1 }] }, { eligible: true }],
    ['a fact is named once',                    { occupations: ['a'], excludedOccupations: ['b'] }, {},                                    { eligible: null, because: ['vulnerable.factsMissing'], missing: ['occupation'] }],
  ])('%s', (_, criteria, person, answer) => {
    expect(ask(person, criteria)).toEqual(answer);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // case                             date          local rule                                       because
    ['no rule',                         '2026-11-20', undefined,                                       'vulnerable.noLocalRule'],
    ['a rule on other matters',         '2026-11-20', perbup,                                          'vulnerable.noLocalRule'],
    ['a rule that asks nothing',        '2026-11-20', { ...perbup, vulnerable: {} },                   'vulnerable.noLocalRule'],
    ['the day before it begins',        '2025-12-31', { ...perbup, vulnerable: everything },           'vulnerable.notInForce'],
    ['the first day it has ended',      '2027-01-01', { ...perbup, vulnerable: everything },           'vulnerable.notInForce'],
  ])('undecided and not settled: %s', (_, date, localRule, because) => {
    const { answer, trace } = explain('membership.vulnerable', { date, person: farmer, localRule });
    expect(answer).toEqual({ eligible: null, because: [because], missing: [] });
    expect(trace?.settled).toBe(false);
    expect(trace?.parts.at(-1)).toMatchObject({ id: 'region.vulnerable_definition', otherwise: null });
  });

  test.each(['2026-01-01', '2026-12-31'])('the rule holds on its first and last day (%s)', (date) => {
    expect(ask(farmer, everything, date)).toEqual({ eligible: true });
  });
});

test('each finding cites the local rule as the caller does', () => {
  const { trace } = explain('membership.vulnerable', {
    date: '2026-11-20',
    person: farmer,
    localRule: { ...perbup, confidence: 'quoted', vulnerable: { maxAge: 64, resident: true } },
  });
  const citation = { law: 'Perbup contoh 1/2026', article: 'Pasal 3' };
  expect(trace).toMatchObject({
    settled: true,
    citation,
    parts: [
      { id: 'membership.bpu_registration_age', value: 65 },
      { id: 'vulnerable.maxAge', applies: true, because: 'met', citation, confidence: 'quoted' },
      { id: 'vulnerable.residence', applies: true, because: 'met', citation },
    ],
  });
  expect(trace?.parts[1]?.text.id).toBe('Usia paling tinggi 64 tahun (46 tahun): terpenuhi');
});

// biome-ignore format: aligned table of cases
test.each([
  // case                                 input                                                                                       code                 path
  ['no person',                           { date: '2026-11-20' },                                                                     'input.missing',     'person'],
  ['no citation',                         { date: '2026-11-20', person: {}, localRule: { area: '53.04', from: '2026-01-01' } },       'input.missing',     'localRule.law'],
  ['an empty citation',                   { date: '2026-11-20', person: {}, localRule: { ...perbup, law: ' ' } },                     'input.format',      'localRule.law'],
  ['an area that is no code',             { date: '2026-11-20', person: {}, localRule: { ...perbup, area: 'Belu' } },                 'input.format',      'localRule.area'],
  ['a rule that ends before it begins',   { date: '2026-11-20', person: {}, localRule: { ...perbup, until: '2026-01-01' } },          'input.combination', 'localRule.until'],
  ['ages that leave nobody',              { date: '2026-11-20', person: {}, localRule: { ...perbup, vulnerable: { minAge: 20, maxAge: 19 } } }, 'input.combination', 'localRule.vulnerable.maxAge'],
  ['an eleventh decile',                  { date: '2026-11-20', person: {}, localRule: { ...perbup, vulnerable: { maxDecile: 11 } } },  'input.range',     'localRule.vulnerable.maxDecile'],
  ['an unknown register',                 { date: '2026-11-20', person: {}, localRule: { ...perbup, vulnerable: { registers: ['PKH'] } } }, 'input.range', 'localRule.vulnerable.registers.0'],
  ['no register to be in',                { date: '2026-11-20', person: {}, localRule: { ...perbup, vulnerable: { registers: [] } } },   'input.range',    'localRule.vulnerable.registers'],
  ['an unknown criterion',                { date: '2026-11-20', person: {}, localRule: { ...perbup, vulnerable: { poor: true } } },      'input.unknown',  'localRule.vulnerable.poor'],
  ['an occupation that is no text',       { date: '2026-11-20', person: {}, localRule: { ...perbup, vulnerable: { occupations: [1] } } }, 'input.type',    'localRule.vulnerable.occupations.0'],
  ['a birth after the day',               { date: '2026-11-20', person: { birthDate: '2026-11-21' } },                                'input.combination', 'person.birthDate'],
  ['a listing in no register',            { date: '2026-11-20', person: { listings: [{ decile: 1 }] } },                              'input.missing',     'person.listings.0.register'],
  ['before the programmes',               { date: '2015-06-30', person: {} },                                                         'date.outOfRange',   'date'],
])('refused: %s', (_, input, code, path) => {
  expect(run('membership.vulnerable', input)).toMatchObject({ error: { code, path } });
});

// biome-ignore format: aligned table of cases
test.each([
  ['53',             '53'],
  ['53.04',          '5304'],
  ['5304000000',     '5304'],
  ['5310000000',     '5310'],
  ['5304100000',     '530410'],
  ['53.04.01.2001',  '5304012001'],
  ['5304012000',     '5304012000'],
  ['530',            undefined],
  ['03.04',          undefined],
  ['Belu',           undefined],
])('digits of the area %s', (text, digits) => {
  expect(areaDigits(text)).toBe(digits);
});

describe('properties', () => {
  const rule = (vulnerable: LocalRule['vulnerable']): LocalRule => ({
    source: { law: 'Perbup contoh 1/2026', confidence: 'known' },
    area: '5304000000',
    from: day('2026-01-01'),
    ...(vulnerable !== undefined && { vulnerable }),
  });
  const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
  const date = day('2026-11-20');
  const born = fc.integer({ min: dayNumber(addYears(date, -90)), max: dayNumber(date) }).map(dayFromNumber);
  const facts = fc
    .record({
      birthDate: optional(born),
      income: optional(fc.nat(5_000_000).map(rupiah)),
      hasEmployer: optional(fc.boolean()),
    })
    .map(
      ({ birthDate, income, hasEmployer }): VulnerablePerson => ({
        ...(birthDate !== undefined && { birthDate }),
        ...(income !== undefined && { income }),
        ...(hasEmployer !== undefined && { hasEmployer }),
      }),
    );
  const limits = fc.record({ maxAge: fc.nat(100), incomeBelow: fc.nat(5_000_000).map(rupiah) });

  test('the explained answer is the one that lists get', () => {
    fc.assert(
      fc.property(facts, limits, fc.boolean(), (person, asked, withoutEmployer) => {
        const input = { date, person, localRule: rule({ ...asked, withoutEmployer }) };
        expect(vulnerableWorker(input).value).toEqual(judgeVulnerable(input));
      }),
    );
  });

  test('a further criterion never makes anybody eligible, nor takes a reason away', () => {
    fc.assert(
      fc.property(facts, limits, (person, asked) => {
        const before = judgeVulnerable({ date, person, localRule: rule(asked) });
        const after = judgeVulnerable({ date, person, localRule: rule({ ...asked, withoutEmployer: true }) });
        if (after.eligible === true) expect(before).toEqual({ eligible: true });
        if (before.eligible === false) expect(after).toMatchObject({ eligible: false });
      }),
    );
  });

  test('an area lies in itself and in what its digits begin with, and in nothing longer', () => {
    const code = fc
      .tuple(
        fc.integer({ min: 11, max: 96 }),
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 99 }),
      )
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')));
    fc.assert(
      fc.property(code, ([province = '', regency = '', district = '']) => {
        const whole = `${province}.${regency}.${district}`;
        expect(isWithin(whole, whole)).toBe(true);
        expect(isWithin(whole, `${province}${regency}000000`)).toBe(true);
        expect(isWithin(`${province}.${regency}`, whole)).toBe(false);
      }),
    );
  });
});
