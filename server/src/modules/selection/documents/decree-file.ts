import type { Context } from '#platform/context';
import { csvOf, xlsxOf } from '#platform/spreadsheet';
import { getAnnex, revealAnnex } from '../service/decree.ts';
import { decreeDocx } from './decree-docx.ts';
import { annexTable } from './tables.ts';

/** What a decree can leave as: the document, or its annex as a table. */
export const decreeFormats = ['docx', 'xlsx', 'csv'] as const;
export type DecreeFormat = (typeof decreeFormats)[number];

/**
 * The decree of a proposal as a file.
 *
 * @param numbers whole for the copy that is signed; the reading is recorded
 * @throws Refusal auth.forbidden, selection.notFound, selection.noDecree
 */
export async function decreeFile(
  ctx: Context,
  proposalId: string,
  format: DecreeFormat,
  numbers: 'masked' | 'whole',
): Promise<Uint8Array> {
  const printed = await (numbers === 'whole' ? revealAnnex : getAnnex)(ctx, proposalId);
  if (format === 'docx') return decreeDocx(printed);
  const table = annexTable(ctx.language, printed);
  return format === 'csv' ? new TextEncoder().encode(csvOf(table)) : xlsxOf(table);
}
