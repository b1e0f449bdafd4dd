import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { Population } from '../../server/src/example/population.ts';
import { expectAccessible, expectNoSidewaysScroll, picture, type Watched, widths } from '../browser/page.ts';
import { signAgreement, todayOf } from '../payung/calls.ts';
import { inOrder } from '../payung/journey.ts';
import { newOffice } from '../payung/office.ts';
import { tabTo } from '../payung/people.ts';

const belu = 5_304_000_000;
const office = newOffice();
let officer: Watched;
let page: Page;
let rosterId = '';
let total = 0;

interface Checked {
  readonly rosterId: string;
  readonly enrolled: number;
  readonly counts: Readonly<Record<'new' | 'known' | 'doubtful' | 'refused', number>>;
}

inOrder();

/** Sends a list at the terminal, and waits for its check. */
async function send(agreement: string, startsOn: string, lines: readonly string[]): Promise<Checked> {
  const path = join(tmpdir(), `payung-${agreement.replace('/', '-')}-${process.pid}.csv`);
  await writeFile(
    path,
    ['NIK;Nama;Tanggal Lahir;L/P;Desa;Kecamatan;Pekerjaan;Nama Ibu', ...lines].join('\n'),
  );
  const terms = ['--agreement', agreement, '--starts-on', startsOn];
  const told = await office.machine.payung('roster', 'check', path, ...terms, '--json');
  await rm(path);
  return (JSON.parse(told) as { roster: Checked }).roster;
}

const progress = (decided: number) => page.getByText(`${decided} dari ${total}`, { exact: true });

describe('fifty doubtful rows are decided with the keyboard only', () => {
  test('people of Belu are enrolled, and a second list has them under other numbers', async () => {
    await office.machine.payung('areas', 'load');
    officer = await office.newcomer('pendaftaran@belu.example', 'registration_officer', '53.04');
    page = officer.page;
    const today = await todayOf(page);

    const population = new Population('tinjau', today);
    const village = { code: 5_304_052_001, name: 'Fatuketi', district: 'Kakuluk Mesak' };
    const people = Array.from({ length: 64 }, () => population.person(village));
    const lines = (numberOf: (nik: string) => string) =>
      people.map(({ nik, name, birthDate, sex, occupation, mother }) =>
        [numberOf(nik), name, birthDate, sex, village.name, village.district, occupation, mother].join(';'),
      );
    const startsOn = `${today.slice(0, 7)}-01`;
    await signAgreement(page, { number: 'PKS/1', area: belu });
    const first = await send(
      'PKS/1',
      startsOn,
      lines((nik) => nik),
    );
    await office.machine.payung('roster', 'accept', first.rosterId);

    // The last digit read wrongly, in every row.
    const misread = (nik: string) => `${nik.slice(0, 15)}${(Number(nik[15]) + 5) % 10}`;
    await signAgreement(page, { number: 'PKS/2', area: belu });
    const second = await send('PKS/2', startsOn, lines(misread));
    rosterId = second.rosterId;
    total = second.counts.doubtful;
    expect(total).toBeGreaterThanOrEqual(50);
  });

  test('the page is reached by Tab, and the focus stands where the keys work', async () => {
    await page.goto(`/daftar/${rosterId}`);
    const link = page.getByRole('link', { name: `Tinjau ${total} baris yang meragukan` });
    await link.waitFor();
    await tabTo(page, link);
    await page.keyboard.press('Enter');
    await progress(0).waitFor();
    await expect.poll(() => page.locator('section.review:focus').count()).toBe(1);
    for (const [width, size] of Object.entries(widths)) {
      await page.setViewportSize(size);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      await picture(page, `review-${width}`);
    }
    await page.setViewportSize(widths.desk);
  });

  test('a key that is held down decides once', async () => {
    await page.keyboard.down('l');
    await progress(1).waitFor();
    // Again without having been let go: a repetition.
    await page.keyboard.down('l');
    await page.keyboard.up('l');
    await page.keyboard.press('u');
    await progress(0).waitFor();
  });

  test('each is decided by one key, undone by another, and the focus stays', async () => {
    const keys = ['1', 'b', 'l', '1', '1'] as const;
    for (let decided = 0; decided < total; decided += 1) {
      await page.keyboard.press(keys[decided % keys.length] ?? '1');
      await progress(decided + 1).waitFor();
    }
    await page.getByText('Tekan ← untuk melihat kembali', { exact: false }).waitFor();
    await page.keyboard.press('u');
    await progress(total - 1).waitFor();
    await page.keyboard.press('1');
    await progress(total).waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.getByText('Anda', { exact: false }).first().waitFor();
    await expect.poll(() => page.locator('section.review:focus').count()).toBe(1);
    await expectAccessible(page);
    await picture(page, 'review-decided');
  });

  test('the list says what became of them, and they are enrolled', async () => {
    const answer = await page.request.get(`/api/rosters/${rosterId}`);
    const { counts, enrolled } = ((await answer.json()) as { roster: Checked }).roster;
    // Every fifth was left, from the third on; the last one was taken back and decided.
    const left = Math.floor((total + 1) / 5);
    expect({ doubtful: counts.doubtful, enrolled }).toEqual({
      doubtful: left,
      enrolled: counts.new + counts.known,
    });
    expect(counts.known).toBeGreaterThan(counts.new);
  });

  test('nothing went wrong unseen', () => {
    expect(officer.troubles).toEqual([]);
  });
});
