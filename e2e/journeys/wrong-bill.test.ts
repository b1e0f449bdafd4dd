import type { Day } from '@payung/kernel';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { Population } from '../../server/src/example/population.ts';
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

const belu = 5_304_000_000;
let browser: Browser;
let machine: Machine;
let server: Running;
let officer: Watched;
let page: Page;
let agreementId = '';
let today: Day;
let month = '';
const lists: string[] = [];

inOrder();
pictureFailures(() => [officer]);

beforeAll(async () => {
  [browser, machine] = await Promise.all([launch(inject('browser')), newMachine()]);
  server = await machine.start('--empty');
  await machine.payung('areas', 'load');
  const email = 'pendaftaran@ntt.example';
  const area = ['--role', 'registration_officer', '--area', '53'];
  const printed = await machine.payung('user', 'add', email, '--name', 'Petugas NTT', ...area);
  const password = /(?:kata sandi|password)[^:]*: (\S+)/i.exec(printed)?.[1] ?? '';
  officer = await openPage(browser, server.url);
  page = officer.page;
  await firstDay(page, { email, password });
  ({ today } = (await (await page.request.get('/api/session')).json()) as { today: Day });
  month = today.slice(0, 7);
  agreementId = await sign(today);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await machine?.clear();
});

async function post<T>(path: string, data: object): Promise<T> {
  const answer = await page.request.post(`/api${path}`, { data });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json().catch(() => ({}))) as T;
}

async function sign(today: Day): Promise<string> {
  const partner = { kind: 'government', name: 'Pemda Belu', area: belu };
  const { partnerId } = await post<{ partnerId: string }>('/partners', partner);
  const purse = { kind: 'apbd_regency', name: 'APBD Belu', partnerId, area: belu };
  const year = Number(today.slice(0, 4));
  const { fundId } = await post<{ fundId: string }>('/funds', { ...purse, year });
  const { id } = await post<{ id: string }>('/agreements', {
    partnerId,
    area: belu,
    kind: 'PKS',
    number: 'PKS-TAGIHAN',
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
  return id;
}

/** Sends a list and accepts it. */
async function enrol(name: string, startsOn: string, lines: readonly string[]): Promise<string> {
  const text = ['NIK;Nama;Tanggal Lahir;L/P;Desa;Kecamatan;Pekerjaan', ...lines].join('\n');
  const sent = await page.request.post('/api/rosters', {
    multipart: {
      agreementId,
      startsOn,
      policy: 'good_rows',
      file: { name: `${name}.csv`, mimeType: 'text/csv', buffer: Buffer.from(text) },
    },
  });
  const { rosterId } = (await sent.json()) as { rosterId: string };
  const state = async () =>
    ((await (await page.request.get(`/api/rosters/${rosterId}`)).json()) as { roster: { state: string } })
      .roster.state;
  await expect.poll(state, { timeout: 30_000 }).toBe('checked');
  expect((await page.request.post(`/api/rosters/${rosterId}/acceptance`)).ok()).toBe(true);
  await expect.poll(state, { timeout: 30_000 }).toBe('accepted');
  return rosterId;
}

const bill = () => post<{ number: string }>('/bills', { agreementId, from: month, to: month });

async function look(name: string): Promise<void> {
  for (const [width, size] of Object.entries(widths)) {
    await page.setViewportSize(size);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await picture(page, `${name}-${width}`);
  }
  await page.setViewportSize(widths.desk);
}

describe('a bill that holds a wrong list', () => {
  test('is issued for both lists', async () => {
    const population = new Population('tagihan', today);
    const village = { code: 5_304_052_001, name: 'Fatuketi', district: 'Kakuluk Mesak' };
    for (const name of ['benar', 'salah']) {
      const people = Array.from({ length: 4 }, () => population.person(village));
      const lines = people.map(({ nik, name, birthDate, sex, occupation }) =>
        [nik, name, birthDate, sex, village.name, village.district, occupation].join(';'),
      );
      lists.push(await enrol(name, `${month}-01`, lines));
    }
  });

  test('stands in the way of undoing, is cancelled with a reason, and says so', async () => {
    const { number } = await bill();
    await page.goto(`/daftar/${lists[1]}`);
    await page.getByRole('button', { name: 'Batalkan penerimaan' }).click();
    await page.getByText('4 orang dari daftar ini, 4 orang lain').waitFor();
    await look('wrong-bill-in-the-way');
    await page.getByRole('dialog').getByRole('link', { name: number }).click();
    await page.getByRole('button', { name: 'Batalkan tagihan', exact: true }).click();
    await page.getByRole('dialog').getByLabel('Alasan').fill('Daftar desa lain ikut tertagih');
    await look('wrong-bill-cancel');
    await page.getByRole('button', { name: 'Ya, batalkan tagihan' }).click();
    await page.getByText('Tagihan ini dibatalkan.', { exact: false }).waitFor();
    await page.getByText('Alasan: Daftar desa lain ikut tertagih').waitFor();
    await look('wrong-bill-cancelled');
    await page.goto('/tagihan');
    await page.getByText('dibatalkan', { exact: true }).waitFor();
    await look('wrong-bill-list');
  });

  test('and the next one, of that list alone, is cancelled together with the list', async () => {
    await page.goto(`/daftar/${lists[0]}`);
    await page.getByRole('button', { name: 'Batalkan penerimaan' }).click();
    await page.getByRole('dialog').getByLabel('Alasan').fill('Daftar lama');
    await page.getByRole('button', { name: 'Ya, batalkan' }).click();
    await page.getByText('Penerimaan dibatalkan', { exact: false }).waitFor();
    const { number } = await bill();
    await page.goto(`/daftar/${lists[1]}`);
    await page.getByRole('button', { name: 'Batalkan penerimaan' }).click();
    await page
      .getByText(`1 tagihan yang hanya memuat daftar ini ikut dibatalkan: ${number}`, { exact: false })
      .waitFor();
    await page.getByRole('dialog').getByLabel('Alasan').fill('Daftar desa lain');
    await look('wrong-bill-undo');
    await page.getByRole('button', { name: 'Ya, batalkan' }).click();
    await page.getByText('Penerimaan dibatalkan', { exact: false }).waitFor();
  });

  test('nothing went wrong unseen', () => {
    expect(officer.troubles).toEqual([]);
  });
});
