import { describe, expect, test } from 'vitest';
import { clusterPairs } from './cluster.ts';
import { explainPair } from './explain.ts';
import { inferSpec } from './infer.ts';
import { type Random, randomOf } from './random.ts';
import { encodeRecords } from './records.ts';
import { scorePairs } from './score.ts';
import type { LinkageSpec } from './spec.ts';
import { trainModel } from './train.ts';

/** For lists of people as villages in Indonesia keep them, without a NIK. */
const spec: LinkageSpec = {
  id: 'no',
  comparisons: [
    {
      name: 'nama',
      columns: ['nama'],
      prepare: 'name',
      levels: [
        { test: 'exact' },
        { test: 'nameSimilarity', least: 0.9 },
        { test: 'nameSimilarity', least: 0.7 },
      ],
      termFrequency: true,
    },
    {
      // Together: who has the same mother as another was born on the same day rather often, being a twin.
      name: 'lahir dan ibu',
      columns: ['lahir', 'ibu'],
      levels: [{ test: 'exact' }, { test: 'jaroWinkler', least: 0.95 }, { test: 'prefix', length: 10 }],
    },
    { name: 'kelamin', columns: ['kelamin'], levels: [{ test: 'exact' }] },
    { name: 'desa', columns: ['desa'], levels: [{ test: 'exact' }], termFrequency: true },
  ],
  blocking: [{ on: ['lahir'] }, { on: ['sounds(nama)', 'desa'] }],
};

const names = ['no', 'nama', 'lahir', 'ibu', 'kelamin', 'desa'] as const;
type Row = Readonly<Record<(typeof names)[number], string>>;

/** A village list of 900 people, of whom 400 stand in it a second time, written by somebody else. */
function villagers(random: Random): readonly Row[] {
  const pick = (words: string) => {
    const all = words.split(' ');
    return all[Math.floor(random() * all.length)] ?? '';
  };
  const two = (most: number) => String(1 + Math.floor(random() * most)).padStart(2, '0');
  const men = 'Yohanes Petrus Paulus Antonius Matias Stefanus Gabriel Fransiskus Marselinus Dominggus';
  const women = 'Maria Yohana Anastasia Kristina Margareta Fransiska Yuliana Martha Agustina Regina';
  const clans =
    'Seran Bria Klau Nahak Tefa Bere Manek Luan Tae Fahik Leki Asa Mau Bau Hale Nenabu Tukan Kopong';
  const people: Row[] = Array.from({ length: 900 }, (_, n) => {
    const kelamin = random() < 0.5 ? 'L' : 'P';
    return {
      no: String(n),
      nama: `${pick(kelamin === 'L' ? men : women)} ${pick(clans)} ${pick(clans)}`,
      lahir: `19${50 + Math.floor(random() * 50)}-${two(12)}-${two(28)}`,
      ibu: `${pick(women)} ${pick(clans)}`,
      kelamin,
      desa: pick('Oesapa Lasiana Penfui Naimata Oebufu Kolhua Bello Sikumana'),
    };
  });
  const again = people.slice(0, 400).map((row) => ({
    ...row,
    nama: random() < 0.2 ? row.nama.replace('ha', 'a').replace('ius', 'us') : row.nama,
    ibu: random() < 0.2 ? row.ibu.replace('ria', 'ira') : row.ibu,
    lahir: random() < 0.1 ? `${row.lahir.slice(0, 8)}${two(28)}` : row.lahir,
    desa: random() < 0.1 ? 'Maulafa' : row.desa,
  }));
  return [...people, ...again];
}

describe('a village list', () => {
  const christian = { no: '', lahir: '1988-04-17', ibu: 'Regina Bria', kelamin: 'L', desa: 'Penfui' };
  const twin = { no: '', lahir: '1990-05-14', ibu: 'Agustina Tefa', desa: 'Kolhua' };
  const rows: readonly Row[] = [
    { ...christian, nama: 'Christian Natanael Sianturi' },
    { ...christian, nama: 'Christian Natanel Sianturi' },
    { ...christian, nama: 'Cristian Nataniel Sianturi' },
    { ...twin, nama: 'Yohanes Seran', kelamin: 'L' },
    { ...twin, nama: 'Yohana Seran', kelamin: 'P' },
    ...villagers(randomOf(4)),
  ];
  const table = Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])]));
  const records = encodeRecords(table, undefined, spec);
  const model = trainModel(records, spec);
  const { pairs } = scorePairs(records, model);
  const clusters = clusterPairs(rows.length, pairs, 0.5);

  test('three spellings of one man are one', () => {
    for (const [i, j] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const)
      expect(explainPair(records, model, i, j).probability).toBeGreaterThan(0.99);
    expect([...clusters.slice(0, 3)]).toEqual([0, 0, 0]);
  });

  test('a brother and a sister born on one day are two', () => {
    const { probability, bars } = explainPair(records, model, 3, 4);
    expect(bars.map(({ comparison, weight }) => [comparison, weight > 0])).toEqual([
      ['nama', false],
      ['lahir dan ibu', true],
      ['kelamin', false],
      ['desa', true],
    ]);
    expect(probability).toBeLessThan(0.1);
    expect([...clusters.slice(3, 5)]).toEqual([3, 4]);
  });

  test('who stands in it twice is found, and nearly nobody else', () => {
    // Who moved and whose birthday is wrong as well, four or so, no rule brings together.
    const second = (n: number) => 5 + 900 + n;
    const found = Array.from({ length: 400 }, (_, n) => clusters[5 + n] === clusters[second(n)]);
    expect(found.filter((one) => one).length).toBeGreaterThanOrEqual(390);
    // Each cluster has as many records fewer than members as pairs were joined: 400, and the two of Christian.
    const joined = rows.length - new Set(clusters).size;
    expect(joined).toBeLessThanOrEqual(410);
  });
});

describe('without a spec', () => {
  const people: readonly Row[] = [
    {
      no: 'a',
      nama: 'Christian Natanael Sianturi',
      lahir: '1988-04-17',
      ibu: 'Regina Bria',
      kelamin: 'L',
      desa: 'Penfui',
    },
    {
      no: 'b',
      nama: 'Christian Natanel Sianturi',
      lahir: '1988-04-17',
      ibu: 'Regina Bria',
      kelamin: 'L',
      desa: 'Penfui',
    },
    {
      no: 'c',
      nama: 'Cristian Nataniel Sianturi',
      lahir: '1988-04-17',
      ibu: 'Regina Bria',
      kelamin: 'L',
      desa: 'Penfui',
    },
    {
      no: 'd',
      nama: 'Yohanes Maria Seran',
      lahir: '1990-05-14',
      ibu: 'Agustina Tefa',
      kelamin: 'L',
      desa: 'Kolhua',
    },
    {
      no: 'e',
      nama: 'Yohana Maria Seran',
      lahir: '1990-05-14',
      ibu: 'Agustina Tefa',
      kelamin: 'P',
      desa: 'Kolhua',
    },
    // One woman, and a slip in the sex beside the same name.
    { no: 'f', nama: 'Maria Hoar Bete', lahir: '1971-01-30', ibu: 'Rosa Dahu', kelamin: 'P', desa: 'Bello' },
    { no: 'g', nama: 'Maria Hoar Bete', lahir: '1971-01-30', ibu: 'Rosa Dahu', kelamin: 'L', desa: 'Bello' },
  ];

  test.each([
    ['in a list of seven', []],
    ['among 1,300 others', villagers(randomOf(4))],
  ])('spellings are one, a slip in the sex is one, twins are two: %s', (_, others) => {
    const rows = [...people, ...others.map((row, n) => ({ ...row, no: `v${n}` }))];
    const columns = Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])]));
    const inferred = inferSpec(columns);
    const all = encodeRecords(columns, undefined, inferred);
    const trained = trainModel(all, inferred);
    const joined = clusterPairs(rows.length, scorePairs(all, trained).pairs, 0.5);
    expect([...joined.slice(0, 7)]).toEqual([0, 0, 0, 3, 4, 5, 5]);
    const { bars, weight, prior, probability } = explainPair(all, trained, 3, 4);
    expect(bars.reduce((sum, bar) => sum + bar.weight, prior)).toBeCloseTo(weight, 9);
    expect(bars.find(({ comparison }) => comparison === 'kelamin')?.weight).toBeLessThan(-50);
    expect(probability).toBeLessThan(0.001);
  });
});
