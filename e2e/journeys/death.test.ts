import { addMonthsTo, monthOf } from '@payung/kernel';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectReadable, type Watched } from '../browser/page.ts';
import { enrol, post, signAgreement, todayOf } from '../payung/calls.ts';
import { inOrder } from '../payung/journey.ts';
import { newOffice } from '../payung/office.ts';
import { chooseDay, field } from '../payung/people.ts';

const office = newOffice();
let officer: Watched;
let page: Page;

inOrder();

describe('a partner says of a member that they died', () => {
  const yosef = 'Yosef Mali Bria';

  test('its administrator takes them off its list, and is told that the death is recorded by others', async () => {
    await office.machine.payung('areas', 'load');
    officer = await office.newcomer('pendaftaran@belu.example', 'registration_officer', '53.04');
    page = officer.page;
    const agreementId = await signAgreement(page, { number: 'PKS/2', area: 5_304_000_000 });
    const lines = [`5304051203859778;${yosef};12-03-1985;L;Fatuketi;Kakuluk Mesak;Petani;Yuliana Seran`];
    await enrol(page, { agreementId, lines });
    const to = addMonthsTo(monthOf(await todayOf(page)), 1);
    await post(page, '/bills', { agreementId, from: monthOf(await todayOf(page)), to });
    const [partner] = (
      (await (await page.request.get('/api/partners')).json()) as { partners: { partnerId: string }[] }
    ).partners;
    const partnerId = partner?.partnerId ?? '';
    const administrator = await office.newcomer('mitra@belu.example', 'partner_administrator', partnerId);
    await administrator.page.goto(`/mitra/${partnerId}`);
    await administrator.page.getByRole('checkbox', { name: `Pilih ${yosef}` }).check();
    await administrator.page.getByRole('button', { name: 'Catat keluar (1)' }).click();
    await administrator.page.getByLabel('Sebab').selectOption({ label: 'meninggal' });
    await chooseDay(administrator.page, 'Tanggal meninggal', await todayOf(page));
    await expectReadable(administrator.page, 'death-told-leaving');
    await administrator.page.getByRole('button', { name: 'Catat', exact: true }).click();
    await administrator.page.getByText('1 orang dicatat keluar.').waitFor();
    expect(administrator.troubles).toEqual([]);
  });

  test('it waits beside the search, is recorded from there, and the bill that asks for later months is named', async () => {
    await page.goto('/orang');
    await page.getByRole('heading', { name: 'Kata mitra meninggal, belum dicatat' }).waitFor();
    await expectReadable(page, 'death-told');
    await page.getByRole('button', { name: `Catat meninggalnya ${yosef}` }).click();
    await page.getByRole('button', { name: 'Catat', exact: true }).click();
    await page
      .getByRole('heading', { name: 'Kata mitra meninggal, belum dicatat' })
      .waitFor({ state: 'detached' });
    await page.getByLabel('Nama atau NIK').fill(yosef);
    await page.getByRole('button', { name: 'Cari' }).click();
    await page.getByRole('link', { name: yosef }).click();
    await page.getByText('masih memuat 1 bulan sesudah bulan meninggalnya').waitFor();
    await expectReadable(page, 'death-billed');
  });
});

describe('a member dies: it is reported, certified, and withdrawn as a mistake', () => {
  test('somebody is a member', async () => {
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
    await expect.poll(() => page.getByRole('button', { name: 'Tambah bukti resmi' }).count()).toBe(0);
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
