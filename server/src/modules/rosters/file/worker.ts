import { parentPort, workerData } from 'node:worker_threads';
import type { ClassifiedRow } from './classify.ts';
import { type Interpreted, RosterInterpreter, type SheetReading } from './interpret.ts';
import { FileProblem } from './problem.ts';
import type { ReadingNews, ReadingOrder } from './protocol.ts';
import { openRosterFile } from './read.ts';
import type { RawRow } from './row.ts';

/** The reading thread: reads one file and hands it over batch by batch, never ahead of its reader. */
async function main(order: ReadingOrder): Promise<void> {
  const file = await openRosterFile(order.source, order.limits);
  await say({ type: 'opened', file: { kind: file.kind, sheets: file.sheets, date1904: file.date1904 } });
  const interpreter = new RosterInterpreter(order.required, order.known);
  let raw: RawRow[] = [];
  for await (const row of file.rows(order.rowsPerSheet)) {
    raw.push(row);
    if (raw.length < order.batchRows) continue;
    await hand(interpreter.push(raw), order);
    raw = [];
  }
  const last = interpreter.push(raw);
  const end = order.rowsPerSheet === undefined ? interpreter.end() : interpreter.rest();
  const sheets: SheetReading[] = [...last.sheets, ...end.sheets];
  const rows: ClassifiedRow[] = [...last.rows, ...end.rows];
  await hand({ sheets, rows }, order);
  parentPort?.postMessage({ type: 'end' } satisfies ReadingNews);
}

async function hand({ sheets, rows }: Interpreted, { valuesOnly }: ReadingOrder): Promise<void> {
  if (rows.length === 0) return;
  await say({ type: 'batch', batch: { sheets, rows: valuesOnly ? rows.map(withoutCells) : rows } });
}

const none: RawRow['cells'] = [];

/** Every cell of a row that is handed over is copied twice on its way. */
function withoutCells(row: ClassifiedRow): ClassifiedRow {
  return row.kind === 'person' ? { ...row, raw: { ...row.raw, cells: none } } : row;
}

async function say(news: ReadingNews): Promise<void> {
  const port = parentPort;
  if (port === null) return;
  await new Promise<void>((goOn) => {
    port.once('message', () => goOn());
    port.postMessage(news);
  });
}

try {
  await main(workerData as ReadingOrder);
} catch (error) {
  if (!(error instanceof FileProblem)) throw error;
  const { code, facts } = error;
  parentPort?.postMessage({ type: 'problem', code, facts } satisfies ReadingNews);
}
parentPort?.close();
