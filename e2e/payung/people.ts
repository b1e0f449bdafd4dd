import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { authenticatorCode } from './totp.ts';

/** Somebody who can sign in. */
export interface Account {
  readonly email: string;
  readonly password: string;
}

/** A field by the whole of its label; those that must be filled in are marked with a star. */
export function field(page: Page, label: string): Locator {
  return page.getByLabel(new RegExp(`^${label}( \\*)?$`));
}

/** Looks for one of many in a field that searches, and takes the first that is found under these words. */
export async function choose(page: Page, label: string, words: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).fill(words);
  await page.getByRole('option').filter({ hasText: words }).first().click();
}

/** Chooses a day part by part. A part that its list does not have cannot be chosen. */
export async function chooseDay(page: Page, label: string, day: string): Promise<void> {
  const parts = page.getByRole('group', { name: label, exact: true }).getByRole('combobox');
  const [year = '', month = '', date = ''] = day.split('-');
  for (const [place, part] of [date, month, year].entries()) await parts.nth(place).selectOption(part);
}

/** Signs in at whatever page asks for it, and waits for the menu. */
export async function signIn(page: Page, { email, password }: Account): Promise<void> {
  await page.getByLabel('Alamat surel').fill(email);
  await field(page, 'Kata sandi').fill(password);
  await page.getByRole('button', { name: 'Masuk' }).click();
  await page.getByRole('button', { name: 'Keluar' }).waitFor({ state: 'attached' });
}

/**
 * What everybody does on their first day: replaces the password they were handed, and sets up the second factor. The page
 * says what is due, and nothing else opens before.
 */
export async function firstDay(page: Page, handed: Account): Promise<void> {
  const password = await ownPassword(page, handed);
  await secondFactor(page, password);
}

/** Signs in with the password that was handed over, and replaces it: all that is due of somebody with one village. */
export async function ownPassword(page: Page, handed: Account): Promise<string> {
  const password = `payung ${handed.email} di hari hujan`;
  await signIn(page, handed);
  await page.getByText('Kata sandi Anda dipilihkan orang lain.').waitFor();
  await page.getByRole('link', { name: 'Buka halaman Akun' }).click();
  await page.getByLabel('Kata sandi sekarang').fill(handed.password);
  await page.getByLabel('Kata sandi baru').fill(password);
  await page.getByRole('button', { name: 'Ganti kata sandi' }).click();
  await page.getByText('Kata sandi Anda dipilihkan orang lain.').waitFor({ state: 'detached' });
  return password;
}

async function secondFactor(page: Page, password: string): Promise<void> {
  await page.getByText('Peran Anda mewajibkan verifikasi dua langkah.').waitFor();
  await field(page, 'Kata sandi').fill(password);
  await page.getByRole('button', { name: 'Mulai' }).click();
  const secret = await page.locator('.secret').first().innerText();
  await page.getByLabel('Kode verifikasi').fill(authenticatorCode(secret));
  await page.getByRole('button', { name: 'Aktifkan' }).click();
  await page.getByText('Verifikasi dua langkah aktif.').waitFor();
  // Both are said at once: the page never asks for what it says is done.
  expect(await page.getByText('Peran Anda mewajibkan').count()).toBe(0);
}

/** Opens a page of the menu, which a narrow screen keeps behind a button, and waits until it has taken the place of the one before. */
export async function go(page: Page, name: string): Promise<void> {
  const menu = page.getByRole('button', { name: 'Menu' });
  if (await menu.isVisible()) await menu.click();
  const link = page.getByRole('navigation', { name: 'Halaman' }).getByRole('link', { name, exact: true });
  await leaving(page, await link.getAttribute('href'), () => link.click());
}

/** Does what leads to an address, and waits for the heading of the page there. What both pages have would else be found on the one before. */
export async function leaving(page: Page, to: string | null, act: () => Promise<void>): Promise<void> {
  const heading = page.getByRole('heading', { level: 1 });
  const leaves = new URL(page.url()).pathname !== to;
  // Marked and not held: a heading that is already gone when it is looked at again has been left as well.
  if (leaves) await heading.evaluate<void, void>(`(it) => it.setAttribute('data-left', '')`);
  await act();
  if (leaves) await page.locator('h1[data-left]').waitFor({ state: 'detached' });
  await heading.waitFor();
}

/**
 * Follows a link with the keyboard to the page of this heading; pressed again, as people do, where nothing came of it, which is said
 * with where the focus was.
 */
export async function follow(page: Page, link: Locator, heading: string): Promise<void> {
  const arrived = page.getByRole('heading', { level: 1, name: heading, exact: true });
  for (let presses = 1; presses < 3; presses += 1) {
    await tabTo(page, link);
    await page.keyboard.press('Enter');
    const came = await arrived.waitFor({ timeout: 8_000 }).then(
      () => true,
      () => false,
    );
    if (came) return;
    const focus = await page
      .locator(':focus')
      .evaluateAll<string, void>(`(all) => all.map((one) => one.outerHTML.slice(0, 120)).join()`);
    console.warn(`Enter led nowhere: ${page.url()}, focus on ${focus || 'nothing'}`);
  }
  await tabTo(page, link);
  await page.keyboard.press('Enter');
  await arrived.waitFor();
}

/** Presses Tab until the focus stands on it, as somebody would who does not see where it is. @throws Error when it never does */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor({ state: 'attached' });
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await wanted.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${wanted}`);
}
