import { listProposals, stateWords } from '@payung/server/local';
import type { Run } from '../command.ts';
import { readOptions } from '../options.ts';

const none = { id: 'Belum ada usulan.', en: 'There are no proposals yet.' } as const;

/** `payung selection list`: the proposals of villages, newest first. */
export const selectionList: Run = async (argv, terminal) => {
  const { values } = readOptions(argv, { json: { type: 'boolean', default: false } });
  const { language } = terminal;
  const proposals = await listProposals(await terminal.open());
  if (values.json) terminal.out(JSON.stringify(proposals, null, 2));
  else if (proposals.length === 0) terminal.out(none[language]);
  else {
    for (const one of proposals) {
      const places = `${Math.min(one.listed, one.quota)}/${one.quota}`;
      const state = stateWords[one.state][language];
      const parts = [one.proposalId, one.areaName, `${one.from}–${one.to}`, places, state];
      terminal.out([...parts, one.decreeNumber ?? one.minutesNumber ?? ''].join('  ').trimEnd());
    }
  }
  return 0;
};
