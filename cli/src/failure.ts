import { asRefusal, KeyringError, type Language, OperatorProblem, say } from '@payung/server/local';
import { RegisterProblem } from './register.ts';

/** What to print about something in the register that an operator or user can put right; undefined for a mistake of ours. */
export function explain(error: unknown, language: Language): string[] | undefined {
  const refusal = asRefusal(error);
  if (refusal !== undefined) {
    const { text, remedy } = say(language, refusal.code, refusal.facts);
    return remedy === '' ? [text] : [text, remedy];
  }
  if (error instanceof OperatorProblem) return [error.text(language)];
  if (error instanceof KeyringError || error instanceof RegisterProblem) return [error.message];
  return undefined;
}
