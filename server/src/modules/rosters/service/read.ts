import { type Context, change, read } from '#platform/context';
import { findProgress, listProgress, type Progress } from '#platform/jobs';
import { hasMessage, type Language, say, sayGenerally } from '#platform/messages';
import { type Facts, Refusal } from '#platform/refusal';
import { annotateWorkbook, type FormKind } from '../file/index.ts';
import type { Verdict } from '../judge/index.ts';
import { movingStates, type Roster, type RosterRow } from '../model.ts';
import { isPurged } from '../store/purge.ts';
import { findRoster, listRosters as list } from '../store/rosters.ts';
import * as rows from '../store/rows.ts';
import { keptDays } from './purge.ts';

/** Rosters in the caller's scope, newest first; at most 200. */
export function listRosters(ctx: Context): Promise<Roster[]> {
  return read(ctx, 'rosters.read', list);
}

/** The same, each with how far its job is; null where none runs. */
export function listMovingRosters(
  ctx: Context,
): Promise<{ readonly roster: Roster; readonly progress: Progress | null }[]> {
  return read(ctx, 'rosters.read', async (tx) => {
    const rosters = await list(tx);
    const moving = rosters.filter(({ state }) => movingStates.includes(state));
    const progress = await listProgress(
      tx,
      moving.map(({ rosterId }) => rosterId),
    );
    const byId = new Map(progress.map((one) => [one.subjectId, one]));
    return rosters.map((roster) => ({ roster, progress: byId.get(roster.rosterId) ?? null }));
  });
}

/** How many rows have a reason. */
export interface ReasonCount {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly count: number;
}

/** A roster with its reasons counted. */
export interface RosterFound {
  readonly roster: Roster;
  readonly reasons: readonly ReasonCount[];
  /** Why its last acceptance or undoing did not come about, and it is as it was before; null when nothing stopped it. */
  readonly stopped: Progress['problem'];
}

/**
 * A roster with its reasons counted.
 *
 * @throws Refusal auth.forbidden, rosters.notFound
 */
export function getRoster(ctx: Context, rosterId: string): Promise<RosterFound> {
  return read(ctx, 'rosters.read', async (tx) => {
    const roster = await findRoster(tx, rosterId);
    if (roster === undefined) throw new Refusal('rosters.notFound');
    const last = await findProgress(tx, rosterId);
    const back = roster.state === 'checked' || roster.state === 'accepted';
    return {
      roster,
      reasons: await rows.countReasons(tx, rosterId),
      stopped: back ? (last?.problem ?? null) : null,
    };
  });
}

/** A page of rows, in file order. @throws Refusal auth.forbidden, rosters.notFound */
export function listRosterRows(
  ctx: Context,
  rosterId: string,
  filter: { verdict?: Verdict | undefined; reason?: string | undefined; after?: number | undefined },
): Promise<{ rows: RosterRow[]; next: number | null }> {
  return read(ctx, 'rosters.read', async (tx) => {
    if ((await findRoster(tx, rosterId)) === undefined) throw new Refusal('rosters.notFound');
    return rows.listRows(tx, rosterId, filter);
  });
}

/**
 * The user's own file back, with verdict, reason and remedy on each row.
 *
 * @throws Refusal auth.forbidden, rosters.notFound, rosters.notChecked, rosters.purged
 */
export async function getWorkbook(
  ctx: Context,
  rosterId: string,
): Promise<{ fileName: string; content: Uint8Array }> {
  const roster = await change(ctx, 'rosters.read', async (tx) => {
    const found = await findRoster(tx, rosterId);
    if (found === undefined) throw new Refusal('rosters.notFound');
    if (found.checkedAt === null || found.state === 'failed') throw new Refusal('rosters.notChecked');
    if (await isPurged(tx, found.fileId)) throw new Refusal('rosters.purged', { days: keptDays });
    // It is the sender's own file, with every NIK in clear.
    await tx.record({
      action: 'rosters.workbookTaken',
      subjectKind: 'roster',
      subjectId: rosterId,
      area: found.area,
    });
    return found;
  });
  const original = await ctx.platform.files.get(roster.fileId);
  const layouts = columnsOf(roster);
  const content = await annotateWorkbook(original, findingsOf(ctx, rosterId, layouts), {
    language: ctx.language,
    fileName: roster.fileName,
    checkedAt: roster.checkedAt ?? '',
    headerRows: new Map([...layouts].map(([sheet, { headerRow }]) => [sheet, headerRow])),
  });
  return { fileName: `${roster.fileName.replace(/\.[^.]*$/, '')} - hasil.xlsx`, content };
}

/** What is said of each row, page by page: a million rows are never there at once. */
async function* findingsOf(ctx: Context, rosterId: string, layouts: Map<string, SheetColumns>) {
  let after: number | null | undefined;
  do {
    const page = await read(ctx, 'rosters.read', (tx) =>
      rows.listRows(tx, rosterId, { after: after ?? undefined }, 5_000),
    );
    for (const row of page.rows) {
      if (row.verdict === 'ignored') continue;
      const said = textOf(ctx.language, row.reason, row.facts);
      const warnings = row.warnings.map((warning) => textOf(ctx.language, warning.code, warning.facts));
      const column = layouts.get(row.sheet)?.columns[row.field ?? ''];
      yield {
        sheet: row.sheet,
        row: row.row,
        ...(column === undefined ? {} : { column }),
        verdict: row.verdict,
        reason: [said.text, ...warnings.map(({ text }) => text)].join(' '),
        remedy: [said.remedy, ...warnings.map(({ remedy }) => remedy)]
          .filter((text) => text !== '')
          .join(' '),
      };
    }
    after = page.next;
  } while (after !== null);
}

/** Message of a row's reason; an unknown code, of a later version, shows itself. */
export function textOf(language: Language, code: string, facts: Facts): { text: string; remedy: string } {
  return hasMessage(code) ? say(language, code, facts) : { text: code, remedy: '' };
}

/** Message of a reason without the facts of one row. */
export function generalTextOf(language: Language, code: string): { text: string; remedy: string } {
  return hasMessage(code) ? sayGenerally(language, code) : { text: code, remedy: '' };
}

/** What the check recognised, by sheet. */
export interface SheetColumns {
  readonly sheet: string;
  /** Last header row; 0 when the sheet carries on the one before. */
  readonly headerRow: number;
  /** Column (0 for A) by field. */
  readonly columns: Readonly<Record<string, number>>;
  /** Headings we do not use. */
  readonly unused: readonly string[];
  /** The layout it was recognised as; absent on rosters checked before layouts were. */
  readonly form?: { readonly kind: FormKind; readonly version?: number };
  /** The mapping it was read by; these two are absent when the headings spoke for themselves. */
  readonly mappingId?: string;
  readonly name?: string;
}

/** The recognised columns of a checked roster. */
export function columnsOf(roster: Roster): Map<string, SheetColumns> {
  const sheets = (roster.columns ?? []) as readonly SheetColumns[];
  return new Map(sheets.map((sheet) => [sheet.sheet, sheet]));
}
