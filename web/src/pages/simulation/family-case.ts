import type { Result, Uncertainty } from '@payung/law';
import { amountAt, openQuestions, resultsIn } from './answer.ts';

/**
 * What is open about the total of a family's case, with the total under the other reading; that is undefined if it cannot be
 * told. The pension is no part of the total.
 */
export function questionsOfCase(
  trace: Result,
): readonly (Uncertainty & { readonly otherTotal: number | undefined })[] {
  const total = amountAt(trace.value, 'total');
  return resultsIn(trace)
    .filter(({ rule }) => rule !== 'benefit.jp.monthly')
    .flatMap((part) => {
      const own = amountAt(part.value, 'total');
      return openQuestions([part]).map((question) => {
        const { otherwise } = question;
        const isKnown = total !== undefined && own !== undefined && typeof otherwise === 'number';
        return { ...question, otherTotal: isKnown ? total - own + otherwise : undefined };
      });
    });
}
