import type { Day } from '@payung/kernel';
import { maskText } from '#platform/log';
import type { Finding } from './finding.ts';
import type { ListedPerson } from './known-person.ts';
import type { PersonReading } from './read-person.ts';

/** What a list that records needs to say what is new. */
export interface RecordTerms {
  /** The day from which what the list says holds. */
  readonly from: Day;
  readonly villageName: (village: number) => string;
}

/** True of the reasons with which a list that records takes over somebody known. */
export function isListed(reason: string): boolean {
  return reason.startsWith('updated.') || listedReasons.has(reason);
}

const listedReasons = new Set(['known.listed', 'known.unchanged', 'known.notNewer']);

/** What a row says of the place and work of somebody known. */
export type RowSays = Pick<PersonReading, 'village' | 'rt' | 'rw' | 'occupation'>;

/**
 * What a list that records says newly of somebody known: the most important change, and the others; else that there is none.
 * What began on the day of the list or later is left as it is: the list is then no newer than what is known.
 *
 * @param says undefined when it is no longer known what the row says
 */
export function changesOf(
  now: ListedPerson,
  says: RowSays | undefined,
  { from, villageName }: RecordTerms,
): readonly [Finding, ...Finding[]] {
  if (says === undefined) return [{ code: 'known.listed', field: null, facts: {} }];
  const [place, work] = [placeChange(now, says, villageName), workChange(now, says)];
  const later = [place === undefined ? null : now.placeSince, work === undefined ? null : now.workSince];
  const notNewer = later.find((since) => since !== null && since >= from);
  const [first, ...others] = [
    ...(place === undefined || (now.placeSince ?? '') >= from ? [] : [place]),
    ...(work === undefined || (now.workSince ?? '') >= from ? [] : [work]),
    ...(notNewer == null
      ? []
      : [
          {
            code: 'known.notNewer',
            field: null,
            facts: { day: notNewer.split('-').reverse().join('-') },
          } as const,
        ]),
  ];
  return first === undefined ? [{ code: 'known.unchanged', field: null, facts: {} }] : [first, ...others];
}

function placeChange(
  now: ListedPerson,
  { village, rt, rw }: RowSays,
  villageName: RecordTerms['villageName'],
): Finding | undefined {
  if (village !== undefined && village !== now.village) {
    return {
      code: 'updated.village',
      field: 'village',
      facts: { before: villageName(now.village), now: villageName(village) },
    };
  }
  const differs = (said: string | undefined, known: string | null) => said !== undefined && said !== known;
  if (!differs(rt, now.rt) && !differs(rw, now.rw)) return undefined;
  const written = (one: string | null, two: string | null) => `${one ?? '–'}/${two ?? '–'}`;
  return {
    code: 'updated.rtRw',
    field: 'rt',
    facts: { before: written(now.rt, now.rw), now: written(rt ?? now.rt, rw ?? now.rw) },
  };
}

function workChange({ work }: ListedPerson, { occupation }: RowSays): Finding | undefined {
  const { code, text } = occupation;
  const same = (one: ListedPerson['work'][number]) =>
    one.occupation === code && (code !== 'other' || one.text.toLowerCase() === text.toLowerCase());
  if (text === '' || work.some(same)) return undefined;
  return {
    code: 'updated.work',
    field: 'occupation',
    facts: { before: maskText(work[0]?.text || '–'), now: maskText(text) },
  };
}
