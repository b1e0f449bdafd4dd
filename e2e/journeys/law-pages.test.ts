import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, picture, widths } from '../browser/page.ts';
import { newOffice } from '../payung/office.ts';
import { chooseDay, go, tabTo } from '../payung/people.ts';

const office = newOffice();

/** A page of the law, opened by its address by somebody who never signed in. */
async function open(address: string, options?: Parameters<typeof office.open>[0]): Promise<Page> {
  const watched = await office.open(options);
  await watched.page.goto(address);
  await watched.page.getByRole('navigation', { name: /Bagian aturan|Parts of the law/ }).waitFor();
  return watched.page;
}

/** Whether everybody can read the page: at a desk in Indonesian, on the narrowest telephone in English. */
async function expectReadableInBoth(page: Page, name: string): Promise<void> {
  for (const [language, width] of [
    ['EN', 'phone'],
    ['ID', 'desk'],
  ] as const) {
    await page.getByRole('button', { name: new RegExp(`^${language} `) }).click();
    for (const size of Object.values(widths)) {
      await page.setViewportSize(size);
      await expectNoSidewaysScroll(page);
    }
    await page.setViewportSize(widths[width]);
    await expectAccessible(page);
    await picture(page, `law-${name}-${width}`);
  }
}

/** The table row of a figure, by its name. */
function figure(page: Page, name: string): Locator {
  return page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });
}

describe('the law is open to everybody', () => {
  test('from the sign-in page, with the keyboard alone, down to the history of a figure', async () => {
    const watched = await office.open();
    const { page } = watched;
    const way = page.getByRole('link', { name: 'Aturan' });
    await way.waitFor();
    await tabTo(page, way);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Aturan' }).waitFor();

    await tabTo(page, page.getByLabel('Saring'));
    await page.keyboard.type('batas atas upah jp');
    await page
      .getByRole('status')
      .filter({ hasText: /^1 dari/ })
      .waitFor();
    await tabTo(page, page.getByRole('link', { name: 'Batas atas upah JP' }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Batas atas upah JP' }).waitFor();
    await expect.poll(() => new URL(page.url()).pathname).toBe('/aturan/parameter/jp-wage-cap');
    await page.goBack();
    await expect.poll(() => page.getByLabel('Saring').inputValue()).toBe('batas atas upah jp');
  });

  test('on a telephone the menu leads there and to the sign-in', async () => {
    const page = await open('/aturan', { width: 'phone' });
    await go(page, 'Masuk');
    await page.getByLabel('Alamat surel').waitFor();
    await page.getByRole('link', { name: 'Aturan' }).click();
    await page.getByRole('heading', { level: 1, name: 'Aturan' }).waitFor();
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['figures',      '/aturan'],
    ['figure-line',  '/aturan/parameter/jp-wage-cap'],
    ['figure-gap',   '/aturan/parameter/bpu-relief-factor-transport'],
    ['figure-table', '/aturan/parameter/bpu-income-bands'],
    ['regulations',  '/aturan/peraturan'],
    ['regulation',   '/aturan/peraturan/pp-44-2015'],
    ['changes',      '/aturan/perubahan'],
    ['uncertain',    '/aturan/belum-pasti'],
  ])('the page of %s can be read by everybody', async (name, address) => {
    await expectReadableInBoth(await open(address), name);
  });
});

describe('a figure on a day', () => {
  test('has the value of that day', async () => {
    const page = await open('/aturan?cari=pemakaman&tanggal=2019-12-01');
    const funeral = figure(page, 'Biaya pemakaman JKM');
    await expect.poll(() => funeral.innerText()).toContain('Rp 3.000.000');
    await chooseDay(page, 'Berlaku pada tanggal', '2019-12-02');
    await funeral.getByText('Rp 10.000.000').waitFor();
    await expect.poll(() => funeral.innerText()).toContain('PP 82/2019');
    await expect.poll(() => new URL(page.url()).search).toContain('tanggal=2019-12-02');
  });

  test('a day that does not exist is explained beside its field', async () => {
    const page = await open('/aturan?cari=pemakaman');
    const field = page.getByRole('group', { name: 'Berlaku pada tanggal' }).getByLabel('Tanggal');
    await chooseDay(page, 'Berlaku pada tanggal', '2026-02-31');
    const told = page.getByText('2026-02-31 bukan tanggal yang ada antara tahun 1900 dan 2200.');
    await told.waitFor();
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => field.getAttribute('aria-describedby')).toBe(await told.getAttribute('id'));
    await expectAccessible(page);
    await picture(page, 'law-wrong-day');
    await chooseDay(page, 'Berlaku pada tanggal', '2026-01-31');
    await told.waitFor({ state: 'detached' });
  });

  test('so is one that came with the address', async () => {
    const page = await open('/aturan/parameter/jp-wage-cap?tanggal=2026-02-31');
    await page.getByText('2026-02-31 bukan tanggal yang ada').waitFor();
  });
});

describe('the history of a figure', () => {
  test('of the JP cap is twelve steps and a wait, and the same in the table', async () => {
    const page = await open('/aturan/parameter/jp-wage-cap');
    const line = page.getByRole('img', { name: 'Riwayat Batas atas upah JP' });
    await expect.poll(() => line.locator('.level').count()).toBe(12);
    await expect.poll(() => line.locator('.gap-awaited').count()).toBe(1);
    await expect
      .poll(() => page.getByRole('region', { name: 'Riwayat' }).getByRole('rowheader').count())
      .toBe(13);
  });

  test('of the BPU relief has a gap after it', async () => {
    const page = await open('/aturan/parameter/bpu-relief-factor-transport');
    await expect.poll(() => page.locator('.step-line .level').count()).toBe(1);
    await expect.poll(() => page.locator('.step-line .gap-none').count()).toBe(1);
    await expect
      .poll(() => page.getByRole('row', { name: /1 April 2027/ }).innerText())
      .toContain('tidak ada nilai');
  });
});

test('what changed on a day is told with the regulation that did it', async () => {
  const page = await open('/aturan/perubahan');
  const day = (name: string) =>
    page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name }) });
  const benefits = day('2 Desember 2019');
  await benefits.getByRole('link', { name: 'PP 82/2019', exact: true }).waitFor();
  await benefits.getByText(/perubahan$/).click();
  await benefits.getByRole('link', { name: 'Biaya pemakaman JKM', exact: true }).waitFor();
  const jobs = day('7 Februari 2025');
  await expect.poll(() => jobs.innerText()).toContain('Manfaat uang tunai JKP per bulan');
  await jobs.getByRole('link', { name: 'PP 6/2025', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'PP 6/2025' }).waitFor();
  await expect.poll(() => page.locator('main').innerText()).toContain('PP 37/2021');
});

test('a regulation is found by its number, with what cites it', async () => {
  const page = await open('/aturan/peraturan');
  await page.getByLabel('Saring').fill('41/34');
  await page.getByRole('link', { name: /^SE Gubernur NTT/ }).click();
  await page.getByText('Tidak ada angka yang merujuk peraturan ini.').waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: /^SE Gubernur NTT BU 41\/34/ }).waitFor();
});

test('what is not settled says so wherever it stands', async () => {
  const page = await open('/aturan/belum-pasti');
  const region = page.getByRole('region', { name: 'naskah belum dibaca' });
  const first = region.getByRole('rowheader').getByRole('link').first();
  await first.click();
  await page.getByText('Dari pengetahuan umum; tidak ada halaman yang memuatnya kami baca.').waitFor();
});

test('what is open is numbered, with what is done meanwhile and what is missing', async () => {
  const page = await open('/aturan/belum-pasti');
  const question = page.getByRole('article', { name: /^U-01 / });
  await expect.poll(() => question.innerText()).toMatch(/Sementara ini[\s\S]*Yang kurang/);
});

test('nothing went wrong unseen', () => {
  expect(office.opened.flatMap(({ troubles }) => troubles)).toEqual([]);
});
