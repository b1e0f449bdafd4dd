import { beforeAll, describe, expect, test } from 'vitest';
import { type Context, read } from '#platform/context';
import { Refusal } from '#platform/refusal';
import { type TestPlatform, testPlatform } from '#testing';
import { createApp } from '../../api.ts';
import { getArea, loadAreas, loadVillageIndex, resolveVillage } from './index.ts';

const ntt = 5_300_000_000;
const belu = 5_304_000_000;

let world: TestPlatform;
let terminal: Context;

beforeAll(async () => {
  world = await testPlatform();
  terminal = world.terminal;
});

async function count(where: string): Promise<number> {
  const { rows } = await world.database.superuser.query(`select count(*) as n from ${where}`);
  return rows[0].n;
}

describe('loading the areas of Nusa Tenggara Timur', () => {
  test('the first time everything is new, the second time nothing changes', async () => {
    expect(await loadAreas(terminal)).toEqual({
      inserted: 1 + 22 + 315 + 3442,
      updated: 0,
      splits: 10,
      branches: 6,
    });
    expect(await loadAreas(terminal)).toEqual({ inserted: 0, updated: 0, splits: 0, branches: 0 });
    expect(await count("area where level = 'regency'")).toBe(22);
    expect(await count("area where level = 'district'")).toBe(315);
    expect(await count("area where kind = 'desa'")).toBe(3137);
    expect(await count("area where kind = 'kelurahan'")).toBe(305);
    expect(await count('branch_area')).toBe(22);
  });

  test('a row that somebody spoiled is corrected', async () => {
    await world.database.superuser.query("update area set name = 'Bellu' where code = $1", [belu]);
    expect(await loadAreas(terminal)).toMatchObject({ inserted: 0, updated: 1 });
    expect((await getArea(terminal, belu)).area.name).toBe('Kabupaten Belu');
  });

  test('each of the 22 kabupaten has a tile of its own', async () => {
    const { children } = await getArea(terminal, ntt);
    const tiles = children.map(({ tile }) => tile && `${tile.column},${tile.row}`);
    expect(tiles).toHaveLength(22);
    expect(tiles).not.toContain(null);
    expect(new Set(tiles).size).toBe(22);
  });

  test('the tiles lie like the islands', async () => {
    const { children } = await getArea(terminal, ntt);
    const at = (shortName: string) =>
      children.find((area) => area.shortName === shortName)?.tile ?? { column: NaN, row: NaN };
    const north = [
      'Manggarai Barat',
      'Manggarai',
      'Manggarai Timur',
      'Ngada',
      'Nagekeo',
      'Ende',
      'Sikka',
      'Flores Timur',
      'Lembata',
      'Alor',
    ];
    expect(north.map((name) => at(name))).toEqual(north.map((_, column) => ({ column, row: 0 })));
    const sumba = ['Sumba Barat Daya', 'Sumba Barat', 'Sumba Tengah', 'Sumba Timur'].map((name) => at(name));
    expect(sumba.map(({ column }) => column)).toEqual([0, 1, 2, 3]);
    expect(at('Kota Kupang').column).toBeLessThan(at('Kab. Kupang').column);
    expect(at('TTU').row).toBeLessThan(at('TTS').row);
    expect(at('Belu').row).toBeLessThan(at('Malaka').row);
    expect(at('Rote Ndao').row).toBeGreaterThan(at('Kota Kupang').row);
    expect(at('Sabu Raijua').column).toBeLessThan(at('Rote Ndao').column);
  });

  test('the database finds villages as the shipped list does', async () => {
    const index = await read(terminal, 'reference.read', loadVillageIndex);
    expect(resolveVillage(index, { village: 'Merdeka', regency: 'Alor' }, [[ntt, ntt + 1e8]])).toMatchObject({
      village: { code: 5_305_142_006 },
    });
  });
});

describe('another province', () => {
  test('comes from the package, without tiles', async () => {
    const loaded = await loadAreas(terminal, 5_200_000_000);
    expect(loaded).toMatchObject({ updated: 0, splits: 0, branches: 0 });
    const { area, children } = await getArea(terminal, 5_200_000_000);
    expect(area.name).toBe('Nusa Tenggara Barat');
    expect(children).toHaveLength(10);
    expect(children.every(({ tile }) => tile === null)).toBe(true);
    expect(
      await count("area where code >= 5200000000 and code < 5300000000 and level = 'village'"),
    ).toBeGreaterThan(1000);
    expect(await loadAreas(terminal, 5_200_000_000)).toMatchObject({ inserted: 0, updated: 0 });
  });
});

describe('one area', () => {
  test('between its parents and its children', async () => {
    const { area, parents, children } = await getArea(terminal, 5_304_010_000);
    expect(area).toMatchObject({ name: 'Lamaknen', kind: 'kecamatan', beyond: 5_304_020_000 });
    expect(parents.map(({ name }) => name)).toEqual(['Nusa Tenggara Timur', 'Kabupaten Belu']);
    expect(children).toHaveLength(9);
  });

  test.each([
    ['a code of no area', () => getArea(terminal, 5_399_000_000), 'areas.notFound'],
    ['a province that does not exist', () => loadAreas(terminal, 9_900_000_000), 'areas.notFound'],
    ['a kabupaten where a province is wanted', () => loadAreas(terminal, belu), 'areas.notFound'],
  ])('%s is refused', async (_, action, code) => {
    await expect(action()).rejects.toEqual(expect.objectContaining({ code }));
    await expect(action()).rejects.toBeInstanceOf(Refusal);
  });

  test('loading needs the administrator', async () => {
    await expect(loadAreas(world.user('planner', ntt))).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
  });
});

test('anybody is told which office of BPJS serves each of the 22 kabupaten, and how sure that is', async () => {
  const app = createApp({ platform: world.platform, authenticate: async () => undefined });
  const answer = await app.request('/api/branches');
  const body = (await answer.json()) as {
    branches: { name: string; confidence: string; areas: { code: number; name: string }[] }[];
  };
  expect(answer.status).toBe(200);
  expect(body.branches.flatMap(({ areas }) => areas.map(({ code }) => code))).toHaveLength(22);
  expect(body.branches.find(({ areas }) => areas.some(({ code }) => code === belu))).toEqual({
    name: 'Kantor Cabang Belu (Atambua)',
    confidence: 'medium',
    areas: [
      { code: 5_303_000_000, name: 'Kabupaten Timor Tengah Utara' },
      { code: belu, name: 'Kabupaten Belu' },
      { code: 5_321_000_000, name: 'Kabupaten Malaka' },
    ],
  });
  const more = await Promise.all(Array.from({ length: 30 }, () => app.request('/api/branches')));
  expect(more.map(({ status }) => status).filter((status) => status === 429)).toHaveLength(1);
});
