import { MantineProvider } from '@mantine/core';
import { day } from '@payung/kernel';
import type { ShownRow } from '@payung/law';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { HistoryTable } from './HistoryTable.tsx';

const row = (rest: Partial<ShownRow>): ShownRow => ({
  from: day('2027-03-01'),
  until: null,
  state: 'value',
  value: 11_600_000,
  text: { id: 'Rp 11.600.000', en: 'Rp 11.600.000' },
  // No regulation of this name is in the register, so that it is not a link.
  source: { law: 'Peraturan contoh', confidence: 'quoted' },
  known: day('2027-03-05'),
  replaced: null,
  ...rest,
});

function draw(rows: readonly ShownRow[]): readonly string[] {
  const html = renderToStaticMarkup(
    <MantineProvider>
      <HistoryTable parameter={{ rows }} held={undefined} />
    </MantineProvider>,
  );
  return [...html.matchAll(/<tr><th scope="row">.*?<\/tr>/g)].map(([line]) => line);
}

test('a value that was corrected stays, struck out, with the days on which both were known', () => {
  const wrong = row({
    text: { id: 'Rp 11.500.000', en: 'Rp 11.500.000' },
    known: day('2027-03-02'),
    replaced: day('2027-03-05'),
  });
  const [corrected, replaced] = draw([wrong, row({})]);
  expect(corrected).not.toContain('<s>');
  expect(replaced).toContain('<s>Rp 11.500.000</s>');
  expect(replaced).toContain('Diketahui 2 Maret 2027, diganti dengan koreksi yang diketahui 5 Maret 2027.');
});

// biome-ignore format: aligned table of cases
test.each([
  ['an end',                          { state: 'none',    text: null }, 'tidak ada nilai'],
  ['a value that we have not found',  { state: 'unknown', text: null }, 'tidak ada angka pada kami'],
  ['a value that is to be announced', { state: 'awaited', text: null }, 'menunggu pengumuman'],
] as const)('%s', (_, rest, words) => {
  expect(draw([row(rest)])[0]).toContain(words);
});
