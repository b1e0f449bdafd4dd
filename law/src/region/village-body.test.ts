import { month, rupiah } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bpuContribution } from '../bpu/contribution.ts';
import { puContribution } from '../pu/contribution.ts';
import { explain, run } from '../rules.ts';
import type { VillageBody } from './local-rule.ts';
import { villageBody } from './village-body.ts';

// A made-up decision: no region has chosen this.
const sk = {
  law: 'SK Bupati contoh 7/2026',
  area: '53.04',
  from: '2026-01-01',
  until: '2027-01-01',
  bodies: [
    { body: 'BPD', segment: 'BPU', base: 1_000_000 },
    { body: 'RT', segment: 'PU' },
    { body: 'perangkatDesa', segment: 'PU', base: 2_022_200 },
  ],
};
const ask = (input: object) => run('membership.villageBody', { month: '2026-06', ...input });
const institutions = ['BPD', 'RT', 'RW', 'LPM', 'PKK', 'posyandu', 'karangTaruna'] as const;

describe('officials', () => {
  // 2,500,000 × 0.24 % = 6,000 and × 0.30 % = 7,500; 2,022,200 × 0.24 % = 4,853.28 and × 0.30 % = 6,066.6
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                      input                                                         base       JKK    JKM    total
    ['the village head on the fixed income',     { body: 'kepalaDesa', wage: 2_500_000 },                      2_500_000, 6_000, 7_500, 13_500],
    ['officials on the fixed income',            { body: 'perangkatDesa', wage: 2_500_000 },                   2_500_000, 6_000, 7_500, 13_500],
    ['officials on a base the region fixes',     { body: 'perangkatDesa', wage: 2_500_000, localRule: sk },    2_022_200, 4_853, 6_067, 10_920],
    ['… and the wage need not be known',         { body: 'perangkatDesa', localRule: sk },                     2_022_200, 4_853, 6_067, 10_920],
    ['a rule that does not speak of the head',   { body: 'kepalaDesa', wage: 2_500_000, localRule: sk },       2_500_000, 6_000, 7_500, 13_500],
  ])('%s', (_, input, base, JKK, JKM, total) => {
    expect(ask(input)).toEqual({ decided: true, segment: 'PU', riskClass: 1, base, JKK, JKM, total });
  });

  test('the explanation says why, by which law, and what is derived', () => {
    const { trace } = explain('membership.villageBody', {
      body: 'kepalaDesa',
      month: '2026-06',
      wage: 2_500_000,
    });
    expect(trace).toMatchObject({
      settled: true,
      parts: [
        { id: 'region.village_official', citation: { law: 'UU 6/2014 jo. UU 3/2024' }, confidence: 'known' },
        { id: 'region.siltap', citation: { law: 'PP 11/2019' }, confidence: 'known' },
        { id: 'region.risk_class', citation: { article: 'Lampiran I' }, confidence: 'derived' },
        { rule: 'contribution.pu' },
      ],
    });
    expect(trace?.parts[0]?.text.en).toMatch(/no official/);
  });
});

describe('institutions', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                   input                                             answer
    ['the region chose BPU on a base',        { body: 'BPD', wage: 500_000, localRule: sk },    { segment: 'BPU', band: 1, base: 1_000_000, JKK: 10_000, JKM: 6_800, total: 16_800 }],
    ['the region chose PU on the allowance',  { body: 'RT', wage: 500_000, localRule: sk },     { segment: 'PU', riskClass: 1, base: 500_000, JKK: 1_200, JKM: 1_500, total: 2_700 }],
    ['half is relieved if others pay',        { body: 'BPD', payer: 'other', localRule: sk },   { segment: 'BPU', band: 1, base: 1_000_000, JKK: 5_000, JKM: 3_400, total: 8_400 }],
  ])('%s', (_, input, answer) => {
    expect(ask(input)).toEqual({ decided: true, ...answer });
  });

  test.each(institutions)('without a choice %s has both options with their cost', (body) => {
    const { answer, trace } = explain('membership.villageBody', { body, month: '2026-06', wage: 500_000 });
    expect(answer).toEqual({
      decided: false,
      because: ['villageBody.noLocalChoice'],
      options: [
        { segment: 'PU', riskClass: 1, base: 500_000, JKK: 1_200, JKM: 1_500, total: 2_700 },
        { segment: 'BPU', band: 1, base: 1_000_000, JKK: 10_000, JKM: 6_800, total: 16_800 },
      ],
    });
    expect(trace?.settled).toBe(false);
    expect(trace?.citation.law).toBe(body === 'BPD' ? 'Permendagri 110/2016' : 'Permendagri 18/2018');
    expect(trace?.parts.at(-1)).toMatchObject({ id: 'region.body_segment', changesResult: true });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['a body the rule does not name', 'PKK', '2026-06', 'villageBody.noLocalChoice'],
    ['the month before the rule',     'BPD', '2025-12', 'villageBody.notInForce'],
    ['the month after the rule',      'BPD', '2027-01', 'villageBody.notInForce'],
  ])('undecided: %s', (_, body, at, because) => {
    expect(ask({ body, month: at, wage: 500_000, localRule: sk })).toMatchObject({ decided: false, because: [because] });
  });

  test.each(['2026-01', '2026-12'])('decided in the first and last month of the rule (%s)', (at) => {
    expect(ask({ body: 'BPD', month: at, localRule: sk })).toMatchObject({ decided: true, segment: 'BPU' });
  });

  // The relief of PP 50/2025 excludes APBN and APBD; whether village money is that is open, from April to December 2026.
  // biome-ignore format: aligned table of cases
  test.each([
    ['the month before the relief', '2026-03', {},                       true],
    ['the first month of it',       '2026-04', {},                       false],
    ['the payer is named',          '2026-04', { payer: 'government' },  true],
  ])('settled: %s', (_, at, payer, settled) => {
    const input = { body: 'BPD', month: at, localRule: sk, ...payer };
    expect(explain('membership.villageBody', input).trace?.settled).toBe(settled);
  });

  test('the choice is cited as the caller does', () => {
    const { trace } = explain('membership.villageBody', { body: 'BPD', month: '2026-03', localRule: sk });
    expect(trace).toMatchObject({
      citation: { law: 'SK Bupati contoh 7/2026' },
      parts: [{ id: 'region.local_choice', confidence: 'known' }, { rule: 'contribution.bpu' }],
    });
  });
});

// biome-ignore format: aligned table of cases
test.each([
  // case                        input                                                                                      code                 path
  ['no wage, no base',           { body: 'PKK', localRule: sk },                                                            'input.missing',     'wage'],
  ['a wage of nothing',          { body: 'PKK', wage: 0 },                                                                  'input.range',       'wage'],
  ['a body that is none',        { body: 'camat', wage: 1 },                                                                'input.range',       'body'],
  ['officials as BPU',           { body: 'BPD', localRule: { ...sk, bodies: [{ body: 'kepalaDesa', segment: 'BPU' }] } },   'input.combination', 'localRule.bodies.0.segment'],
  ['an unknown segment',         { body: 'BPD', localRule: { ...sk, bodies: [{ body: 'BPD', segment: 'JAKON' }] } },        'input.range',       'localRule.bodies.0.segment'],
  ['before the programmes',      { body: 'kepalaDesa', wage: 1, month: '2015-06' },                                         'date.outOfRange',   'month'],
])('refused: %s', (_, input, code, path) => {
  expect(ask(input)).toMatchObject({ error: { code, path } });
});

describe('properties', () => {
  const wages = fc.integer({ min: 1, max: 50_000_000 }).map(rupiah);
  const at = month('2026-06');

  test('the options cost what the contribution rules say, and their parts sum to the whole', () => {
    fc.assert(
      fc.property(wages, fc.constantFrom(...institutions), (wage, body) => {
        const { value } = villageBody({ body, month: at, wage, payer: 'government' });
        const options = value.decided ? [] : value.options;
        const programmes = ['JKK', 'JKM'] as const;
        expect(options.map(({ total }) => total)).toEqual([
          puContribution({ wage, month: at, riskClass: 1, programmes }).value.total,
          bpuContribution({ income: wage, month: at, sector: 'other', payer: 'government', programmes }).value
            .total,
        ]);
        for (const { JKK, JKM, total } of options) expect(JKK + JKM).toBe(total);
      }),
    );
  });

  test('a higher fixed income never costs less', () => {
    fc.assert(
      fc.property(wages, wages, fc.constantFrom<VillageBody>('kepalaDesa', 'perangkatDesa'), (a, b, body) => {
        const total = (wage: typeof a) => {
          const { value } = villageBody({ body, month: at, wage });
          return value.decided ? value.total : -1;
        };
        expect(total(a)).toBeGreaterThan(-1);
        expect(Math.sign(total(b) - total(a)) * Math.sign(b - a)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
