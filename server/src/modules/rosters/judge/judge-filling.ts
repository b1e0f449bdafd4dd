import { heldBits } from '#people';
import type { Finding, Judgement } from './finding.ts';
import type { RowSays } from './judge-listed.ts';
import type { PersonReading } from './read-person.ts';

/** What a row says that may fill in what is empty of somebody known. */
export type RowBrings = RowSays & Pick<PersonReading, 'mother' | 'phone' | 'address' | 'details'>;

/** What a row may fill in of somebody who lives in the village, as `heldBits`; what lies below another village is not theirs. */
export function bringsOf(row: RowBrings, village: number): number {
  const { birthPlace, workPlace, marital } = row.details;
  const below = row.village === village ? row : undefined;
  const said: readonly (readonly [bit: number, value: string | undefined])[] = [
    [heldBits.birthPlace, birthPlace],
    [heldBits.mother, row.mother],
    [heldBits.phone, row.phone],
    [heldBits.marital, marital],
    [heldBits.workPlace, workPlace],
    [heldBits.occupation, row.occupation.text || undefined],
    [heldBits.address, below?.address],
    [heldBits.rt, below?.rt],
    [heldBits.rw, below?.rw],
  ];
  return said.reduce((bits, [bit, value]) => (value === undefined ? bits : bits | bit), 0);
}

const because: Finding = { code: 'updated.filled', field: null, facts: {} };

/**
 * The row fills in what is still empty of the person: beside what else acceptance does with it, or as all that it does. A row that
 * acceptance does not take for any other reason than that they are members fills in nothing.
 */
export function filling(judged: Judgement): Judgement {
  const { verdict, completes, enrol, listed = false, warnings } = judged;
  const { code } = judged.because;
  if (verdict !== 'known' || completes !== undefined) return judged;
  if (code === 'known.member' || code === 'known.unchanged') {
    return { ...judged, because, listed: true, fills: true };
  }
  return enrol || listed ? { ...judged, warnings: [because, ...warnings], fills: true } : judged;
}
