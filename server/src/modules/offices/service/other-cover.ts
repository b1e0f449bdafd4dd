import { type Day, monthOf } from '@payung/kernel';
import { areaPlace } from '#areas';
import { coverElsewhere, type OtherPayer, payingElsewhere, type WantedMembership } from '#memberships';
import type { FundKind } from '#partners';
import { canonicalOf } from '#people';
import { match, type Tx } from '#platform/context';
import { enrolledFrom } from '../model.ts';

/** What protects somebody already who comes into a seat. As much is told of it as a roster tells: never through whom. */
export interface OtherCover {
  /** fund: another one pays, and a second must not · employer: another wage, which is lawful. */
  readonly by: OtherPayer['by'];
  readonly fundKind: FundKind;
  /** Name of the kabupaten or kota where they are a member. */
  readonly regency: string;
}

/**
 * What protects the person, under whichever record, in the month from which a seat held since that day makes a member, beside the
 * wanted membership; null for nothing. Without one nobody is going to be enrolled, and any protection is told. Of
 * several another fund comes first. Looks across all areas: the caller has made sure that the scope shows the person.
 */
export function findOtherCover(
  tx: Tx,
  personId: string,
  from: Day,
  wanted?: WantedMembership,
): Promise<OtherCover | null> {
  return match(tx, tx.permission, async (matching) => {
    const speaking = (await canonicalOf(matching, [personId])).get(personId) ?? personId;
    const standing = await coverElsewhere(matching, [speaking], monthOf(enrolledFrom(from)));
    const other = payingElsewhere(standing, wanted);
    if (other === undefined) return null;
    const { by, membership } = other;
    const { area, parents } = await areaPlace(matching, membership.area);
    return {
      by,
      fundKind: membership.fundKind,
      regency: parents.find(({ level }) => level === 'regency')?.name ?? area.name,
    };
  });
}
