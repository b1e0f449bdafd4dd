import { month, monthFromIndex, monthIndex } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain, run } from '../rules.ts';
import { bpuStanding, bpuStatus } from './bpu-status.ts';
import { membershipProgrammes } from './programmes.ts';

describe('programmes', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                    input                                             compulsory                      optional
    ['PU, micro',              { segment: 'PU', scale: 'micro' },                ['JKK', 'JKM'],                 []],
    ['PU, small',              { segment: 'PU', scale: 'small' },                ['JKK', 'JKM', 'JHT'],          []],
    ['PU, medium',             { segment: 'PU', scale: 'medium' },               ['JKK', 'JKM', 'JHT', 'JP'],    []],
    ['PU, large',              { segment: 'PU', scale: 'large' },                ['JKK', 'JKM', 'JHT', 'JP'],    []],
    ['BPU',                    { segment: 'BPU' },                               ['JKK', 'JKM'],                 ['JHT']],
    ['BPU, 64 years',          { segment: 'BPU', ageAtRegistration: 64 },        ['JKK', 'JKM'],                 ['JHT']],
    ['JAKON',                  { segment: 'JAKON' },                             ['JKK', 'JKM'],                 []],
    ['JAKON, 65 years',        { segment: 'JAKON', ageAtRegistration: 65 },      ['JKK', 'JKM'],                 []],
    ['PMI',                    { segment: 'PMI' },                               ['JKK', 'JKM'],                 ['JHT']],
    ['a scale says nothing of BPU', { segment: 'BPU', scale: 'large' },          ['JKK', 'JKM'],                 ['JHT']],
  ] as const)('%s', (_, input, compulsory, optional) => {
    expect(run('membership.programmes', input)).toEqual({ eligible: true, compulsory, optional });
  });

  test('the explanation says both lists in words, also the empty one', () => {
    const text = (input: Parameters<typeof membershipProgrammes>[0]) =>
      membershipProgrammes(input).trace.text.en;
    expect(text({ segment: 'JAKON' })).toBe('JAKON: compulsory JKK, JKM; optional –');
    expect(text({ segment: 'BPU' })).toBe('BPU: compulsory JKK, JKM; optional JHT');
  });

  test('BPU of 65 are refused, which rests on practice alone', () => {
    const { value, trace } = membershipProgrammes({ segment: 'BPU', ageAtRegistration: 65 });
    expect(value).toEqual({ eligible: false, because: ['bpu.age'] });
    expect(trace.settled).toBe(false);
    expect(trace.parts).toMatchObject([
      { id: 'membership.programmes', citation: { law: 'Perpres 109/2013', article: 'Pasal 6 ayat (3)' } },
      { id: 'membership.bpu_registration_age', value: 65, confidence: 'known' },
      { id: 'membership.bpu_age', otherwise: { eligible: true, optional: ['JHT'] } },
    ]);
    expect(membershipProgrammes({ segment: 'BPU', ageAtRegistration: 64 }).trace.settled).toBe(true);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // case                 input                                          code             path
    ['no segment',          {},                                            'input.missing', 'segment'],
    ['PU without a scale',  { segment: 'PU' },                             'input.missing', 'scale'],
    ['another scale',       { segment: 'PU', scale: 'huge' },              'input.range',   'scale'],
    ['an age as text',      { segment: 'BPU', ageAtRegistration: '65' },   'input.type',    'ageAtRegistration'],
  ])('%s', (_, input, code, path) => {
    expect(explain('membership.programmes', input)).toMatchObject({ answer: { error: { code, path } } });
  });
});

describe('BPU status', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                              last paid  as of      status      unpaid  arrears  payable
    ['paid in advance',                 '2026-06', '2026-04', 'active',    0,      0,       0],
    ['the current month is paid',       '2026-04', '2026-04', 'active',    0,      0,       0],
    ['one unpaid, across the year end', '2025-12', '2026-01', 'arrears',   1,      1,       1],
    ['three unpaid',                    '2025-11', '2026-02', 'arrears',   3,      3,       3],
    ['four unpaid',                     '2025-11', '2026-03', 'inactive',  4,      0,       1],
    ['years later',                     '2016-01', '2026-01', 'inactive',  120,    0,       1],
  ] as const)('%s', (_, lastPaid, asOf, status, unpaidMonths, arrearsMonths, payableMonthsMin) => {
    const { value, trace } = bpuStatus(month(lastPaid), month(asOf));
    expect(value).toEqual({ status, unpaidMonths, arrearsMonths, payableMonthsMin });
    // Cover of a death in arrears is open, but is not part of the answer.
    expect(trace.parts.some(({ kind }) => kind === 'uncertainty')).toBe(status === 'arrears');
    expect(trace.settled).toBe(true);
    expect(trace.parts[0]).toMatchObject({ id: 'membership.bpu_arrears_months', value: 3 });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // as of     law                 how sure
    ['2021-03', 'PP 44/2015',        'convention'],
    ['2021-04', 'Permenaker 5/2021', 'secondary'],
  ])('in %s the months are those of %s: %s', (asOf, law, confidence) => {
    const { trace } = bpuStatus(month('2021-01'), month(asOf));
    expect(trace.parts[0]).toMatchObject({ value: 3, citation: { law }, confidence });
  });

  test('what must be paid is never more than what is unpaid, nor than three months', () => {
    const months = fc
      .integer({ min: monthIndex(month('2015-07')), max: monthIndex(month('2040-12')) })
      .map(monthFromIndex);
    fc.assert(
      fc.property(months, months, (lastPaid, asOf) => {
        const { status, unpaidMonths, arrearsMonths, payableMonthsMin } = bpuStatus(lastPaid, asOf).value;
        expect(payableMonthsMin).toBeLessThanOrEqual(Math.min(unpaidMonths, 3));
        expect(arrearsMonths).toBeLessThanOrEqual(payableMonthsMin);
        expect(status === 'active').toBe(lastPaid >= asOf);
        expect(bpuStanding(lastPaid, asOf)).toEqual(bpuStatus(lastPaid, asOf).value);
      }),
    );
  });

  test('without an explanation there is no standing before the programme', () => {
    expect(bpuStanding(month('2015-05'), month('2015-06'))).toBeUndefined();
    expect(bpuStanding(month('2015-06'), month('2015-07'))).toMatchObject({ status: 'arrears' });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // case                       input                                         code               path
    ['paid before the programme', { lastPaid: '2015-06', asOf: '2015-07' },     'date.outOfRange', 'lastPaid'],
    ['asked before it',           { lastPaid: '2015-07', asOf: '2015-06' },     'date.outOfRange', 'asOf'],
    ['no current month',          { lastPaid: '2015-07' },                      'input.missing',   'asOf'],
  ])('%s', (_, input, code, path) => {
    expect(explain('membership.bpuStatus', input)).toMatchObject({ answer: { error: { code, path } } });
  });
});
