import { formatCount, formatMonth, formatRupiah, type Language, rupiah } from '@payung/kernel';
import type { Bill } from '#billing';
import type { Coverage } from '#coverage';
import { generalTextOf, type Roster, verdicts } from '#rosters';
import type { ExampleOutcome } from './run.ts';

/** What the example says, in each language. */
export const texts: Readonly<
  Record<Language, { readonly loaded: string; outcome(outcome: ExampleOutcome): string[] }>
> = {
  id: {
    loaded: 'CONTOH: orang-orangnya rekaan (NIK berakhiran 9xxx), dan diberi tanda di setiap halaman.',
    outcome: (outcome) => outcomeLines(outcome, words.id, 'id'),
  },
  en: {
    loaded: 'EXAMPLE: its people are made up (NIK serials 9xxx), and every page says so.',
    outcome: (outcome) => outcomeLines(outcome, words.en, 'en'),
  },
};

const words = {
  id: {
    rows: 'baris',
    new: 'baru',
    known: 'dikenal',
    doubtful: 'meragukan',
    refused: 'ditolak',
    ignored: 'diabaikan',
    enrolled: 'orang didaftarkan',
    bill: 'Tagihan',
    people: 'orang',
    from: 'dari',
    unpaid: 'belum dibayar',
    partial: 'dibayar sebagian',
    paid: 'lunas',
    cancelled: 'dibatalkan',
    coverage: 'Terlindungi di',
    before: 'sebelum dibayar',
    after: 'sesudah dibayar',
    of: 'dari',
    estimate: 'perkiraan',
    noDenominator: 'belum ada penyebut',
  },
  en: {
    rows: 'rows',
    new: 'new',
    known: 'known',
    doubtful: 'doubtful',
    refused: 'refused',
    ignored: 'ignored',
    enrolled: 'people enrolled',
    bill: 'Bill',
    people: 'people',
    from: 'from',
    unpaid: 'unpaid',
    partial: 'paid in part',
    paid: 'paid',
    cancelled: 'cancelled',
    coverage: 'Covered in',
    before: 'before the payment',
    after: 'after the payment',
    of: 'of',
    estimate: 'estimate',
    noDenominator: 'no denominator yet',
  },
} as const;
type Words = Readonly<Record<keyof (typeof words)['id'], string>>;

/** Reasons shown; the rest is on the page of the roster. */
const topReasons = 8;

function outcomeLines(outcome: ExampleOutcome, w: Words, language: Language): string[] {
  const { roster, reasons, bill, before, after } = outcome;
  const top = reasons.filter(({ verdict }) => verdict !== 'ignored').toSorted((a, b) => b.count - a.count);
  return [
    `${roster.fileName}:`,
    `  ${countsLine(roster, w, language)}`,
    ...top
      .slice(0, topReasons)
      .map(
        ({ reason, count }) =>
          `  ${formatCount(count, language).padStart(6)} × ${reasonText(language, reason)}`,
      ),
    `  ${formatCount(roster.enrolled, language)} ${w.enrolled}`,
    billLine(bill, w, language),
    ...(before === undefined ? [] : coverageLines(before, w.before, w, language)),
    ...coverageLines(after, w.after, w, language),
  ];
}

/** `5.912 baris = 5.5xx baru + … + … diabaikan`: rows in, and what became of them. */
function countsLine({ counts }: Pick<Roster, 'counts'>, w: Words, language: Language): string {
  const parts = verdicts.map((verdict) => `${formatCount(counts[verdict], language)} ${w[verdict]}`);
  return `${formatCount(counts.rowsIn, language)} ${w.rows} = ${parts.join(' + ')}`;
}

/** The reason without the places that differ from row to row. */
function reasonText(language: Language, reason: string): string {
  return `${generalTextOf(language, reason).text} [${reason}]`;
}

function billLine(bill: Bill, w: Words, language: Language): string {
  const each = bill.people > 0 && bill.amount % bill.people === 0 ? bill.amount / bill.people : undefined;
  const sum = formatRupiah(bill.amount);
  const people = `${formatCount(bill.people, language)} ${w.people}`;
  const total =
    each === undefined ? `${people}, ${sum}` : `${people} × ${formatRupiah(rupiah(each))} = ${sum}`;
  const state = w[bill.state];
  return `${w.bill} ${bill.number} (${formatMonth(bill.from, language)}): ${total}, ${w.from} ${bill.fundName}, ${state}`;
}

function coverageLines(coverage: Coverage, when: string, w: Words, language: Language): string[] {
  const people = formatCount(coverage.totals.people, language);
  const head = `${w.coverage} ${coverage.area.name}, ${formatMonth(coverage.month, language)}, ${when}: ${people} ${w.people}`;
  if (coverage.percentages.length === 0) return [`${head} (${w.noDenominator})`];
  return [
    head,
    ...coverage.percentages.map(({ percent, numerator, denominator }) => {
      const share = language === 'id' ? String(percent).replace('.', ',') : String(percent);
      const sure = denominator.estimate ? ` (${w.estimate})` : '';
      return `  ${share}% = ${formatCount(numerator, language)} ${w.of} ${formatCount(denominator.value, language)}${sure}: ${denominator.definition}, ${denominator.period}; ${denominator.source}`;
    }),
  ];
}
