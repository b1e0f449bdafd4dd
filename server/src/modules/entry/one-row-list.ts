import type { PersonInput } from './model.ts';

/** Where a village lies, by name. */
export interface VillageNames {
  readonly village: string;
  readonly district: string;
  readonly regency: string;
}

/** Headings that the reader of lists knows by heart. */
const headings = [
  'NIK',
  'Nama',
  'Tanggal Lahir',
  'L/P',
  'RT',
  'RW',
  'Desa',
  'Kecamatan',
  'Kabupaten',
  'Pekerjaan',
  'Nama Ibu',
  'No HP',
] as const;

/** The person as a list of one row, read by the same reader as any file: no other way leads into the register. */
export function oneRowList(person: PersonInput, place: VillageNames): Uint8Array {
  const row = [
    person.nik,
    person.name,
    person.birthDate,
    person.sex,
    person.rt,
    person.rw,
    place.village,
    place.district,
    place.regency,
    person.occupation,
    person.mother,
    person.phone,
  ];
  const lines = [headings, row].map((cells) => cells.map((cell) => quoted(cell ?? '')).join(';'));
  return new TextEncoder().encode(lines.join('\n'));
}

function quoted(text: string): string {
  return `"${text.replace(/\s+/g, ' ').trim().replaceAll('"', '""')}"`;
}
