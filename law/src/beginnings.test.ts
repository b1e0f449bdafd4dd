import { expect, test } from 'vitest';
import { rules, run } from './rules.ts';

const WAGE = { wage: 5_000_000 };
const INCOME = { bpuIncome: 1_500_000 };
const ONE_LOSS = { extent: 'partial', losses: [{ row: '15' }] };
const PENSION = { months: 60, membershipMonths: 60, averageWage: 5_000_000 };
const JOBLESS = { ...WAGE, contributionMonths24: 12, consecutiveMonths: 6 };
const SON = { level: 'SD', yearsLeft: 2, birthDate: '2010-01-01' };
const RELATIVES = [{ relation: 'spouse' }, { relation: 'other', birthDate: '1980-01-01' }];

/** The last day or month without the law, and the first with it. */
const JULY_2015 = ['2015-06-30', '2015-07-01'] as const;
const JULY = ['2015-06', '2015-07'] as const;
const JKP = ['2021-02-01', '2021-02-02'] as const;
const PMI = ['2023-02-21', '2023-02-22'] as const;

/** Rules that name no day or month: the law as known answers them. */
const WITHOUT_DAY = [
  'benefit.jht.balance',
  'benefit.jp.indexation',
  'claim.documents',
  'claim.lateCompensation',
  'coverage.ratio',
  'membership.programmes',
  'membership.vulnerable',
  'penalty.late',
];

// biome-ignore format: aligned table of cases
const CASES: readonly (readonly [rule: string, field: string, days: readonly [string, string], input: object])[] = [
  ['contribution.pu',            'month',            JULY,                    { ...WAGE, riskClass: 1 }],
  ['contribution.pu',            'month',            JULY,                    { ...WAGE, programmes: ['JKM'] }],
  ['contribution.pu',            'month',            JULY,                    { ...WAGE, programmes: ['JHT'] }],
  ['contribution.pu',            'month',            JULY,                    { ...WAGE, programmes: ['JP'] }],
  ['contribution.pu',            'month',            ['2021-01', '2021-02'],  { ...WAGE, programmes: ['JKP'] }],
  ['contribution.bpu',           'month',            JULY,                    { income: 1_500_000, programmes: ['JKK', 'JKM', 'JHT'] }],
  ['contribution.jakon',         'month',            JULY,                    WAGE],
  ['contribution.jakon',         'month',            JULY,                    { contractValue: 1_000_000 }],
  ['contribution.pmi',           'date',             PMI,                     { route: 'placement', months: 25 }],
  ['contribution.pmi',           'date',             PMI,                     { route: 'individual', months: 24 }],
  ['contribution.dueDate',       'month',            JULY,                    { segment: 'PU' }],
  ['membership.bpuStatus',       'lastPaid',         JULY,                    { asOf: '2015-07' }],
  ['membership.puArrears',       'date',             JULY_2015,               { programme: 'JKK', monthsUnpaid: 1 }],
  ['membership.puArrears',       'date',             JULY_2015,               { programme: 'JHT', monthsUnpaid: 1 }],
  ['membership.puArrears',       'date',             JKP,                     { programme: 'JKP', monthsUnpaid: 1 }],
  ['membership.villageBody',     'month',            JULY,                    { body: 'kepalaDesa', ...WAGE }],
  ['benefit.jkk.death',          'date',             JULY_2015,               WAGE],
  ['benefit.jkk.death',          'date',             JULY_2015,               INCOME],
  ['benefit.jkk.disability',     'date',             JULY_2015,               { ...WAGE, extent: 'total' }],
  ['benefit.jkk.disability',     'date',             JULY_2015,               { ...INCOME, ...ONE_LOSS }],
  ['benefit.jkk.stmb',           'date',             JULY_2015,               { ...INCOME, months: 1, days: 1 }],
  ['benefit.jkk.transport',      'date',             JULY_2015,               { land: 1, sea: 1, air: 1 }],
  ['benefit.jkk.care',           'date',             JULY_2015,               { treatment: 1, dentures: 1 }],
  ['benefit.jkk.homeCare',       'date',             JULY_2015,               { costs: [1] }],
  ['benefit.jkk.rehabilitation', 'date',             JULY_2015,               { referencePrice: 1 }],
  ['benefit.jkm',                'date',             JULY_2015,               { segment: 'BPU', active: false }],
  ['benefit.scholarship',        'date',             JULY_2015,               { trigger: 'jkmDeath', contributionMonths: 60, children: [SON] }],
  ['benefit.pmi',                'date',             PMI,                     { event: 'deathDuringWork', children: [SON] }],
  ['benefit.pmi',                'date',             PMI,                     { event: 'deathAfterWork' }],
  ['benefit.pmi',                'date',             PMI,                     { event: 'failedDeparture' }],
  ['benefit.pmi',                'date',             PMI,                     { event: 'wrongPlacement' }],
  ['benefit.pmi',                'date',             PMI,                     { event: 'rape' }],
  ['benefit.case',               'date',             JULY_2015,               { event: 'death', segment: 'PU' }],
  ['benefit.case',               'date',             JULY_2015,               { event: 'workAccidentDeath', segment: 'PU', ...WAGE }],
  ['parameter.jp',               'month',            JULY,                    {}],
  ['benefit.jp.monthly',         'date',             JULY_2015,               { kind: 'oldAge', ...PENSION }],
  ['benefit.jp.monthly',         'date',             JULY_2015,               { kind: 'disability', ...PENSION }],
  ['benefit.jp.monthly',         'date',             JULY_2015,               { kind: 'widow', ...PENSION }],
  ['benefit.jkp',                'terminationDate',  JKP,                     { ...JOBLESS, ageAtRegistration: 53, claimDate: '2021-03-01' }],
  ['benefit.jht.withdrawal',     'date',             JULY_2015,               { reason: 'resignation', balance: 1, asOf: '2016-01-01' }],
  ['benefit.jht.withdrawal',     'asOf',             JULY_2015,               { reason: 'age56', balance: 1, birthDate: '1950-01-01' }],
  ['claim.deadline',             'event',            JULY_2015,               { kind: 'jkk.claim' }],
  ['claim.deadline',             'event',            JKP,                     { kind: 'jkp.claim' }],
  ['claim.deadline',             'event',            JULY_2015,               { kind: 'jkk.payment' }],
  ['claim.deadline',             'event',            JULY_2015,               { kind: 'jkm.payment' }],
  ['claim.deadline',             'event',            JULY_2015,               { kind: 'jht.payment' }],
  ['claim.deadline',             'event',            ['2015-06-30T23:59', '2015-07-01T00:00'], { kind: 'jkk.report' }],
  ['claim.heirs',                'date',             JULY_2015,               { programme: 'JKK', amount: 1, relatives: RELATIVES }],
  ['claim.heirs',                'date',             JULY_2015,               { programme: 'JKM', amount: 1, relatives: RELATIVES }],
  ['claim.heirs',                'date',             JULY_2015,               { programme: 'JHT', amount: 1, relatives: RELATIVES }],
  ['claim.serviceDays',          'date',             JULY_2015,               { programme: 'JKK' }],
  ['claim.serviceDays',          'date',             JULY_2015,               { programme: 'JKM' }],
  ['claim.serviceDays',          'date',             JULY_2015,               { programme: 'JHT' }],
  ['claim.serviceDays',          'date',             JULY_2015,               { programme: 'JP' }],
];

test.each(CASES)(
  '%s by %s: not answered on the first of %j, but on the second, %j',
  (rule, field, [before, first], input) => {
    expect(run(rule, { ...input, [field]: first })).not.toHaveProperty('error');
    expect(run(rule, { ...input, [field]: before })).toMatchObject({
      error: {
        code: 'date.outOfRange',
        path: field,
        accepted: { id: expect.stringMatching(/./), en: expect.stringMatching(/./) },
        came: before,
      },
    });
  },
);

test('every rule that names a day has a beginning', () => {
  const named = new Set([...CASES.map(([rule]) => rule), ...WITHOUT_DAY]);
  expect([...named].sort()).toEqual([...rules.keys()].sort());
});
