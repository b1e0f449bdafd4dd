import { type Context, change, readInBatches } from '#platform/context';
import { newId } from '#platform/ids';
import { Refusal } from '#platform/refusal';
import type { TableStream } from '#platform/spreadsheet';
import { smallestArea, type Wanted } from '../model.ts';
import { findBatch, insertBatch, lockSheets } from '../store/batches.ts';
import { countLines, streamLines } from '../store/lines.ts';
import { findReadiness, listReady } from '../store/waiting.ts';
import { rowOf, sheetHeader } from './sheet.ts';

/**
 * Puts everybody who is ready on a sheet for the branch, once for the same programmes, and marks them as sent through every
 * membership. The sheet itself is taken by `takeSheet`.
 *
 * @throws Refusal auth.forbidden, registration.nobodyReady
 */
export function makeBatch(ctx: Context, wanted: Wanted = {}): Promise<{ batchId: string; people: number }> {
  return change(ctx, 'registration.export', async (tx) => {
    await lockSheets(tx);
    const today = ctx.platform.clock.today();
    const { incompleteTotal: incomplete } = await findReadiness(tx, wanted, today, 0);
    const ready = await listReady(tx, wanted, today);
    const [first] = ready;
    if (first === undefined) throw new Refusal('registration.nobodyReady', { incomplete });
    const batchId = newId();
    const area = smallestArea(ready.map(({ village }) => village));
    const partners = new Set(ready.flatMap((line) => line.partners));
    const [partnerId = null] = partners.size === 1 ? partners : [];
    const { workPlace = 'residence' } = wanted;
    await insertBatch(tx, { batchId, area, partnerId, workPlace }, ready);
    await tx.record({
      action: 'registration.sent',
      subjectKind: 'registration_batch',
      subjectId: batchId,
      area,
      facts: { people: ready.length, incomplete, workPlace },
    });
    return { batchId, people: ready.length };
  });
}

/**
 * The sheet of a batch, with NIKs in clear, page by page: for the branch and nobody else, so that every taking of it is audited,
 * before the first row leaves. Whoever was enrolled only by lists that were undone since is left out, and of two people who
 * are one since the second line; the others keep their numbers.
 *
 * @throws Refusal auth.forbidden, registration.batchNotFound, registration.notWhole
 */
export async function takeSheet(
  ctx: Context,
  batchId: string,
): Promise<TableStream & { readonly people: number }> {
  const { batch, standing } = await change(ctx, 'registration.export', async (tx) => {
    const found = await findBatch(tx, batchId);
    if (found === undefined) throw new Refusal('registration.batchNotFound');
    const lines = await countLines(tx, batchId);
    // Somebody who moved out of the caller's area is not in their scope: better nothing than a part that looks like the whole.
    if (lines.shown !== found.people) throw new Refusal('registration.notWhole', { people: found.people });
    await tx.record({
      action: 'registration.sheetTaken',
      subjectKind: 'registration_batch',
      subjectId: batchId,
      area: found.area,
      facts: { people: lines.standing },
    });
    return { batch: found, standing: lines.standing };
  });
  return {
    name: `pendaftaran-bpu-${batchId.slice(-8)}`,
    header: sheetHeader(),
    people: standing,
    count: standing,
    rows: readInBatches(ctx, 'registration.export', async function* (tx) {
      for await (const lines of streamLines(tx, batchId))
        yield lines
          .filter(({ stands, ordinal, line }) => stands && ordinal === line)
          .map((line) => rowOf(line, batch.workPlace));
    }),
  };
}
