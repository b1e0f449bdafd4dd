import { expect, test } from 'vitest';
import { jkmParameters } from '../jkm/parameters.ts';
import { jkkParameters } from './parameters.ts';

const all = [...jkkParameters, ...jkmParameters];

test('no two parameters share an id', () => {
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
});

// Where no article was found, none is named.
const WITHOUT_ARTICLE = ['jkk.benefit.stmb_month_days', 'jkk.benefit.return_to_work'];

test('each value names its regulation and article, and what was not read names no page', () => {
  for (const { id, periods } of all) {
    for (const { source } of periods) {
      expect(source.law).toMatch(/^(PP|Permenaker) \d+\/\d{4}/);
      if (WITHOUT_ARTICLE.includes(id)) expect(source.article).toBeUndefined();
      else expect(source.article).toMatch(/^(Pasal \d+|Lampiran)/);
      if (source.confidence === 'known') expect(source.page).toBeUndefined();
    }
  }
});

// What PP 82/2019 brought.
const NEW = ['occupational_diagnosis', 'hearing_aid_cap', 'glasses_cap', 'homecare_cap', 'homecare_months'];

test('JKK begins with the programme and changes only with PP 82/2019', () => {
  const days = jkkParameters.flatMap(({ periods }) => periods.map(({ during }) => during.from));
  expect([...new Set(days)].sort()).toEqual(['2015-07-01', '2019-12-02']);
  for (const { id, periods } of jkkParameters) {
    const isNew = NEW.some((name) => id === `jkk.benefit.${name}`);
    expect([id, periods[0]?.during.from]).toEqual([id, isNew ? '2019-12-02' : '2015-07-01']);
  }
});
