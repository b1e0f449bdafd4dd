import { parseArgs } from 'node:util';
import { listUsers } from '@payung/server/local';
import type { Run } from '../command.ts';
import { Misuse } from '../options.ts';
import { describeUser, word } from './user-words.ts';

/** `payung user list`: every account with the roles that hold today or later. */
export const userList: Run = async (argv, terminal) => {
  const json = wantsJson(argv);
  if (json === undefined) throw new Misuse();
  const users = await listUsers(await terminal.open());
  if (json) terminal.out(JSON.stringify(users, undefined, 2));
  else if (users.length === 0) terminal.err(word(terminal.language, 'nobody'));
  else for (const user of users) terminal.out(describeUser(user, terminal.language));
  return 0;
};

/** Whether JSON is asked for; undefined when the options cannot be read. */
function wantsJson(argv: readonly string[]): boolean | undefined {
  try {
    return parseArgs({ args: [...argv], options: { json: { type: 'boolean', default: false } } }).values.json;
  } catch {
    return undefined;
  }
}
