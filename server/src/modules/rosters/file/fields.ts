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
export function isMappable(field: string): field is MappableField {
  return (mappableFields as readonly string[]).includes(field);
}

/** The heading we recommend for a field. */
export function recommendedHeader(field: Field): string {
  return HEADER_WORDS[field][0] ?? field;
}

/**
 * What for a field is needed: to record somebody (with village, and sex or birth date), to enrol them, or for the branch to take
 * them; fields left out are never needed.
 */
export const fieldNeeds: Readonly<Partial<Record<Field, 'record' | 'enrol' | 'export'>>> = {
  name: 'record',
  village: 'record',
  nik: 'enrol',
  birth_date: 'enrol',
  sex: 'export',
  birth_place: 'export',
  mother: 'export',
  occupation: 'export',
  work_place: 'export',
  address: 'export',
};
