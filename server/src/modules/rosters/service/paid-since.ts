import { monthOf } from '@payung/kernel';
import { loadVillageIndex } from '#areas';
import { coverElsewhere, payingElsewhere } from '#memberships';
import { match, type Tx } from '#platform/context';
import type { Roster } from '../model.ts';
import { listCovered, type RowAside } from '../store/set-aside.ts';
import { groundOf } from './ground.ts';
import { regencyOf } from './standing.ts';

/** People asked about at once. */
const batchSize = 5_000;

/**
 * Rows that were to be enrolled and whose person another fund has come to pay since the check: what the check would say of them
 * now, with the month until which it is paid. Another employer does not keep anybody out. A list that records asks nothing of the kind.
 */
export async function findPaidSince(tx: Tx, roster: Roster): Promise<RowAside[]> {
  if (roster.purpose === 'record') return [];
  const ground = await groundOf(tx, roster);
  const at = monthOf(roster.startsOn);
  const covered = await match(tx, 'rosters.accept', (matching) =>
    listCovered(matching, roster.rosterId, ground, at),
  );
  if (covered.length === 0) return [];
  const villages = await loadVillageIndex(tx);
  const found: RowAside[] = [];
  for (let begin = 0; begin < covered.length; begin += batchSize) {
    const batch = covered.slice(begin, begin + batchSize);
    const people = batch.map(({ personId }) => personId);
    const memberships = await match(tx, 'rosters.accept', (matching) => coverElsewhere(matching, people, at));
    const byPerson = Map.groupBy(memberships, ({ personId }) => personId);
    found.push(
      ...batch.flatMap(({ ordinal, personId }): RowAside[] => {
        const other = payingElsewhere(byPerson.get(personId) ?? [], ground);
        if (other?.by !== 'fund') return [];
        const { fundKind, area, paidThrough } = other.membership;
        const facts = { fund: fundKind, regency: regencyOf(villages, area) };
        return paidThrough === null
          ? [{ ordinal, reason: 'known.coveredSince', facts }]
          : [{ ordinal, reason: 'known.paidSince', facts: { ...facts, through: paidThrough, area } }];
      }),
    );
  }
  return found;
}
