import { createHash } from 'node:crypto';
import type { Json } from '@payung/law';

/** JSON with the keys of every object in order and nothing undefined, so that equal content has one text. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter((entry): entry is [string, Json] => entry[1] !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`);
  return `{${members.join(',')}}`;
}

/** SHA-256 of the canonical JSON, in hexadecimal: the address of an explanation. */
export function explanationHash(tree: Json): string {
  return createHash('sha256').update(canonicalJson(tree)).digest('hex');
}
