import { formatAreaCode, levelOf, loadVillageIndex } from '#areas';
import { subtree } from '#platform/access';
import { type Context, read } from '#platform/context';
import { Refusal } from '#platform/refusal';
import {
  cellText,
  type Field,
  FileProblem,
  type FormKind,
  isTelling,
  type KnownBefore,
  maskedSample,
  type RosterBatch,
  readInWorker,
  type SheetReading,
} from '../file/index.ts';
import type { Roster } from '../model.ts';
import { keptDays } from '../service/purge.ts';
import { listMappingsFor } from '../store/mappings.ts';
import { isPurged } from '../store/purge.ts';
import { findRoster } from '../store/rosters.ts';

/** A column as it is read now, with samples of what it holds. */
export interface SeenColumn {
  /** 0 for column A. */
  readonly column: number;
  readonly header: string;
  /** Null when it is not used. */
  readonly field: Field | null;
  readonly samples: readonly string[];
  /** True when another column claims the same field with other values. */
  readonly doubtful: boolean;
}

/** A sheet as it is read now. */
export interface SeenSheet {
  readonly sheet: string;
  /** Rows of the heading; empty when none was found, or the sheet carries on the one before. */
  readonly headerRows: readonly number[];
  readonly form: FormKind | null;
  readonly mapping: { readonly mappingId: string; readonly name: string } | null;
  readonly columns: readonly SeenColumn[];
  /** The first rows, for somebody to say which of them is the heading; empty when it was found. */
  readonly firstRows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

/** What somebody needs to say what the columns of a roster hold. */
export interface RosterLook {
  readonly roster: Roster;
  readonly sheets: readonly SeenSheet[];
  /** Villages of the roster's area, for a list that names none. */
  readonly villages: readonly { readonly code: number; readonly name: string; readonly district: string }[];
}

/** Rows looked at in each sheet: those among which a heading is searched, and some people. */
const ROWS_SEEN = 100;
const SAMPLES = 3;
const FIRST_ROWS = 15;

/**
 * Looks into the first rows of a roster's file: what each column is taken for, with masked samples.
 *
 * @throws Refusal auth.forbidden, rosters.notFound, rosters.expired, rosters.purged, file.notSpreadsheet when the file cannot be read at all
 */
export async function lookIntoRoster(ctx: Context, rosterId: string): Promise<RosterLook> {
  const { roster, known, villages } = await read(ctx, 'rosters.send', async (tx) => {
    const found = await findRoster(tx, rosterId);
    if (found === undefined) throw new Refusal('rosters.notFound');
    if (found.problem?.code === 'rosters.expired') {
      throw new Refusal('rosters.expired', found.problem.facts);
    }
    if (await isPurged(tx, found.fileId)) throw new Refusal('rosters.purged', { days: keptDays });
    const index = await loadVillageIndex(tx);
    const [from, beyond] = subtree(found.area);
    return {
      roster: found,
      known: knownBefore(found, await listMappingsFor(tx, found)),
      villages: index.villages.filter(({ code }) => from <= code && code < beyond),
    };
  });
  const batches: RosterBatch[] = [];
  try {
    await readInWorker(
      await ctx.platform.files.access(roster.fileId),
      (batch) => {
        batches.push(batch);
      },
      { known, rowsPerSheet: ROWS_SEEN },
    );
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    // Why, the page of the roster says; here it is enough that the file shows no columns.
    throw new Refusal('file.notSpreadsheet', { found: error.facts.found ?? 'unread' });
  }
  const rows = batches.flatMap((batch) => batch.rows);
  const sheets = batches.flatMap((batch) => batch.sheets).filter(({ because }) => because !== 'ourSheet');
  return {
    roster,
    sheets: sheets.map((reading) => seenSheet(reading, rows)),
    villages: villages.map(({ code, name, district }) => ({ code, name, district })),
  };
}

/** What is known of a roster's file before it is read: how headings like its own are read, and its village. */
export function knownBefore(
  roster: Pick<Roster, 'area'>,
  mappings: Awaited<ReturnType<typeof listMappingsFor>>,
): KnownBefore {
  return {
    mappings: mappings.map(({ mappingId, name, columns, village }) => ({
      mappingId,
      name,
      columns,
      village: village === null ? null : formatAreaCode(village),
    })),
    village: levelOf(roster.area) === 'village' ? formatAreaCode(roster.area) : null,
  };
}

function seenSheet({ sheet, layout }: SheetReading, all: RosterBatch['rows']): SeenSheet {
  const rows = all.filter(({ raw }) => raw.sheet === sheet);
  const people = rows.filter(({ kind }) => kind === 'person');
  const recognised = new Map(layout?.recognised.map(({ column, field }) => [column, field]));
  const columns = [...(layout?.recognised ?? []), ...(layout?.unrecognised ?? [])].map((one): SeenColumn => {
    const said = people.map(({ raw }) => maskedSample(raw.cells[one.column])).filter((text) => text !== '');
    return {
      column: one.column,
      header: one.header,
      field: recognised.get(one.column) ?? null,
      samples: [...new Set(said)].slice(0, SAMPLES),
      doubtful: layout?.doubles.some((double) => double.columns.includes(one.column)) ?? false,
    };
  });
  return {
    sheet,
    headerRows: layout?.headerRows ?? [],
    form: layout?.form.kind ?? null,
    mapping: layout?.mapping ?? null,
    columns: columns.toSorted((a, b) => a.column - b.column),
    firstRows: layout !== undefined ? [] : rows.slice(0, FIRST_ROWS).map(({ raw }) => shownRow(raw)),
  };
}

/** A row that may be the heading is shown; one with a number or a date in it is somebody's, and masked. */
function shownRow({ row, cells }: RosterBatch['rows'][number]['raw']) {
  return { row, cells: cells.map(cells.some(isTelling) ? maskedSample : cellText) };
}
