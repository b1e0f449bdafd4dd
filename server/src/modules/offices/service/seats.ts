import type { Day } from '@payung/kernel';
import { type Area, areaPlace, formatAreaCode } from '#areas';
import { scopeHasArea } from '#platform/access';
import { type Context, change, type Tx } from '#platform/context';
import { newId } from '#platform/ids';
import { holdsNik } from '#platform/log';
import { Refusal } from '#platform/refusal';
import type { Office } from '../model.ts';
import * as store from '../store.ts';

interface SeatsStated {
  readonly village: number;
  readonly office: string;
  /** First day of the number. */
  readonly since: Day;
  readonly seats: number;
  /** The document it comes from. */
  readonly source: string;
}

/**
 * Records how many seats of an office a village has from a day on. The number before stays for the days before.
 *
 * @throws Refusal auth.forbidden, areas.notFound, areas.outsideScope, offices.notFound, offices.notInThisVillage,
 *   offices.seatsBelowHolders, request.invalid when the source holds a NIK
 */
export async function stateSeats(ctx: Context, stated: SeatsStated): Promise<void> {
  if (holdsNik(stated.source)) throw new Refusal('request.invalid', { path: 'source', problem: 'holdsNik' });
  await change(ctx, 'offices.manage', async (tx) => {
    const { office } = await officeIn(tx, stated.village, stated.office);
    const taken = await store.lockTaken(tx, stated.village, stated.office, stated.since);
    if (taken.length > stated.seats) {
      throw new Refusal('offices.seatsBelowHolders', { holders: taken.length, office: office.nameId });
    }
    const seatsId = newId();
    await store.insertSeats(tx, { seatsId, ...stated });
    await tx.record({
      action: 'offices.seatsStated',
      subjectKind: 'office',
      subjectId: seatsId,
      area: stated.village,
      facts: { office: stated.office, since: stated.since, seats: stated.seats, source: stated.source },
    });
  });
}

/**
 * The office and the village, when the village has it and the caller answers for the village; kept, so that rows can point at it.
 *
 * @throws Refusal areas.notFound, areas.outsideScope, offices.notFound, offices.notInThisVillage
 */
export async function officeIn(
  tx: Tx,
  code: number,
  name: string,
): Promise<{ office: Office; village: Area }> {
  const { area: village } = await areaPlace(tx, code);
  if (village.level !== 'village') throw new Refusal('areas.notFound', { code: formatAreaCode(code) });
  if (!scopeHasArea(tx.scope, code)) throw new Refusal('areas.outsideScope', { code });
  const office = (await store.listOffices(tx)).find((one) => one.office === name);
  if (office === undefined) throw new Refusal('offices.notFound', { office: name });
  if (!office.villageKinds.includes(village.kind)) {
    throw new Refusal('offices.notInThisVillage', {
      village: village.name,
      kind: village.kind,
      office: office.nameId,
    });
  }
  await store.keepOffice(tx, office);
  return { office, village };
}
