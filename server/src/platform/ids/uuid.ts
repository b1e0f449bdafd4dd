import { randomFillSync } from 'node:crypto';

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Random bytes are drawn in bulk: one system call per id would cost ten times the id itself. */
const POOL_BYTES = 8_192;

/** 26 bits of counter: more ids in one millisecond than a process can make. */
const COUNTER_LIMIT = 2 ** 26;

/**
 * A source of UUIDv7 (RFC 9562 §5.7) whose ids only grow, also within one millisecond and when the clock is set back
 * (§6.2, method 1: a counter of 26 bits in `rand_a` and the head of `rand_b`; the last 48 bits are always random).
 * Ids that grow keep the primary-key indexes compact while a roster of a million rows is written.
 *
 * @returns a function from an instant (milliseconds since 1970; the system's clock when left out) to a lower-case id.
 *   An instant before the last one given counts as the last one.
 * @throws RangeError from that function if the instant is not an integer of 48 bits
 */
export function createIdSource(): (now?: number) => string {
  const pool = new Uint8Array(POOL_BYTES);
  let drawn = POOL_BYTES;
  let last = -1;
  let counter = 0;

  const take = (bytes: number): number => {
    if (drawn + bytes > POOL_BYTES) {
      randomFillSync(pool);
      drawn = 0;
    }
    drawn += bytes;
    return drawn - bytes;
  };
  const byteAt = (at: number) => pool[at] ?? 0;
  const hex = (byte: number) => HEX[byte & 0xff] ?? '';

  // Half of the range stays free above the seed, so that counting on never overflows in practice.
  const seed = () => {
    const at = take(4);
    return (
      ((byteAt(at) << 24) | (byteAt(at + 1) << 16) | (byteAt(at + 2) << 8) | byteAt(at + 3)) & 0x01ff_ffff
    );
  };

  return (now = Date.now()) => {
    if (!Number.isInteger(now) || now < 0 || now >= 2 ** 48) {
      throw new RangeError(`an id needs milliseconds since 1970 within 48 bits, got ${now}`);
    }
    if (now > last) {
      last = now;
      counter = seed();
    } else {
      counter += 1;
      if (counter === COUNTER_LIMIT) {
        last += 1;
        counter = seed();
      }
    }
    const high = Math.floor(last / 2 ** 16);
    const r = take(6);
    return (
      `${hex(high >>> 24) + hex(high >>> 16) + hex(high >>> 8) + hex(high)}-` +
      `${hex(last / 2 ** 8) + hex(last)}-` +
      `${hex(0x70 | (counter >>> 22)) + hex(counter >>> 14)}-` +
      `${hex(0x80 | ((counter >>> 8) & 0x3f)) + hex(counter)}-` +
      `${hex(byteAt(r)) + hex(byteAt(r + 1)) + hex(byteAt(r + 2))}` +
      `${hex(byteAt(r + 3)) + hex(byteAt(r + 4)) + hex(byteAt(r + 5))}`
    );
  };
}

/** A new id from the process's own source: see {@link createIdSource}. */
export const newId = createIdSource();
