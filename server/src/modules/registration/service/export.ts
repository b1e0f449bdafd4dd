import { parentOf } from '#areas';
import { subtree } from '#platform/access';
import { type Context, change } from '#platform/context';
import { digestOf } from '#platform/files';
import { newId } from '#platform/ids';
import { Refusal } from '#platform/refusal';
import { csvOf, type TableFile } from '#platform/spreadsheet';
import { type Member, missingOf } from '../model.ts';
import { findBatch, insertBatch, lockSheets } from '../store/batches.ts';
import { listOfBatch, listWaiting, type Wanted } from '../store/members.ts';
import { registrationSheet } from './sheet.ts';

/**
 * Puts everybody who is ready on a sheet for the branch, and marks them as sent. The sheet itself is taken by `takeSheet`.
 *
 * @throws Refusal auth.forbidden, registration.nobodyReady
 */
export function makeBatch(ctx: Context, wanted: Wanted = {}): Promise<{ batchId: string; people: number }> {
  return change(ctx, 'registration.export', async (tx) => {
    await lockSheets(tx);
    const waiting = await listWaiting(tx, wanted, ctx.platform.clock.today());
    const ready = waiting.filter((member) => missingOf(member).length === 0);
    const [first] = ready;
    if (first === undefined) {
      throw new Refusal('registration.nobodyReady', { incomplete: waiting.length });
    }
    const batchId = newId();
    const area = smallestArea(ready);
    const partnerId = ready.every((one) => one.partnerId === first.partnerId) ? first.partnerId : null;
    await insertBatch(tx, { batchId, area, partnerId }, ready);
    await tx.record({
      action: 'registration.sent',
      subjectKind: 'registration_batch',
      subjectId: batchId,
      area,
      facts: { people: ready.length, incomplete: waiting.length - ready.length },
    });
    return { batchId, people: ready.length };
  });
}

/**
 * The sheet of a batch, with NIKs in clear: for the branch and nobody else, so that every taking of it is audited. Whoever was
 * enrolled by a list that was undone since is left out; the others keep their numbers.
 *
 * @throws Refusal auth.forbidden, registration.batchNotFound
 */
export function takeSheet(ctx: Context, batchId: string): Promise<TableFile> {
  return change(ctx, 'registration.export', async (tx) => {
    const batch = await findBatch(tx, batchId);
    if (batch === undefined) throw new Refusal('registration.batchNotFound');
    const members = await listOfBatch(tx, batchId);
    // Somebody who moved out of the caller's area is not in their scope: better nothing than a part that looks like the whole.
    if (members.length !== batch.people) throw new Refusal('registration.notWhole', { people: batch.people });
    const standing = members.filter(({ stands }) => stands);
    const table = registrationSheet(batchId, standing);
    await tx.record({
      action: 'registration.sheetTaken',
      subjectKind: 'registration_batch',
      subjectId: batchId,
      area: batch.area,
      facts: { people: standing.length },
      digest: Buffer.from(digestOf(Buffer.from(csvOf(table))), 'hex'),
    });
    return table;
  });
}

/** The smallest area that holds all of them. */
function smallestArea(members: readonly Member[]): number {
  let area = members[0]?.village ?? 0;
  for (;;) {
    const [from, beyond] = subtree(area);
    const parent = parentOf(area);
    if (parent === undefined || members.every(({ village }) => from <= village && village < beyond))
      return area;
    area = parent;
  }
}
