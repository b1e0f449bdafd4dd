import type { Json } from './explain.ts';
import type { Text } from './text.ts';

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

/** What would have been accepted, and what came instead; `came` is absent if nothing did, or if the request tells it. */
export type LawErrorDetails = { readonly accepted: Text; readonly came?: Json };

/** A request that is invalid, or about a time for which there is no law. */
export class LawError extends Error {
  readonly code: LawErrorCode;
  /** The field at fault, with dots inside lists and objects (`months.from`); empty for the request as a whole. */
  readonly path: string;
  readonly details: LawErrorDetails;

  constructor(code: LawErrorCode, path: string, details: LawErrorDetails) {
    super(path === '' ? code : `${code} at ${path}`);
    this.name = 'LawError';
    this.code = code;
    this.path = path;
    this.details = details;
  }
}
