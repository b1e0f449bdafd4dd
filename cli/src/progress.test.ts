import type { Progress } from '@payung/server/local';
import { describe, expect, test } from 'vitest';
import type { Terminal } from './command.ts';
import { progressLine, progressPrinter } from './progress.ts';
import { processTerminal } from './terminal.ts';
import { keptTerminal } from './testing/kept-terminal.ts';

const running: Progress = {
  subjectId: '',
  task: 'rosters.check',
  phase: 'checking',
  done: 2500,
  total: 5000,
  finished: false,
  problem: null,
  perSecond: 1250,
  secondsLeft: 2,
};

describe('a line of progress', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['half-way, in Indonesian',   {},                                    'id', 'f  memeriksa  [##########----------]  2.500 dari 5.000 baris  1.250 baris/detik  sisa 2 detik'],
    ['half-way, in English',      {},                                    'en', 'f  checking  [##########----------]  2,500 of 5,000 rows  1,250 rows/s  2 s left'],
    ['the total is not known',    { total: null, secondsLeft: null },    'en', 'f  checking  2,500 rows  1,250 rows/s'],
    ['in the first second',       { perSecond: null, secondsLeft: null }, 'en', 'f  checking  [##########----------]  2,500 of 5,000 rows'],
    ['nothing done yet',          { done: 0, total: null, perSecond: 0, secondsLeft: null }, 'en', 'f  checking'],
    ['finished',                  { phase: 'finished', done: 5000, finished: true, secondsLeft: 0 }, 'en', 'f  done  [####################]  5,000 of 5,000 rows  1,250 rows/s'],
    ['a phase of a later version', { phase: 'polishing', total: null, done: 0, perSecond: null, secondsLeft: null }, 'en', 'f  polishing'],
  ] as const)('%s', (_, change, language, line) => {
    expect(progressLine('f', { ...running, ...change }, language)).toBe(line);
  });

  test('where lines cannot be redrawn, one for each phase and then every 25,000 rows', () => {
    const lines: string[] = [];
    const terminal: Terminal = {
      ...keptTerminal(undefined, 'en').terminal,
      err: (text) => void lines.push(text),
    };
    const print = progressPrinter(terminal);
    const total = 100_000;
    print('f', { ...running, phase: 'queued', done: 0, total: null });
    for (let done = 0; done <= total; done += 1000) print('f', { ...running, done, total });
    print('f', { ...running, phase: 'finished', done: total, total, finished: true });
    expect(lines.map((line) => /([\d,]+) of/.exec(line)?.[1])).toEqual([
      '0',
      '25,000',
      '50,000',
      '75,000',
      '100,000',
      '100,000',
    ]);
  });
});

describe('the screen', () => {
  test('a redrawn line gives way to what is printed next, and never wraps', () => {
    let shown = '';
    const screen = { isTTY: true, columns: 10, write: (text: string) => (shown += text) };
    const terminal = processTerminal('id', { out: screen, err: screen }, {}, '/');
    terminal.redraw?.('a line that is too long');
    terminal.err('next');
    terminal.err('after');
    const wipe = '\r\u001b[2K';
    expect(shown).toBe(`${wipe}a line th${wipe}next\nafter\n`);
  });
});
