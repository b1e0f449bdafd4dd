import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { namesIn, recordsIn, textCell } from '../csv.ts';
import { type PopulationRule, populationRule, type Shared } from './rule.ts';
import { blockSize } from './ways.ts';

/** How many rows were answered, and how many of them a rule found invalid. */
export interface Counts {
  readonly rows: number;
  readonly invalid: number;
}

/** A header and the rules made ready for it. */
interface Table {
  /** The column that tells the people apart; -1 if the file has none, and rows are numbered. */
  readonly idAt: number;
  readonly rules: readonly PopulationRule[];
}

/**
 * Answers every row of a CSV file into another one, in the same order, a block at a time: neither file is ever whole in
 * memory. The first column is the file's `id` (or the number of the row), then each rule's results, then what was wrong.
 *
 * @returns undefined if the file has no header
 * @throws LawError if the months, the date or the programmes are not of the law; an error of the file system
 */
export async function answerFile(
  from: string,
  to: string,
  ids: readonly string[],
  shared: Shared,
): Promise<Counts | undefined> {
  const counts = { rows: 0, invalid: 0 };
  let table: Table | undefined;

  async function* answers(chunks: AsyncIterable<string[][]>): AsyncGenerator<string> {
    for await (const chunk of chunks) {
      let people: readonly string[][] = chunk;
      if (table === undefined) {
        const [header] = chunk;
        if (header === undefined) continue;
        const names = namesIn(header);
        table = { idAt: names.indexOf('id'), rules: ids.map((id) => populationRule(id, shared, names)) };
        people = chunk.slice(1);
        yield headerOf(table);
      }
      for (let at = 0; at < people.length; at += blockSize) {
        yield linesOf(table, people.slice(at, at + blockSize), counts);
      }
    }
  }

  await pipeline(recordsIn(from), answers, createWriteStream(to));
  return table === undefined ? undefined : counts;
}

function headerOf({ idAt, rules }: Table): string {
  const results = rules.flatMap(({ id, results }) => results.map((name) => `${id}.${name}`));
  return `${[idAt < 0 ? 'row' : 'id', ...results, 'error'].join(',')}\r\n`;
}

function linesOf(
  { idAt, rules }: Table,
  rows: readonly string[][],
  counts: { rows: number; invalid: number },
): string {
  const answered = rules.map((rule) => ({ id: rule.id, ...rule.answer(rows) }));
  const columns = answered.flatMap(({ results }) => Object.values(results));
  let lines = '';
  for (const [n, cells] of rows.entries()) {
    const wrong = answered.flatMap(({ id, errors }) => (errors.has(n) ? [`${id} ${errors.get(n)}`] : []));
    counts.rows += 1;
    if (wrong.length > 0) counts.invalid += 1;
    lines += idAt < 0 ? counts.rows : textCell(cells[idAt] ?? '');
    for (const column of columns) lines += `,${numberCell(column[n])}`;
    lines += `,${textCell(wrong.join('; '))}\r\n`;
  }
  return lines;
}

/** NaN, of an invalid row or a figure that is not established, is a blank cell. */
function numberCell(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? '' : String(value);
}
