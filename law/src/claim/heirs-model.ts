import type { Day, Rupiah } from '@payung/kernel';
import type { HeirKind, Kinship } from './heirs-parameters.ts';

/** The programmes that pay to heirs at once; JP has survivors' pensions of its own. */
export type InheritedProgramme = 'JKK' | 'JKM' | 'JHT';

/** Who takes a minor's part in hand: the other parent, or a guardian whom a court appointed; `none` if there is neither. */
export type Guardian = 'parent' | 'appointed' | 'none';

/** Someone the deceased left behind. */
export type Relative = {
  readonly kinship: Kinship;
  /** Of a child, also one born after the death. Without it a relative counts as of age. */
  readonly birthDate?: Day;
  /** Whether the relative was alive on the day of the death. */
  readonly isAlive: boolean;
  /** Whether the relative is or was married, which makes one of age. */
  readonly isMarried: boolean;
  /** Undefined if not known: a surviving spouse is then taken to be the parent of a child. */
  readonly guardian?: Guardian;
  /** Of `other`: whether a court has determined the relative to be an heir. */
  readonly hasDetermination: boolean;
};

/** One death and what is to be paid for it. */
export type HeirsInput = {
  /** The day of the death. */
  readonly date: Day;
  /** The day of the payment, on which age counts; not before the death. */
  readonly asOf: Day;
  readonly programme: InheritedProgramme;
  /** The benefit without the funeral: death grant and periodic benefit, or the JHT balance. */
  readonly amount: Rupiah;
  /** The cost of the funeral; undefined for JHT, which has none. */
  readonly funeral?: Rupiah;
  readonly relatives: readonly Relative[];
  readonly will?: { readonly isNotarial: boolean; readonly birthDate?: Day };
  /** Who buried the member, which matters only if there is no heir. */
  readonly buriedBy: 'employer' | 'otherParty';
};

/** One heir who is paid. `index` is the place among the relatives, absent for the person named in the will. */
export type Heir = {
  readonly index?: number;
  readonly relation: HeirKind;
  /** A fraction of the whole, such as `1/3`. */
  readonly share: string;
  readonly amount: Rupiah;
  /** Absent for JHT. */
  readonly funeral?: Rupiah;
  /** Present for a minor: who takes the part in hand; `required` if a court has yet to appoint a guardian. */
  readonly guardian?: 'parent' | 'appointed' | 'required';
};

/** Why there is no heir; all that apply. */
export type HeirsRefusal =
  | 'heirs.none'
  | 'heirs.noWill'
  | 'heirs.willNotNotarial'
  | 'heirs.courtDetermination';

/** Who is paid what; without an heir, where the benefit goes instead. `funeralTo` is absent for JHT. */
export type HeirsPaid =
  | {
      readonly eligible: true;
      readonly rank: number;
      readonly heirs: readonly Heir[];
      readonly funeralTo?: 'heirs';
      readonly toSocialSecurityFund: Rupiah;
      readonly toEstateOffice: Rupiah;
    }
  | {
      readonly eligible: false;
      readonly because: readonly HeirsRefusal[];
      readonly heirs: readonly [];
      readonly funeralTo?: 'employer' | 'otherParty';
      readonly toSocialSecurityFund: Rupiah;
      readonly toEstateOffice: Rupiah;
    };

/** How the open questions of the texts are read. */
export type Reading = {
  /** All of an unordered rank together, instead of one relation after the other. */
  readonly isTogether: boolean;
  readonly needsNotary: boolean;
  readonly knowsCourt: boolean;
  readonly isCourtFirst: boolean;
  readonly adultAge: number;
};
