import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editsBetween } from './edits.ts';

const unitsOf = (text: string) => Uint16Array.from(text, (character) => character.charCodeAt(0));
const edits = (a: string, b: string, most: number) =>
  editsBetween(unitsOf(a + b), 0, a.length, a.length, a.length + b.length, most);

describe('edits between two texts', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['equal',                   'seran',   'seran',    0],
    ['one more',                'seran',   'serann',   1],
    ['one less',                'seran',   'sran',     1],
    ['one other',               'seran',   'saran',    1],
    ['neighbours exchanged',    'seran',   'searn',    1],
    ['exchanged and one other', 'seran',   'searx',    2],
    ['kitten',                  'kitten',  'sitting',  3],
    ['nothing',                 '',        'bria',     4],
  ])('%s', (_, a, b, count) => {
    expect(edits(a, b, 9)).toBe(count);
    expect(edits(b, a, 9)).toBe(count);
  });

  test('more than asked for is one more, whatever they are', () => {
    expect(edits('kitten', 'sitting', 2)).toBe(3);
    expect(edits('abcdefgh', 'z', 2)).toBe(3);
  });

  test('equal those of the whole table, as far as asked for', () => {
    const text = fc.stringMatching(/^[abc]{0,9}$/);
    fc.assert(
      fc.property(text, text, fc.integer({ min: 1, max: 9 }), (a, b, most) => {
        expect(edits(a, b, most)).toBe(Math.min(wholeTable(a, b), most + 1));
      }),
      { numRuns: 2000 },
    );
  });

  test('and of texts longer than a number has bits', () => {
    const text = fc.stringMatching(/^[ab]{28,40}$/);
    fc.assert(
      fc.property(text, text, fc.integer({ min: 2, max: 20 }), (a, b, most) => {
        expect(edits(a, b, most)).toBe(Math.min(wholeTable(a, b), most + 1));
      }),
      { numRuns: 300 },
    );
  });
});

function wholeTable(a: string, b: string): number {
  const cells: number[][] = [];
  const cell = (i: number, j: number) => cells[i]?.[j] ?? 0;
  for (let i = 0; i <= a.length; i++) {
    const row: number[] = [];
    cells.push(row);
    for (let j = 0; j <= b.length; j++) {
      if (i === 0 || j === 0) row.push(i + j);
      else {
        const changed = cell(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
        const swapped =
          i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? cell(i - 2, j - 2) + 1 : changed;
        row.push(Math.min(changed, swapped, cell(i - 1, j) + 1, cell(i, j - 1) + 1));
      }
    }
  }
  return cell(a.length, b.length);
}
