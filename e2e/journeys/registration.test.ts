import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, picture, type Watched, widths } from '../browser/page.ts';
import { signAgreement, todayOf } from '../payung/calls.ts';
import { inOrder } from '../payung/journey.ts';
import { newOffice } from '../payung/office.ts';
import { go } from '../payung/people.ts';

const belu = 5_304_000_000;
const office = newOffice();
let officer: Watched;
let page: Page;

inOrder();

const list = [
  'NIK;Nama;Tempat Lahir;Tanggal Lahir;L/P;RT;Desa;Kecamatan;Nama Ibu;Pekerjaan;Lokasi Kerja',
  '5304051708909001;Yohanes Seran;Kupang;17-08-1990;L;004;Fatuketi;Kakuluk Mesak;Agnes;Petani;Kebun',
  '5304055108929002;Maria Bete;;11-08-1992;P;004;Fatuketi;Kakuluk Mesak;Rosa;Penenun;Rumah',
].join('\n');

describe('new members are registered at the branch', () => {
  test('a list is accepted, and its people wait', async () => {
    await office.machine.payung('areas', 'load');
    officer = await office.newcomer('pendaftaran@belu.example', 'registration_officer', '53.04');
    page = officer.page;
    const today = await todayOf(page);
    const agreementId = await signAgreement(page, { number: 'PKS/1', area: belu });
    const startsOn = `${today.slice(0, 7)}-01`;
    const file = { name: 'Fatuketi.csv', mimeType: 'text/csv', buffer: Buffer.from(list) };
    const answer = await page.request.post('/api/rosters', {
      multipart: { file, agreementId, startsOn, policy: 'good_rows' },
    });
    const { rosterId } = (await answer.json()) as { rosterId: string };
    await page.goto(`/daftar/${rosterId}`);
    await page.getByRole('button', { name: 'Terima 2 orang' }).click();
    await page.getByRole('button', { name: 'Ya, daftarkan' }).click();
    await page.getByText('2 orang didaftarkan.', { exact: false }).first().waitFor();
  });

  test('who is complete goes on the sheet, who is not is completed', async () => {
    await go(page, 'Pendaftaran');
    await page.getByRole('heading', { name: '1 peserta siap dikirim' }).waitFor();
    await page.getByRole('button', { name: 'Lengkapi' }).click();
    await page.getByLabel('Tempat lahir').fill('Atambua');
    for (const [width, size] of Object.entries(widths)) {
      await page.setViewportSize(size);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      await picture(page, `registration-${width}`);
    }
    await page.setViewportSize(widths.desk);
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByRole('button', { name: 'Buat lembar untuk 2 orang' }).click();
    await page.getByText('Lembar untuk 2 orang dibuat', { exact: false }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^pendaftaran-bpu-.+\.csv$/);
  });

  test('the answer of the branch comes back with a remedy, and a mended member waits again', async () => {
    const answer =
      'NIK;Hasil;Kode;Keterangan\n5304051708909001;DITOLAK;E02;Nama tidak sesuai\n5304055108929002;DITERIMA;00;';
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Muat jawaban' }).click();
    await (await chooser).setFiles({
      name: 'jawaban.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(answer),
    });
    await page.getByText('1 diterima, 1 ditolak, 0 belum dijawab.', { exact: false }).waitFor();
    await page.getByText('Tulis nama persis seperti di KTP.').waitFor();
    for (const [width, size] of Object.entries(widths)) {
      await page.setViewportSize(size);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      await picture(page, `registration-answered-${width}`);
    }
    await page.setViewportSize(widths.desk);
    await page.getByRole('button', { name: 'Sudah diperbaiki' }).click();
    await page.getByRole('heading', { name: '1 peserta siap dikirim' }).waitFor();
  });

  test('nothing went wrong unseen', () => {
    expect(officer.troubles).toEqual([]);
  });
});
