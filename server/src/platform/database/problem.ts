import { type ProblemCode, problemTexts } from './problem-texts.ts';

/** What a problem speaks of: paths, versions, role names; never a password and never a person's data. */
export type ProblemFacts = Readonly<Record<string, string | number>>;

/**
 * Something is wrong with the database or its installation, and an operator can put it right.
 *
 * `message` is the English text; `problemText` gives either language. It is not a refusal of a user's request.
 */
export class DatabaseProblem extends Error {
  readonly code: ProblemCode;
  readonly facts: ProblemFacts;

  constructor(code: ProblemCode, facts: ProblemFacts = {}, cause?: unknown) {
    super(textOf(code, facts, 'en'), cause === undefined ? undefined : { cause });
    this.name = 'DatabaseProblem';
    this.code = code;
    this.facts = facts;
  }
}

/** The operator's message in Indonesian or English: what happened, where, and the remedy. */
export function problemText(problem: DatabaseProblem, language: 'id' | 'en'): string {
  return textOf(problem.code, problem.facts, language);
}

function textOf(code: ProblemCode, facts: ProblemFacts, language: 'id' | 'en'): string {
  return problemTexts[code][language].replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(facts[name] ?? whole),
  );
}
