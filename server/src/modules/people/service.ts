import { formatNikMasked, normaliseName, parseNik } from '@payung/identity';
import type { Day } from '@payung/kernel';
import { type Context, change, match, read, type Tx } from '#platform/context';
import { publish } from '#platform/facts';
import { holdsNik } from '#platform/log';
import { Refusal } from '#platform/refusal';
import type { SealedRecord } from '#platform/seal';
import type { Death } from './deaths.ts';
import { listMerges, type Merge } from './merges.ts';
import type { PeoplePage, PersonSummary, Residence, Work } from './model.ts';
import * as store from './store.ts';
import { listDeaths } from './store-deaths.ts';
import { canonicalOf, standsOtherwise } from './store-merges.ts';
import { completePrepared, insertPrepared } from './store-prepared.ts';
import { type Filling, listFillings } from './store-trace.ts';
import { keepCompletions } from './store-undoing.ts';

/** A person with what belongs to them, as far as the caller's scope shows it. */
export interface PersonFile {
  readonly person: PersonSummary;
  /** NIK with its middle hidden; null when the person has none. */
  readonly nikMasked: string | null;
  readonly residences: readonly Residence[];
  readonly work: readonly Work[];
  /** The record that speaks for this one; null when it speaks for itself, or when that one is outside the scope. */
  readonly mergedInto: PersonSummary | null;
  /** Records for which this one speaks, those in scope. */
  readonly merges: readonly Merge[];
  /** What was said of their death, what holds first; none while nobody said so, or out of the scope. */
  readonly deaths: readonly Death[];
  /** What lists filled in of them, the latest first; none to whoever sees them through a partner alone. */
  readonly fillings: readonly Filling[];
}

/**
 * Finds people by the beginning of a name or family name, or by a whole NIK. A NIK held by somebody outside the caller's
 * scope finds nobody.
 *
 * @throws Refusal auth.forbidden, people.searchTooShort
 */
export async function searchPeople(ctx: Context, query: string, after?: string): Promise<PeoplePage> {
  const nik = parseNik(query, { referenceDay: ctx.platform.clock.today() });
  if (nik.ok) {
    const hash = ctx.platform.sealer.blindIndex('nik', nik.nik);
    const holders = await match(ctx, 'people.read', (tx) => store.listHolders(tx, hash));
    const ids = holders.flatMap(({ personId, canonicalId }) => [personId, canonicalId]);
    const visible = await read(ctx, 'people.read', (tx) => store.listById(tx, ids));
    const byId = new Map(visible.map((person) => [person.personId, person]));
    // A merged record is found by its own number, and speaks for itself only to those who do not see the other.
    const people = holders.flatMap(
      ({ personId, canonicalId }) => byId.get(canonicalId) ?? byId.get(personId) ?? [],
    );
    return { people: [...new Set(people)], next: null };
  }
  const prefix = normaliseName(query).text;
  if (prefix.replaceAll(' ', '').length < 3) throw new Refusal('people.searchTooShort');
  const { people, next } = await read(ctx, 'people.read', (tx) =>
    store.listByName(tx, prefix, cursorOf(after)),
  );
  return { people, next: next === undefined ? null : next.join('|') };
}

function cursorOf(text: string | undefined): readonly [string, string] | undefined {
  const at = text?.lastIndexOf('|') ?? -1;
  return text === undefined || at < 0 ? undefined : [text.slice(0, at), text.slice(at + 1)];
}

/**
 * One person with residence and work; the NIK is masked.
 *
 * @throws Refusal auth.forbidden, people.notFound
 */
export async function getPerson(ctx: Context, personId: string): Promise<PersonFile> {
  return read(ctx, 'people.read', async (tx) => {
    const [person] = await store.listById(tx, [personId]);
    const envelope = await store.findEnvelope(tx, personId);
    if (person === undefined || envelope === undefined) throw new Refusal('people.notFound');
    const { nik } = ctx.platform.sealer.open(personId, envelope.sealed);
    const speaking = (await canonicalOf(tx, [personId])).get(personId);
    const [into] = speaking === undefined || !person.merged ? [] : await store.listById(tx, [speaking]);
    return {
      person,
      nikMasked: nik === undefined ? null : formatNikMasked(nik),
      residences: await store.listResidences(tx, personId),
      work: await store.listWork(tx, personId),
      mergedInto: into ?? null,
      merges: await listMerges(tx, personId),
      deaths: await listDeaths(tx, personId),
      fillings: await listFillings(tx, personId),
    };
  });
}

/**
 * Opens a person's envelope for somebody who says why. The reading itself is audited, in the same transaction: no entry,
 * no reading.
 *
 * @throws Refusal auth.forbidden, people.notFound, request.invalid when the reason itself holds a NIK
 */
export async function revealPerson(ctx: Context, personId: string, reason: string): Promise<SealedRecord> {
  if (holdsNik(reason)) throw new Refusal('request.invalid', { path: 'reason', problem: 'holdsNik' });
  return change(ctx, 'people.reveal', async (tx) => {
    const envelope = await store.findEnvelope(tx, personId);
    if (envelope === undefined) throw new Refusal('people.notFound');
    await tx.record({
      action: 'people.revealed',
      subjectKind: 'person',
      subjectId: personId,
      area: envelope.area,
      facts: { reason },
    });
    return ctx.platform.sealer.open(personId, envelope.sealed);
  });
}

/** Somebody else changed a person between check and acceptance; the transaction is to be undone and the check repeated. */
export class ChangedMeanwhile extends Error {}

/** Creates the new people of an accepted roster, completes those who had no NIK, and lets the partner see the known ones. Returns how many are new. */
export async function enrolPrepared(
  tx: Tx,
  rosterId: string,
  partnerId: string,
  startsOn: Day,
): Promise<number> {
  if (await standsOtherwise(tx, rosterId)) {
    throw new ChangedMeanwhile(
      'somebody known was merged or withdrawn, died, or has their NIK disputed, since the check',
    );
  }
  await keepCompletions(tx, rosterId);
  const created = await insertPrepared(tx, rosterId, partnerId, startsOn);
  const { wanted, done } = await completePrepared(tx, rosterId);
  if (done < wanted) throw new ChangedMeanwhile('somebody to be completed was changed since the check');
  if (created > 0) await publish(tx, 'people.recorded', { rosterId });
  return created;
}
