import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from './random.ts';

/** A share and what it is the share of. */
type Weighted<T> = readonly (readonly [weight: number, value: T])[];

/** Names as one ethnic group bears them. */
interface GroupNames {
  readonly local: Readonly<Record<'L' | 'P', readonly string[]>>;
  readonly family: readonly string[];
}

/** The parts from which the names of one kabupaten are put together. */
export interface NameStock {
  readonly baptismal: Readonly<Record<'L' | 'P', readonly string[]>>;
  readonly muslim: Readonly<Record<'L' | 'P', readonly string[]>>;
  readonly muslimShare: number;
  readonly groups: Weighted<GroupNames>;
}

interface NamesFile {
  readonly given: Readonly<Record<'male' | 'female' | 'muslimMale' | 'muslimFemale', readonly string[]>>;
  readonly local: Readonly<Record<string, Readonly<Record<'male' | 'female', readonly string[]>>>>;
  readonly family: Readonly<Record<string, readonly string[]>>;
  readonly groupShares: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly muslimShares: Readonly<Record<string, number>>;
}

const file = join(import.meta.dirname, '../../../data/names-ntt.json');

/**
 * The names of a kabupaten, such as 5304 for Belu; shares by ethnic group are assumptions (see the file).
 *
 * @throws RangeError if the file knows no shares for it
 */
export function nameStock(regency: string): NameStock {
  const names: NamesFile = JSON.parse(readFileSync(file, 'utf8'));
  const dotted = `${regency.slice(0, 2)}.${regency.slice(2)}`;
  const shares = names.groupShares[dotted];
  if (shares === undefined) throw new RangeError(`no names for ${dotted}`);
  const groups = Object.entries(shares).map(([group, share]) => {
    const local = names.local[group];
    return [
      share,
      {
        local: { L: local?.male ?? names.given.male, P: local?.female ?? names.given.female },
        family: names.family[group] ?? [],
      },
    ] as const;
  });
  return {
    baptismal: { L: names.given.male, P: names.given.female },
    muslim: { L: names.given.muslimMale, P: names.given.muslimFemale },
    muslimShare: names.muslimShares[dotted] ?? 0,
    groups,
  };
}

/** How often a name is built in which way; the shares are assumptions. */
const patterns = [
  [0.46, 'baptismal family'],
  [0.18, 'two baptismal family'],
  [0.18, 'baptismal local family'],
  [0.12, 'baptismal initial family'],
  [0.04, 'local family'],
  [0.02, 'one name'],
] as const;

/** A name of somebody who does not exist, as on an identity card. */
export function makeName(random: Random, stock: NameStock, sex: 'L' | 'P'): string {
  const group = random.weighted(stock.groups);
  const given = random.chance(stock.muslimShare) ? stock.muslim[sex] : stock.baptismal[sex];
  const first = random.pick(given);
  const family = random.pick(group.family);
  switch (random.weighted(patterns)) {
    case 'baptismal family':
      return `${first} ${family}`;
    case 'two baptismal family':
      return `${first} ${random.pick(given)} ${family}`;
    case 'baptismal local family':
      return `${first} ${random.pick(group.local[sex])} ${family}`;
    case 'baptismal initial family':
      return `${first} ${random.pick(group.family).charAt(0).toUpperCase()}. ${family}`;
    case 'local family':
      return `${random.pick(group.local[sex])} ${family}`;
    case 'one name':
      return first;
  }
}
