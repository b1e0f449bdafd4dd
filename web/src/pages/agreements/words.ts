import type { Fund, FundKind, Group, Stage } from '../../app/api.ts';
import { codesOf, type Say } from '../../messages/index.ts';

const everyGroup = codesOf('group') satisfies readonly Group[];

/** Groups inside a segment that a person can choose: not those of whom only BPJS's file knows. */
export const groups = everyGroup.filter((group) => group !== 'other');

/** The name of a group; one that these pages do not know is shown by its code. */
export function groupText(t: Say, group: string): string {
  const known = everyGroup.find((one) => one === group);
  return known === undefined ? group : t(`group.${known}`);
}

const segments = codesOf('segment');

/** The name of a legal segment. */
export function segmentText(t: Say, segment: string): string {
  const known = segments.find((one) => one === segment);
  return known === undefined ? segment : t(`segment.${known}`);
}

const everyFundKind = codesOf('fundKind') satisfies readonly FundKind[];

/** Kinds of purses that a person can record: not that of whoever paid BPJS directly. */
export const fundKinds = everyFundKind.filter((kind) => kind !== 'bpjs');

/** The steps of an agreement, in their order. */
export const stages = codesOf('stage') satisfies readonly Stage[];

/** Who pays from a fund, and whether that is settled. */
export function payerText(t: Say, fund: Pick<Fund, 'payer' | 'payerCertainty'>): string {
  const payer = t(`payer.${fund.payer}`);
  return fund.payerCertainty === 'settled' ? payer : `${payer} (${t('payer.uncertain')})`;
}
