import type { Run } from '../command.ts';
import { readTask } from '../linkage/read.ts';
import { readOptions } from '../options.ts';

const options = { id: { type: 'string' } } as const;

/** `payung identity spec FILE [FILE]`: how the files would be linked, as JSON to change and to give back with `--spec`. */
export const identitySpec: Run = async (argv, terminal) => {
  const { values, positionals } = readOptions(argv, options, 1, 2);
  const { spec } = await readTask(positionals, values, terminal);
  terminal.out(JSON.stringify(spec, null, 2));
  return 0;
};
