import { day, month, percent, type Rupiah, ratio, ratioOf, rupiah } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerRequest } from '../engine/run.ts';
import { pensionBounds, pensionFigures } from './bounds.ts';
import { indexation } from './indexation.ts';
import { jpParameters, jpPensionAge, jpWageCap } from './parameters.ts';
import { benefitJpIndexation, parameterJp } from './rule.ts';

const rules = new Map([parameterJp, benefitJpIndexation].map((rule) => [rule.id, rule]));
const answer = (rule: string, input: unknown) => answerRequest(rules, rule, input).answer;

describe('figures of a month', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                              month       cap          least    most       age
    ['the first month',                 '2015-07',  7_000_000, 300_000, 3_600_000, 56],
    ['the last with the first bounds',  '2016-02',  7_000_000, 300_000, 3_600_000, 56],
    ['bounds not established',          '2016-03',  7_335_300,    null,      null, 56],
    ['the last under the cap of 2016',  '2017-02',  7_335_300,    null,      null, 56],
    ['the cap of 2017',                 '2017-03',  7_703_500,    null,      null, 56],
    ['the last under the cap of 2017',  '2018-02',  7_703_500,    null,      null, 56],
    ['the cap of 2018',                 '2018-03',  8_094_000,    null,      null, 56],
    ['the last at 56',                  '2018-12',  8_094_000,    null,      null, 56],
    ['57 comes before the new cap',     '2019-01',  8_094_000,    null,      null, 57],
    ['the cap of 2019',                 '2019-03',  8_512_400,    null,      null, 57],
    ['the cap of 2020',                 '2020-03',  8_939_700,    null,      null, 57],
    ['the last before the cap falls',   '2021-02',  8_939_700,    null,      null, 57],
    ['the cap falls in 2021',           '2021-03',  8_754_600,    null,      null, 57],
    ['the last at 57',                  '2021-12',  8_754_600,    null,      null, 57],
    ['the first at 58',                 '2022-01',  8_754_600,    null,      null, 58],
    ['the cap of 2022',                 '2022-03',  9_077_600,    null,      null, 58],
    ['the last without bounds',         '2023-02',  9_077_600,    null,      null, 58],
    ['bounds of 2023',                  '2023-03',  9_559_600, 383_400, 4_598_100, 58],
    ['the last at 58',                  '2024-12', 10_042_300, 393_500, 4_718_200, 58],
    ['the first at 59',                 '2025-01', 10_042_300, 393_500, 4_718_200, 59],
    ['the last of the bounds of 2024',  '2025-02', 10_042_300, 393_500, 4_718_200, 59],
    ['the bounds of 2025',              '2025-03', 10_547_400, 399_700, 4_792_300, 59],
    ['the last of the bounds of 2025',  '2026-02', 10_547_400, 399_700, 4_792_300, 59],
    ['the cap of 2026, no bounds',      '2026-03', 11_086_300,    null,      null, 59],
    ['the last announced month',        '2027-02', 11_086_300,    null,      null, 59],
  ] as const)('%s', (_, month, wageCap, benefitMin, benefitMax, pensionAge) => {
    expect(answer('parameter.jp', { month })).toEqual({ wageCap, benefitMin, benefitMax, pensionAge });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // case                      input                    code                     path
    ['before the programme',     { month: '2015-06' },    'date.outOfRange',       'month'],
    ['not announced yet',        { month: '2027-03' },    'parameter.unpublished', 'month'],
    ['long after',               { month: '2043-01' },    'parameter.unpublished', 'month'],
    ['no month',                 {},                      'input.missing',         'month'],
    ['month 13',                 { month: '2026-13' },    'input.format',          'month'],
  ])('%s', (_, input, code, path) => {
    expect(answer('parameter.jp', input)).toMatchObject({ error: { code, path } });
  });

  test('the pension age rises by one every three years until 65 in 2043', () => {
    const steps = jpPensionAge.periods.map(({ during, value }) => [during.from, value]);
    expect(steps).toEqual([
      ['2015-07-01', 56],
      ...Array.from({ length: 9 }, (_, n) => [`${2019 + 3 * n}-01-01`, 57 + n]),
    ]);
  });

  test('the explanation is settled only where the bounds are', () => {
    expect(pensionBounds(day('2026-02-28')).trace).toMatchObject({
      settled: true,
      citation: { law: 'PP 45/2015', article: 'Pasal 18' },
    });
    const { trace } = pensionBounds(day('2026-03-01'));
    expect(trace).toMatchObject({ settled: false, parts: [{ kind: 'uncertainty', id: 'jp.bounds' }] });
  });

  test('the explanation names the cap, its article and how it is known', () => {
    const { trace } = pensionFigures(month('2020-03'));
    expect(trace.parts[0]).toMatchObject({
      id: 'jp.wage_cap',
      value: 8_939_700,
      from: '2020-03-01',
      until: '2021-03-01',
      citation: { law: 'PP 45/2015', article: 'Pasal 29 ayat (2)–(4)' },
      confidence: 'known',
      checked: '2026-11-20',
    });
  });

  test('every figure names its article', () => {
    for (const { periods } of jpParameters) {
      for (const { source } of periods) expect(source.article).toMatch(/^Pasal \d+/);
    }
  });
});

describe('indexation', () => {
  const growth = ['4.79', '5.02', '5.07', '5.17', '5.02', '-2.07', '3.69', '5.31', '5.05', '5.03', '5.11'];

  test.each(growth.map((change, n) => [jpWageCap.periods[n + 1]?.during.from, n, change] as const))(
    'the cap of %s follows from the one before',
    (_, n, change) => {
      const input = { kind: 'wageCap', previous: jpWageCap.periods[n]?.value, percent: change };
      expect(answer('benefit.jp.indexation', input)).toMatchObject({
        value: jpWageCap.periods[n + 1]?.value,
      });
    },
  );

  // biome-ignore format: aligned table of cases
  test.each([
    // case                                 kind       previous   percent     raw      value
    ['a cap just under a hundred',         'wageCap', 9_999,     '0',       9_999,    9_900],
    ['a cap that is a multiple stays',     'wageCap', 10_000,    '0',      10_000,   10_000],
    ['a benefit just over a hundred',      'benefit', 10_001,    '0',      10_001,   10_100],
    ['a fraction over: 10,000.01',         'benefit', 10_000,    '0.0001', 10_000,   10_100],
    ['half a rupiah goes up: 10,000.5',    'wageCap', 10_000,    '0.005',  10_001,   10_000],
    ['a fall to nothing',                  'benefit', 10_000,    '-100',        0,        0],
  ])('%s', (_, kind, previous, change, raw, value) => {
    expect(answer('benefit.jp.indexation', { kind, previous, percent: change })).toEqual({ raw, value });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // case                      input                                                    code             path
    ['a fall below nothing',     { kind: 'benefit', previous: 1, percent: '-100.01' },    'input.range',   'percent'],
    ['nothing to index',         { kind: 'benefit', previous: 0, percent: '1' },          'input.range',   'previous'],
    ['percent as a number',      { kind: 'benefit', previous: 1, percent: 1 },            'input.type',    'percent'],
    ['percent that is none',     { kind: 'benefit', previous: 1, percent: '1%' },         'input.format',  'percent'],
    ['a digit too fine',         { kind: 'benefit', previous: 1, percent: '1.00001' },    'input.range',   'percent'],
    ['no percent',               { kind: 'benefit', previous: 1 },                        'input.missing', 'percent'],
    ['another kind',             { kind: 'pension', previous: 1, percent: '1' },          'input.range',   'kind'],
    ['an amount too large',      { kind: 'benefit', previous: 10 ** 15 + 1, percent: '0' }, 'input.range', 'previous'],
  ])('%s', (_, input, code, path) => {
    expect(answer('benefit.jp.indexation', input)).toMatchObject({ error: { code, path } });
  });

  test('a cap is never above the exact figure, a benefit never below, and both within Rp 100', () => {
    const amount = fc.integer({ min: 1, max: 1_000_000_000 }).map(rupiah);
    fc.assert(
      fc.property(amount, fc.integer({ min: -10_000, max: 10_000 }), (previous: Rupiah, basisPoints) => {
        const change = ratio(basisPoints, 10_000);
        const cap = indexation({ kind: 'wageCap', previous, change }).value;
        const benefit = indexation({ kind: 'benefit', previous, change }).value;
        expect(benefit.raw).toBe(cap.raw);
        expect(cap.value <= cap.raw && cap.raw <= benefit.value).toBe(true);
        expect(benefit.value - cap.value === 0 || benefit.value - cap.value === 100).toBe(true);
      }),
    );
  });

  test('the rounding to Rp 100 is shown as inferred, with its article', () => {
    const { trace } = indexation({
      kind: 'benefit',
      previous: rupiah(383_400),
      change: ratioOf(percent('2.61')),
    });
    expect(trace.parts[0]).toMatchObject({ id: 'jp.indexed', value: 393_407, rounding: 'halfUp' });
    expect(trace.parts[1]).toMatchObject({
      id: 'jp.to_hundred',
      text: {
        id: 'Dibulatkan ke atas ke kelipatan Rp 100: Rp 393.500',
        en: 'Rounded up to Rp 100: Rp 393.500',
      },
      value: 393_500,
      confidence: 'inferred',
      citation: { law: 'PP 45/2015', article: 'Pasal 18 ayat (3)' },
      rounding: 'up',
    });
  });

  test('a cap is said to be rounded down', () => {
    const { trace } = indexation({ kind: 'wageCap', previous: rupiah(150), change: ratio(0) });
    expect(trace.parts[1]?.text).toEqual({
      id: 'Dibulatkan ke bawah ke kelipatan Rp 100: Rp 100',
      en: 'Rounded down to Rp 100: Rp 100',
    });
  });

  test('a fall of more than everything is refused by the function too', () => {
    expect(() => indexation({ kind: 'benefit', previous: rupiah(1), change: ratio(-2) })).toThrow(
      expect.objectContaining({ code: 'input.range', path: 'percent' }),
    );
  });
});
