import type { BlockingRule } from '../../identity/src/linkage/spec.ts';
import { Random } from '../../server/src/example/random.ts';
import { type Labelled, Rows } from './labelled.ts';
import { slip } from './typing.ts';
import { coinedNames, givenNames, picker, stockOf, surnames } from './words.ts';

/**
 * Imitates `historical_50k` of Splink, people of the past taken from Wikidata with 1 to 20 records each: its columns and
 * formats; names as titles, aliases and married names make them, of which first name and surname are the first and the last
 * word; each further record of a person worse than the one before; dates a few weeks off or cut to 1 January; postcodes of the
 * neighbourhood; blanks. How often what goes wrong is not published. It is set here so that the blocking rules of Splink's own
 * example let through the share of true pairs that they let through on the public file, about 67 of 100 (`splinkRules`).
 */
const columns = [
  'unique_id',
  'full_name',
  'first_and_surname',
  'first_name',
  'surname',
  'dob',
  'birth_place',
  'postcode_fake',
  'gender',
  'occupation',
];

interface Figure {
  readonly names: readonly string[];
  /** Other names under which the person is known; the first record never bears one. */
  readonly aliases: readonly (readonly string[])[];
  readonly gender: 'male' | 'female';
  readonly dob: string;
  readonly place: Place;
  readonly postcode: string;
  readonly occupation: string;
  readonly otherOccupation: string;
}

interface Place {
  readonly name: string;
  /** The county around it, by which it is sometimes called. */
  readonly county: string;
  /** Outward codes of its postcodes. */
  readonly districts: readonly string[];
}

/** The blocking rules of Splink's example with `historical_50k`, as ours are written. */
export const splinkRules: readonly BlockingRule[] = [
  ['first(first_name, 3)', 'first(surname, 4)'],
  ['surname', 'dob'],
  ['first_name', 'dob'],
  ['postcode_fake', 'first_name'],
  ['postcode_fake', 'surname'],
  ['dob', 'birth_place'],
  ['first(postcode_fake, 3)', 'dob'],
  ['first(postcode_fake, 3)', 'first_name'],
  ['first(postcode_fake, 3)', 'surname'],
  ['first(first_name, 2)', 'first(surname, 2)', 'year(dob)'],
].map((on) => ({ on, most: 50_000 }));

/** About 50,000 records of about 5,000 people. */
export function historical(seed: string, records = 50_000): Labelled {
  const random = new Random(`historical ${seed}`);
  const make = figures(random);
  const rows = new Rows(columns);
  for (let entity = 0; rows.size < records; entity += 1) {
    const figure = make();
    const size = 1 + random.below(19);
    for (let n = 0; n < size && rows.size < records; n += 1) {
      // Records become worse, the longer a person's row of them is.
      const harm = n === 0 ? 0 : 0.37 + 1.13 * (n / 19);
      const { row, kinds } = recordOf(figure, harm, random);
      rows.add({ unique_id: `Q${100_000 + entity * 7}-${n + 1}`, ...row }, entity, kinds);
    }
  }
  return rows.labelled();
}

function figures(random: Random): () => Figure {
  const given = { male: picker(givenNames(random, 'male')), female: picker(givenNames(random, 'female')) };
  const rareGiven = picker(stockOf(coinedNames(random, 200), random));
  const surname = picker(surnames(random, 1_800));
  const occupation = picker(
    stockOf(
      'politician writer painter actor footballer cricketer army_officer naval_officer poet composer journalist clergyman physician barrister architect botanist engineer novelist singer historian sculptor chemist judge explorer publisher photographer merchant diplomat actress suffragette missionary surgeon mathematician geologist banker jockey dancer zoologist inventor economist archaeologist translator'
        .split(' ')
        .map((word) => word.replace('_', ' ')),
      random,
    ),
  );
  const counties = coinedNames(random, 60).map((name) => `${name}shire`);
  const places = coinedNames(random, 1_200).map((name) => placeOf(name, random.pick(counties), random));
  const placeWeights = picker(
    stockOf(
      places.map((_, n) => String(n)),
      random,
    ),
  );
  const name = (gender: 'male' | 'female') =>
    random.chance(0.06) ? rareGiven(random) : given[gender](random);
  return () => {
    const gender = random.chance(0.78) ? 'male' : 'female';
    const middle = random.weighted([
      [45, 0],
      [40, 1],
      [15, 2],
    ]);
    const own = [name(gender), ...Array.from({ length: middle }, () => name(gender)), surname(random)];
    const title = random.chance(0.08)
      ? [`${1 + random.below(9)}th`, random.pick(['baron', 'earl', 'viscount']), surname(random)]
      : undefined;
    const place = places[Number(placeWeights(random))] ?? placeOf('nowhere', 'nowhere', random);
    const day = new Date(
      Date.UTC(1550 + Math.floor(410 * Math.sqrt(random.fraction())), 0, 1 + random.below(365)),
    );
    const date = day.toISOString().slice(0, 10);
    return {
      names: title === undefined ? own : [...own, ...title],
      aliases: aliasesOf(
        own,
        gender,
        () => surname(random),
        () => name(gender),
        random,
      ),
      gender,
      // Of some people only the year is known.
      dob: random.chance(0.12) ? `${date.slice(0, 4)}-01-01` : date,
      place,
      postcode: postcodeIn(place, random),
      occupation: random.chance(0.06) ? '' : occupation(random),
      otherOccupation: occupation(random),
    };
  };
}

function aliasesOf(
  names: readonly string[],
  gender: 'male' | 'female',
  surname: () => string,
  given: () => string,
  random: Random,
): readonly (readonly string[])[] {
  const last = names.at(-1) ?? '';
  const aliases: (readonly string[])[] = [];
  // Married, ennobled, or known by a pen name.
  if (random.chance(gender === 'female' ? 0.55 : 0.15)) aliases.push([...names.slice(0, -1), surname()]);
  if (names.length > 2 && random.chance(0.5)) aliases.push([...names.slice(1, -1), last]);
  if (random.chance(0.12)) aliases.push([given(), surname()]);
  if (random.chance(0.3)) aliases.push([...names.slice(0, -1).map((one) => one.charAt(0)), last]);
  return aliases;
}

function placeOf(name: string, county: string, random: Random): Place {
  const letters = `${name.charAt(0)}${county.charAt(1)}`;
  const first = 1 + random.below(40);
  return { name, county, districts: [0, 1, 2].map((n) => `${letters}${first + n}`) };
}

/** A street or two; their number is what makes a postcode rare. */
function postcodeIn({ districts }: Place, random: Random): string {
  const letter = () => random.pick([...'abdefghjlnpqrstuwxyz']);
  return `${random.pick(districts)} ${random.below(10)}${letter()}${letter()}`;
}

function recordOf(figure: Figure, harm: number, random: Random) {
  const kinds: string[] = [];
  const goes = (kind: string, chance: number): boolean => {
    const wrong = random.chance(Math.min(0.95, chance * harm));
    if (wrong) kinds.push(kind);
    return wrong;
  };
  let names = figure.names;
  if (figure.aliases.length > 0 && goes('alias', 0.5)) names = random.pick(figure.aliases);
  if (goes('short name', 0.2)) names = names.map((name) => shortNames.get(name) ?? name);
  if (goes('spelling', 0.15)) names = names.map((name) => respelt(name, random));
  if (goes('name left out', 0.35)) names = someOf(names, random);
  if (goes('typing', 0.12)) {
    const at = random.below(names.length);
    names = names.map((name, n) =>
      n === at
        ? slip(name, random.pick(['insert', 'delete', 'substitute', 'transpose'] as const), random)
        : name,
    );
  }
  const first = names[0] ?? '';
  const last = names.length > 1 ? (names.at(-1) ?? '') : '';
  const row = {
    full_name: names.join(' '),
    first_and_surname: names.length > 1 ? `${first} ${last}` : first,
    first_name: first,
    surname: last,
    dob: dobOf(figure, goes, random),
    birth_place: placeIn(figure, goes),
    postcode_fake: goes('postcode missing', 0.25)
      ? ''
      : goes('postcode nearby', 0.55)
        ? postcodeIn(figure.place, random)
        : figure.postcode,
    gender: goes('gender missing', 0.35) ? '' : figure.gender,
    occupation: goes('occupation missing', 0.35)
      ? ''
      : goes('occupation', 0.3)
        ? figure.otherOccupation
        : figure.occupation,
  };
  return { row, kinds };
}

function dobOf({ dob }: Figure, goes: (kind: string, chance: number) => boolean, random: Random): string {
  if (goes('date missing', 0.3)) return '';
  if (goes('date cut to the year', 0.25)) return `${dob.slice(0, 4)}-01-01`;
  if (goes('date near', 0.2)) {
    const day = Date.UTC(Number(dob.slice(0, 4)), Number(dob.slice(5, 7)) - 1, Number(dob.slice(8, 10)));
    return new Date(day + (random.below(120) - 60) * 86_400_000).toISOString().slice(0, 10);
  }
  if (goes('date typed', 0.15)) {
    const at = 2 + random.below(2);
    return `${dob.slice(0, at)}${random.below(10)}${dob.slice(at + 1)}`;
  }
  return dob;
}

function placeIn({ place }: Figure, goes: (kind: string, chance: number) => boolean): string {
  if (goes('place missing', 0.25)) return '';
  if (goes('place around', 0.35)) return place.county;
  return place.name;
}

function someOf(names: readonly string[], random: Random): readonly string[] {
  const [first = '', ...rest] = names;
  const last = rest.pop();
  const middle = rest.filter(() => random.chance(0.5));
  const kept = [random.chance(0.65) ? first : '', ...middle, random.chance(0.65) ? (last ?? '') : ''];
  const left = kept.filter((name) => name !== '');
  return left.length > 0 ? left : [first];
}

const shortNames: ReadonlyMap<string, string> = new Map(
  'thomas tom,william bill,william will,james jim,robert bob,edward ted,charles charlie,richard dick,benjamin ben,samuel sam,daniel dan,matthew matt,joshua josh,nicholas nick,alexander alex,andrew andy,michael mike,david dave,albert bert,alfred fred,frederick fred,leonard len,stanley stan,reginald reg,stephen steve,peter pete,philip phil,edmund ned,elizabeth eliza,elizabeth betty,mary polly,margaret maggie,catherine kate,dorothy dolly,florence flo,harriet hattie,henrietta etta,victoria vicky,winifred win,millicent millie,rebecca becky,susannah susan,frances fanny,isabella bella,matilda tilly,jessica jess,samantha sam'
    .split(',')
    .map((pair) => pair.split(' '))
    .map(([name = '', short = '']) => [name, short] as const),
);

function respelt(name: string, random: Random): string {
  const pairs = [
    ['ph', 'f'],
    ['th', 't'],
    ['ley', 'leigh'],
    ['field', 'feild'],
    ['y', 'ie'],
    ['ck', 'k'],
    ['ll', 'l'],
    ['cl', 'kl'],
    ['nn', 'n'],
    ['ford', 'forde'],
    ['e', ''],
  ] as const;
  const fitting = pairs.filter(([from]) => name.slice(1).includes(from));
  if (fitting.length === 0) return name;
  const [from, to] = random.pick(fitting);
  return name.charAt(0) + name.slice(1).replace(from, to);
}
