import { LawError } from './error.ts';
import type { Invalid } from './error-text.ts';
import type { Explained, Json, Result } from './explain.ts';
import { cameAt } from './input.ts';
import type { Text } from './text.ts';

/** A rule of the protocol: reads a request's input, unchecked, and answers with its explanation. */
export type Rule = {
  readonly id: string;
  readonly about: Text;
  /** @throws LawError if the input is invalid or lies before the law */
  readonly answer: (input: unknown) => Explained<Values>;
};

/** What a rule answers, by the names of the protocol. */
export type Values = { readonly [key: string]: Json | undefined };

/** What a request gets: the rule's values, or the first error. */
export type Answer = Values | { readonly error: Invalid };

/** Values with the reasons for them; an error has none. */
export type Answered =
  | { readonly answer: Values; readonly trace: Result }
  | { readonly answer: { readonly error: Invalid }; readonly trace?: undefined };

/**
 * Answers one request.
 *
 * @throws only what is a fault of the rule itself, never because of the request
 */
export function answerRequest(rules: ReadonlyMap<string, Rule>, rule: string, input: unknown): Answered {
  try {
    const found = rules.get(rule);
    if (found === undefined) return { answer: { error: { code: 'rule.unknown', path: 'rule', came: rule } } };
    const { value, trace } = found.answer(input);
    return { answer: value, trace };
  } catch (error) {
    if (!(error instanceof LawError)) throw error;
    const { code, path, details } = error;
    const came = details.came ?? cameAt(input, path);
    return { answer: { error: { code, path, ...details, ...(came !== undefined && { came }) } } };
  }
}
