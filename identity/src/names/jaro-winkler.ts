/**
 * Jaro-Winkler similarity of two words, 0 to 1: letters in common near the same place, with a bonus for up to four letters at
 * the beginning. Symmetric; 1 for equal words, 0 if one is empty.
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return a.length > 0 ? 1 : 0;
  // Matching is greedy and so may depend on which word goes first: always the same one does.
  const [first, second] = a < b ? [a, b] : [b, a];
  const jaro = jaroOf(first, second);
  let prefix = 0;
  while (prefix < 4 && prefix < first.length && first.charCodeAt(prefix) === second.charCodeAt(prefix))
    prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

function jaroOf(a: string, b: string): number {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const matchedA = new Uint8Array(a.length);
  const matchedB = new Uint8Array(b.length);
  let common = 0;
  for (let i = 0; i < a.length; i++) {
    const until = Math.min(b.length, i + reach + 1);
    for (let j = Math.max(0, i - reach); j < until; j++) {
      if (matchedB[j] === 1 || a.charCodeAt(i) !== b.charCodeAt(j)) continue;
      matchedA[i] = 1;
      matchedB[j] = 1;
      common++;
      break;
    }
  }
  if (common === 0) return 0;

  let outOfOrder = 0;
  let j = 0;
  for (let i = 0; i < a.length; i++) {
    if (matchedA[i] !== 1) continue;
    while (matchedB[j] !== 1) j++;
    if (a.charCodeAt(i) !== b.charCodeAt(j)) outOfOrder++;
    j++;
  }
  return (common / a.length + common / b.length + (common - outOfOrder / 2) / common) / 3;
}
