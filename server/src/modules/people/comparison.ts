import {
  type Comparison,
  comparePeople,
  type Evidence,
  formatNikMasked,
  type MatchPerson,
  type MatchRule,
  matchPrior,
  parseNik,
  type Verdict,
} from '@payung/identity';
import type { Day } from '@payung/kernel';
import type { Tx } from '#platform/context';

/** A record that may be compared, envelope included: somebody of the base, or a row made ready. */
export interface ComparedRecord {
  readonly personId: string;
  readonly name: string;
  readonly sex: 'L' | 'P' | null;
  readonly birthDate: Day | null;
  readonly birthPrecision: 'day' | 'month' | 'year' | null;
  readonly village: number;
  readonly villageName: string;
  /** Null of the living, and of a row. */
  readonly diedOn: Day | null;
  /** Bound to `sealedFor`; null when there is none to open. */
  readonly sealed: Buffer | null;
  readonly sealedFor: string;
}

/** Somebody as a comparison shows them: what lists show, and a masked NIK. */
export interface ShownPerson {
  readonly name: string;
  readonly nikMasked: string | null;
  readonly birthDate: Day | null;
  readonly birthPrecision: 'day' | 'month' | 'year' | null;
  readonly sex: 'L' | 'P' | null;
  readonly villageName: string;
  readonly diedOn: Day | null;
}

/** How far two records agree, field by field; of the mother's name nothing but this is shown. */
export type Agreements = Readonly<Record<Evidence['field'], Evidence['agreement']>>;

/**
 * Why two records look like one person, or like two: base-2 logarithms of likelihood ratios that add up. The weights are given,
 * not estimated from this register, and the verdict is that of the rule: where the sum says otherwise, the rule holds.
 */
export interface Waterfall {
  /** Before anything is compared. */
  readonly prior: number;
  /** One for each field, always in the same order; 0 where a value is missing. */
  readonly bars: readonly Evidence[];
  /** Prior and bars together. */
  readonly weight: number;
  /** What the weight alone would say, 0 to 1. */
  readonly probability: number;
  readonly rule: MatchRule;
  readonly verdict: Verdict;
}

/** What two records have in common. */
export interface Likeness {
  /** Percent; never contradicts the verdict of the rule. */
  readonly score: number;
  readonly agreements: Agreements;
  readonly waterfall: Waterfall;
}

/** Opens a record that the scope shows: what is compared, and the part of it that is shown. */
export function openCompared(tx: Tx, record: ComparedRecord): { match: MatchPerson; shown: ShownPerson } {
  const sealed = record.sealed === null ? {} : tx.platform.sealer.open(record.sealedFor, record.sealed);
  const nik =
    sealed.nik === undefined ? undefined : parseNik(sealed.nik, { referenceDay: tx.platform.clock.today() });
  const { name, birthDate, birthPrecision, sex, village, villageName, diedOn } = record;
  return {
    match: {
      name,
      nik: nik?.ok ? nik.nik : undefined,
      birthDate: birthDate ?? undefined,
      birthPrecision: birthPrecision ?? undefined,
      sex: sex ?? undefined,
      mother: sealed.mother,
      village,
    },
    shown: {
      name,
      nikMasked: sealed.nik === undefined ? null : formatNikMasked(sealed.nik),
      birthDate,
      birthPrecision,
      sex,
      villageName,
      diedOn,
    },
  };
}

/** Compares two people and says why. */
export function likenessOf(one: MatchPerson, other: MatchPerson): Likeness {
  return toldLikeness(comparePeople(one, other));
}

/** A comparison that was made before, as it is told. */
export function toldLikeness({ evidence, score, rule, verdict }: Comparison): Likeness {
  const weight = evidence.reduce((sum, bar) => sum + bar.weight, matchPrior);
  return {
    score: Math.round(score * 100),
    agreements: Object.fromEntries(evidence.map(({ field, agreement }) => [field, agreement])) as Agreements,
    waterfall: {
      prior: matchPrior,
      bars: evidence,
      weight,
      probability: 1 / (1 + 2 ** -weight),
      rule,
      verdict,
    },
  };
}
