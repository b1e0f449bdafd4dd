import { addDays, addYears, type Day, dayFromNumber, dayNumber } from '@payung/kernel';
import { makeName, type NameStock, nameStock } from './names.ts';
import { Random } from './random.ts';

/** A village in which example people live. */
export interface ExampleVillage {
  /** Ten digits, such as 5304012001. */
  readonly code: number;
  readonly name: string;
  /** Name of its kecamatan. */
  readonly district: string;
}

/** Somebody who does not exist. */
export interface ExamplePerson {
  /** Counts from 0; the same person on two lists has one key. */
  readonly key: number;
  readonly name: string;
  readonly sex: 'L' | 'P';
  readonly birthDate: Day;
  readonly birthPlace: string;
  /** Sixteen digits with a serial from 9000, which no registry office has reached. */
  readonly nik: string;
  readonly village: ExampleVillage;
  readonly rt: string;
  readonly rw: string;
  readonly mother: string;
  readonly occupation: string;
  /** Undefined for somebody without a telephone. */
  readonly phone: string | undefined;
}

/** Youngest and oldest age, in completed years. */
type AgeSpan = readonly [youngest: number, oldest: number];

const workingAge: AgeSpan = [18, 63];

/** How vulnerable workers of a rural kabupaten earn their living, in the words of hand-made lists; weights are assumptions. */
const occupations: Readonly<Record<'L' | 'P', readonly (readonly [weight: number, text: string])[]>> = {
  L: [
    [34, 'Petani'],
    [16, 'Petani/Pekebun'],
    [6, 'Peternak'],
    [5, 'Buruh Tani'],
    [7, 'Tukang Ojek'],
    [6, 'Tukang Batu'],
    [4, 'Sopir'],
    [4, 'Nelayan'],
    [4, 'Buruh Bangunan'],
    [3, 'Tukang Kayu'],
    [3, 'Pekerja Lepas'],
    [2, 'Pedagang Pasar'],
    [2, 'Bengkel'],
    [2, 'Gali pasir'],
    [1, 'Koster'],
    [1, 'Linmas'],
  ],
  P: [
    [36, 'Petani'],
    [14, 'Petani/Pekebun'],
    [16, 'Penenun'],
    [8, 'Papalele'],
    [7, 'Pedagang Pasar'],
    [5, 'Jual sayur'],
    [5, 'Kios'],
    [3, 'Kader Posyandu'],
    [2, 'Penjual sirih pinang'],
    [2, 'Penjahit'],
    [2, 'Buruh Tani'],
  ],
};

const birthPlaces = ['Atambua', 'Halilulik', 'Haekesak', 'Weluli', 'Betun', 'Kefamenanu', 'Kupang', 'Soe'];

/** Serials of synthetic NIKs: 9000 to 9999 for each kecamatan, sex and birth date. */
const serials = { first: 9000, count: 1000 } as const;

/** Makes people who do not exist; the same seed makes the same people in the same order. */
export class Population {
  readonly random: Random;
  readonly #referenceDay: Day;
  readonly #stocks = new Map<string, NameStock>();
  readonly #used = new Map<string, number>();
  #made = 0;

  /** @param referenceDay the day on which the ages are counted */
  constructor(seed: string, referenceDay: Day) {
    this.random = new Random(seed);
    this.#referenceDay = referenceDay;
  }

  /** @throws RangeError if a kecamatan has more people of one sex and birth date than there are serials */
  person(village: ExampleVillage, ages: AgeSpan = workingAge): ExamplePerson {
    const { random } = this;
    const area = String(village.code).slice(0, 6);
    const stock = this.#stock(area.slice(0, 4));
    const sex = random.chance(0.5) ? 'P' : 'L';
    const birthDate = this.#birthDate(ages);
    const key = this.#made;
    this.#made += 1;
    return {
      key,
      name: makeName(random, stock, sex),
      sex,
      birthDate,
      birthPlace: random.chance(0.4) ? village.name : random.pick(birthPlaces),
      nik: this.#nik(area, birthDate, sex),
      village,
      rt: threeDigits(1 + random.below(12)),
      rw: threeDigits(1 + random.below(6)),
      mother: makeName(random, stock, 'P'),
      occupation: random.weighted(occupations[sex]),
      phone: random.chance(0.55) ? this.#phone() : undefined,
    };
  }

  #stock(regency: string): NameStock {
    const known = this.#stocks.get(regency);
    if (known !== undefined) return known;
    const stock = nameStock(regency);
    this.#stocks.set(regency, stock);
    return stock;
  }

  #birthDate([youngest, oldest]: AgeSpan): Day {
    const latest = dayNumber(addYears(this.#referenceDay, -youngest));
    const earliest = dayNumber(addDays(addYears(this.#referenceDay, -oldest - 1), 1));
    return dayFromNumber(earliest + this.random.below(latest - earliest + 1));
  }

  #nik(area: string, birthDate: Day, sex: 'L' | 'P'): string {
    const dayOfMonth = Number(birthDate.slice(8, 10)) + (sex === 'P' ? 40 : 0);
    const begin = `${area}${String(dayOfMonth).padStart(2, '0')}${birthDate.slice(5, 7)}${birthDate.slice(2, 4)}`;
    const used = this.#used.get(begin) ?? 0;
    if (used >= serials.count) throw new RangeError(`no synthetic NIK is left for ${area} and ${birthDate}`);
    this.#used.set(begin, used + 1);
    // Each date begins elsewhere: were every serial 9000, a last digit lost to a spreadsheet would not show.
    const serial = serials.first + ((Math.abs(dayNumber(birthDate)) * 37 + used) % serials.count);
    return `${begin}${serial}`;
  }

  /** No operator has the prefix 0840, so that nobody is rung up. */
  #phone(): string {
    return `0840${String(this.random.below(100_000_000)).padStart(8, '0')}`;
  }
}

function threeDigits(count: number): string {
  return String(count).padStart(3, '0');
}
