import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { firstDay, parseDay } from '@payung/kernel';
import { type Context, getAgreementByNumber, policies, sendRoster } from '@payung/server/local';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { Misuse, readOptions } from '../options.ts';
import { workUntilDone } from './roster-job.ts';
import { rosterLines } from './roster-words.ts';

const texts = {
  id: {
    day: 'Bukan tanggal: {text}. Tulis --starts-on 2026-11-01.',
    policy: 'Pilihan --policy adalah {policies}.',
    repeated: 'Berkas ini sudah pernah dikirim untuk perjanjian dan tanggal itu; tidak ada yang berubah.',
  },
  en: {
    day: 'Not a date: {text}. Write --starts-on 2026-11-01.',
    policy: 'The choices of --policy are {policies}.',
    repeated: 'This file was sent before for that agreement and day; nothing has changed.',
  },
} as const;

/** `payung roster check FILE`: sends a list and checks every row of it. Exit status 1 when the file cannot be read. */
export const rosterCheck: Run = async (argv, terminal) => {
  const { language } = terminal;
  const said = texts[language];
  const { values, positionals } = readOptions(
    argv,
    {
      agreement: { type: 'string' },
      'starts-on': { type: 'string' },
      policy: { type: 'string', default: 'good_rows' },
      json: { type: 'boolean', default: false },
    },
    1,
  );
  const [path = ''] = positionals;
  if (values.agreement === undefined) throw new Misuse('--agreement');
  const policy = policies.find((known) => known === values.policy);
  if (policy === undefined) throw new Misuse(fill(said.policy, language, { policies: policies.join(', ') }));
  const given = values['starts-on'];
  const wanted = given === undefined ? undefined : parseDay(given);
  if (given !== undefined && wanted === undefined) {
    throw new Misuse(fill(said.day, language, { text: given }));
  }
  const content = await readFile(path);
  const context = await terminal.open();
  const agreement = await getAgreementByNumber(context, values.agreement);
  const sent = await sendRoster(context, {
    agreementId: agreement.agreementId,
    fileName: basename(path),
    content,
    startsOn: wanted ?? usualStart(context, agreement.from),
    policy,
  });
  if (sent.repeated) terminal.err(said.repeated);
  const result = await workUntilDone(context, terminal, sent.rosterId);
  if (values.json) terminal.out(JSON.stringify(result, null, 2));
  else for (const line of rosterLines(result, language)) terminal.out(line);
  return result.roster.state === 'failed' ? 1 : 0;
};

/** The first of this month, or the first day of an agreement that begins later. */
function usualStart(context: Context, from: ReturnType<typeof firstDay>) {
  const month = firstDay(context.platform.clock.thisMonth());
  return month < from ? from : month;
}
