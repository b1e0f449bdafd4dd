import type { Language } from '@payung/kernel';

const key = 'payung.language';
const exampleKey = 'payung.example';

/** The language chosen in this browser; Indonesian when none was, or when the browser keeps nothing. */
export function rememberedLanguage(): Language {
  try {
    return localStorage.getItem(key) === 'en' ? 'en' : 'id';
  } catch {
    return 'id';
  }
}

/** Keeps the choice for the next visit, where the browser allows it. */
export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    // A private window may refuse; the choice then lasts as long as the page.
  }
}

/** Whether this server held the example when it last said so; undefined when it never did, or when the browser keeps nothing. */
export function rememberedExample(): boolean | undefined {
  try {
    const kept = localStorage.getItem(exampleKey);
    return kept === null ? undefined : kept === 'true';
  } catch {
    return undefined;
  }
}

/** Keeps what the server said for the next visit, so that the page need not make room for its banner afterwards. */
export function rememberExample(example: boolean): void {
  try {
    localStorage.setItem(exampleKey, String(example));
  } catch {
    // The banner then comes with the answer.
  }
}
