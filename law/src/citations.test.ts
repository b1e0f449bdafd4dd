import { expect, test } from 'vitest';
import type { Citation } from './engine/parameter.ts';
import { explain, rules } from './rules.ts';

const DAY = '2026-05-20';
const ACCIDENT = { date: DAY, wage: 5_000_000 };
const CHILD = { level: 'SD', yearsLeft: 2, birthDate: '2016-01-01' };
const PENSION = { date: DAY, kind: 'oldAge', months: 180, averageWage: 5_000_000 };
const JOBLESS = { terminationDate: DAY, wage: 5_000_000, contributionMonths24: 12 };

// biome-ignore format: aligned table of cases
const CASES: readonly (readonly [rule: string, input: object, place: string])[] = [
  ['contribution.pu',            { wage: 5_000_000, month: '2026-05', riskClass: 1 },                'PP 44/2015 Pasal 16 dan 18; PP 46/2015 Pasal 16; PP 45/2015 Pasal 28 dan 29'],
  ['contribution.bpu',           { income: 1_500_000, month: '2026-05' },                            'PP 44/2015, Pasal 17, Pasal 18 ayat (2) dan Lampiran II'],
  ['contribution.jakon',         { month: '2026-05', wage: 5_000_000 },                              'PP 44/2015, Pasal 54 ayat (1)'],
  ['contribution.jakon',         { month: '2026-05', contractValue: 5_000_000 },                     'PP 44/2015, Pasal 54 dan pasal berikutnya'],
  ['contribution.pmi',           { route: 'placement', months: 24, date: DAY },                      'Permenaker 4/2023, Pasal 18'],
  ['contribution.dueDate',       { segment: 'PU', month: '2026-05' },                                'PP 44/2015'],
  ['penalty.late',               { contribution: 1_000_000, monthsLate: 1 },                         'PP 44/2015, Pasal 22'],
  ['membership.programmes',      { segment: 'BPU', ageAtRegistration: 64 },                          'Perpres 109/2013, Pasal 6 ayat (3)'],
  ['membership.programmes',      { segment: 'BPU', ageAtRegistration: 65 },                          'Permenaker 5/2021'],
  ['membership.bpuStatus',       { lastPaid: '2026-04', asOf: '2026-05' },                           'Permenaker 5/2021'],
  ['membership.puArrears',       { programme: 'JKM', date: DAY, monthsUnpaid: 1 },                   'PP 44/2015'],
  ['membership.puArrears',       { programme: 'JHT', date: DAY, monthsUnpaid: 1 },                   'Permenaker 4/2022'],
  ['membership.puArrears',       { programme: 'JKP', date: DAY, monthsUnpaid: 1 },                   'PP 6/2025, Pasal 39 ayat (1)–(3)'],
  ['membership.puArrears',       { programme: 'JKP', date: DAY, monthsUnpaid: 1, bankrupt: true },   'PP 6/2025, Pasal 39A'],
  ['membership.vulnerable',      { date: DAY, person: {} },                                          'Inpres 2/2021'],
  ['membership.villageBody',     { body: 'kepalaDesa', month: '2026-05', wage: 3_000_000 },          'UU 6/2014 jo. UU 3/2024'],
  ['membership.villageBody',     { body: 'BPD', month: '2026-05', wage: 1_000_000 },                 'Permendagri 110/2016'],
  ['membership.villageBody',     { body: 'RT', month: '2026-05', wage: 1_000_000 },                  'Permendagri 18/2018'],
  ['benefit.jkk.death',          ACCIDENT,                                                           'PP 44/2015, Lampiran III'],
  ['benefit.jkk.disability',     { ...ACCIDENT, extent: 'total' },                                   'PP 44/2015, Lampiran III'],
  ['benefit.jkk.stmb',           { ...ACCIDENT, months: 1 },                                         'PP 44/2015, Lampiran III'],
  ['benefit.jkk.transport',      { date: DAY, land: 1 },                                             'PP 44/2015, Lampiran III'],
  ['benefit.jkk.care',           { date: DAY, treatment: 1 },                                        'PP 44/2015, Lampiran III'],
  ['benefit.jkk.homeCare',       { date: DAY, costs: [1] },                                          'PP 82/2019, Lampiran III'],
  ['benefit.jkk.rehabilitation', { date: DAY, referencePrice: 1 },                                   'PP 44/2015, Lampiran III'],
  ['benefit.jkm',                { date: DAY, segment: 'PU' },                                       'PP 44/2015, Pasal 34'],
  ['benefit.scholarship',        { trigger: 'jkkDeath', date: DAY, children: [CHILD] },              'PP 82/2019, Lampiran III'],
  ['benefit.pmi',                { event: 'rape', date: DAY },                                       'Permenaker 4/2023, Lampiran'],
  ['benefit.case',               { event: 'death', date: DAY, segment: 'PU' },                       'UU 40/2004'],
  ['claim.lateCompensation',     { benefit: 1, daysLate: 1 },                                        'Permenaker 5/2021 jo. Permenaker 1/2025, Pasal 79 ayat (3)'],
  ['parameter.jp',               { month: '2026-05' },                                               'PP 45/2015, Pasal 15, Pasal 18 dan Pasal 29'],
  ['benefit.jp.indexation',      { kind: 'wageCap', previous: 1, percent: '1' },                     'PP 45/2015, Pasal 29 ayat (2)–(4)'],
  ['benefit.jp.indexation',      { kind: 'benefit', previous: 1, percent: '1' },                     'PP 45/2015, Pasal 18 ayat (3)'],
  ['benefit.jp.monthly',         PENSION,                                                            'PP 45/2015, Pasal 17'],
  ['benefit.jp.monthly',         { ...PENSION, months: 179 },                                        'PP 45/2015, Pasal 24'],
  ['benefit.jp.monthly',         { ...PENSION, birthDate: '1990-01-01' },                            'PP 45/2015, Pasal 15'],
  ['benefit.jkp',                JOBLESS,                                                            'PP 6/2025, Pasal 21 ayat (1)'],
  ['benefit.jht.balance',        { opening: 1 },                                                     'PP 46/2015, Pasal 16, Pasal 22 ayat (2) dan Lampiran'],
  ['benefit.jht.withdrawal',     { reason: 'death', balance: 1, date: DAY, asOf: DAY },              'PP 46/2015, Pasal 22 dan Pasal 26'],
  ['claim.deadline',             { kind: 'jkk.payment', event: DAY },                                'PP 44/2015, Pasal 37 ayat (2)'],
  ['claim.heirs',                { date: DAY, programme: 'JKK', amount: 1 },                         'PP 44/2015, Pasal 37 ayat (5)'],
  ['claim.heirs',                { date: DAY, programme: 'JKM', amount: 1 },                         'PP 44/2015, Pasal 40 ayat (2)'],
  ['claim.heirs',                { date: DAY, programme: 'JHT', amount: 1 },                         'PP 46/2015'],
  ['claim.documents',            { programme: 'JKK', ground: 'care' },                               'Permenaker 5/2021 jo. Permenaker 1/2025'],
  ['claim.documents',            { programme: 'JKM', ground: 'death' },                              'PP 44/2015, Pasal 40 ayat (3)'],
  ['claim.documents',            { programme: 'JHT', ground: 'age56' },                              'Permenaker 4/2022'],
  ['claim.documents',            { programme: 'JP', ground: 'oldAge' },                              'Permenaker 29/2015'],
  ['claim.documents',            { programme: 'JKP', ground: 'firstMonth' },                         'PP 37/2021'],
  ['claim.documents',            { programme: 'scholarship', ground: 'yearly' },                     'Permenaker 5/2021'],
  ['claim.serviceDays',          { programme: 'JKK', date: DAY },                                    'PP 44/2015, Pasal 37 ayat (2)'],
  ['claim.serviceDays',          { programme: 'JKM', date: DAY },                                    'PP 44/2015, Pasal 40 ayat (3)'],
  ['claim.serviceDays',          { programme: 'JHT', date: DAY },                                    'Permenaker 4/2022'],
  ['claim.serviceDays',          { programme: 'JP', date: DAY },                                     'PP 45/2015'],
  ['claim.serviceDays',          { programme: 'JKP', date: DAY },                                    'PP 37/2021'],
  ['claim.serviceDays',          { programme: 'scholarship', date: DAY },                            'Permenaker 5/2021'],
  ['coverage.ratio',             { active: 1, workers: 2 },                                          'Universal Coverage Jamsostek'],
];

const placeOf = ({ law, article }: Citation) => (article === undefined ? law : `${law}, ${article}`);

test.each(CASES)('%s of %j rests on %s', (rule, input, place) => {
  const { trace } = explain(rule, input);
  expect(trace && placeOf(trace.citation)).toBe(place);
});

// biome-ignore format: aligned table of cases
test.each([
  // rule                     finding                          place                                                          how sure      input
  ['contribution.pu',         'pu.relief.labour_intensive',    'PP 36/2025, Pasal 10A',                                       'quoted',     { wage: 1, month: '2026-05', riskClass: 1 }],
  ['contribution.bpu',        'bpu.relief.pp_49_2020',         'PP 49/2020',                                                  'quoted',     { income: 1, month: '2026-05' }],
  ['contribution.bpu',        'bpu.relief.pp_50_2025',         'PP 50/2025, Pasal 4 ayat (1)',                                'quoted',     { income: 1, month: '2026-05' }],
  ['contribution.bpu',        'bpu.relief.pp_50_2025',         'PP 50/2025, Pasal 3',                                         'quoted',     { income: 1, month: '2026-05', payer: 'government' }],
  ['contribution.jakon',      'jakon.relief.pp_49_2020',       'PP 49/2020, Pasal 12',                                        'known',      { wage: 1, month: '2020-08' }],
  ['membership.puArrears',    'membership.jht_in_arrears',     'Permenaker 4/2022',                                           'quoted',     { programme: 'JHT', date: DAY, monthsUnpaid: 1 }],
  ['membership.puArrears',    'membership.pu_arrears_tolerated', 'PP 44/2015',                                                'known',      { programme: 'JKM', date: DAY, monthsUnpaid: 1 }],
  ['membership.villageBody',  'region.village_official',       'UU 6/2014 jo. UU 3/2024',                                     'known',      { body: 'kepalaDesa', month: '2026-05', wage: 1 }],
  ['membership.villageBody',  'region.siltap',                 'PP 11/2019',                                                  'known',      { body: 'kepalaDesa', month: '2026-05', wage: 1 }],
  ['membership.villageBody',  'region.risk_class',             'PP 44/2015 jo. PP 82/2019, Lampiran I',                       'derived',    { body: 'kepalaDesa', month: '2026-05', wage: 1 }],
  ['benefit.jkm',             'jkm.cause',                     'UU 40/2004, Pasal 43–46',                                     'known',      { date: DAY, segment: 'PU', cause: 'workAccident' }],
  ['benefit.jkm',             'jkm.membership',                'PP 44/2015',                                                  'secondary',  { date: DAY, segment: 'PU', active: false }],
  ['benefit.jkm',             'jkm.bpu_waiting',               'Permenaker 5/2021 jo. Permenaker 1/2025, Pasal 97A ayat (2)', 'quoted',     { date: DAY, segment: 'BPU', membershipMonths: 1 }],
  ['benefit.scholarship',     'scholarship.contributionPeriod', 'PP 82/2019, Pasal 34',                                       'quoted',     { trigger: 'jkmDeath', contributionMonths: 1, date: DAY, children: [CHILD] }],
  ['benefit.pmi',             'pmi.scholarship',               'Permenaker 4/2023, Lampiran',                                 'quoted',     { event: 'deathDuringWork', date: DAY, children: [CHILD] }],
  ['benefit.case',            'case.jkm',                      'UU 40/2004, Pasal 43–46',                                     'known',      { event: 'workAccidentDeath', segment: 'PU', ...ACCIDENT }],
  ['claim.serviceDays',       'service.late',                  'PP 45/2015',                                                  'known',      { programme: 'JP', date: DAY }],
] as const)('%s: the finding %s rests on %s, which is %s', (rule, finding, place, confidence, input) => {
  const found = explain(rule, input).trace?.parts.find((part) => part.kind === 'finding' && part.id === finding);
  expect(found?.kind === 'finding' && [placeOf(found.citation), found.confidence]).toEqual([place, confidence]);
});

// biome-ignore format: aligned table of cases
test.each([
  // case                finding                place                                                           input
  ['of age',             'scholarship.age',     'Permenaker 5/2021, Pasal 103 ayat (2)',                        { ...CHILD, birthDate: '2000-01-01' }],
  ['married',            'scholarship.married', 'Permenaker 5/2021, Pasal 103 ayat (2)',                        { ...CHILD, married: true }],
  ['working too long',   'scholarship.working', 'Permenaker 5/2021 jo. Permenaker 1/2025, Pasal 103 ayat (3a)', { ...CHILD, work: 'PU', workMonths: 7 }],
] as const)('a child that is %s: %s rests on %s', (_, finding, place, child) => {
  const { trace } = explain('benefit.scholarship', { trigger: 'jkkDeath', date: DAY, children: [child] });
  const parts = trace?.parts.flatMap((part) => (part.kind === 'result' ? part.parts : part)) ?? [];
  const found = parts.find((part) => part.kind === 'finding' && part.id === finding);
  expect(found?.kind === 'finding' && [placeOf(found.citation), found.confidence]).toEqual([place, 'quoted']);
});

test('every rule says on what it rests', () => {
  expect([...new Set(CASES.map(([rule]) => rule))].sort()).toEqual([...rules.keys()].sort());
});
