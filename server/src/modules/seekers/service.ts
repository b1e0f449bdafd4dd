import { addDays, type Day } from '@payung/kernel';
import { type Area, areaPlace, formatAreaCode } from '#areas';
import { subtree } from '#platform/access';
import { type Context, change, read } from '#platform/context';
import { newId } from '#platform/ids';
import { holdsNik } from '#platform/log';
import { Refusal } from '#platform/refusal';
import type { TableFile } from '#platform/spreadsheet';
import { type SeekerEnd, type SeekerList, type Training, trainings } from './model.ts';
import * as store from './store.ts';

interface SeekersWanted {
  readonly area: number;
  readonly training?: Training | undefined;
}

/** More than one reads; the export has them all. */
const shownSeekers = 500;

/** Size of the areas right below. */
function stepBelow(area: Area): number {
  return { province: 1_000_000, regency: 10_000, district: 1, village: 1 }[area.level];
}

/**
 * Who looks for work in an area today, and for which training, as far as the caller's scope shows it.
 *
 * @throws Refusal auth.forbidden, areas.notFound
 */
export function listSeekers(ctx: Context, wanted: SeekersWanted): Promise<SeekerList> {
  return read(ctx, 'seekers.read', async (tx) => {
    const { area, parents, children } = await areaPlace(tx, wanted.area);
    const on = tx.platform.clock.today();
    const range = subtree(wanted.area);
    const counts = (await store.countSeekers(tx, range, on, stepBelow(area))).filter(
      ({ training }) => wanted.training === undefined || training === wanted.training,
    );
    const peopleOf = (own: readonly { readonly people: number }[]) =>
      own.reduce((sum, { people }) => sum + people, 0);
    return {
      area,
      parents,
      below: children.map(({ code, name }) => ({
        code,
        name,
        people: peopleOf(counts.filter((one) => one.code === code)),
      })),
      wished: trainings
        .map((training) => ({
          training,
          people: peopleOf(counts.filter((one) => one.training === training)),
        }))
        .filter(({ people }) => people > 0),
      total: peopleOf(counts),
      seekers: await store.listSeekers(tx, range, on, wanted.training, shownSeekers),
    };
  });
}

/** All of them as a table; no number of anybody. @throws Refusal auth.forbidden, areas.notFound */
export function seekersTable(ctx: Context, wanted: SeekersWanted): Promise<TableFile> {
  return read(ctx, 'seekers.read', async (tx) => {
    await areaPlace(tx, wanted.area);
    const on = tx.platform.clock.today();
    const seekers = await store.listSeekers(tx, subtree(wanted.area), on, wanted.training, 10_000_000);
    return {
      name: `pencari-kerja-${formatAreaCode(wanted.area)}-${on}`,
      header: ['village_code', 'village', 'name', 'sex', 'birth_date', 'training', 'since', 'source'],
      rows: seekers.map((one) => [
        formatAreaCode(one.village),
        one.villageName,
        one.name,
        one.sex,
        one.birthDate,
        one.training,
        one.since,
        one.source,
      ]),
    };
  });
}

/**
 * Records that a known person looks for work. Returns the id of the record.
 *
 * @throws Refusal auth.forbidden, people.notFound, offices.holderDead, seekers.recordedAlready, request.invalid when the source
 *   holds a NIK
 */
export async function recordSeeker(
  ctx: Context,
  seeker: {
    readonly personId: string;
    readonly training: Training;
    readonly since: Day;
    readonly source: string;
  },
): Promise<string> {
  if (holdsNik(seeker.source)) throw new Refusal('request.invalid', { path: 'source', problem: 'holdsNik' });
  return change(ctx, 'seekers.manage', async (tx) => {
    const person = await store.findPerson(tx, seeker.personId);
    if (person === undefined) throw new Refusal('people.notFound');
    if (person.diedOn !== null) throw new Refusal('offices.holderDead', { day: person.diedOn });
    if (await store.isSeeking(tx, seeker.personId, seeker.since)) {
      throw new Refusal('seekers.recordedAlready');
    }
    const seekerId = newId();
    await store.insertSeeker(tx, { ...seeker, seekerId, area: person.area });
    await tx.record({
      action: 'seekers.recorded',
      subjectKind: 'person',
      subjectId: seeker.personId,
      area: person.area,
      facts: { training: seeker.training, since: seeker.since },
    });
    return seekerId;
  });
}

/** Records that somebody no longer looks for work. @throws Refusal auth.forbidden, seekers.notFound */
export async function endSeeking(
  ctx: Context,
  key: { readonly personId: string; readonly seekerId: string },
  lastDay: Day,
  reason: SeekerEnd,
): Promise<void> {
  await change(ctx, 'seekers.manage', async (tx) => {
    const area = await store.endSeeker(tx, key, addDays(lastDay, 1), reason);
    if (area === undefined) throw new Refusal('seekers.notFound');
    await tx.record({
      action: 'seekers.ended',
      subjectKind: 'person',
      subjectId: key.personId,
      area,
      facts: { lastDay, reason },
    });
  });
}
