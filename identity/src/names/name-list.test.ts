import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LOCAL, MEN, WOMEN } from './lexicon.ts';
import { NameList } from './name-list.ts';
import { normaliseName } from './normalise.ts';
import { nameSimilarity } from './similarity.ts';

const word = fc.oneof(
  fc.constantFrom(...MEN, ...WOMEN, ...LOCAL, 'yoh', 'm', 'y', 'da', 'anis', 'maria', 'riwu', 'kaho'),
  fc.stringMatching(/^[a-d]{1,5}$/),
);
const name = fc.array(word, { maxLength: 10 }).map((words) => words.join(' '));

test('names in a list are as similar as by themselves', () => {
  fc.assert(
    fc.property(
      fc.array(name, { minLength: 2, maxLength: 5 }),
      fc.constantFrom(0.4, 0.6, 0.75, 0.9),
      (names, least) => {
        const list = new NameList(names.length, (at) => names[at] ?? '');
        const normalised = new NameList(names.length, (at) => normaliseName(names[at] ?? '').text, true);
        names.forEach((a, i) => {
          names.forEach((b, j) => {
            expect(list.similarity(i, j)).toBe(nameSimilarity(a, b));
            expect(normalised.similarity(i, j)).toBe(nameSimilarity(a, b));
            const atLeast = list.similarity(i, j, least);
            expect(atLeast).toBe(atLeast === 0 && nameSimilarity(a, b) < least ? 0 : nameSimilarity(a, b));
          });
        });
      },
    ),
    { numRuns: 500 },
  );
});
