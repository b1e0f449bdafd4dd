import { expect, test } from 'vitest';
import { maskedSample } from './masked-sample.ts';
import type { Cell } from './row.ts';

// biome-ignore format: aligned table of cases
test.each<[string, Cell, string]>([
  ['a NIK',                    '5304061708909001',            '53••••••••••••••'],
  ['a NIK as a number',        5304061708909000,              '53••••••••••••••'],
  ['a name',                   'Yohanes Seran Bria',          'Yo••••• Se••• Br••'],
  ['a date in words',          '17 Agustus 1990',             '17 ••••••• ••••'],
  ['a date',                   new Date('1990-08-17'),        '19••-••-••'],
  ['a short code',             'L',                           'L'],
  ['an RT',                    '004',                         '004'],
  ['nothing',                  null,                          ''],
])('%s', (_, cell, shown) => {
  expect(maskedSample(cell)).toBe(shown);
});
