import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectReadable, type Watched } from '../browser/page.ts';
import { enrol, signAgreement, todayOf } from '../payung/calls.ts';
import { inOrder } from '../payung/journey.ts';
import { newOffice } from '../payung/office.ts';
import { chooseDay, field } from '../payung/people.ts';

const office = newOffice();
let officer: Watched;
let page: Page;

inOrder();

describe('a member dies: it is reported, certified, and withdrawn as a mistake', () => {
  test('somebody is a member', async () => {
    await office.machine.payung('areas', 'load');
    officer = await office.newcomer('pendaftaran@belu.example', 'registration_officer', '53.04');
    page = officer.page;
    const agreementId = await signAgreement(page, { number: 'PKS/1', area: 5_304_000_000 });
    const line = '5304051708909777;Yohanes Seran Bria;17-08-1990;L;Fatuketi;Kakuluk Mesak;Petani;Agnes Hoar';
    await enrol(page, { agreementId, lines: [line] });
    await page.goto('/orang');
    await page.getByLabel('Nama atau NIK').fill('5304051708909777');
    await page.getByRole('button', { name: 'Cari' }).click();
    await page.getByRole('link', { name: 'Yohanes Seran Bria' }).click();
    await page.getByRole('heading', { name: 'Kepesertaan dan perlindungan' }).waitFor();
  });

  test('the word of the family is recorded as such, and the page leads to what is due to the heirs', async () => {
    await page.getByRole('button', { name: 'Catat meninggal' }).click();
    await chooseDay(page, 'Tanggal meninggal', await todayOf(page));
    await page.getByLabel('Bukti').selectOption('Kata keluarga');
    await expectReadable(page, 'death-record');
    await page.getByRole('button', { name: 'Catat', exact: true }).click();
    await page.getByText('dilaporkan, belum ada surat resmi').waitFor();
    await expectReadable(page, 'death-reported');
    await page.getByRole('link', { name: 'Hitung yang menjadi haknya' }).click();
    await page.getByRole('heading', { name: 'Simulasi', exact: false }).first().waitFor();
    await expectReadable(page, 'death-due');
    await page.goBack();
  });

  test('a letter of the village follows, and certifies it', async () => {
    await page.getByRole('button', { name: 'Tambah bukti resmi' }).click();
    await field(page, 'Nomor surat atau akta').fill('474.3/12/DS/2026');
    await page.getByRole('button', { name: 'Catat', exact: true }).click();
    await page.getByText('dinyatakan surat resmi').waitFor();
    expect(await page.getByRole('button', { name: 'Tambah bukti resmi' }).count()).toBe(0);
    await expectReadable(page, 'death-certified');
  });

  test('it was somebody else: withdrawn, it leaves a trace and nothing more', async () => {
    await page.getByRole('button', { name: 'Batalkan kematian' }).click();
    await field(page, 'Alasan').fill('Orang lain dengan nama sama');
    await page.getByRole('dialog').getByRole('button', { name: 'Batalkan kematian' }).click();
    await page.getByText('lalu dibatalkan: Orang lain dengan nama sama.', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Catat meninggal' }).waitFor();
    await expectReadable(page, 'death-withdrawn');
  });

  test('nothing went wrong unseen', () => {
    expect(officer.troubles).toEqual([]);
  });
});
