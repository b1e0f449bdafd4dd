import { parseNik } from '@payung/identity';
import { areaPlace, loadVillageIndex } from '#areas';
import { listCompared } from '#people';
import { type Context, holds, read } from '#platform/context';
import { watchProgress } from '#platform/jobs';
import { hasMessage, type Language, type Message, sayAlone } from '#platform/messages';
import { type Facts, Refusal } from '#platform/refusal';
import { getRoster, listRosterRows, type Roster, sendRoster } from '#rosters';
import type { EntryFor, NikCheck, PersonInput } from './model.ts';
import { oneRowList } from './one-row-list.ts';
import { findPersonOf } from './store.ts';

/** How the lists of one are called in the list of lists: nothing of the person stands there. */
const fileName = 'pendaftaran-satu-orang.csv';

/** How far a registration is, and what was found. */
export interface Entry {
  readonly roster: Roster;
  /** What the check found of the person; undefined until it has. */
  readonly row: Awaited<ReturnType<typeof listRosterRows>>['rows'][number] | undefined;
  /** The person, once recorded or found, if the scope shows them; null otherwise. */
  readonly personId: string | null;
}

/**
 * Registers one person: a list of one row, through the very check, review and acceptance of any list. Returns the id of that list;
 * `repeated` when the same person was sent for the same purpose before.
 *
 * @throws Refusal auth.forbidden, areas.notFound when `village` is none, and those of sendRoster
 */
export async function registerPerson(
  ctx: Context,
  person: PersonInput,
  wanted: EntryFor,
): Promise<{ rosterId: string; repeated: boolean }> {
  const place = await read(ctx, 'rosters.send', async (tx) => {
    const { area, parents } = await areaPlace(tx, person.village);
    const [regency, district] = parents.slice(-2);
    if (area.level !== 'village' || regency === undefined || district === undefined) {
      throw new Refusal('areas.notFound', { code: String(person.village) });
    }
    return { village: area.name, district: district.name, regency: regency.name };
  });
  const file = { fileName, content: oneRowList(person, place), policy: 'good_rows' } as const;
  return 'agreementId' in wanted
    ? sendRoster(ctx, { ...file, ...wanted })
    : sendRoster(ctx, {
        ...file,
        purpose: 'record',
        area: person.village,
        partnerId: wanted.partnerId,
        startsOn: ctx.platform.clock.today(),
      });
}

/** Waits for whatever is being done with the registration, `patience` milliseconds at most. */
export async function waitForEntry(ctx: Context, rosterId: string, patience: number): Promise<void> {
  const enough = AbortSignal.timeout(patience);
  for await (const { finished } of watchProgress(ctx, 'rosters.read', rosterId, enough)) {
    if (finished) return;
  }
}

/** How far it is. @throws Refusal auth.forbidden, rosters.notFound */
export async function getEntry(ctx: Context, rosterId: string): Promise<Entry> {
  const { roster } = await getRoster(ctx, rosterId);
  if (roster.checkedAt === null) return { roster, row: undefined, personId: null };
  const { rows } = await listRosterRows(ctx, rosterId, {});
  const row = rows.find(({ verdict }) => verdict !== 'ignored');
  const isSomebody = row?.verdict === 'known' || roster.state === 'accepted';
  return {
    roster,
    row,
    personId: row !== undefined && isSomebody ? await visiblePerson(ctx, rosterId, row.ordinal) : null,
  };
}

async function visiblePerson(ctx: Context, rosterId: string, ordinal: number): Promise<string | null> {
  if (!holds(ctx, 'people.read')) return null;
  const personId = await read(ctx, 'rosters.read', (tx) => findPersonOf(tx, rosterId, ordinal));
  if (personId === undefined) return null;
  const shown = await read(ctx, 'people.read', (tx) => listCompared(tx, [personId]));
  return shown.has(personId) ? personId : null;
}

/** Message of what was found of one person; an unknown code, of a later version, shows itself. */
export function textOfEntry(language: Language, code: string, facts: Facts): Message {
  return hasMessage(code) ? sayAlone(language, code, facts) : { text: code, remedy: '' };
}

/**
 * What a NIK says by its form: that it belongs to anybody nobody can tell from it, and this asks nobody.
 *
 * @throws Refusal auth.forbidden
 */
export async function checkNik(ctx: Context, text: string): Promise<NikCheck> {
  const villages = await read(ctx, 'rosters.send', loadVillageIndex);
  const reading = parseNik(text, { referenceDay: ctx.platform.clock.today() });
  if (!reading.ok) return { ok: false, ...textOfEntry(ctx.language, reading.reason, reading.facts) };
  const { birthDate, birthDates, sex, districtCode } = reading;
  const place = [...villages.byCode.values()].find(({ code }) => String(code).startsWith(districtCode));
  return {
    ok: true,
    birthDate: birthDate ?? birthDates[0] ?? ctx.platform.clock.today(),
    sex,
    issuedIn: place === undefined ? null : `${place.district}, ${place.regency}`,
  };
}
