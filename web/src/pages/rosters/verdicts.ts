import type { Verdict } from '../../app/api.ts';
import { codesOf } from '../../messages/index.ts';

/** What may become of a row, in the order of the equation. */
export const verdicts = codesOf('verdict') satisfies readonly Verdict[];
