import { type Day, type Month, type Rupiah, rupiah } from '@payung/kernel';
import { describe, expect, test } from 'vitest';
import { bankStatement } from '../../server/src/example/statement.ts';
import { expectAccessible, expectNoSidewaysScroll, picture, type Watched } from '../browser/page.ts';
import { beluFile } from '../payung/belu-file.ts';
import { todayOf } from '../payung/calls.ts';
import { inOrder } from '../payung/journey.ts';
import { newOffice } from '../payung/office.ts';
import { chooseDay, field, firstDay, go } from '../payung/people.ts';

/** The parts of a coverage figure that are compared, as the interface and the terminal tell them. */
interface Coverage {
  readonly totals: { readonly people: number };
  readonly registered: { readonly registered: number; readonly unpaid: number };
  readonly rows: readonly { readonly key: string; readonly counts: { readonly people: number } }[];
}

/** `1.234` or `Rp 1.234` as the page writes it. */
function numberIn(text: string): number {
  return Number(text.replaceAll(/[^\d]/g, ''));
}

const belu = '53.04';
const office = newOffice();
let officer: Watched;
let treasurer: Watched;
let today: Day;
let month: Month;
/** What an earlier step found out and a later one checks. */
const found = { rowsIn: 0, enrolled: 0, billNumber: '', amount: rupiah(0), billId: '' };

inOrder();

async function coverageAtTheTerminal(area: string): Promise<Coverage> {
  return JSON.parse(
    await office.machine.payung('coverage', '--area', area, '--month', month, '--json'),
  ) as Coverage;
}

async function coverageOverHttp(area: string): Promise<Coverage> {
  const answer = await officer.page.request.get('/api/coverage', { params: { area, month, by: 'area' } });
  expect(answer.status()).toBe(200);
  return (await answer.json()) as Coverage;
}

describe('a roster becomes protection, on an installation that has nobody yet', () => {
  test('the terminal loads the areas and makes two accounts; each person makes theirs their own', async () => {
    await office.machine.payung('areas', 'load');
    const account = await office.account(
      'pendaftaran@belu.example',
      'registration_officer',
      belu,
      'Petugas Belu',
    );
    officer = await office.open();
    await expectAccessible(officer.page);
    await firstDay(officer.page, account);
    await expectAccessible(officer.page);
    treasurer = await office.newcomer('keuangan@belu.example', 'finance_officer', belu, 'Keuangan Belu');

    today = await todayOf(officer.page);
    month = today.slice(0, 7) as Month;
  });

  test('the officer records who pays, and the signed agreement', async () => {
    const { page } = officer;
    await go(page, 'Perjanjian');
    await page.getByRole('link', { name: 'Perjanjian baru' }).first().click();
    await page.getByText('Mitra belum ada?').click();
    await page.getByLabel('Jenis mitra').selectOption({ label: 'Pemda' });
    await page.getByLabel('Nama mitra').fill('Pemerintah Kabupaten Belu');
    await page.getByLabel('Kode wilayah').fill(belu);
    await page.getByRole('button', { name: 'Simpan mitra' }).click();
    await page.getByText('Mitra Pemerintah Kabupaten Belu dicatat.').waitFor();

    await page.getByText('Sumber dana belum ada?').click();
    await page.getByLabel('Jenis dana').selectOption({ label: 'APBD kabupaten/kota' });
    await page.getByLabel('Nama sumber dana').fill('APBD Kabupaten Belu');
    await page.getByRole('button', { name: 'Simpan sumber dana' }).click();
    await page.getByText('Sumber dana APBD Kabupaten Belu dicatat.').waitFor();

    await field(page, 'Nomor').fill('560/1/PKS/BELU');
    await page.getByLabel('Tentang').fill('Perlindungan pekerja rentan 69 desa');
    await chooseDay(page, 'Mulai', `${month}-01`);
    await page.getByText(/Iuran per orang bulan ini/).waitFor();
    await expectAccessible(page);
    await picture(page, 'agreement-new');
    await page.getByRole('button', { name: 'Simpan sebagai draf' }).click();

    await page.getByRole('heading', { level: 1, name: '560/1/PKS/BELU' }).waitFor();
    await page.getByLabel('Langkah berikut').selectOption({ label: 'Ditandatangani' });
    await page.getByRole('button', { name: 'Catat langkah' }).click();
    await page.getByRole('rowheader', { name: 'Ditandatangani' }).waitFor();
    await expectAccessible(page);
  });

  test('the Belu file is sent as it came, and checked while one watches', async () => {
    const { page } = officer;
    await page.getByRole('link', { name: 'Kirim daftar' }).click();
    const file = await beluFile(today);
    await page.getByLabel('Pilih berkas').setInputFiles({
      name: file.fileName,
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(file.content),
    });
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Kirim dan periksa' }).click();
    await page.getByText(/Menunggu giliran|Memeriksa baris/).waitFor();
    await picture(page, 'roster-checking');

    await page.getByRole('heading', { name: 'Hasil pemeriksaan' }).waitFor({ timeout: 60_000 });
    const terms = await page.locator('.equation .term b').allInnerTexts();
    const [rowsIn = 0, ...verdicts] = terms.map(numberIn);
    expect(verdicts).toHaveLength(5);
    expect(verdicts.reduce((sum, count) => sum + count, 0)).toBe(rowsIn);
    // Rows of people, with the headings, totals and signatures of twelve sheets around them.
    expect(rowsIn).toBeGreaterThan(5829);
    found.rowsIn = rowsIn;
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await picture(page, 'roster-checked');
  });

  test('accepted, and the server is killed meanwhile: all or none, and a restart carries on', async () => {
    const { page } = officer;
    const button = page.getByRole('button', { name: /^Terima [\d.]+ orang$/ });
    found.enrolled = numberIn(await button.innerText());
    await button.click();
    const asked = page.waitForResponse((answer) => answer.url().endsWith('/acceptance'));
    await page.getByRole('button', { name: 'Ya, daftarkan' }).click();
    expect((await asked).ok()).toBe(true);
    await office.server.kill();

    const { registered } = (await coverageAtTheTerminal(belu)).registered;
    expect([0, found.enrolled]).toContain(registered);

    await office.restart();
    await page.reload();
    await page.getByText(/^Diterima .* orang didaftarkan\.$/).waitFor({ timeout: 60_000 });
    const after = await coverageAtTheTerminal(belu);
    expect(after.registered.registered).toBe(found.enrolled);
    // A membership is not cover.
    expect(after.totals.people).toBe(0);
    await expectAccessible(page);
  });

  test('the month is billed: people × Rp 16.800', async () => {
    const { page } = officer;
    await page.getByRole('link', { name: 'Tagih bulan…' }).click();
    await page.getByText('Iuran per orang', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Terbitkan tagihan' }).click();
    const title = page.getByRole('heading', { level: 1, name: /^Tagihan B-/ });
    await title.waitFor({ timeout: 60_000 });
    found.billNumber = (await title.innerText()).replace('Tagihan ', '');
    found.billId = page.url().split('/').at(-1) ?? '';
    found.amount = rupiah(numberIn(await page.locator('.figure').first().innerText())) as Rupiah;
    expect(found.amount).toBe(found.enrolled * 16_800);
    await expectAccessible(page);
    await picture(page, 'bill');
  });

  test('the treasurer imports the statement, and the bill is paid', async () => {
    const { page } = treasurer;
    await go(page, 'Pembayaran');
    const purpose = 'SP2D 0123/LS/2026 IURAN JKK JKM';
    const statement = bankStatement({
      billNumber: found.billNumber,
      amount: found.amount,
      paidOn: today,
      purpose,
    });
    await field(page, 'Rekening').fill('Bank NTT 001-01-000053-4');
    await page.getByLabel('Pilih rekening koran').setInputFiles({
      name: statement.fileName,
      mimeType: 'text/csv',
      buffer: Buffer.from(statement.content),
    });
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Impor', exact: true }).click();
    await page.getByText('melunasi', { exact: true }).waitFor({ timeout: 60_000 });
    await expectAccessible(page);
    await go(page, 'Tagihan');
    await page.getByText('lunas', { exact: true }).waitFor();
    await expectAccessible(page);
  });

  test('the coverage figure on the page is that of the ledger, of the terminal and of its own drill-down', async () => {
    const { page } = officer;
    await go(page, 'Cakupan');
    const figure = page.locator('.figure').first();
    await expect
      .poll(async () => numberIn(await figure.innerText()), { timeout: 30_000 })
      .toBe(found.enrolled);
    const shown = numberIn(await figure.innerText());
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await picture(page, 'coverage-belu');

    const bill = (await (await page.request.get(`/api/bills/${found.billId}`)).json()) as {
      readonly bill: { readonly people: number; readonly paid: number; readonly open: number };
      readonly villages: readonly {
        readonly area: number;
        readonly people: number;
        readonly amount: number;
      }[];
    };
    expect(bill.bill).toMatchObject({ people: shown, paid: found.amount, open: 0 });

    const whole = await coverageOverHttp(belu);
    expect(whole.totals.people).toBe(shown);
    expect((await coverageAtTheTerminal(belu)).totals.people).toBe(shown);
    const districts = await Promise.all(whole.rows.map(({ key }) => coverageOverHttp(key)));
    const villages = districts.flatMap(({ rows }) => rows);
    expect(villages.reduce((sum, { counts }) => sum + counts.people, 0)).toBe(shown);
    const counted = villages
      .filter(({ counts }) => counts.people > 0)
      .map(({ key, counts }) => [key, counts.people]);
    const billed = bill.villages.map(({ area, people }) => [String(area), people]);
    expect(Object.fromEntries(counted)).toEqual(Object.fromEntries(billed));

    // One level down on the page itself: the rows of a kecamatan add up to its line.
    const first = page.getByRole('rowheader').getByRole('link').first();
    const line = numberIn(await page.locator('tbody tr').first().locator('td.number').first().innerText());
    await first.click();
    await expect.poll(async () => numberIn(await figure.innerText())).toBe(line);
    await expectAccessible(page);
  });

  test('the workbook goes back with a reason for every row that was not taken', async () => {
    const { page } = officer;
    await go(page, 'Daftar');
    await page.getByRole('rowheader').getByRole('link').first().click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Unduh berkas Anda dengan alasan' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    expect(await download.failure()).toBeNull();
  });

  test('nothing went wrong unseen', () => {
    expect([...officer.troubles, ...treasurer.troubles]).toEqual([]);
  });
});
