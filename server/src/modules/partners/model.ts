import type { Day, Rupiah } from '@payung/kernel';
import { subtree } from '#platform/access';

export const partnerKinds = [
  'government',
  'village',
  'cooperative',
  'parish',
  'company',
  'association',
  'project',
  'office',
] as const;
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
export const segments = ['PU', 'BPU', 'JAKON', 'PMI'] as const;
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
] as const;
/** The steps of an agreement, in their order. It may end from any of them, and go no step back. */
export const stages = ['draft', 'signed', 'data_received', 'awaiting_payment', 'active', 'ended'] as const;

export type PartnerKind = (typeof partnerKinds)[number];
/** Kinds that are read; nobody records a purse `bpjs`: it is whoever paid BPJS directly, which its file does not tell. */
export const purseKinds = [...fundKinds, 'bpjs'] as const;
export type FundKind = (typeof purseKinds)[number];
export type Segment = (typeof segments)[number];
/** Groups that are read; `other` is a membership of which only a BPJS file is known. */
export const memberGroups = [...groups, 'other'] as const;
export type Group = (typeof memberGroups)[number];
export type Stage = (typeof stages)[number];
/** Who pays, in the sense of PP 50/2025. */
export type Payer = 'government' | 'other' | 'self';

/** Programmes as a bit set, in the order of the law. */
const programmeBits = { JKK: 1, JKM: 2, JHT: 4, JP: 8, JKP: 16 } as const;
export type Programme = keyof typeof programmeBits;

/** The programmes of a bit set, in the order JKK, JKM, JHT, JP, JKP. */
export function programmesOf(bits: number): Programme[] {
  return (Object.keys(programmeBits) as Programme[]).filter((name) => (bits & programmeBits[name]) !== 0);
}

/** The bit set of a list of programmes. */
export function bitsOf(programmes: readonly Programme[]): number {
  return programmes.reduce((bits, name) => bits | programmeBits[name], 0);
}

export interface Partner {
  readonly partnerId: string;
  readonly kind: PartnerKind;
  readonly name: string;
  readonly area: number;
  readonly example: boolean;
}

/** A partner and where it is seated. */
export interface SeatedPartner extends Partner {
  readonly areaName: string;
}

export interface Fund {
  readonly fundId: string;
  readonly kind: FundKind;
  readonly name: string;
  readonly partnerId: string;
  readonly area: number;
  readonly year: number;
  readonly payer: Payer;
  /** uncertain: whether Dana Desa and ADD count as APBN/APBD is not established. */
  readonly payerCertainty: 'settled' | 'uncertain';
  readonly payerCitation: string;
}

export interface Agreement {
  readonly agreementId: string;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly area: number;
  readonly areaName: string;
  readonly kind: 'MoU' | 'PKS';
  readonly number: string;
  readonly title: string;
  readonly segment: Segment;
  readonly group: Group;
  readonly sector: 'transport' | 'other';
  readonly programmes: readonly Programme[];
  /** Declared monthly income agreed for everybody on the list. */
  readonly income: Rupiah;
  readonly fund: Fund;
  readonly from: Day;
  /** Null while open-ended. */
  readonly until: Day | null;
  /** Null before the first step is recorded. */
  readonly stage: Stage | null;
  readonly stageOn: Day | null;
  /** True when the partner belongs to the shipped example. */
  readonly example: boolean;
}

export interface AgreementEvent {
  readonly stage: Stage;
  readonly onDay: Day;
  readonly note: string | null;
  readonly madeBy: string;
  readonly recordedAt: string;
}

export interface Decree {
  readonly decreeId: string;
  readonly kind: 'SK' | 'BA';
  readonly number: string;
  readonly signedOn: Day;
  /** SHA-256 of the annexed list; null when the annex is not here. */
  readonly annexDigest: string | null;
  /** Name and office of the signatory; null when not recorded. */
  readonly signedBy: string | null;
  readonly signedAs: string | null;
}

/** A decree to be recorded; who signed it may be left out. */
export type DecreeInput = Omit<Decree, 'decreeId' | 'signedBy' | 'signedAs'> &
  Partial<Pick<Decree, 'signedBy' | 'signedAs'>>;

/** What the law says of who pays from a purse; Dana Desa and ADD are our default, shown as uncertain. */
export function payerOf(kind: FundKind): Pick<Fund, 'payer' | 'payerCertainty' | 'payerCitation'> {
  switch (kind) {
    case 'apbd_province':
    case 'apbd_regency':
    case 'apbd_revision':
      return { payer: 'government', payerCertainty: 'settled', payerCitation: 'PP 50/2025 Pasal 3' };
    case 'dana_desa':
    case 'add':
      return {
        payer: 'government',
        payerCertainty: 'uncertain',
        payerCitation: 'PP 50/2025 Pasal 3 (apakah Dana Desa dan ADD termasuk APBN/APBD belum ditetapkan)',
      };
    case 'csr':
    case 'partner':
      return { payer: 'other', payerCertainty: 'settled', payerCitation: 'PP 50/2025 Pasal 2' };
    case 'bpjs':
      return {
        payer: 'other',
        payerCertainty: 'uncertain',
        payerCitation: 'berkas BPJS tidak menyebut siapa yang membayar',
      };
    case 'worker':
      return { payer: 'self', payerCertainty: 'settled', payerCitation: 'PP 50/2025 Pasal 2' };
  }
}

/** True when an agreement may step from `from` (null: nothing recorded yet) to `to`. */
export function mayStep(from: Stage | null, to: Stage): boolean {
  if (from === 'ended') return false;
  return from === null || stages.indexOf(to) > stages.indexOf(from);
}

/** True when people can become members under the agreement from this day on: it is one of its days, and nobody ended it. */
export function takesMembers(
  { from, until, stage }: Pick<Agreement, 'from' | 'until' | 'stage'>,
  startsOn: Day,
): boolean {
  return stage !== 'ended' && from <= startsOn && (until === null || startsOn < until);
}

/** True when a purse may pay for workers of `area`: a public budget for its own area only, other people's money anywhere. */
export function mayPayFor(fund: Pick<Fund, 'payer' | 'area'>, area: number): boolean {
  const [from, beyond] = subtree(fund.area);
  return fund.payer !== 'government' || (from <= area && area < beyond);
}
