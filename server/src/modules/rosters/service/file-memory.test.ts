import { parseNik } from '@payung/identity';
import { day } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EarlierRow } from '../judge/index.ts';
import { FileMemory } from './file-memory.ts';
import { KeyTable } from './key-table.ts';
import { RowShelf } from './row-shelf.ts';

test('a shelf gives back every text as it was put in', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 2_000 });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 50 }), fc.integer({ min: 1, max: 40 }), (texts, times) => {
      const shelf = new RowShelf();
      const all = Array.from({ length: times }, () => texts).flat();
      const numbers = all.map((one) => shelf.add(one));
      expect(numbers.map((number) => shelf.get(number))).toEqual(all);
    }),
    { numRuns: 30 },
  );
  expect(() => new RowShelf().get(0)).toThrow(RangeError);
});

test('a table knows the rows under each text in their order, whatever it grew to', () => {
  const table = new KeyTable();
  const expected = new Map<string, number[]>();
  for (let row = 0; row < 60_000; row += 1) {
    const text = `key ${(row * 7919) % 20_011}`;
    table.add(text, row, 51);
    expected.set(text, [...(expected.get(text) ?? []), row]);
  }
  const differing = [...expected].filter(([text, rows]) => {
    const found = table.rowsOf(text).filter((row) => rows.includes(row));
    return found.join() !== rows.join();
  });
  expect(differing).toEqual([]);
  expect(table.rowsOf('another')).toEqual([]);
});

test('a table takes no more rows under a text than are asked for', () => {
  const table = new KeyTable();
  for (let row = 0; row < 60; row += 1) table.add('common', row, 51);
  expect(table.rowsOf('common')).toHaveLength(51);
});

describe('what a file said', () => {
  const read = parseNik('5304011708909001');
  const nik = read.ok ? read.nik : undefined;
  const rowOf = (ordinal: number, over: Partial<EarlierRow['person']> = {}): EarlierRow => ({
    sheet: 'Dusun I',
    row: ordinal + 3,
    ordinal,
    person: {
      nik,
      name: 'yohanes kopong seran',
      birthDate: day('1990-08-17'),
      birthPrecision: 'day',
      sex: 'L',
      mother: 'Maria Hoar',
      village: 5_304_012_001,
      ...over,
    },
  });

  test('comes back whole, the first row with a number first', () => {
    const memory = new FileMemory();
    expect(memory.sameNik(nik)).toBeUndefined();
    memory.remember(rowOf(1), []);
    memory.remember(rowOf(2, { name: 'petrus bria' }), []);
    expect(memory.sameNik(nik)).toEqual(rowOf(1));
    expect(memory.sameNik(undefined)).toBeUndefined();
  });

  test('what a row does not say stays unsaid', () => {
    const memory = new FileMemory();
    const bare = rowOf(1, { nik: undefined, birthPrecision: undefined, sex: undefined, mother: undefined });
    memory.remember(bare, ['near']);
    expect(memory.similar(rowOf(2, { nik: undefined }).person, ['near'])).toEqual(bare);
  });

  test('a key that half a village shares is not followed', () => {
    const memory = new FileMemory();
    for (let row = 1; row <= 51; row += 1) memory.remember(rowOf(row, { nik: undefined }), ['village']);
    expect(memory.similar(rowOf(60, { nik: undefined }).person, ['village'])).toBeUndefined();
  });
});
