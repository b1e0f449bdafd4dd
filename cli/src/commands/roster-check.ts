import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Day, firstDay, parseDay } from '@payung/kernel';
import {
  type Context,
  getAgreementByNumber,
  type Language,
  listPartners,
  policies,
  type RosterInput,
  sendRoster,
} from '@payung/server/local';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { Misuse, readOptions } from '../options.ts';
import { areaIn } from './members-options.ts';
import { workUntilDone } from './roster-job.ts';
import { rosterLines } from './roster-words.ts';

const texts = {
  id: {
    day: 'Bukan tanggal: {text}. Tulis --starts-on 2026-11-01.',
    policy: 'Pilihan --policy adalah {policies}.',
    repeated: 'Berkas ini sudah pernah dikirim untuk hal dan tanggal yang sama; tidak ada yang berubah.',
    partner: 'Mitra bernama {name} di wilayah {area} tidak ditemukan. Yang ada: {partners}.',
  },
  en: {
    day: 'Not a date: {text}. Write --starts-on 2026-11-01.',
    policy: 'The choices of --policy are {policies}.',
    repeated: 'This file was sent before for the same purpose and day; nothing has changed.',
    partner: 'There is no partner called {name} in {area}. There are: {partners}.',
  },
} as const;

/** `payung roster check FILE`: sends a list, to enrol its people or to record them only, and checks every row of it. Exit status 1 when the file cannot be read. */
export const rosterCheck: Run = async (argv, terminal) => {
  const { language } = terminal;
  const said = texts[language];
  const { values, positionals } = readOptions(
    argv,
    {
      agreement: { type: 'string' },
      record: { type: 'boolean', default: false },
      area: { type: 'string' },
      partner: { type: 'string' },
      'starts-on': { type: 'string' },
      policy: { type: 'string', default: 'good_rows' },
      json: { type: 'boolean', default: false },
    },
    1,
  );
  const [path = ''] = positionals;
  if (values.record !== (values.agreement === undefined)) throw new Misuse('--agreement');
  const area = areaIn(values.area, language);
  if (values.record && (area === undefined || values.partner === undefined))
    throw new Misuse(area === undefined ? '--area' : '--partner');
  const policy = policies.find((known) => known === values.policy);
  if (policy === undefined) throw new Misuse(fill(said.policy, language, { policies: policies.join(', ') }));
  const given = values['starts-on'];
  const wanted = given === undefined ? undefined : parseDay(given);
  if (given !== undefined && wanted === undefined) {
    throw new Misuse(fill(said.day, language, { text: given }));
  }
  const content = await readFile(path);
  const context = await terminal.open();
  const file = { fileName: basename(path), content, policy };
  const sent = await sendRoster(
    context,
    values.record
      ? {
          ...file,
          ...(await ofPartner(context, language, area ?? 0, values.partner ?? '')),
          startsOn: wanted ?? context.platform.clock.today(),
        }
      : { ...file, ...(await underAgreement(context, values.agreement ?? '', wanted)) },
  );
  if (sent.repeated) terminal.err(said.repeated);
  const result = await workUntilDone(context, terminal, sent.rosterId);
  if (values.json) terminal.out(JSON.stringify(result, null, 2));
  else for (const line of rosterLines(result, language)) terminal.out(line);
  return result.roster.state === 'failed' ? 1 : 0;
};

async function ofPartner(
  context: Context,
  language: Language,
  area: number,
  name: string,
): Promise<Pick<RosterInput, 'purpose' | 'area' | 'partnerId'>> {
  const partners = await listPartners(context);
  const found = partners.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (found === undefined) {
    const known = partners.map((one) => one.name).join(', ');
    throw new Misuse(fill(texts[language].partner, language, { name, area, partners: known }));
  }
  return { purpose: 'record', area, partnerId: found.partnerId };
}

/** The agreement, and the first of this month or the first day of an agreement that begins later. */
async function underAgreement(context: Context, number: string, wanted: Day | undefined) {
  const { agreementId, from } = await getAgreementByNumber(context, number);
  const month = firstDay(context.platform.clock.thisMonth());
  return { agreementId, startsOn: wanted ?? (month < from ? from : month) };
}
