import { day, rupiah } from '@payung/kernel';
import { describe, expect, test } from 'vitest';
import { listParameters } from '../parameters.ts';
import { findOpenQuestion } from '../register/open-questions.ts';
import { PERMENAKER_1_2025_DAY } from '../register/permenaker-1-2025.ts';
import { asKnownOn } from './belief.ts';
import { isDoubtful, unsettledDay, unsettledDayText } from './unsettled-day.ts';

const page = 'https://example.org/1';
const change = unsettledDay('PP 1/2020', {
  placeholder: '2020-03-01',
  question: 'U-01',
  doubtful: [
    ['2020-02-01', '2020-03-31', {}],
    ['2020-02-24', '2020-03-31', { page, known: '2026-11-26' }],
  ],
});

describe('the doubtful days', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                   on            as known on    doubtful
    ['the day before the first',             '2020-02-23', '2026-11-26', false],
    ['the first',                            '2020-02-24', '2026-11-26', true],
    ['the last',                             '2020-03-31', '2026-11-26', true],
    ['the day after the last',               '2020-04-01', '2026-11-26', false],
    ['before they were narrowed: the first', '2020-02-01', '2026-11-25', true],
    ['… and the day before it',              '2020-01-31', '2026-11-25', false],
  ])('%s', (_, on, known, doubtful) => {
    expect(asKnownOn(day(known), () => isDoubtful(change, day(on)))).toBe(doubtful);
  });

  test('are what is known last, with the page, when nobody asks for an earlier day', () => {
    expect(change.doubtful).toEqual({ first: '2020-02-24', last: '2020-03-31', page });
  });

  test('must have been known from the beginning', () => {
    const late = unsettledDay('PP 1/2020', {
      placeholder: '2020-03-01',
      question: 'U-01',
      doubtful: [['2020-02-24', '2020-03-31', { known: '2026-11-26' }]],
    });
    expect(() => asKnownOn(day('2026-11-25'), () => late.doubtful)).toThrow(RangeError);
  });
});

test('the text names the days and the other result, or what it depends on', () => {
  const dependsOn = { id: 'bergantung pada upah', en: 'it depends on the wage' };
  expect(unsettledDayText(change, rupiah(10_000), dependsOn).id).toBe(
    'Hari mulai berlakunya PP 1/2020 belum dipastikan: 24 Februari 2020 sampai dengan 31 Maret 2020 dapat berlaku aturan lama atau baru. Menurut tafsir lain: Rp 10.000',
  );
  expect(unsettledDayText(change, null, dependsOn).en).toContain(
    'Under the other reading: it depends on the wage',
  );
});

test('every value of Permenaker 1/2025 stands on its day and names its question', () => {
  const rows = listParameters().flatMap(({ id, rows }) => rows.map((row) => ({ id, ...row })));
  const open = rows.filter(({ dayQuestion }) => dayQuestion === PERMENAKER_1_2025_DAY.question);
  expect(open.map(({ id }) => id)).toEqual([
    'claim.heirs.court_determination',
    'claim.heirs.notarial_will',
    'jkm.bpu.min_months_full_benefit',
    'jkm.late_compensation.rate',
    'jkm.memberships.funerals',
    'scholarship.months_at_work',
  ]);
  expect(new Set(open.map(({ from }) => from))).toEqual(new Set([PERMENAKER_1_2025_DAY.placeholder]));
  expect(findOpenQuestion('jkm.permenaker_1_2025_day')?.id).toBe(PERMENAKER_1_2025_DAY.question);
});
