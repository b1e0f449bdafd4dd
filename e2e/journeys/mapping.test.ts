import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectReadable, type Watched } from '../browser/page.ts';
import { todayOf } from '../payung/calls.ts';
import { inOrder } from '../payung/journey.ts';
import { newOffice } from '../payung/office.ts';

const office = newOffice();
let officer: Watched;
let page: Page;

inOrder();

/** Sends a list that records at the page's own interface; its id. */
async function send(partnerId: string, fileName: string, ...lines: string[]): Promise<string> {
  const today = await todayOf(page);
  const answer = await page.request.post('/api/rosters', {
    multipart: {
      file: { name: fileName, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) },
      purpose: 'record',
      area: '5304000000',
      partnerId,
      startsOn: today,
      policy: 'good_rows',
    },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return ((await answer.json()) as { rosterId: string }).rosterId;
}

const headings = 'Kode;Sebutan;Lahir tgl;Kampung asal';
const meaning = (header: string) => page.getByLabel(new RegExp(`^Arti kolom [A-Z]+ ${header}$`));

describe('headings that nobody knows are explained once', () => {
  let partnerId = '';

  test('a list with such headings says where to explain them', async () => {
    await office.machine.payung('areas', 'load');
    officer = await office.newcomer('pendaftaran@belu.example', 'registration_officer', '53.04');
    page = officer.page;
    const made = await page.request.post('/api/partners', {
      data: { kind: 'cooperative', name: 'KUB Nelayan', area: 5_304_000_000 },
    });
    ({ partnerId } = (await made.json()) as { partnerId: string });
    const person = '5304051708909001;Yohanes Seran;17-08-1990;Fatuketi';
    const rosterId = await send(partnerId, 'KUB nelayan.csv', 'DAFTAR ANGGOTA;;;', headings, person);
    await page.goto(`/daftar/${rosterId}`);
    await page.getByText('Kepala tabel tidak ditemukan.').waitFor();
    await page.getByRole('link', { name: 'Arti kolom' }).click();
    await page.getByText('Pilih baris yang berisi judul kolom.', { exact: false }).waitFor();
  });

  test('each column is given its meaning, and the list is checked again', async () => {
    await page.getByLabel('Baris judul').selectOption('2');
    await meaning('Kode').selectOption('nik');
    await meaning('Sebutan').selectOption('name');
    await meaning('Lahir tgl').selectOption('birth_date');
    await meaning('Kampung asal').selectOption('village');
    await expectReadable(page, 'mapping');
    await page.getByRole('button', { name: 'Simpan dan periksa lagi' }).click();
    await page.getByText('arti kolom "KUB nelayan" yang disimpan', { exact: false }).waitFor();
    await page.getByText('Orang baru, dicatat tanpa kepesertaan.', { exact: false }).first().waitFor();
    await expectReadable(page, 'mapped-list');
  });

  test('the next file with these headings is read without a word', async () => {
    const person = '5304051708909002;Maria Bete;11-08-1992;Fatuketi';
    await page.goto(`/daftar/${await send(partnerId, 'Desember.csv', headings, person)}`);
    await page.getByText('arti kolom "KUB nelayan" yang disimpan', { exact: false }).waitFor();
  });

  test('what was saved is seen, renamed and ended', async () => {
    await page.goto('/daftar/kolom');
    await page.getByText('Sebutan = Nama', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Ganti nama' }).click();
    await page.getByLabel('Nama baru').fill('KUB Fatuketi');
    await page.getByRole('button', { name: 'Simpan nama' }).click();
    await page.getByRole('rowheader', { name: 'KUB Fatuketi' }).waitFor();
    await page.getByRole('button', { name: 'Akhiri', exact: true }).click();
    await expectReadable(page, 'mappings');
    await page.getByRole('button', { name: 'Akhiri sekarang' }).click();
    await page.getByText('diakhiri', { exact: false }).first().waitFor();
  });

  test('templates of every layout are there to download', async () => {
    await page.goto('/daftar/kirim');
    await page.getByText('Unduh templat kosong').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Lembar impor OpenSID' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('opensid-v1-kabupaten-belu.xlsx');
    await expectReadable(page, 'templates');
  });

  test('nothing went wrong unseen', () => {
    expect(officer.troubles).toEqual([]);
  });
});
