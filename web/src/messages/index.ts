import { formatCount, type Language } from '@payung/kernel';
import { en } from './en.ts';
import { id } from './id.ts';

/** Every text of the pages, by key. The Indonesian catalogue is the first; the others must have the same keys. */
export type MessageKey = keyof typeof id;
export type Catalogue = Readonly<Record<MessageKey, string>>;

/** A further language is one more file and one more line here. */
export const catalogues: Readonly<Record<Language, Catalogue>> = { id, en };

/** The `{names}` in a text. */
type Names<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;

/** What a text needs to be told: nothing when it has no `{names}`. */
export type FactsOf<K extends MessageKey> = [Names<(typeof id)[K]>] extends [never]
  ? []
  : [facts: Readonly<Record<Names<(typeof id)[K]>, string | number>>];

/** Says `key` in one language. Numbers are grouped as that language groups them. */
export type Say = <K extends MessageKey>(key: K, ...facts: FactsOf<K>) => string;

/** The texts of `language`. */
export function sayIn(language: Language): Say {
  const catalogue = catalogues[language];
  return (key, ...[facts]) =>
    catalogue[key].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = (facts as Readonly<Record<string, string | number>> | undefined)?.[name];
      return typeof value === 'number' ? formatCount(value, language) : (value ?? whole);
    });
}
