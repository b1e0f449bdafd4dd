import { type Context, change, match, read } from '#platform/context';
import { holdsNik } from '#platform/log';
import { Refusal } from '#platform/refusal';
import type { TableFile } from '#platform/spreadsheet';
import type { PersonSummary } from './model.ts';
import * as store from './store.ts';

/** A NIK that several people claim, as far as the caller's scope shows them. */
export interface Dispute {
  readonly people: readonly PersonSummary[];
  /** Claimants outside the scope: of them nothing but their number is told. */
  readonly elsewhere: number;
}

/** Numbers in dispute of which at least one claimant is in scope, the oldest first. @throws Refusal auth.forbidden */
export async function listDisputes(ctx: Context): Promise<Dispute[]> {
  const disputes = await match(ctx, 'people.settle', store.listDisputes);
  const ids = disputes.flatMap(({ personIds }) => personIds);
  const visible = await read(ctx, 'people.settle', (tx) => store.listById(tx, ids));
  const byId = new Map(visible.map((person) => [person.personId, person]));
  return disputes.flatMap(({ personIds }) => {
    const people = personIds.flatMap((id) => byId.get(id) ?? []);
    return people.length === 0 ? [] : [{ people, elsewhere: personIds.length - people.length }];
  });
}

/** The same as a table, a line for each claimant in scope, with fixed column names; no number of anybody. @throws Refusal auth.forbidden */
export async function disputesTable(ctx: Context): Promise<TableFile> {
  const disputes = await listDisputes(ctx);
  return {
    name: 'sengketa-nik',
    header: ['dispute', 'person', 'name', 'birth_date', 'sex', 'village', 'elsewhere'],
    rows: disputes.flatMap(({ people, elsewhere }, at) =>
      people.map(({ personId, name, birthDate, sex, areaName }) => [
        at + 1,
        personId,
        name,
        birthDate,
        sex,
        areaName,
        elsewhere,
      ]),
    ),
  };
}

/**
 * Settles whose a disputed NIK is. The others stay, without a number, until theirs is known; every claim is kept as withdrawn.
 *
 * @throws Refusal auth.forbidden, people.notFound, people.notDisputed, people.disputedElsewhere when somebody outside the scope
 *   claims it too, request.invalid when the reason itself holds a NIK
 */
export async function settleDispute(ctx: Context, holderId: string, reason: string): Promise<void> {
  if (holdsNik(reason)) throw new Refusal('request.invalid', { path: 'reason', problem: 'holdsNik' });
  const { sealer } = ctx.platform;
  const known = await read(ctx, 'people.settle', (tx) => store.findEnvelope(tx, holderId));
  if (known === undefined) throw new Refusal('people.notFound');
  const { nik } = sealer.open(holderId, known.sealed);
  if (nik === undefined) throw new Refusal('people.notDisputed');
  const hash = sealer.blindIndex('nik', nik);
  const claimants = await match(ctx, 'people.settle', (tx) => store.listClaimants(tx, hash));
  if (!claimants.includes(holderId)) throw new Refusal('people.notDisputed');
  const others = claimants.filter((id) => id !== holderId);
  await change(ctx, 'people.settle', async (tx) => {
    for (const personId of others) {
      const envelope = await store.findEnvelope(tx, personId);
      if (envelope === undefined) throw new Refusal('people.disputedElsewhere');
      const { nik: _, ...rest } = sealer.open(personId, envelope.sealed);
      await store.setWithoutNik(tx, personId, sealer.seal(personId, rest));
    }
    // Somebody else has settled it, or claims it too, since it was looked up.
    if ((await store.settleNik(tx, hash, holderId)) !== claimants.length)
      throw new Refusal('people.notDisputed');
    await tx.record({
      action: 'people.nikSettled',
      subjectKind: 'person',
      subjectId: holderId,
      area: known.area,
      facts: { reason, others },
    });
  });
}
