import { formatCount } from '@payung/kernel';
import { listRosters, type Roster } from '@payung/server/local';
import type { Run } from '../command.ts';
import { readOptions } from '../options.ts';

const states: Readonly<Record<Roster['state'], Readonly<Record<'id' | 'en', string>>>> = {
  received: { id: 'diterima', en: 'received' },
  checking: { id: 'diperiksa', en: 'being checked' },
  checked: { id: 'selesai diperiksa', en: 'checked' },
  accepting: { id: 'didaftarkan', en: 'being accepted' },
  accepted: { id: 'terdaftar', en: 'accepted' },
  undoing: { id: 'dibatalkan', en: 'being undone' },
  undone: { id: 'batal', en: 'undone' },
  failed: { id: 'gagal', en: 'failed' },
};
const recorded = { id: 'tercatat', en: 'recorded' } as const;
const none = { id: 'Belum ada daftar.', en: 'There are no lists yet.' } as const;

/** `payung roster list`: the rosters, newest first. */
export const rosterList: Run = async (argv, terminal) => {
  const { values } = readOptions(argv, { json: { type: 'boolean', default: false } });
  const rosters = await listRosters(await terminal.open());
  const { language } = terminal;
  if (values.json) terminal.out(JSON.stringify(rosters, null, 2));
  else if (rosters.length === 0) terminal.out(none[language]);
  else {
    for (const one of rosters) {
      const { rosterId, state, startsOn, areaName, counts, fileName } = one;
      const accepted = one.purpose === 'enrol' ? one.enrolled : one.recorded + one.listed;
      const taken = state === 'undone' ? 0 : accepted;
      const people = `${formatCount(taken, language)}/${formatCount(counts.rowsIn, language)}`;
      const word = state === 'accepted' && one.purpose === 'record' ? recorded : states[state];
      terminal.out([rosterId, startsOn, areaName, word[language], people, fileName].join('  '));
    }
  }
  return 0;
};
