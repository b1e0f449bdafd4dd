import type { Day } from '@payung/kernel';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Population } from '../../server/src/example/population.ts';
import { expectReadable, type Watched } from '../browser/page.ts';
import { enrol, post, signAgreement, todayOf } from '../payung/calls.ts';
import { inOrder } from '../payung/journey.ts';
import { newOffice } from '../payung/office.ts';

const belu = 5_304_000_000;
const office = newOffice();
let officer: Watched;
let page: Page;
let agreementId = '';
let today: Day;
let month = '';
const lists: string[] = [];

inOrder();

beforeAll(async () => {
  await office.machine.payung('areas', 'load');
  officer = await office.newcomer('pendaftaran@ntt.example', 'registration_officer', '53');
  page = officer.page;
  today = await todayOf(page);
  month = today.slice(0, 7);
  agreementId = await signAgreement(page, { number: 'PKS-TAGIHAN', area: belu, partner: 'Pemda Belu' });
});

const bill = () => post<{ number: string }>(page, '/bills', { agreementId, from: month, to: month });

describe('a bill that holds a wrong list', () => {
  test('is issued for both lists', async () => {
    const population = new Population('tagihan', today);
    const village = { code: 5_304_052_001, name: 'Fatuketi', district: 'Kakuluk Mesak' };
    // The right one and the wrong one.
    while (lists.length < 2) {
      const people = Array.from({ length: 4 }, () => population.person(village));
      const lines = people.map(({ nik, name, birthDate, sex, occupation }) =>
        [nik, name, birthDate, sex, village.name, village.district, occupation].join(';'),
      );
      lists.push(await enrol(page, { agreementId, lines }));
    }
  });

  test('stands in the way of undoing, is cancelled with a reason, and says so', async () => {
    const { number } = await bill();
    await page.goto(`/daftar/${lists[1]}`);
    await page.getByRole('button', { name: 'Batalkan penerimaan' }).click();
    await page.getByText('4 orang dari daftar ini, 4 orang lain').waitFor();
    await expectReadable(page, 'wrong-bill-in-the-way');
    await page.getByRole('dialog').getByRole('link', { name: number }).click();
    await page.getByRole('button', { name: 'Batalkan tagihan', exact: true }).click();
    await page.getByRole('dialog').getByLabel('Alasan').fill('Daftar desa lain ikut tertagih');
    await expectReadable(page, 'wrong-bill-cancel');
    await page.getByRole('button', { name: 'Ya, batalkan tagihan' }).click();
    await page.getByText('Tagihan ini dibatalkan.', { exact: false }).waitFor();
    await page.getByText('Alasan: Daftar desa lain ikut tertagih').waitFor();
    await expectReadable(page, 'wrong-bill-cancelled');
    await page.goto('/tagihan');
    await page.getByText('dibatalkan', { exact: true }).waitFor();
    await expectReadable(page, 'wrong-bill-list');
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
    await expectReadable(page, 'wrong-bill-undo');
    await page.getByRole('button', { name: 'Ya, batalkan' }).click();
    await page.getByText('Penerimaan dibatalkan', { exact: false }).waitFor();
  });

  test('nothing went wrong unseen', () => {
    expect(officer.troubles).toEqual([]);
  });
});
