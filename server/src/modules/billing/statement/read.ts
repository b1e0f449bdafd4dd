import { createHash } from 'node:crypto';
import type { Day, Rupiah } from '@payung/kernel';
import papaparse from 'papaparse';
import { maskText } from '#platform/log';
import type { MessageCode } from '#platform/messages';
import { type Facts, Refusal } from '#platform/refusal';
import { type AmountReading, parseAmount } from './amount.ts';
import { findBillNumbers, maskDescription } from './bill-number.ts';
import { type Columns, columnsOf, missingFields } from './columns.ts';
import { parseStatementDay } from './date.ts';

/** Money that came in, as a row of a statement states it. */
export interface PaymentRow {
  readonly kind: 'payment';
  readonly row: number;
  readonly paidOn: Day;
  readonly amount: Rupiah;
  /** The bank's reference; made of date, amount, description and occurrence when the bank gives none. */
  readonly externalRef: string;
  /** With long numbers masked. */
  readonly description: string;
  /** Bill numbers found, in our spelling. */
  readonly billNumbers: readonly string[];
}

/** A row that is no payment: ignored (heading, blank, total, money out), or refused because it cannot be read. */
export interface OtherRow {
  readonly kind: 'ignored' | 'refused';
  readonly row: number;
  readonly reason: MessageCode;
  readonly facts: Facts;
}

export type StatementRow = PaymentRow | OtherRow;

/** Headings are looked for in the first rows only: banks put name, account and period above them. */
const HEADING_ROWS = 40;

/**
 * Reads a statement: CSV with `;`, `,` or tab, headings by synonyms, Indonesian numbers and dates. Every row of the file is
 * answered, numbered from 1 as a spreadsheet shows it.
 *
 * @param today rows dated later are refused: no bank states the future
 * @throws Refusal file.empty, payments.statementUnreadable, payments.headingsMissing
 */
export function readStatement(content: Uint8Array, today: Day): StatementRow[] {
  const rows = recordsOf(decode(content));
  const { columns, at } = findHeadings(rows);
  const occurrences = new Map<string, number>();
  return rows.map((cells, n): StatementRow => {
    const row = n + 1;
    const trimmed = cells.map((cell) => cell.trim());
    if (trimmed.every((cell) => cell === '')) return other('ignored', row, 'statement.blank');
    if (n <= at || missingFields(columnsOf(cells)).length === 0)
      return other('ignored', row, 'statement.heading');
    return readRow(row, trimmed, columns, today, occurrences);
  });
}

function readRow(
  row: number,
  cells: readonly string[],
  columns: Columns,
  today: Day,
  occurrences: Map<string, number>,
): StatementRow {
  const at = (field: keyof Columns) => cells[columns[field] ?? -1] ?? '';
  const text = [at('bill'), at('description')].filter((part) => part !== '').join(' ');
  const paidOn = parseStatementDay(at('date'));
  const amount = incomingOf(at);
  if (isBalance(cells, at('date'), amount)) return other('ignored', row, 'statement.total');
  if (paidOn === undefined && at('date') === '') return other('refused', row, 'statement.dateMissing');
  if (paidOn === undefined) return other('refused', row, 'statement.dateUnreadable', excerpt(at('date')));
  if (amount === 'out') return other('ignored', row, 'statement.moneyOut');
  if (!amount.ok) return refusedAmount(row, amount.reason, at('credit') || at('amount'));
  if (amount.amount === 0) return other('ignored', row, 'statement.noMoney');
  if (paidOn > today) return other('refused', row, 'statement.dateLater', { day: paidOn });
  return {
    kind: 'payment',
    row,
    paidOn,
    amount: amount.amount,
    externalRef: bankReference(at('reference')) ?? ownReference(paidOn, amount.amount, text, occurrences),
    description: maskDescription(text),
    billNumbers: findBillNumbers(text),
  };
}

/** The money that came in; `out` when the row says that money went out. */
function incomingOf(at: (field: keyof Columns) => string): AmountReading | 'out' {
  const debit = parseAmount(at('debit'));
  const credit = parseAmount(at('credit'));
  const single = parseAmount(at('amount'));
  const incoming = credit.ok || at('amount') === '' ? credit : single;
  if (debit.ok && debit.amount > 0 && !(incoming.ok && incoming.amount > 0)) return 'out';
  if (!incoming.ok) return incoming;
  const word = at('direction').trim().toUpperCase();
  if (incoming.direction === 'out' || /^(D|DB|DR|DEBIT|DEBET|KELUAR)$/.test(word)) return 'out';
  return incoming;
}

/** Opening and closing balances, totals and page turns: they begin with such a word and state no payment of a day. */
function isBalance(cells: readonly string[], date: string, amount: AmountReading | 'out'): boolean {
  const words = /^(saldo|total|jumlah|sub ?total|mutasi|opening|closing|beginning|ending|balance)\b/i;
  if (!cells.some((cell) => words.test(cell))) return false;
  return parseStatementDay(date) === undefined || amount === 'out' || !amount.ok || amount.amount === 0;
}

function refusedAmount(row: number, reason: 'missing' | 'unreadable' | 'fraction', text: string): OtherRow {
  const codes = {
    missing: 'statement.amountMissing',
    unreadable: 'statement.amountUnreadable',
    fraction: 'statement.amountFraction',
  } as const;
  return other('refused', row, codes[reason], excerpt(text));
}

/** What was written, short, and without a number that may be a person's. */
function excerpt(text: string): Facts {
  return { text: maskText(text.slice(0, 40)) };
}

function other(kind: OtherRow['kind'], row: number, reason: MessageCode, facts: Facts = {}): OtherRow {
  return { kind, row, reason, facts };
}

/** The bank's own reference; undefined for a filler such as `-` or `0000`, which is no reference. */
function bankReference(text: string): string | undefined {
  return /[1-9]/.test(text) ? text.replace(/\s+/g, ' ').slice(0, 100) : undefined;
}

/**
 * A reference for a bank that gives none. Equal rows of one statement are told apart by their order, so that a later statement
 * that repeats the day repeats the references too.
 */
function ownReference(paidOn: Day, amount: number, text: string, occurrences: Map<string, number>): string {
  const content = `${paidOn}|${amount}|${text.toLowerCase().replace(/\s+/g, ' ')}`;
  const occurrence = (occurrences.get(content) ?? 0) + 1;
  occurrences.set(content, occurrence);
  return `own:${createHash('sha256').update(`${content}|${occurrence}`).digest('hex').slice(0, 32)}`;
}

/** @throws Refusal payments.headingsMissing with what is missing in the row that comes closest */
function findHeadings(rows: readonly (readonly string[])[]): { columns: Columns; at: number } {
  let closest = missingFields({});
  for (const [at, cells] of rows.slice(0, HEADING_ROWS).entries()) {
    const columns = columnsOf(cells);
    const missing = missingFields(columns);
    if (missing.length === 0) return { columns, at };
    if (missing.length < closest.length) closest = missing;
  }
  throw new Refusal('payments.headingsMissing', { columns: closest });
}

/** @throws Refusal file.empty, payments.statementUnreadable */
function decode(content: Uint8Array): string {
  if (content.length === 0) throw new Refusal('file.empty');
  const head = Buffer.from(content.subarray(0, 4)).toString('latin1');
  if (head.startsWith('PK')) throw new Refusal('payments.statementUnreadable', { problem: 'workbook' });
  if (head.startsWith('%PDF')) throw new Refusal('payments.statementUnreadable', { problem: 'pdf' });
  const utf16 = content[0] === 0xff && content[1] === 0xfe;
  if (!utf16 && content.includes(0)) throw new Refusal('payments.statementUnreadable', { problem: 'binary' });
  try {
    return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(content);
  } catch {
    // Older bank programs write Windows-1252, which any bytes are.
    return new TextDecoder('windows-1252').decode(content);
  }
}

/** @throws Refusal payments.statementUnreadable when a quote is opened and never closed: the rest would be one cell */
function recordsOf(text: string): string[][] {
  // Excel's own first line, which it does not show as a row.
  const declared = /^sep=(.)\r?\n/i.exec(text);
  const { data, errors } = papaparse.parse<string[]>(text.slice(declared?.[0].length ?? 0), {
    delimiter: declared?.[1] ?? '',
    delimitersToGuess: [';', ',', '\t', '|'],
  });
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken !== undefined)
    throw new Refusal('payments.statementUnreadable', {
      problem: 'quotes',
      row: (broken.row ?? 0) + 1,
    });
  const last = data.at(-1);
  return last !== undefined && last.join('') === '' ? data.slice(0, -1) : data;
}
