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
    await hand(interpreter.push(raw));
    raw = [];
  }
  const last = interpreter.push(raw);
  const end = order.rowsPerSheet === undefined ? interpreter.end() : interpreter.rest();
  const sheets: SheetReading[] = [...last.sheets, ...end.sheets];
  const rows: ClassifiedRow[] = [...last.rows, ...end.rows];
  await hand({ sheets, rows });
  parentPort?.postMessage({ type: 'end' } satisfies ReadingNews);
}

async function hand(batch: Interpreted): Promise<void> {
  if (batch.rows.length > 0) await say({ type: 'batch', batch });
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
