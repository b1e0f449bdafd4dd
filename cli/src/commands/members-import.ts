import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { formatMonth } from '@payung/kernel';
import { getImport, type Language, type MemberFile, sendMembers, textOf } from '@payung/server/local';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { Misuse, readOptions } from '../options.ts';
import { monthIn } from './members-options.ts';
import { workOn } from './roster-job.ts';

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
  const context = await terminal.open();
  const fileName = basename(path);
  const { importId, repeated } = await sendMembers(context, {
    branchId: values.branch,
    month,
    fileName,
    content,
    salt: saltFile === undefined ? undefined : (await readFile(saltFile, 'utf8')).trim(),
  });
  // A file that stands already is no import of its own.
  if (!repeated) {
    await workOn(context, terminal, { permission: 'members.import', subjectId: importId, name: fileName });
  }
  const { import: ended, file } = await getImport(context, importId);
  if (values.json) terminal.out(JSON.stringify(file === null ? ended : { ...file, repeated }, null, 2));
  else if (file === null) {
    const { text, remedy } = textOf(language, ended.problem?.code ?? '', ended.problem?.facts ?? {});
    terminal.err([text, remedy].filter((line) => line !== '').join('\n'));
  } else for (const line of linesOf({ ...file, repeated }, language)) terminal.out(line);
  return file === null ? 1 : 0;
};

function linesOf(imported: MemberFile & { readonly repeated: boolean }, language: Language): string[] {
  const said = texts[language];
  const { counts, people, dropped, repeated, month, branchName } = imported;
  return [
    ...(repeated ? [said.repeated] : []),
    fill(said.counts, language, { ...counts }),
    fill(said.people, language, { people, month: formatMonth(month, language), branch: branchName }),
    ...(dropped.length > 0 ? [fill(said.dropped, language, { headings: dropped.join(', ') })] : []),
  ];
}
