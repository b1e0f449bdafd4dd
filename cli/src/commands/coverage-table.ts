import { formatCount, formatMonth, type Language } from '@payung/kernel';
import { type Coverage, type Figure, formatAreaCode, type Percentage, wordOf } from '@payung/server/local';

const words = {
  id: {
    people: 'orang',
    covered: 'Terlindungi (iuran bulan itu lunas)',
    stated: 'di antaranya hanya menurut berkas BPJS',
    registered: 'Terdaftar',
    unpaid: 'belum dibayar',
    tolerated: 'di antaranya masih dilindungi undang-undang',
    of: 'dari',
    estimate: 'PERKIRAAN',
    period: 'periode',
    published: 'Diterbitkan pihak lain',
    none: 'Belum ada penyebut: masukkan jumlah pekerja beserta sumbernya.',
    area: 'Wilayah',
    segment: 'Segmen',
    group: 'Kelompok',
    fund: 'Sumber dana',
    total: 'Jumlah',
    split: 'dipecah',
    empty: 'Tidak ada',
    active_members: 'peserta aktif',
    coverage_percent: 'cakupan',
    target_people: 'target orang',
    target_percent: 'target cakupan',
    denominator: 'penyebut',
  },
  en: {
    people: 'people',
    covered: 'Covered (the month is paid)',
    stated: 'of them only as a BPJS file states',
    registered: 'Registered',
    unpaid: 'not paid for',
    tolerated: 'of them still protected by law',
    of: 'of',
    estimate: 'ESTIMATE',
    period: 'period',
    published: 'Published by others',
    none: 'No denominator yet: enter the number of workers with its source.',
    area: 'Area',
    segment: 'Segment',
    group: 'Group',
    fund: 'Fund',
    total: 'Total',
    split: 'split',
    empty: 'None',
    active_members: 'active members',
    coverage_percent: 'coverage',
    target_people: 'target, people',
    target_percent: 'target, coverage',
    denominator: 'denominator',
  },
} as const;

/** The coverage table as lines for a terminal: headline, what it rests on, rows, and what others have published. */
export function coverageTable(coverage: Coverage, language: Language): string[] {
  const word = words[language];
  const count = (n: number) => formatCount(n, language);
  const { area, totals, registered } = coverage;
  const stated = totals.stated === 0 ? '' : `; ${word.stated}: ${count(totals.stated)}`;
  return [
    `${area.name} (${formatAreaCode(area.code)}) · ${formatMonth(coverage.month, language)}`,
    `${word.covered}: ${count(totals.people)} ${word.people}${stated}`,
    ...(coverage.percentages.length === 0
      ? [`  ${word.none}`]
      : coverage.percentages.map((each) => `  ${percentageLine(each, language)}`)),
    `${word.registered}: ${count(registered.registered)}; ${word.unpaid}: ${count(registered.unpaid)} (${word.tolerated}: ${count(registered.tolerated)})`,
    ...coverage.breaks.map(
      ({ from, to, year, law }) =>
        `! ${formatAreaCode(from)} → ${formatAreaCode(to)}: ${word.split} ${year} (${law})`,
    ),
    '',
    ...aligned(tableOf(coverage, language)),
    ...(coverage.published.length === 0 ? [] : ['', `${word.published}:`]),
    ...coverage.published.map((figure) => `  ${figureLine(figure, language)}`),
  ];
}

function percentageLine({ percent, denominator }: Percentage, language: Language): string {
  const word = words[language];
  const { value, definition, source, period, estimate, low, high } = denominator;
  const bounds =
    low === null || high === null ? '' : ` ${formatCount(low, language)}–${formatCount(high, language)}`;
  const flag = estimate ? ` [${word.estimate}${bounds}]` : '';
  return `${percentText(percent, language)} ${word.of} ${formatCount(value, language)}${flag} · ${definition} · ${source}, ${word.period} ${period}`;
}

function figureLine(figure: Figure, language: Language): string {
  const word = words[language];
  const value =
    figure.unit === 'percent' ? percentText(figure.value, language) : formatCount(figure.value, language);
  const whose = [figure.segment === 'all' ? '' : figure.segment, figure.branchId ?? ''].filter(
    (text) => text !== '',
  );
  const note = figure.note === null ? '' : ` · ${figure.note}`;
  return `${figure.period}: ${word[figure.measure]} ${[...whose, value].join(' ')} · ${figure.definition} · ${figure.source} (${wordOf(language, 'confidence', figure.confidence) ?? figure.confidence})${note}`;
}

/** Two decimals, as the language writes them. */
function percentText(percent: number, language: Language): string {
  const text = percent.toFixed(2);
  return `${language === 'id' ? text.replace('.', ',') : text} %`;
}

function tableOf({ by, rows, totals }: Coverage, language: Language): string[][] {
  const word = words[language];
  if (rows.length === 0) return [[word.empty]];
  const widest = Math.max(...rows.map(({ percentages }) => percentages.length));
  const line = (label: string, counts: typeof totals, percentages: readonly Percentage[]) => [
    label,
    ...[counts.people, counts.jkk, counts.jkm, counts.jht, counts.jp, counts.jkp].map((n) =>
      formatCount(n, language),
    ),
    ...Array.from({ length: widest }, (_, i) => {
      const found = percentages[i];
      return found === undefined ? '' : percentText(found.percent, language);
    }),
  ];
  const labelOf = (label: string) => (by === 'group' ? wordOf(language, 'group', label) : undefined) ?? label;
  const header = [
    word[by],
    word.people,
    'JKK',
    'JKM',
    'JHT',
    'JP',
    'JKP',
    ...Array.from({ length: widest }, (_, i) => `% ${i + 1}`),
  ];
  return [
    header,
    ...rows.map((row) => line(labelOf(row.label), row.counts, row.percentages)),
    line(word.total, totals, []),
  ];
}

/** Columns of one width: the first to the left, numbers to the right. */
function aligned(table: readonly (readonly string[])[]): string[] {
  const width = (column: number) => Math.max(...table.map((line) => line[column]?.length ?? 0));
  return table.map((line) =>
    line
      .map((cell, column) => (column === 0 ? cell.padEnd(width(column)) : cell.padStart(width(column))))
      .join('  ')
      .trimEnd(),
  );
}
