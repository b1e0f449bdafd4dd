import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, type Span, span, spanContains, spansOverlap, spanThrough } from './index.ts';

const march = span(day('2026-03-01'), day('2026-04-01'));

test.each([
  ['the day before', '2026-02-28', false],
  ['the first day', '2026-03-01', true],
  ['the last day', '2026-03-31', true],
  ['the day it ends', '2026-04-01', false],
])('%s: %s in March is %s', (_, date, contained) => {
  expect(spanContains(march, day(date))).toBe(contained);
});

test('"sampai dengan" includes the last day', () => {
  expect(spanThrough(day('2026-03-01'), day('2026-03-31'))).toEqual(march);
});

test('an open span contains the last of all days', () => {
  expect(spanContains(span(day('2026-03-01')), day('2200-12-31'))).toBe(true);
});

test('a span without a day is refused', () => {
  expect(() => span(day('2026-03-01'), day('2026-03-01'))).toThrow(RangeError);
  expect(() => spanThrough(day('2026-03-01'), day('2026-02-28'))).toThrow(RangeError);
});

describe('overlap', () => {
  test('spans that only touch do not overlap', () => {
    expect(spansOverlap(march, span(day('2026-04-01')))).toBe(false);
    expect(spansOverlap(march, spanThrough(day('2026-03-31'), day('2026-04-30')))).toBe(true);
  });

  test('means that some day lies in both, whichever comes first', () => {
    const start = day('2026-01-01');
    const spans = fc.tuple(fc.nat({ max: 9 }), fc.option(fc.integer({ min: 1, max: 9 }))).map(
      ([from, length]): Span => ({
        from: addDays(start, from),
        until: length === null ? undefined : addDays(start, from + length),
      }),
    );
    const window = Array.from({ length: 20 }, (_, n) => addDays(start, n));
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const shared = window.some((date) => spanContains(a, date) && spanContains(b, date));
        expect(spansOverlap(a, b)).toBe(shared);
        expect(spansOverlap(b, a)).toBe(shared);
      }),
    );
  });
});
