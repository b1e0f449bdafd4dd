import {
  csvOf,
  type Dispute,
  disputesTable,
  type Language,
  listDisputes,
  settleDispute,
} from '@payung/server/local';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { readOptions } from '../options.ts';
import { personIdIn, reasonIn } from './person-options.ts';

const texts = {
  id: {
    none: 'Tidak ada NIK yang disengketakan.',
    one: 'Sengketa {place}: {people} orang',
    elsewhere: '  dan {people} orang di luar wilayah',
    settled: 'Selesai: NIK itu miliknya; yang lain tetap tercatat tanpa NIK.',
  },
  en: {
    none: 'No NIK is disputed.',
    one: 'Dispute {place}: {people} people',
    elsewhere: '  and {people} people outside the area',
    settled: 'Settled: the NIK is theirs; the others stay recorded without one.',
  },
} as const;

/** `payung person disputes`: NIKs that several people claim, each claimant on a line. */
export const personDisputes: Run = async (argv, terminal) => {
  const { values } = readOptions(argv, {
    json: { type: 'boolean', default: false },
    csv: { type: 'boolean', default: false },
  });
  const context = await terminal.open();
  if (values.csv) {
    terminal.out(csvOf(await disputesTable(context)).trimEnd());
    return 0;
  }
  const disputes = await listDisputes(context);
  if (values.json) terminal.out(JSON.stringify(disputes, null, 2));
  else for (const line of linesOf(disputes, terminal.language)) terminal.out(line);
  return 0;
};

function linesOf(disputes: readonly Dispute[], language: Language): string[] {
  const said = texts[language];
  if (disputes.length === 0) return [said.none];
  return disputes.flatMap(({ people, elsewhere }, at) => [
    fill(said.one, language, { place: at + 1, people: people.length + elsewhere }),
    ...people.map(
      ({ personId, name, birthDate, areaName }) => `  ${personId}  ${name}, ${birthDate ?? '–'}, ${areaName}`,
    ),
    ...(elsewhere > 0 ? [fill(said.elsewhere, language, { people: elsewhere })] : []),
  ]);
}

/** `payung person settle ID`: the disputed NIK is this person's. */
export const personSettle: Run = async (argv, terminal) => {
  const { values, positionals } = readOptions(argv, { reason: { type: 'string' } }, 1);
  const holder = personIdIn(positionals[0]);
  const reason = reasonIn(values.reason);
  await settleDispute(await terminal.open(), holder, reason);
  terminal.out(texts[terminal.language].settled);
  return 0;
};
