import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keptTerminal } from '../testing/kept-terminal.ts';
import { waitPrinter } from './wait.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

test('a short run is silent, a long one says now and then what it is at', () => {
  const { terminal, ended } = keptTerminal(undefined, 'en');
  const wait = waitPrinter(terminal);
  wait('reading');
  vi.advanceTimersByTime(2_900);
  wait('encoding', { records: 20_000 });
  expect(ended(0).err).toBe('');
  vi.advanceTimersByTime(1_100);
  wait('scoring', { done: 32_768 });
  vi.advanceTimersByTime(9_000);
  wait('scoring', { done: 65_536 });
  vi.advanceTimersByTime(1_000);
  wait('writing', { pairs: 7 });
  expect(ended(0).err).toBe('4 s  comparing: 32,768 pairs\n14 s  writing 7 pairs');
});

test('on a screen one line is drawn again', () => {
  const { terminal, ended } = keptTerminal(undefined, 'en');
  const drawn: string[] = [];
  const wait = waitPrinter({ ...terminal, live: true, redraw: (text) => void drawn.push(text) });
  vi.advanceTimersByTime(4_000);
  wait('training');
  vi.advanceTimersByTime(300);
  wait('scoring', { done: 5 });
  expect({ drawn, err: ended(0).err }).toEqual({
    drawn: ['4 s  learning the weights', '4 s  comparing: 5 pairs'],
    err: '',
  });
});
