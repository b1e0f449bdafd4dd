import { KeyringError, type Language, OperatorProblem, Refusal, say } from '@payung/server/local';
import { RegisterProblem } from './register.ts';

/** What to print about something that an operator or user can put right; undefined for a mistake of ours. */
export function explain(error: unknown, language: Language): string[] | undefined {
  if (error instanceof Refusal) {
    const { text, remedy } = say(language, error.code, error.facts);
    return remedy === '' ? [text] : [text, remedy];
  }
  if (error instanceof OperatorProblem) return [error.text(language)];
  if (error instanceof KeyringError || error instanceof RegisterProblem) return [error.message];
  return fileProblem(error, language);
}

const fileTexts = {
  ENOENT: { id: 'Berkas {path} tidak ada.', en: 'There is no file {path}.' },
  EISDIR: { id: '{path} adalah folder, bukan berkas.', en: '{path} is a folder, not a file.' },
  EACCES: { id: 'Tidak ada izin untuk {path}.', en: 'No permission for {path}.' },
  ENOSPC: { id: 'Disk penuh saat menulis {path}.', en: 'The disk is full; {path} could not be written.' },
} as const;

/** A file named on the command line cannot be read or written. */
function fileProblem(error: unknown, language: Language): string[] | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('path' in error)) return undefined;
  const texts = Object.entries(fileTexts).find(([code]) => code === error.code)?.[1];
  return texts === undefined ? undefined : [texts[language].replace('{path}', String(error.path))];
}
