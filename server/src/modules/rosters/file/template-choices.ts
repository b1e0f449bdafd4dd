import type { FormColumn, TemplateKind } from './forms.ts';
import type { Field } from './header-words.ts';
import { opensidWords } from './opensid-codes.ts';

/** What the lists of a template are made of. */
export type TemplateTerms = Readonly<{
  /** Villages of the area it is for; empty when it is for no area. */
  villages: readonly Readonly<{ name: string; district: string; regency: string }>[];
  /** Names of occupations. */
  occupations: readonly string[];
}>;

/** A list to choose from. */
export type Choices = Readonly<{
  header: string;
  values: readonly string[];
  /** What the values stand for, where they are numbers. */
  words?: readonly string[];
  /** True when something else may be written as well. */
  open: boolean;
}>;

const MARITAL = ['Belum kawin', 'Kawin', 'Cerai hidup', 'Cerai mati'];
const SIPP_MARITAL = ['TK', 'K', 'D', 'C'];
const PROGRAMMES = ['JKK, JKM', 'JKK, JKM, JHT'];

/** The lists of a template by column; columns in which anything is written have none. */
export function choicesOf(
  kind: TemplateKind,
  columns: readonly FormColumn[],
  terms: TemplateTerms,
): ReadonlyMap<number, Choices> {
  return new Map(
    columns.flatMap(({ header, field }, column): [number, Choices][] => {
      const codes = kind === 'opensid' ? opensidWords(header) : undefined;
      if (codes !== undefined) {
        const known = codes.flatMap((word, at) => (word === null ? [] : [[String(at + 1), word] as const]));
        const values = known.map(([code]) => code);
        return [[column, { header, values, words: known.map(([, word]) => word), open: false }]];
      }
      const values = field === undefined ? [] : listOf(field, kind, terms);
      const open = field === 'occupation' || field === 'village' || field === 'district';
      return values.length === 0 ? [] : [[column, { header, values, open }]];
    }),
  );
}

function listOf(
  field: Field,
  kind: TemplateKind,
  { villages, occupations }: TemplateTerms,
): readonly string[] {
  const sorted = (names: readonly string[]) =>
    [...new Set(names)].toSorted((a, b) => a.localeCompare(b, 'id'));
  if (field === 'sex') return ['L', 'P'];
  if (field === 'marital') return kind === 'sipp' ? SIPP_MARITAL : MARITAL;
  if (field === 'decile') return Array.from({ length: 10 }, (_, at) => String(at + 1));
  if (field === 'occupation') return occupations;
  if (field === 'programmes') return PROGRAMMES;
  if (field === 'village') return sorted(villages.map(({ name }) => name));
  if (field === 'district') return sorted(villages.map(({ district }) => district));
  if (field === 'regency') return sorted(villages.map(({ regency }) => regency));
  return [];
}
