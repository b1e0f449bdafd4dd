import { disableSecondFactor, resetPassword } from '@payung/server/local';
import type { Command } from '../command.ts';
import { getUser, word } from './user-words.ts';

/** `payung user password`: a new one-time password for somebody who forgot theirs. Prints it once. */
export const userPassword: Command = {
  name: 'user password',
  summary: {
    id: 'Membuat kata sandi sekali pakai yang baru; semua sesi akun itu berakhir',
    en: 'Make a new one-time password; all sessions of the account end',
  },
  usage: 'payung user password EMAIL',
  async run(argv, terminal) {
    const email = onlyWord(argv);
    if (email === undefined) {
      terminal.err(userPassword.usage);
      return 2;
    }
    const context = await terminal.open();
    const user = await getUser(context, email);
    const password = await resetPassword(context, user.id);
    terminal.out(word(terminal.language, 'password', { password }));
    terminal.err(word(terminal.language, 'handOver'));
    return 0;
  },
};

/** `payung user second-factor`: forgets the second factor of somebody who lost the telephone. */
export const userSecondFactor: Command = {
  name: 'user second-factor',
  summary: {
    id: 'Menghapus verifikasi dua langkah yang hilang; yang baru diminta saat masuk',
    en: 'Take away a lost second factor; a new one is asked for at sign-in',
  },
  usage: 'payung user second-factor EMAIL',
  async run(argv, terminal) {
    const email = onlyWord(argv);
    if (email === undefined) {
      terminal.err(userSecondFactor.usage);
      return 2;
    }
    const context = await terminal.open();
    const user = await getUser(context, email);
    await disableSecondFactor(context, user.id);
    terminal.out(word(terminal.language, 'secondFactorGone', { email: user.email }));
    return 0;
  },
};

function onlyWord(argv: readonly string[]): string | undefined {
  const [word, ...more] = argv;
  return word === undefined || more.length > 0 || word.startsWith('-') ? undefined : word;
}
