import { day } from '@payung/kernel';
import { describe, expect, test } from 'vitest';
import { checkAgainst, type NikClaims } from './check.ts';
import { parseNik } from './parse.ts';

describe('a NIK beside the other columns', () => {
  const born = (text: string): NikClaims => ({ birthDate: day(text) });
  // biome-ignore format: aligned table of cases
  test.each<[string, string, NikClaims, readonly [string, unknown][]]>([
    // case                                    NIK                 claims                                  warnings
    ['nothing claimed',                        '5371011708909001', {},                                     []],
    ['all agree',                              '5371011708909001', { ...born('1990-08-17'), sex: 'L', regencyCode: '5371' }, []],
    ['the other century is agreement too',     '5371011708109001', born('1910-08-17'),                     []],
    ['day and month swapped',                  '5371011108909001', born('1990-11-08'),                     [['nik.birthDateDiffers', { difference: 'swapped' }]]],
    ['another day',                            '5371011708909001', born('1990-08-18'),                     [['nik.birthDateDiffers', { difference: 'day' }]]],
    ['another month',                          '5371011708909001', born('1990-09-17'),                     [['nik.birthDateDiffers', { difference: 'month' }]]],
    ['another year',                           '5371011708909001', born('1991-08-17'),                     [['nik.birthDateDiffers', { difference: 'year' }]]],
    ['quite another date',                     '5371011708909001', born('1975-01-02'),                     [['nik.birthDateDiffers', { difference: 'several' }]]],
    ['a family card issued in 2008',           '5371011203089001', born('1975-01-02'),                     [['nik.birthDateDiffers', { difference: 'several' }], ['nik.looksLikeKk', { year: 2008 }]]],
    ["a woman's NIK with a man's sex",         '5371015708909001', { sex: 'L' },                           [['nik.sexDiffers', { nik: 'P', given: 'L' }]]],
    ['a child, not a card, of that very date', '5371011203089001', born('2008-03-12'),                    []],
    ['from Belu, lives in Malaka',             '5304060101709001', { regencyCode: '5321' },                [['nik.regencyBeforeSplit', { regencyCode: '5304', residence: '5321' }]]],
    ['from Malaka, lives in Belu',             '5321010101709001', { regencyCode: '5304' },                [['nik.otherRegency', { regencyCode: '5321', residence: '5304' }]]],
    ['from Java: said when it was read',       '3578011708909001', { regencyCode: '5304' },                []],
  ])('%s', (_, nik, claims, warnings) => {
    const reading = parseNik(nik, { referenceDay: day('2026-11-20') });
    if (!reading.ok) throw new Error(reading.reason);
    expect(checkAgainst(reading, claims).map(({ code, facts }) => [code, facts])).toEqual(warnings);
  });
});
