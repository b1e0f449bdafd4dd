import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryDirectory } from '@payung/server/testing';
import papaparse from 'papaparse';
import { describe, expect, test } from 'vitest';
import { runCommandLine } from '../run.ts';
import { keptTerminal } from '../testing/kept-terminal.ts';
import { commands } from './index.ts';

const names = [
  'Maria Seran',
  'Yohanes Bria',
  'Petrus Nahak',
  'Agustinus Mau',
  'Veronika Lero',
  'Kornelis Tae',
];
const of = (list: readonly string[], n: number) => list[n % list.length] ?? '';
const person = (n: number) => ({
  name: `${of(names, n * 5 + (n >> 3))} ${of(['Bere', 'Klau', 'Seuk', 'Asa', 'Luan', 'Manek', 'Fahik'], n >> 1)}`,
  born: `19${String(50 + (n % 45)).padStart(2, '0')}-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + ((n * 7) % 28)).padStart(2, '0')}`,
  village: of(['Kabuna', 'Umaklaran', 'Leosama', 'Fatuba', 'Haekesak', 'Silawan'], n >> 2),
});
const line = (id: string, n: number, name = person(n).name) =>
  [id, name, person(n).born, person(n).village].join(',');
const header = 'no,nama,tanggal_lahir,desa';
const everyone = Array.from({ length: 300 }, (_, n) => n);
const register = [header, ...everyone.map((n) => line(`P${n}`, n))].join('\n');
/** Every third person of the register, written in capitals, and one who is not in it. */
const list = [
  header,
  ...everyone.filter((n) => n % 3 === 0).map((n) => line(`D${n}`, n, person(n).name.toUpperCase())),
  'D900,Zakarias Un,2001-02-03,Oeolo',
].join('\r\n');

const spec = {
  id: 'no',
  comparisons: [
    {
      name: 'nama',
      columns: ['nama'],
      prepare: 'name',
      levels: [{ test: 'exact', m: 0.9, u: 0.01 }],
      otherwise: { m: 0.1, u: 0.99 },
    },
    {
      name: 'lahir',
      columns: ['tanggal_lahir'],
      prepare: 'date',
      levels: [{ test: 'exact', m: 0.9, u: 0.001 }],
      otherwise: { m: 0.1, u: 0.999 },
    },
  ],
  blocking: [{ on: ['tanggal_lahir'] }, { on: ['nama', 'desa'] }],
  prior: 0.001,
};

/** A folder with these files; runs commands that name them without their folder. */
function folderWith(files: Readonly<Record<string, string>>) {
  const folder = temporaryDirectory();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return {
    async run(...argv: readonly string[]) {
      const { terminal, ended } = keptTerminal(undefined, 'en');
      const words = argv.map((word) => (/\.(csv|json)$/.test(word) ? join(folder, word) : word));
      return ended(await runCommandLine(['identity', ...words], terminal, commands));
    },
    rowsOf: (name: string) =>
      papaparse.parse<Record<string, string>>(readFileSync(join(folder, name), 'utf8'), {
        header: true,
        skipEmptyLines: true,
      }).data,
    text: (name: string) => readFileSync(join(folder, name), 'utf8'),
  };
}

test('two files are linked by a spec, and the pairs held against the truth', async () => {
  const truth = ['left,right', ...everyone.filter((n) => n % 3 === 0).map((n) => `P${n},D${n}`)].join('\n');
  const { run, rowsOf } = folderWith({
    'list.csv': `\ufeff${list}`,
    'register.csv': register,
    'spec.json': JSON.stringify(spec),
    'truth.csv': truth,
  });
  const linked = await run('link', '--spec', 'spec.json', 'list.csv', 'register.csv', '--out', 'pairs.csv');
  expect(linked).toMatchObject({
    status: 0,
    out: '',
    err: expect.stringMatching(/^Pairs found: \d+, among [\d,]+ compared\.$/),
  });
  const pairs = rowsOf('pairs.csv');
  expect(Object.keys(pairs[0] ?? {})).toEqual(['left', 'right', 'weight', 'probability']);
  // 0.9 / 0.01 and 0.9 / 0.001 upon one in a thousand: 2^6.49 × 2^9.81 × 2^-9.96.
  expect(pairs.find(({ left, right }) => left === 'D3' && right === 'P3')).toMatchObject({ weight: '6.341' });

  const { status, out } = await run('evaluate', '--truth', 'truth.csv', '--pairs', 'pairs.csv', '--json');
  expect(status).toBe(0);
  const { best, truePairs } = JSON.parse(out);
  expect({ truePairs, right: best.right, recall: best.recall }).toEqual({
    truePairs: 100,
    right: 100,
    recall: 1,
  });
});

test('one file is rid of its duplicates without a spec', async () => {
  const twice = [...register.split('\n'), ...everyone.slice(0, 60).map((n) => line(`Q${n}`, n))].join('\n');
  const { run, rowsOf } = folderWith({ 'people.csv': twice });
  const said = await run('dedupe', 'people.csv', '--out', 'clusters.csv', '--pairs', 'pairs.csv');
  expect(said.status).toBe(0);
  expect(said.err).toMatch(/Rows: 360, clusters: \d+ \(at a probability from 0\.5\)\./);
  const clusterOf = new Map(rowsOf('clusters.csv').map(({ no, cluster }) => [no, cluster]));
  expect(clusterOf.size).toBe(360);
  expect(everyone.slice(0, 60).filter((n) => clusterOf.get(`Q${n}`) !== clusterOf.get(`P${n}`))).toEqual([]);
  expect(rowsOf('pairs.csv').length).toBeGreaterThanOrEqual(60);
});

test('a pair is explained bar by bar', async () => {
  const { run } = folderWith({
    'list.csv': list,
    'register.csv': register,
    'spec.json': JSON.stringify(spec),
  });
  const argv = ['explain', '--spec', 'spec.json', 'list.csv', 'register.csv', '--pair', 'D3,P3'] as const;
  const { status, out } = await run(...argv);
  expect(status).toBe(0);
  expect(out.split('\n').map((text) => text.replace(/ {2,}/g, ' | '))).toEqual([
    'comparison | level | left | right | weight',
    'before comparing | -9.96',
    expect.stringMatching(/^nama \| exact \| .+ \| .+ \| \+6\.49$/),
    'lahir | exact | 1953-04-22 | 1953-04-22 | +9.81',
    'sum | +6.34',
    '',
    'Probability that both are one person: 0.987817',
  ]);
  const json = JSON.parse((await run(...argv, '--json')).out);
  expect(json).toMatchObject({
    left: 'D3',
    right: 'P3',
    bars: [{ comparison: 'nama' }, { comparison: 'lahir' }],
  });
});

test('the inferred spec is printed, and is one that can be given back', async () => {
  const { run } = folderWith({ 'list.csv': list, 'register.csv': register });
  const { status, out } = await run('spec', 'list.csv', 'register.csv');
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    id: 'no',
    comparisons: expect.any(Array),
    blocking: expect.any(Array),
  });
  const again = folderWith({ 'list.csv': list, 'register.csv': register, 'spec.json': out });
  expect(
    await again.run('link', '--spec', 'spec.json', 'list.csv', 'register.csv', '--out', 'pairs.csv'),
  ).toMatchObject({
    status: 0,
  });
});

describe('the truth is read', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['as pairs, in any order',       'left,right\nb,a\nc,d',                2, 1],
    ['as two columns of any name',   'ours,theirs\na,b',                    1, 1],
    ['as the clusters of records',   'rec_id,cluster\na,1\nb,1\nc,1\nd,2',  3, 2],
    ['as records of nobody known',   'id,entity\na,\nb,\nc,x',              0, 0],
  ])('%s', async (_, truth, truePairs, right) => {
    const { run } = folderWith({
      'truth.csv': truth,
      'pairs.csv': 'left,right,weight,probability\na,b,3,0.9\na,c,1,0.6\n',
    });
    const { status, out } = await run('evaluate', '--truth', 'truth.csv', '--pairs', 'pairs.csv', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ truePairs, thresholds: expect.arrayContaining([expect.objectContaining({ threshold: 0.01, found: 2, right })]) });
  });

  test('and the qualities are printed, one threshold a line, the best last', async () => {
    const { run } = folderWith({
      'truth.csv': 'left,right\na,b',
      'pairs.csv': 'left,right,weight,probability\na,b,3,0.9\na,c,1,0.6\n',
    });
    const { out, err } = await run('evaluate', '--truth', 'truth.csv', '--pairs', 'pairs.csv');
    expect(out.split('\n').at(-1)?.trim().split(/ +/)).toEqual([
      '0.9000',
      '1',
      '1',
      '1.0000',
      '1.0000',
      '1.0000',
      'best',
    ]);
    expect(err).toBe('True pairs: 1.');
  });
});

describe('what cannot be done is said', () => {
  const files = {
    'people.csv': register,
    'empty.csv': '',
    'nobody.csv': 'nama\nAna\nAna\n',
    'alone.csv': 'no\n1\n2\n',
    'broken.json': '{',
    'wrong.json': JSON.stringify({ ...spec, prior: 2 }),
    'other.json': JSON.stringify({ ...spec, blocking: [{ on: ['sound(ibu)'] }] }),
  };
  // biome-ignore format: aligned table of cases
  test.each([
    ['an empty file',                 ['dedupe', 'empty.csv', '--out', 'out.csv'],                               'is empty'],
    ['no column that names a record', ['dedupe', 'nobody.csv', '--out', 'out.csv'],                              'No column has another value'],
    ['nothing to compare',            ['dedupe', 'alone.csv', '--out', 'out.csv'],                               'no column that can be compared'],
    ['a spec that is no JSON',        ['dedupe', '--spec', 'broken.json', 'people.csv', '--out', 'out.csv'],     'is not JSON'],
    ['a spec with a wrong value',     ['dedupe', '--spec', 'wrong.json', 'people.csv', '--out', 'out.csv'],      'prior'],
    ['a column that is not there',    ['dedupe', '--spec', 'other.json', 'people.csv', '--out', 'out.csv'],      'no column ibu'],
    ['a result over its source',      ['dedupe', 'people.csv', '--out', 'people.csv'],                           '--out is a file being read'],
    ['a pair that is none',           ['explain', 'people.csv', '--pair', 'P1'],                                 'two ids'],
    ['a record that is not there',    ['explain', 'people.csv', '--pair', 'P1,P9999'],                           'no row with no P9999'],
    ['a truth that is none',          ['evaluate', '--truth', 'people.csv', '--pairs', 'people.csv'],            'columns that are understood'],
    ['pairs that are none',           ['evaluate', '--truth', 'alone.csv', '--pairs', 'people.csv'],             'columns that are understood'],
    ['no file for the result',        ['dedupe', 'people.csv'],                                                  'Usage'],
  ] as const)('%s', async (_, argv, text) => {
    const { run } = folderWith(files);
    const said = await run(...argv);
    expect(said.status).toBe(2);
    expect(said.err).toContain(text);
  });

  test('a file that is not there', async () => {
    const { run } = folderWith({});
    expect(await run('dedupe', 'gone.csv', '--out', 'out.csv')).toMatchObject({
      status: 1,
      err: expect.stringContaining('There is no file'),
    });
  });
});
