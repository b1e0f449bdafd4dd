import { day } from '@payung/kernel';
import { bodyRows, type Result } from '@payung/law';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Address } from './address.ts';
import { amountAt, openQuestions, textsAt, valueAt } from './answer.ts';
import { filledIn } from './filled.ts';
import { type LossFilled, lossesIn, lossesText } from './losses.ts';
import { myEvent, myEvents, myOutcome, myProgrammes } from './my-case.ts';

const filled = (address: Address) => filledIn({ tanggal: '2026-05-10', ...address }, day('2026-11-26'));

function outcomeOf(address: Address, birth = '') {
  const outcome = myOutcome(filled(address), birth);
  if (outcome === undefined) throw new Error('nothing to ask');
  return outcome;
}

function answered(address: Address, birth = ''): Result {
  const outcome = outcomeOf(address, birth);
  if (outcome.state === 'invalid') throw new Error(`${outcome.error.code} at ${outcome.error.path}`);
  return outcome.trace;
}

describe('what a worker has', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                        address                                        lacks                        events
    ['BPU',                        { segmen: 'BPU' },                             ['JP', 'JKP'],               ['incapacity', 'lostLimb', 'savings', 'withdrawal']],
    ['PU of a large enterprise',   { segmen: 'PU', skala: 'large' },              [],                          ['incapacity', 'lostLimb', 'lostJob', 'savings', 'withdrawal', 'pension']],
    ['PU of a small enterprise',   { segmen: 'PU', skala: 'small' },              ['JP'],                      ['incapacity', 'lostLimb', 'lostJob', 'savings', 'withdrawal']],
    ['PU of a micro enterprise',   { segmen: 'PU', skala: 'micro' },              ['JHT', 'JP'],               ['incapacity', 'lostLimb', 'lostJob']],
    ['PU, JHT ticked alone',       { segmen: 'PU', skala: 'own', program: 'JHT' }, ['JKK', 'JKM', 'JP', 'JKP'], ['savings', 'withdrawal']],
    ['JAKON',                      { segmen: 'JAKON' },                           ['JHT', 'JP', 'JKP'],        ['incapacity', 'lostLimb']],
    ['PMI',                        { segmen: 'PMI' },                             ['JP', 'JKP'],               ['withdrawal']],
    ['nothing ticked',             { segmen: 'PU', skala: 'own', program: '' },   ['JKK', 'JKM', 'JHT', 'JP', 'JKP'], []],
  ] as const)('%s', (_, address, lacks, events) => {
    expect(myProgrammes(filled(address)).lacks).toEqual(lacks);
    expect(myEvents(filled(address))).toEqual(events);
  });

  test('JHT of BPU is a choice', () => {
    expect(myProgrammes(filled({ segmen: 'BPU' })).optional).toEqual(['JHT']);
  });

  test('an event of a programme that the worker lacks gives way to the first of theirs', () => {
    expect(myEvent(filled({ segmen: 'PU', kejadian: 'lostJob' }))).toBe('lostJob');
    expect(myEvent(filled({ segmen: 'BPU', kejadian: 'lostJob' }))).toBe('incapacity');
    expect(myOutcome(filled({ segmen: 'PU', skala: 'own', program: '' }), '')).toBeUndefined();
  });
});

const PU = { segmen: 'PU', upah: '4000000' } as const;

describe('what a worker gets', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                              address                                                                  at         amount
    ['two months without work, band 1',  {},                                                                     'total',   2_000_000],
    ['the 13th month is half',           { bulansakit: '13' },                                                   'total',   12_500_000],
    ['ten days alone',                   { bulansakit: '', harisakit: '10' },                                    'total',   333_333],
    ['a right index finger, 9 % of 80',  { ...PU, kejadian: 'lostLimb' },                                        'total',   28_800_000],
    ['of a left-handed worker, 7 %',     { ...PU, kejadian: 'lostLimb', kidal: '1' },                            'total',   22_400_000],
    ['half of its function, 4.5 %',      { ...PU, kejadian: 'lostLimb', hilang: '17:::50' },                     'total',   14_400_000],
    ['3 × 10 dB and a scalp of 20 %',    { ...PU, kejadian: 'lostLimb', hilang: '31:3|28::20' },                 'total',   121_600_000],
    ['a dismissal: 60 % for six months', { ...PU, kejadian: 'lostJob' },                                         'total',   14_400_000],
    ['new work after two months',        { ...PU, kejadian: 'lostJob', bulanjkp: '2' },                          'total',   4_800_000],
    ['a year more of JHT as BPU',        { kejadian: 'savings' },                                                'balance', 10_240_000],
    ['with a return of 5 %',             { ...PU, kejadian: 'savings', hasil: '5' },                             'balance', 10_500_000 + 12 * 228_000],
    ['30 % for housing after ten years', { kejadian: 'withdrawal', kepesertaan: '120' },                         'payable', 3_000_000],
    ['the whole after a resignation',    { ...PU, kejadian: 'withdrawal', alasanjht: 'resignation' },            'payable', 10_000_000],
    ['an old-age pension by the formula', { ...PU, kejadian: 'pension' },                                        'raw',     600_000],
  ] as const)('%s', (_, address, at, amount) => {
    expect(amountAt(answered(address).value, at)).toBe(amount);
  });

  test('days are marked as not settled', () => {
    expect(openQuestions([answered({ harisakit: '10' })]).map(({ id }) => id)).toEqual(['jkk.stmb_days']);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['every reason against JKP',  { ...PU, kejadian: 'lostJob', alasanphk: 'resignation', iur24: '6', kalijkp: '3', usiadaftar: '54', tanggalklaim: '2027-01-01' }, '',
      ['jkp.reason', 'jkp.contributionMonths', 'jkp.age', 'jkp.maxTimes', 'jkp.claimWindow']],
    ['a part too early, and again', { kejadian: 'withdrawal', pernah: '1' },                                            '', ['jht.partial.membership', 'jht.partial.once']],
    ['asked within the month',      { ...PU, kejadian: 'withdrawal', alasanjht: 'termination', diminta: '2026-05-20' }, '', ['jht.waiting']],
    ['not 56 yet',                  { kejadian: 'withdrawal', alasanjht: 'age56' },                                     '1971-01-01', ['jht.age']],
    ['too young for a pension',     { ...PU, kejadian: 'pension' },                                                     '1980-01-01', ['jp.pensionAge']],
  ] as const)('%s is a refusal', (_, address, birth, reasons) => {
    const { value } = answered(address, birth);
    expect(valueAt(value, 'eligible')).toBe(false);
    expect(textsAt(value, 'because')).toEqual(reasons);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['a month with a comma',                  { bulansakit: '1,5' },                                     'input.type months'],
    ['neither months nor days',               { bulansakit: '' },                                        'input.missing months'],
    ['no income',                             { penghasilan: '' },                                       'input.missing bpuIncome'],
    ['transport that is no amount',           { laut: 'banyak' },                                        'input.type sea'],
    ['no loss',                               { kejadian: 'lostLimb', hilang: '' },                      'input.range losses'],
    ['a row that the table lacks',            { kejadian: 'lostLimb', hilang: '99' },                    'input.range losses.0.row'],
    ['a scalp without the doctor’s percent',  { kejadian: 'lostLimb', hilang: '17|28' },                 'input.missing losses.1.percent'],
    ['more than the whole function',          { kejadian: 'lostLimb', hilang: '17:::101' },              'input.range losses.0.functionLossPercent'],
    ['more months than there are',            { ...PU, kejadian: 'lostJob', iur24: '25' },               'input.range contributionMonths24'],
    ['no months in a row under the old law',  { ...PU, kejadian: 'lostJob', tanggal: '2025-02-06', berturut: '' }, 'input.missing consecutiveMonths'],
    ['the age without a birth date',          { kejadian: 'withdrawal', alasanjht: 'age56' },            'input.missing birthDate'],
  ] as const)('%s is said beside the field', (_, address, at) => {
    const outcome = outcomeOf(address);
    expect(outcome.state === 'invalid' ? `${outcome.error.code} ${outcome.error.path}` : 'answered').toBe(at);
  });
});

describe('losses in the address', () => {
  const loss: fc.Arbitrary<LossFilled> = fc.record({
    row: fc.constantFrom(...bodyRows.map(({ row }) => row)),
    units: fc.string(),
    percent: fc.string({ unit: 'grapheme' }),
    functionLoss: fc.string(),
  });

  test('come back as they were typed, whatever was typed', () => {
    fc.assert(
      fc.property(fc.array(loss), (losses) => {
        const text = new URLSearchParams({ hilang: lossesText(losses) }).get('hilang') ?? '';
        expect(lossesIn(text)).toEqual(losses);
      }),
    );
  });
});
