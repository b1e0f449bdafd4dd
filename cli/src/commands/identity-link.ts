import { linkTables } from '@payung/identity';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { readTask, refuseSame } from '../linkage/read.ts';
import { idsOf } from '../linkage/table.ts';
import { linkageTexts } from '../linkage/texts.ts';
import { writePairs } from '../linkage/write.ts';
import { Misuse, readOptions } from '../options.ts';

const options = { spec: { type: 'string' }, out: { type: 'string' } } as const;

/** `payung identity link LEFT RIGHT`: which records of two files are of one person. */
export const identityLink: Run = async (argv, terminal) => {
  const { language } = terminal;
  const { values, positionals } = readOptions(argv, options, 2);
  const { out } = values;
  if (out === undefined) throw new Misuse();
  await refuseSame(positionals, { out }, language);
  const { left, right, spec } = await readTask(positionals, values.spec, language);
  if (right === undefined) throw new Misuse();
  const { pairs, candidates } = linkTables(left.columns, right.columns, spec);
  await writePairs(out, pairs, idsOf(left, spec.id), idsOf(right, spec.id));
  terminal.err(fill(linkageTexts[language].linked, language, { pairs: pairs.left.length, candidates }));
  return 0;
};
