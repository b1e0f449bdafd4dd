import type { Text } from '../engine/text.ts';

/** A question of law that the sources read leave open. */
export type OpenQuestion = {
  /** U-01 and on; stable, so that papers can refer to it. */
  readonly id: string;
  readonly title: Text;
  /** Ids of the rules whose answers it touches; none if it is not modelled. */
  readonly rules: readonly string[];
  /** What the rules do until it is settled. */
  readonly practice: Text;
  /** What would settle it. */
  readonly needed: Text;
  /** Ids under which explanations show it; none if no single answer can. */
  readonly uncertainties: readonly string[];
};
