import { type Day, type Rupiah, rupiah, sum } from '@payung/kernel';
import { paysBeside } from '#memberships';
import type { FundKind, Programme } from '#partners';

/** A membership of somebody who has several at once. */
export interface FundedMembership {
  readonly membershipId: string;
  /** The record it is of; several when records of one person were merged. */
  readonly recordId: string;
  readonly segment: 'BPU' | 'PU';
  readonly partnerId: string;
  readonly partnerName: string;
  readonly fundId: string;
  readonly fundName: string;
  readonly fundKind: FundKind;
  readonly programmes: readonly Programme[];
  /** paid: the month was paid from this fund; agreed: it is bound to pay. */
  readonly state: 'paid' | 'agreed';
  /** Contribution of the month; null when the law cannot say, and of a wage, which is not known here. */
  readonly amount: Rupiah | null;
}

interface Somebody {
  readonly personId: string;
  readonly name: string;
  readonly birthDate: Day | null;
  readonly village: number;
  readonly villageName: string;
}

/** A person for whom several funds pay the same protection in one month. */
export interface DoubleFunded extends Somebody {
  readonly memberships: readonly FundedMembership[];
  /** What is paid beyond the dearest of them: saved when that one alone goes on. */
  readonly saving: Rupiah;
}

/** A person with several employers at once: lawful, each pays on its own wage. */
export interface TwiceEmployed extends Somebody {
  readonly partnerNames: readonly string[];
}

/**
 * Somebody employed whom a fund pays for as BPU in the same month. Whether both may run at once is not settled in the law as read,
 * and no saving is claimed: an employer has to pay, so it is the fund that may have to leave.
 */
export interface FundedBesideWage extends Somebody {
  readonly memberships: readonly FundedMembership[];
}

/** What a fund could save in the month if it left to the others whom they pay for too. */
export interface FundSaving {
  readonly fundId: string;
  readonly fundName: string;
  readonly fundKind: FundKind;
  readonly people: number;
  readonly saving: Rupiah;
}

/** A person's wages of several employers; empty with fewer than two. */
export function wagesOfSeveral(memberships: readonly FundedMembership[]): FundedMembership[] {
  return memberships.filter((one) =>
    memberships.some(
      (other) => other.partnerId !== one.partnerId && paysBeside(one, other) === 'two_employers',
    ),
  );
}

/** A person's wages, and the BPU memberships beside them that a fund pays for the same protection; empty without either. */
export function fundedBesideWage(memberships: readonly FundedMembership[]): FundedMembership[] {
  return memberships.filter((one) =>
    memberships.some((other) => paysBeside(one, other) === 'fund_beside_wage'),
  );
}

/** Those of a person's BPU memberships that share a programme with one of another fund, or of another record of theirs. */
export function paidTwice(memberships: readonly FundedMembership[]): FundedMembership[] {
  return memberships.filter((one) =>
    memberships.some(
      (other) =>
        (other.fundId !== one.fundId || other.recordId !== one.recordId) &&
        paysBeside(one, other) === 'two_funds',
    ),
  );
}

/** What is paid beyond the dearest; amounts that are not known count as nothing. */
export function savingOf(memberships: readonly FundedMembership[]): Rupiah {
  const amounts = memberships.map(({ amount }) => amount ?? rupiah(0));
  return rupiah(sum(amounts) - Math.max(0, ...amounts));
}

/** Each fund with the people whom others pay for too, the largest saving first. */
export function savingsByFund(people: readonly DoubleFunded[]): FundSaving[] {
  const funded = people.flatMap(({ personId, memberships, saving }) => {
    // Somebody whom one fund pays for twice, and no other, is left with one of the two.
    const alone = memberships.every(({ fundId }) => fundId === memberships[0]?.fundId);
    return memberships.map((one, at) => ({
      personId,
      ...one,
      saved: alone ? (at === 0 ? saving : rupiah(0)) : (one.amount ?? rupiah(0)),
    }));
  });
  return [...Map.groupBy(funded, ({ fundId }) => fundId).values()]
    .flatMap((ofFund): FundSaving[] => {
      const [first] = ofFund;
      if (first === undefined) return [];
      const { fundId, fundName, fundKind } = first;
      return [
        {
          fundId,
          fundName,
          fundKind,
          people: new Set(ofFund.map(({ personId }) => personId)).size,
          saving: sum(ofFund.map(({ saved }) => saved)),
        },
      ];
    })
    .sort((a, b) => b.saving - a.saving || (a.fundName < b.fundName ? -1 : 1));
}
