import { clusterPairs } from '@payung/identity';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { linkTask } from '../linkage/link.ts';
import { howOptions, readTask, refuseSame } from '../linkage/read.ts';
import { idsOf } from '../linkage/table.ts';
import { linkageTexts } from '../linkage/texts.ts';
import { waitPrinter } from '../linkage/wait.ts';
import { writeClusters, writeModel, writePairs } from '../linkage/write.ts';
import { Misuse, readOptions } from '../options.ts';

const options = {
  ...howOptions,
  out: { type: 'string' },
  pairs: { type: 'string' },
  threshold: { type: 'string' },
  'model-out': { type: 'string' },
} as const;

/** `payung identity dedupe FILE`: which records of one file are of one person. */
export const identityDedupe: Run = async (argv, terminal) => {
  const { language } = terminal;
  const said = linkageTexts[language];
  const { values, positionals } = readOptions(argv, options, 1);
  const { out, pairs: pairsPath, 'model-out': modelPath } = values;
  if (out === undefined) throw new Misuse();
  const given = values.threshold === undefined ? undefined : Number(values.threshold);
  if (given !== undefined && !(given >= 0 && given <= 1)) throw new Misuse(said.threshold);
  await refuseSame(positionals, { out, pairs: pairsPath, 'model-out': modelPath }, language);
  const wait = waitPrinter(terminal);
  const task = await readTask(positionals, values, terminal, wait);
  const { left, spec } = task;
  const ids = idsOf(left, spec.id);
  const { pairs, candidates, model } = await linkTask(task, wait);
  if (candidates === 0 && left.rows > 1) terminal.err(said.none);
  const threshold = given ?? spec.threshold ?? 0.5;
  const clusters = clusterPairs(left.rows, pairs, threshold);
  wait('writing', { pairs: pairs.left.length });
  await writeClusters(out, spec.id, ids, clusters);
  if (pairsPath !== undefined) await writePairs(pairsPath, pairs, ids, ids);
  if (modelPath !== undefined) await writeModel(modelPath, { ...model, threshold });
  terminal.err(fill(said.linked, language, { pairs: pairs.left.length, candidates }));
  // A cluster bears the name of its first record.
  const groups = clusters.reduce((sum, first, n) => sum + Number(first === n), 0);
  const counts = { records: left.rows, clusters: groups, threshold: String(threshold) };
  terminal.err(fill(said.clusters, language, counts));
  return 0;
};
