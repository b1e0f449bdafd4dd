import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { formatMonth } from '@payung/kernel';
import { importMembers, type Language, type MembersImported } from '@payung/server/local';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { Misuse, readOptions } from '../options.ts';
import { monthIn } from './members-options.ts';

const texts = {
  id: {
    counts:
      '{rowsIn} baris = {matched} dikenal + {doubtful} meragukan + {unknown} belum ada di sini + {refused} ditolak + {ignored} diabaikan',
    people: '{people} orang terlindungi pada {month} menurut {branch}.',
    dropped: 'Kolom nomor peserta (KPJ) tidak disimpan: {headings}.',
    repeated: 'Berkas ini sudah berlaku untuk bulan itu; tidak ada yang berubah.',
  },
  en: {
    counts:
      '{rowsIn} rows = {matched} matched + {doubtful} doubtful + {unknown} unknown here + {refused} refused + {ignored} ignored',
    people: '{people} people are covered in {month} as {branch} states.',
    dropped: 'Columns of membership numbers (KPJ) were not kept: {headings}.',
    repeated: 'This file stands for that month already; nothing has changed.',
  },
} as const;

/**
 * `payung members import FILE`: takes in what a branch of BPJS states of a month. The salt of hashed NIKs is read from a file,
 * because what is typed on a command line stays in the history of the shell.
 */
export const membersImport: Run = async (argv, terminal) => {
  const { language } = terminal;
  const { values, positionals } = readOptions(
    argv,
    {
      branch: { type: 'string' },
      month: { type: 'string' },
      'salt-file': { type: 'string' },
      json: { type: 'boolean', default: false },
    },
    1,
  );
  const [path = ''] = positionals;
  if (values.branch === undefined) throw new Misuse('--branch');
  const month = monthIn(values.month, language);
  const content = await readFile(path);
  const saltFile = values['salt-file'];
  const imported = await importMembers(await terminal.open(), {
    branchId: values.branch,
    month,
    fileName: basename(path),
    content,
    salt: saltFile === undefined ? undefined : (await readFile(saltFile, 'utf8')).trim(),
  });
  if (values.json) terminal.out(JSON.stringify(imported, null, 2));
  else for (const line of linesOf(imported, language)) terminal.out(line);
  return 0;
};

function linesOf(imported: MembersImported, language: Language): string[] {
  const said = texts[language];
  const { counts, people, dropped, repeated, month, branchName } = imported;
  return [
    ...(repeated ? [said.repeated] : []),
    fill(said.counts, language, { ...counts }),
    fill(said.people, language, { people, month: formatMonth(month, language), branch: branchName }),
    ...(dropped.length > 0 ? [fill(said.dropped, language, { headings: dropped.join(', ') })] : []),
  ];
}
