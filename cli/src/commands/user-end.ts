import { endGrant } from '@payung/server/local';
import type { Run } from '../command.ts';
import { Misuse } from '../options.ts';
import { word } from './user-words.ts';

/** `payung user end`: ends a role from today on. */
export const userEnd: Run = async (argv, terminal) => {
  const [grant, ...more] = argv;
  if (grant === undefined || more.length > 0 || !/^[0-9a-f-]{36}$/.test(grant)) throw new Misuse();
  await endGrant(await terminal.open(), grant);
  terminal.out(word(terminal.language, 'ended', { grant }));
  return 0;
};
