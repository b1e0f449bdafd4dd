/** Smaller arrays are copied to a worker sooner than shared. */
const LARGE = 1 << 14;

/**
 * Zeros, in memory that workers share instead of copying it, where there is such memory: browsers have it only for pages that
 * are isolated.
 */
export function sharedInts(length: number): Int32Array {
  return length < LARGE || typeof SharedArrayBuffer === 'undefined'
    ? new Int32Array(length)
    : new Int32Array(new SharedArrayBuffer(length * Int32Array.BYTES_PER_ELEMENT));
}

/** The first units of an array, in such memory. */
export function sharedUnits(units: Uint16Array, length: number): Uint16Array {
  const own =
    length < LARGE || typeof SharedArrayBuffer === 'undefined'
      ? new Uint16Array(length)
      : new Uint16Array(new SharedArrayBuffer(length * Uint16Array.BYTES_PER_ELEMENT));
  own.set(units.subarray(0, length));
  return own;
}
