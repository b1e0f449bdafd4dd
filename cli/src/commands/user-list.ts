import { parseArgs } from 'node:util';
import { listUsers } from '@payung/server/local';
import type { Command } from '../command.ts';
import { describeUser, word } from './user-words.ts';

/** `payung user list`: every account with the roles that hold today or later. */
export const userList: Command = {
  name: 'user list',
  summary: { id: 'Daftar akun beserta perannya', en: 'List the accounts with their roles' },
  usage: 'payung user list [--json]',
  async run(argv, terminal) {
    const json = wantsJson(argv);
    if (json === undefined) {
      terminal.err(userList.usage);
      return 2;
    }
    const users = await listUsers(await terminal.open());
    if (json) terminal.out(JSON.stringify(users, undefined, 2));
    else if (users.length === 0) terminal.err(word(terminal.language, 'nobody'));
    else for (const user of users) terminal.out(describeUser(user, terminal.language));
    return 0;
  },
};

/** Whether JSON is asked for; undefined when the options cannot be read. */
function wantsJson(argv: readonly string[]): boolean | undefined {
  try {
    return parseArgs({ args: [...argv], options: { json: { type: 'boolean', default: false } } }).values.json;
  } catch {
    return undefined;
  }
}
