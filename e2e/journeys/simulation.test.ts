import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectReadable, picture, type widths } from '../browser/page.ts';
import { newOffice } from '../payung/office.ts';
import { go, signIn } from '../payung/people.ts';

const office = newOffice();

/** The simulation as a visitor finds it, who has no account. */
async function openSimulation(address = '', width: keyof typeof widths = 'desk'): Promise<Page> {
  const watched = await office.open({ width });
  await watched.page.goto(`/simulasi${address}`);
  await watched.page.getByRole('heading', { level: 1, name: /^Simulasi/ }).waitFor();
  return watched.page;
}

/** The line of an amount, by what it is called. */
function amount(page: Page, name: string): Locator {
  return page.locator('.amount', { has: page.locator('summary .amount-label', { hasText: name }) });
}

const figure = (line: Locator) => line.locator('.amount-value').first();

describe('what is paid, for whoever comes by', () => {
  test('is found from the sign-in page, and needs no account', async () => {
    const watched = await office.open({ width: 'phone' });
    const { page } = watched;
    await page.getByRole('link', { name: 'Simulasi' }).click();
    await page.getByRole('heading', { level: 1, name: 'Simulasi: bayar berapa, dapat apa' }).waitFor();
    await expectReadable(page, 'simulation-contribution');
    await go(page, 'Masuk');
    await page.getByLabel('Alamat surel').waitFor();
  });

  test('a year of a band 1 member whom government pays for is Rp 201.600, and what it does not hold is said', async () => {
    const page = await openSimulation('?bulan=2026-03&sampai=2026-03');
    await page.getByLabel('Yang membayar').selectOption({ label: 'Pemerintah (APBN atau APBD)' });
    await expect.poll(() => figure(amount(page, 'Jumlah sebulan')).innerText()).toBe('Rp 16.800');
    await page.getByText('Paket Rp 16.800 sebulan (kelompok penghasilan 1)').waitFor();
    await page
      .getByText('JHT (tabungan hari tua), JP (pensiun bulanan), dan JKP (kehilangan pekerjaan).')
      .waitFor();
    await expect.poll(() => figure(amount(page, 'Setahun sekaligus')).innerText()).toBe('Rp 201.600');

    await page.getByRole('button', { name: 'Kalau dibayar setahun sekaligus?' }).click();
    await expect.poll(() => figure(amount(page, 'Jumlah 12 bulan')).innerText()).toBe('Rp 201.600');
    await page.getByText('Maret 2026 sampai dengan Februari 2027: 12 bulan').waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('sampai')).toBe('2027-02');
  });

  test('a member who pays for themselves sees the months of the relief, and the reason for each amount', async () => {
    const page = await openSimulation('?bulan=2026-11&sampai=2027-10', 'phone');
    await expect.poll(() => figure(amount(page, 'Jumlah 12 bulan')).innerText()).toBe('Rp 184.800');
    await expect.poll(() => figure(amount(page, 'Desember 2026')).innerText()).toBe('Rp 8.400');
    await expect.poll(() => figure(amount(page, 'Januari 2027')).innerText()).toBe('Rp 16.800');
    await expect.poll(() => page.getByText('Keringanan', { exact: true }).count()).toBe(2);

    const december = amount(page, 'Desember 2026').locator('details').first();
    await december.locator('summary').first().press('Enter');
    await december
      .getByText(/PP 50\/2025 Pasal/)
      .first()
      .waitFor();
    await december.getByText('JKK = Rp 1.000.000 × 1% × 50% = Rp 5.000').waitFor();
    await december.getByText('dibulatkan ke rupiah terdekat').first().waitFor();
    await december.getByText('berlaku sejak 1 Juli 2015').first().waitFor();
    await expectReadable(page, 'simulation-year');
  });

  test('money is read as it is typed, and what cannot be read is explained beside the field and kept', async () => {
    const page = await openSimulation();
    const income = page.getByLabel('Penghasilan sebulan');
    await income.fill('1,5 juta');
    await income.press('Enter');
    await expect.poll(() => income.inputValue()).toBe('1.500.000');
    await expect.poll(() => page.url()).toContain('penghasilan=1500000');
    await page.getByText('Rp 1.600.000', { exact: true }).waitFor();

    await income.fill('1.5');
    await page.getByRole('button', { name: 'Hitung' }).click();
    await page
      .locator('.mantine-InputWrapper-error', {
        hasText: 'Yang diterima: angka tanpa koma, paling sedikit 0. Yang diisi: “1.5”.',
      })
      .waitFor();
    await expect.poll(() => income.inputValue()).toBe('1.5');
    await expect.poll(() => income.getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => page.locator(':focus').getAttribute('id')).toBe(await income.getAttribute('id'));
    await page.getByText('Belum dapat dihitung').waitFor();
    await expectReadable(page, 'simulation-wrong');

    await page.getByRole('group', { name: 'Sampai dengan bulan' }).getByLabel('Tahun').selectOption('2015');
    await income.fill('Rp 1.000.000');
    await page.getByRole('button', { name: 'Hitung' }).click();
    await page.locator('.moment-fault', { hasText: 'Tidak cocok dengan isian lain' }).waitFor();
    await expect.poll(() => income.inputValue()).toBe('1.000.000');
  });

  test('money of a village is marked as not settled, with the other reading', async () => {
    const page = await openSimulation('?pembayar=village&bulan=2026-11&sampai=2026-12');
    const total = amount(page, 'Jumlah 2 bulan');
    await expect.poll(() => figure(total).innerText()).toMatch(/Rp 33\.600\s+Belum pasti/);
    await total.getByText('Menurut tafsir lain, jumlah 2 bulan ini Rp 16.800.').waitFor();
    await expectReadable(page, 'simulation-village');
  });

  test('wage earners, construction and migrant workers have fields of their own', async () => {
    const page = await openSimulation();
    const worker = page.getByLabel('Pekerja ini');
    await worker.selectOption('PU');
    await page.getByLabel('Upah sebulan').fill('3000000');
    await page.getByLabel('Skala usaha pemberi kerja').selectOption({ label: 'Usaha kecil' });
    await page.getByText('Program wajib untuk skala ini: JKK, JKM, JHT').waitFor();
    await expect.poll(() => figure(amount(page, 'Dari pekerja')).innerText()).toBe('Rp 60.000');
    await expectReadable(page, 'simulation-wage');

    await worker.selectOption('JAKON');
    await expect.poll(() => figure(amount(page, 'Jumlah')).innerText()).toBe('Rp 1.000.000');
    await page.getByLabel('Dihitung dari').selectOption({ label: 'Harga termasuk PPN' });
    await page.locator('.mantine-InputWrapper-error', { hasText: 'Belum diisi' }).waitFor();
    await expectReadable(page, 'simulation-construction');

    await worker.selectOption('PMI');
    await expect.poll(() => figure(amount(page, 'Jumlah')).innerText()).toBe('Rp 370.000');
    await expectReadable(page, 'simulation-migrant');
  });
});

describe('what a family gets', () => {
  test('part by part, with the years of each scholarship drawn', async () => {
    const page = await openSimulation('?tanggal=2026-05-10');
    await page.getByRole('link', { name: 'Manfaat: keluarga dapat apa' }).click();
    await expect.poll(() => figure(amount(page, 'Jumlah untuk keluarga')).innerText()).toBe('Rp 123.000.000');
    await expect.poll(() => figure(amount(page, 'Santunan berkala')).innerText()).toBe('Rp 12.000.000');
    await expect.poll(() => figure(amount(page, 'Biaya pemakaman')).innerText()).toBe('Rp 10.000.000');
    await page.getByText('4 tahun × Rp 1.500.000 = Rp 6.000.000').waitFor();
    await expect.poll(() => page.locator('.timeline-SD .timeline-bar > span').count()).toBe(4);

    await page.getByRole('button', { name: 'Tambah anak' }).click();
    const second = page.getByRole('group', { name: 'Anak 2' });
    await second.getByLabel('Sekolah').selectOption('PT');
    await page.locator('.mantine-InputWrapper-error', { hasText: 'dari 1 sampai dengan 5' }).waitFor();
    await second.getByLabel('Sisa tahun').selectOption('5');
    const birth = second.getByRole('group', { name: 'Tanggal lahir' });
    await birth.getByLabel('Tanggal', { exact: true }).selectOption('10');
    await birth.getByLabel('Bulan').selectOption('05');
    await birth.getByLabel('Tahun').selectOption('2005');
    await page.getByText('3 tahun di antaranya setelah batas usia').waitFor();
    await amount(page, 'Beasiswa semua tahun').getByText('Belum pasti').first().waitFor();
    await amount(page, 'Jumlah untuk keluarga')
      .getByText('jumlah untuk keluarga menjadi Rp 147.000.000')
      .waitFor();
    expect(page.url()).not.toContain('2005');
    await expectReadable(page, 'simulation-family');
  });

  test('after a work accident JKK pays on the income, and the explanation has the articles', async () => {
    const page = await openSimulation(
      '?bagian=manfaat&peristiwa=workAccidentDeath&tanggal=2026-05-10&anak=',
      'phone',
    );
    await expect.poll(() => figure(amount(page, 'Jumlah untuk keluarga')).innerText()).toBe('Rp 70.000.000');
    await page.getByText('JKM tidak dibayar lagi').waitFor();
    const grant = page.locator('.amount', { has: page.getByText('Santunan', { exact: true }) }).first();
    await grant.locator('summary').first().click();
    await grant.getByText(/60%/).first().waitFor();
    await expectReadable(page, 'simulation-accident');
  });

  test('no right is told with every reason and its article', async () => {
    const page = await openSimulation(
      '?bagian=manfaat&tanggal=2026-05-10&masaiur=12&kepesertaan=2&anak=PT:3:1',
    );
    const refusals = page.locator('.refusal');
    await refusals.getByText('Masa iur 12 bulan, perlu 36 [PP 82/2019 Pasal 34]').first().waitFor();
    await refusals.getByText(/Sudah menikah \[Permenaker 5\/2021/).waitFor();
    await expect.poll(() => figure(amount(page, 'Jumlah untuk keluarga')).innerText()).toBe('Rp 10.000.000');
    await expectReadable(page, 'simulation-refusal');

    await page.getByLabel('Kepesertaan pada hari itu').selectOption({ label: 'Tidak aktif lagi' });
    await page.getByText('Kepesertaan tidak aktif pada hari meninggal').waitFor();
  });

  test('in English, and the same simulation opens from its address', async () => {
    const page = await openSimulation('?bagian=manfaat&tanggal=2026-05-10&anak=SD:4|SMA:2');
    await page.getByRole('button', { name: /^EN/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Simulation: what you pay, what you get' }).waitFor();
    await expect.poll(() => figure(amount(page, 'Total for the family')).innerText()).toBe('Rp 189.000.000');
    await page.getByText('4 years × Rp 1.500.000 = Rp 6.000.000').waitFor();
    await expectReadable(page, 'simulation-english-family');

    await page.getByRole('link', { name: 'Contribution: what you pay' }).click();
    await page.getByText('It does NOT hold:').waitFor();
    await expectReadable(page, 'simulation-english');
    await page.goBack();
    await expect.poll(() => figure(amount(page, 'Total for the family')).innerText()).toBe('Rp 189.000.000');
  });
});

describe('what a worker gets who lives on', () => {
  test('a BPU member sees what is not theirs, and what a work accident pays', async () => {
    const page = await openSimulation('?segmen=BPU&tanggal=2026-05-10', 'phone');
    await page.getByRole('link', { name: 'Kalau terjadi sesuatu pada saya' }).click();
    await page.getByText('Pekerja ini tidak punya: JP (pensiun), JKP (kehilangan pekerjaan).').waitFor();
    const event = page.getByLabel('Yang terjadi');
    await expect.poll(() => event.locator('option').allInnerTexts()).not.toContain('Kehilangan pekerjaan');
    const wages = amount(page, 'Pengganti upah selama tidak bekerja');
    await expect.poll(() => figure(wages).innerText()).toBe('Rp 2.000.000');

    await page.getByLabel('Ditambah berapa hari').fill('10');
    await page.getByLabel('Biaya angkutan darat').fill('6 juta');
    await page.getByLabel('Biaya angkutan laut').fill('1 juta');
    await page.getByRole('button', { name: 'Hitung' }).click();
    await expect.poll(() => figure(wages).innerText()).toMatch(/Rp 2\.333\.333\s+Belum pasti/);
    await wages
      .locator('.open-questions')
      .getByText('Jika hanya bulan penuh yang dibayar: Rp 2.000.000')
      .waitFor();
    await expect.poll(() => figure(amount(page, 'Jumlah angkutan')).innerText()).toBe('Rp 6.000.000');
    const land = amount(page, 'Darat');
    await land.locator('summary').first().press('Enter');
    await land.getByText('Darat: Rp 6.000.000, dibayar sampai batas Rp 5.000.000').waitFor();
    await page.getByText('menurut kebutuhan medis').waitFor();
    await expectReadable(page, 'simulation-incapacity');
  });

  test('several losses are chosen by their names, each with what it asks', async () => {
    const page = await openSimulation(
      '?bagian=saya&segmen=PU&upah=4000000&tanggal=2026-05-10&kejadian=lostLimb',
    );
    const grant = amount(page, 'Santunan cacat sebagian');
    await expect.poll(() => figure(grant).innerText()).toBe('Rp 28.800.000');
    await page.getByLabel('Kidal').check();
    await expect.poll(() => figure(grant).innerText()).toBe('Rp 22.400.000');
    await page.getByLabel('Kidal').uncheck();

    await page.getByRole('button', { name: 'Tambah cacat lain' }).click();
    const second = page.getByRole('group', { name: 'Cacat 2' });
    await second.getByLabel('Bagian tubuh atau fungsi').selectOption('28');
    await page.locator('.mantine-InputWrapper-error', { hasText: '10% sampai dengan 30%' }).waitFor();
    await second.getByLabel('Persen yang ditetapkan dokter').fill('12,5');
    await page.getByRole('button', { name: 'Hitung' }).click();
    await grant.getByText('21,5% menurut tabel cacat').waitFor();
    await expect.poll(() => figure(grant).innerText()).toBe('Rp 68.800.000');
    await expect.poll(() => new URL(page.url()).searchParams.get('hilang')).toBe('17|28::12%2C5');
    await expectReadable(page, 'simulation-losses');
    await second.getByRole('button', { name: 'Hapus Cacat 2' }).click();
    await expect.poll(() => figure(grant).innerText()).toBe('Rp 28.800.000');
  });

  test('a lost job: the months paid, or every reason against it', async () => {
    const page = await openSimulation(
      '?bagian=saya&segmen=PU&upah=6000000&tanggal=2026-05-10&kejadian=lostJob',
    );
    await expect.poll(() => figure(amount(page, 'Jumlah 6 bulan')).innerText()).toBe('Rp 18.000.000');
    await expect.poll(() => figure(amount(page, 'Bulan ke-6')).innerText()).toBe('Rp 3.000.000');
    await expectReadable(page, 'simulation-job');

    await page.getByLabel('Pekerjaan berakhir karena').selectOption('resignation');
    await page.getByLabel('Sudah berapa kali menerima JKP').fill('3');
    await page.getByRole('button', { name: 'Hitung' }).click();
    const refusal = page.locator('.refusal');
    await refusal.getByText(/Sudah menerima 3 kali/).waitFor();
    await refusal.getByText(/Hanya PHK yang memberi hak/).waitFor();
    await expectReadable(page, 'simulation-job-refused');
  });

  test('savings and a pension, in English', async () => {
    const page = await openSimulation(
      '?bagian=saya&segmen=PU&upah=4000000&tanggal=2026-05-10&diminta=2026-05-20&kejadian=withdrawal&alasanjht=resignation',
    );
    await page
      .locator('.refusal')
      .getByText(/Dapat dibayar sejak 10 Juni 2026/)
      .waitFor();
    await page.getByRole('button', { name: /^EN/ }).click();
    await page.getByText('Can be taken out from').waitFor();
    await expectReadable(page, 'simulation-withdrawal');

    await page.getByLabel('What happened').selectOption('savings');
    await expect.poll(() => figure(amount(page, 'JHT balance then')).innerText()).toBe('Rp 12.736.000');
    await expectReadable(page, 'simulation-savings');

    await page.getByLabel('What happened').selectOption('pension');
    const pension = amount(page, 'Monthly pension by the formula');
    await expect.poll(() => figure(pension).innerText()).toMatch(/Rp 600\.000\s+Not settled/);
    await expectReadable(page, 'simulation-pension');
    const birth = page.getByRole('group', { name: 'Birth date' });
    await birth.getByLabel('Day').selectOption('10');
    await birth.getByLabel('Month').selectOption('05');
    await birth.getByLabel('Year').selectOption('1980');
    await page
      .locator('.refusal')
      .getByText(/Pension age of 65 reached on 10 May 2045/)
      .waitFor();
    expect(page.url()).not.toContain('1980');
  });
});

test('whoever is signed in finds it in the menu, and stays there', async () => {
  await office.machine.payung('areas', 'load');
  const account = await office.account('desa@belu.example', 'village_operator', '53.04');
  const watched = await office.open({ width: 'phone' });
  const { page } = watched;
  await signIn(page, account);
  await go(page, 'Simulasi');
  await page.getByLabel('Penghasilan sebulan').fill('2 juta');
  await page.getByRole('button', { name: 'Hitung' }).click();
  await page.getByText('Rp 2.000.000', { exact: true }).waitFor();
  await expect.poll(() => page.url()).toContain('/simulasi?');
  await page.reload();
  await expect.poll(() => page.getByLabel('Penghasilan sebulan').inputValue()).toBe('2.000.000');
});

test('nothing went wrong unseen on the way', () => {
  expect(office.opened.flatMap(({ troubles }) => troubles)).toEqual([]);
});

describe('whoever wants to be protected', () => {
  test('learns the cost, the office and the way, and takes the filled sheet along; nothing is sent', async () => {
    const watched = await office.open({ width: 'phone' });
    const { page } = watched;
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET') sent.push(request.url());
    });
    await page.getByRole('link', { name: 'Ingin terlindungi?' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ingin terlindungi?' }).waitFor();
    await page.getByLabel('Siapa yang mungkin membayar').selectOption('kabupaten');
    await expect.poll(() => figure(amount(page, 'Iuran sebulan')).innerText()).toBe('Rp 16.800');
    await page.getByLabel('Kabupaten atau kota').selectOption({ label: 'Kabupaten Belu' });
    await page.getByText('Kantor Cabang Belu (Atambua)').waitFor();
    await page.getByText('Kantor ini disimpulkan dari berita, belum dari ketetapan.').waitFor();

    await page.getByLabel('NIK').fill('5304 0617 0890');
    await page.getByText('12 dari 16 angka').waitFor();
    await page.getByLabel('NIK').fill('5304061708909001');
    await page.getByText('Apakah NIK ini terdaftar tidak diperiksa di sini.').waitFor();
    await page.getByLabel('Nama lengkap').fill('Yohanes Seran');
    const birth = page.getByRole('group', { name: 'Tanggal lahir' });
    await birth.getByLabel('Tahun').selectOption('1950');
    await birth.getByLabel('Bulan').selectOption('08');
    await birth.getByLabel('Tanggal', { exact: true }).selectOption('17');
    await page.getByText(/Tidak dapat mendaftar sebagai BPU/).waitFor();
    await expectReadable(page, 'simulation-apply-refused');
    await birth.getByLabel('Tahun').selectOption('1990');
    await expect.poll(() => page.getByText(/Tidak dapat mendaftar sebagai BPU/).count()).toBe(0);
    await page.getByLabel('Desa atau kelurahan').fill('Naekasa');
    await page.getByRole('button', { name: 'Buat lembar' }).press('Enter');
    const sheet = page.getByRole('region', { name: 'Lembar pendaftaran' });
    await sheet.getByText('17-08-1990').waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      sheet.getByRole('button', { name: 'Simpan (CSV)' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('formulir-pendaftaran.csv');
    await expectReadable(page, 'simulation-apply-sheet');
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.getByLabel('Nama lengkap').isVisible()).toBe(false);
    await sheet.getByText('Tanda tangan pemohon').waitFor();
    await picture(page, 'simulation-apply-paper');
    await page.emulateMedia({ media: 'screen' });

    await page.getByRole('button', { name: /^EN/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Want to be protected?' }).waitFor();
    await page.getByLabel('Work', { exact: true }).selectOption('wage');
    await page.getByText('Fits your answers').waitFor();
    await expectReadable(page, 'simulation-apply-english');
    expect(sent).toEqual([]);
    await page.reload();
    expect(await page.getByText('Yohanes Seran').count()).toBe(0);
  });
});
