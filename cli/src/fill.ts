import { formatCount } from '@payung/kernel';
import type { Language } from '@payung/server/local';

/** Puts facts into `{name}` places; numbers are written with the language's separators. */
export function fill(
  pattern: string,
  language: Language,
  facts: Readonly<Record<string, string | number>> = {},
): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const fact = facts[name];
    if (fact === undefined) return whole;
    return typeof fact === 'number' ? formatCount(fact, language) : fact;
  });
}
