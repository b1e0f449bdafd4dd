import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectAccessible, expectReadable } from '../browser/page.ts';
import { newOffice } from '../payung/office.ts';
import { choose, field, follow, go, leaving, signIn, tabTo } from '../payung/people.ts';

const password = 'payung-contoh-belu';
const office = newOffice([]);

/** A page on which nobody is signed in. */
async function open(options?: Parameters<typeof office.open>[0]): Promise<Page> {
  return (await office.open(options)).page;
}

async function openAs(who: string, options?: Parameters<typeof office.open>[0]): Promise<Page> {
  const page = await open(options);
  await signIn(page, { email: `${who}@contoh.payung`, password });
  return page;
}

interface RosterList {
  readonly rosters: readonly {
    readonly rosterId: string;
    readonly state: string;
    readonly enrolled: number;
  }[];
}

async function rostersOf(page: Page): Promise<RosterList['rosters']> {
  const answer = await page.request.get('/api/rosters');
  expect(answer.status()).toBe(200);
  return ((await answer.json()) as RosterList).rosters;
}

test('the start says what the example came to, and how to sign in', () => {
  const output = office.server.output();
  const [, rows, ...verdicts] =
    /([\d.]+) baris = ([\d.]+) baru \+ ([\d.]+) dikenal \+ ([\d.]+) meragukan \+ ([\d.]+) ditolak \+ ([\d.]+) diabaikan/.exec(
      output,
    ) ?? [];
  const count = (text = '') => Number(text.replaceAll('.', ''));
  expect(verdicts).toHaveLength(5);
  expect(verdicts.map(count).reduce((sum, one) => sum + one, 0)).toBe(count(rows));
  expect(output).toContain('× Rp 16.800 =');
  expect(output).toContain(password);
  expect(output.trim().endsWith(office.server.url)).toBe(true);
});

describe('every page of the main job can be read by everybody', () => {
  test('sign-in', async () => {
    await expectReadable(await open(), 'sign-in');
  });

  test('of the registration officer', async () => {
    const page = await openAs('pendaftaran');
    await expectReadable(page, 'home');
    await go(page, 'Daftar');
    await expectReadable(page, 'rosters');
    await page.getByRole('rowheader').getByRole('link', { name: /Belu/ }).click();
    await page.getByRole('heading', { name: 'Hasil pemeriksaan' }).waitFor();
    await expectReadable(page, 'roster');
    await go(page, 'Daftar');
    await page.getByRole('link', { name: 'Kirim daftar' }).click();
    await page.getByRole('button', { name: 'Kirim dan periksa' }).waitFor();
    await expectReadable(page, 'roster-send');

    await go(page, 'Perjanjian');
    await expectReadable(page, 'agreements');
    await page.getByRole('link', { name: /CONTOH\/01/ }).click();
    await page.getByRole('heading', { name: 'Langkah' }).waitFor();
    await expectReadable(page, 'agreement');

    await go(page, 'Tagihan');
    await expectReadable(page, 'bills');
    await page
      .getByRole('link', { name: /^B-5304-/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Mengapa sejumlah ini?' }).waitFor();
    await expectReadable(page, 'bill');

    await go(page, 'BPJS');
    await page.getByText('Belum ada berkas peserta BPJS').waitFor();
    await page.getByText('Tidak ada pada').waitFor();
    await page.getByLabel('Kantor cabang').waitFor();
    await expectReadable(page, 'exchange');

    await go(page, 'Orang');
    await page.getByLabel('Nama atau NIK').fill('maria');
    await page.getByRole('button', { name: 'Cari' }).click();
    await page.getByRole('rowheader').getByRole('link').first().click();
    await page.getByRole('heading', { name: 'Kepesertaan dan perlindungan' }).waitFor();
    await expectReadable(page, 'person');
    // Masked, for everybody, until somebody says why.
    expect(await page.locator('main').innerText()).not.toMatch(/\d{16}/);

    await page.getByRole('link', { name: 'Akun' }).click();
    await page.getByRole('heading', { name: 'Verifikasi dua langkah' }).waitFor();
    await expectReadable(page, 'account');
  });

  test('of the planner: the province, its map, and the way down to a village', async () => {
    const page = await openAs('perencana');
    await go(page, 'Cakupan');
    await page
      .getByRole('heading', { name: /Kabupaten\/kota|peta|Peta/ })
      .first()
      .waitFor();
    await expectReadable(page, 'coverage-province');
    for (const place of ['Kabupaten Belu', 'Tasifeto Barat']) {
      await page.getByRole('rowheader').getByRole('link', { name: place }).click();
      await page.locator('[aria-current="page"]', { hasText: place }).waitFor();
    }
    await expectReadable(page, 'coverage-district');
  });

  test('of the finance officer', async () => {
    const page = await openAs('keuangan');
    await go(page, 'Pembayaran');
    await expectReadable(page, 'payments');
    await page.getByRole('rowheader').getByRole('link').first().click();
    await page.getByRole('heading', { name: 'Hasil per baris' }).waitFor();
    await expectReadable(page, 'statement');
  });

  test('of the administrator', async () => {
    const page = await openAs('pengelola');
    await go(page, 'Pengguna');
    await expectReadable(page, 'users');
    await go(page, 'Audit');
    await expectReadable(page, 'audit');
  });
});

test('a file that is no list says so, and nothing is lost', async () => {
  const page = await openAs('pendaftaran');
  const before = await rostersOf(page);
  await go(page, 'Daftar');
  await page.getByRole('link', { name: 'Kirim daftar' }).click();
  await choose(page, 'Perjanjian', 'CONTOH/01');
  await page.getByLabel('Pilih berkas').setInputFiles({
    name: 'surat pengantar.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from('Dengan hormat, bersama ini kami sampaikan daftar pekerja.'),
  });
  await page.getByRole('button', { name: 'Kirim dan periksa' }).click();
  const alert = page.getByRole('alert');
  await alert.waitFor({ timeout: 30_000 });
  // What happened, and below it the remedy.
  expect((await alert.innerText()).split('\n').filter((line) => line.trim() !== '').length).toBeGreaterThan(
    1,
  );
  await expectReadable(page, 'wrong-file');
  const after = await rostersOf(page);
  const known = after.filter(({ rosterId }) => before.some((one) => one.rosterId === rosterId));
  expect(known).toEqual(before);
  expect(after.filter(({ state }) => state === 'accepted')).toHaveLength(
    before.filter(({ state }) => state === 'accepted').length,
  );
});

test('from signing in to sending a list by keyboard alone', async () => {
  const page = await open();
  await tabTo(page, field(page, 'Alamat surel'));
  await page.keyboard.type('pendaftaran@contoh.payung');
  await tabTo(page, field(page, 'Kata sandi'));
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');

  const lists = page
    .getByRole('navigation', { name: 'Halaman' })
    .getByRole('link', { name: 'Daftar', exact: true });
  await tabTo(page, lists);
  // The page one comes from has such a link as well.
  await leaving(page, '/daftar', () => page.keyboard.press('Enter'));
  await follow(page, page.getByRole('link', { name: 'Kirim daftar' }).first(), 'Kirim daftar');

  const file = page.getByLabel('Pilih berkas');
  const agreement = page.getByRole('combobox', { name: 'Perjanjian' });
  await tabTo(page, agreement);
  // What is written is looked for, and Enter takes the first that is found.
  await page.keyboard.type('belu contoh/01');
  await page.getByRole('option', { name: /^CONTOH\/01/, selected: true }).waitFor();
  await expect.poll(() => agreement.getAttribute('aria-activedescendant')).not.toBeNull();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect.poll(() => agreement.inputValue()).toMatch(/^CONTOH\/01/);
  // Asked for in time: the browser would open its own window otherwise, which nobody sees.
  const choosing = page.waitForEvent('filechooser');
  await tabTo(page, file);
  await page.keyboard.press('Enter');
  await (await choosing).setFiles({
    name: 'papan ketik.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Nama;NIK;Tanggal Lahir;Jenis Kelamin;Desa;Kecamatan;Pekerjaan\r\n;123;;;;;\r\n'),
  });
  const submit = page.getByRole('button', { name: 'Kirim dan periksa' });
  await tabTo(page, submit);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'papan ketik.csv' }).waitFor();
});

test('the language changes at once, stays after a reload, and changes back', async () => {
  const page = await openAs('perencana');
  await page.getByRole('button', { name: 'EN – English' }).click();
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Coverage' }).click();
  await page.getByRole('heading', { level: 1, name: 'Coverage' }).waitFor();
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
  await expectReadable(page, 'coverage-english');
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Coverage' }).waitFor();
  await page.getByRole('button', { name: 'ID – Bahasa Indonesia' }).click();
  await page.getByRole('heading', { level: 1, name: 'Cakupan' }).waitFor();
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('id');
});

test('everywhere it says that this is an example', async () => {
  const page = await open();
  await page.getByText('CONTOH: data sintetis, bukan orang sungguhan').waitFor();
});

test('nothing went wrong unseen', () => {
  expect(office.opened.flatMap(({ troubles }) => troubles)).toEqual([]);
});
