import { addDays, type Day } from '@payung/kernel';
import { type Area, areaPlace, formatAreaCode } from '#areas';
import { subtree } from '#platform/access';
import { type Context, change, read, readInBatches, type Tx } from '#platform/context';
import { newId } from '#platform/ids';
import { holdsNik } from '#platform/log';
import { Refusal } from '#platform/refusal';
import type { TableStream } from '#platform/spreadsheet';
import { type SeekerEnd, type SeekerList, type Training, trainings } from './model.ts';
import * as store from './store.ts';

interface SeekersWanted {
  readonly area: number;
  readonly training?: Training | undefined;
}

/** Where the page before ended, besides what is asked. */
type SeekersPage = SeekersWanted & { readonly after?: string | undefined };

const pageSize = 100;

/** Size of the areas right below. */
function stepBelow(area: Area): number {
  return { province: 1_000_000, regency: 10_000, district: 1, village: 1 }[area.level];
}

/**
 * Who looks for work in an area today, and for which training, as far as the caller's scope shows it.
 *
 * @throws Refusal auth.forbidden, areas.notFound
 */
export function listSeekers(ctx: Context, wanted: SeekersPage): Promise<SeekerList> {
  return read(ctx, 'seekers.read', async (tx) => {
    const { area, parents, children } = await areaPlace(tx, wanted.area);
    const on = tx.platform.clock.today();
    const counts = await countsOf(tx, wanted, area, on);
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
      ...(await store.listSeekers(tx, listOf(wanted, on), wanted.after, pageSize)),
    };
  });
}

/** All of them as a table, written as it is read; no number of anybody. @throws Refusal auth.forbidden, areas.notFound */
export async function seekersTable(ctx: Context, wanted: SeekersWanted): Promise<TableStream> {
  const on = ctx.platform.clock.today();
  await read(ctx, 'seekers.read', (tx) => areaPlace(tx, wanted.area));
  return {
    name: `pencari-kerja-${formatAreaCode(wanted.area)}-${on}`,
    header: ['village_code', 'village', 'name', 'sex', 'birth_date', 'training', 'since', 'source'],
    rows: readInBatches(ctx, 'seekers.read', async function* (tx) {
      for await (const seekers of store.streamSeekers(tx, listOf(wanted, on))) {
        yield seekers.map((one) => [
          formatAreaCode(one.village),
          one.villageName,
          one.name,
          one.sex,
          one.birthDate,
          one.training,
          one.since,
          one.source,
        ]);
      }
    }),
  };
}

function listOf({ area, training }: SeekersWanted, on: Day) {
  return { area: subtree(area), on, training };
}

/** How many there are, by area right below and training. */
async function countsOf(tx: Tx, wanted: SeekersWanted, area: Area, on: Day) {
  const counts = await store.countSeekers(tx, subtree(wanted.area), on, stepBelow(area));
  return counts.filter(({ training }) => wanted.training === undefined || training === wanted.training);
}

function peopleOf(counts: readonly { readonly people: number }[]): number {
  return counts.reduce((sum, { people }) => sum + people, 0);
}

/**
 * Records that a known person looks for work. Returns the id of the record.
 *
 * @throws Refusal auth.forbidden, people.notFound, seekers.dead, seekers.recordedAlready, request.invalid when the source
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
    if (person.diedOn !== null) throw new Refusal('seekers.dead', { day: person.diedOn });
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
