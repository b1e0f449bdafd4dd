import { type ClassifiedRow, cellText, readInWorker } from '#rosters';

/** A row of a file that came back, and its cell under a heading that means something in such a file only. */
export interface ReadRow {
  readonly row: ClassifiedRow;
  /** Empty where there is no such heading. */
  readonly cell: string;
}

/**
 * The rows of people in a file, each with its cell under the first heading that nothing else knows and this does.
 *
 * @throws FileProblem as `readInWorker`
 */
export async function readRows(content: Uint8Array, heading: RegExp): Promise<ReadRow[]> {
  const rows: ReadRow[] = [];
  const columns = new Map<string, number>();
  await readInWorker(content, (batch) => {
    for (const { sheet, layout } of batch.sheets) {
      const column = layout?.unrecognised.find(({ header }) => heading.test(header))?.column;
      if (column !== undefined) columns.set(sheet, column);
    }
    for (const row of batch.rows) {
      const column = columns.get(row.raw.sheet);
      const cell = column === undefined ? '' : cellText(row.raw.cells[column]);
      if (row.kind === 'person') rows.push({ row, cell });
    }
  });
  return rows;
}
