import { expect, test } from 'vitest';
import { plain, processTerminal } from './terminal.ts';

// biome-ignore format: aligned table of cases
test.each([
  ['a name',                           'Yohanes Seran',                'Yohanes Seran'],
  ['lines and tabs',                   'a\tb\nc\r\nd',                'a\tb\nc\r\nd'],
  ['clearing the screen',              'daftar\u001b[2J.csv',          'daftar\ufffd[2J.csv'],
  ['a command of one character',       'daftar\u009b2J.csv',           'daftar\ufffd2J.csv'],
  ['writing over the line',            'ditolak\rditerima',            'ditolak\ufffdditerima'],
  ['a bell and a backspace',           'a\u0007b\u0008c',              'a\ufffdb\ufffdc'],
])('%s: what is printed commands no terminal', (_, given, printed) => {
  expect(plain(given)).toBe(printed);
});

test('whatever is printed goes that way', () => {
  const written: string[] = [];
  const screen = { write: (text: string) => written.push(text) };
  const terminal = processTerminal('id', { out: screen, err: screen }, {}, '.');
  terminal.out('\u001b]0;judul\u0007');
  terminal.err('\u001b[2J');
  expect(written).toEqual(['\ufffd]0;judul\ufffd\n', '\ufffd[2J\n']);
});

test('a long result waits for its reader', async () => {
  const written: string[] = [];
  let resume: (() => void) | undefined;
  const slow = {
    write: (text: string) => {
      written.push(text);
      return false;
    },
    once: (_: 'drain', listener: () => void) => {
      resume = listener;
    },
  };
  const terminal = processTerminal('id', { out: slow, err: slow }, {}, '.');
  let printed = false;
  const printing = terminal.print('satu\ndua').then(() => {
    printed = true;
  });
  await Promise.resolve();
  expect([written, printed]).toEqual([['satu\ndua\n'], false]);
  resume?.();
  await printing;
  expect(printed).toBe(true);
});

test('a long result goes on at once where nobody is behind', async () => {
  const written: string[] = [];
  const screen = { write: (text: string) => written.push(text) > 0 };
  const terminal = processTerminal('id', { out: screen, err: screen }, {}, '.');
  await terminal.print('satu');
  expect(written).toEqual(['satu\n']);
});
