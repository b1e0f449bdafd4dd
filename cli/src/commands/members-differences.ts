import { formatMonth } from '@payung/kernel';
import {
  type Differences,
  differencesCsv,
  differencesOf,
  formatAreaCode,
  type Language,
} from '@payung/server/local';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { monthReport } from './month-report.ts';

const texts = {
  id: {
    noFile: 'Belum ada berkas peserta BPJS untuk {month}; tidak ada yang dapat dibandingkan.',
    none: 'Tidak ada selisih pada {month}.',
    village:
      '{code}  {village}: {paidHere} dibayar di sini tetapi tidak aktif di BPJS, {statedThere} aktif di BPJS tetapi tidak dibayar di sini',
  },
  en: {
    noFile: 'There is no BPJS member file for {month} yet; nothing to compare.',
    none: 'There are no differences in {month}.',
    village:
      '{code}  {village}: {paidHere} paid here but not active at BPJS, {statedThere} active at BPJS but not paid here',
  },
} as const;

/** `payung members differences`: paid here but not active at BPJS, and the other way round, per village; with --csv by person. */
export const membersDifferences: Run = monthReport({
  find: differencesOf,
  csv: differencesCsv,
  lines: linesOf,
});

function linesOf({ month, files, villages }: Differences, language: Language): string[] {
  const said = texts[language];
  if (villages.length === 0) {
    return [
      fill(files.length === 0 ? said.noFile : said.none, language, { month: formatMonth(month, language) }),
    ];
  }
  return villages.map(({ village, villageName, paidHere, statedThere }) =>
    fill(said.village, language, {
      code: formatAreaCode(village),
      village: villageName,
      paidHere,
      statedThere,
    }),
  );
}
