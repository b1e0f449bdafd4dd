import { formatCount, type Language } from '@payung/kernel';
import { en } from './en/index.ts';
import { id } from './id/index.ts';

/** Every text of the pages, by key. The Indonesian catalogue is the first; the others must have the same keys. */
export type MessageKey = keyof typeof id;
export type Catalogue = Readonly<Record<MessageKey, string>>;

/** A further language is one more folder and one more line here. */
export const catalogues: Readonly<Record<Language, Catalogue>> = { id, en };

/** The codes of a family of words: `vulnerable`, `bpd` and so on for `group`. */
type CodeOf<Family extends string> = {
  [K in MessageKey]: K extends `${Family}.${infer Code}` ? Code : never;
}[MessageKey];

/** The codes of a family of words, in the order of the catalogue; that is also their order in forms. */
export function codesOf<Family extends string>(
  family: Family,
): readonly [CodeOf<Family>, ...CodeOf<Family>[]] {
  const prefix = `${family}.`;
  const codes = Object.keys(id)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length) as CodeOf<Family>);
  // A family that the catalogue does not have is `never` to the compiler.
  return codes as [CodeOf<Family>, ...CodeOf<Family>[]];
}

/** The `{names}` in a text. */
type Names<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;

/** What a text needs to be told: nothing when it has no `{names}`. */
type FactsOf<K extends MessageKey> = [Names<(typeof id)[K]>] extends [never]
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
