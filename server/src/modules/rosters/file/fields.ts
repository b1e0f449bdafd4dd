import { type Field, HEADER_WORDS } from './header-words.ts';

/** Fields that a column can be said to hold; those of a branch's member file are read by the exchange alone. */
export const mappableFields = [
  'nik',
  'name',
  'birth_date',
  'birth_place',
  'birth',
  'sex',
  'sex_male',
  'sex_female',
  'village',
  'village_code',
  'district',
  'regency',
  'province',
  'dusun',
  'rt',
  'rw',
  'rt_rw',
  'address',
  'postal_code',
  'mother',
  'phone',
  'email',
  'occupation',
  'work_place',
  'work_hours',
  'wage',
  'marital',
  'family_role',
  'kk',
  'decile',
  'life',
  'no',
  'note',
] as const satisfies readonly Field[];
export type MappableField = (typeof mappableFields)[number];

/** True for a field that a mapping may name. */
export function isMappable(field: Field): field is MappableField {
  return (mappableFields as readonly Field[]).includes(field);
}

/** The heading we recommend for a field. */
export function recommendedHeader(field: Field): string {
  return HEADER_WORDS[field][0] ?? field;
}
