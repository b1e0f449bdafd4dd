import { month, type Rupiah, rupiah, sum } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, explanationHash } from './explanation.ts';
import { billNumber, billPrefix, type Incoming, settle, settledBy } from './model.ts';

// biome-ignore format: aligned table of cases
test.each([
  ['a kabupaten',                5304000000, 1,      'B-5304-202611-0001'],
  ['a village: its kabupaten',   5304012001, 12,     'B-5304-202611-0012'],
  ['a province',                 5300000000, 9_999,  'B-5300-202611-9999'],
  ['more than four digits',      5304000000, 10_000, 'B-5304-202611-10000'],
])('number of a bill: %s', (_, area, running, number) => {
  expect(billNumber(billPrefix(area, month('2026-11')), running)).toBe(number);
});

describe('settling bills with payments', () => {
  const owed = (amount: number) => new Map([['a', rupiah(amount)]]);
  const pay = (...amounts: number[]) => amounts.map((amount) => ({ amount: rupiah(amount), billId: 'a' }));

  // biome-ignore format: aligned table of cases
  test.each([
    // case                                owed  paid         verdicts                        left on the bill  excess
    ['exact',                              100, [100],       ['settled'],                     0,               0],
    ['one rupiah short',                   100, [99],        ['partial'],                     1,               0],
    ['one rupiah more',                    100, [101],       ['excess'],                      0,               1],
    ['in two parts',                       100, [60, 40],    ['partial', 'settled'],          0,               0],
    ['the second part is too much',        100, [60, 60],    ['partial', 'excess'],           0,               20],
    ['twice',                              100, [100, 100],  ['settled', 'excess'],           0,               100],
    ['already paid',                       0,   [100],       ['excess'],                      0,               100],
  ] as const)('%s', (_, amount, paid, expected, open, excess) => {
    const done = settle(pay(...paid), owed(amount));
    expect(done.map(({ verdict }) => verdict)).toEqual(expected);
    expect(done.at(-1)?.stillOpen).toBe(open);
    expect(sum(done.map((one) => one.excess))).toBe(excess);
  });

  test('a payment that names no bill we know waits as a whole', () => {
    for (const billId of [undefined, 'b'])
      expect(settle([{ amount: rupiah(7), billId }], owed(7))).toEqual([
        { verdict: 'unknown', shares: [{ billId: undefined, amount: 7 }], stillOpen: 0, excess: 7 },
      ]);
  });

  test('no rupiah is lost and no bill is overpaid', () => {
    const amount = fc.integer({ min: 1, max: 1_000 }).map(rupiah);
    const bills = fc.dictionary(
      fc.constantFrom('a', 'b', 'c'),
      fc.integer({ min: 0, max: 2_000 }).map(rupiah),
    );
    const incoming = fc.record({ amount, billId: fc.constantFrom('a', 'b', 'c', undefined) });
    fc.assert(
      fc.property(fc.array(incoming), bills, (payments: Incoming[], open: Record<string, Rupiah>) => {
        const owing = new Map(Object.entries(open));
        const done = settle(payments, owing);
        done.forEach(({ shares, excess }, n) => {
          expect(sum(shares.map((share) => share.amount))).toBe(payments[n]?.amount);
          expect(shares.every((share) => share.amount > 0)).toBe(true);
          expect(sum(shares.filter((share) => share.billId === undefined).map((share) => share.amount))).toBe(
            excess,
          );
        });
        for (const [billId, due] of owing) {
          const mine = payments.map((payment, n) => ({ payment, one: done[n] }));
          const paid = mine.flatMap(({ payment, one }) =>
            one !== undefined && payment.billId === billId ? [settledBy(one)] : [],
          );
          const offered = sum(payments.filter((one) => one.billId === billId).map((one) => one.amount));
          expect(sum(paid)).toBe(Math.min(due, offered));
        }
      }),
    );
  });
});

describe('address of an explanation', () => {
  test('does not depend on the order of keys, nor on what is undefined', () => {
    expect(explanationHash({ a: 1, b: [{ d: null, c: 'x' }], e: undefined })).toBe(
      explanationHash({ b: [{ c: 'x', d: null }], a: 1 }),
    );
  });

  test('canonical JSON is JSON of the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value as Parameters<typeof canonicalJson>[0]);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
