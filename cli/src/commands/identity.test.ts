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

test('a model that was kept links and explains without learning again', async () => {
  const { run, text } = folderWith({ 'list.csv': list, 'register.csv': register });
  const files = ['list.csv', 'register.csv'] as const;
  await run('link', ...files, '--out', 'first.csv', '--model-out', 'model.json');
  expect(await run('link', ...files, '--model', 'model.json', '--out', 'second.csv')).toMatchObject({
    status: 0,
  });
  expect(text('second.csv')).toBe(text('first.csv'));
  const explained = await run('explain', ...files, '--model', 'model.json', '--pair', 'D3,P3', '--json');
  const [, , weight] =
    text('first.csv')
      .split('\r\n')
      .find((row) => row.startsWith('D3,P3,'))
      ?.split(',') ?? [];
  expect(JSON.parse(explained.out).weight.toFixed(3)).toBe(weight);
  const other = folderWith({
    'list.csv': list,
    'model.json': text('model.json').replace('"version": 1', '"version": 9'),
  });
  expect(await other.run('dedupe', 'list.csv', '--model', 'model.json', '--out', 'out.csv')).toMatchObject({
    status: 2,
    err: expect.stringContaining('version: 1 is accepted, 9 was given'),
  });
});

describe('files as they come', () => {
  const rows = everyone
    .slice(0, 120)
    .map((n) => [`P${n}`, person(n).name, person(n).born, person(n).village]);
  const again = everyone
    .slice(0, 40)
    .map((n) => [`Q${n}`, person(n).name, person(n).born, person(n).village]);
  const all = [header.split(','), ...rows, ...again];
  const joined = (cells: readonly (readonly string[])[], sign: string, end = '\n') =>
    cells.map((row) => row.join(sign)).join(end) + end;

  // biome-ignore format: aligned table of cases
  test.each<[string, string]>([
    ['commas',                  joined(all, ',')],
    ['a blank after each comma', joined(all, ', ')],
    ['semicolons',              joined(all, ';')],
    ['tabs',                    joined(all, '\t')],
    ['a mark, and Windows line ends', `\ufeff${joined(all, ',', '\r\n')}`],
    ['a column that labels',    joined(all.map((row, n) => [...row, n === 0 ? 'cluster' : String(n)]), ',')],
    ['quoted cells with breaks', joined(all.map((row, n) => (n === 0 ? row : row.map((cell) => `"${cell.replace(' ', '\n')}"`))), ',')],
    ['no line end at last',     joined(all, ',').trimEnd()],
  ])('%s', async (_, text) => {
    const { run, rowsOf } = folderWith({ 'people.csv': text });
    expect(await run('dedupe', 'people.csv', '--out', 'clusters.csv')).toMatchObject({ status: 0 });
    const clusterOf = new Map(rowsOf('clusters.csv').map(({ no, cluster }) => [no, cluster]));
    expect(again.filter(([, name]) => name !== '').every(([id]) => clusterOf.get(id) === clusterOf.get(id?.replace('Q', 'P')))).toBe(true);
    expect(clusterOf.size).toBe(160);
  });

  test('what is left out is said', async () => {
    const text = joined(
      all.map((row, n) => [...row, n === 0 ? 'entity_id' : String(n * 3), n === 0 ? 'nr' : String(n)]),
      ',',
    );
    const { err } = await folderWith({ 'people.csv': text }).run(
      'dedupe',
      'people.csv',
      '--out',
      'clusters.csv',
    );
    expect(err).toContain('Not compared, since it says who is who: entity_id.');
    expect(err).toContain('Not compared, since it only counts the rows: nr.');
  });

  test('without a column that names the rows they are named by their number', async () => {
    const { run, rowsOf } = folderWith({
      'people.csv': joined(
        all.map(([, ...row]) => row),
        ',',
      ),
    });
    const { err } = await run('dedupe', 'people.csv', '--out', 'clusters.csv', '--pairs', 'pairs.csv');
    expect(err).toContain('No column names the rows');
    expect(rowsOf('clusters.csv')[120]).toEqual({ row: '121', cluster: '1' });
  });

  test('a first column made for it names the rows, whatever it is called', async () => {
    const { run, rowsOf } = folderWith({
      'visits.csv': joined(
        [['visit', ...header.split(',').slice(1)], ...rows.map(([, ...row], n) => [`V${n}`, ...row])],
        ',',
      ),
    });
    const { err } = await run('dedupe', 'visits.csv', '--out', 'clusters.csv', '--pairs', 'pairs.csv');
    expect(err).toContain('The rows are named by the column visit; --id names another.');
    expect(Object.keys(rowsOf('clusters.csv')[0] ?? {})).toEqual(['visit', 'cluster']);
  });

  test('that nothing could be compared is said, with what to do', async () => {
    const many = Array.from({ length: 1200 }, (_, n) => `${n},${n % 2 === 0 ? 'red' : 'blue'},${n % 3}`);
    const { run } = folderWith({ 'colours.csv': `id,colour,size\n${many.join('\n')}\n` });
    const said = await run('dedupe', 'colours.csv', '--out', 'clusters.csv');
    expect(said).toMatchObject({ status: 0, err: expect.stringContaining('No pair was compared') });
  });

  test('columns of other names in the second file', async () => {
    const other = [['Kode', 'Nama Lengkap', 'Lahir', 'Kampung'], ...again];
    const { run, rowsOf } = folderWith({
      'a.csv': joined([all[0] ?? [], ...rows], ','),
      'b.csv': joined(other, ';'),
    });
    const said = await run('link', 'a.csv', 'b.csv', '--out', 'pairs.csv');
    expect(said).toMatchObject({ status: 0, err: expect.stringContaining('nama = Nama Lengkap') });
    const best = rowsOf('pairs.csv').filter(({ probability }) => Number(probability) > 0.9);
    expect(best.length).toBeGreaterThanOrEqual(40);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['only a header', 'id,name\n',        'id,cluster\r\n'],
    ['one row',       'id,name\n7,Ana\n', 'id,cluster\r\n7,7\r\n'],
  ])('%s', async (_, file, clusters) => {
    const { run, text } = folderWith({ 'people.csv': file });
    expect(await run('dedupe', 'people.csv', '--out', 'clusters.csv', '--pairs', 'pairs.csv')).toMatchObject({ status: 0 });
    expect(text('clusters.csv')).toBe(clusters);
    expect(text('pairs.csv')).toBe('left,right,weight,probability\r\n');
  });
});

describe('the truth is read', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['as pairs, in any order',       'left,right\nb,a\nc,d',                2, 1],
    ['as two columns of any name',   'ours,theirs\na,b',                    1, 1],
    ['as the clusters of records',   'rec_id,cluster\na,1\nb,1\nc,1\nd,2',  3, 2],
    ['as records of nobody known',   'id,entity\na,\nb,\nc,x',              0, 0],
    ['as Splink names two ids',      'unique_id_l,unique_id_r,clerical_match_score\nb,a,1', 1, 1],
    ['as clusters of any name',      'baris,orang\na,1\nb,1\nc,2',          1, 1],
    ['from a file with all columns', 'nama,rec_id,cluster\nx,a,1\ny,b,1',   1, 1],
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

test('the spec in the guide links what it was written for', async () => {
  const guide = readFileSync(new URL('../../../docs/guides/linkage.md', import.meta.url), 'utf8');
  const [, json = ''] = /```json\n([\s\S]+?)```/.exec(guide) ?? [];
  const rows = everyone.slice(0, 80).map((n) => {
    const [first = 'X', ...last] = person(n).name.split(' ');
    return [
      first,
      last.join(' '),
      person(n).born,
      `${n} ${person(n).village} road`,
      `AB${n % 30}`,
      `0812000${n}`,
    ];
  });
  const names = ['first_name', 'surname', 'dob', 'address', 'postcode', 'phone'];
  const lines = [['id', ...names], ...[...rows, ...rows].map((row, n) => [String(n), ...row])];
  const { run, rowsOf } = folderWith({
    'people.csv': lines.map((line) => line.join(',')).join('\n'),
    'spec.json': json,
  });
  const said = await run('dedupe', '--spec', 'spec.json', 'people.csv', '--out', 'clusters.csv');
  expect(said).toMatchObject({ status: 0 });
  const clusters = rowsOf('clusters.csv').map(({ cluster }) => cluster);
  expect(clusters.slice(80).filter((cluster, n) => cluster !== clusters[n])).toEqual([]);
});

describe('what cannot be done is said', () => {
  const files = {
    'people.csv': register,
    'empty.csv': '',
    'twice.csv': 'no,nama\n1,Ana\n2,Ana\n1,Ani\n',
    'nameless.csv': 'no,nama\n1,Ana\n,Ana\n',
    'workbook.csv': 'PK\u0003\u0004\u0014\u0000\u0006\n\u0000\u0000\n',
    'open.csv': 'no,nama\n1,"Ana\n2,Ana\n',
    'sames.csv': 'id,cluster\na,1\nb,1\na,2\n',
    'pairs.csv': 'left,right,weight,probability\na,b,3,0.9\n',
    'half.json': JSON.stringify({ ...spec, prior: undefined }),
    'alone.csv': 'no\n1\n2\n',
    'broken.json': '{',
    'wrong.json': JSON.stringify({ ...spec, prior: 2 }),
    'other.json': JSON.stringify({ ...spec, blocking: [{ on: ['sound(ibu)'] }] }),
  };
  // biome-ignore format: aligned table of cases
  test.each([
    ['an empty file',                 ['dedupe', 'empty.csv', '--out', 'out.csv'],                               'is empty'],
    ['one name for two rows',         ['dedupe', 'twice.csv', '--out', 'out.csv'],                               'no "1" names data rows 1 and 3'],
    ['a row without a name',          ['dedupe', 'nameless.csv', '--out', 'out.csv'],                            'data row 2 has no no'],
    ['a workbook',                    ['dedupe', 'workbook.csv', '--out', 'out.csv'],                            'Save it as CSV'],
    ['a mark that is never closed',   ['dedupe', 'open.csv', '--out', 'out.csv'],                                'opens in line 2'],
    ['two ways at once',              ['dedupe', '--spec', 'a.json', '--model', 'b.json', 'people.csv', '--out', 'out.csv'], 'Choose one'],
    ['a spec taken for a model',      ['dedupe', '--model', 'half.json', 'people.csv', '--out', 'out.csv'],      'is not trained'],
    ['a threshold that is none',      ['dedupe', '--threshold', '2', 'people.csv', '--out', 'out.csv'],          'from 0 to 1'],
    ['a truth of one id twice',       ['evaluate', '--truth', 'sames.csv', '--pairs', 'pairs.csv'],              'the id a stands twice'],
    ['nothing to compare',            ['dedupe', 'alone.csv', '--out', 'out.csv'],                               'no column that can be compared'],
    ['two files of nothing in common', ['link', 'alone.csv', 'pairs.csv', '--out', 'out.csv'],                    'none of'],
    ['a spec that is no JSON',        ['dedupe', '--spec', 'broken.json', 'people.csv', '--out', 'out.csv'],     'is not JSON'],
    ['a spec with a wrong value',     ['dedupe', '--spec', 'wrong.json', 'people.csv', '--out', 'out.csv'],      'prior'],
    ['a column that is not there',    ['dedupe', '--spec', 'other.json', 'people.csv', '--out', 'out.csv'],      'blocking[0].on[0]: there is no column ibu in'],
    ['a result over its source',      ['dedupe', 'people.csv', '--out', 'people.csv'],                           '--out is a file being read'],
    ['a pair that is none',           ['explain', 'people.csv', '--pair', 'P1'],                                 'two ids'],
    ['a record that is not there',    ['explain', 'people.csv', '--pair', 'P1,P9999'],                           'no row with no P9999'],
    ['a truth that is none',          ['evaluate', '--truth', 'people.csv', '--pairs', 'pairs.csv'],             'columns that are understood'],
    ['pairs that are none',           ['evaluate', '--truth', 'alone.csv', '--pairs', 'people.csv'],             'columns needed'],
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
