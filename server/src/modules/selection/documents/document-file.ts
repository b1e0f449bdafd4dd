import type { Context } from '#platform/context';
import { csvOf, xlsxOf } from '#platform/spreadsheet';
import { type DocumentKind, getAnnex, revealAnnex } from '../service/annex.ts';
import { documentDocx } from './document-docx.ts';
import { annexTable } from './tables.ts';

/** What a document can leave as: itself, or its annex as a table. */
export const documentFormats = ['docx', 'xlsx', 'csv'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/**
 * The decree of a proposal, or the minutes of its meeting, as a file.
 *
 * @param numbers whole for the copy that is signed; the reading is recorded
 * @throws Refusal auth.forbidden, selection.notFound, selection.noDecree
 */
export async function documentFile(
  ctx: Context,
  proposalId: string,
  kind: DocumentKind,
  format: DocumentFormat,
  numbers: 'masked' | 'whole',
): Promise<Uint8Array> {
  const printed = await (numbers === 'whole' ? revealAnnex : getAnnex)(ctx, proposalId, kind);
  if (format === 'docx') return documentDocx(printed);
  const table = annexTable(ctx.language, printed);
  return format === 'csv' ? new TextEncoder().encode(csvOf(table)) : xlsxOf(table);
}
