import type { Nik } from '@payung/identity';
import type { KnownPerson, PersonReading } from '../judge/index.ts';

/** What matching may know of a row. */
export function matchPersonOf(reading: PersonReading) {
  const nik: Nik | undefined = reading.nik.ok ? reading.nik.nik : undefined;
  return {
    nik,
    name: reading.normalised,
    birthDate: reading.birthDate,
    birthPrecision: reading.birthPrecision,
    sex: reading.sex,
    mother: reading.mother,
    village: reading.village,
  };
}

/** Where to look for a row that says neither number nor birth date. */
export function namesakesOf(reading: PersonReading): { village: number; nameKey: string }[] {
  const { nik, birthDate, village, faults } = reading;
  return nik.ok || birthDate !== undefined || village === undefined || faults.length > 0
    ? []
    : [{ village, nameKey: reading.normalised.text }];
}

export function idsOf(people: readonly KnownPerson[]): string[] {
  return people.map(({ personId }) => personId);
}
