import { requestAcceptance } from '@payung/server/local';
import type { Run } from '../command.ts';
import { readOptions } from '../options.ts';
import { rosterIdIn, workUntilDone } from './roster-job.ts';
import { rosterLines } from './roster-words.ts';

/** `payung roster accept ID`: enrols the good rows of a checked roster, all or none. */
export const rosterAccept: Run = async (argv, terminal) => {
  const { values, positionals } = readOptions(argv, { json: { type: 'boolean', default: false } }, 1);
  const rosterId = rosterIdIn(positionals[0]);
  const context = await terminal.open();
  await requestAcceptance(context, rosterId);
  const result = await workUntilDone(context, terminal, rosterId);
  if (values.json) terminal.out(JSON.stringify(result, null, 2));
  else for (const line of rosterLines(result, terminal.language)) terminal.out(line);
  return result.roster.state === 'accepted' ? 0 : 1;
};
