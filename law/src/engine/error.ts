/** Why a request cannot be answered, in the codes of the rules protocol. "Not eligible" is an answer, not an error. */
export type LawErrorCode =
  | 'rule.unknown'
  | 'input.missing'
  | 'input.unknown'
  | 'input.type'
  | 'input.format'
  | 'input.range'
  | 'input.combination'
  | 'date.outOfRange'
  | 'parameter.unpublished';

/** A request that is invalid, or about a time for which there is no law. */
export class LawError extends Error {
  readonly code: LawErrorCode;
  /** The field at fault, with dots inside lists and objects (`months.from`); empty for the request as a whole. */
  readonly path: string;

  constructor(code: LawErrorCode, path: string) {
    super(path === '' ? code : `${code} at ${path}`);
    this.name = 'LawError';
    this.code = code;
    this.path = path;
  }
}
