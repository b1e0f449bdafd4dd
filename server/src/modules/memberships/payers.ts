import type { Agreement } from '#partners';
import { type Protection, paysBeside, type StandingCover } from './model.ts';

/** Who pays for somebody already, beside a membership they have or are to get. */
export interface OtherPayer {
  /** employer: another wage, which is lawful · fund: another purse for the same protection. */
  readonly by: 'fund' | 'employer';
  /** active: the month is paid, or tolerated · agreed: bound to pay, and nothing has been paid for it yet. */
  readonly state: 'active' | 'agreed';
  readonly membership: StandingCover;
}

/** The membership somebody is to get. */
export interface WantedMembership extends Protection {
  readonly partnerId: string;
}

/** The one that people get under an agreement. */
export function wantedUnder({ partnerId, segment, programmes, fund }: Agreement): WantedMembership {
  return { partnerId, segment, programmes, fundKind: fund.kind };
}

/** Whether the membership is the wanted one itself, through whatever agreement. */
export function isWanted(
  { partnerId, segment }: Pick<WantedMembership, 'partnerId' | 'segment'>,
  one: Pick<StandingCover, 'partnerId' | 'segment'>,
): boolean {
  return one.partnerId === partnerId && one.segment === segment;
}

/**
 * Everybody who pays for one person already beside the wanted membership: funds before employers, who pays before who only
 * agreed. What a BPJS file stated and states no more binds nobody. What follows, and what is told of it, is the caller's to say.
 *
 * @param standing the memberships of one person in the month
 * @param wanted left out where nobody is going to be enrolled: then nothing is theirs, and any wage is an employer's
 */
export function payersElsewhere(
  standing: readonly StandingCover[],
  wanted?: WantedMembership,
): readonly OtherPayer[] {
  const order = ({ by, state }: OtherPayer) => (by === 'employer' ? 2 : 0) + (state === 'agreed' ? 1 : 0);
  return standing
    .flatMap((membership): OtherPayer[] => {
      if (wanted !== undefined && isWanted(wanted, membership)) return [];
      if (membership.state === 'none' && membership.fundKind === 'bpjs') return [];
      const isWage = membership.segment === 'PU';
      const alone = isWage ? 'two_employers' : 'two_funds';
      const flag = wanted === undefined ? alone : paysBeside(wanted, membership);
      if (flag === null) return [];
      const by = flag === 'two_employers' ? 'employer' : 'fund';
      return [{ by, state: membership.state === 'none' ? 'agreed' : 'active', membership }];
    })
    .sort((a, b) => order(a) - order(b));
}

/**
 * The one of them whom an enrolment has to mind: a fund that pays already, else another employer, who has to pay whether or not
 * it has begun. A fund that only agreed is not minded.
 */
export function payingElsewhere(
  standing: readonly StandingCover[],
  wanted?: WantedMembership,
): OtherPayer | undefined {
  return payersElsewhere(standing, wanted).find(({ by, state }) => by === 'employer' || state === 'active');
}
