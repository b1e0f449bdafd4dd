import { evaluatePairs, type Quality, qualityOf } from '@payung/identity';
import type { Language } from '@payung/kernel';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { pairsOfClusters } from '../linkage/clusters.ts';
import { tableAt } from '../linkage/read.ts';
import { textsOf } from '../linkage/table.ts';
import { type Found, pairsIn, SameId, type Texts, type Truth, truthOf } from '../linkage/truth.ts';
import { Misuse, readOptions } from '../options.ts';

const texts = {
  id: {
    truth:
      '{path}: kolom yang dikenali: dua id (left,right), atau id baris dan kolom cluster, entity, atau person.',
    pairs: '{path}: kolom yang diperlukan adalah dua id (left,right) dan probability.',
    clusters: '{path}: kolom yang diperlukan adalah id baris dan cluster.',
    sameId:
      '{path}: id {id} ada dua kali dengan orang yang berbeda. Bila kedua berkas memakai id yang sama, tulis yang sebenarnya sebagai pasangan: left,right.',
    header: ['ambang', 'ditemukan', 'benar', 'presisi', 'cakupan', 'F1'],
    best: 'terbaik',
    grouped: 'kelompok',
    done: 'Pasangan sebenarnya: {truePairs}.',
  },
  en: {
    truth:
      '{path}: columns that are understood: two ids (left,right), or the id of a row and a column cluster, entity or person.',
    pairs: '{path}: the columns needed are two ids (left,right) and probability.',
    clusters: '{path}: the columns needed are the id of a row and cluster.',
    sameId:
      '{path}: the id {id} stands twice, for different people. If both files use the same ids, write the truth as pairs: left,right.',
    header: ['threshold', 'found', 'right', 'precision', 'recall', 'F1'],
    best: 'best',
    grouped: 'clusters',
    done: 'True pairs: {truePairs}.',
  },
} as const;

const options = {
  truth: { type: 'string' },
  pairs: { type: 'string' },
  clusters: { type: 'string' },
  json: { type: 'boolean' },
} as const;

const thresholds = [0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999, 0.9999];

/** `payung identity evaluate`: how good pairs or clusters are, held against the truth. */
export const identityEvaluate: Run = async (argv, terminal) => {
  const { language } = terminal;
  const { values } = readOptions(argv, options);
  const { truth: truthPath, pairs: pairsPath, clusters: clustersPath } = values;
  if (truthPath === undefined || (pairsPath === undefined && clustersPath === undefined)) throw new Misuse();
  const scored = pairsPath === undefined ? undefined : await scoredAt(pairsPath, language);
  const grouped = clustersPath === undefined ? undefined : await groupedAt(clustersPath, language);
  const truth = await truthAt(
    truthPath,
    scored?.found ?? grouped ?? { left: [], right: [], probability: [] },
    language,
  );

  const rights = ({ left, right }: Found) =>
    Uint8Array.from(left, (id, n) => Number(truth.isTrue(id ?? '', right[n] ?? '')));
  const quality = scored && evaluatePairs(scored.scores, rights(scored.found), truth.pairs);
  const pairsOf = (found: Found): Quality => {
    const right = rights(found).reduce((sum, one) => sum + one, 0);
    return qualityOf(found.left.length, right, truth.pairs, Number.NaN);
  };
  const clusters = grouped && pairsOf(grouped);
  if (values.json === true) {
    const { best, at } = quality ?? {};
    const json = {
      truePairs: truth.pairs,
      ...(at === undefined ? {} : { best, thresholds: thresholds.map(at) }),
      ...(clusters === undefined ? {} : { clusters: { ...clusters, threshold: undefined } }),
    };
    terminal.out(JSON.stringify(json, null, 2));
    return 0;
  }
  const said = texts[language];
  const rows: (readonly [Quality, string])[] = [
    ...(quality === undefined ? [] : thresholds.map((one) => [quality.at(one), ''] as const)),
    ...(quality === undefined ? [] : [[quality.best, said.best] as const]),
    ...(clusters === undefined ? [] : [[clusters, said.grouped] as const]),
  ];
  for (const line of linesOf(rows, language)) terminal.out(line);
  terminal.err(fill(said.done, language, { truePairs: truth.pairs }));
  return 0;
};

async function scoredAt(path: string, language: Language) {
  const found = pairsIn(await textsAt(path, language));
  const scores = Float64Array.from(found?.probability ?? [], (text) =>
    text === '' ? Number.NaN : Number(text),
  );
  if (found?.probability === undefined || scores.includes(Number.NaN)) {
    throw new Misuse(fill(texts[language].pairs, language, { path }));
  }
  return { found, scores };
}

async function groupedAt(path: string, language: Language): Promise<Found> {
  const found = pairsOfClusters(await textsAt(path, language));
  if (found === undefined) throw new Misuse(fill(texts[language].clusters, language, { path }));
  return found;
}

async function textsAt(path: string, language: Language): Promise<Texts> {
  const { columns } = await tableAt(path, language);
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, textsOf(column)]));
}

async function truthAt(path: string, found: Found, language: Language): Promise<Truth> {
  const said = texts[language];
  const columns = await textsAt(path, language);
  try {
    const truth = truthOf(columns, found);
    if (truth === undefined) throw new Misuse(fill(said.truth, language, { path }));
    return truth;
  } catch (error) {
    if (!(error instanceof SameId)) throw error;
    throw new Misuse(fill(said.sameId, language, { path, id: error.id }));
  }
}

/** One line for each, with what it is behind it. */
function linesOf(qualities: readonly (readonly [Quality, string])[], language: Language): string[] {
  const said = texts[language];
  const decimal = (value: number) => value.toFixed(4).replace('.', language === 'id' ? ',' : '.');
  const rows = qualities.map(([one, what]) => [
    Number.isNaN(one.threshold) ? '' : decimal(one.threshold),
    String(one.found),
    String(one.right),
    decimal(one.precision),
    decimal(one.recall),
    decimal(one.f1),
    what,
  ]);
  const table: (readonly string[])[] = [[...said.header, ''], ...rows];
  const widths = said.header.map((_, n) => Math.max(...table.map((row) => row[n]?.length ?? 0)));
  return table.map((row) =>
    row
      .map((text, n) => (n < widths.length ? text.padStart(widths[n] ?? 0) : text))
      .join('  ')
      .trimEnd(),
  );
}
