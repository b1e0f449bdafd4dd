import { parseArgs } from 'node:util';
import { grantRole } from '@payung/server/local';
import type { Run } from '../command.ts';
import { Misuse } from '../options.ts';
import { placeIn } from './user-add.ts';
import { getUser, grantOptions, readGrant, roleName, word } from './user-words.ts';

/** `payung user grant`: gives an account another role. */
export const userGrant: Run = async (argv, terminal) => {
  const { language } = terminal;
  const given = optionsIn(argv);
  if (given === undefined) throw new Misuse();
  const grant = readGrant(given.values, language);
  if (typeof grant === 'string') {
    terminal.err(grant);
    return 2;
  }
  const context = await terminal.open();
  const { email, id } = await getUser(context, given.email);
  await grantRole(context, id, grant);
  terminal.out(
    word(language, 'granted', { email, role: roleName(language, grant.role), place: placeIn(grant) }),
  );
  return 0;
};

function optionsIn(argv: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: grantOptions,
    });
    const [email, ...more] = positionals;
    return email === undefined || more.length > 0 ? undefined : { email, values };
  } catch {
    return undefined;
  }
}
