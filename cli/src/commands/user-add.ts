import { parseArgs } from 'node:util';
import { createUser, type NewGrant } from '@payung/server/local';
import type { Run } from '../command.ts';
import { Misuse } from '../options.ts';
import { grantOptions, placeOf, readGrant, roleName, word } from './user-words.ts';

/** `payung user add`: makes an account with its first role; so the first administrator is made. Prints the password once. */
export const userAdd: Run = async (argv, terminal) => {
  const { language } = terminal;
  const given = optionsIn(argv);
  if (given === undefined) throw new Misuse();
  const grant = readGrant(given.values, language);
  if (typeof grant === 'string') {
    terminal.err(grant);
    return 2;
  }
  const { email, name } = given;
  const made = await createUser(await terminal.open(), { email, name, grant });
  terminal.out(word(language, 'added', { email }));
  terminal.out(
    word(language, 'granted', { email, role: roleName(language, grant.role), place: placeIn(grant) }),
  );
  terminal.out(word(language, 'password', { password: made.password }));
  terminal.err(word(language, 'handOver'));
  return 0;
};

/** Where a new grant is held, as people write it. */
export function placeIn(grant: NewGrant): string {
  return placeOf('area' in grant.place ? { area: grant.place.area } : { partnerId: grant.place.partnerId });
}

function optionsIn(argv: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { name: { type: 'string' }, ...grantOptions },
    });
    const [email, ...more] = positionals;
    const { name } = values;
    if (email === undefined || more.length > 0 || name === undefined) return undefined;
    return { email, name, values };
  } catch {
    return undefined;
  }
}
