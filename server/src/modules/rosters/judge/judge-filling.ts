import { heldBits } from '#people';
import type { Facts } from '#platform/refusal';
import type { Field } from '../file/index.ts';
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

const fields: readonly (readonly [bit: number, field: Field])[] = [
  [heldBits.birthPlace, 'birth_place'],
  [heldBits.mother, 'mother'],
  [heldBits.phone, 'phone'],
  [heldBits.marital, 'marital'],
  [heldBits.workPlace, 'work_place'],
  [heldBits.occupation, 'occupation'],
  [heldBits.address, 'address'],
  [heldBits.rt, 'rt'],
  [heldBits.rw, 'rw'],
];

/**
 * The row fills in what is still empty of the person: beside what else acceptance does with it, or as all that it does. A row that
 * acceptance does not take for any other reason than that they are members fills in nothing. What others than members lack is a
 * warning that names their village, so that `asTold` keeps it from whoever may not look them up; reasons are counted for everybody.
 *
 * @param lacks what it fills in, as `heldBits`
 * @param area village in which the person lives
 */
export function filling(judged: Judgement, lacks: number, area: number): Judgement {
  const { verdict, completes, enrol, listed = false, warnings } = judged;
  const isMember = judged.because.code === 'known.member';
  if (verdict !== 'known' || completes !== undefined || !(isMember || enrol || listed)) return judged;
  const named = fields.filter(([bit]) => (lacks & bit) !== 0).map(([, field]) => field);
  const filled = (facts: Facts): Finding => ({ code: 'updated.filled', field: null, facts });
  return isMember
    ? { ...judged, because: filled({ fields: named }), listed: true, fills: true }
    : { ...judged, warnings: [filled({ fields: named, area }), ...warnings], fills: true };
}
