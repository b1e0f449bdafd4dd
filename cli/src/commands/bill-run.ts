import { parseArgs } from 'node:util';
import { formatDay, formatMonth, formatRupiah, type Month, parseMonth, rupiah } from '@payung/kernel';
import {
  type BillIssued,
  type Context,
  type Language,
  listAgreements,
  Refusal,
  runBilling,
} from '@payung/server/local';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { Misuse } from '../options.ts';

const texts = {
  id: {
    month: 'Bukan bulan: {text}. Tulis --month 2026-11, dan --to untuk bulan terakhir.',
    several: 'Nomor {text} dipakai beberapa mitra. Sebut id perjanjiannya: {ids}.',
    issued: 'Tagihan {number}: {people} orang, {months}, {amount}.',
    due: 'Jatuh tempo {day} (tanggal 15 atau hari kerja berikutnya; libur nasional diperhitungkan sejauh sudah ada dalam daftar, cuti bersama tidak).',
    deceased: '{people} peserta yang sudah meninggal tidak ditagih.',
  },
  en: {
    month: 'Not a month: {text}. Write --month 2026-11, and --to for the last month.',
    several: 'Several partners use the number {text}. Name the id of the agreement: {ids}.',
    issued: 'Bill {number}: {people} people, {months}, {amount}.',
    due: 'Due {day} (the 15th or the next working day; national holidays count as far as they are listed, collective leave does not).',
    deceased: '{people} members who have died were not billed.',
  },
} as const;

/** `payung bill run`: bills an agreement for a month, or for several with `--to`. */
export const billRun: Run = async (argv, terminal) => {
  const { language } = terminal;
  const given = optionsIn(argv);
  if (given?.agreement === undefined || given.month === undefined) throw new Misuse();
  const from = parseMonth(given.month);
  const to = parseMonth(given.to ?? given.month);
  if (from === undefined || to === undefined) {
    const text = from === undefined ? given.month : (given.to ?? '');
    terminal.err(fill(texts[language].month, language, { text }));
    return 2;
  }
  const context = await terminal.open();
  const [agreementId, ...others] = await agreementsCalled(context, given.agreement);
  if (agreementId === undefined) throw new Refusal('agreements.notFound');
  if (others.length > 0) {
    const facts = { text: given.agreement, ids: [agreementId, ...others].join(', ') };
    terminal.err(fill(texts[language].several, language, facts));
    return 2;
  }
  const issued = await runBilling(context, { agreementId, from, to });
  if (given.json) terminal.out(JSON.stringify(issued, null, 2));
  else for (const line of linesOf(issued, language)) terminal.out(line);
  return 0;
};

/** Ids of the agreements with this number or id: a number is unique for a partner only. */
async function agreementsCalled(context: Context, text: string): Promise<string[]> {
  const agreements = await listAgreements(context);
  return agreements
    .filter(({ agreementId, number }) => agreementId === text || number === text)
    .map(({ agreementId }) => agreementId);
}

function linesOf(issued: BillIssued, language: Language): string[] {
  const say = texts[language];
  const { number, people, from, to, amount, dueOn, deceased } = issued;
  const facts = { number, people, months: months(from, to, language), amount: formatRupiah(rupiah(amount)) };
  return [
    fill(say.issued, language, facts),
    fill(say.due, language, { day: formatDay(dueOn, language) }),
    ...(deceased > 0 ? [fill(say.deceased, language, { people: deceased })] : []),
  ];
}

function months(from: Month, to: Month, language: Language): string {
  const first = formatMonth(from, language);
  return from === to ? first : `${first} – ${formatMonth(to, language)}`;
}

/** The options as typed; undefined when they cannot be read. */
function optionsIn(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        agreement: { type: 'string' },
        month: { type: 'string' },
        to: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    }).values;
  } catch {
    return undefined;
  }
}
