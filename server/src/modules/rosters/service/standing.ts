import { monthOf } from '@payung/kernel';
import type { VillageIndex } from '#areas';
import { coverElsewhere, type StandingCover } from '#memberships';
import type { Agreement } from '#partners';
import { type AreaRange, type Scope, subtree } from '#platform/access';
import type { Tx } from '#platform/context';
import type { Standing } from '../judge/index.ts';
import type { Roster } from '../model.ts';

/** Under what a roster would enrol. */
export interface RosterTerms {
  readonly roster: Pick<Roster, 'startsOn'>;
  readonly agreement: Agreement;
  readonly villages: VillageIndex;
}

/** What the base says of the protection of these people; of others nothing. In a transaction of `match`. */
export async function standingOf(
  matchTx: Tx,
  { roster, agreement, villages }: RosterTerms,
  personIds: readonly string[],
): Promise<(personId: string) => Standing> {
  const memberships = await coverElsewhere(matchTx, [...new Set(personIds)], monthOf(roster.startsOn));
  const byPerson = Map.groupBy(memberships, ({ personId }) => personId);
  const isOurs = (one: StandingCover) =>
    one.partnerId === agreement.partnerId && one.segment === agreement.segment;
  return (personId) => {
    const standing = byPerson.get(personId) ?? [];
    const other = standing.find((one) => !isOurs(one) && one.state !== 'none');
    return {
      member: standing.some(isOurs),
      elsewhere:
        other === undefined ? null : { fundKind: other.fundKind, regency: regencyOf(villages, other.area) },
    };
  };
}

/** Where somebody with this scope may enrol under the agreement. */
export function enrolAreas(scope: Scope, agreement: Agreement): readonly AreaRange[] {
  // A partner's own administrator answers for its members wherever the agreement reaches.
  return scope.partners.includes(agreement.partnerId) ? [subtree(agreement.area)] : scope.areas;
}

/** Name of the kabupaten or kota a village lies in; its code for a village no longer on the list. */
export function regencyOf(villages: VillageIndex, village: number): string {
  return villages.byCode.get(village)?.regency ?? String(village);
}
