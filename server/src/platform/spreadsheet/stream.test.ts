import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { streamResponse, type TableCell } from './index.ts';
import { xlsxBytes } from './xlsx-stream.ts';

async function* batches(total: number, size: number): AsyncGenerator<TableCell[][]> {
  for (let from = 1; from <= total; from += size) {
    const count = Math.min(size, total - from + 1);
    yield Array.from({ length: count }, (_, n) => [`Maria <${from + n}> & "co"`, from + n, null, true]);
  }
}

const table = (total: number, count = total) => ({
  name: 'Daftar Fatuketi',
  header: ['Nama', 'Nomor', 'Kosong', 'Ya'],
  count,
  countLabel: 'Jumlah baris',
  rows: batches(total, 7),
});

describe('a table that is written as it is read', () => {
  test('as a workbook, holds every row and says how many', async () => {
    const response = streamResponse(table(20), 'xlsx');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="Daftar-Fatuketi.xlsx"');
    const { sheets } = await readXlsx(new Uint8Array(await response.arrayBuffer()));
    const [sheet] = sheets;
    expect(sheet?.name).toBe('Daftar Fatuketi');
    expect(sheet?.rows).toHaveLength(22);
    expect(sheet?.rows[0]).toEqual(['Nama', 'Nomor', 'Kosong', 'Ya']);
    expect(sheet?.rows[20]?.slice(0, 2)).toEqual(['Maria <20> & "co"', 20]);
    expect(sheet?.rows[21]?.slice(0, 2)).toEqual(['Jumlah baris', 20]);
  });

  test('as CSV, too', async () => {
    const lines = (await streamResponse(table(8), 'csv').text()).split('\r\n');
    expect(lines.slice(0, 2)).toEqual(['Nama,Nomor,Kosong,Ya', '"Maria <1> & ""co""",1,,true']);
    expect(lines.slice(-2)).toEqual(['Jumlah baris,8', '']);
  });

  test('goes on, under the same heading, on a second sheet where one is full', async () => {
    const bytes: Buffer[] = [];
    for await (const chunk of xlsxBytes('Peserta', ['Nama', 'Nomor'], batches(10, 3), 5)) bytes.push(chunk);
    const { sheets } = await readXlsx(Buffer.concat(bytes));
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['Peserta', 5],
      ['Peserta 2', 5],
      ['Peserta 3', 3],
    ]);
    expect(sheets[2]?.rows.map((row) => row[1])).toEqual(['Nomor', 9, 10]);
  });

  test.each([
    ['csv', 9],
    ['csv', 7],
    ['xlsx', 9],
  ] as const)(
    'breaks off when there are not as many rows as were counted (%s, %i)',
    async (format, count) => {
      await expect(streamResponse(table(8, count), format).arrayBuffer()).rejects.toThrow('should have');
    },
  );
});
