import type { Random } from '../../server/src/example/random.ts';

/** Words with the weight of each: the first is the commonest, as names of people and places are. */
export type Stock = readonly (readonly [weight: number, word: string])[];

const starts =
  'ash black brad brook burn camp carl chad clay cot cran dal den dray east eden far fen gar glen grims hal ham hart hather haw hol horn hux kel kings lamb lang law lind mar mel mid mill mor new nor oak os pem pen pres rad rock ros rush sel shel shep stan sted stour sut thorn trem wal war wen wes whit wil win wood wy'.split(
    ' ',
  );
const ends =
  'bourne bridge burn bury by cliffe combe cott dale den don field ford gate ham hurst land leigh ley low man mere more ridge shaw sley stead stone ton wall well wick wood worth'.split(
    ' ',
  );
const commonSurnames =
  'white clarke webb ryan nguyen green dixon matthews coleman mason bishop stanley campbell robson godfrey reid vincent finlay petersen blackwell morrison humphreys mcdonald goode berry burford harvey lock rudd cole kerr pope noble bell ward fox crane hill rees paine'.split(
    ' ',
  );
const given: Readonly<Record<'male' | 'female', readonly string[]>> = {
  male: 'joshua thomas jack william james lachlan benjamin samuel nicholas daniel matthew ethan harrison liam jordan connor riley luke jacob callum alexander dylan ryan cooper isaac lucas hayden harry angus jayden joel kyle mitchell nathan oliver noah max caleb flynn adam zachary aidan george toby charlie henry michael david sebastian christopher andrew patrick john robert charles edward arthur frederick walter albert ernest francis alfred hugh percy cecil stanley reginald gilbert leonard herbert horace edmund rupert philip richard stephen peter'.split(
    ' ',
  ),
  female:
    'isabella emiily sophie jessica chloe georgia olivia emma hannah charlotte grace lily ella amelia sarah madison jasmine lauren alexandra amy samantha matilda ruby mia abbey caitlin zoe holly maddison paige elizabeth annabelle imogen eliza lara alice stella tahlia molly bella mary anne margaret florence edith ethel dorothy elsie rose mabel ada beatrice catherine eleanor frances harriet henrietta jane louisa maria martha rebecca susannah victoria winifred agnes constance gertrude ivy maud millicent'.split(
      ' ',
    ),
};

/** So many of these words, the nth with a weight of 1/(n + 8): a few are common, most are rare. */
export function stockOf(words: readonly string[], random: Random, size: number = words.length): Stock {
  const kept = size === words.length ? words : shuffled(words, random).slice(0, size);
  return kept.map((word, n) => [1 / (n + 8), word] as const);
}

/** Words that sound like English names: `size` of them, all different. */
export function coinedNames(random: Random, size: number): readonly string[] {
  const coined = starts.flatMap((start) => ends.map((end) => `${start}${end}`));
  return shuffled(coined, random).slice(0, size);
}

/** Surnames: some that many bear, and coined ones that few do. */
export function surnames(random: Random, size: number): Stock {
  return stockOf([...commonSurnames, ...coinedNames(random, size - commonSurnames.length)], random);
}

/** Given names of one sex, or of both. */
export function givenNames(random: Random, sex?: 'male' | 'female'): Stock {
  return stockOf(sex === undefined ? shuffled([...given.male, ...given.female], random) : given[sex], random);
}

/** A picker by weight that takes the same short time however many words there are. */
export function picker(stock: Stock): (random: Random) => string {
  const sums = new Float64Array(stock.length);
  let total = 0;
  for (const [n, [weight]] of stock.entries()) {
    total += weight;
    sums[n] = total;
  }
  return (random) => {
    const wanted = random.fraction() * total;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) <= wanted) low = middle + 1;
      else high = middle;
    }
    return stock[low]?.[1] ?? '';
  };
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const all = [...list];
  for (let n = all.length - 1; n > 0; n -= 1) {
    const other = random.below(n + 1);
    const [one, two] = [all[n], all[other]];
    if (one === undefined || two === undefined) continue;
    all[n] = two;
    all[other] = one;
  }
  return all;
}
