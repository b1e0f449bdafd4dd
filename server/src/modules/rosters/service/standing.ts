import { addMonths, firstDay, monthOf } from '@payung/kernel';
import type { VillageIndex } from '#areas';
import { coverElsewhere, isWanted, type OtherPayer, payingElsewhere } from '#memberships';
import { type AreaRange, type Scope, subtree } from '#platform/access';
import type { Tx } from '#platform/context';
import type { RecordTerms, Standing } from '../judge/index.ts';
import type { Roster } from '../model.ts';
import { listCurrent } from '../store/listed.ts';
import type { Ground } from './ground.ts';
import type { MembershipAsked } from './people-finder.ts';

/** Under what a roster would enrol, or record. */
export interface RosterTerms {
  readonly roster: Pick<Roster, 'startsOn' | 'purpose'>;
  readonly ground: Ground;
  readonly villages: VillageIndex;
}

/** What the base says of the protection of these people; of others nothing. In a transaction of `match`. */
export async function standingOf(
  matchTx: Tx,
  { roster, ground, villages }: RosterTerms,
  personIds: readonly string[],
): Promise<(personId: string) => Standing> {
  if (roster.purpose === 'record') {
    const current = await listCurrent(matchTx, [...new Set(personIds)]);
    return (personId) => ({ member: false, elsewhere: null, now: current.get(personId) ?? null });
  }
  const memberships = await coverElsewhere(matchTx, [...new Set(personIds)], monthOf(roster.startsOn));
  const byPerson = Map.groupBy(memberships, ({ personId }) => personId);
  return (personId) => {
    const standing = byPerson.get(personId) ?? [];
    const other = payingElsewhere(standing, ground);
    return {
      member: standing.some((one) => isWanted(ground, one)),
      elsewhere: other === undefined ? null : toldOf(other, ground, villages),
      now: null,
    };
  };
}

/** As much of who pays already as a sender may be told. */
function toldOf(
  { by, membership }: OtherPayer,
  ground: Ground,
  villages: VillageIndex,
): NonNullable<Standing['elsewhere']> {
  const { fundKind, area } = membership;
  const facts = { fund: fundKind, regency: regencyOf(villages, area) };
  if (by === 'employer') return { code: 'known.otherEmployer', facts };
  return { code: ground.segment === 'PU' ? 'known.fundBesideWage' : 'known.otherFund', facts };
}

/** The membership that makes somebody known no news; of a list that records, none. */
export function membershipAsked({ roster, ground }: RosterTerms): MembershipAsked {
  const from = firstDay(monthOf(roster.startsOn));
  return { partnerId: ground.partnerId, segment: ground.segment, during: `[${from},${addMonths(from, 1)})` };
}

/** What a list that records needs to say what is new; null for one that enrols. */
export function recordTerms({ roster, villages }: Omit<RosterTerms, 'ground'>): RecordTerms | null {
  if (roster.purpose === 'enrol') return null;
  return {
    from: roster.startsOn,
    villageName: (village) => villages.byCode.get(village)?.name ?? String(village),
  };
}

/** Where somebody with this scope may enrol or record on this ground. */
export function enrolAreas(scope: Scope, ground: Ground): readonly AreaRange[] {
  // A partner's own administrator answers for its members wherever the agreement reaches.
  return scope.partners.includes(ground.partnerId) ? [subtree(ground.area)] : scope.areas;
}

/** Name of the kabupaten or kota a village lies in; its code for a village no longer on the list. */
export function regencyOf(villages: VillageIndex, village: number): string {
  return villages.byCode.get(village)?.regency ?? String(village);
}
