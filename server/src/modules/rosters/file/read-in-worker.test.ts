import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import papaparse from 'papaparse';
import { expect, test } from 'vitest';
import { localFileStore } from '#platform/files';
import { newId } from '#platform/ids';
import { createSealer, newKeyringDocument, openKeyring } from '#platform/seal';
import { FILE_LIMITS } from './guard.ts';
import { type RosterBatch, readInWorker } from './read-in-worker.ts';
import { makeXlsx, textRows } from './testing/xlsx.ts';

const HEADER = ['No', 'NIK', 'Nama'];
const people = (count: number): string[][] =>
  Array.from({ length: count }, (_, index) => [
    String(index + 1),
    `530406170890${9000 + (index % 1000)}`,
    'Yohanes Seran',
  ]);
const csv = (count: number): Uint8Array =>
  Buffer.from(papaparse.unparse([HEADER, ...people(count), ['JUMLAH', '', String(count)]]));

test('all rows arrive in order, in batches, and are counted', async () => {
  const batches: RosterBatch[] = [];
  const summary = await readInWorker(csv(2_500), (batch) => void batches.push(batch), { batchRows: 1_000 });
  const rows = batches.flatMap((batch) => batch.rows.map(({ raw }) => raw.row));
  expect(rows).toEqual(Array.from({ length: 2_502 }, (_, index) => index + 1));
  expect(batches.map((batch) => batch.rows.length)).toEqual([1_000, 1_000, 502]);
  expect(summary).toMatchObject({
    kind: 'csv',
    rows: 2_502,
    people: 2_500,
    ignored: { header: 1, total: 1 },
    hiddenRows: 0,
  });
});

// Some three chunks of text, so that rows and characters lie across their ends; a workbook, which is read whole.
test.each([
  ['text', csv(4_000)],
  ['text with accents', Buffer.from(Buffer.from(csv(3_000)).toString().replaceAll('Yohanes', 'Yohánés'))],
  ['a workbook', makeXlsx({ sheets: [{ name: 'A', xml: textRows([HEADER, ...people(300)]) }] })],
])('%s that lies sealed is read as if it did not', async (_, bytes) => {
  const directory = await mkdtemp(join(tmpdir(), 'payung-sealed-'));
  try {
    const store = localFileStore(directory, createSealer(openKeyring(newKeyringDocument())));
    const id = newId();
    await store.put(id, bytes);
    const rowsOf = async (source: Parameters<typeof readInWorker>[0]) => {
      const batches: RosterBatch[] = [];
      await readInWorker(source, (batch) => void batches.push(batch));
      return batches.flatMap(({ rows }) => rows.map(({ raw, values }) => [raw.row, values]));
    };
    expect(await rowsOf(await store.access(id))).toEqual(await rowsOf(bytes));
  } finally {
    await rm(directory, { recursive: true });
  }
});

test('the next batch is not read before the last one was used', async () => {
  let inUse = 0;
  let most = 0;
  await readInWorker(
    csv(500),
    async () => {
      inUse += 1;
      most = Math.max(most, inUse);
      // A turn of the event loop, in which another batch would arrive if one had been sent.
      await new Promise((resolve) => setImmediate(resolve));
      inUse -= 1;
    },
    { batchRows: 100 },
  );
  expect(most).toBe(1);
});

test('a workbook is read from its path, and its hidden sheets are named', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'roster-'));
  try {
    const path = join(folder, 'daftar.xlsx');
    const sheet = { name: 'Dusun I', xml: textRows([HEADER, ...people(3)]) };
    await writeFile(
      path,
      makeXlsx({ sheets: [sheet, { name: 'Kode', xml: textRows([['x']]), state: 'hidden' }] }),
    );
    const summary = await readInWorker(path, () => {});
    expect(summary).toMatchObject({
      kind: 'xlsx',
      people: 3,
      sheets: [{ hidden: false }, { name: 'Kode', hidden: true }],
    });
    expect(summary.readings.map(({ sheet: name, layout }) => [name, layout?.headerRows])).toEqual([
      ['Dusun I', [1]],
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

// biome-ignore format: aligned table of cases
test.each([
  ['a PDF',                    Buffer.from('%PDF-1.7'),                  {},                                          'file.notSpreadsheet'],
  ['a file above the limit',   csv(10),                                  { limits: { ...FILE_LIMITS, textBytes: 10 } }, 'file.tooLarge'],
  ['a file without a header',  Buffer.from('a;b\n1;2'),                  {},                                          'file.noHeader'],
  ['a file cut in a quote',    Buffer.from('NIK;Nama;L/P\n5;"Anis\n'),   {},                                          'file.unclosedQuote'],
  ['no time at all',           csv(10),                                  { timeLimit: 0 },                             'file.tooSlow'],
] as const)('%s is refused across the thread with its code', async (_, bytes, options, code) => {
  await expect(readInWorker(bytes, () => {}, options)).rejects.toMatchObject({ name: 'FileProblem', code });
});

test('a file that needs more memory than allowed ends its thread, not the server', async () => {
  const strings = Array.from(
    { length: 400_000 },
    (_, index) => `<si><t>teks nomor ${index} yang panjang sekali</t></si>`,
  );
  const bytes = makeXlsx({
    sheets: [{ name: 'A', xml: textRows([HEADER]) }],
    sharedStrings: strings.join(''),
  });
  await expect(readInWorker(bytes, () => {}, { memoryLimit: 16 })).rejects.toMatchObject({
    code: 'file.tooMuchMemory',
  });
});

test('a reading that is no longer wanted stops with the reason of its signal', async () => {
  const controller = new AbortController();
  const reading = readInWorker(csv(5_000), () => controller.abort(new Error('dibatalkan')), {
    signal: controller.signal,
  });
  await expect(reading).rejects.toThrow('dibatalkan');
  await expect(readInWorker(csv(1), () => {}, { signal: controller.signal })).rejects.toThrow('dibatalkan');
});

test('an error of whoever uses the rows stops the reading', async () => {
  const reading = readInWorker(csv(5_000), () => {
    throw new Error('basis data penuh');
  });
  await expect(reading).rejects.toThrow('basis data penuh');
});
