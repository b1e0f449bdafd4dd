import { clusterPairs, linkTables } from '@payung/identity';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { readTask, refuseSame } from '../linkage/read.ts';
import { idsOf } from '../linkage/table.ts';
import { linkageTexts } from '../linkage/texts.ts';
import { writeClusters, writePairs } from '../linkage/write.ts';
import { Misuse, readOptions } from '../options.ts';

const options = { spec: { type: 'string' }, out: { type: 'string' }, pairs: { type: 'string' } } as const;

/** `payung identity dedupe FILE`: which records of one file are of one person. */
export const identityDedupe: Run = async (argv, terminal) => {
  const { language } = terminal;
  const said = linkageTexts[language];
  const { values, positionals } = readOptions(argv, options, 1);
  const { out, pairs: pairsPath } = values;
  if (out === undefined) throw new Misuse();
  await refuseSame(positionals, { out, pairs: pairsPath }, language);
  const { left, spec } = await readTask(positionals, values.spec, language);
  const { pairs, candidates } = linkTables(left.columns, undefined, spec);
  const { threshold = 0.5 } = spec;
  const clusters = clusterPairs(left.rows, pairs, threshold);
  const ids = idsOf(left, spec.id);
  await writeClusters(out, spec.id, ids, clusters);
  if (pairsPath !== undefined) await writePairs(pairsPath, pairs, ids, ids);
  terminal.err(fill(said.linked, language, { pairs: pairs.left.length, candidates }));
  const counts = { records: left.rows, clusters: new Set(clusters).size, threshold: String(threshold) };
  terminal.err(fill(said.clusters, language, counts));
  return 0;
};
