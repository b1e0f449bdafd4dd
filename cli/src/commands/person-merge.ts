import { mergePeople, undoMerge } from '@payung/server/local';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { readOptions } from '../options.ts';
import { personIdIn, reasonIn } from './person-options.ts';

const texts = {
  id: {
    merged: 'Digabung. Untuk membatalkan: payung person unmerge {alias} --reason …',
    undone: 'Dibatalkan: keduanya dua orang lagi.',
  },
  en: {
    merged: 'Merged. To undo it: payung person unmerge {alias} --reason …',
    undone: 'Undone: they are two people again.',
  },
} as const;

/** `payung person merge ID INTO_ID`: two records become one person. */
export const personMerge: Run = async (argv, terminal) => {
  const { values, positionals } = readOptions(argv, { reason: { type: 'string' } }, 2);
  const [personId, into] = positionals.map(personIdIn);
  const reason = reasonIn(values.reason);
  const alias = await mergePeople(await terminal.open(), {
    personId: personIdIn(personId),
    into: personIdIn(into),
    reason,
  });
  terminal.out(fill(texts[terminal.language].merged, terminal.language, { alias }));
  return 0;
};

/** `payung person unmerge MERGE_ID`: they are two people again. */
export const personUnmerge: Run = async (argv, terminal) => {
  const { values, positionals } = readOptions(argv, { reason: { type: 'string' } }, 1);
  const aliasId = personIdIn(positionals[0]);
  const reason = reasonIn(values.reason);
  await undoMerge(await terminal.open(), aliasId, reason);
  terminal.out(texts[terminal.language].undone);
  return 0;
};
