/** What a problem speaks of: paths, versions, names of roles and parts; never a password, a key or a person's data. */
export type ProblemFacts = Readonly<Record<string, string | number>>;

interface Texts {
  readonly id: string;
  readonly en: string;
}

/**
 * Something is wrong with the installation, and whoever runs it can put it right: it is not a refusal of a user's request.
 * `texts` has what happened, where, and the remedy by code; `{name}` in it is a fact.
 */
export abstract class OperatorProblem<Code extends string = string> extends Error {
  readonly code: Code;
  readonly facts: ProblemFacts;
  readonly #texts: Texts;

  constructor(texts: Readonly<Record<Code, Texts>>, code: Code, facts: ProblemFacts, cause?: unknown) {
    super(fill(texts[code].en, facts), cause === undefined ? undefined : { cause });
    this.code = code;
    this.facts = facts;
    this.#texts = texts[code];
  }

  /** The operator's message in one language; `message` is the English one. */
  text(language: 'id' | 'en'): string {
    return fill(this.#texts[language], this.facts);
  }
}

function fill(pattern: string, facts: ProblemFacts): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
}
