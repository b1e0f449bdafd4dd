import { addDetails } from '#people';
import { type Context, change, read } from '#platform/context';
import { digestOf } from '#platform/files';
import { Refusal } from '#platform/refusal';
import { cellText, FileProblem } from '#rosters';
import { fillable, personCode, smallestArea } from '../model.ts';
import { type ReadRow, readRows } from '../read/rows.ts';
import { namesOf } from '../store/members.ts';

/** What became of a work list that was filled in. */
export interface Completed {
  readonly completed: number;
  /** Rows in which nothing was filled in. */
  readonly empty: number;
  /** Rows left aside: nobody in scope has this code, or another name stands beside it. */
  readonly leftAside: readonly { readonly row: number; readonly because: 'nobody' | 'otherName' }[];
}

/**
 * Takes in a work list that was filled in: what stands in its columns goes into the envelopes of its people, who are told by their
 * code, and by the name beside it, so that rows that slipped against each other complete nobody.
 *
 * @throws Refusal auth.forbidden, registration.workListUnreadable
 */
export async function completeMembers(ctx: Context, content: Uint8Array): Promise<Completed> {
  // Nobody who may not complete has a file read.
  await read(ctx, 'registration.complete', async () => undefined);
  const rows = await rowsOf(content);
  return change(ctx, 'registration.complete', async (tx) => {
    const names = await namesOf(
      tx,
      rows.map(({ cell }) => cell),
    );
    const areas: number[] = [];
    const leftAside: Completed['leftAside'][number][] = [];
    let empty = 0;
    for (const { row, cell } of rows) {
      const { raw, values = {} } = row;
      const said = fillable.flatMap(([field, detail]) => {
        const text = cellText(values[field]).trim().slice(0, 120);
        return text === '' ? [] : [[detail, text] as const];
      });
      const name = names.get(cell);
      if (name === undefined) leftAside.push({ row: raw.row, because: 'nobody' });
      else if (said.length === 0) empty += 1;
      else if (cellText(values.name).trim() !== name) leftAside.push({ row: raw.row, because: 'otherName' });
      else areas.push(await addDetails(tx, cell, Object.fromEntries(said)));
    }
    const facts = { completed: areas.length, empty, leftAside: leftAside.length };
    await tx.record({
      action: 'registration.workListTaken',
      area: areas.length === 0 ? null : smallestArea(areas),
      facts,
      digest: Buffer.from(digestOf(content), 'hex'),
    });
    return { ...facts, leftAside };
  });
}

async function rowsOf(content: Uint8Array): Promise<ReadRow[]> {
  const rows = await readRows(content, new RegExp(`^${personCode}$`, 'i')).catch((error: unknown) => {
    if (error instanceof FileProblem) throw new Refusal('registration.workListUnreadable');
    throw error;
  });
  const coded = rows.filter(({ cell }) => cell !== '');
  if (coded.length === 0) throw new Refusal('registration.workListUnreadable');
  return coded;
}
