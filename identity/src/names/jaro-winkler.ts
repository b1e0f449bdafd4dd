/**
 * Jaro-Winkler similarity of two words, 0 to 1: letters in common near the same place, with a bonus for up to four letters at
 * the beginning. Symmetric; 1 for equal words, 0 if one is empty.
 */
export function jaroWinkler(a: string, b: string): number {
  const end = a.length + b.length;
  if (end > units.length) units = new Uint16Array(end * 2);
  for (let i = 0; i < a.length; i++) units[i] = a.charCodeAt(i);
  for (let i = 0; i < b.length; i++) units[a.length + i] = b.charCodeAt(i);
  return jaroWinklerOf(units, 0, a.length, a.length, end);
}

/**
 * The same of two words that lie in one array of UTF-16 units: from `startA` to before `endA`, from `startB` to before `endB`.
 */
export function jaroWinklerOf(
  units: Uint16Array,
  startA: number,
  endA: number,
  startB: number,
  endB: number,
): number {
  const lengthA = endA - startA;
  const lengthB = endB - startB;
  if (lengthA === 0 || lengthB === 0) return 0;
  const shorter = Math.min(lengthA, lengthB);
  let prefix = 0;
  while (prefix < shorter && units[startA + prefix] === units[startB + prefix]) prefix++;
  if (prefix === lengthA && prefix === lengthB) return 1;
  // Matching is greedy and so may depend on which word goes first: always the same one does.
  const isInOrder =
    prefix === shorter ? lengthA < lengthB : (units[startA + prefix] ?? 0) < (units[startB + prefix] ?? 0);
  const fits = lengthA <= WORD && lengthB <= WORD;
  const of = fits ? jaroOfShort : jaroOfLong;
  const jaro = isInOrder ? of(units, startA, endA, startB, endB) : of(units, startB, endB, startA, endA);
  return jaro + Math.min(prefix, 4) * 0.1 * (1 - jaro);
}

/** Used again for each pair: nothing here keeps anything between two calls. */
let units = new Uint16Array(64);
/** Places are bits of a number. */
const WORD = 31;
/** For each unit, modulo 128, the places where the second word has it or one that shares its slot. All 0 between two calls. */
const places = new Int32Array(128);
const matchesA = new Uint8Array(WORD);

function jaroOfShort(units: Uint16Array, startA: number, endA: number, startB: number, endB: number): number {
  const lengthA = endA - startA;
  const lengthB = endB - startB;
  const reach = Math.max(0, (Math.max(lengthA, lengthB) >> 1) - 1);
  for (let j = 0; j < lengthB; j++) {
    const slot = (units[startB + j] ?? 0) & 127;
    places[slot] = (places[slot] ?? 0) | (1 << j);
  }
  let taken = 0;
  let common = 0;
  for (let i = 0; i < lengthA; i++) {
    const unit = units[startA + i] ?? 0;
    const until = Math.min(lengthB, i + reach + 1);
    const from = Math.max(0, i - reach);
    if (until <= from) continue;
    let open = (places[unit & 127] ?? 0) & ~taken & ((1 << until) - 1) & ~((1 << from) - 1);
    while (open !== 0) {
      const lowest = open & -open;
      if (units[startB + 31 - Math.clz32(lowest)] === unit) {
        taken |= lowest;
        matchesA[common++] = i;
        break;
      }
      open ^= lowest;
    }
  }
  for (let j = 0; j < lengthB; j++) places[(units[startB + j] ?? 0) & 127] = 0;
  if (common === 0) return 0;

  let outOfOrder = 0;
  for (let k = 0; k < common; k++) {
    const lowest = taken & -taken;
    if (units[startA + (matchesA[k] ?? 0)] !== units[startB + 31 - Math.clz32(lowest)]) outOfOrder++;
    taken ^= lowest;
  }
  return similarity(common, outOfOrder, lengthA, lengthB);
}

function jaroOfLong(units: Uint16Array, startA: number, endA: number, startB: number, endB: number): number {
  const lengthA = endA - startA;
  const lengthB = endB - startB;
  const reach = Math.max(0, Math.floor(Math.max(lengthA, lengthB) / 2) - 1);
  const matchedA = new Uint8Array(lengthA);
  const matchedB = new Uint8Array(lengthB);
  let common = 0;
  for (let i = 0; i < lengthA; i++) {
    const until = Math.min(lengthB, i + reach + 1);
    for (let j = Math.max(0, i - reach); j < until; j++) {
      if (matchedB[j] === 1 || units[startA + i] !== units[startB + j]) continue;
      matchedA[i] = 1;
      matchedB[j] = 1;
      common++;
      break;
    }
  }
  if (common === 0) return 0;

  let outOfOrder = 0;
  let j = 0;
  for (let i = 0; i < lengthA; i++) {
    if (matchedA[i] !== 1) continue;
    while (matchedB[j] !== 1) j++;
    if (units[startA + i] !== units[startB + j]) outOfOrder++;
    j++;
  }
  return similarity(common, outOfOrder, lengthA, lengthB);
}

function similarity(common: number, outOfOrder: number, lengthA: number, lengthB: number): number {
  return (common / lengthA + common / lengthB + (common - outOfOrder / 2) / common) / 3;
}
