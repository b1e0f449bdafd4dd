import { day } from '@payung/kernel';
import type { Result } from '@payung/law';
import { describe, expect, test } from 'vitest';
import type { Address } from './address.ts';
import { amountAt, ask, resultOf, textsAt, valueAt } from './answer.ts';
import { questionsOfCase } from './family-case.ts';
import { filledIn } from './filled.ts';
import { caseRequest } from './request.ts';
import { levelRuns, yearsOfChildren } from './scholarship-years.ts';

const filled = (address: Address) => filledIn({ tanggal: '2026-05-10', ...address }, day('2026-11-26'));

function answered(address: Address, births: readonly string[] = []): Result {
  const outcome = ask(caseRequest(filled(address), births));
  if (outcome.state === 'invalid') throw new Error(`${outcome.error.code} at ${outcome.error.path}`);
  return outcome.trace;
}

function fault(address: Address, births: readonly string[] = []) {
  const outcome = ask(caseRequest(filled(address), births));
  return outcome.state === 'invalid' ? `${outcome.error.code} ${outcome.error.path}` : 'answered';
}

const jkm = 42_000_000;
const jkk = 48_000_000 + 12_000_000 + 10_000_000;

describe('what a family gets', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                   address                                                              total
    ['a death, one child with 4 years of SD', {},                                                                  jkm + 81_000_000],
    ['no child',                              { anak: '' },                                                        jkm],
    ['33 months paid: no scholarship',        { masaiur: '33' },                                                   jkm],
    ['a member of two months: funeral only',  { kepesertaan: '2', anak: '' },                                      10_000_000],
    ['a work accident, band 1',               { peristiwa: 'workAccidentDeath', anak: '' },                        jkk],
    ['a work accident needs no period',       { peristiwa: 'workAccidentDeath', masaiur: '' },                     jkk + 81_000_000],
    ['a wage earner',                         { peristiwa: 'workAccidentDeath', segmen: 'PU', upah: '2000000', anak: '' }, 96_000_000 + 22_000_000],
    ['two employers, funeral once',           { segmen: 'PU', anak: '', jumlahkepesertaan: '2' },                                  2 * jkm - 10_000_000],
    ['a migrant worker during work',          { segmen: 'PMI' },                                                   85_000_000 + 81_000_000],
    ['a migrant worker who cannot leave',     { segmen: 'PMI', peristiwapmi: 'failedDeparture', anak: 'x' },       10_000_000],
    ['a balance of JHT',                      { anak: '', saldojht: '5000000' },                                   jkm + 5_000_000],
  ] as const)('%s', (_, address, total) => {
    expect(amountAt(answered(address).value, 'total')).toBe(total);
  });

  test('a pension is asked for a wage earner, with the kinds that the event brings', () => {
    const address = { segmen: 'PU', pensiun: 'widow', masajp: '180', upahjp: '4000000' } as const;
    expect(amountAt(answered(address).value, 'jpMonthly')).toBeUndefined();
    expect(resultOf(answered(address), 'benefit.jp.monthly')).toBeDefined();
    expect(resultOf(answered({ ...address, segmen: 'BPU' }), 'benefit.jp.monthly')).toBeUndefined();
    expect(
      resultOf(answered({ ...address, peristiwa: 'workAccidentTotalDisability' }), 'benefit.jp.monthly'),
    ).toBeUndefined();
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['a day that is not chosen yet',     { tanggal: '2026--' },                               [],             'input.missing date'],
    ['no months of membership',          { kepesertaan: '' },                                 [],             'input.missing membershipMonths'],
    ['no months paid',                   { masaiur: '' },                                     [],             'input.missing contributionMonths'],
    ['more years than the level has',    { anak: 'SD:1|SMA:6' },                              [],             'input.range children.1.yearsLeft'],
    ['a birth date that does not exist', {},                                                  ['2015-02-30'], 'input.format children.0.birthDate'],
    ['no employer at all',               { segmen: 'PU', jumlahkepesertaan: '0' },            [],             'input.range memberships'],
    ['work without its months',          { anak: 'PT:3::PU' },                                [],             'input.missing children.0.workMonths'],
    ['no income after an accident',      { peristiwa: 'workAccidentDeath', penghasilan: '' }, [],             'input.missing bpuIncome'],
  ] as const)('%s is said beside the field', (_, address, births, at) => {
    expect(fault(address, births)).toBe(at);
  });

  test('a membership that ended is a refusal', () => {
    const trace = answered({ aktif: '0' });
    expect(valueAt(trace.value, 'eligible')).toBe(false);
    expect(textsAt(trace.value, 'because')).toEqual(['membership.inactive']);
  });
});

describe('what is open about a case', () => {
  test('is said with the total under the other reading', () => {
    const trace = answered({ anak: 'SD:4|PT:5' }, ['', '2005-05-10']);
    expect(amountAt(trace.value, 'total')).toBe(jkm + 81_000_000 + 60_000_000);
    expect(questionsOfCase(trace).map(({ id, otherTotal }) => [id, otherTotal])).toEqual([
      ['scholarship.age_cut', jkm + 81_000_000 + 24_000_000],
    ]);
  });

  test('holds what is open about the case as a whole', () => {
    expect(
      questionsOfCase(answered({ segmen: 'PMI' })).map(({ id, otherTotal }) => [id, otherTotal]),
    ).toEqual([['pmi.scholarship_period', undefined]]);
  });

  test('leaves out the pension, which is not in the total', () => {
    const trace = answered({ segmen: 'PU', anak: '', pensiun: 'widow', masajp: '180', upahjp: '4000000' });
    expect(trace.settled).toBe(false);
    expect(questionsOfCase(trace)).toEqual([]);
  });
});

describe('the years of a scholarship', () => {
  test('are those that the law counts, level by level', () => {
    const [years = []] = yearsOfChildren(filled({ anak: 'SMP:2' }), []);
    expect(
      levelRuns(years).map(({ level, perYear, years }) => [level, perYear, years.length, years[0]?.offset]),
    ).toEqual([
      ['SMP', 2_000_000, 2, 0],
      ['SMA', 3_000_000, 3, 2],
      ['PT', 12_000_000, 5, 5],
    ]);
  });

  test('sum to what is left for the child', () => {
    const address = { anak: 'belowSchool|SMA:3' };
    const all = resultOf(answered(address), 'benefit.scholarship');
    const sums = yearsOfChildren(filled(address), []).map((years) =>
      levelRuns(years).reduce((sum, { perYear, years }) => sum + perYear * years.length, 0),
    );
    const children = all?.parts.filter((part) => part.kind === 'result') ?? [];
    expect(sums).toEqual(children.map(({ value }) => amountAt(value, 'remaining')));
    expect(sums).toEqual([87_000_000, 69_000_000]);
  });

  test('beyond the age limit are marked', () => {
    const [years = []] = yearsOfChildren(filled({ anak: 'PT:5' }), ['2005-05-10']);
    // 21 in the year of the claim: the 23rd birthday is the day of the third claim.
    expect(years.map(({ isPastAge }) => isPastAge)).toEqual([false, false, true, true, true]);
  });
});
