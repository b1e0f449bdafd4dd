import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Language } from '@payung/server/local';

const texts = {
  ENOENT: { id: 'Berkas {path} tidak ada.', en: 'There is no file {path}.' },
  ENOTDIR: { id: 'Folder untuk {path} tidak ada.', en: 'There is no folder for {path}.' },
  EISDIR: { id: '{path} adalah folder, bukan berkas.', en: '{path} is a folder, not a file.' },
  EACCES: { id: 'Tidak ada izin untuk {path}.', en: 'No permission for {path}.' },
  ENOSPC: { id: 'Disk penuh saat menulis {path}.', en: 'The disk is full; {path} could not be written.' },
} as const;

/** What to print about a file named on the command line that cannot be read or written; undefined for anything else. */
export function fileProblem(error: unknown, language: Language): string[] | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('path' in error)) return undefined;
  // What is to be written need not be there; its folder must.
  const lacksFolder = error.code === 'ENOENT' && !existsSync(dirname(String(error.path)));
  const text = Object.entries(texts).find(([code]) => code === (lacksFolder ? 'ENOTDIR' : error.code))?.[1];
  return text === undefined ? undefined : [text[language].replace('{path}', String(error.path))];
}
