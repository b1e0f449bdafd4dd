import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { day } from '@payung/kernel';
import { FAMILY_NAMES, GIVEN_NAMES } from '../../identity/src/names/spellings.ts';
import { type ExamplePerson, type ExampleVillage, Population } from '../../server/src/example/population.ts';
import type { Random } from '../../server/src/example/random.ts';
import { type Labelled, Rows } from './labelled.ts';
import { slip } from './typing.ts';

/**
 * A register of people of Nusa Tenggara Timur and a village list of some of them and of others, both with the people of the
 * example. The list errs as hand-made lists do: each kind of error in a NIK as often as our catalogue of data-entry errors
 * assumes; for names and dates, of which the catalogue gives no rates, rates are assumed here, higher than we expect.
 */
const columns = [
  'id',
  'nik',
  'nama',
  'tanggal_lahir',
  'jenis_kelamin',
  'tempat_lahir',
  'desa',
  'kecamatan',
  'pekerjaan',
];

type Wrong<T> = readonly (readonly [
  chance: number,
  kind: string,
  (text: T, random: Random, above: T) => string,
])[];

const nikErrors: Wrong<string> = [
  [0.02, 'NIK: neighbours exchanged', (nik, random) => transposed(nik, random)],
  [0.02, 'NIK: one digit wrong', (nik, random) => slip(nik, 'substitute', random)],
  [0.008, 'NIK: letter for a digit', (nik) => nik.replace('0', 'O').replace('1', 'I')],
  [0.01, 'NIK: digit missing', (nik, random) => slip(nik, 'delete', random)],
  [0.004, 'NIK: digit too many', (nik, random) => slip(nik, 'insert', random)],
  [0.01, 'NIK: scientific', (nik) => `${nik.charAt(0)}.${nik.slice(1, 6)}E+15`],
  [0.015, 'NIK: last digits zero', (nik) => `${nik.slice(0, 12)}0000`],
  [0.08, 'NIK: marks', (nik, random) => random.pick([`'${nik}`, spaced(nik), `${nik}\u00a0`])],
  [
    0.01,
    'NIK: family card',
    (nik, random) => `${nik.slice(0, 6)}${digitsOf(random, 6)}${digitsOf(random, 4)}`,
  ],
  [0.01, 'NIK: of the row above', (_, __, above) => above],
  [0.01, 'NIK: none', (_, random) => random.pick(['-', '0', 'belum ada', 'proses'])],
  [
    0.004,
    'NIK: woman without 40',
    (nik) => (nik.charAt(6) > '3' ? `${nik.slice(0, 6)}${Number(nik.charAt(6)) - 4}${nik.slice(7)}` : nik),
  ],
];

const nameErrors: Wrong<string> = [
  [0.12, 'name: capitals', (name) => name.toUpperCase()],
  [0.05, 'name: title', (name, random) => random.pick([`Bpk. ${name}`, `${name}, S.Pd`, `Ibu ${name}`])],
  [0.12, 'name: spelling', (name, random) => respelt(name, 'spellings', random)],
  [0.06, 'name: abbreviated', (name, random) => respelt(name, 'short', random)],
  [0.02, 'name: nickname', (name, random) => respelt(name, 'called', random)],
  [0.03, 'name: order', (name) => name.split(' ').reverse().join(' ')],
  [0.05, 'name: word left out', (name, random) => withoutWord(name, random)],
  [
    0.04,
    'name: typing',
    (name, random) =>
      slip(name, random.pick(['insert', 'delete', 'substitute', 'transpose'] as const), random),
  ],
  [0.02, 'name: blanks', (name) => name.replace(' ', '  ')],
  [0.005, 'name: (Alm)', (name) => `${name} (Alm)`],
];

const dateErrors: Wrong<string> = [
  [0.03, 'date: only the year', (date) => `${date.slice(0, 4)}-01-01`],
  [
    0.02,
    'date: day and month exchanged',
    (date) =>
      Number(date.slice(8)) <= 12 ? `${date.slice(0, 4)}-${date.slice(8)}-${date.slice(5, 7)}` : date,
  ],
  [
    0.02,
    'date: one digit wrong',
    (date, random) => `${date.slice(0, 8)}${String(1 + random.below(28)).padStart(2, '0')}`,
  ],
  [
    0.01,
    'date: year wrong',
    (date, random) => `${Number(date.slice(0, 4)) + random.pick([-10, -1, 1, 10])}${date.slice(4)}`,
  ],
  [0.03, 'date: missing', () => ''],
];

/**
 * @param sizes rows of the register and of the list; `known` of the list's are in the register as well, once
 * @throws RangeError if more are known than there are people or rows
 */
export function ntt(
  seed: string,
  sizes: { readonly register: number; readonly list: number; readonly known: number },
): { readonly register: Labelled; readonly list: Labelled } {
  if (sizes.known > Math.min(sizes.register, sizes.list)) throw new RangeError('more known than there are');
  const population = new Population(`ntt ${seed}`, day('2026-11-01'));
  const { random } = population;
  const villages = allVillages();
  const register = new Rows(columns);
  const list = new Rows(columns);
  let above = '';
  const listed = (person: ExamplePerson): void => {
    const { row, kinds } = withErrors(person, random, above);
    above = person.nik;
    list.add({ ...row, id: `D${list.size + 1}` }, person.key, kinds);
  };
  let [people, known] = [sizes.register, sizes.known];
  for (; people > 0; people -= 1) {
    const person = population.person(random.pick(villages));
    register.add({ ...rowOf(person), id: `P${register.size + 1}` }, person.key, none);
    // Drawn so that exactly as many as wanted are known, spread over the register.
    if (!random.chance(known / people)) continue;
    known -= 1;
    listed(person);
  }
  while (list.size < sizes.list) listed(population.person(random.pick(villages)));
  return { register: register.labelled(), list: list.labelled() };
}

const none: readonly string[] = [];

function allVillages(): readonly ExampleVillage[] {
  const file = join(import.meta.dirname, '../../data/areas-ntt.json');
  const areas: {
    readonly districts: readonly (readonly [string, string])[];
    readonly villages: readonly (readonly [string, string])[];
  } = JSON.parse(readFileSync(file, 'utf8'));
  const districts = new Map(areas.districts);
  return areas.villages.map(([code, name]) => ({
    code: Number(code.replaceAll('.', '')),
    name,
    district: districts.get(code.slice(0, 8)) ?? '',
  }));
}

function rowOf(person: ExamplePerson): Record<string, string> {
  return {
    nik: person.nik,
    nama: person.name,
    tanggal_lahir: person.birthDate,
    jenis_kelamin: person.sex,
    tempat_lahir: person.birthPlace,
    desa: person.village.name,
    kecamatan: person.village.district,
    pekerjaan: person.occupation,
  };
}

function withErrors(person: ExamplePerson, random: Random, above: string) {
  const row = rowOf(person);
  const kinds: string[] = [];
  const err = (column: string, errors: Wrong<string>, before = ''): void => {
    for (const [chance, kind, change] of errors) {
      if (!random.chance(chance)) continue;
      const text = change(row[column] ?? '', random, before);
      if (text === row[column]) continue;
      row[column] = text;
      kinds.push(kind);
      // A second error upon the first would be counted as both.
      return;
    }
  };
  err('nik', nikErrors, above);
  err('nama', nameErrors);
  err('tanggal_lahir', dateErrors);
  if (random.chance(0.01)) {
    row.jenis_kelamin = row.jenis_kelamin === 'L' ? 'P' : 'L';
    kinds.push('sex');
  }
  if (random.chance(0.03)) {
    row.desa = slip(row.desa ?? '', random.pick(['delete', 'transpose'] as const), random);
    kinds.push('village: typing');
  }
  // Many have more than one occupation, and lists name another one.
  if (random.chance(0.3)) row.pekerjaan = random.pick(['Petani', 'Swasta', 'Wiraswasta', 'IRT']);
  return { row, kinds: kinds.length === 0 ? none : kinds };
}

function transposed(nik: string, random: Random): string {
  const at = random.below(nik.length - 1);
  return nik.slice(0, at) + nik.charAt(at + 1) + nik.charAt(at) + nik.slice(at + 2);
}

function spaced(nik: string): string {
  return `${nik.slice(0, 6)} ${nik.slice(6, 12)} ${nik.slice(12)}`;
}

function digitsOf(random: Random, count: number): string {
  return String(random.below(10 ** count)).padStart(count, '0');
}

interface Spelled {
  readonly spellings: readonly string[];
  readonly short: readonly string[];
  readonly called: readonly string[];
}

/** How a name is also written, by the name in lower case. */
const spelled: ReadonlyMap<string, Spelled> = new Map(
  `${GIVEN_NAMES}\n${FAMILY_NAMES}`
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [usual = '', spellings = '', short = '', called = ''] = line
        .split('|')
        .map((part) => part.trim());
      const list = (text: string) =>
        text.split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
      const name = usual.split(' ')[0] ?? '';
      return [name.toLowerCase(), { spellings: list(spellings), short: list(short), called: list(called) }];
    }),
);

/** The first word of the name that is written in another way as well, written so. */
function respelt(name: string, how: keyof Spelled, random: Random): string {
  const words = name.split(' ');
  for (const [n, word] of words.entries()) {
    const others = spelled.get(word.toLowerCase())?.[how] ?? [];
    if (others.length > 0) return words.with(n, random.pick(others)).join(' ');
  }
  return name;
}

function withoutWord(name: string, random: Random): string {
  const words = name.split(' ');
  return words.length < 2 ? name : words.toSpliced(random.below(words.length), 1).join(' ');
}
