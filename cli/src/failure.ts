import { KeyringError, type Language, OperatorProblem, Refusal, say } from '@payung/server/local';
import { RegisterProblem } from './register.ts';

/** What to print about something in the register that an operator or user can put right; undefined for a mistake of ours. */
export function explain(error: unknown, language: Language): string[] | undefined {
  if (error instanceof Refusal) {
    const { text, remedy } = say(language, error.code, error.facts);
    return remedy === '' ? [text] : [text, remedy];
  }
  if (error instanceof OperatorProblem) return [error.text(language)];
  if (error instanceof KeyringError || error instanceof RegisterProblem) return [error.message];
  return undefined;
}
