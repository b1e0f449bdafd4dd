import { endGrant } from '@payung/server/local';
import type { Command } from '../command.ts';
import { word } from './user-words.ts';

/** `payung user end`: ends a role from today on. */
export const userEnd: Command = {
  name: 'user end',
  summary: {
    id: 'Mengakhiri pemberian peran mulai hari ini (nomornya ada di user list)',
    en: 'End a role from today on (its id is shown by user list)',
  },
  usage: 'payung user end GRANT_ID',
  async run(argv, terminal) {
    const [grant, ...more] = argv;
    if (grant === undefined || more.length > 0 || !/^[0-9a-f-]{36}$/.test(grant)) {
      terminal.err(userEnd.usage);
      return 2;
    }
    await endGrant(await terminal.open(), grant);
    terminal.out(word(terminal.language, 'ended', { grant }));
    return 0;
  },
};
