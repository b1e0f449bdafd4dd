import { formatMonth, formatRupiah } from '@payung/kernel';
import { type DoubleFunding, doubleFunding, doubleFundingCsv, type Language } from '@payung/server/local';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { monthReport } from './month-report.ts';

const texts = {
  id: {
    none: 'Tidak ada orang yang dibayari dua dana pada {month}.',
    total:
      '{people} orang dibayari lebih dari satu dana pada {month}; paling sedikit {saving} sebulan dapat dihemat.',
    fund: '{fund}: {people} orang yang juga dibayari dana lain, {saving} sebulan',
    besideWage:
      '{people} orang penerima upah juga dibayari dana sebagai BPU; apakah keduanya boleh berjalan bersama belum pasti dalam aturan.',
    employed: '{people} orang bekerja pada lebih dari satu pemberi kerja; itu sah.',
  },
  en: {
    none: 'Nobody is paid for by two funds in {month}.',
    total:
      '{people} people are paid for by more than one fund in {month}; at least {saving} a month can be saved.',
    fund: '{fund}: {people} people whom others pay for too, {saving} a month',
    besideWage:
      '{people} wage earners are paid for by a fund as BPU too; whether both may run at once is not settled in the law.',
    employed: '{people} people have more than one employer; that is lawful.',
  },
} as const;

/** `payung funding double`: whom several funds pay for in a month, and what each fund could save; with --csv by person. */
export const fundingDouble: Run = monthReport({
  find: doubleFunding,
  csv: doubleFundingCsv,
  lines: linesOf,
});

function linesOf(found: DoubleFunding, language: Language): string[] {
  const { month, total, saving, funds, totalBesideWage, employed } = found;
  const said = texts[language];
  const facts = { month: formatMonth(month, language), people: total, saving: formatRupiah(saving) };
  return [
    fill(total === 0 ? said.none : said.total, language, facts),
    ...funds.map(({ fundName, people, saving: own }) =>
      fill(said.fund, language, { fund: fundName, people, saving: formatRupiah(own) }),
    ),
    ...(totalBesideWage > 0 ? [fill(said.besideWage, language, { people: totalBesideWage })] : []),
    ...(employed.length > 0 ? [fill(said.employed, language, { people: employed.length })] : []),
  ];
}
