import type { Day } from '@payung/kernel';
import { findParameter, type Result } from '@payung/law';
import { ask, type Outcome, valueAt } from '../simulation/answer.ts';
import { contributionOf } from '../simulation/contribution.ts';
import { type Filled, filledIn } from '../simulation/filled.ts';

export const works = ['own', 'transport', 'wage'] as const;
export const sponsors = ['village', 'kabupaten', 'group', 'self'] as const;
export const sizes = ['micro', 'small', 'medium', 'large'] as const;

/** What somebody says who wants to be protected. Nothing of it leaves the browser. */
export interface Asked {
  readonly work: (typeof works)[number];
  /** Income or wage of a month, as it was typed. */
  readonly income: string;
  /** Who might pay for somebody without an employer. */
  readonly sponsor: (typeof sponsors)[number];
  /** Size of the employer's enterprise, which decides a wage earner's programmes. */
  readonly size: (typeof sizes)[number];
  /** Ten digits of the kabupaten; empty if it is not said. */
  readonly kabupaten: string;
}

const payerOf = { village: 'village', kabupaten: 'government', group: 'other', self: 'self' } as const;

/** The same question as the simulation puts it, for the month of `today`. */
export function filledFor(asked: Asked, today: Day): Filled {
  return {
    ...filledIn({}, today),
    segmen: asked.work === 'wage' ? 'PU' : 'BPU',
    penghasilan: asked.income,
    upah: asked.income,
    sektor: asked.work === 'transport' ? 'transport' : 'other',
    pembayar: payerOf[asked.sponsor],
    skala: asked.size,
  };
}

/** What a month costs by the law of `today`. */
export function costOf(asked: Asked, today: Day): Outcome {
  return contributionOf(filledFor(asked, today));
}

/** What the family of a member gets who died on `today` of no work accident, after `months` full months of membership. */
export function deathGrant(asked: Asked, today: Day, months: number): Outcome {
  const segment = asked.work === 'wage' ? 'PU' : 'BPU';
  return ask({
    rule: 'benefit.jkm',
    input: { date: today, segment, ...(segment === 'BPU' && { membershipMonths: months }), active: true },
  });
}

/** Why nobody is registered at that age; undefined if the age is no obstacle. Wage earners are not tested. */
export function ageRefusal(asked: Asked, age: number): Result | undefined {
  if (asked.work === 'wage') return undefined;
  const outcome = ask({ rule: 'membership.programmes', input: { segment: 'BPU', ageAtRegistration: age } });
  if (outcome.state === 'invalid' || valueAt(outcome.trace.value, 'eligible') === true) return undefined;
  return outcome.trace;
}

/** Age from which nobody is registered who has no employer, on a day; undefined where the law names none. */
export function registrationAge(today: Day): number | undefined {
  const row = findParameter('membership.bpu_registration_age')?.rows.find(
    ({ from, until, replaced, state }) =>
      state === 'value' && replaced === null && from <= today && (until === null || today < until),
  );
  return typeof row?.value === 'number' ? row.value : undefined;
}
