import { formatAreaCode, levelOf } from '#areas';
import { csvOf, type TableCell } from '#platform/spreadsheet';
import type { Coverage, Percentage } from './model.ts';

/** A table as text, with the number of its rows (without the header), so that a cut file can be recognised. */
interface CsvTable {
  readonly text: string;
  readonly rows: number;
}

/**
 * The rows of a coverage table as CSV (RFC 4180, UTF-8, CRLF). Column names are fixed, for programs; each denominator has
 * its own columns, numbered, because a row may have several.
 */
export function coverageCsv(coverage: Coverage): CsvTable {
  const widest = Math.max(0, ...coverage.rows.map(({ percentages }) => percentages.length));
  const numbered = Array.from({ length: widest }, (_, i) => i + 1);
  const header = [
    coverage.by === 'area' ? 'code' : coverage.by,
    'name',
    'month',
    'people',
    'jkk',
    'jkm',
    'jht',
    'jp',
    'jkp',
    'stated',
    ...numbered.flatMap((n) =>
      ['percent', 'denominator', 'definition', 'source', 'period', 'estimate'].map((name) => `${name}_${n}`),
    ),
  ];
  const lines = coverage.rows.map(({ key, label, counts, percentages }): TableCell[] => [
    coverage.by === 'area' ? codeOf(key) : key,
    label,
    coverage.month,
    counts.people,
    counts.jkk,
    counts.jkm,
    counts.jht,
    counts.jp,
    counts.jkp,
    counts.stated,
    ...numbered.flatMap((n) => percentageCells(percentages[n - 1])),
  ]);
  return {
    text: csvOf({ name: 'coverage', header, rows: lines }),
    rows: lines.length,
  };
}

function codeOf(key: string): string {
  const code = Number(key);
  // A kabupaten's code alone (53.10) would be read as a number and lose its zero.
  return levelOf(code) === 'regency' || levelOf(code) === 'province' ? key : formatAreaCode(code);
}

function percentageCells(percentage: Percentage | undefined): TableCell[] {
  if (percentage === undefined) return [null, null, null, null, null, null];
  const { percent, denominator } = percentage;
  const { value, definition, source, period, estimate } = denominator;
  return [percent, value, definition, source, period, estimate];
}
