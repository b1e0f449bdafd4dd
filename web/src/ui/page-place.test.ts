import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstPage, type PagePlace, pageAfter, pageBefore, pageNumber } from './page-place.ts';

test('whoever goes on and back again stands where they stood', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 20 }), (cursors) => {
      let place: PagePlace<number> = firstPage;
      const seen = [place];
      for (const cursor of cursors) {
        place = pageAfter(place, cursor);
        seen.push(place);
      }
      expect(pageNumber(place)).toBe(cursors.length + 1);
      for (const earlier of seen.toReversed()) {
        expect(place).toEqual(earlier);
        place = pageBefore(place);
      }
    }),
  );
});

test('before the first page is the first page', () => {
  expect(pageBefore(firstPage)).toEqual(firstPage);
});
