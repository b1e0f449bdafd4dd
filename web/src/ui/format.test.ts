import { describe, expect, test } from 'vitest';
import { areaCodeText, formatsIn } from './format.ts';

const id = formatsIn('id');
const en = formatsIn('en');

describe('numbers and dates', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // what                              Indonesian                            English
    ['a count',                          (f: typeof id) => f.count(1_054_194), '1.054.194', '1,054,194'],
    ['money, the same in both',          (f: typeof id) => f.money(93_206_400), 'Rp 93.206.400', 'Rp 93.206.400'],
    ['a day',                            (f: typeof id) => f.day('2026-08-17'), '17 Agustus 2026', '17 August 2026'],
    ['no day',                           (f: typeof id) => f.day(null), '–', '–'],
    ['the last day of a half-open span', (f: typeof id) => f.lastBefore('2027-01-01'), '31 Desember 2026', '31 December 2026'],
    ['a month',                          (f: typeof id) => f.month('2026-03'), 'Maret 2026', 'March 2026'],
    ['a published month',                (f: typeof id) => f.period('2025-05'), 'Mei 2025', 'May 2025'],
    ['a published year stays a year',    (f: typeof id) => f.period('2024'), '2024', '2024'],
    ['words of the source stay words',   (f: typeof id) => f.period('tidak disebut'), 'tidak disebut', 'tidak disebut'],
    ['a percentage',                     (f: typeof id) => f.percent(42.47), '42,47%', '42.47%'],
    ['an instant, in WITA',              (f: typeof id) => f.instant('2026-11-20T16:30:00.000Z').slice(0, 16), '21 November 2026', '21 November 2026'],
  ] as const)('%s', (_, show, indonesian, english) => {
    expect([show(id), show(en)]).toEqual([indonesian, english]);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['a province',  5_300_000_000, '53'],
    ['a kabupaten', 5_304_000_000, '53.04'],
    ['a kecamatan', 5_304_010_000, '53.04.01'],
    ['a village',   5_304_012_001, '53.04.01.2001'],
    ['a kabupaten whose number ends in zero', 5_310_000_000, '53.10'],
  ])('the code of %s is written as Kemendagri writes it', (_, code, text) => {
    expect(areaCodeText(code)).toBe(text);
  });
});
