import { evaluatePairs, type Quality } from '@payung/identity';
import type { Language } from '@payung/kernel';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { readTable, type Table } from '../linkage/table.ts';
import { linkageTexts } from '../linkage/texts.ts';
import { truthOf } from '../linkage/truth.ts';
import { Misuse, readOptions } from '../options.ts';

const texts = {
  id: {
    truth:
      '{path}: kolom yang dikenali: dua id (left,right), atau id baris dan kolom cluster, entity, atau person.',
    pairs: '{path}: kolom yang diperlukan adalah left,right,probability.',
    header: ['ambang', 'ditemukan', 'benar', 'presisi', 'cakupan', 'F1'],
    best: 'terbaik',
    done: 'Pasangan sebenarnya: {truePairs}.',
  },
  en: {
    truth:
      '{path}: columns that are understood: two ids (left,right), or the id of a row and a column cluster, entity or person.',
    pairs: '{path}: the columns needed are left,right,probability.',
    header: ['threshold', 'found', 'right', 'precision', 'recall', 'F1'],
    best: 'best',
    done: 'True pairs: {truePairs}.',
  },
} as const;

const options = { truth: { type: 'string' }, pairs: { type: 'string' }, json: { type: 'boolean' } } as const;

const thresholds = [0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999, 0.9999];

/** `payung identity evaluate`: how good pairs are, held against the truth. */
export const identityEvaluate: Run = async (argv, terminal) => {
  const { language } = terminal;
  const said = texts[language];
  const { values } = readOptions(argv, options);
  if (values.truth === undefined || values.pairs === undefined) throw new Misuse();
  const truthTable = await tableAt(values.truth, language);
  const truth = truthOf(truthTable.columns);
  if (truth === undefined) throw new Misuse(fill(said.truth, language, { path: values.truth }));
  const { left, right, probability } = (await tableAt(values.pairs, language)).columns;
  if (left === undefined || right === undefined || probability === undefined) {
    throw new Misuse(fill(said.pairs, language, { path: values.pairs }));
  }
  const scores = Float64Array.from(probability, Number);
  if (scores.includes(Number.NaN)) throw new Misuse(fill(said.pairs, language, { path: values.pairs }));
  const isTrue = Uint8Array.from(left, (id, n) => Number(truth.isTrue(id ?? '', right[n] ?? '')));
  const { best, at } = evaluatePairs(scores, isTrue, truth.pairs);
  if (values.json === true) {
    terminal.out(JSON.stringify({ truePairs: truth.pairs, best, thresholds: thresholds.map(at) }, null, 2));
    return 0;
  }
  for (const line of linesOf([...thresholds.map(at), best], language)) terminal.out(line);
  terminal.err(fill(said.done, language, { truePairs: truth.pairs }));
  return 0;
};

async function tableAt(path: string, language: Language): Promise<Table> {
  const table = await readTable(path);
  if (table === undefined) throw new Misuse(fill(linkageTexts[language].empty, language, { path }));
  return table;
}

/** One line for each threshold; the last is the best. */
function linesOf(qualities: readonly Quality[], language: Language): string[] {
  const said = texts[language];
  const decimal = (value: number) => value.toFixed(4).replace('.', language === 'id' ? ',' : '.');
  const rows = qualities.map((one) => [
    decimal(one.threshold),
    String(one.found),
    String(one.right),
    decimal(one.precision),
    decimal(one.recall),
    decimal(one.f1),
  ]);
  const table = [[...said.header], ...rows];
  const widths = said.header.map((_, n) => Math.max(...table.map((row) => row[n]?.length ?? 0)));
  const lines = table.map((row) => row.map((text, n) => text.padStart(widths[n] ?? 0)).join('  '));
  return lines.map((line, n) => (n === lines.length - 1 ? `${line}  ${said.best}` : line));
}
