import { formatDay, formatMonth, formatRupiah, rupiah } from '@payung/kernel';
import { type BillFile, billLinesTable, getBill, getBillId, type Language } from '@payung/server/local';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { Misuse, readOptions } from '../options.ts';
import { printCsv } from './table-report.ts';

const texts = {
  id: {
    head: 'Tagihan {number}, {partner}: {people} orang, {months}, {amount}.',
    unpaid: 'Belum dibayar; jatuh tempo {day}.',
    partial: 'Dibayar {paid}, sisa {open}; jatuh tempo {day}.',
    paid: 'Lunas.',
    cancelled: 'Dibatalkan: {why}',
    decree: '{people} orang menurut SK {number} tanggal {day}.',
    without: '{people} orang tanpa SK, lewat daftar mitra.',
  },
  en: {
    head: 'Bill {number}, {partner}: {people} people, {months}, {amount}.',
    unpaid: 'Not paid; due {day}.',
    partial: '{paid} paid, {open} open; due {day}.',
    paid: 'Paid.',
    cancelled: 'Cancelled: {why}',
    decree: '{people} people by the decree {number} of {day}.',
    without: '{people} people by no decree, from the list of a partner.',
  },
} as const;

/** `payung bill show NUMBER`: what a bill asks for and the decrees it rests on; with --csv line by line. */
export const billShow: Run = async (argv, terminal) => {
  const { values, positionals } = readOptions(
    argv,
    { json: { type: 'boolean', default: false }, csv: { type: 'boolean', default: false } },
    1,
  );
  if (values.json && values.csv) throw new Misuse('--json --csv');
  const context = await terminal.open();
  const billId = await getBillId(context, positionals[0] ?? '');
  if (values.csv) {
    await printCsv(terminal, await billLinesTable(context, billId));
    return 0;
  }
  const file = await getBill(context, billId);
  if (values.json) terminal.out(JSON.stringify(file, null, 2));
  else for (const line of linesOf(file, terminal.language)) terminal.out(line);
  return 0;
};

function linesOf({ bill, decrees, withoutDecree }: BillFile, language: Language): string[] {
  const said = texts[language];
  const first = formatMonth(bill.from, language);
  return [
    fill(said.head, language, {
      number: bill.number,
      partner: bill.partnerName,
      people: bill.people,
      months: bill.from === bill.to ? first : `${first} – ${formatMonth(bill.to, language)}`,
      amount: formatRupiah(bill.amount),
    }),
    fill(said[bill.state], language, {
      day: formatDay(bill.dueOn, language),
      paid: formatRupiah(rupiah(bill.paid)),
      open: formatRupiah(rupiah(bill.open)),
      why: bill.cancelled?.why ?? '',
    }),
    ...decrees.map(({ people, number, signedOn }) =>
      fill(said.decree, language, { people, number, day: formatDay(signedOn, language) }),
    ),
    ...(withoutDecree > 0 ? [fill(said.without, language, { people: withoutDecree })] : []),
  ];
}
