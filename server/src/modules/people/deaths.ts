import type { Day } from '@payung/kernel';
import { scopeHasArea } from '#platform/access';
import { type Context, change, type Tx } from '#platform/context';
import { publish } from '#platform/facts';
import { newId } from '#platform/ids';
import { holdsNik } from '#platform/log';
import { Refusal } from '#platform/refusal';
import {
  findSubject,
  holdPeople,
  insertDeath,
  isCertifiedOutside,
  type Subject,
  setDiedOn,
  withdrawStanding,
} from './store-deaths.ts';
import { canonicalOf, lockMerges } from './store-merges.ts';

/** Papers that certify a death; each has a number. */
const certificates = ['civil_certificate', 'village_letter', 'hospital_letter'] as const;

/** What a death may rest on: a certificate of the civil registry (akta kematian), a letter of the village or of a hospital, or a word. */
export const deathEvidence = [...certificates, 'bpjs_report', 'partner_report', 'family_report'] as const;
export type DeathEvidence = (typeof deathEvidence)[number];

/** Whether an official paper says so, or somebody's word. */
export function certifies(evidence: DeathEvidence): boolean {
  return (certificates as readonly DeathEvidence[]).includes(evidence);
}

/** What was said of a death, and what became of it. */
export interface Death {
  readonly deathId: string;
  readonly diedOn: Day;
  readonly evidence: DeathEvidence;
  /** An official paper says so; false when it is only reported. */
  readonly certified: boolean;
  /** Number of the paper; null where there is none. */
  readonly reference: string | null;
  readonly note: string | null;
  readonly by: string;
  readonly at: string;
  /** Null while it stands. */
  readonly withdrawn: { readonly by: string; readonly at: string; readonly reason: string } | null;
}

export interface DeathInput {
  readonly personId: string;
  readonly diedOn: Day;
  readonly evidence: DeathEvidence;
  /** Number of the paper; a certificate has one. */
  readonly reference: string | null;
  /** Never a NIK. */
  readonly note: string | null;
}

/**
 * Records that somebody died. Memberships and seats end with that day, wherever they are; nobody proposes, enrols, registers or
 * bills them any more. Cover that was paid, and every claim, stays. A certificate may follow a report, and its day then holds.
 *
 * @returns the id of what was said
 * @throws Refusal auth.forbidden, people.notFound, people.deathAhead, people.deathBeforeBirth, people.deathWithoutNumber,
 *   people.diedAlready when nothing better is brought than what stands, request.invalid when a text holds a NIK
 */
export function recordDeath(ctx: Context, input: DeathInput): Promise<string> {
  return change(ctx, 'deaths.record', async (tx) => {
    const deathId = await addDeath(tx, input, null);
    if (deathId === undefined) throw new Refusal('people.notFound');
    return deathId;
  });
}

/**
 * The same inside the caller's transaction, with its audit entry. Undefined, and nothing is recorded, when the scope does not show
 * the person, or the actor may end what they hold and not say that they died.
 *
 * @param partnerId the partner whose list says so; null when said otherwise
 */
export async function addDeath(
  tx: Tx,
  { personId, diedOn, evidence, reference, note }: DeathInput,
  partnerId: string | null,
): Promise<string | undefined> {
  for (const [path, text] of Object.entries({ reference, note })) {
    if (text !== null && holdsNik(text)) throw new Refusal('request.invalid', { path, problem: 'holdsNik' });
  }
  const certified = certifies(evidence);
  if (certified && reference === null) throw new Refusal('people.deathWithoutNumber');
  const today = tx.platform.clock.today();
  if (diedOn > today) throw new Refusal('people.deathAhead', { today });
  await lockMerges(tx);
  const subject = await findSubject(tx, personId);
  if (subject === undefined || !mayRecord(tx, subject)) return undefined;
  if (subject.birthDate !== null && diedOn < subject.birthDate) throw new Refusal('people.deathBeforeBirth');
  if (subject.diedOn !== null && (!certified || (await isCertifiedOutside(tx, personId, [])))) {
    throw new Refusal('people.diedAlready', { day: subject.diedOn });
  }
  const speaking = (await canonicalOf(tx, [personId])).get(personId) ?? personId;
  const deathId = newId();
  await insertDeath(tx, {
    deathId,
    personId: speaking,
    diedOn,
    evidence,
    certified,
    reference,
    note,
    area: subject.area,
    partnerId,
  });
  await followDeaths(tx, [speaking]);
  await tx.record({
    action: 'people.deathRecorded',
    subjectKind: 'person',
    subjectId: speaking,
    area: subject.area,
    facts: { death: deathId, evidence, certified },
  });
  return deathId;
}

/** Whether the actor may record deaths where the person lives, whatever else the transaction is for. */
function mayRecord(tx: Tx, { area, partners }: Subject): boolean {
  const scope = tx.actor.scopeFor('deaths.record', tx.platform.clock.today());
  return (
    scope !== undefined && (scopeHasArea(scope, area) || partners.some((id) => scope.partners.includes(id)))
  );
}

/**
 * Holds these people until the transaction ends: call it before anything of theirs is held, so that a death recorded elsewhere at
 * the same moment is waited for and does not wait in turn.
 *
 * @param dying their deaths may be recorded in this transaction
 */
export async function holdForDeath(tx: Tx, personIds: readonly string[], dying: boolean): Promise<void> {
  if (dying) await lockMerges(tx);
  await holdPeople(tx, personIds, dying);
}

/**
 * Withdraws whatever was said of somebody's death: they live. Memberships that the death had ended go on, unless another one of
 * the same kind began since; so do seats that nobody else came into. What a paper certifies is withdrawn only by whoever may do that
 * where the paper was brought.
 *
 * @throws Refusal auth.forbidden, people.notFound, people.notDead, people.deathCertified, request.invalid when the reason holds a NIK
 */
export async function withdrawDeath(ctx: Context, personId: string, reason: string): Promise<void> {
  if (holdsNik(reason)) throw new Refusal('request.invalid', { path: 'reason', problem: 'holdsNik' });
  await change(ctx, 'deaths.record', async (tx) => {
    await lockMerges(tx);
    const subject = await findSubject(tx, personId);
    if (subject === undefined) throw new Refusal('people.notFound');
    const overturns = tx.actor.scopeFor('deaths.overturn', tx.platform.clock.today());
    if (await isCertifiedOutside(tx, personId, overturns?.areas ?? []))
      throw new Refusal('people.deathCertified');
    const withdrawn = await withdrawStanding(tx, personId, reason);
    if (withdrawn === 0) throw new Refusal('people.notDead');
    await followDeaths(tx, [personId]);
    await tx.record({
      action: 'people.deathWithdrawn',
      subjectKind: 'person',
      subjectId: (await canonicalOf(tx, [personId])).get(personId) ?? personId,
      area: subject.area,
      facts: { withdrawn },
    });
  });
}

/** Every record of these people says whether they live, as what stands says, and whoever hears of it follows. Merges must be locked. */
export async function followDeaths(tx: Tx, personIds: readonly string[]): Promise<void> {
  const people = await setDiedOn(tx, personIds);
  if (people.length > 0) await publish(tx, 'death.changed', { people });
}
