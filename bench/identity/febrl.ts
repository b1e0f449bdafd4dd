import { Random } from '../../server/src/example/random.ts';
import { changed, fields, type Row } from './febrl-changes.ts';
import { type Labelled, Rows } from './labelled.ts';
import { coinedNames, givenNames, picker, stockOf, surnames } from './words.ts';

/**
 * Imitates the data sets 3 and 4 of Febrl (Freely extensible biomedical record linkage, Christen): their columns and formats,
 * their numbers of records, duplicates and modifications as its documentation gives them, and what its generator does to each
 * field with the chances that stand in its published program. Names and places are coined; how many different ones there are,
 * and how often a field is blank, is after what is seen of the public files. As there, fields are independent of each other:
 * a postcode says nothing of a suburb.
 *
 * Here 2,000 people and 3,000 duplicates of them, up to five of one, with up to four changes in a field and six in a record.
 */
export function febrl3(seed: string): Labelled {
  const random = new Random(`febrl3 ${seed}`);
  const make = maker(random);
  const rows = new Rows(['rec_id', ...fields]);
  const people = Array.from({ length: 2_000 }, make);
  for (const [n, person] of people.entries()) rows.add({ rec_id: `rec-${n}-org`, ...person }, n, []);
  // How many people have one, two, three, four and five duplicates in the public file.
  const counts = [344, 233, 188, 184, 178].flatMap((share, n) => Array<number>(share).fill(n + 1));
  for (let n = 0; rows.size < 5_000 && n < people.length; n += 1) {
    const person = people[n];
    const count = counts[n] ?? 0;
    if (person === undefined) continue;
    for (let copy = 0; copy < count && rows.size < 5_000; copy += 1) {
      const { row, kinds } = changed(person, make, random, 4, 6);
      rows.add({ rec_id: `rec-${n}-dup-${copy}`, ...row }, n, kinds);
    }
  }
  return rows.labelled();
}

/** 5,000 people, and one duplicate of each in a second file, with up to two changes in a field and four in a record. */
export function febrl4(seed: string): { readonly left: Labelled; readonly right: Labelled } {
  const random = new Random(`febrl4 ${seed}`);
  const make = maker(random);
  const left = new Rows(['rec_id', ...fields]);
  const right = new Rows(['rec_id', ...fields]);
  for (let n = 0; n < 5_000; n += 1) {
    const person = make();
    left.add({ rec_id: `rec-${n}-org`, ...person }, n, []);
    const { row, kinds } = changed(person, make, random, 2, 4);
    right.add({ rec_id: `rec-${n}-dup-0`, ...row }, n, kinds);
  }
  return { left: left.labelled(), right: right.labelled() };
}

/** Makes people as the originals are: each field for itself. */
function maker(random: Random): () => Row {
  const given = picker(
    stockOf([...givenNames(random).map(([, word]) => word), ...coinedNames(random, 300)], random),
  );
  const surname = picker(surnames(random, 1_500));
  const street = picker(stockOf(coinedNames(random, 1_200), random));
  const property = picker(stockOf(coinedNames(random, 1_600), random));
  const suburb = picker(stockOf(coinedNames(random, 900), random));
  const streetKinds = ['street', 'place', 'crescent', 'circuit', 'court', 'avenue', 'close', 'drive'];
  const propertyKinds = [
    '',
    '',
    '',
    ' park',
    ' village',
    ' lodge',
    ' station',
    ' retirement village',
    ' medical centre',
  ];
  const suburbKinds = ['', '', '', '', ' park', ' hills', ' north', ' beach'];
  const postcodes = Array.from({ length: 900 }, () => String(800 + random.below(6_500)).padStart(4, '0'));
  const postcode = picker(stockOf(postcodes, random));
  const states: readonly (readonly [number, string])[] = [
    [36, 'nsw'],
    [25, 'vic'],
    [19, 'qld'],
    [9, 'wa'],
    [8, 'sa'],
    [2, 'tas'],
    [2, 'act'],
    [1, 'nt'],
  ];
  const but = (missing: number, text: string) => (random.chance(missing) ? '' : text);
  return () => ({
    given_name: but(0.03, given(random)),
    surname: but(0.01, surname(random)),
    street_number: but(0.04, String(1 + Math.floor(40 * (1 / (1 - 0.93 * random.fraction()) - 0.98)))),
    address_1: but(0.02, `${street(random)} ${random.pick(streetKinds)}`),
    address_2: but(0.15, `${property(random)}${random.pick(propertyKinds)}`),
    suburb: but(0.01, `${suburb(random)}${random.pick(suburbKinds)}`),
    postcode: postcode(random),
    state: but(0.06, random.weighted(states)),
    date_of_birth: but(0.02, dateFrom(random)),
    soc_sec_id: String(1_000_000 + random.below(9_000_000)),
  });
}

function dateFrom(random: Random): string {
  const date = new Date(Date.UTC(1900, 0, 1 + random.below(36_524)));
  return date.toISOString().slice(0, 10).replaceAll('-', '');
}
