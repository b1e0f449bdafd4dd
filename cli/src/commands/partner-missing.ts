import { formatDay } from '@payung/kernel';
import { listPresumedLeavers } from '@payung/server/local';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { readOptions } from '../options.ts';

const texts = {
  id: {
    noList: 'Belum ada daftar lengkap mitra ini.',
    list: '{file}, lengkap per {day}; {unrecognised} baris ditolak atau diragukan',
    total: '{total} anggota tidak ada di dalamnya; tidak ada yang keluar dengan sendirinya.',
    row: '{name}, {village}, anggota sejak {day}',
  },
  en: {
    noList: 'There is no complete list of this partner yet.',
    list: '{file}, complete as of {day}; {unrecognised} rows refused or in doubt',
    total: '{total} members are missing on it; nobody leaves by it.',
    row: '{name}, {village}, a member since {day}',
  },
} as const;

/** `payung partner missing`: members who are missing on the complete list of a partner. */
export const partnerMissing: Run = async (argv, terminal) => {
  const { values, positionals } = readOptions(argv, { json: { type: 'boolean', default: false } }, 1);
  const partnerId = positionals[0] ?? '';
  const { language } = terminal;
  const { lists, missing, total } = await listPresumedLeavers(await terminal.open(), partnerId);
  if (values.json) {
    terminal.out(JSON.stringify({ lists, missing, total }, null, 2));
    return 0;
  }
  const said = texts[language];
  if (lists.length === 0) terminal.out(said.noList);
  for (const { fileName, asOf, unrecognised } of lists) {
    terminal.out(fill(said.list, language, { file: fileName, day: formatDay(asOf, language), unrecognised }));
  }
  if (lists.length > 0) terminal.out(fill(said.total, language, { total }));
  for (const { name, villageName, from } of missing) {
    const facts = { name: name ?? '–', village: villageName, day: formatDay(from, language) };
    terminal.out(fill(said.row, language, facts));
  }
  return 0;
};
