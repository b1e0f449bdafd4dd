import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from './browser/launch.ts';
import { openPage } from './browser/page.ts';
import { go, signIn } from './payung/people.ts';
import { type Machine, newMachine, type Running } from './payung/start.ts';

const images = join(import.meta.dirname, '..', 'docs', 'images');
const account = { email: 'perencana@contoh.payung', password: 'payung-contoh-belu' };
let browser: Browser;
let machine: Machine;
let server: Running;

beforeAll(async () => {
  [browser, machine] = await Promise.all([launch(inject('browser')), newMachine()]);
  server = await machine.start();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await machine?.clear();
});

test('the coverage page, as the README shows it', async () => {
  const { page, troubles } = await openPage(browser, server.url);
  await signIn(page, account);
  await go(page, 'Cakupan');
  await page.getByRole('heading', { name: 'Peta petak kabupaten/kota' }).waitFor();
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByText('Belu', { exact: true }).first().waitFor();
  // The pointer rests nowhere, and nothing has the focus: the picture shows the page and not its visitor.
  await page.mouse.move(0, 0);
  await page.evaluate('document.activeElement?.blur()');
  await page.screenshot({ path: join(images, 'coverage.png'), animations: 'disabled' });
  expect(troubles).toEqual([]);
});
