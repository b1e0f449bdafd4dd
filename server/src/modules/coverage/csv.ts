import { formatAreaCode, levelOf } from '#areas';
import type { Coverage, Percentage } from './model.ts';

/** A table as text, with the number of its rows (without the header), so that a cut file can be recognised. */
interface CsvTable {
  readonly text: string;
  readonly rows: number;
}

type Cell = string | number | boolean | null;

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
  const lines = coverage.rows.map(({ key, label, counts, percentages }): Cell[] => [
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
    text: [header, ...lines].map((line) => `${line.map(cellText).join(',')}\r\n`).join(''),
    rows: lines.length,
  };
}

function codeOf(key: string): string {
  const code = Number(key);
  // A kabupaten's code alone (53.10) would be read as a number and lose its zero.
  return levelOf(code) === 'regency' || levelOf(code) === 'province' ? key : formatAreaCode(code);
}

function percentageCells(percentage: Percentage | undefined): Cell[] {
  if (percentage === undefined) return [null, null, null, null, null, null];
  const { percent, denominator } = percentage;
  const { value, definition, source, period, estimate } = denominator;
  return [percent, value, definition, source, period, estimate];
}

/** A cell that a spreadsheet will not take for a formula; numbers stay numbers, negative ones too. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  // Excel in Indonesia opens a CSV with semicolons between cells, whatever stands between ours and whether or not it is quoted:
  // what follows a semicolon, a tab or a line break in a text can become a cell of its own.
  const safe = cell.replace(/(^|[;\t\r\n]\s*)(?=[=+\-@＝＋－＠])/g, "$1'").replace(/^(?=[\t\r\n])/, "'");
  return /[";,\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
