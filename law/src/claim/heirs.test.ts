import { day, rupiah, sum } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Explained } from '../engine/explain.ts';
import { answerRequest } from '../engine/run.ts';
import { heirs } from './heirs.ts';
import type { HeirsInput, HeirsPaid, Relative } from './heirs-model.ts';
import type { Kinship } from './heirs-parameters.ts';
import { claimHeirs } from './heirs-rule.ts';

const RULE = 'claim.heirs';
const ask = (input: unknown) => answerRequest(new Map([[RULE, claimHeirs]]), RULE, input);

const one = (kinship: Kinship, more: Partial<Relative> = {}): Relative => ({
  kinship,
  isAlive: true,
  isMarried: false,
  hasDetermination: false,
  ...more,
});
const dead = (relative: Relative): Relative => ({ ...relative, isAlive: false });
const jkm = (relatives: readonly Relative[], more: Partial<HeirsInput> = {}) => {
  const date = more.date ?? day('2026-05-04');
  return heirs({
    asOf: date,
    programme: 'JKM',
    amount: rupiah(32_000_000),
    funeral: rupiah(10_000_000),
    relatives,
    buriedBy: 'otherParty',
    ...more,
    date,
  });
};
const open = ({ trace }: Explained<HeirsPaid>) =>
  trace.parts.flatMap((part) => (part.kind === 'uncertainty' ? part.id : []));
const otherwise = ({ trace }: Explained<HeirsPaid>, id: string) =>
  trace.parts.flatMap((part) => (part.kind === 'uncertainty' && part.id === id ? part.otherwise : []));

const spouse = one('spouse');
const adult = one('child', { birthDate: day('1990-01-01') });
const minor = one('child', { birthDate: day('2012-01-01') });
const parent = one('parent');
const grandchild = one('grandchild', { birthDate: day('2000-01-01') });
const grandparent = one('grandparent');
const sibling = one('sibling', { birthDate: day('1985-01-01') });
const parentInLaw = one('parentInLaw');
const cousin = one('other', { birthDate: day('1985-01-01') });
const determined = { ...cousin, hasDetermination: true };

describe('the first rank in which someone lives is paid', () => {
  const everybody = [spouse, adult, parent, grandchild, grandparent, sibling, parentInLaw, determined];
  // biome-ignore format: aligned table of cases
  test.each([
    // case                            living from  will    rank  paid
    ['the widow',                       0,          true,   1,    [0]],
    ['without her the child',           1,          true,   1,    [1]],
    ['then the parent',                 2,          true,   2,    [2]],
    ['then the grandchild',             3,          true,   2,    [3]],
    ['then the grandparent',            4,          true,   2,    [4]],
    ['then the sibling',                5,          true,   3,    [5]],
    ['then the parent-in-law',          6,          true,   4,    [6]],
    ['then whom the will names',        7,          true,   5,    [undefined]],
    ['then whom a court determined',    7,          false,  6,    [7]],
  ] as const)('%s', (_, from, hasWill, rank, paid) => {
    const relatives = everybody.map((one, index) => (index < from ? dead(one) : one));
    const { value } = jkm(relatives, hasWill ? { will: { isNotarial: true } } : {});
    expect(value).toMatchObject({ eligible: true, rank, funeralTo: 'heirs', toSocialSecurityFund: 0 });
    expect(value.heirs.map(({ index }) => index)).toEqual(paid);
  });

  test('two widows share, the rupiah left over goes to the one named first', () => {
    expect(jkm([spouse, adult, spouse], { amount: rupiah(32_000_001) }).value).toMatchObject({
      heirs: [
        { index: 0, relation: 'spouse', share: '1/2', amount: 16_000_001, funeral: 5_000_000 },
        { index: 2, relation: 'spouse', share: '1/2', amount: 16_000_000, funeral: 5_000_000 },
      ],
    });
  });

  test('the JHT text orders the direct line, those of JKK and JKM do not', () => {
    const relatives = [{ relation: 'grandchild', birthDate: '2000-01-01' }, { relation: 'parent' }];
    const jht = ask({ date: '2026-05-04', programme: 'JHT', amount: 900, relatives });
    expect(jht.answer).toEqual({
      eligible: true,
      rank: 2,
      heirs: [{ index: 1, relation: 'parent', share: '1', amount: 900 }],
      toSocialSecurityFund: 0,
      toEstateOffice: 0,
    });
    expect(jht.trace?.settled).toBe(true);
    expect(open(jkm([grandchild, parent]))).toEqual(['heirs.order_in_rank']);
  });
});

describe('nobody is left', () => {
  const nobody = (programme: string, more: object = {}) =>
    ask({ date: '2026-05-04', programme, amount: 32_000_000, ...more });
  const because = ['heirs.none', 'heirs.noWill'];

  test('JKM goes to the fund, the funeral to whoever buried', () => {
    const { answer, trace } = nobody('JKM', { buriedBy: 'employer' });
    expect(answer).toEqual({
      eligible: false,
      because,
      heirs: [],
      funeralTo: 'employer',
      toSocialSecurityFund: 32_000_000,
      toEstateOffice: 0,
    });
    expect(trace?.settled).toBe(true);
    expect(trace?.text.id).toContain('Dana Jaminan Sosial');
  });

  test('so does JKK, whose text does not mention the periodic benefit', () => {
    const jkk = nobody('JKK');
    expect(jkk.answer).toMatchObject({ funeralTo: 'otherParty', toSocialSecurityFund: 32_000_000 });
    expect(jkk.trace?.parts.at(-1)).toMatchObject({ id: 'heirs.jkk_rest', changesResult: true });
  });

  test('JHT goes to the estate office', () => {
    expect(nobody('JHT').trace?.text.id).toContain('Balai Harta Peninggalan');
    expect(nobody('JHT').answer).toEqual({
      eligible: false,
      because,
      heirs: [],
      toSocialSecurityFund: 0,
      toEstateOffice: 32_000_000,
    });
  });

  test('a cousin needs a determination of the court', () => {
    const { value, trace } = jkm([cousin]);
    expect(value).toMatchObject({ eligible: false, because: [...because, 'heirs.courtDetermination'] });
    expect(trace.parts.at(-1)).toMatchObject({
      id: 'heirs.court',
      applies: false,
      citation: { article: 'Pasal 79 ayat (2b)' },
    });
  });
});

describe('the will, and the court, since Permenaker 1/2025', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                            date          relatives     will                  paid          open
    ['a private will before',                          '2025-02-23', [],           { isNotarial: false }, ['named'],    []],
    ['a private will, the new rule in force or not',   '2025-02-24', [],           { isNotarial: false }, ['named'],    ['heirs.notarial_will']],
    ['a private will after',                           '2025-03-01', [],           { isNotarial: false }, [],           ['heirs.notarial_will']],
    ['a notarial will after',                          '2025-03-01', [],           { isNotarial: true },  ['named'],    []],
    ['the court before',                               '2025-02-23', [determined], undefined,            [],           []],
    ['the court, the new rule in force or not',        '2025-02-24', [determined], undefined,            [],           ['heirs.court_determination']],
    ['the court after',                                '2025-03-01', [determined], undefined,            ['other'],    ['heirs.court_determination']],
    ['the court beside a will',                        '2025-03-01', [determined], { isNotarial: true },  ['named'],    ['heirs.court_determination']],
    ['a private will matters not while a parent lives', '2025-03-01', [parent],    { isNotarial: false }, ['parent'],   []],
  ])('%s', (_, date, relatives, will, paid, questions) => {
    const asked = jkm(relatives, { date: day(date), ...(will !== undefined && { will }) });
    expect(asked.value.heirs.map(({ relation }) => relation)).toEqual(paid);
    expect(open(asked)).toEqual(questions);
    expect(asked.trace.settled).toBe(questions.length === 0);
  });
});

describe('a minor and the guardian', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                   birth         more                           guardian       open
    ['the day before 18',                     '2008-05-05', {},                            'required',    []],
    ['on the 18th birthday',                  '2008-05-04', {},                            undefined,     ['heirs.adult_age']],
    ['the day before 21',                     '2005-05-05', {},                            undefined,     ['heirs.adult_age']],
    ['on the 21st birthday',                  '2005-05-04', {},                            undefined,     []],
    ['married at 17',                         '2009-05-04', { isMarried: true },            undefined,     []],
    ['the divorced parent lives',             '2012-01-01', { guardian: 'parent' },        'parent',      []],
    ['a guardian is appointed',               '2012-01-01', { guardian: 'appointed' },     'appointed',   []],
    ['neither',                               '2012-01-01', { guardian: 'none' },          'required',    []],
  ] as const)('%s', (_, birthDate, more, guardian, questions) => {
    const asked = jkm([one('child', { birthDate: day(birthDate), ...more })]);
    expect(asked.value.heirs.map((heir) => heir.guardian)).toEqual([guardian]);
    expect(open(asked)).toEqual(questions);
  });

  test('age counts on the day of the payment; a child born after the death is one', () => {
    const turns18 = one('child', { birthDate: day('2008-06-01') });
    const unborn = one('child', { birthDate: day('2026-08-01') });
    expect(jkm([turns18, unborn], { asOf: day('2026-09-01') }).value).toMatchObject({
      heirs: [{ share: '1/2' }, { share: '1/2', guardian: 'required' }],
    });
  });
});

describe('a will that names a minor', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['the day before 18',   '2008-05-05', 'required'],
    ['on the 18th birthday', '2008-05-04', undefined],
    ['no birthday given',    undefined,   undefined],
  ])('%s', (_, birth, guardian) => {
    const will = { isNotarial: true, ...(birth !== undefined && { birthDate: day(birth) }) };
    expect(jkm([], { will }).value.heirs.map((heir) => heir.guardian)).toEqual([guardian]);
  });
});

describe('who is not asked for, or cannot be', () => {
  test('a cousin who died needs no court, nor does one before the rule or beside a living parent', () => {
    const none = ['heirs.none', 'heirs.noWill'];
    const court = (asked: Explained<HeirsPaid>) =>
      asked.trace.parts.filter((part) => 'id' in part && part.id === 'heirs.court');
    // biome-ignore format: aligned table of cases
    const cases = [
      { asked: jkm([dead(cousin)]),                                because: none },
      { asked: jkm([cousin], { date: day('2025-02-28') }),         because: none },
      { asked: jkm([cousin, parent]),                              because: undefined },
    ];
    for (const { asked, because } of cases) {
      expect('because' in asked.value ? asked.value.because : undefined).toEqual(because);
      expect(court(asked)).toEqual([]);
    }
  });

  test('a private will is the reason, and the rank says so', () => {
    const { value, trace } = jkm([], { will: { isNotarial: false } });
    expect(value).toMatchObject({ eligible: false, because: ['heirs.none', 'heirs.willNotNotarial'] });
    expect(trace.parts).toContainEqual(
      expect.objectContaining({ id: 'heirs.rank.5', applies: false, because: 'heirs.willNotNotarial' }),
    );
    expect(jkm([]).trace.parts).toContainEqual(
      expect.objectContaining({ id: 'heirs.rank.5', applies: false, because: 'heirs.noWill' }),
    );
  });

  test('whom a court determined stands in its article', () => {
    expect(jkm([determined]).trace.parts).toContainEqual(
      expect.objectContaining({
        id: 'heirs.court',
        applies: true,
        because: 'living',
        citation: { law: 'Permenaker 5/2021 jo. Permenaker 1/2025', article: 'Pasal 79 ayat (2b)' },
        confidence: 'quoted',
      }),
    );
  });

  test('a funeral not given is none, and paid on the day of a birth', () => {
    const born = { relation: 'child', birthDate: '2026-05-04' };
    const { answer } = ask({ date: '2026-05-04', programme: 'JKM', amount: 9, relatives: [born] });
    expect(answer).toMatchObject({ heirs: [{ amount: 9, funeral: 0, guardian: 'required' }] });
  });
});

describe('what the texts leave open', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                                relatives                            open
    ['a child died first, and left nobody',               [spouse, dead(adult)],                []],
    ['a grandchild of a living child',                    [adult, grandchild],                  []],
    ['a grandchild who died too',                         [spouse, dead(adult), dead(grandchild)], []],
    ['a grandchild of a child who died first',            [spouse, dead(adult), grandchild],    ['heirs.representation']],
    ['the same where no spouse nor child is left',        [dead(adult), grandchild],            []],
    ['another who died first',                            [spouse, dead(sibling), grandchild],  []],
  ])('in the place of the dead: %s', (_, relatives, questions) => {
    expect(open(jkm(relatives))).toEqual(questions);
  });

  test('where JKK goes without heirs, if there is anything', () => {
    const rest = (amount: number) => ask({ date: '2026-05-04', programme: 'JKK', amount }).trace?.settled;
    expect([rest(0), rest(1)]).toEqual([true, false]);
  });

  test('two heirs divide the benefit, and the funeral only if there is one', () => {
    const steps = (relatives: readonly Relative[], funeral: number) =>
      jkm(relatives, { funeral: rupiah(funeral) }).trace.parts.flatMap((part) =>
        part.kind === 'step' ? part.id : [],
      );
    expect(steps([adult], 1)).toEqual([]);
    expect(steps([adult, adult], 0)).toEqual(['heirs.amounts']);
    expect(steps([adult, adult], 1)).toEqual(['heirs.amounts', 'heirs.funeral']);
  });

  test('widow and children: she is paid first; otherwise all together, the minor in her hand', () => {
    const asked = jkm([spouse, adult, minor], { funeral: rupiah(0) });
    expect(asked.value).toMatchObject({ rank: 1, heirs: [{ index: 0, share: '1', amount: 32_000_000 }] });
    expect(open(asked)).toEqual(['heirs.order_in_rank']);
    expect(asked.trace.parts.at(-1)?.text.en).toContain('inside the rank (widow or widower, child');
    expect(otherwise(asked, 'heirs.order_in_rank')).toMatchObject([
      {
        heirs: [
          { index: 0, amount: 10_666_667 },
          { index: 1, amount: 10_666_667 },
          { index: 2, amount: 10_666_666, guardian: 'parent' },
        ],
      },
    ]);
    expect(asked.trace.settled).toBe(false);
  });

  test('one heir alone is settled', () => {
    expect(jkm([spouse]).trace.settled).toBe(true);
  });

  test('equal parts by head, and grandchildren in the place of a child who died first', () => {
    const asked = jkm([adult, adult, dead(adult), grandchild]);
    expect(open(asked)).toEqual(['heirs.equal_parts', 'heirs.representation']);
    expect(otherwise(asked, 'heirs.equal_parts')).toEqual([null]);
  });

  test('the explanation names the order, each rank looked at, and the division', () => {
    expect(jkm([dead(spouse), sibling, sibling]).trace).toMatchObject({
      citation: { law: 'PP 44/2015', article: 'Pasal 40 ayat (2)' },
      parts: [
        { id: 'claim.heirs.jkm', confidence: 'quoted' },
        { id: 'claim.heirs.adult_age', value: 18, confidence: 'known' },
        { id: 'heirs.rank.1', applies: false, because: 'none' },
        { id: 'heirs.rank.2', applies: false, because: 'none' },
        { id: 'heirs.rank.3', applies: true, because: 'living' },
        { id: 'heirs.amounts', value: [16_000_000, 16_000_000], confidence: 'convention' },
        { id: 'heirs.funeral', value: [5_000_000, 5_000_000] },
        { id: 'heirs.equal_parts' },
      ],
    });
    const jkk = ask({ date: '2026-05-04', programme: 'JKK', amount: 1, relatives: [{ relation: 'spouse' }] });
    expect(jkk.trace?.citation).toEqual({ law: 'PP 44/2015', article: 'Pasal 37 ayat (5)' });
  });
});

// biome-ignore format: aligned table of cases
test.each([
  // case                            input                                                               code                 path
  ['before the programme',           { date: '2015-06-30', programme: 'JKM', amount: 1 },                'date.outOfRange',   'date'],
  ['paid before the death',          { date: '2026-01-02', programme: 'JKM', amount: 1, asOf: '2026-01-01' }, 'input.combination', 'asOf'],
  ['a programme without heirs',      { date: '2026-01-02', programme: 'JKP', amount: 1 },                'input.range',       'programme'],
  ['no amount',                      { date: '2026-01-02', programme: 'JKM' },                           'input.missing',     'amount'],
  ['a funeral of JHT',               { date: '2026-01-02', programme: 'JHT', amount: 1, funeral: 0 },    'input.combination', 'funeral'],
  ['a will of unknown form',         { date: '2026-01-02', programme: 'JKM', amount: 1, will: {} },      'input.missing',     'will.notarial'],
])('%s', (_, input, code, path) => {
  expect(ask(input).answer).toMatchObject({ error: { code, path } });
});

// biome-ignore format: aligned table of cases
test.each([
  // case                            relative                                              code                 path
  ['a child without a birthday',     { relation: 'child' },                                'input.missing',     'relatives.0.birthDate'],
  ['born after the payment',         { relation: 'child', birthDate: '2026-05-05' },       'input.combination', 'relatives.0.birthDate'],
  ['a relation not listed',          { relation: 'cousin' },                               'input.range',       'relatives.0.relation'],
  ['a court on a widow',             { relation: 'spouse', courtDetermination: true },     'input.combination', 'relatives.0.courtDetermination'],
  ['a guardian who is none',         { relation: 'parent', guardian: 'aunt' },              'input.range',       'relatives.0.guardian'],
])('%s', (_, relative, code, path) => {
  const input = { date: '2026-05-04', programme: 'JKM', amount: 1, relatives: [relative] };
  expect(ask(input).answer).toMatchObject({ error: { code, path } });
});

describe('properties', () => {
  const birthDate = fc.constantFrom('1970-01-01', '2000-01-01', '2007-01-01', '2020-01-01').map(day);
  const kinship = fc.constantFrom<Kinship[]>(
    'spouse',
    'child',
    'parent',
    'grandchild',
    'grandparent',
    'sibling',
    'parentInLaw',
  );
  const relative = fc
    .record({ kinship, birthDate, isAlive: fc.boolean(), isMarried: fc.boolean() })
    .map(({ kinship: as, ...more }) => one(as, more));
  const family = fc.array(relative, { maxLength: 8 });
  const amount = fc.nat({ max: 2_000_000_000 }).map(rupiah);
  const paid = (relatives: readonly Relative[], benefit: HeirsInput['amount'], funeral = rupiah(0)) =>
    jkm(relatives, { amount: benefit, funeral }).value;

  test('parts are never negative, differ by a rupiah at most, and sum to the whole', () => {
    fc.assert(
      fc.property(family, amount, amount, (relatives, benefit, cost) => {
        const answer = paid(relatives, benefit, cost);
        const amounts = answer.heirs.map((heir) => heir.amount);
        expect(sum([...amounts, answer.toSocialSecurityFund])).toBe(benefit);
        if (!answer.eligible) return;
        expect(sum(answer.heirs.map(({ funeral = rupiah(-1) }) => funeral))).toBe(cost);
        expect(Math.min(...amounts)).toBeGreaterThanOrEqual(0);
        expect(Math.max(...amounts) - Math.min(...amounts)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('the order in which relatives are named moves no more than the rupiah left over', () => {
    fc.assert(
      fc.property(family, amount, (relatives, benefit) => {
        const forwards = paid(relatives, benefit);
        const backwards = paid(relatives.toReversed(), benefit);
        const amounts = new Map(backwards.heirs.map(({ index = -1, amount: part }) => [index, part]));
        expect(backwards.heirs.length).toBe(forwards.heirs.length);
        for (const { index = -1, amount: part } of forwards.heirs) {
          const mirrored = amounts.get(relatives.length - 1 - index) ?? Number.NaN;
          expect(Math.abs(part - mirrored)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('a living spouse leaves nothing to anyone else, and the dead are never paid', () => {
    fc.assert(
      fc.property(family, amount, (relatives, benefit) => {
        const { heirs: all } = paid([...relatives, spouse], benefit);
        expect(all.every(({ relation }) => relation === 'spouse')).toBe(true);
        expect(all.every(({ index = -1 }) => relatives[index]?.isAlive !== false)).toBe(true);
      }),
    );
  });
});
