import type { Finding, Judgement } from './finding.ts';
import type { Item } from './question.ts';

/** Thresholds chosen when the roster was sent, in percent of likeness; null asks a human. */
export interface Thresholds {
  readonly sameFrom: number | null;
  readonly newBelow: number | null;
}

/**
 * The row is somebody new after all.
 *
 * @param row whether it has a NIK, and whether the list enrols: only with both is the person more than recorded
 */
export function judgeNew(
  proposedId: string,
  warnings: readonly Finding[],
  row: { readonly numbered: boolean; readonly enrols: boolean },
): Judgement {
  const enrol = row.numbered && row.enrols;
  const because: Finding = enrol
    ? { code: 'new.decided', field: null, facts: {} }
    : row.enrols
      ? { code: 'new.withoutNik', field: 'nik', facts: {} }
      : { code: 'new.recorded', field: null, facts: {} };
  return { verdict: 'new', because, warnings, personId: proposedId, enrol };
}

/** Somebody new who claims a number that another holds: both are kept, and neither is enrolled until it is settled whose it is. */
export function judgeDisputed(proposedId: string, warnings: readonly Finding[]): Judgement {
  const because = { code: 'new.disputed', field: 'nik', facts: {} } as const;
  return { verdict: 'new', because, warnings, personId: proposedId, enrol: false };
}

/**
 * What the thresholds say of a question: the item that is the same, `new`, or undefined when a human is to be asked. They
 * decide of likeness only: a number that somebody else holds and a doubt about the row itself are always asked, and so are two
 * people above the threshold.
 */
export function byThresholds(
  items: readonly Item[],
  numberTaken: boolean,
  { sameFrom, newBelow }: Thresholds,
): Item | 'new' | undefined {
  if (numberTaken || items.some(({ kind }) => kind === 'doubt')) return undefined;
  const scored = items.flatMap((item) => (item.kind === 'doubt' ? [] : [item]));
  if (sameFrom !== null) {
    const [same, another] = scored.filter(({ score }) => score >= sameFrom);
    if (same !== undefined) return another === undefined ? same : undefined;
  }
  return newBelow !== null && scored.every(({ score }) => score < newBelow) ? 'new' : undefined;
}
