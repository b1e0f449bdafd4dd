import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseNik } from '@payung/identity';
import { ageOn, day } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beluLists, beluWorkers, cooperativePeople } from './belu.ts';
import { dataErrorIds } from './data-errors.ts';
import { type Mistake, mistakeRates } from './mistakes.ts';
import type { ExampleVillage } from './population.ts';
import { Random } from './random.ts';
import { generateRoster } from './roster.ts';

interface AreasFile {
  readonly districts: readonly (readonly [string, string])[];
  readonly villages: readonly (readonly [string, string, 'D' | 'K'])[];
}
const areas: AreasFile = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../data/areas-ntt.json'), 'utf8'),
);
const inBelu = ([code]: readonly [string, ...unknown[]]) => code.startsWith('53.04');
const districts = new Map(areas.districts.filter(inBelu));
const villages: ExampleVillage[] = areas.villages
  .filter((village) => inBelu(village) && village[2] === 'D')
  .map(([code, name]) => ({
    code: Number(code.replaceAll('.', '')),
    name,
    district: districts.get(code.slice(0, 8)) ?? '',
  }));
const referenceDay = day('2026-01-01');
const lists = await beluLists(villages, [...districts.values()], day('2026-11-20'));
const digest = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

describe('the list of Belu', () => {
  test('has 5,829 rows, some in each of the 69 desa', () => {
    expect(beluWorkers).toBe(5829);
    expect(lists.roster.rows).toHaveLength(5829);
    const byVillage = Map.groupBy(lists.roster.rows, ({ person }) => person.village.code);
    expect(byVillage.size).toBe(69);
    expect(Math.min(...[...byVillage.values()].map((rows) => rows.length))).toBeGreaterThan(20);
  });

  test('is the same to the byte each time it is made in a year, and another in the next', async () => {
    const again = await beluLists(villages, [...districts.values()], day('2026-02-03'));
    expect(digest(again.workers.content)).toBe(digest(lists.workers.content));
    expect(digest(again.members.content)).toBe(digest(lists.members.content));
    const next = await beluLists(villages, [...districts.values()], day('2027-02-03'));
    expect(digest(next.workers.content)).not.toBe(digest(lists.workers.content));
  });

  test('holds between three and four bad rows in a hundred, every kind among them', () => {
    const made = Map.groupBy(lists.roster.truth, ({ mistake }) => mistake);
    const good = made.get(undefined)?.length ?? 0;
    expect(1 - good / beluWorkers).toBeGreaterThan(0.03);
    expect(1 - good / beluWorkers).toBeLessThan(0.04);
    expect(new Set(made.keys())).toEqual(new Set([undefined, ...Object.keys(mistakeRates)]));
  });

  test('names nobody who could exist: every NIK has a serial from 9000, no two people share one', () => {
    const people = new Map(lists.roster.rows.map(({ person }) => [person.key, person.nik]));
    for (const nik of people.values()) expect(parseNik(nik)).toMatchObject({ ok: true, synthetic: true });
    expect(new Set(people.values()).size).toBe(people.size);
  });

  test('a good row agrees with its NIK in date and sex, and is of working age', () => {
    for (const [n, { person, nik }] of lists.roster.rows.entries()) {
      if (lists.roster.truth[n]?.mistake !== undefined) continue;
      const { birthDate, sex } = person;
      expect(parseNik(String(nik), { referenceDay })).toMatchObject({ ok: true, birthDate, sex });
      expect(ageOn(birthDate, referenceDay)).toBeGreaterThanOrEqual(18);
      expect(ageOn(birthDate, referenceDay)).toBeLessThanOrEqual(63);
    }
  });
});

describe('a mistake is what it is called', () => {
  const rows = (mistake: Mistake) =>
    lists.roster.rows.flatMap((row, n) =>
      lists.roster.truth[n]?.mistake === mistake ? [{ row, above: lists.roster.rows[n - 1] }] : [],
    );
  // biome-ignore format: aligned table of cases
  test.each([
    ['fifteenDigits',   /^\d{15}$/],
    ['lastDigitLost',   /^\d{15}0$/],
    ['scientific',      /^5,\d+E\+15$/],
    ['noSuchDay',       /^5304\d\d(31|71)02\d{6}$/],
    ['nikMissing',      /^(|-|belum ada|proses)$/],
    ['letterO',         /^\d*O\d*$/],
  ] as const)('%s', (mistake, nik) => {
    for (const { row } of rows(mistake)) {
      expect(String(row.nik)).toMatch(nik);
      expect(row.nik).not.toBe(row.person.nik);
    }
  });

  test('a digit is lost to a number, not to a text', () => {
    for (const { row } of rows('lastDigitLost')) expect(typeof row.nik).toBe('number');
  });

  test('copied from above: the number is the neighbour’s, the name is not', () => {
    for (const { row, above } of rows('copiedFromAbove')) {
      expect(row.nik).toBe(above?.nik);
      expect(row.name).not.toBe(above?.name);
    }
  });

  test('listed twice: the same person in another desa', () => {
    for (const { row } of rows('listedTwice')) {
      const first = lists.roster.rows.find(({ person }) => person.key === row.person.key);
      expect(first?.nik).toBe(row.nik);
      expect(first?.person.village.code).not.toBe(row.person.village.code);
    }
  });

  test('too young is 12, too old is 70', () => {
    for (const { row } of rows('tooYoung')) expect(ageOn(row.person.birthDate, referenceDay)).toBe(12);
    for (const { row } of rows('tooOld')) expect(ageOn(row.person.birthDate, referenceDay)).toBe(70);
  });
});

describe('the lists of the cooperative', () => {
  const lines = (content: Uint8Array) => new TextDecoder().decode(content).trimEnd().split('\r\n').slice(1);

  test('have 150 people, of whom 120 are on the list of Belu', () => {
    const [members, savers] = [lines(lists.members.content), lines(lists.savers.content)];
    expect(members).toHaveLength(cooperativePeople.members);
    expect(savers).toHaveLength(cooperativePeople.savers);
    const workers = new Set(lists.roster.rows.map(({ nik }) => String(nik)));
    const onBoth = [...members, ...savers].filter((line) => workers.has(line.split(';')[1] ?? ''));
    expect(onBoth).toHaveLength(120);
    expect(lists.known.size).toBe(120);
  });
});

describe('any list', () => {
  test('has the rows asked for, at least one in each village, and without errors none is wrong', () => {
    const some = fc.integer({ min: 1, max: villages.length });
    fc.assert(
      fc.property(fc.string(), some, fc.integer({ min: 0, max: 300 }), (seed, count, more) => {
        const roster = generateRoster({
          seed,
          villages: villages.slice(0, count),
          people: count + more,
          referenceDay,
          errors: 'none',
        });
        expect(roster.rows).toHaveLength(count + more);
        expect(new Set(roster.rows.map(({ person }) => person.village.code)).size).toBe(count);
        expect(roster.truth.every(({ mistake }) => mistake === undefined)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test('with every error, each kind comes, the truth names it, and no other row differs from the person', () => {
    const roster = generateRoster({ seed: 'every', villages, people: 6000, referenceDay, errors: 'every' });
    const kinds = new Set(roster.truth.map(({ mistake }) => mistake));
    kinds.delete(undefined);
    expect([...kinds].sort()).toEqual([...dataErrorIds].sort());
    for (const [n, row] of roster.rows.entries()) {
      const { nik, name, sex, village, key } = row.person;
      const asKnown = { person: row.person, nik, name, sex, village: village.name };
      expect(roster.truth[n]?.person).toBe(key);
      if (roster.truth[n]?.mistake === undefined) expect(row).toEqual(asKnown);
      else expect(row).not.toEqual(asKnown);
    }
  });

  test('fewer people than villages is a mistake of the caller', () => {
    const options = { seed: '', villages, people: 68, referenceDay, errors: 'none' } as const;
    expect(() => generateRoster(options)).toThrow(RangeError);
  });
});

describe('chance', () => {
  test('the same seed gives the same numbers, another seed others', () => {
    const numbers = (seed: string) => {
      const random = new Random(seed);
      return Array.from({ length: 5 }, () => random.next());
    };
    expect(numbers('belu')).toEqual(numbers('belu'));
    expect(numbers('belu')).not.toEqual(numbers('malaka'));
  });

  test('weights are kept: an entry of weight 0 never comes, the others in proportion', () => {
    const random = new Random('weights');
    const drawn = Array.from({ length: 10_000 }, () =>
      random.weighted([
        [0, 'never'],
        [1, 'one'],
        [3, 'three'],
      ]),
    );
    const of = (value: string) => drawn.filter((one) => one === value).length;
    expect(of('never')).toBe(0);
    expect(of('three') / of('one')).toBeGreaterThan(2.7);
    expect(of('three') / of('one')).toBeLessThan(3.3);
  });

  test('nothing to pick from is refused', () => {
    expect(() => new Random('').pick([])).toThrow(RangeError);
    expect(() => new Random('').weighted([])).toThrow(RangeError);
  });
});
