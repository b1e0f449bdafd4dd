import type { Fund, Group } from '../../app/api.ts';
import type { Say } from '../../messages/index.ts';

/** Groups inside a segment, in the order of the form. */
export const groups = [
  'vulnerable',
  'village_official',
  'bpd',
  'rt_rw',
  'lpm',
  'pkk',
  'non_asn',
  'cooperative',
  'church',
  'umkm',
  'construction',
  'self',
] as const satisfies readonly Group[];

/** The name of a group; one that these pages do not know is shown by its code. */
export function groupText(t: Say, group: string): string {
  const known = groups.find((one) => one === group);
  return known === undefined ? group : t(`group.${known}`);
}

const segments = ['PU', 'BPU', 'JAKON', 'PMI'] as const;

/** The name of a legal segment. */
export function segmentText(t: Say, segment: string): string {
  const known = segments.find((one) => one === segment);
  return known === undefined ? segment : t(`segment.${known}`);
}

/** Kinds of purses, in the order of the form. */
export const fundKinds = [
  'apbd_province',
  'apbd_regency',
  'apbd_revision',
  'dana_desa',
  'add',
  'csr',
  'partner',
  'worker',
] as const;

/** Who pays from a fund, and whether that is settled. */
export function payerText(t: Say, fund: Pick<Fund, 'payer' | 'payerCertainty'>): string {
  const payer = t(`payer.${fund.payer}`);
  return fund.payerCertainty === 'settled' ? payer : `${payer} (${t('payer.uncertain')})`;
}
