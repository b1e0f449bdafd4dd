import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesIn } from './lines.ts';

async function* pieces(...texts: readonly (string | Uint8Array)[]) {
  for (const text of texts) yield typeof text === 'string' ? new TextEncoder().encode(text) : text;
}

async function read(source: AsyncIterable<Uint8Array>, longest = 1000) {
  const lines: (string | undefined)[] = [];
  for await (const some of linesIn(source, longest)) lines.push(...some.map((line) => line?.toString()));
  return lines;
}

describe('lines', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['nothing',                            [],                        []],
    ['one that is not ended',              ['a'],                     ['a']],
    ['the last one ended or not',          ['a\nb\n'],                ['a', 'b']],
    ['empty ones',                         ['\n\na\n\n'],             ['', '', 'a', '']],
    ['in pieces',                          ['a', 'b\nc', '\n', 'd'],  ['ab', 'c', 'd']],
    ['other separators are part of it',    ['a\u2028b\rc\n'],         ['a\u2028b\rc']],
  ])('%s', async (_, texts, lines) => {
    expect(await read(pieces(...texts))).toEqual(lines);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['as long as it may be',       ['12345\nb'],            ['12345', 'b']],
    ['longer by one',              ['123456\nb'],           [undefined, 'b']],
    ['longer, in pieces',          ['123', '456', '7\nb'],  [undefined, 'b']],
    ['longer, and never ended',    ['a\n123', '456'],       ['a', undefined]],
  ])('one that is %s', async (_, texts, lines) => {
    expect(await read(pieces(...texts), 5)).toEqual(lines);
  });

  test('are the same however the bytes are cut', async () => {
    const text = fc
      .array(fc.constantFrom('a', 'é', '\n', '\u2028'), { maxLength: 40 })
      .map((all) => all.join(''));
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(60), { maxLength: 5 }), async (all, cuts) => {
        const bytes = new TextEncoder().encode(all);
        const places = [
          0,
          ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b),
          bytes.length,
        ];
        const cut = places.slice(1).map((end, n) => bytes.subarray(places[n], end));
        expect(await read(pieces(...cut))).toEqual(await read(pieces(all)));
        expect((await read(pieces(...cut))).join('\n')).toBe(all.replace(/\n$/, ''));
      }),
    );
  });
});
