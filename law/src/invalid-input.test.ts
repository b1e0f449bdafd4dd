import { describe, expect, test } from 'vitest';
import { rules, run } from './rules.ts';

/** A child and a local rule with every field they can have. */
const CHILD = {
  level: 'PT',
  yearsLeft: 2,
  birthDate: '2006-01-01',
  married: false,
  work: 'PU',
  workMonths: 6,
};
const LOCAL_RULE = {
  law: 'Perbup 1/2026',
  article: 'Pasal 3',
  confidence: 'quoted',
  page: 'https://contoh.example/perbup',
  area: '53.01',
  from: '2026-01-01',
  until: '2027-01-01',
  vulnerable: {
    minAge: 18,
    maxAge: 64,
    withoutEmployer: true,
    withoutRoutineIncome: true,
    incomeBelow: 2_000_000,
    registers: ['DTSEN'],
    maxDecile: 4,
    occupations: ['petani'],
    excludedOccupations: ['pegawai negeri'],
    resident: true,
  },
  bodies: [{ body: 'RT', segment: 'BPU', base: 1_000_000 }],
};
const PERSON = {
  birthDate: '1980-01-01',
  hasEmployer: false,
  hasRoutineIncome: false,
  income: 1_000_000,
  listings: [{ register: 'DTSEN', decile: 2 }],
  occupation: 'petani',
  area: '53.01.01.2001',
};
const PENSION = {
  kind: 'widow',
  months: 100,
  membershipMonths: 100,
  averageWage: 5_000_000,
  birthDate: '1980-01-01',
};
const ACCIDENT = { date: '2026-05-20', wage: 5_000_000 };
const BPU_ACCIDENT = { date: '2026-05-20', bpuIncome: 1_500_000 };
const JHT = {
  balance: 10_000_000,
  date: '2026-03-01',
  asOf: '2026-05-01',
  birthDate: '1970-01-01',
  membershipMonths: 120,
  purpose: 'housing',
  previousPartial: false,
  stillContributing: false,
};

/** Requests that are answered, and together hold every field of the rule. */
// biome-ignore format: aligned table of requests
const REQUESTS: Readonly<Record<string, readonly object[]>> = {
  'contribution.pu': [{ wage: 5_000_000, month: '2026-05', riskClass: 1, programmes: ['JKK', 'JP'], labourIntensive: true, arrearsFree: true }],
  'contribution.bpu': [
    { income: 1_500_000, month: '2026-05', sector: 'transport', payer: 'self', programmes: ['JKK', 'JKM'] },
    { income: 1_500_000, months: { from: '2026-01', to: '2026-05' } },
  ],
  'contribution.jakon': [
    { month: '2026-05', wage: 5_000_000 },
    { month: '2026-05', contractValue: 100_000_000 },
    { month: '2026-05', priceIncludingVat: 111_000_000, vatPercent: '11' },
  ],
  'contribution.pmi': [{ route: 'placement', months: 24, date: '2026-05-01' }],
  'contribution.dueDate': [{ segment: 'PU', month: '2026-05', holidays: ['2026-06-16'], calendar: 'national' }],
  'penalty.late': [{ segment: 'PU', contribution: 1_000_000, monthsLate: 2 }],
  'membership.programmes': [{ segment: 'PU', scale: 'micro', ageAtRegistration: 30 }],
  'membership.bpuStatus': [{ lastPaid: '2026-01', asOf: '2026-05' }],
  'membership.puArrears': [
    { programme: 'JKP', date: '2026-05-20', monthsUnpaid: 2, contribution: 1_000_000, bankrupt: true },
    { programme: 'JKM', date: '2026-05-20', lastPaid: '2026-01' },
  ],
  'membership.vulnerable': [{ date: '2026-05-20', person: PERSON, localRule: LOCAL_RULE }],
  'membership.villageBody': [{ body: 'RT', month: '2026-05', wage: 2_000_000, payer: 'government', localRule: LOCAL_RULE }],
  'benefit.jkk.death': [ACCIDENT, BPU_ACCIDENT],
  'benefit.jkk.disability': [
    { ...ACCIDENT, extent: 'partial', losses: [{ row: '31', units: 2 }, { row: '28', percent: '20', functionLossPercent: '50' }], leftHanded: true },
    { ...BPU_ACCIDENT, extent: 'total' },
  ],
  'benefit.jkk.stmb': [{ ...ACCIDENT, months: 2, days: 3 }, { ...BPU_ACCIDENT, months: 2 }],
  'benefit.jkk.transport': [{ date: '2026-05-20', land: 1, sea: 1, air: 1 }],
  'benefit.jkk.care': [
    { date: '2026-05-20', careDate: '2026-05-21', treatment: 9, classOneCost: 8, diagnosis: 1, dentures: 1, hearingAid: 1, glasses: 1, abroad: false },
  ],
  'benefit.jkk.homeCare': [{ date: '2026-05-20', from: '2026-06-01', costs: [1_000_000] }],
  'benefit.jkk.rehabilitation': [{ date: '2026-05-20', referencePrice: 5_000_000, deviceCost: 6_000_000, medicalRehabilitation: 1 }],
  'benefit.jkm': [{ date: '2026-05-20', segment: 'BPU', membershipMonths: 9, memberships: 2, cause: 'workAccident', active: false }],
  'benefit.scholarship': [{ trigger: 'jkmDeath', date: '2026-05-20', asOf: '2026-06-01', contributionMonths: 36, children: [CHILD] }],
  'benefit.pmi': [{ event: 'deathDuringWork', date: '2026-05-20', children: [CHILD] }],
  'benefit.case': [
    {
      event: 'death', date: '2026-05-20', segment: 'PU', membershipMonths: 60, memberships: 2, contributionMonths: 60,
      children: [CHILD], scholarshipBasis: 'firstYear', jhtBalance: 1, jpLumpSum: 1, jp: PENSION,
    },
    { event: 'workAccidentDeath', segment: 'PU', ...ACCIDENT },
    { event: 'workAccidentDeath', segment: 'BPU', ...BPU_ACCIDENT },
  ],
  'claim.lateCompensation': [{ benefit: 42_000_000, daysLate: 2 }],
  'parameter.jp': [{ month: '2026-05' }],
  'benefit.jp.indexation': [{ kind: 'wageCap', previous: 10_547_400, percent: '-2.07' }],
  'benefit.jp.monthly': [{ date: '2026-05-20', ...PENSION }],
  'benefit.jkp': [
    {
      terminationDate: '2024-05-20', wage: 5_000_000, reason: 'termination', contributionMonths24: 12, consecutiveMonths: 6,
      ageAtRegistration: 30, timesReceived: 1, claimDate: '2024-06-01', monthsPaid: 3,
    },
  ],
  'benefit.jht.balance': [
    { opening: 1_000_000, months: 12, wage: 5_000_000, development: 50_000 },
    { opening: 1_000_000, months: 12, bpuIncome: 1_500_000, returnPercent: '5.5' },
  ],
  'benefit.jht.withdrawal': ['partial', 'age56', 'resignation'].map((reason) => ({ reason, ...JHT })),
  'claim.deadline': [
    { kind: 'jkm.payment', event: '2026-05-20', made: '2026-05-21', holidays: ['2026-05-22'], calendar: 'national' },
    { kind: 'jkk.report', event: '2026-05-20T10:00', made: '2026-05-21T10:00' },
  ],
  'claim.heirs': [
    {
      date: '2026-05-20', asOf: '2026-06-01', programme: 'JKM', amount: 32_000_000, funeral: 10_000_000,
      relatives: [
        { relation: 'child', birthDate: '2015-01-01', alive: true, married: false, guardian: 'appointed' },
        { relation: 'other', birthDate: '1990-01-01', courtDetermination: true },
      ],
      will: { notarial: true, birthDate: '1990-01-01' }, buriedBy: 'otherParty',
    },
  ],
  'claim.documents': [{ programme: 'JKM', ground: 'death', segment: 'PU', circumstances: ['spouseHeir'] }],
  'claim.serviceDays': [{ programme: 'JKK', date: '2026-05-20', ground: 'death' }],
  'coverage.ratio': [{ active: 1, workers: 2 }],
};

/** Where any text is right that is not empty. */
const FREE: readonly string[] = [
  'law',
  'article',
  'page',
  'occupation',
  'occupations',
  'excludedOccupations',
];

type Place = { readonly path: string; readonly value: unknown };

/** What stands in a request, at every depth, the request itself included. */
function placesIn(value: unknown, path = ''): Place[] {
  const members = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const within = members.flatMap(([name, member]) =>
    placesIn(member, path === '' ? name : `${path}.${name}`),
  );
  return [{ path, value }, ...within];
}

/** The same request with something else at the path. */
function changed(request: unknown, path: string, to: unknown): unknown {
  if (path === '') return to;
  const [name = '', ...rest] = path.split('.');
  const member = Object(request)[name];
  const replaced = changed(member, rest.join('.'), to);
  return Array.isArray(request)
    ? request.with(Number(name), replaced)
    : { ...Object(request), [name]: replaced };
}

/** Values that no field holding such a value takes, and the codes they are refused with. */
function wrongFor({
  path,
  value,
}: Place): readonly (readonly [wrong: unknown, came: unknown, ...codes: string[]])[] {
  const isNull = [null, null, 'input.type'] as const;
  if (Array.isArray(value)) return [isNull, [{}, '{…}', 'input.type'], ['zzz', 'zzz', 'input.type']];
  switch (typeof value) {
    case 'object':
      return [isNull, [[7], '[1]', 'input.type'], ['zzz', 'zzz', 'input.type']];
    case 'number':
      return [
        isNull,
        ['7', '7', 'input.type'],
        [0.5, 0.5, 'input.type'],
        [-1, -1, 'input.range'],
        [2 ** 60, 2 ** 60, 'input.range'],
      ];
    case 'string': {
      const isFree = FREE.some((name) => path.split('.').includes(name));
      const isDate = /^\d{4}-\d{2}/.test(value);
      const text = isFree ? '' : 'zzz';
      const odd = [text, text, 'input.format', ...(isFree || isDate ? [] : ['input.range'])] as const;
      return [isNull, [7, 7, 'input.type'], [['a'], '[1]', 'input.type'], odd];
    }
    default:
      return [isNull, ['yes', 'yes', 'input.type'], [1, 1, 'input.type']];
  }
}

/** The error that a request gets; undefined if it is answered. */
const errorOf = (rule: string, request: unknown) => JSON.parse(JSON.stringify(run(rule, request))).error;

/** The names of the fields, as an error lists them. */
const namesIn = (accepted: string) => accepted.split(/, | or /);
const WORDS = { id: expect.stringMatching(/./), en: expect.stringMatching(/./) };

test('there are requests for every rule', () => {
  expect(Object.keys(REQUESTS).sort()).toEqual([...rules.keys()].sort());
});

describe.each(Object.entries(REQUESTS))('%s', (rule, requests) => {
  const places = requests.flatMap((request) => placesIn(request).map((place) => ({ request, ...place })));

  test.each(requests.map((request) => [request]))('answers %j', (request) => {
    expect(errorOf(rule, request)).toBeUndefined();
  });

  test('refuses a field that it does not have, and lists those it has, which are all tried here', () => {
    for (const { request, path, value } of places) {
      if (typeof value !== 'object' || Array.isArray(value)) continue;
      const prefix = path === '' ? '' : `${path}.`;
      const error = errorOf(rule, changed(request, path, { ...value, zzz: 7 }));
      expect(error).toEqual({ code: 'input.unknown', path: `${prefix}zzz`, accepted: WORDS, came: 7 });
      const place = prefix.replaceAll(/\.\d+(?=\.|$)/g, '.n');
      const tried = places
        .map((other) => other.path.replaceAll(/\.\d+(?=\.|$)/g, '.n'))
        .filter((other) => other.startsWith(place));
      expect(tried).toEqual(
        expect.arrayContaining(namesIn(error.accepted.en).map((name) => `${place}${name}`)),
      );
    }
  });

  test('refuses what a field cannot hold, with its path, what is accepted and what came', () => {
    for (const { request, ...place } of places) {
      for (const [wrong, came, ...codes] of wrongFor(place)) {
        const error = errorOf(rule, changed(request, place.path, wrong));
        expect(error).toEqual({ code: expect.toBeOneOf(codes), path: place.path, accepted: WORDS, came });
      }
    }
  });

  test('answers without a field, or names what is missing and what would be accepted', () => {
    for (const { request, path } of places) {
      const error = errorOf(rule, changed(request, path, undefined));
      if (error !== undefined) expect(error).toMatchObject({ path: expect.any(String), accepted: WORDS });
    }
  });
});

// biome-ignore format: aligned table of cases
const BOUNDS: readonly (readonly [rule: string, path: string, least: number, most: number])[] = [
  ['contribution.pu',         'wage',                                1, Infinity],
  ['contribution.pu',         'riskClass',                           1, 5],
  ['contribution.bpu',        'income',                              0, Infinity],
  ['contribution.pmi',        'months',                              1, Infinity],
  ['penalty.late',            'contribution',                        0, Infinity],
  ['membership.puArrears',    'monthsUnpaid',                        0, 1200],
  ['membership.vulnerable',   'person.income',                       0, Infinity],
  ['membership.vulnerable',   'person.listings.0.decile',            1, 10],
  ['membership.vulnerable',   'localRule.vulnerable.minAge',         0, 150],
  ['membership.vulnerable',   'localRule.vulnerable.maxAge',         18, 150],
  ['membership.vulnerable',   'localRule.vulnerable.incomeBelow',    0, Infinity],
  ['membership.vulnerable',   'localRule.vulnerable.maxDecile',      1, 10],
  ['membership.vulnerable',   'localRule.bodies.0.base',             1, Infinity],
  ['membership.villageBody',  'wage',                                1, Infinity],
  ['benefit.jkk.death',       'wage',                                1, Infinity],
  ['benefit.jkk.disability',  'losses.0.units',                      1, Infinity],
  ['benefit.jkk.stmb',        'days',                                0, 30],
  ['benefit.jkk.stmb',        'months',                              0, Infinity],
  ['benefit.jkm',             'memberships',                         1, Infinity],
  ['benefit.scholarship',     'children.0.yearsLeft',                1, 5],
  ['benefit.case',            'memberships',                         1, Infinity],
  ['benefit.case',            'jp.averageWage',                      1, Infinity],
  ['benefit.jp.indexation',   'previous',                            1, Infinity],
  ['benefit.jp.monthly',      'averageWage',                         1, Infinity],
  ['benefit.jkp',             'wage',                                1, Infinity],
  ['benefit.jkp',             'contributionMonths24',                0, 24],
  ['benefit.jkp',             'monthsPaid',                          0, 6],
  ['coverage.ratio',          'active',                              0, 100_000_000_000],
  ['coverage.ratio',          'workers',                             1, Infinity],
];

test.each(BOUNDS)('%s takes %s from %d to %d, no more and no less', (rule, path, least, most) => {
  const isTaken = (value: number) => errorOf(rule, changed(REQUESTS[rule]?.[0], path, value))?.path !== path;
  expect([isTaken(least - 1), isTaken(least)]).toEqual([false, true]);
  if (most < Infinity) expect([isTaken(most), isTaken(most + 1)]).toEqual([true, false]);
});
