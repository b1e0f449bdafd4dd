// FNV-1a, and a last mixing, since its low bits alone are poor.
export const BASIS = 0x811c9dc5 | 0;
export const PRIME = 0x01000193;

/** A number from 1 to 2³¹ − 1 for the UTF-16 units from `start` to before `end`; 0 for none. */
export function hashUnits(units: Uint16Array, start: number, end: number): number {
  if (end <= start) return 0;
  let hash = BASIS;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ (units[i] ?? 0), PRIME);
  return finished(hash);
}

/** The same of a text. */
export function hashText(text: string): number {
  if (text === '') return 0;
  let hash = BASIS;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
  return finished(hash);
}

export function finished(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) & 0x7fff_ffff || 1;
}
