import { disableSecondFactor, resetPassword } from '@payung/server/local';
import type { Run } from '../command.ts';
import { Misuse } from '../options.ts';
import { getUser, word } from './user-words.ts';

/** `payung user password`: a new one-time password for somebody who forgot theirs. Prints it once. */
export const userPassword: Run = async (argv, terminal) => {
  const email = onlyWord(argv);
  if (email === undefined) throw new Misuse();
  const context = await terminal.open();
  const user = await getUser(context, email);
  const password = await resetPassword(context, user.id);
  terminal.out(word(terminal.language, 'password', { password }));
  terminal.err(word(terminal.language, 'handOver'));
  return 0;
};

/** `payung user second-factor`: forgets the second factor of somebody who lost the telephone. */
export const userSecondFactor: Run = async (argv, terminal) => {
  const email = onlyWord(argv);
  if (email === undefined) throw new Misuse();
  const context = await terminal.open();
  const user = await getUser(context, email);
  await disableSecondFactor(context, user.id);
  terminal.out(word(terminal.language, 'secondFactorGone', { email: user.email }));
  return 0;
};

function onlyWord(argv: readonly string[]): string | undefined {
  const [word, ...more] = argv;
  return word === undefined || more.length > 0 || word.startsWith('-') ? undefined : word;
}
