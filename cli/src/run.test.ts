import { Refusal } from '@payung/server/local';
import { describe, expect, test } from 'vitest';
import type { Command, Run, Terminal } from './command.ts';
import { languageOf } from './language.ts';
import { readOptions } from './options.ts';
import { runCommandLine } from './run.ts';
import { keptTerminal } from './testing/kept-terminal.ts';

/** A terminal that keeps what is printed. */
function recorder(language: 'id' | 'en' = 'id') {
  const out: string[] = [];
  const err: string[] = [];
  const terminal: Terminal = {
    ...keptTerminal(undefined, language).terminal,
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
  };
  return { terminal, out, err };
}

/** A command that remembers with what it was called. */
function command(name: string, run: Run = async () => 0): Command & { readonly calls: string[][] } {
  const calls: string[][] = [];
  return {
    name,
    summary: { id: `Perintah ${name}`, en: `Command ${name}` },
    usage: `payung ${name} FILE [--json]`,
    notes: { id: { '--json': 'for programs' }, en: {} },
    calls,
    load: async () => (argv, terminal) => {
      calls.push([...argv]);
      return run(argv, terminal);
    },
  };
}

describe('a command line', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['a command of two words',                   ['roster', 'check', 'x.csv', '--json'], 'roster check', ['x.csv', '--json']],
    ['a command that another one begins with',   ['coverage', '--csv'],                  'coverage',     ['--csv']],
    ['of two that fit, the longer',              ['coverage', 'map'],                    'coverage map', []],
    ['words after it are its own',               ['coverage', 'roster', 'check'],        'coverage',     ['roster', 'check']],
  ] as const)('%s', async (_, argv, name, rest) => {
    const commands = ['roster check', 'roster accept', 'coverage', 'coverage map'].map((one) => command(one));
    const { terminal } = recorder();
    expect(await runCommandLine(argv, terminal, commands)).toBe(0);
    expect(commands.filter(({ calls }) => calls.length > 0).map((one) => one.name)).toEqual([name]);
    expect(commands.flatMap(({ calls }) => calls)).toEqual([rest]);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['a slip',                        ['covrage'],                   'payung coverage'],
    ['the first word alone',          ['roster'],                    'payung roster check'],
    ['a second word that is unknown', ['roster', 'chek', 'x.csv'],   'payung roster check'],
    ['a slip in the first word',      ['rooster', 'check'],          'payung roster check'],
    ['nothing like it',               ['makan'],                     'payung help'],
  ] as const)('%s is no command: said with what may be meant, exit status 2', async (_, argv, meant) => {
    const commands = [command('roster check'), command('coverage')];
    const { terminal, err, out } = recorder();
    expect(await runCommandLine(argv, terminal, commands)).toBe(2);
    expect(err.join('\n')).toContain(meant);
    expect(out).toEqual([]);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['help',                 ['help'],                      'roster check'],
    ['--help',               ['--help'],                    'Perintah coverage'],
    ['-h',                   ['-h'],                        'Perintah coverage'],
    ['help of one',          ['help', 'roster', 'check'],   'payung roster check FILE [--json]'],
    ['one with --help',      ['roster', 'check', '--help'], 'payung roster check FILE [--json]'],
    ['what an option is for', ['help', 'roster', 'check'],  '  --json  for programs'],
    ['a first word with --help', ['roster', '--help'],      'Perintah roster check'],
    ['help of a first word',  ['help', 'roster'],           'Perintah roster check'],
  ] as const)('%s is printed as a result, and nothing runs', async (_, argv, text) => {
    const commands = [command('roster check'), command('coverage')];
    const { terminal, err, out } = recorder();
    expect(await runCommandLine(argv, terminal, commands)).toBe(0);
    expect(out.join('\n')).toContain(text);
    expect(err).toEqual([]);
    expect(commands.flatMap(({ calls }) => calls)).toEqual([]);
  });

  test('nothing at all is used wrongly', async () => {
    const { terminal, err } = recorder();
    expect(await runCommandLine([], terminal, [command('coverage')])).toBe(2);
    expect(err.join('\n')).toContain('coverage');
  });
});

describe('what goes wrong', () => {
  const options = { json: { type: 'boolean' }, month: { type: 'string' } } as const;
  const strict = command('coverage', async (argv) => {
    readOptions(argv, options, 1);
    return 0;
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['an unknown option',            ['x', '--jsn'],      '--jsn'],
    ['an option without its value',  ['x', '--month'],    '--month'],
    ['an operand missing',           [],                  'payung coverage FILE'],
    ['an operand too many',          ['x', 'y'],          'payung coverage FILE'],
  ] as const)('%s: the usage, exit status 2', async (_, argv, text) => {
    const { terminal, err } = recorder();
    expect(await runCommandLine(['coverage', ...argv], terminal, [strict])).toBe(2);
    expect(err.join('\n')).toContain(text);
    expect(err.at(-1)).toContain('payung coverage FILE');
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['id', 'Daftar ini tidak ada dalam wilayah tugas Anda.'],
    ['en', 'not in your'],
  ] as const)('a refusal is said in %s with its remedy, exit status 1', async (language, text) => {
    const refused = command('roster accept', () => Promise.reject(new Refusal('rosters.notFound')));
    const { terminal, err } = recorder(language);
    expect(await runCommandLine(['roster', 'accept'], terminal, [refused])).toBe(1);
    expect(err).toHaveLength(2);
    expect(err[0]).toContain(text);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['a file that is not there',       '/tmp/daftar.xlsx',                'Berkas /tmp/daftar.xlsx tidak ada.'],
    ['one whose folder is not there',  '/tmp/tidak-ada-ini/daftar.xlsx',  'Folder untuk /tmp/tidak-ada-ini/daftar.xlsx tidak ada.'],
  ] as const)('%s is named', async (_, path, said) => {
    const missing = Object.assign(new Error('x'), { code: 'ENOENT', path });
    const { terminal, err } = recorder();
    const reading = command('roster check', () => Promise.reject(missing));
    expect(await runCommandLine(['roster', 'check'], terminal, [reading])).toBe(1);
    expect(err).toEqual([said]);
  });

  test('a mistake of ours shows where it happened', async () => {
    const broken = command('coverage', () => Promise.reject(new TypeError('oops')));
    const { terminal, err } = recorder();
    expect(await runCommandLine(['coverage'], terminal, [broken])).toBe(1);
    expect(err.join('\n')).toContain('TypeError: oops');
  });
});

describe('the language', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    [{},                                              'id'],
    [{ LANG: 'en_US.UTF-8' },                         'en'],
    [{ LANG: 'C.UTF-8' },                             'id'],
    [{ LANG: 'en_US.UTF-8', PAYUNG_LANG: 'id' },      'id'],
    [{ LANG: 'id_ID.UTF-8', PAYUNG_LANG: 'en' },      'en'],
    [{ LANG: 'en_GB', PAYUNG_LANG: '' },              'en'],
    [{ LANG: 'de_DE.UTF-8' },                         'id'],
  ] as const)('of %j is %s', (env, language) => {
    expect(languageOf(env)).toBe(language);
  });
});
