import { expect, test } from 'vitest';
import { keptTerminal } from '../testing/kept-terminal.ts';
import { printTable } from './table-report.ts';

const table = {
  name: 'anggota',
  header: ['name', 'group', 'state'],
  rows: [
    ['Ani Contoh', 'vulnerable', 'unpaid'],
    ['Budi Contoh', 'bpd', 'paid'],
  ],
};

async function printed(language: 'id' | 'en', asked: { json: boolean; csv: boolean }) {
  const { terminal, ended } = keptTerminal(undefined, language);
  await printTable(terminal, asked, table);
  return ended(0).out;
}

test('people read words, programs the codes', async () => {
  expect(await printed('id', { json: false, csv: false })).toBe(
    'Ani Contoh   pekerja rentan  belum dibayar\nBudi Contoh  BPD             dibayar',
  );
  expect(await printed('en', { json: false, csv: false })).toContain('vulnerable workers  unpaid');
  expect(await printed('id', { json: false, csv: true })).toContain('Ani Contoh,vulnerable,unpaid');
  expect(JSON.parse(await printed('id', { json: true, csv: false }))[0]).toMatchObject({ state: 'unpaid' });
});
