import { readFile } from 'node:fs/promises';
import type { Day } from '@payung/kernel';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectAccessible, expectReadable, picture, type Watched } from '../browser/page.ts';
import { post, signAgreement, todayOf } from '../payung/calls.ts';
import { inOrder } from '../payung/journey.ts';
import { newOffice } from '../payung/office.ts';
import { choose, field, go, ownPassword, tabTo } from '../payung/people.ts';
import { damaged, putRight, village, villageSheet } from '../payung/village-sheet.ts';

const belu = 5_304_000_000;
const places = 2;
const office = newOffice();
let operator: Watched;
let officer: Watched;
let today: Day;
/** Addresses that one person hands to the other. */
const at = { roster: '', proposal: '', agreement: '' };

inOrder();

async function upload(page: Page, name: string, content: Uint8Array): Promise<void> {
  await go(page, 'Daftar');
  await page.getByRole('link', { name: 'Kirim daftar' }).first().click();
  await page.getByLabel('Catat saja').check();
  await page.getByLabel('Pilih berkas').setInputFiles({
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(content),
  });
  await choose(page, 'Mitra', `Pemerintah Desa ${village.name}`);
  await page.getByRole('button', { name: 'Kirim dan periksa' }).click();
  await page.getByRole('heading', { name: 'Hasil pemeriksaan' }).waitFor({ timeout: 60_000 });
}

describe("a village's own sheet becomes a decreed list of members", () => {
  test('accounts of the village and of the kabupaten, and the agreement that pays', async () => {
    await office.machine.payung('areas', 'load');
    const ofVillage = await office.account('operator@dirun.example', 'village_operator', village.code);
    operator = await office.open();
    await ownPassword(operator.page, ofVillage);
    officer = await office.newcomer('pendaftaran@belu.example', 'registration_officer', '53.04');
    today = await todayOf(officer.page);
    const desa = { kind: 'village', name: `Pemerintah Desa ${village.name}`, area: 5_304_012_008 };
    await post(officer.page, '/partners', desa);
    const partner = 'Pemerintah Kabupaten Belu';
    at.agreement = await signAgreement(officer.page, { number: '560/2/PKS/BELU', area: belu, partner });
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
    await expectReadable(page, 'proposals-empty');
    await page.getByRole('link', { name: 'Buat usulan' }).click();
    await field(page, 'Jumlah tempat').fill(String(places));
    await page.getByText(/^2 orang × /).waitFor();
    await expectReadable(page, 'proposal-new');
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
    await page.getByText('Tidak ada lagi yang perlu dinilai.').waitFor();
    await tabTo(page, page.getByRole('button', { name: 'Pilih dari yang memenuhi' }));
    await page.keyboard.press('Enter');
    await page.getByText('memenuhi', { exact: true }).first().waitFor();
    await expectReadable(page, 'candidates');
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
    await expectReadable(page, 'ranked');
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
    await expect.poll(() => page.getByRole('button', { name: 'Simpan urutan' }).count()).toBe(0);
    await expectReadable(page, 'decided');
    await page.getByRole('link', { name: 'Cetak Berita Acara' }).click();
    await page.getByRole('heading', { level: 1, name: 'Berita Acara 140/3/BA/2026' }).waitFor();
    await expect.poll(() => page.getByRole('cell', { name: 'cadangan' }).count()).toBe(3);
    await expectReadable(page, 'minutes');
  });

  test('the officer strikes one with a reason, and the first substitute moves up', async () => {
    const { page } = officer;
    await page.goto(at.proposal);
    await page
      .getByRole('button', { name: /^Coret/ })
      .first()
      .click();
    const why = page.getByLabel(/^Alasan mencoret/);
    await why.fill('     ');
    await page.getByRole('dialog').getByRole('button', { name: 'Coret' }).click();
    const said = page.evaluate<string>(
      "document.querySelector('[role=dialog] [name=reason]').validationMessage",
    );
    expect(await said).toBe('Tulis paling sedikit 3 huruf.');
    await why.fill('Sudah bekerja tetap di kota');
    await page.getByRole('dialog').getByRole('button', { name: 'Coret' }).click();
    await page.getByRole('tab', { name: 'Dicoret (1)' }).click();
    await page.getByText('dicoret: Sudah bekerja tetap di kota').waitFor();
    await page.getByRole('button', { name: `Verifikasi ${places} orang yang mengisi tempat` }).click();
    await expectReadable(page, 'checking');
    await page.getByRole('button', { name: 'Selesaikan verifikasi' }).click();
    await field(page, 'Nomor SK').fill('188.45/7/HK/2026');
    await field(page, 'Ditandatangani oleh').fill('Bupati Contoh');
    await field(page, 'Jabatan').fill('Bupati Belu');
    await expectReadable(page, 'verified');
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
    await expectReadable(page, 'decree');
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.getByRole('button', { name: 'Cetak', exact: true }).isVisible()).toBe(false);
    await expect.poll(() => page.getByText('Petrus Contoh Luan').isVisible()).toBe(true);
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
    await expectReadable(page, 'enrolled');
    expect((await coverage()).registered).toBe(places);
    expect(await office.machine.payung('selection', 'list')).toContain('188.45/7/HK/2026');
  });

  test('the bill for them names the decree, and each of them with the number in its annex', async () => {
    const { page } = officer;
    const month = today.slice(0, 7);
    const asked = { agreementId: at.agreement, from: month, to: month };
    const { billId } = await post<{ billId: string }>(page, '/bills', asked);
    await page.goto(`/tagihan/${billId}`);
    await page.getByText('188.45/7/HK/2026, ').first().waitFor();
    const people = page.getByRole('table', { name: 'Siapa yang ditagih' });
    await expect.poll(() => people.getByRole('row').count()).toBe(1 + places);
    await expectReadable(page, 'bill-decrees');
    await page.getByRole('link', { name: '188.45/7/HK/2026', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'SK 188.45/7/HK/2026' }).waitFor();
  });

  test('no list is sent under an agreement that ended; one that an address names in vain is in no way', async () => {
    const { page } = officer;
    const chosen = page.getByRole('combobox', { name: 'Perjanjian', exact: true });
    await signAgreement(page, { number: '560/3/PKS/BELU', area: belu });
    await signAgreement(page, { number: '560/4/PKS/BELU', area: belu });
    await page.goto(`/perjanjian/${at.agreement}`);
    await page.getByRole('link', { name: 'Kirim daftar' }).click();
    await expect.poll(() => chosen.inputValue()).toContain('560/2/PKS/BELU');
    await page.goBack();
    await page.getByLabel('Langkah berikut').selectOption({ label: 'Berakhir' });
    await page.getByRole('button', { name: 'Catat langkah' }).click();
    await page.getByRole('rowheader', { name: 'Berakhir' }).waitFor();
    await expect.poll(() => page.getByRole('link', { name: 'Kirim daftar' }).count()).toBe(0);
    await expectReadable(page, 'agreement-ended');
    await page.goForward();
    await page.getByText('Perjanjian 560/2/PKS/BELU sudah berakhir; pilih yang lain.').waitFor();
    expect(await chosen.inputValue()).toBe('');
    await expectReadable(page, 'send-ended');
    for (const gone of [crypto.randomUUID(), 'lama']) {
      await page.goto(`/daftar/kirim?perjanjian=${gone}`);
      await expect.poll(() => chosen.inputValue()).toBe('');
      await page.goto(`/tagihan/baru?perjanjian=${gone}`);
      await expect.poll(() => chosen.inputValue()).toBe('');
    }
    await expectReadable(page, 'bill-asked-in-vain');
  });

  test('the rules of the area are recorded and shown with their version', async () => {
    const { page } = officer;
    await go(page, 'Usulan');
    await page.getByRole('link', { name: 'Aturan daerah' }).click();
    await page.getByText('Belum ada aturan daerah.').waitFor();
    await field(page, 'Nama aturan').fill('Perbup contoh 12/2026');
    await field(page, 'Usia paling tinggi \\(tahun\\)').fill('64');
    await expectReadable(page, 'local-rule-new');
    await page.getByRole('button', { name: 'Simpan aturan' }).click();
    await page.getByRole('rowheader', { name: 'Perbup contoh 12/2026' }).waitFor();
    await expectReadable(page, 'local-rules');
  });

  test('nothing went wrong unseen', () => {
    expect([...operator.troubles, ...officer.troubles]).toEqual([]);
  });
});

/** Members and covered people of Belu, as the terminal tells them. */
async function coverage(): Promise<{ readonly registered: number }> {
  const printed = await office.machine.payung(
    'coverage',
    '--area',
    '53.04',
    '--month',
    today.slice(0, 7),
    '--json',
  );
  return (JSON.parse(printed) as { registered: { registered: number } }).registered;
}
