import { loadVillageIndex } from '#areas';
import { type Context, intake, match, read, type Tx } from '#platform/context';
import { type FileAccess, readClear } from '#platform/files';
import { finishProgress, type Job, moveProgress } from '#platform/jobs';
import { maskText } from '#platform/log';
import { type Facts, Refusal } from '#platform/refusal';
import { columnName, FileProblem, missingColumns, readInWorker, type SheetReading } from '../file/index.ts';
import { knownBefore } from '../mapping/look.ts';
import type { Census, Counts, Roster, Taking } from '../model.ts';
import { listMappingsFor } from '../store/mappings.ts';
import { deletePrepared, deleteRows } from '../store/matching.ts';
import * as rosters from '../store/rosters.ts';
import { groundOf } from './ground.ts';
import { checkRosterJob } from './job-names.ts';
import type { SheetColumns } from './read.ts';
import { RowChecker } from './row-checker.ts';
import { openRowWriter } from './row-writer.ts';

/**
 * Checks a roster: reads its file in a thread, judges every row against the file and against everybody we know, and keeps
 * the verdicts. Repeatable: whatever an interrupted check wrote is replaced. A file that cannot be read is an answer, kept
 * with the roster.
 */
export const checkRoster: Job = {
  name: checkRosterJob,
  async run(ctx, rosterId) {
    const roster = await read(ctx, 'rosters.send', (tx) => rosters.findRoster(tx, rosterId));
    if (roster === undefined || (roster.state !== 'received' && roster.state !== 'checking')) return;
    await match(ctx, 'rosters.send', (tx) => rosters.setState(tx, rosterId, 'checking'));
    try {
      await check(ctx, roster);
    } catch (error) {
      const problem = problemOf(error);
      if (problem === undefined) throw error;
      await fail(ctx, rosterId, problem);
    }
  },
  giveUp: (ctx, rosterId) => fail(ctx, rosterId, { code: 'server.error', facts: {} }),
};

function fail(ctx: Context, rosterId: string, problem: { code: string; facts: Facts }): Promise<void> {
  return match(ctx, 'rosters.send', async (tx) => {
    await rosters.setFailed(tx, rosterId, problem);
    await finishProgress(tx, rosterId, problem);
  });
}

/** Failures that trying again cannot mend: they belong to the file or to the rights of whoever sent it. */
function problemOf(error: unknown): { code: string; facts: Facts } | undefined {
  return error instanceof FileProblem || error instanceof Refusal
    ? { code: error.code, facts: error.facts }
    : undefined;
}

async function check(ctx: Context, roster: Roster): Promise<void> {
  const { rosterId } = roster;
  const file = await ctx.platform.files.access(roster.fileId);
  const ground = await read(ctx, 'rosters.send', (tx) => groundOf(tx, roster));
  const known = knownBefore(roster, await read(ctx, 'rosters.send', (tx) => listMappingsFor(tx, roster)));
  const villages = await read(ctx, 'rosters.send', loadVillageIndex);
  const sheets: SheetReading[] = [];
  // Prepared rows and verdicts stream in on a connection each, while a third looks people up. Nobody asks for them before the
  // roster says "checked", which is said when they are kept; a check that dies in between begins anew.
  const found = await intake(ctx, 'rosters.send', (preparing) =>
    intake(ctx, 'rosters.send', (judging) =>
      match(ctx, 'rosters.send', async (matching) => {
        await deletePrepared(preparing, rosterId);
        await deleteRows(judging, rosterId);
        const writer = openRowWriter(preparing, judging, roster);
        const checker = new RowChecker(ctx, matching, { roster, ground, villages, scope: preparing.scope });
        const tell = progressTeller(ctx, rosterId, linesOf(file));
        // While the base is asked for two batches the one before is judged and written, and the thread reads the next.
        let asked: Promise<void> = Promise.resolve();
        let judged: Promise<void> = Promise.resolve();
        let judgedBefore = judged;
        try {
          await readInWorker(
            file,
            async (batch) => {
              for (const sheet of batch.sheets) refuseDoubles(sheet);
              sheets.push(...batch.sheets);
              const looked = checker.lookUp(batch.rows, sheets);
              const [askedBefore, earlier] = [asked, judged];
              asked = looked.found.then(
                () => askedBefore,
                () => askedBefore,
              );
              judged = earlier.then(async () => {
                await writer.write(await checker.judge(looked));
                await tell(writer.counts().rowsIn);
              });
              judged.catch(() => undefined);
              await judgedBefore;
              judgedBefore = earlier;
            },
            { known, valuesOnly: true },
          );
          await judged;
          await writer.end();
        } catch (error) {
          // Nothing may ask on a connection that was given back.
          await Promise.allSettled([asked, judged]);
          writer.abort();
          throw error;
        }
        const counts = writer.counts();
        refuseMissing(sheets, counts);
        return { counts, takes: writer.takes(), census: checker.census };
      }),
    ),
  );
  await match(ctx, 'rosters.send', (tx) => finish(tx, rosterId, found, sheets));
}

/** Two columns that could both be meant are a question for whoever sent the file. @throws FileProblem file.columnDouble */
function refuseDoubles({ sheet, layout }: SheetReading): void {
  const [double] = layout?.doubles ?? [];
  if (double === undefined) return;
  const columns = double.columns.map(
    (column, place) => `${columnName(column)} (${double.headers[place] ?? ''})`,
  );
  throw new FileProblem('file.columnDouble', {
    sheet,
    field: double.field,
    columns: maskText(columns.join(', ')),
  });
}

/** Milliseconds between two words on how far the check is. */
const tellEvery = 500;

/** Tells how far the check is, now and then: in a transaction of its own, so that whoever watches sees the rows go by. */
function progressTeller(
  ctx: Context,
  rosterId: string,
  lines: number | null,
): (rows: number) => Promise<void> {
  let next = 0;
  return async (rows) => {
    const now = performance.now();
    if (now < next) return;
    next = now + tellEvery;
    await match(ctx, 'rosters.send', (tx) => moveProgress(tx, rosterId, 'checking', rows, lines));
  };
}

/** Lines of a text, which are about its rows; null of a workbook, of which nobody knows before it is read. */
function linesOf(file: FileAccess): number | null {
  let lines = 0;
  for (const chunk of readClear(file)) {
    if (lines === 0 && chunk[0] === 0x50 && chunk[1] === 0x4b) return null;
    if (lines === 0) lines = 1;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
  }
  return lines;
}

/** @throws FileProblem file.columnMissing when no row could be read for want of a column */
function refuseMissing(sheets: readonly SheetReading[], counts: Counts): void {
  const [missing] = layoutsOf(sheets).flatMap(missingColumns);
  if (missing !== undefined && counts.rowsIn === counts.refused + counts.ignored) {
    throw new FileProblem('file.columnMissing', missing.facts);
  }
}

function layoutsOf(sheets: readonly SheetReading[]) {
  return sheets.flatMap(({ layout }) => (layout === undefined ? [] : [layout]));
}

async function finish(
  tx: Tx,
  rosterId: string,
  { counts, takes, census }: { readonly counts: Counts; readonly takes: Taking; readonly census: Census },
  sheets: readonly SheetReading[],
) {
  const columns = layoutsOf(sheets).map(
    (layout): SheetColumns => ({
      sheet: layout.sheet,
      headerRow: layout.headerRows.at(-1) ?? 0,
      columns: Object.fromEntries(layout.recognised.map(({ field, column }) => [field, column])),
      unused: layout.unrecognised.map(({ header }) => maskText(header)),
      form: layout.form,
      ...(layout.mapping ?? {}),
    }),
  );
  await rosters.setChecked(tx, rosterId, counts, takes, census, columns);
  await moveProgress(tx, rosterId, 'checked', counts.rowsIn, counts.rowsIn);
  await finishProgress(tx, rosterId, null);
}
