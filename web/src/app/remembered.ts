import type { Language } from '@payung/kernel';

const key = 'payung.language';

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
