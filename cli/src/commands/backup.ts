import { backupRegister } from '@payung/server/local';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { withOwnKeys } from '../keys.ts';
import { readOptions } from '../options.ts';

const done = {
  id: 'Cadangan {path}: {rows} baris dari {tables} tabel, {files} berkas, {jobs} pekerjaan; {bytes} byte. Isi tersegel tetap tersegel; untuk memulihkan diperlukan kunci {keys}, yang tidak ada di dalamnya. Nama dan tanggal lahir terbaca: simpan seaman basis datanya.',
  en: 'Backup {path}: {rows} rows of {tables} tables, {files} files, {jobs} jobs; {bytes} bytes. What is sealed stays sealed; restoring needs the keys {keys}, which are not inside. Names and birth dates are readable: keep it as safe as the database.',
} as const;

/** `payung backup FILE`: the whole register as it stands at one instant, while it may be serving. */
export const backup: Run = async (argv, terminal) => {
  const [path = ''] = readOptions(argv, {}, 1).positionals;
  const { language } = terminal;
  const report = await backupRegister({
    env: withOwnKeys(process.env, process.cwd()),
    cwd: process.cwd(),
    path,
    onPart: (part, rows) => {
      if (rows > 0) terminal.err(fill('{part} {rows}', language, { part, rows }));
    },
  });
  const { rows, tables, files, jobs, bytes } = report;
  const keys = [report.keys.audit, ...report.keys.sealing].join(', ');
  terminal.out(fill(done[language], language, { path, rows, tables, files, jobs, bytes, keys }));
  return 0;
};
