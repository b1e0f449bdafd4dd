import { resealAll, SealError } from '@payung/server/local';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { readOptions } from '../options.ts';

const texts = {
  id: {
    step: { people: '{done} orang', preparedRows: '{done} baris menunggu', files: '{done} berkas' },
    done: 'Semua kini di bawah kunci {key}: {people} orang, {preparedRows} baris menunggu, dan {files} berkas disegel ulang.',
    stopped:
      'Berhenti: ada yang tidak dapat dibuka ({code}, kunci {key}). Yang sudah disegel ulang tetap. Pasang kembali kunci itu di PAYUNG_KEY_FILE, atau pulihkan dari cadangan, lalu jalankan lagi.',
  },
  en: {
    step: { people: '{done} people', preparedRows: '{done} waiting rows', files: '{done} files' },
    done: 'Everything is under key {key} now: {people} people, {preparedRows} waiting rows and {files} files were sealed anew.',
    stopped:
      'Stopped: something does not open ({code}, key {key}). What was sealed anew stays so. Put that key back into PAYUNG_KEY_FILE, or restore from a backup, then run this again.',
  },
} as const;

/** `payung keys reseal`: seals everything under the active key. Can be stopped and run again. */
export const keysReseal: Run = async (argv, terminal) => {
  readOptions(argv, {});
  const { language } = terminal;
  const said = texts[language];
  try {
    const { key, people, preparedRows, files } = await resealAll(await terminal.open(), {
      onStep: ({ what, done }) => terminal.err(fill(said.step[what], language, { done })),
    });
    terminal.out(fill(said.done, language, { key, people, preparedRows, files }));
    return 0;
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    terminal.err(fill(said.stopped, language, { code: error.code, key: error.facts.keyId ?? '?' }));
    return 1;
  }
};
