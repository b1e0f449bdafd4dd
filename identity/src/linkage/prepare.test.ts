import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainPreparation, preparation } from './prepare.ts';
import { ValueTable } from './values.ts';

const words = fc.constantFrom(
  'Maria',
  'M.',
  'Seran',
  'ibu',
  'spd',
  'S',
  'Pd',
  'alias',
  'bin',
  "Pit'ay",
  'É',
  '12',
  '',
  ' ',
);
const written = fc.oneof(
  fc.array(words, { maxLength: 5 }).map((all) => all.join(' ')),
  fc.string({ maxLength: 12 }),
);

test.each(['text', 'name', 'digits', 'date', 'exact'] as const)(
  'plain values are prepared as any other: %s',
  (kind) => {
    fc.assert(
      fc.property(written, (text) => {
        const units = Uint16Array.from({ length: text.length }, (_, n) => text.charCodeAt(n));
        const into = new Uint16Array(units.length);
        const length = plainPreparation(kind)(units, 0, units.length, into);
        if (length >= 0)
          expect(String.fromCharCode(...into.subarray(0, length))).toBe(preparation(kind)(text));
      }),
    );
  },
);

test('a plain name is not made a text of', () => {
  const text = 'Yohanes Maria Seran';
  const units = Uint16Array.from({ length: text.length }, (_, n) => text.charCodeAt(n));
  expect(plainPreparation('name')(units, 0, units.length, new Uint16Array(19))).toBe(19);
});

test('values are numbered from 1 as they come, equal ones alike, however many there are', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 2 }), { maxLength: 400 }), (texts) => {
      const table = new ValueTable();
      const numbers = new Map([['', 0]]);
      for (const text of texts) if (!numbers.has(text)) numbers.set(text, numbers.size);
      expect(texts.map((text) => table.addText(text))).toEqual(texts.map((text) => numbers.get(text)));
    }),
  );
});
