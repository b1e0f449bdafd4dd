import type { Language } from '@payung/server/local';

const texts = {
  ENOENT: { id: 'Berkas {path} tidak ada.', en: 'There is no file {path}.' },
  EISDIR: { id: '{path} adalah folder, bukan berkas.', en: '{path} is a folder, not a file.' },
  EACCES: { id: 'Tidak ada izin untuk {path}.', en: 'No permission for {path}.' },
  ENOSPC: { id: 'Disk penuh saat menulis {path}.', en: 'The disk is full; {path} could not be written.' },
} as const;

/** What to print about a file named on the command line that cannot be read or written; undefined for anything else. */
export function fileProblem(error: unknown, language: Language): string[] | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('path' in error)) return undefined;
  const text = Object.entries(texts).find(([code]) => code === error.code)?.[1];
  return text === undefined ? undefined : [text[language].replace('{path}', String(error.path))];
}
