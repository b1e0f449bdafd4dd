import { addDays, day } from '@payung/kernel';
import type { OfficeHolding, VillageOffice } from '../../app/lists.ts';
import { codesOf, type Say } from '../../messages/index.ts';

/** Name of a body; one that came later is named as it is stored. */
export function bodyText(t: Say, body: string): string {
  const known = codesOf('body').find((one) => one === body);
  return known === undefined ? body : t(`body.${known}`);
}

/** Name of an office in the language of the page. */
export function officeText(language: 'id' | 'en', office: Pick<VillageOffice, 'nameId' | 'nameEn'>): string {
  return language === 'id' ? office.nameId : office.nameEn;
}

/** Whether a term is over by its decree, or ends within 60 days; undefined when neither, or when the decree names no end. */
export function termState(
  { termUntil }: Pick<OfficeHolding, 'termUntil'>,
  on: string,
): 'ending' | 'overdue' | undefined {
  if (termUntil === null) return undefined;
  if (termUntil <= on) return 'overdue';
  return termUntil <= addDays(day(on), 60) ? 'ending' : undefined;
}
