import { readFile } from 'node:fs/promises';
import type { Day } from '@payung/kernel';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from '../browser/launch.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openPage,
  picture,
  type Watched,
  widths,
} from '../browser/page.ts';
import { inOrder, pictureFailures } from '../payung/journey.ts';
import { field, firstDay, go, ownPassword, tabTo } from '../payung/people.ts';
import { type Machine, newMachine, type Running } from '../payung/start.ts';
import { damaged, putRight, village, villageSheet } from '../payung/village-sheet.ts';

const belu = 5_304_000_000;
const places = 2;
let browser: Browser;
let machine: Machine;
let server: Running;
let operator: Watched;
let officer: Watched;
let today: Day;
/** Addresses that one person hands to the other. */
const at = { roster: '', proposal: '' };

inOrder();
pictureFailures(() => [operator, officer]);

beforeAll(async () => {
  [browser, machine] = await Promise.all([launch(inject('browser')), newMachine()]);
  server = await machine.start('--empty');
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await machine?.clear();
});

async function account(email: string, role: string, area: string) {
  const printed = await machine.payung('user', 'add', email, '--name', email, '--role', role, '--area', area);
  const password = /(?:kata sandi|password)[^:]*: (\S+)/i.exec(printed)?.[1];
  if (password === undefined) throw new Error(`no password in: ${printed}`);
  return { email, password };
}

async function post<T>(path: string, data: object): Promise<T> {
  const answer = await officer.page.request.post(`/api${path}`, { data });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as T;
}

/** The same page on a desk and on a telephone, for those who look at the pictures, and checked on both. */
async function everyWidth(page: Page, name: string): Promise<void> {
  for (const [width, size] of Object.entries(widths)) {
    await page.setViewportSize(size);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await picture(page, `${name}-${width}`);
  }
  await page.setViewportSize(widths.desk);
}

async function upload(page: Page, name: string, content: Uint8Array): Promise<void> {
  await go(page, 'Daftar');
  await page.getByRole('link', { name: 'Kirim daftar' }).first().click();
  await page.getByLabel('Catat saja').check();
  await page.getByLabel('Pilih berkas').setInputFiles({
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(content),
  });
  await page.getByRole('button', { name: 'Kirim dan periksa' }).click();
  await page.getByRole('heading', { name: 'Hasil pemeriksaan' }).waitFor({ timeout: 60_000 });
}

describe("a village's own sheet becomes a decreed list of members", () => {
  test('accounts of the village and of the kabupaten, and the agreement that pays', async () => {
    await machine.payung('areas', 'load');
    const [ofVillage, ofBelu] = [
      await account('operator@dirun.example', 'village_operator', village.code),
      await account('pendaftaran@belu.example', 'registration_officer', '53.04'),
    ];
    operator = await openPage(browser, server.url);
    await ownPassword(operator.page, ofVillage);
    officer = await openPage(browser, server.url);
    await firstDay(officer.page, ofBelu);
    today = ((await (await officer.page.request.get('/api/session')).json()) as { today: Day }).today;
    const year = Number(today.slice(0, 4));
    const desa = { kind: 'village', name: `Pemerintah Desa ${village.name}`, area: 5_304_012_008 };
    await post('/partners', desa);
    const { partnerId } = await post<{ partnerId: string }>('/partners', {
      kind: 'government',
      name: 'Pemerintah Kabupaten Belu',
      area: belu,
    });
    const purse = { kind: 'apbd_regency', name: 'APBD Kabupaten Belu', partnerId, area: belu, year };
    const { fundId } = await post<{ fundId: string }>('/funds', purse);
    await post('/agreements', {
      partnerId,
      area: belu,
      kind: 'PKS',
      number: '560/2/PKS/BELU',
      title: 'Perlindungan pekerja rentan',
      segment: 'BPU',
      group: 'vulnerable',
      sector: 'other',
      programmes: ['JKK', 'JKM'],
      income: 1_000_000,
      fundId,
      from: `${today.slice(0, 7)}-01`,
      until: null,
    });
  });

  test('the dry run finds the damaged number; the workbook that came back is corrected and sent again', async () => {
    const { page } = operator;
    await upload(page, 'pekerja-dirun.xlsx', await villageSheet());
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Unduh berkas Anda dengan alasan' }).click();
    const returned = new Uint8Array(await readFile(await (await downloading).path()));
    const corrected = await putRight(returned, damaged.nik, damaged.right);
    await upload(page, 'pekerja-dirun-diperbaiki.xlsx', corrected);
    await expectAccessible(page);
    at.roster = new URL(page.url()).pathname;
    const id = at.roster.split('/').at(-1) ?? '';
    const { roster } = (await (await page.request.get(`/api/rosters/${id}`)).json()) as {
      roster: { counts: { new: number; refused: number; doubtful: number } };
    };
    expect(roster.counts).toMatchObject({ new: 6, refused: 0, doubtful: 0 });
  });

  test('the officer takes the sheet in: people are recorded, nobody is a member yet', async () => {
    const { page } = officer;
    await page.goto(at.roster);
    await page.getByRole('button', { name: /^Terima \d+ orang$/ }).click();
    await page.getByRole('button', { name: 'Ya, catat' }).click();
    await page
      .getByText(/^Diterima/)
      .first()
      .waitFor({ timeout: 60_000 });
    expect((await coverage()).registered).toBe(0);
  });

  test('the village begins a proposal, and sees what the places cost', async () => {
    const { page } = operator;
    await go(page, 'Usulan');
    await page.getByText('Belum ada usulan.').waitFor();
    await everyWidth(page, 'proposals-empty');
    await page.getByRole('link', { name: 'Buat usulan' }).click();
    await field(page, 'Jumlah tempat').fill(String(places));
    await page.getByText(/^2 orang × /).waitFor();
    await everyWidth(page, 'proposal-new');
    await page.getByRole('button', { name: 'Mulai usulan' }).click();
    await page.getByRole('heading', { level: 1, name: `Usulan ${village.name}` }).waitFor();
    at.proposal = new URL(page.url()).pathname;
  });

  test('with the keyboard alone: everybody is assessed, those who may be are put on the list and ranked', async () => {
    const { page } = operator;
    // It opens on those who are not assessed. Somebody of 76 is too old for BPU, and is told so beside the name.
    await tabTo(page, page.getByRole('tab', { name: /^Belum dinilai/ }));
    for (let tab = 0; tab < 3; tab += 1) await page.keyboard.press('ArrowRight');
    await page.getByText(/65 tahun atau lebih/).waitFor();
    for (let tab = 0; tab < 3; tab += 1) await page.keyboard.press('ArrowLeft');
    await tabTo(page, page.getByLabel('Pilih semua yang tampil'));
    await page.keyboard.press('Space');
    await tabTo(page, page.getByLabel('Penghasilan rutin atau pekerjaan tetap'));
    await page.keyboard.press('ArrowDown');
    await tabTo(page, page.getByRole('button', { name: 'Catat keadaan yang dipilih' }));
    await page.keyboard.press('Enter');
    await page.getByText('Semua calon sudah dinilai.').waitFor();
    await tabTo(page, page.getByRole('button', { name: 'Pilih dari yang memenuhi' }));
    await page.keyboard.press('Enter');
    await page.getByText('memenuhi', { exact: true }).first().waitFor();
    await everyWidth(page, 'candidates');
    await tabTo(page, page.getByRole('button', { name: 'Masukkan ke daftar (5)' }));
    await page.keyboard.press('Enter');
    const boxes = page.getByLabel(/^Nomor urut/);
    await expect.poll(() => boxes.count()).toBe(5);
    const first = await boxes.first().getAttribute('aria-label');
    await tabTo(page, boxes.first());
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => boxes.nth(1).getAttribute('aria-label')).toBe(first);
    // The focus went along: typing a number goes on with the same person.
    await page.keyboard.type('5');
    await page.keyboard.press('Enter');
    await expect.poll(() => boxes.nth(4).getAttribute('aria-label')).toBe(first);
    await tabTo(page, page.getByRole('button', { name: 'Simpan urutan' }));
    await page.keyboard.press('Enter');
    await page.getByText('Urutan tersimpan.').waitFor();
    await everyWidth(page, 'ranked');
  });

  test('the meeting decides, and the village can no longer change the list', async () => {
    const { page } = operator;
    await page.getByLabel('Tempat', { exact: false }).last().fill('Balai Desa Dirun');
    await field(page, 'Dipimpin oleh').fill('Kepala Desa Contoh');
    await field(page, 'Jumlah hadir').fill('37');
    await field(page, 'Nomor Berita Acara').fill('140/3/BA/2026');
    await field(page, 'Keputusan').fill('Daftar disepakati menurut urutan.');
    await page.getByRole('button', { name: 'Catat keputusan' }).click();
    await page.getByText('diputuskan musdes').first().waitFor();
    expect(await page.getByRole('button', { name: 'Simpan urutan' }).count()).toBe(0);
    await everyWidth(page, 'decided');
    await page.getByRole('link', { name: 'Cetak Berita Acara' }).click();
    await page.getByRole('heading', { level: 1, name: 'Berita Acara 140/3/BA/2026' }).waitFor();
    expect(await page.getByRole('cell', { name: 'cadangan' }).count()).toBe(3);
    await everyWidth(page, 'minutes');
  });

  test('the officer strikes one with a reason, and the first substitute moves up', async () => {
    const { page } = officer;
    await page.goto(at.proposal);
    await page
      .getByRole('button', { name: /^Coret/ })
      .first()
      .click();
    await page.getByLabel(/^Alasan mencoret/).fill('Sudah bekerja tetap di kota');
    await page.getByRole('dialog').getByRole('button', { name: 'Coret' }).click();
    await page.getByRole('tab', { name: 'Dicoret (1)' }).click();
    await page.getByText('dicoret: Sudah bekerja tetap di kota').waitFor();
    await page.getByRole('button', { name: `Verifikasi ${places} orang yang mengisi tempat` }).click();
    await everyWidth(page, 'checking');
    await page.getByRole('button', { name: 'Selesaikan verifikasi' }).click();
    await field(page, 'Nomor SK').fill('188.45/7/HK/2026');
    await field(page, 'Ditandatangani oleh').fill('Bupati Contoh');
    await field(page, 'Jabatan').fill('Bupati Belu');
    await everyWidth(page, 'verified');
    await page.getByRole('button', { name: 'Catat SK dan bekukan lampiran' }).click();
    await page.getByText('ditetapkan dengan SK').first().waitFor();
  });

  test('the decree is printed with whole numbers, and leaves as DOCX and XLSX', async () => {
    const { page } = officer;
    await page.getByRole('link', { name: 'Cetak SK' }).click();
    await page.getByRole('heading', { level: 1, name: 'SK 188.45/7/HK/2026' }).waitFor();
    await page.getByText('5304••••••••').first().waitFor();
    await page.getByLabel(/^Dengan NIK lengkap/).check();
    await page
      .getByText(/^\d{16}$/)
      .first()
      .waitFor();
    await everyWidth(page, 'decree');
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Cetak', exact: true }).isVisible()).toBe(false);
    expect(await page.getByText('Petrus Contoh Luan').isVisible()).toBe(true);
    await picture(page, 'decree-print');
    await page.emulateMedia({ media: 'screen' });
    for (const [link, ending] of [
      ['DOCX', 'docx'],
      ['Lampiran XLSX', 'xlsx'],
    ] as const) {
      const downloading = page.waitForEvent('download');
      await page.getByRole('link', { name: link, exact: true }).click();
      const download = await downloading;
      expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${ending}$`));
      expect(await download.failure()).toBeNull();
    }
    await page.getByRole('link', { name: 'Kembali ke usulan' }).click();
  });

  test('the people decreed become members, and the terminal counts them', async () => {
    const { page } = officer;
    await page.getByRole('button', { name: `Daftarkan ${places} orang` }).click();
    await page.getByRole('button', { name: 'Ya, daftarkan' }).click();
    await page.getByText(`${places} orang didaftarkan.`).waitFor();
    await everyWidth(page, 'enrolled');
    expect((await coverage()).registered).toBe(places);
    expect(await machine.payung('selection', 'list')).toContain('188.45/7/HK/2026');
  });

  test('the rules of the area are recorded and shown with their version', async () => {
    const { page } = officer;
    await go(page, 'Usulan');
    await page.getByRole('link', { name: 'Aturan daerah' }).click();
    await page.getByText('Belum ada aturan daerah.').waitFor();
    await field(page, 'Nama aturan').fill('Perbup contoh 12/2026');
    await field(page, 'Usia paling tinggi \\(tahun\\)').fill('64');
    await everyWidth(page, 'local-rule-new');
    await page.getByRole('button', { name: 'Simpan aturan' }).click();
    await page.getByRole('rowheader', { name: 'Perbup contoh 12/2026' }).waitFor();
    await everyWidth(page, 'local-rules');
  });

  test('nothing went wrong unseen', () => {
    expect([...operator.troubles, ...officer.troubles]).toEqual([]);
  });
});

/** Members and covered people of Belu, as the terminal tells them. */
async function coverage(): Promise<{ readonly registered: number }> {
  const printed = await machine.payung('coverage', '--area', '53.04', '--month', today.slice(0, 7), '--json');
  return (JSON.parse(printed) as { registered: { registered: number } }).registered;
}
