import type { Judgement } from './finding.ts';

/**
 * What acceptance does with a row. `enrol`: with a membership; `record`: the person without one; `dispute`: likewise, claiming a
 * NIK that somebody else holds; `update`: somebody known, brought up to date without a membership; `wait`: a human decides first.
 */
export type Outcome = 'enrol' | 'record' | 'dispute' | 'update' | 'wait';

/** What acceptance does with a row that was judged so; `wait` also of a row that it does not take. */
export function outcomeOf({ verdict, because, enrol, listed }: Judgement): Outcome {
  if (enrol) return 'enrol';
  if (verdict === 'new') return because.code === 'new.disputed' ? 'dispute' : 'record';
  return listed === true ? 'update' : 'wait';
}
