import type { Random } from '../../server/src/example/random.ts';
import { type Slip, slip } from './typing.ts';

/** The columns but for the record's own. */
export const fields = [
  'given_name',
  'surname',
  'street_number',
  'address_1',
  'address_2',
  'suburb',
  'postcode',
  'state',
  'date_of_birth',
  'soc_sec_id',
] as const;
type Field = (typeof fields)[number];
export type Row = Record<Field, string>;
type Change =
  | Slip
  | 'misspelling'
  | 'other value'
  | 'words exchanged'
  | 'blank put in'
  | 'blank left out'
  | 'missing'
  | 'new value';

/** How likely a field is chosen, and what then happens to it, in parts of one. */
const changes: Readonly<Record<Field, readonly [chosen: number, ...(readonly [number, Change])[]]>> = {
  // biome-ignore-start format: aligned table of chances
  given_name: [
    0.1,
    [0.3, 'misspelling'],
    [0.05, 'insert'],
    [0.15, 'delete'],
    [0.35, 'substitute'],
    [0.05, 'transpose'],
    [0.02, 'other value'],
    [0.02, 'words exchanged'],
    [0.01, 'blank put in'],
    [0.01, 'blank left out'],
    [0.02, 'missing'],
    [0.02, 'new value'],
  ],
  surname: [
    0.15,
    [0.3, 'misspelling'],
    [0.1, 'insert'],
    [0.1, 'delete'],
    [0.35, 'substitute'],
    [0.04, 'transpose'],
    [0.02, 'other value'],
    [0.02, 'words exchanged'],
    [0.01, 'blank put in'],
    [0.02, 'blank left out'],
    [0.02, 'missing'],
    [0.02, 'new value'],
  ],
  street_number: [
    0.1,
    [0.1, 'insert'],
    [0.15, 'delete'],
    [0.6, 'substitute'],
    [0.05, 'transpose'],
    [0.05, 'other value'],
    [0.01, 'words exchanged'],
    [0.02, 'missing'],
    [0.02, 'new value'],
  ],
  address_1: [
    0.1,
    [0.1, 'insert'],
    [0.15, 'delete'],
    [0.55, 'substitute'],
    [0.05, 'transpose'],
    [0.02, 'other value'],
    [0.03, 'words exchanged'],
    [0.02, 'blank put in'],
    [0.03, 'blank left out'],
    [0.04, 'missing'],
    [0.01, 'new value'],
  ],
  address_2: [
    0.1,
    [0.04, 'insert'],
    [0.04, 'delete'],
    [0.1, 'substitute'],
    [0.02, 'transpose'],
    [0.03, 'other value'],
    [0.04, 'words exchanged'],
    [0.02, 'blank put in'],
    [0.01, 'blank left out'],
    [0.6, 'missing'],
    [0.1, 'new value'],
  ],
  suburb: [
    0.1,
    [0.4, 'misspelling'],
    [0.1, 'insert'],
    [0.15, 'delete'],
    [0.22, 'substitute'],
    [0.04, 'transpose'],
    [0.01, 'other value'],
    [0.02, 'words exchanged'],
    [0.02, 'blank put in'],
    [0.02, 'blank left out'],
    [0.01, 'missing'],
    [0.01, 'new value'],
  ],
  postcode: [
    0.05,
    [0.35, 'substitute'],
    [0.6, 'transpose'],
    [0.03, 'other value'],
    [0.01, 'missing'],
    [0.01, 'new value'],
  ],
  state: [
    0.05,
    [0.1, 'insert'],
    [0.1, 'delete'],
    [0.55, 'substitute'],
    [0.02, 'transpose'],
    [0.03, 'other value'],
    [0.1, 'missing'],
    [0.1, 'new value'],
  ],
  date_of_birth: [
    0.1,
    [0.5, 'substitute'],
    [0.3, 'transpose'],
    [0.05, 'other value'],
    [0.1, 'missing'],
    [0.05, 'new value'],
  ],
  soc_sec_id: [0.05, [0.5, 'substitute'], [0.4, 'transpose'], [0.1, 'other value']],
  // biome-ignore-end format: aligned table of chances
};
const swaps: readonly (readonly [Field, Field, number])[] = [
  ['address_1', 'address_2', 0.02],
  ['given_name', 'surname', 0.05],
  ['postcode', 'suburb', 0.01],
];

/** A copy with exactly so many changes, and what they were. */
export function changed(person: Row, make: () => Row, random: Random, perField: number, perRecord: number) {
  const row = { ...person };
  const kinds = new Set<string>();
  const counts = new Map<Field, number>();
  let done = 0;
  for (const [one, other, chance] of swaps) {
    if (!random.chance(chance) || done > perRecord - 2 || row[one] === '' || row[other] === '') continue;
    [row[one], row[other]] = [row[other], row[one]];
    kinds.add('fields exchanged');
    counts.set(one, 1).set(other, 1);
    done += 2;
  }
  const choice = fields.map((field) => [changes[field][0], field] as const);
  // A change that could not be made is chosen again, as in the model; the bound ends a record that is nothing but blanks.
  for (let tries = 0; done < perRecord && tries < 100; tries += 1) {
    const field = random.weighted(choice);
    if ((counts.get(field) ?? 0) >= perField) continue;
    const most = Math.min(perField - (counts.get(field) ?? 0), perRecord - done);
    for (let left = 1 + random.below(most); left > 0; left -= 1) {
      const [, ...what] = changes[field];
      const change = random.weighted(what);
      const text =
        change === 'new value' || change === 'other value'
          ? otherValue(row[field], change, make()[field])
          : withChange(row[field], change, random);
      if (text === row[field]) continue;
      row[field] = text;
      kinds.add(change);
      counts.set(field, (counts.get(field) ?? 0) + 1);
      done += 1;
    }
  }
  return { row, kinds: [...kinds] };
}

function otherValue(text: string, change: 'new value' | 'other value', other: string): string {
  return (text === '') === (change === 'new value') ? other : text;
}

function withChange(
  text: string,
  change: Exclude<Change, 'new value' | 'other value'>,
  random: Random,
): string {
  if (text === '') return text;
  switch (change) {
    case 'missing':
      return '';
    case 'misspelling':
      return misspelt(text, random);
    case 'words exchanged': {
      const words = text.split(' ');
      const at = random.below(Math.max(1, words.length - 1));
      return [...words.slice(0, at), ...words.slice(at, at + 2).reverse(), ...words.slice(at + 2)].join(' ');
    }
    case 'blank put in': {
      const at = 1 + random.below(Math.max(1, text.length - 1));
      return `${text.slice(0, at)} ${text.slice(at)}`;
    }
    case 'blank left out':
      return text.replace(' ', '');
    default:
      return slip(text, change, random);
  }
}

/** Written as it sounds, or as a scanner reads it: what the list of misspellings of the model holds. */
function misspelt(text: string, random: Random): string {
  const pairs: readonly (readonly [string, string])[] = [
    ['ph', 'f'],
    ['ck', 'k'],
    ['ll', 'l'],
    ['y', 'ie'],
    ['ie', 'y'],
    ['ey', 'y'],
    ['ia', 'ea'],
    ['ai', 'ay'],
    ['c', 'k'],
    ['s', 'z'],
    ['i', 'l'],
    ['rn', 'm'],
    ['h', ''],
    ['n', 'nn'],
    ['t', 'tt'],
  ];
  const fitting = pairs.filter(([from]) => text.slice(1).includes(from));
  if (fitting.length === 0) return text;
  const [from, to] = random.pick(fitting);
  return text.charAt(0) + text.slice(1).replace(from, to);
}
