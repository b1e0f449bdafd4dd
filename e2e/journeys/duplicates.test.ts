import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { Population } from '../../server/src/example/population.ts';
import { expectAccessible, expectReadable, picture, type Watched } from '../browser/page.ts';
import { enrol, signAgreement, todayOf } from '../payung/calls.ts';
import { inOrder } from '../payung/journey.ts';
import { newOffice } from '../payung/office.ts';
import { choose, field } from '../payung/people.ts';

const belu = 5_304_000_000;
const office = newOffice();
let officer: Watched;
let page: Page;

inOrder();

async function liveInFatuketi(): Promise<void> {
  await page.getByLabel('Tempat tinggal', { exact: true }).selectOption({ label: 'Kakuluk Mesak' });
  await page.getByLabel('Di Kakuluk Mesak').selectOption({ label: 'Fatuketi' });
}

const left = (pairs: number) => page.getByText(`${pairs} belum diputuskan`, { exact: true });

describe('people who were enrolled twice become one, with the keyboard', () => {
  test('a second list, taken without looking, brings four people again under other numbers', async () => {
    await office.machine.payung('areas', 'load');
    officer = await office.newcomer('pendaftaran@belu.example', 'registration_officer', '53.04');
    page = officer.page;
    const today = await todayOf(page);
    const population = new Population('ganda', today);
    const village = { code: 5_304_052_001, name: 'Fatuketi', district: 'Kakuluk Mesak' };
    const people = Array.from({ length: 4 }, () => population.person(village));
    const misread = (nik: string) => `${nik.slice(0, 15)}${(Number(nik[15]) + 5) % 10}`;
    const lines = (numberOf: (nik: string) => string) =>
      people.map(({ nik, name, birthDate, sex, occupation, mother }) =>
        [numberOf(nik), name, birthDate, sex, village.name, village.district, occupation, mother].join(';'),
      );
    const numbers = { 'PKS/1': (nik: string) => nik, 'PKS/2': misread };
    for (const [number, numberOf] of Object.entries(numbers)) {
      const agreementId = await signAgreement(page, { number, area: belu });
      await enrol(page, { agreementId, lines: lines(numberOf) });
    }
  });

  test('the list has them, without anybody having asked', async () => {
    const open = async () =>
      ((await (await page.request.get('/api/duplicates')).json()) as { progress: { open: number } }).progress
        .open;
    await expect.poll(open, { timeout: 30_000 }).toBe(4);
    await page.goto('/orang');
    await page.getByRole('link', { name: 'Kemungkinan ganda' }).click();
    await left(4).waitFor();
    await expect.poll(() => page.locator('section.review:focus').count()).toBe(1);
    await page.locator('summary').click();
    await expectReadable(page, 'duplicates');
    await page.locator('summary').scrollIntoViewIfNeeded();
    await picture(page, 'duplicates-why');
  });

  test('decided by one key each, undone by another', async () => {
    await page.locator('section.review').focus();
    await page.keyboard.press('1');
    await left(3).waitFor();
    await page.keyboard.press('b');
    await left(2).waitFor();
    await page.keyboard.press('l');
    await left(1).waitFor();
    await page.keyboard.press('u');
    await left(2).waitFor();
    await page.keyboard.press('2');
    await left(1).waitFor();
    await page.keyboard.press('l');
    await left(0).waitFor();
    await page.goto('/orang/ganda');
    await page.getByText('Tidak ada kemungkinan ganda yang belum diputuskan.').waitFor();
    await page.getByRole('link', { name: 'Lihat yang ditunda (1)' }).click();
    await page.getByRole('heading', { name: 'Pasangan 1' }).waitFor();
    await expectReadable(page, 'duplicates-later');
  });

  test('the page of the person has what was merged, and makes two of one again', async () => {
    const pairs = (await (await page.request.get('/api/duplicates?later=true')).json()) as {
      pairs: { people: [{ personId: string }, { personId: string }] }[];
    };
    const [one, other] = pairs.pairs[0]?.people.map(({ personId }) => personId) ?? [];
    await page.goto(`/orang/${one}/gabung?dengan=${other}`);
    await page.getByRole('radiogroup').waitFor();
    await expectReadable(page, 'merge');
    await field(page, 'Alasan').fill('KTP keduanya dilihat');
    await page.getByRole('button', { name: 'Gabungkan' }).click();
    await page.getByRole('heading', { name: 'Catatan yang digabung ke sini' }).waitFor();
    await expectReadable(page, 'merged');
    await page.getByRole('button', { name: 'Batalkan' }).click();
    await field(page, 'Alasan').fill('ternyata dua orang');
    await page.getByRole('dialog').getByRole('button', { name: 'Batalkan' }).click();
    await page.getByRole('heading', { name: 'Catatan yang digabung ke sini' }).waitFor({ state: 'detached' });
  });

  test('where nothing is disputed, the page of disputes says when something would be', async () => {
    await page.goto('/orang/sengketa');
    await page.getByText('Tidak ada NIK yang disengketakan di wilayah Anda.').waitFor();
    await expectReadable(page, 'disputes-none');
  });

  test('somebody is registered alone: the NIK is read as it is typed, and the person is enrolled', async () => {
    await page.goto('/orang');
    await page.getByRole('link', { name: 'Daftarkan satu orang' }).click();
    await choose(page, 'Perjanjian', 'PKS/2');
    await page.getByLabel('NIK', { exact: true }).fill('5304051708909');
    await page.getByText('13 dari 16 angka').waitFor();
    await expectReadable(page, 'register');
    await page.getByLabel('NIK', { exact: true }).fill('5304051708909777');
    await page.getByText('Menurut NIK: lahir 17 Agustus 1990', { exact: false }).waitFor();
    await field(page, 'Nama lengkap').fill('Yohanes Seran Bria');
    await liveInFatuketi();
    await page.getByLabel('Pekerjaan').fill('Petani');
    await page.getByRole('button', { name: 'Periksa' }).click();
    await page.getByRole('heading', { name: 'Hasil pemeriksaan' }).waitFor();
    await expectReadable(page, 'register-found');
    await page.getByRole('button', { name: 'Daftarkan sebagai peserta' }).click();
    await page.getByText('Terdaftar sebagai peserta').waitFor();
    await expectReadable(page, 'register-done');
    await page.getByRole('link', { name: 'Buka orangnya' }).click();
    await page.getByRole('heading', { name: 'Yohanes Seran Bria' }).waitFor();
  });

  test('somebody who looks like him is asked about, and decided at once', async () => {
    await page.goto('/orang/daftarkan');
    await choose(page, 'Perjanjian', 'PKS/2');
    await page.getByLabel('NIK', { exact: true }).fill('5304051708909772');
    await field(page, 'Nama lengkap').fill('Yohanes Seran Bria');
    await page.getByText('Menurut NIK:', { exact: false }).waitFor();
    await liveInFatuketi();
    await page.getByRole('button', { name: 'Periksa' }).click();
    await page.getByRole('heading', { name: 'Mirip seseorang yang sudah tercatat' }).waitFor();
    await expectReadable(page, 'register-doubt');
    await page.getByRole('button', { name: 'Sama dengan 1' }).click();
    await page.getByRole('link', { name: 'Buka orangnya' }).waitFor();
  });

  test('two people on one NIK: both are kept, and it is settled on evidence whose it is', async () => {
    await page.goto('/orang/daftarkan');
    await choose(page, 'Perjanjian', 'PKS/2');
    await page.getByLabel('NIK', { exact: true }).fill('5304051708909777');
    await page.getByText('Menurut NIK:', { exact: false }).waitFor();
    await field(page, 'Nama lengkap').fill('Theodorus Lopez');
    await liveInFatuketi();
    await page.getByLabel('Nama ibu kandung').fill('Ana Moruk');
    await page.getByRole('button', { name: 'Periksa' }).click();
    await page.getByRole('heading', { name: 'Mirip seseorang yang sudah tercatat' }).waitFor();
    await page.getByRole('button', { name: 'Orang baru' }).click();
    await page.getByRole('button', { name: 'Catat orang ini' }).click();
    await page.getByText('Tercatat', { exact: true }).waitFor();
    await page.goto('/orang/sengketa');
    await page.getByRole('heading', { name: 'Sengketa 1' }).waitFor();
    await expectReadable(page, 'disputes');
    const claimant = page.getByRole('row').filter({ hasText: 'Yohanes Seran Bria' });
    await claimant.getByRole('button', { name: 'NIK milik orang ini' }).click();
    await field(page, 'Bukti').fill('surat Dukcapil nomor 470/12');
    await expectAccessible(page);
    await picture(page, 'disputes-settle');
    await page.getByRole('button', { name: 'Selesaikan sengketa' }).click();
    await page.getByText('Tidak ada NIK yang disengketakan di wilayah Anda.').waitFor();
  });

  test('nothing went wrong unseen', () => {
    expect(officer.troubles).toEqual([]);
  });
});
