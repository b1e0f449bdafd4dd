import { createHash } from 'node:crypto';
import { formatAreaCode, levelOf } from '#areas';
import { subtree } from '#platform/access';
import { type Context, change, read, type Tx } from '#platform/context';
import { newId } from '#platform/ids';
import { openProgress, queueJob } from '#platform/jobs';
import { holdsNik } from '#platform/log';
import { Refusal } from '#platform/refusal';
import { type MappedColumn, signatureOf } from '../file/index.ts';
import type { Roster } from '../model.ts';
import { checkRosterJob } from '../service/job-names.ts';
import * as store from '../store/mappings.ts';
import { lockRoster, setState } from '../store/rosters.ts';
import type { Mapping } from './model.ts';

/** What somebody says of the headings of a file. */
export interface MappingInput {
  readonly name: string;
  /** Every heading of the file from left to right; a column that is not used has no field. */
  readonly columns: readonly MappedColumn[];
  /** Village of every row, where the file names none; null when each row names its own. */
  readonly village: number | null;
}

/**
 * Keeps what the columns of a roster's file hold, for its partner and area, and checks the roster again by it. Headings that
 * were said before are said anew.
 *
 * @throws Refusal auth.forbidden, rosters.notFound, rosters.alreadyAccepted, rosters.beingChecked, mappings.fieldMissing,
 *   mappings.fieldTwice, mappings.headingHoldsNik, areas.outsideScope
 */
export async function mapRoster(ctx: Context, rosterId: string, input: MappingInput): Promise<string> {
  return change(ctx, 'rosters.send', async (tx) => {
    const roster = await lockRoster(tx, rosterId);
    if (roster === undefined) throw new Refusal('rosters.notFound');
    mayBeRead(roster);
    checkInput(input, roster.area);
    const { partnerId, area } = roster;
    const { name, columns, village } = input;
    const mapping = {
      mappingId: newId(),
      partnerId,
      area,
      digest: digestOf(columns),
      name,
      columns,
      village,
    };
    const mappingId = await store.upsertMapping(tx, mapping);
    const others = (await readBy(tx, { mappingId, partnerId, area })).filter(
      (one) => one.rosterId !== rosterId,
    );
    await readAgain(tx, [{ rosterId, area, partnerId }, ...others]);
    await record(tx, 'mappings.saved', mappingId, area, columns);
    return mappingId;
  });
}

/** Mappings in scope: those in use first, by name. */
export function listMappings(ctx: Context): Promise<Mapping[]> {
  return read(ctx, 'rosters.read', store.listMappings);
}

/**
 * Renames a mapping or says something else of its headings. When the columns change, rosters that were read by it and are not
 * yet accepted are checked again; their number is returned.
 *
 * @throws Refusal auth.forbidden, mappings.notFound, mappings.ended, mappings.fieldMissing, mappings.fieldTwice,
 *   mappings.otherHeadings, areas.outsideScope
 */
export async function changeMapping(
  ctx: Context,
  mappingId: string,
  said: Partial<MappingInput>,
): Promise<{ checkedAgain: number }> {
  return change(ctx, 'rosters.send', async (tx) => {
    const before = await lockInUse(tx, mappingId);
    const after = { ...before, ...said };
    checkInput(after, before.area);
    if (signatureOf(after.columns) !== signatureOf(before.columns))
      throw new Refusal('mappings.otherHeadings');
    await store.updateMapping(tx, mappingId, {
      name: after.name,
      columns: after.columns,
      village: after.village,
    });
    const same =
      JSON.stringify(after.columns) === JSON.stringify(before.columns) && after.village === before.village;
    const rosters = same ? [] : await readBy(tx, before);
    await readAgain(tx, rosters);
    await record(tx, same ? 'mappings.renamed' : 'mappings.saved', mappingId, before.area, after.columns);
    return { checkedAgain: rosters.length };
  });
}

/**
 * Ends a mapping: headings like its own speak for themselves again, and rosters that were read by it and are not yet accepted
 * are checked again.
 *
 * @throws Refusal auth.forbidden, mappings.notFound, mappings.ended
 */
export async function endMapping(ctx: Context, mappingId: string): Promise<{ checkedAgain: number }> {
  return change(ctx, 'rosters.send', async (tx) => {
    const mapping = await lockInUse(tx, mappingId);
    const rosters = await readBy(tx, mapping);
    await store.endMapping(tx, mappingId);
    await readAgain(tx, rosters);
    await record(tx, 'mappings.ended', mappingId, mapping.area, mapping.columns);
    return { checkedAgain: rosters.length };
  });
}

async function lockInUse(tx: Tx, mappingId: string): Promise<Mapping> {
  const mapping = await store.lockMapping(tx, mappingId);
  if (mapping === undefined) throw new Refusal('mappings.notFound');
  if (mapping.endedAt !== null) throw new Refusal('mappings.ended');
  return mapping;
}

/** A roster whose people were taken, or are being taken, is not read in another way. */
function mayBeRead({ state, enrolled, problem }: Roster): void {
  if (problem?.code === 'rosters.expired') throw new Refusal('rosters.expired', problem.facts);
  if (state === 'checked' || state === 'failed' || state === 'received') return;
  if (state === 'checking') throw new Refusal('rosters.beingChecked');
  throw new Refusal('rosters.alreadyAccepted', { enrolled });
}

function checkInput({ name, columns, village }: MappingInput, area: number): void {
  if (holdsNik(name) || columns.some(({ header }) => holdsNik(header))) {
    throw new Refusal('mappings.headingHoldsNik');
  }
  const fields = columns.flatMap(({ field }) => (field === null ? [] : [field]));
  const twice = fields.find((field, place) => fields.indexOf(field) !== place);
  if (twice !== undefined) throw new Refusal('mappings.fieldTwice', { field: twice });
  if (!fields.includes('name')) throw new Refusal('mappings.fieldMissing', { field: 'name' });
  if (village === null) return;
  const [from, beyond] = subtree(area);
  if (levelOf(village) !== 'village' || village < from || village >= beyond) {
    throw new Refusal('areas.outsideScope', { code: formatAreaCode(village) });
  }
}

function digestOf(columns: readonly MappedColumn[]): string {
  return createHash('sha256').update(signatureOf(columns)).digest('hex');
}

interface Readable {
  readonly rosterId: string;
  readonly area: number;
  readonly partnerId: string;
}

async function readBy(
  tx: Tx,
  mapping: Pick<Mapping, 'mappingId' | 'partnerId' | 'area'>,
): Promise<Readable[]> {
  const rows = await store.listReadBy(tx, mapping);
  return rows.map((row) => ({ rosterId: row.roster_id, area: row.area, partnerId: row.partner_id }));
}

/** Queues the check anew; decisions made on doubtful rows are remembered by what the rows say. */
async function readAgain(tx: Tx, rosters: readonly Readable[]): Promise<void> {
  for (const { rosterId, area, partnerId } of rosters) {
    await setState(tx, rosterId, 'received');
    await openProgress(tx, { subjectId: rosterId, task: checkRosterJob, area, partnerId });
    await queueJob(tx, checkRosterJob, rosterId);
  }
}

function record(tx: Tx, action: string, mappingId: string, area: number, columns: readonly MappedColumn[]) {
  const fields = columns.flatMap(({ field }) => (field === null ? [] : [field]));
  return tx.record({
    action,
    subjectKind: 'mapping',
    subjectId: mappingId,
    area,
    facts: { headings: columns.length, fields },
  });
}
