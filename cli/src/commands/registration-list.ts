import { getRegistration, textOf, wordOf } from '@payung/server/local';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { readOptions } from '../options.ts';
import { wantedIn, wantedOptions } from './registration-options.ts';

const texts = {
  id: {
    ready: '{ready} peserta siap dikirim ke cabang; {incomplete} belum lengkap.',
    presumed:
      '{presumed} di antaranya tanpa lokasi bekerja; lembar memakai bawaan, dan menandainya (--work-place).',
    missing: '  {name} ({village}): belum ada {missing}',
    more: '  … dan {count} orang lagi',
    rejected: '{count} ditolak cabang:',
    sent: 'Lembar yang sudah dibuat:',
    batch: '{people} orang: {accepted} diterima, {rejected} ditolak, {open} belum dijawab',
    corrected: 'sudah diperbaiki',
  },
  en: {
    ready: '{ready} members are ready for the branch; of {incomplete} something is missing.',
    presumed:
      '{presumed} of them state no place of work; the sheet presumes one, and marks it (--work-place).',
    missing: '  {name} ({village}): no {missing}',
    more: '  … and {count} more',
    rejected: '{count} rejected by the branch:',
    sent: 'Sheets made:',
    batch: '{people} people: {accepted} accepted, {rejected} rejected, {open} not answered',
    corrected: 'mended',
  },
} as const;

/** `payung registration list`: who waits to be registered at the branch, what they lack, and whom it rejected. */
export const registrationList: Run = async (argv, terminal) => {
  const options = { ...wantedOptions, json: { type: 'boolean', default: false } } as const;
  const { values } = readOptions(argv, options);
  const { language } = terminal;
  const found = await getRegistration(await terminal.open(), wantedIn(values, language));
  if (values.json) {
    terminal.out(JSON.stringify(found, null, 2));
    return 0;
  }
  const said = texts[language];
  const { ready, presumedTotal: presumed, incomplete, incompleteTotal, rejections, batches } = found;
  terminal.out(fill(said.ready, language, { ready, incomplete: incompleteTotal }));
  if (presumed > 0) terminal.out(fill(said.presumed, language, { presumed }));
  for (const { name, villageName: village, missing } of incomplete) {
    const words = missing.map((field) => wordOf(language, 'column', field) ?? field);
    terminal.out(fill(said.missing, language, { name, village, missing: words.join(', ') }));
  }
  if (incompleteTotal > incomplete.length) {
    terminal.out(fill(said.more, language, { count: incompleteTotal - incomplete.length }));
  }
  if (rejections.length > 0) terminal.out(fill(said.rejected, language, { count: found.rejectionsTotal }));
  for (const { name, reason, words, corrected } of rejections) {
    const { text, remedy } = textOf(language, reason, {});
    terminal.out(
      `  ${[name, text, words ?? '', corrected ? said.corrected : remedy].filter((part) => part !== '').join('  ')}`,
    );
  }
  if (batches.length > 0) terminal.out(said.sent);
  for (const { batchId, recordedAt, people, accepted, rejected } of batches) {
    const open = people - accepted - rejected;
    terminal.out(
      `  ${batchId}  ${recordedAt.slice(0, 10)}  ${fill(said.batch, language, { people, accepted, rejected, open })}`,
    );
  }
  return 0;
};
