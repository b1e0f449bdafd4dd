import type { Result, Uncertainty } from '@payung/law';
import { amountAt, openQuestions, resultsIn } from './answer.ts';

/**
 * What is open about the total of a family's case, with the total under the other reading; that is undefined if it cannot be
 * told, or the question itself tells it. The pension is no part of the total.
 */
export function questionsOfCase(
  trace: Result,
): readonly (Uncertainty & { readonly otherTotal: number | undefined })[] {
  const total = amountAt(trace.value, 'total');
  // These speak of the whole already.
  const direct = trace.parts
    .filter((part) => part.kind === 'uncertainty')
    .filter(({ changesResult }) => changesResult)
    .map((question) => ({ ...question, otherTotal: undefined }));
  const ofParts = resultsIn(trace)
    .filter(({ rule }) => rule !== 'benefit.jp.monthly')
    .flatMap((part) => {
      const own = amountAt(part.value, 'total');
      return openQuestions([part]).map((question) => {
        const { otherwise } = question;
        const isKnown = total !== undefined && own !== undefined && typeof otherwise === 'number';
        return { ...question, otherTotal: isKnown ? total - own + otherwise : undefined };
      });
    });
  return [...direct, ...ofParts];
}
