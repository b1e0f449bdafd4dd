import { type Context, read } from '#platform/context';
import { hasMessage, type Language, say } from '#platform/messages';
import type { TableCell, TableStream } from '#platform/spreadsheet';
import type { MemberFile, MemberRow, MemberVerdict } from '../model.ts';
import * as store from '../store/files.ts';

/** Rows read at once: a batch is all of the file that is in memory. */
const batch = 5_000;

const words = {
  id: {
    header: [
      'Sheet',
      'Baris',
      'Hasil',
      'Nama',
      'NIK',
      'Segmen',
      'NPP',
      'Lunas sampai',
      'Alasan',
      'Jalan keluar',
    ],
    count: 'Jumlah baris',
    forgotten: '(sudah dihapus)',
    nameless: '(tidak ada di berkas)',
    verdict: {
      matched: 'dikenal',
      doubtful: 'meragukan',
      unknown: 'belum ada di sini',
      refused: 'ditolak',
      ignored: 'diabaikan',
    },
  },
  en: {
    header: ['Sheet', 'Row', 'Result', 'Name', 'NIK', 'Segment', 'NPP', 'Paid until', 'Reason', 'Remedy'],
    count: 'Number of rows',
    forgotten: '(deleted)',
    nameless: '(not in the file)',
    verdict: {
      matched: 'known',
      doubtful: 'doubtful',
      unknown: 'not here yet',
      refused: 'refused',
      ignored: 'ignored',
    },
  },
} as const;

/**
 * The rows of a member file as a table, batch by batch, with verdict, reason and remedy; NIKs are masked. Those who do not see all
 * areas of the branch get none.
 *
 * @throws Refusal auth.forbidden, members.fileNotFound
 */
export async function memberRowsTable(
  ctx: Context,
  fileId: string,
  verdict: MemberVerdict | undefined,
): Promise<TableStream> {
  const { file, visible } = await read(ctx, 'members.compare', async (tx) => ({
    file: await store.getFile(tx, fileId),
    visible: (await store.listRows(tx, fileId, {}, 1)).rows.length > 0,
  }));
  const { header, count: countLabel } = words[ctx.language];
  return {
    name: `peserta-${file.branchId}-${file.month}`,
    header,
    count: visible ? countOf(file, verdict) : 0,
    countLabel,
    rows: batches(ctx, fileId, verdict),
  };
}

function countOf({ counts }: MemberFile, verdict: MemberVerdict | undefined): number {
  return verdict === undefined ? counts.rowsIn : counts[verdict];
}

async function* batches(
  ctx: Context,
  fileId: string,
  verdict: MemberVerdict | undefined,
): AsyncGenerator<TableCell[][]> {
  let after: number | null | undefined;
  do {
    const page = await read(ctx, 'members.compare', (tx) =>
      store.listRows(tx, fileId, { verdict, after: after ?? undefined }, batch),
    );
    yield page.rows.map((row) => cellsOf(row, ctx.language));
    after = page.next;
  } while (after !== null);
}

function cellsOf(row: MemberRow, language: Language): TableCell[] {
  const said = hasMessage(row.reason)
    ? say(language, row.reason, row.facts)
    : { text: row.reason, remedy: '' };
  return [
    row.sheet,
    row.row,
    words[language].verdict[row.verdict],
    nameIn(row, language),
    row.nikMasked,
    row.segment,
    row.npp,
    row.paidUntil,
    said.text,
    said.remedy,
  ];
}

/** A name that is not there is told from one that was deleted; an ignored row names nobody. */
function nameIn({ verdict, name }: MemberRow, language: Language): string | null {
  if (verdict === 'ignored') return null;
  const { forgotten, nameless } = words[language];
  return name === null ? forgotten : name || nameless;
}
