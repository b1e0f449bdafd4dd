import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { linkTask } from '../linkage/link.ts';
import { howOptions, readTask, refuseSame } from '../linkage/read.ts';
import { idsOf } from '../linkage/table.ts';
import { linkageTexts } from '../linkage/texts.ts';
import { waitPrinter } from '../linkage/wait.ts';
import { writeModel, writePairs } from '../linkage/write.ts';
import { Misuse, readOptions } from '../options.ts';

const options = { ...howOptions, out: { type: 'string' }, 'model-out': { type: 'string' } } as const;

/** `payung identity link LEFT RIGHT`: which records of two files are of one person. */
export const identityLink: Run = async (argv, terminal) => {
  const { language } = terminal;
  const { values, positionals } = readOptions(argv, options, 2);
  const { out, 'model-out': modelPath } = values;
  if (out === undefined) throw new Misuse();
  await refuseSame(positionals, { out, 'model-out': modelPath }, language);
  const wait = waitPrinter(terminal);
  const task = await readTask(positionals, values, terminal, wait);
  const { left, right, spec } = task;
  if (right === undefined) throw new Misuse();
  const ids = idsOf(left, spec.id);
  const rightIds = idsOf(right, spec.right?.[spec.id] ?? spec.id);
  const { pairs, candidates, model } = await linkTask(task, wait);
  if (candidates === 0 && left.rows > 0 && right.rows > 0) terminal.err(linkageTexts[language].none);
  wait('writing', { pairs: pairs.left.length });
  await writePairs(out, pairs, ids, rightIds);
  if (modelPath !== undefined) await writeModel(modelPath, model);
  terminal.err(fill(linkageTexts[language].linked, language, { pairs: pairs.left.length, candidates }));
  return 0;
};
