import type { Day } from '@payung/kernel';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Today, as the server of a signed-in page has it. */
export async function todayOf(page: Page): Promise<Day> {
  return ((await (await page.request.get('/api/session')).json()) as { today: Day }).today;
}

/** Sends JSON as whoever is signed in, and returns what is answered; `{}` when that is nothing. Fails when it is refused. */
export async function post<T>(page: Page, path: string, data: object): Promise<T> {
  const answer = await page.request.post(`/api${path}`, { data });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json().catch(() => ({}))) as T;
}

/** A partner of the government with a fund of its own and a signed agreement that pays JKK and JKM, from this month on. */
export async function signAgreement(
  page: Page,
  { number, area, partner = `Pemda ${number}` }: { number: string; area: number; partner?: string },
): Promise<string> {
  const today = await todayOf(page);
  const of = { kind: 'government', name: partner, area };
  const { partnerId } = await post<{ partnerId: string }>(page, '/partners', of);
  const year = Number(today.slice(0, 4));
  const purse = { kind: 'apbd_regency', name: `APBD ${partner}`, partnerId, area, year };
  const { fundId } = await post<{ fundId: string }>(page, '/funds', purse);
  const { id } = await post<{ id: string }>(page, '/agreements', {
    partnerId,
    area,
    kind: 'PKS',
    number,
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

/**
 * Sends a list that enrols from this month on, takes every doubtful row for somebody new, and accepts it.
 *
 * @param lines NIK, name, birth date, sex, village, district, occupation and mother's name, if given
 * @returns the id of the list
 */
export async function enrol(
  page: Page,
  { agreementId, lines }: { agreementId: string; lines: readonly string[] },
): Promise<string> {
  const text = ['NIK;Nama;Tanggal Lahir;L/P;Desa;Kecamatan;Pekerjaan;Nama Ibu', ...lines].join('\n');
  const startsOn = `${(await todayOf(page)).slice(0, 7)}-01`;
  const file = { name: `${agreementId}.csv`, mimeType: 'text/csv', buffer: Buffer.from(text) };
  const sent = await page.request.post('/api/rosters', {
    multipart: { agreementId, startsOn, policy: 'good_rows', newBelow: '100', file },
  });
  expect(sent.ok(), await sent.text()).toBe(true);
  const { rosterId } = (await sent.json()) as { rosterId: string };
  const state = async () =>
    ((await (await page.request.get(`/api/rosters/${rosterId}`)).json()) as { roster: { state: string } })
      .roster.state;
  await expect.poll(state, { timeout: 30_000 }).toBe('checked');
  expect((await page.request.post(`/api/rosters/${rosterId}/acceptance`)).ok()).toBe(true);
  await expect.poll(state, { timeout: 30_000 }).toBe('accepted');
  return rosterId;
}
