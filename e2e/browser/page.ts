import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Widths at which every page must work: the narrowest telephone, and a desk. */
export const widths = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 800 } } as const;

/** Where pictures of the run go; not kept in the repository. */
export const pictures: string = join(import.meta.dirname, '..', 'screenshots');

/** A page and what went wrong in it unseen: errors on its console, and answers of 500 and above. */
export interface Watched {
  readonly page: Page;
  readonly troubles: string[];
}

/** Opens a page in a context of its own, as another person on another machine would. */
export async function openPage(
  browser: Browser,
  url: string,
  options: { readonly width?: keyof typeof widths; readonly locale?: string } = {},
): Promise<Watched> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: widths[options.width ?? 'desk'],
    locale: options.locale ?? 'id-ID',
    timezoneId: 'Asia/Makassar',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`${page.url()}: ${error.message}`));
  page.on('response', (answer) => {
    if (answer.status() >= 500) troubles.push(`${answer.status()} ${answer.url()}`);
  });
  page.on('console', (message) => {
    // Refusals are answers the page shows; Chromium writes every one of them on the console as well.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      troubles.push(`${page.url()}: ${message.text()}`);
  });
  await page.goto('/');
  return { page, troubles };
}

/** Fails with what a reader of the screen, a keyboard or a weak eye would stumble over: WCAG 2.2, levels A and AA. */
export async function expectAccessible(page: Page): Promise<void> {
  await settled(page);
  // Our pages have no frames: axe may judge in the page itself, and need not carry out every node that passed. That halves its time.
  const { violations } = await new AxeBuilder({ page })
    .options({
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
      resultTypes: ['violations'],
    })
    .setLegacyMode(true)
    .analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} — ${node.target.join(' ')}\n  ${node.html.slice(0, 200)}`),
  );
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}

/** Waits until what is fading in stands: half-faded text has not its colour yet. What turns for ever is not waited for. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(`Promise.all(document.getAnimations()
    .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
    .map((one) => one.finished.catch(() => undefined))).then(() => undefined)`);
}

/** Fails when the page stays wider than its window, so that one has to push it sideways to read. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const over = () =>
    page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  // A menu may still be sliding away.
  await expect
    .poll(over, { message: `pixels beyond the right edge of ${page.url()}`, timeout: 3000 })
    .toBeLessThanOrEqual(0);
}

/** Whether everybody can read the page, at a desk and on the narrowest telephone; a picture of both is kept. It stays at the desk. */
export async function expectReadable(page: Page, name: string): Promise<void> {
  for (const [width, size] of Object.entries(widths)) {
    await page.setViewportSize(size);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await picture(page, `${name}-${width}`);
  }
  await page.setViewportSize(widths.desk);
}

/** Keeps a picture of the page for people to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  await mkdir(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' });
}
