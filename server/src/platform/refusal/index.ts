import { type RefusalCode, refusalStatus } from './codes.ts';

export { type RefusalCode, refusalStatus };

/** What a message needs to be exact: numbers, names of places, dates. Never personal data. */
export type Facts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/**
 * The server says no. Thrown inside a transaction it rolls everything back; at the edge it becomes a problem document
 * in the user's language.
 */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly facts: Facts;

  constructor(code: RefusalCode, facts: Facts = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.facts = facts;
  }

  get status(): number {
    return refusalStatus[this.code];
  }
}
