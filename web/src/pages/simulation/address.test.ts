import { day } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAddress } from './address.ts';
import { type ChildFilled, childrenIn, childrenText, newChild } from './children.ts';
import { changedAddress, filledIn } from './filled.ts';

const today = day('2026-11-26');

describe('the address', () => {
  test('holds nothing that is not asked for', () => {
    expect(readAddress({ upah: '1', nik: '5304010101010001', bulan: 5, nama: 'Ina' })).toEqual({ upah: '1' });
  });

  test('keeps a field that was cleared, and shows an example in one that was never touched', () => {
    const filled = filledIn(readAddress({ penghasilan: '' }), today);
    expect(filled.penghasilan).toBe('');
    expect(filled.upah).toBe('3000000');
  });

  test('says the months and the days after any change, so that it shows the same next year', () => {
    const address = changedAddress({}, today, { jht: '1' });
    const days = { tanggal: '2026-11-26', diminta: '2026-11-26' };
    expect(address).toEqual({ bulan: '2026-11', sampai: '2026-11', ...days, jht: '1' });
    expect(filledIn(address, day('2028-01-05'))).toEqual(filledIn({ jht: '1' }, today));
  });
});

describe('children in the address', () => {
  const child: fc.Arbitrary<ChildFilled> = fc.record({
    level: fc.constantFrom('belowSchool', 'TK', 'SD', 'PT'),
    yearsLeft: fc.string(),
    married: fc.boolean(),
    work: fc.constantFrom('none', 'PU', 'BPU'),
    workMonths: fc.string({ unit: 'grapheme' }),
  });

  test('come back as they were typed, whatever was typed', () => {
    fc.assert(
      fc.property(fc.array(child), (children) => {
        const text = childrenText(children);
        expect(childrenIn(new URLSearchParams({ anak: text }).get('anak') ?? '')).toEqual(children);
      }),
    );
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['',             []],
    ['SD:4',         [{ ...newChild, yearsLeft: '4' }]],
    ['SMA:2:1',      [{ ...newChild, level: 'SMA', yearsLeft: '2', married: true }]],
    ['PT:3::PU:7',   [{ ...newChild, level: 'PT', yearsLeft: '3', work: 'PU', workMonths: '7' }]],
    ['SD:%E0%A4%A',  [{ ...newChild, yearsLeft: '%E0%A4%A' }]],
  ] as const)('%s', (text, children) => {
    expect(childrenIn(text)).toEqual(children);
  });
});
