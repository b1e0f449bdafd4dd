import { restoreRegister } from '@payung/server/local';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { withOwnKeys } from '../keys.ts';
import { readOptions } from '../options.ts';

const done = {
  id: 'Dipulihkan dari cadangan {madeAt}: {rows} baris, {files} berkas, {jobs} pekerjaan. Semua orang masuk kembali. Cocokkan log audit dengan notulen terakhir: payung audit verify --head "…"',
  en: 'Restored from the backup of {madeAt}: {rows} rows, {files} files, {jobs} jobs. Everybody signs in anew. Compare the audit log with the last minutes: payung audit verify --head "…"',
} as const;

const migrated = {
  id: 'Cadangan lebih tua daripada Payung ini; migrasi sesudahnya: {names}.',
  en: 'The backup is older than this Payung; migrated on: {names}.',
} as const;

/** `payung restore FILE`: a backup into an empty database, all of it or nothing. */
export const restore: Run = async (argv, terminal) => {
  const [path = ''] = readOptions(argv, {}, 1).positionals;
  const { language } = terminal;
  const report = await restoreRegister({
    env: withOwnKeys(process.env, process.cwd()),
    cwd: process.cwd(),
    path,
    onPart: (part, rows) => {
      if (rows > 0) terminal.err(fill('{part} {rows}', language, { part, rows }));
    },
  });
  const { madeAt, rows, files, jobs } = report;
  terminal.out(fill(done[language], language, { madeAt, rows, files, jobs }));
  if (report.migrated.length > 0) {
    terminal.out(fill(migrated[language], language, { names: report.migrated.join(', ') }));
  }
  return 0;
};
