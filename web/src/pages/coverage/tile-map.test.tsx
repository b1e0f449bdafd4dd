import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { Percentage, Tile } from '../../app/api.ts';
import { TileMap } from './TileMap.tsx';
import { scale, stepOf } from './tile-scale.ts';

const words = {
  title: 'Peta',
  legend: 'Cakupan:',
  noDenominator: 'belum ada penyebut',
  outside: 'di luar wilayah',
  percent: (value: number) => `${value}%`,
  people: (count: number) => `${count} orang`,
};
const counts = { people: 12, stated: 0, jkk: 12, jkm: 12, jht: 0, jp: 0, jkp: 0 };
const tile = (name: string, column: number, row: number, rest: Partial<Tile> = {}): Tile => ({
  code: 5_300_000_000 + column,
  name,
  shortName: null,
  column,
  row,
  counts,
  percentages: [],
  published: [],
  ...rest,
});
const denominator: Percentage['denominator'] = {
  figureId: 'f',
  area: 5_300_000_000,
  branchId: null,
  measure: 'denominator',
  segment: 'all',
  period: '2024',
  value: 100,
  low: null,
  high: null,
  estimate: true,
  unit: 'person',
  definition: 'pekerja',
  source: 'BPS',
  url: null,
  asOf: null,
  confidence: 'low',
  note: null,
};
const half: Percentage = { percent: 50, numerator: 50, denominator };

function draw(tiles: readonly Tile[]): string {
  return renderToStaticMarkup(
    <TileMap
      tiles={tiles}
      words={words}
      percentageOf={({ percentages }) => percentages[0]}
      href={(code) => `/cakupan?wilayah=${code}`}
      onOpen={() => undefined}
    />,
  );
}

describe('the tile map', () => {
  const html = draw([
    tile('Kabupaten Belu', 9, 1, { percentages: [half] }),
    tile('Kota Kupang', 6, 2),
    tile('Kabupaten Alor', 9, 0, { counts: null }),
  ]);

  test('a tile is a link that says its value and its people', () => {
    expect(html).toContain('href="/cakupan?wilayah=5300000009" aria-label="Kabupaten Belu: 50%, 12 orang"');
    expect(html).toContain(`fill="${stepOf(50).fill}"`);
  });

  test('without a denominator it says so and is given no percentage', () => {
    expect(html).toContain('aria-label="Kota Kupang: belum ada penyebut, 12 orang"');
  });

  test('outside the scope it is drawn, says nothing and leads nowhere', () => {
    expect(html.match(/<a /g)).toHaveLength(2);
    expect(html).toContain('<title>Alor: di luar wilayah</title>');
  });

  test('tiles in different places do not lie on one another', () => {
    const places = [...html.matchAll(/transform="translate\((\d+) (\d+)\)"/g)].map(([whole]) => whole);
    expect(new Set(places).size).toBe(3);
  });
});

// biome-ignore format: aligned table of cases
test.each([
  ['nobody',                   0,      0],
  ['just below a step',        4.99,   0],
  ['on a step',                5,      5],
  ['between two steps',        59.99, 40],
  ['the last step',           80,     80],
  ['more than the whole',    120,     80],
])('%s has its step of the scale', (_, percent, from) => {
  expect(stepOf(percent).from).toBe(from);
});

test('the ink of every step can be read on it (WCAG 1.4.3)', () => {
  for (const { fill, ink } of scale) expect(contrast(fill, ink)).toBeGreaterThanOrEqual(4.5);
});

function contrast(one: string, other: string): number {
  const [pale = 0, deep = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (pale + 0.05) / (deep + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
