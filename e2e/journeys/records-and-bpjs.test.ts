import type { Day } from '@payung/kernel';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Population } from '../../server/src/example/population.ts';
import { expectReadable, type Watched } from '../browser/page.ts';
import { post, todayOf } from '../payung/calls.ts';
import { inOrder } from '../payung/journey.ts';
import { newOffice } from '../payung/office.ts';

const office = newOffice();
let officer: Watched;
let page: Page;
let today: Day;
let list = '';
let stated = '';

inOrder();

beforeAll(async () => {
  await office.machine.payung('areas', 'load');
  officer = await office.newcomer('pendaftaran@ntt.example', 'registration_officer', '53');
  page = officer.page;
  today = await todayOf(page);
  await post(page, '/partners', { kind: 'village', name: 'Desa Fatuketi', area: 5_304_052_001 });

  const population = new Population('catat', today);
  const village = { code: 5_304_052_001, name: 'Fatuketi', district: 'Kakuluk Mesak' };
  const people = Array.from({ length: 40 }, () => population.person(village));
  list = [
    'NIK;Nama;Tanggal Lahir;L/P;Desa;Kecamatan;Pekerjaan',
    ...people.map(({ nik, name, birthDate, sex, occupation }) =>
      [nik, name, birthDate, sex, village.name, village.district, occupation].join(';'),
    ),
  ].join('\n');
  stated = [
    'NIK;Nama;Tanggal Lahir;No KPJ;Segmen;Program;Lunas Sampai',
    ...people.slice(0, 33).map(({ nik, name, birthDate }, at) =>
      // Of the last three the branch has another number.
      [
        at < 30 ? nik : misread(nik),
        name,
        birthDate,
        '21012345678',
        'BPU',
        'JKK, JKM',
        today.slice(0, 7),
      ].join(';'),
    ),
  ].join('\n');
});

/** A number as somebody read it wrongly. */
function misread(nik: string): string {
  return `${nik.slice(0, 15)}${(Number(nik[15]) + 5) % 10}`;
}

describe('a list that records, and what BPJS states of its people', () => {
  test('is sent for the records of a village, and accepted without making members', async () => {
    await page.goto('/daftar/kirim');
    await page.getByLabel('Catat saja').check();
    await page.getByLabel('Wilayah', { exact: true }).selectOption({ label: 'Kabupaten Belu' });
    await page.getByLabel('Di Kabupaten Belu').waitFor();
    // There is but one partner: it is chosen.
    await expect
      .poll(() => page.getByRole('combobox', { name: 'Mitra' }).inputValue())
      .toMatch(/^Desa Fatuketi/);
    await expectReadable(page, 'records-send');
    const file = { name: 'warga-fatuketi.csv', mimeType: 'text/csv', buffer: Buffer.from(list) };
    await page.getByLabel('Pilih berkas').setInputFiles(file);
    await page.getByRole('button', { name: 'Kirim dan periksa' }).click();
    await page.getByRole('button', { name: /Terima \d+ orang/ }).waitFor();
    await expectReadable(page, 'records-checked');
    await page.getByRole('button', { name: /Terima \d+ orang/ }).click();
    await page.getByRole('button', { name: 'Ya, catat' }).click();
    await page.getByText(/orang baru dicatat, 0 orang dikenal dicocokkan/).waitFor();
    await expectReadable(page, 'records-accepted');
  });

  test('the member file of the branch is imported, and its rows are shown', async () => {
    await page.goto('/bpjs');
    await page.getByLabel('Kantor cabang').first().selectOption('atambua');
    const file = { name: 'aktif.csv', mimeType: 'text/csv', buffer: Buffer.from(stated) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: 'Muat berkas' }).click();
    await page.getByText(/\d+ orang terlindungi menurut berkas ini/).waitFor();
    await page.getByLabel('Tampilkan').selectOption('matched');
    await page.getByRole('cell', { name: 'dikenal' }).first().waitFor();
    await expectReadable(page, 'bpjs-rows');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Unduh baris dengan alasan (XLSX)' }).click();
    expect((await download).suggestedFilename()).toMatch(/^peserta-atambua-.*\.xlsx$/);
  });

  test('rows that may mean somebody are decided by keyboard, and cover follows at once', async () => {
    await page.getByText('30 orang terlindungi menurut berkas ini').waitFor();
    const link = page.getByRole('link', { name: 'Tinjau 3 baris yang meragukan' });
    await expectReadable(page, 'bpjs');
    await link.press('Enter');
    await page.getByText('0 dari 3', { exact: true }).waitFor();
    await expect.poll(() => page.locator('section.review:focus').count()).toBe(1);
    await expectReadable(page, 'bpjs-review');
    await page.keyboard.press('1');
    await page.getByText('1 dari 3', { exact: true }).waitFor();
    await page.keyboard.press('b');
    await page.getByText('2 dari 3', { exact: true }).waitFor();
    await page.keyboard.press('l');
    await page.getByText('3 dari 3', { exact: true }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.getByText('Dilewati').waitFor();
    await expectReadable(page, 'bpjs-decided');
    await page.getByRole('link', { name: 'aktif.csv' }).click();
    await page.getByText('31 orang terlindungi menurut berkas ini').waitFor();
    await page.getByText(/31 dikenal \+ 1 meragukan \+ 1 belum ada di sini/).waitFor();
  });

  test('the list is undone once what that takes back was shown', async () => {
    await page.goto('/daftar');
    await expectReadable(page, 'records-list');
    await page.getByRole('link', { name: 'warga-fatuketi.csv' }).click();
    await page.getByRole('button', { name: 'Batalkan penerimaan' }).click();
    await page.getByRole('dialog').getByLabel('Alasan').fill('Daftar desa lain');
    await expectReadable(page, 'records-undo');
    await page.getByRole('button', { name: 'Ya, batalkan' }).click();
    await page.getByText('Penerimaan dibatalkan', { exact: false }).waitFor();
    await expectReadable(page, 'records-undone');
  });

  test('nothing went wrong unseen', () => {
    expect(officer.troubles).toEqual([]);
  });
});
