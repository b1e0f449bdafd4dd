import type { Explanation } from './explain.ts';
import type { Basis } from './parameter.ts';
import type { Text } from './text.ts';

/** One condition of a benefit: the code it is refused with, what it asks, and where. */
export type Requirement<Code extends string> = Basis & {
  readonly code: Code;
  readonly isMet: boolean;
  readonly text: Text;
};

/**
 * Records each condition, met or not, and returns the codes of those that are not, in the order given: all reasons for a
 * refusal, none if the benefit is granted.
 */
export function unmet<Code extends string>(
  x: Explanation,
  requirements: readonly Requirement<Code>[],
): readonly Code[] {
  for (const { code, isMet, text, citation, confidence } of requirements) {
    x.finding({ id: code, applies: isMet, because: isMet ? 'met' : code, text, citation, confidence });
  }
  return requirements.flatMap(({ code, isMet }) => (isMet ? [] : code));
}
