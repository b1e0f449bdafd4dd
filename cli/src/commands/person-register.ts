import { readFile } from 'node:fs/promises';
import { firstDay, parseDay } from '@payung/kernel';
import {
  type Context,
  type Entry,
  type EntryFor,
  getAgreementByNumber,
  getEntry,
  listPartners,
  type PersonInput,
  parseAreaCode,
  registerPerson,
  requestAcceptance,
  textOfEntry,
} from '@payung/server/local';
import type { Run, Terminal } from '../command.ts';
import { fill } from '../fill.ts';
import { Misuse, readOptions } from '../options.ts';
import { workUntilDone } from './roster-job.ts';

const texts = {
  id: {
    json: 'Bukan JSON tentang satu orang: {problem}. Contoh: {example}',
    day: 'Bukan tanggal: {text}. Tulis 2026-11-01.',
    partner: 'Mitra bernama {name} tidak ditemukan. Yang ada: {partners}.',
    repeated: 'Isian yang sama sudah pernah dikirim; tidak ada yang digandakan.',
    next: 'Untuk menerimanya: payung roster accept {id}',
    person: 'Orangnya: {id}',
  },
  en: {
    json: 'Not JSON about one person: {problem}. For example: {example}',
    day: 'Not a date: {text}. Write 2026-11-01.',
    partner: 'There is no partner called {name}. There are: {partners}.',
    repeated: 'The same was sent before; nothing is doubled.',
    next: 'To accept it: payung roster accept {id}',
    person: 'The person: {id}',
  },
} as const;

const example =
  '{"name": "Yohanes Seran", "nik": "5304051708909001", "birthDate": "1990-08-17", "sex": "L", "village": "53.04.05.2001", "rt": "2", "rw": "1", "occupation": "Petani", "mother": "Maria Hoar", "phone": "081234567890"}';

/**
 * `payung person register FILE.json`: one person, checked like a row of a list. Read from a file or the input, because what is
 * typed on a command line stays in the history of the shell. Exit status 1 when nothing can be accepted.
 */
export const personRegister: Run = async (argv, terminal) => {
  const { language } = terminal;
  const { values, positionals } = readOptions(
    argv,
    {
      agreement: { type: 'string' },
      partner: { type: 'string' },
      'starts-on': { type: 'string' },
      accept: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
    0,
    1,
  );
  if ((values.agreement === undefined) === (values.partner === undefined)) throw new Misuse('--agreement');
  const person = personIn(await textIn(positionals[0] ?? '-', terminal), terminal);
  const context = await terminal.open();
  const wanted = await purposeOf(context, terminal, values);
  const { rosterId, repeated } = await registerPerson(context, person, wanted);
  if (repeated) terminal.err(texts[language].repeated);
  await workUntilDone(context, terminal, rosterId);
  let found = await getEntry(context, rosterId);
  if (values.accept && takesSomebody(found) && found.roster.state === 'checked') {
    await requestAcceptance(context, rosterId);
    await workUntilDone(context, terminal, rosterId);
    found = await getEntry(context, rosterId);
  }
  if (values.json) terminal.out(JSON.stringify(found, null, 2));
  else for (const line of linesOf(found, terminal)) terminal.out(line);
  return takesSomebody(found) ? 0 : 1;
};

function takesSomebody({ roster }: Entry): boolean {
  return roster.enrolled + roster.recorded + roster.listed > 0;
}

function linesOf({ roster, row, personId }: Entry, { language }: Terminal): string[] {
  const said = texts[language];
  const told =
    row === undefined
      ? []
      : [{ code: row.reason, facts: row.facts }, ...row.warnings].map(({ code, facts }) => {
          const { text, remedy } = textOfEntry(language, code, facts);
          return `${text} ${remedy}`.trim();
        });
  return [
    ...told,
    ...(roster.state === 'checked' ? [fill(said.next, language, { id: roster.rosterId })] : []),
    ...(personId === null ? [] : [fill(said.person, language, { id: personId })]),
  ];
}

async function textIn(path: string, terminal: Terminal): Promise<string> {
  if (path !== '-') return readFile(path, 'utf8');
  const pieces: Uint8Array[] = [];
  for await (const piece of terminal.input()) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

/** @throws Misuse when the text says nothing of a person */
function personIn(text: string, { language }: Terminal): PersonInput {
  const problem = (of: string) => new Misuse(fill(texts[language].json, language, { problem: of, example }));
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw problem('JSON');
  }
  if (typeof read !== 'object' || read === null) throw problem('{}');
  const fields = new Map(Object.entries(read));
  const word = (name: string) => {
    const value = fields.get(name);
    if (value === undefined || value === null) return undefined;
    // A number has lost what it began with; a NIK its last digits as well.
    if (typeof value !== 'string') throw problem(name);
    return value;
  };
  const name = word('name');
  const village = parseAreaCode(word('village') ?? '');
  if (name === undefined || village === undefined) throw problem(name === undefined ? 'name' : 'village');
  const born = word('birthDate');
  const birthDate = born === undefined ? undefined : parseDay(born);
  if (born !== undefined && birthDate === undefined) throw problem('birthDate');
  const sex = word('sex');
  if (sex !== undefined && sex !== 'L' && sex !== 'P') throw problem('sex');
  return {
    name,
    village,
    birthDate,
    sex,
    nik: word('nik'),
    rt: word('rt'),
    rw: word('rw'),
    occupation: word('occupation'),
    mother: word('mother'),
    phone: word('phone'),
  };
}

async function purposeOf(
  context: Context,
  { language }: Terminal,
  values: { readonly [Name in 'agreement' | 'partner' | 'starts-on']?: string | undefined },
): Promise<EntryFor> {
  const said = texts[language];
  if (values.agreement !== undefined) {
    const { agreementId, from } = await getAgreementByNumber(context, values.agreement);
    const given = values['starts-on'];
    const month = firstDay(context.platform.clock.thisMonth());
    const startsOn = given === undefined ? (month < from ? from : month) : parseDay(given);
    if (startsOn === undefined) throw new Misuse(fill(said.day, language, { text: given ?? '' }));
    return { agreementId, startsOn };
  }
  const name = values.partner ?? '';
  const partners = await listPartners(context);
  const found = partners.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (found === undefined) {
    const known = partners.map((one) => one.name).join(', ');
    throw new Misuse(fill(said.partner, language, { name, partners: known }));
  }
  return { partnerId: found.partnerId };
}
