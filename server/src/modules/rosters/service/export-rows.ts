import { type Context, read } from '#platform/context';
import type { Language } from '#platform/messages';
import { Refusal } from '#platform/refusal';
import type { TableCell, TableStream } from '#platform/spreadsheet';
import type { RosterRow } from '../model.ts';
import { findRoster } from '../store/rosters.ts';
import { countRows, listRows, type RowFilter } from '../store/rows.ts';
import { textOf } from './read.ts';

/** Rows read at once: a batch is all of the file that is in memory. */
const batch = 5_000;

const words = {
  id: {
    header: ['Sheet', 'Baris', 'Hasil', 'Nama', 'NIK', 'Desa/kelurahan', 'Alasan', 'Jalan keluar', 'Catatan'],
    count: 'Jumlah baris',
    verdict: {
      new: 'baru',
      known: 'dikenal',
      doubtful: 'meragukan',
      refused: 'ditolak',
      ignored: 'diabaikan',
    },
  },
  en: {
    header: ['Sheet', 'Row', 'Result', 'Name', 'NIK', 'Village', 'Reason', 'Remedy', 'Notes'],
    count: 'Number of rows',
    verdict: { new: 'new', known: 'known', doubtful: 'doubtful', refused: 'refused', ignored: 'ignored' },
  },
} as const;

/**
 * The rows of a roster as a table, batch by batch, with verdict, reason and remedy; NIKs are masked.
 *
 * @throws Refusal auth.forbidden, rosters.notFound
 */
export async function rosterRowsTable(
  ctx: Context,
  rosterId: string,
  filter: RowFilter,
): Promise<TableStream> {
  const { fileName, count } = await read(ctx, 'rosters.read', async (tx) => {
    const roster = await findRoster(tx, rosterId);
    if (roster === undefined) throw new Refusal('rosters.notFound');
    return { fileName: roster.fileName, count: await countRows(tx, rosterId, filter) };
  });
  const { header, count: countLabel } = words[ctx.language];
  const name = `${fileName.replace(/\.[^.]*$/, '')}-${filter.verdict ?? 'baris'}`;
  return { name, header, count, countLabel, rows: batches(ctx, rosterId, filter) };
}

async function* batches(ctx: Context, rosterId: string, filter: RowFilter): AsyncGenerator<TableCell[][]> {
  let after: number | null | undefined;
  do {
    const page = await read(ctx, 'rosters.read', (tx) =>
      listRows(tx, rosterId, { ...filter, after: after ?? undefined }, batch),
    );
    yield page.rows.map((row) => cellsOf(row, ctx.language));
    after = page.next;
  } while (after !== null);
}

function cellsOf(row: RosterRow, language: Language): TableCell[] {
  const said = textOf(language, row.reason, row.facts);
  const notes = row.warnings.map(({ code, facts }) => textOf(language, code, facts).text);
  return [
    row.sheet,
    row.row,
    words[language].verdict[row.verdict],
    row.name,
    row.nikMasked,
    row.villageName,
    said.text,
    said.remedy,
    notes.join(' '),
  ];
}
