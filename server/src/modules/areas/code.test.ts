import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beyondOf, formatAreaCode, levelOf, parentOf, parseAreaCode } from './code.ts';

describe('area codes', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                    text              code           level       beyond         parent
    ['a province, short',                      '53',             5_300_000_000, 'province', 5_400_000_000, undefined],
    ['a kabupaten, dotted',                    '53.04',          5_304_000_000, 'regency',  5_305_000_000, 5_300_000_000],
    ['a kabupaten, ten digits',                '5304000000',     5_304_000_000, 'regency',  5_305_000_000, 5_300_000_000],
    ['a kota is numbered from 71',             '53.71',          5_371_000_000, 'regency',  5_372_000_000, 5_300_000_000],
    ['a kecamatan',                            '53.04.12',       5_304_120_000, 'district', 5_304_130_000, 5_304_000_000],
    ['a desa',                                 '53.04.01.2001',  5_304_012_001, 'village',  5_304_012_002, 5_304_010_000],
    ['the last kelurahan before the next kecamatan', '53.04.01.9999', 5_304_019_999, 'village', 5_304_020_000, 5_304_010_000],
    ['blanks around it',                       ' 53.04 ',        5_304_000_000, 'regency',  5_305_000_000, 5_300_000_000],
  ] as const)('%s', (_, text, code, level, beyond, parent) => {
    expect(parseAreaCode(text)).toBe(code);
    expect(levelOf(code)).toBe(level);
    expect(beyondOf(code)).toBe(beyond);
    expect(parentOf(code)).toBe(parent);
  });

  test.each([
    ['', 'nothing'],
    ['Belu', 'a name'],
    ['5304', 'four digits, which may be the BPS code of another kabupaten'],
    ['53.4', 'a part of one digit'],
    ['53.04.01.201', 'a village of three digits'],
    ['53.04.00.2001', 'a village of no kecamatan'],
    ['5300010000', 'a kecamatan of no kabupaten'],
    ['0304000000', 'a province that begins with zero'],
    ['53040000000', 'eleven digits'],
  ])('%j is no code: %s', (text) => {
    expect(parseAreaCode(text)).toBeUndefined();
  });

  test('what is written is what was read', () => {
    const code = fc
      .tuple(fc.integer({ min: 11, max: 96 }), fc.nat(99), fc.nat(99), fc.nat(9999))
      .map(([p, r, d, v]) => p * 1e8 + r * 1e6 + (r === 0 ? 0 : d * 1e4 + (d === 0 ? 0 : v)));
    fc.assert(fc.property(code, (at) => parseAreaCode(formatAreaCode(at)) === at));
  });
});
