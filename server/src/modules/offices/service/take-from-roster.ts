import { type Context, change, read, type Tx } from '#platform/context';
import { subscribe } from '#platform/facts';
import { Refusal } from '#platform/refusal';
import { readInWorker } from '#rosters';
import { type HolderRow, holderColumns, readHolder } from '../read/holder-row.ts';
import * as store from '../store-import.ts';
import { seat } from './hold.ts';

/**
 * seated: a holder now · nobody: the roster did not take the row · officeUnknown: the office is not named, or not one we know ·
 * noVillage: the row names no village · heldAlready: they hold the office there · noVacantSeat: all known seats are taken ·
 * refused: dead, outside the scope, or no such office in the village.
 */
export const takenOutcomes = [
  'seated',
  'nobody',
  'officeUnknown',
  'noVillage',
  'heldAlready',
  'noVacantSeat',
  'refused',
] as const;
type Outcome = (typeof takenOutcomes)[number];

/** What became of a row. */
export interface TakenRow {
  readonly sheet: string;
  readonly row: number;
  readonly name: string | null;
  /** As written in the list. */
  readonly officeText: string;
  readonly outcome: Outcome;
}

export interface Taken {
  readonly seated: number;
  /** Rows that brought no holder, in file order; at most 500. */
  readonly left: readonly TakenRow[];
}

/**
 * Takes the holders of seats from an accepted roster: whom each row means was decided by the check of the roster, here only the
 * columns Jabatan, SK and Masa Jabatan are read. A row whose seat is taken, or whose office is not known, is told and left; who
 * holds the office already stays, by this list too. Repeatable: a second time nobody is seated anew. Undoing the list gives its
 * seats back.
 *
 * @throws Refusal auth.forbidden, rosters.notFound, offices.rosterNotAccepted, rosters.purged
 */
export async function takeHolders(ctx: Context, rosterId: string): Promise<Taken> {
  const { roster, meant } = await read(ctx, 'offices.manage', async (tx) => {
    const found = await store.findRoster(tx, rosterId);
    if (found === undefined) throw new Refusal('rosters.notFound');
    if (found.state !== 'accepted') throw new Refusal('offices.rosterNotAccepted');
    if (found.purged) throw new Refusal('rosters.purged', { days: 30 });
    return { roster: found, meant: await store.listMeant(tx, rosterId) };
  });
  const holders: HolderRow[] = [];
  const columns = new Map<string, ReturnType<typeof holderColumns>>();
  await readInWorker(await ctx.platform.files.access(roster.fileId), ({ sheets, rows }) => {
    for (const sheet of sheets) columns.set(sheet.sheet, columnsOf(sheet, columns));
    for (const row of rows) {
      if (row.kind === 'person') holders.push(readHolder(row, columns.get(row.raw.sheet) ?? new Map()));
    }
  });
  return change(ctx, 'offices.manage', async (tx) => {
    if (!(await store.holdAccepted(tx, rosterId))) throw new Refusal('offices.rosterNotAccepted');
    const rows: TakenRow[] = [];
    for (const holder of holders) {
      const person = meant.get(`${holder.sheet} ${holder.row}`);
      const { sheet, row, officeText } = holder;
      const tell = (outcome: Outcome) =>
        rows.push({ sheet, row, name: person?.name ?? null, officeText, outcome });
      if (holder.office === undefined) tell('officeUnknown');
      else if (person === undefined) tell('nobody');
      else if (person.village === null) tell('noVillage');
      else {
        const { personId, village } = person;
        const { office, label, decreeNumber, decreeDay } = holder;
        const from = holder.from ?? roster.startsOn;
        // A term that was over before the day in office is a mistake of the list, not of the seat.
        const termTo = holder.termTo !== null && holder.termTo >= from ? holder.termTo : null;
        const appointment = { personId, label, decreeNumber, decreeDay, from, termTo };
        const outcome = await outcomeOf(() => seat(tx, village, office, appointment, undefined, rosterId));
        if (outcome === 'heldAlready') {
          await store.confirmHolding(tx, rosterId, { personId, village, office, from });
        }
        tell(outcome);
      }
    }
    const seated = rows.filter(({ outcome }) => outcome === 'seated').length;
    await tx.record({
      action: 'offices.takenFromRoster',
      subjectKind: 'roster',
      subjectId: rosterId,
      area: roster.area,
      facts: { seated, left: rows.length - seated },
    });
    return { seated, left: rows.filter(({ outcome }) => outcome !== 'seated').slice(0, 500) };
  });
}

/** Makes seats follow the undoing of their list. Called once per process, where the modules are put together. */
export function followUndoing(): void {
  subscribe('roster.undone', giveBack);
}

function giveBack(tx: Tx, { rosterId }: { readonly rosterId: string }): Promise<void> {
  return store.giveBack(tx, rosterId);
}

/** A sheet without headings of its own carries on the columns of another. */
function columnsOf(
  sheet: Parameters<typeof holderColumns>[0],
  known: ReadonlyMap<string, ReturnType<typeof holderColumns>>,
): ReturnType<typeof holderColumns> {
  const before = known.get(sheet.layout?.continues ?? '');
  return sheet.layout?.headerRows.length === 0 && before !== undefined ? before : holderColumns(sheet);
}

/** Refusals come before anything is written, so the rows after can go on in the same transaction. */
async function outcomeOf(work: () => Promise<unknown>): Promise<Outcome> {
  try {
    await work();
    return 'seated';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'offices.heldAlready') return 'heldAlready';
    return error.code === 'offices.noVacantSeat' ? 'noVacantSeat' : 'refused';
  }
}
