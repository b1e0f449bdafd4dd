import { expect, test } from 'vitest';
import { jkmParameters } from '../jkm/parameters.ts';
import { jkkParameters } from './parameters.ts';

const all = [...jkkParameters, ...jkmParameters];

test('no two parameters share an id', () => {
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
});

test('each value names its regulation and article, and what was not read names no page', () => {
  for (const { periods } of all) {
    for (const { source } of periods) {
      expect(source.law).toMatch(/^(PP|Permenaker) \d+\/\d{4}/);
      expect(source.article).toMatch(/^(Pasal \d+|Lampiran)/);
      if (source.confidence === 'known') expect(source.page).toBeUndefined();
    }
  }
});

test('JKK begins with the programme and changes only with PP 82/2019', () => {
  const days = jkkParameters.flatMap(({ periods }) => periods.map(({ during }) => during.from));
  expect([...new Set(days)].sort()).toEqual(['2015-07-01', '2019-12-02']);
  for (const { periods } of jkkParameters) expect(periods[0]?.during.from).toBe('2015-07-01');
});
