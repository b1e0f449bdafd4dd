import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, expectReadable, picture, type Watched } from '../browser/page.ts';
import { inOrder } from '../payung/journey.ts';
import { newOffice } from '../payung/office.ts';
import { field, go, signIn, tabTo } from '../payung/people.ts';

const password = 'payung-contoh-belu';
const office = newOffice([]);
let officer: Watched;
let page: Page;

inOrder();

beforeAll(async () => {
  officer = await office.open();
  page = officer.page;
  await signIn(page, { email: 'pendaftaran@contoh.payung', password });
});

/** Finds somebody of the example in the dialog and takes the first, with the keyboard alone. */
async function choosePerson(name: string): Promise<string> {
  const dialog = page.getByRole('dialog');
  await tabTo(page, dialog.getByLabel(/^Cari orang/));
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  const first = dialog.getByRole('radio').first();
  await first.waitFor();
  await tabTo(page, first);
  await page.keyboard.press('Space');
  const chosen = await dialog.getByText(/^Dipilih: /).innerText();
  return chosen.replace('Dipilih: ', '');
}

async function save(): Promise<void> {
  const button = page.getByRole('dialog').getByRole('button', { name: 'Simpan' });
  await tabTo(page, button);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

describe('a village body has seats, holders and figures', () => {
  test('from the kabupaten to the village', async () => {
    await go(page, 'Perangkat desa');
    await page.getByRole('heading', { name: 'Menurut wilayah' }).waitFor();
    await expectReadable(page, 'offices');
    await page.getByRole('link', { name: 'Kakuluk Mesak', exact: true }).click();
    await page.getByRole('link', { name: 'Fatuketi', exact: true }).click();
    await page.getByRole('heading', { name: 'Perangkat dan lembaga desa: Fatuketi' }).waitFor();
    await expect.poll(() => page.getByText('jumlah kursi belum diketahui').count()).toBeGreaterThan(5);
    await expectReadable(page, 'village-offices-empty');
  });

  test('the number of seats is recorded with its source', async () => {
    await page.getByRole('button', { name: 'Catat jumlah kursi: Ketua RT' }).press('Enter');
    await field(page, 'Jumlah kursi').fill('4');
    await field(page, 'Sumber').fill('Perdes 3/2024 tentang SOTK');
    await expectAccessible(page);
    await save();
    await page.getByText('4 kursi · Perdes 3/2024 tentang SOTK').waitFor();
    await page.getByText('4 kosong').waitFor();
  });

  test('a seat is filled, and its holder changed, with the keyboard alone', async () => {
    await page.getByRole('button', { name: 'Isi kursi: Kepala Desa' }).press('Enter');
    const first = await choosePerson('maria');
    await page.getByRole('dialog').getByText('jangan daftarkan lagi dari dana lain').waitFor();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Tampilkan \d+ orang lainnya$/ })
      .press('Enter');
    await expect.poll(() => page.getByRole('dialog').getByRole('radio').count()).toBeGreaterThan(8);
    await expectReadable(page, 'seat-dialog');
    await save();
    await page.getByRole('link', { name: first, exact: true }).waitFor();
    await page.getByRole('button', { name: `Ganti pemegang: ${first}` }).press('Enter');
    const second = await choosePerson('yohanes');
    await expectAccessible(page);
    // The first began today, so the next begins tomorrow.
    const days = page.getByRole('group', { name: /^Mulai menjabat/ }).getByRole('combobox');
    const year = String(Number(await days.nth(2).inputValue()) + 1);
    await days.nth(2).selectOption(year);
    await save();
    await page
      .getByRole('status')
      .getByText(/^Pemegang diganti/)
      .waitFor();
    const village = new URL(page.url()).pathname.split('/').at(-1);
    const later = `${year}-12-31`;
    const answer = await page.request.get(`/api/offices/villages/${village}?on=${later}`);
    const { offices } = (await answer.json()) as {
      offices: { office: string; holders: { name: string }[] }[];
    };
    expect(offices.find(({ office }) => office === 'kepala_desa')?.holders.map(({ name }) => name)).toEqual([
      second,
    ]);
    await expectReadable(page, 'village-offices');
  });

  test('everybody in a seat leaves as CSV and as a workbook', async () => {
    for (const format of ['csv', 'xlsx']) {
      const answer = await page.request.get(`/api/offices/file?area=53.04&format=${format}`);
      expect(answer.status()).toBe(200);
      expect((await answer.body()).byteLength).toBeGreaterThan(100);
    }
  });
});

describe('a partner has a list, with entrants and leavers', () => {
  test('the partners with their members by segment and group', async () => {
    await go(page, 'Mitra');
    await page.getByRole('heading', { name: 'Menurut segmen dan kelompok' }).waitFor();
    await expectReadable(page, 'partners');
  });

  test('two members leave, and one of them comes back', async () => {
    await page.getByRole('rowheader').getByRole('link').first().click();
    const boxes = page.getByRole('checkbox', { name: /^Pilih / });
    await boxes.first().waitFor();
    await expectReadable(page, 'partner');
    await boxes.nth(0).press('Space');
    await boxes.nth(1).press('Space');
    await page.getByRole('button', { name: 'Catat keluar (2)' }).press('Enter');
    await page.getByLabel('Sebab').selectOption({ label: 'pindah' });
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Catat', exact: true }).press('Enter');
    await page.getByText('2 orang dicatat keluar.').waitFor();
    await picture(page, 'leaving-desk');
    await page.getByRole('button', { name: 'Tutup' }).last().press('Enter');
    await page.getByRole('link', { name: 'Masuk dan keluar' }).press('Enter');
    const undo = page.getByRole('button', { name: /^Batalkan keluarnya/ });
    await undo.first().waitFor();
    await expect.poll(() => undo.count()).toBe(2);
    await undo.first().press('Enter');
    await expect.poll(() => undo.count()).toBe(1);
    await expectReadable(page, 'partner-changes');
  });

  test('a list said to be complete asks about who is missing, and nobody leaves by it', async () => {
    await page.getByRole('link', { name: 'Diduga keluar' }).press('Enter');
    await page.getByRole('button', { name: 'Daftar ini memuat semua anggota' }).press('Enter');
    await page.getByText(/lengkap per/).waitFor();
    // All were on that list: the one who left is no longer asked about.
    await page.getByText('Semua anggota ada pada daftar itu, atau sudah diputuskan.').waitFor();
    await expectReadable(page, 'partner-complete');
  });
});

test('somebody who looks for work is recorded with the keyboard, and is on the list', async () => {
  await go(page, 'Pencari kerja');
  await page.getByText('Belum ada pencari kerja yang dicatat di sini.').waitFor();
  await page.getByRole('button', { name: 'Catat pencari kerja' }).press('Enter');
  const name = await choosePerson('maria');
  await page.getByRole('dialog').getByLabel('Pelatihan').selectOption({ label: 'menjahit dan tenun' });
  await field(page, 'Sumber').fill('pendataan RT');
  await expectReadable(page, 'seeker-dialog');
  await save();
  await page.getByRole('rowheader').getByRole('link', { name, exact: true }).waitFor();
  await expectReadable(page, 'seekers');
});

test('holders are taken from a roster that was accepted; a list without offices gives none', async () => {
  await go(page, 'Perangkat desa');
  await page.getByText('Ambil pemegang dari daftar').click();
  await page.getByRole('button', { name: 'Ambil pemegang', exact: true }).press('Enter');
  await page.getByText(/^0 orang kini memegang jabatan/).waitFor();
  await expectReadable(page, 'offices-take');
});

test('nothing went wrong unseen', () => {
  expect(officer.troubles).toEqual([]);
});
