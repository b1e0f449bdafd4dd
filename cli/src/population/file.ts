import { createReadStream, createWriteStream } from 'node:fs';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import papaparse from 'papaparse';
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
        // A byte order mark before the first name is no part of it.
        const names = header.map((name) => name.replace(/^\ufeff/, '').trim());
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

/** The records of a CSV file, those of each piece read together; the file is read no faster than they are taken. */
function recordsIn(path: string): Readable {
  const records = new PassThrough({ objectMode: true, highWaterMark: 1 });
  const source = createReadStream(path);
  // By chunk and not by row: papaparse takes a time that grows with the square of a chunk to give one row after the other.
  papaparse.parse<string[]>(source, {
    skipEmptyLines: true,
    chunk({ data }, parser) {
      parser.pause();
      records.write(data, () => parser.resume());
    },
    complete: () => records.end(),
    error: (error) => records.destroy(error),
  });
  return records;
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

/** A cell as RFC 4180 writes it, which no spreadsheet computes. */
function textCell(text: string): string {
  return text === '' ? '' : papaparse.unparse([[text]], { escapeFormulae: true });
}
