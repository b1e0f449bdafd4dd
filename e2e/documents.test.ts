import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newOffice } from './payung/office.ts';
import { go, signIn } from './payung/people.ts';

const images = join(import.meta.dirname, '..', 'docs', 'images');
const account = { email: 'perencana@contoh.payung', password: 'payung-contoh-belu' };
const office = newOffice([]);

test('the coverage page, as the README shows it', async () => {
  const { page, troubles } = await office.open();
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
