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
import { firstDay } from '../payung/people.ts';
import { type Machine, newMachine, type Running } from '../payung/start.ts';

let browser: Browser;
let machine: Machine;
let server: Running;
let officer: Watched;
let page: Page;

inOrder();
pictureFailures(() => [officer]);

beforeAll(async () => {
  [browser, machine] = await Promise.all([launch(inject('browser')), newMachine()]);
  server = await machine.start('--empty');
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await machine?.clear();
});

/** Sends a list that records at the page's own interface; its id. */
async function send(partnerId: string, fileName: string, ...lines: string[]): Promise<string> {
  const { today } = (await (await page.request.get('/api/session')).json()) as { today: string };
  const answer = await page.request.post('/api/rosters', {
    multipart: {
      file: { name: fileName, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) },
      purpose: 'record',
      area: '5304000000',
      partnerId,
      startsOn: today,
      policy: 'good_rows',
    },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return ((await answer.json()) as { rosterId: string }).rosterId;
}

async function lookAt(name: string): Promise<void> {
  for (const [width, size] of Object.entries(widths)) {
    await page.setViewportSize(size);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await picture(page, `${name}-${width}`);
  }
  await page.setViewportSize(widths.desk);
}

const headings = 'Kode;Sebutan;Lahir tgl;Kampung asal';
const meaning = (header: string) => page.getByLabel(new RegExp(`^Arti kolom [A-Z]+ ${header}$`));

describe('headings that nobody knows are explained once', () => {
  let partnerId = '';

  test('a list with such headings says where to explain them', async () => {
    await machine.payung('areas', 'load');
    const email = 'pendaftaran@belu.example';
    const area = ['--role', 'registration_officer', '--area', '53.04'];
    const printed = await machine.payung('user', 'add', email, '--name', 'Petugas Belu', ...area);
    const password = /(?:kata sandi|password)[^:]*: (\S+)/i.exec(printed)?.[1] ?? '';
    officer = await openPage(browser, server.url);
    page = officer.page;
    await firstDay(page, { email, password });
    const made = await page.request.post('/api/partners', {
      data: { kind: 'cooperative', name: 'KUB Nelayan', area: 5_304_000_000 },
    });
    ({ partnerId } = (await made.json()) as { partnerId: string });
    const person = '5304051708909001;Yohanes Seran;17-08-1990;Fatuketi';
    const rosterId = await send(partnerId, 'KUB nelayan.csv', 'DAFTAR ANGGOTA;;;', headings, person);
    await page.goto(`/daftar/${rosterId}`);
    await page.getByText('Kepala tabel tidak ditemukan.').waitFor();
    await page.getByRole('link', { name: 'Arti kolom' }).click();
    await page.getByText('Pilih baris yang berisi judul kolom.', { exact: false }).waitFor();
  });

  test('each column is given its meaning, and the list is checked again', async () => {
    await page.getByLabel('Baris judul').selectOption('2');
    await meaning('Kode').selectOption('nik');
    await meaning('Sebutan').selectOption('name');
    await meaning('Lahir tgl').selectOption('birth_date');
    await meaning('Kampung asal').selectOption('village');
    await lookAt('mapping');
    await page.getByRole('button', { name: 'Simpan dan periksa lagi' }).click();
    await page.getByText('arti kolom "KUB nelayan" yang disimpan', { exact: false }).waitFor();
    await page.getByText('Orang baru, dicatat tanpa kepesertaan.', { exact: false }).first().waitFor();
    await lookAt('mapped-list');
  });

  test('the next file with these headings is read without a word', async () => {
    const person = '5304051708909002;Maria Bete;11-08-1992;Fatuketi';
    await page.goto(`/daftar/${await send(partnerId, 'Desember.csv', headings, person)}`);
    await page.getByText('arti kolom "KUB nelayan" yang disimpan', { exact: false }).waitFor();
  });

  test('what was saved is seen, renamed and ended', async () => {
    await page.goto('/daftar/kolom');
    await page.getByText('Sebutan = Nama', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Ganti nama' }).click();
    await page.getByLabel('Nama baru').fill('KUB Fatuketi');
    await page.getByRole('button', { name: 'Simpan nama' }).click();
    await page.getByRole('rowheader', { name: 'KUB Fatuketi' }).waitFor();
    await page.getByRole('button', { name: 'Akhiri', exact: true }).click();
    await lookAt('mappings');
    await page.getByRole('button', { name: 'Akhiri sekarang' }).click();
    await page.getByText('diakhiri', { exact: false }).first().waitFor();
  });

  test('templates of every layout are there to download', async () => {
    await page.goto('/daftar/kirim');
    await page.getByText('Unduh templat kosong').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Lembar impor OpenSID' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('opensid-v1-kabupaten-belu.xlsx');
    await lookAt('templates');
  });

  test('nothing went wrong unseen', () => {
    expect(officer.troubles).toEqual([]);
  });
});
