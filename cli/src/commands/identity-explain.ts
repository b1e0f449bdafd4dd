import { type Bar, encodeRecords, explainPair, trainModel, type Waterfall } from '@payung/identity';
import type { Language } from '@payung/kernel';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { howOptions, readTask } from '../linkage/read.ts';
import { idsOf, type Table, textsOf } from '../linkage/table.ts';
import { Misuse, readOptions } from '../options.ts';

const texts = {
  id: {
    pair: 'Tulis dua id dengan koma di antaranya: --pair A,B.',
    record: 'Tidak ada baris dengan {column} {id} di {path}.',
    header: ['perbandingan', 'tingkat', 'kiri', 'kanan', 'bobot'],
    prior: 'sebelum dibandingkan',
    missing: 'tidak ada',
    otherwise: 'lainnya',
    household: 'mungkin serumah',
    total: 'jumlah',
    probability: 'Peluang keduanya satu orang: {probability}',
  },
  en: {
    pair: 'Write two ids with a comma between: --pair A,B.',
    record: 'There is no row with {column} {id} in {path}.',
    header: ['comparison', 'level', 'left', 'right', 'weight'],
    prior: 'before comparing',
    missing: 'missing',
    otherwise: 'anything else',
    household: 'perhaps one household',
    total: 'sum',
    probability: 'Probability that both are one person: {probability}',
  },
} as const;

const options = {
  ...howOptions,
  pair: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** `payung identity explain FILE [FILE] --pair A,B`: what speaks for two records being of one person, and what against. */
export const identityExplain: Run = async (argv, terminal) => {
  const { language } = terminal;
  const said = texts[language];
  const { values, positionals } = readOptions(argv, options, 1, 2);
  const [leftId, rightId, ...others] = values.pair?.split(',').map((id) => id.trim()) ?? [];
  if (leftId === undefined || rightId === undefined || others.length > 0) throw new Misuse(said.pair);
  const { left, right, spec } = await readTask(positionals, values, terminal);
  const rowIn = (table: Table, column: string, id: string): number => {
    const row = textsOf(idsOf(table, column)).indexOf(id);
    if (row < 0) throw new Misuse(fill(said.record, language, { column, id, path: table.path }));
    return row;
  };
  const rightColumn = right === undefined ? spec.id : (spec.right?.[spec.id] ?? spec.id);
  const [i, j] = [rowIn(left, spec.id, leftId), rowIn(right ?? left, rightColumn, rightId)];
  const records = encodeRecords(left.columns, right?.columns, spec);
  const model = trainModel(records, spec);
  const waterfall = explainPair(records, model, i, j);
  if (values.json === true) {
    terminal.out(JSON.stringify({ left: leftId, right: rightId, ...waterfall }, null, 2));
    return 0;
  }
  const levelName = (bar: Bar): string => {
    if (bar.level === undefined) return said.missing;
    const comparison = model.comparisons.find(({ name }) => name === bar.comparison);
    const level = comparison?.levels[bar.level];
    if (level === undefined) return said.otherwise;
    const [bound] = Object.entries(level).filter(([name]) =>
      ['least', 'most', 'share', 'length', 'name'].includes(name),
    );
    return bound === undefined ? level.test : `${level.test} ${bound[1]}`;
  };
  for (const line of linesOf(waterfall, levelName, language)) terminal.out(line);
  return 0;
};

function linesOf(waterfall: Waterfall, levelName: (bar: Bar) => string, language: Language): string[] {
  const said = texts[language];
  const decimal = (value: number) => value.toFixed(2).replace('.', language === 'id' ? ',' : '.');
  const signed = (value: number) => `${value < 0 ? '' : '+'}${decimal(value)}`;
  const rows = [
    [...said.header],
    [said.prior, '', '', '', signed(waterfall.prior)],
    ...waterfall.bars.map((bar) => [bar.comparison, levelName(bar), ...bar.values, signed(bar.weight)]),
    ...(waterfall.household === 0 ? [] : [[said.household, '', '', '', signed(waterfall.household)]]),
    [said.total, '', '', '', signed(waterfall.weight)],
  ];
  const widths = said.header.map((_, n) => Math.max(...rows.map((row) => row[n]?.length ?? 0)));
  const cell = (text: string, n: number) =>
    n === widths.length - 1 ? text.padStart(widths[n] ?? 0) : text.padEnd(widths[n] ?? 0);
  const probability = String(Number(waterfall.probability.toPrecision(6)));
  return [
    ...rows.map((row) => row.map(cell).join('  ')),
    '',
    fill(said.probability, language, {
      probability: language === 'id' ? probability.replace('.', ',') : probability,
    }),
  ];
}
