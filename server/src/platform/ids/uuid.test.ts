import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createIdSource, newId } from './uuid.ts';

const instantOf = (id: string) => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);

describe('UUIDv7', () => {
  test('carries version 7, the RFC variant and the instant', () => {
    const id = createIdSource()(0x0190_a1b2_c3d4);
    expect(id).toMatch(/^0190a1b2-c3d4-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['the same millisecond',          1_000_000, 1_000_000],
    ['the next millisecond',          1_000_000, 1_000_001],
    ['a clock set back',              1_000_000,   999_000],
    ['a second on, across 16 bits',      65_535,    65_536],
    ['the last instant there is', 2 ** 48 - 2, 2 ** 48 - 1],
  ] as const)('grows: %s', (_, first, second) => {
    const source = createIdSource();
    expect(source(first) < source(second)).toBe(true);
  });

  test('grows whatever the clock does, and carries the latest instant it has shown', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 48 - 1 }), { minLength: 2 }), (instants) => {
        const source = createIdSource();
        let latest = 0;
        const ids = instants.map((now) => {
          latest = Math.max(latest, now);
          const id = source(now);
          expect(instantOf(id)).toBe(latest);
          return id;
        });
        expect(ids).toEqual([...new Set(ids)].sort());
      }),
    );
  });

  test('a million ids are distinct and in order', () => {
    let previous = '';
    for (let n = 0; n < 1_000_000; n += 1) {
      const id = newId();
      if (!(id > previous)) expect.fail(`${id} after ${previous}`);
      previous = id;
    }
  });

  test.each([-1, 1.5, Number.NaN, 2 ** 48])('refuses the instant %s', (now) => {
    expect(() => createIdSource()(now)).toThrow(RangeError);
  });
});
