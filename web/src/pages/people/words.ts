import { parseDay, partsOf } from '@payung/kernel';
import type { Person } from '../../app/api.ts';
import type { Say } from '../../messages/index.ts';
import type { Formats } from '../../ui/format.ts';

/** A day of birth as far as it is known: the day, the month, or the year. */
export function birthText(
  format: Pick<Formats, 'day' | 'month'>,
  person: Pick<Person, 'birthDate' | 'birthPrecision'>,
): string {
  const { birthDate, birthPrecision } = person;
  const read = birthDate === null ? undefined : parseDay(birthDate);
  if (read === undefined) return '–';
  if (birthPrecision === 'year') return String(partsOf(read).year);
  return birthPrecision === 'month' ? format.month(read.slice(0, 7)) : format.day(read);
}

/** Man or woman; a dash when not known. */
export function sexText(t: Say, sex: Person['sex']): string {
  return sex === null ? '–' : t(`sex.${sex}`);
}
