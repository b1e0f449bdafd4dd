import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { readRosterFile } from './read.ts';
import { rosterTemplate } from './template.ts';
import { interpret } from './testing/rows.ts';
import { collect } from './testing/xlsx.ts';

test.each(['id', 'en'] as const)(
  'the template in %s is understood by the reader it is made for',
  async (language) => {
    const { sheets } = interpret(await collect(readRosterFile(await rosterTemplate(language))));
    const [roster, guide] = sheets;
    expect(roster?.layout).toMatchObject({ unrecognised: [], missing: [] });
    expect(roster?.layout?.recognised.every(({ by }) => by === 'phrase')).toBe(true);
    expect(guide?.because).toBe('ourSheet');
  },
);

test('its NIK column is text, so that Excel leaves all sixteen digits', async () => {
  const [sheet] = (await readXlsx(await rosterTemplate('id'), { readStyles: true })).sheets;
  expect(sheet?.rows[0]?.[1]).toBe('NIK');
  expect(['1,1', '1999,1'].map((place) => sheet?.cells?.get(place)?.style?.numFmt)).toEqual(['@', '@']);
});

test('the sex is chosen from a list', async () => {
  const [sheet] = (await readXlsx(await rosterTemplate('id'))).sheets;
  expect(sheet?.dataValidations).toMatchObject([{ type: 'list', range: 'F2:F2000', values: ['L', 'P'] }]);
});
