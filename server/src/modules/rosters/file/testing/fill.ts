import { readXlsx, writeXlsx } from 'hucre/xlsx';

/** The workbook with one row filled in below its headings, as somebody with a spreadsheet would. */
export async function updateWorkbook(
  workbook: Uint8Array,
  row: Readonly<Record<string, string>>,
): Promise<Uint8Array> {
  const { sheets } = await readXlsx(workbook);
  return writeXlsx({
    sheets: sheets.map(({ name, rows }, at) => ({
      name,
      rows: at > 0 ? rows : [rows[0] ?? [], (rows[0] ?? []).map((header) => row[String(header)] ?? null)],
    })),
  });
}
