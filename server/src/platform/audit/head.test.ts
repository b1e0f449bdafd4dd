import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprint } from './chain.ts';
import { formatHead, parseHead } from './head.ts';

const noted = { block: 12, fingerprint: '7Q2M-0AXK-9TRB-44ZD-PWCE' };

describe('a head copied from the minutes', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // as copied                                                                              read as
    ['Log audit Payung: blok 12, ditutup 20 November 2026 pukul 12.00 WITA, 1.234 catatan, sidik 7Q2M-0AXK-9TRB-44ZD-PWCE.', noted],
    ['Payung audit log: block 12, closed 20 November 2026 at 12:00, 1,234 entries, fingerprint 7Q2M-0AXK-9TRB-44ZD-PWCE.',   noted],
    ['12 7Q2M-0AXK-9TRB-44ZD-PWCE',            noted],
    ['12: 7q2m oaxk 9trb 44zd pwce',           noted],
    ['12, 7Q2M.0AXK.9TRB.44ZD.PWCE',           noted],
    ['7Q2M-0AXK-9TRB-44ZD-PWCE',               undefined],
    ['blok 12',                                undefined],
    ['blok 12, sidik 7Q2M-0AXK-9TRB-44ZD',     undefined],
    ['blok 12, sidik 7Q2M-0AXK-9TRB-44ZD-PWCU', undefined],
    ['',                                       undefined],
  ])('%s', (text, expected) => {
    expect(parseHead(text)).toEqual(expected);
  });

  test('is read back from every sentence we print, in both languages', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.integer({ min: 1, max: 2 ** 40 }),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.date({ min: new Date('2026-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        fc.constantFrom('id' as const, 'en' as const),
        (block, entries, hash, closedAt, language) => {
          const head = { block, entries, closedAt, fingerprint: fingerprint(hash) };
          expect(parseHead(formatHead(head, language))).toEqual({ block, fingerprint: head.fingerprint });
        },
      ),
    );
  });
});
