import { ageOn, type Rupiah, rupiah } from '@payung/kernel';
import type { Heir, HeirsInput, HeirsPaid, HeirsRefusal, Reading, Relative } from './heirs-model.ts';
import type { HeirKind, HeirRank } from './heirs-parameters.ts';

type Payee = { readonly kind: HeirKind; readonly index?: number; readonly guardian?: Heir['guardian'] };

/** Those who are paid, and the rank they stand in. */
export type Payees = { readonly rank: number; readonly payees: readonly Payee[] };

/** The rank of an heir whom a court determined. The text does not number it: after the will is our placing. */
export const COURT_RANK = 6;

/** The heirs who are paid under a reading; undefined if there is none. */
export function payeesOf(
  input: HeirsInput,
  ranks: readonly HeirRank[],
  reading: Reading,
): Payees | undefined {
  const court = { rank: COURT_RANK, payees: reading.knowsCourt ? determined(input, reading) : [] };
  for (const { rank, kinds, isOrdered } of ranks) {
    const isWill = kinds.includes('named');
    if (isWill && reading.isCourtFirst && court.payees.length > 0) return court;
    const relations = kinds.map((kind) => living(input, kind, reading));
    const payees =
      reading.isTogether && !isOrdered ? relations.flat() : relations.find((found) => found.length > 0);
    if (payees !== undefined && payees.length > 0) return { rank, payees };
  }
  return court.payees.length > 0 ? court : undefined;
}

function living(input: HeirsInput, kind: HeirKind, reading: Reading): Payee[] {
  const { will, asOf } = input;
  if (kind === 'named') {
    if (will === undefined || (reading.needsNotary && !will.isNotarial)) return [];
    const isMinor = will.birthDate !== undefined && ageOn(will.birthDate, asOf) < reading.adultAge;
    return [{ kind, ...(isMinor && { guardian: 'required' }) }];
  }
  return input.relatives.flatMap((relative, index) =>
    relative.kinship === kind && relative.isAlive
      ? { kind, index, ...guardianOf(input, relative, reading) }
      : [],
  );
}

function determined(input: HeirsInput, reading: Reading): Payee[] {
  return living(input, 'other', reading).filter(
    ({ index = -1 }) => input.relatives[index]?.hasDetermination === true,
  );
}

function guardianOf(
  { relatives, asOf }: HeirsInput,
  { kinship, birthDate, isMarried, guardian }: Relative,
  reading: Reading,
): Pick<Payee, 'guardian'> {
  const isMinor = birthDate !== undefined && ageOn(birthDate, asOf) < reading.adultAge;
  // UU 1/1974 and the civil code both hold whoever is or was married to be of age.
  if (!isMinor || isMarried || kinship === 'spouse') return {};
  if (guardian !== undefined) return { guardian: guardian === 'none' ? 'required' : guardian };
  const hasParent = kinship === 'child' && relatives.some((one) => one.kinship === 'spouse' && one.isAlive);
  return { guardian: hasParent ? 'parent' : 'required' };
}

/** What the heirs, or in their absence the fund, get under a reading. */
export function settle(input: HeirsInput, paid: Payees | undefined, reading: Reading): HeirsPaid {
  const { amount, funeral, programme } = input;
  if (paid === undefined) {
    const isFund = programme !== 'JHT';
    return {
      eligible: false,
      because: refusals(input, reading),
      heirs: [],
      ...(funeral !== undefined && { funeralTo: input.buriedBy }),
      toSocialSecurityFund: isFund ? amount : rupiah(0),
      toEstateOffice: isFund ? rupiah(0) : amount,
    };
  }
  const heads = paid.payees.length;
  const heirs = paid.payees.map(
    ({ index, kind, guardian }, place): Heir => ({
      ...(index !== undefined && { index }),
      relation: kind,
      share: heads === 1 ? '1' : `1/${heads}`,
      amount: partOf(amount, heads, place),
      ...(funeral !== undefined && { funeral: partOf(funeral, heads, place) }),
      ...(guardian !== undefined && { guardian }),
    }),
  );
  return {
    eligible: true,
    rank: paid.rank,
    heirs,
    ...(funeral !== undefined && { funeralTo: 'heirs' }),
    toSocialSecurityFund: rupiah(0),
    toEstateOffice: rupiah(0),
  };
}

function refusals({ will, relatives }: HeirsInput, { knowsCourt }: Reading): HeirsRefusal[] {
  const isAwaitingCourt =
    knowsCourt && relatives.some(({ kinship, isAlive }) => kinship === 'other' && isAlive);
  return [
    'heirs.none',
    will === undefined ? 'heirs.noWill' : 'heirs.willNotNotarial',
    ...(isAwaitingCourt ? (['heirs.courtDetermination'] as const) : []),
  ];
}

/** The part of one of `heads` in equal parts; the rupiah left over go one each to the first. */
function partOf(amount: Rupiah, heads: number, place: number): Rupiah {
  const left = amount % heads;
  return rupiah((amount - left) / heads + (place < left ? 1 : 0));
}
