import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AreaRange } from '#platform/access';
import { shippedAreas, shippedSplits } from '../lists.ts';
import type { ListedArea } from '../model.ts';
import { bitCount, letterBits, typingDistance } from './distance.ts';
import { nameKey } from './name-key.ts';
import { resolveVillage, type VillageIndex, villageIndex } from './village-index.ts';

const province: AreaRange[] = [[5_300_000_000, 5_400_000_000]];
const belu: AreaRange[] = [[5_304_000_000, 5_305_000_000]];

let areas: ListedArea[];
let index: VillageIndex;
beforeAll(async () => {
  areas = await shippedAreas();
  index = villageIndex(areas, await shippedSplits());
});

describe('a village that is found', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                             village               kecamatan           kabupaten         code
    ['as on the list',                                  'Kewar',              'Lamaknen',         'Kabupaten Belu', 5_304_012_001],
    ['in capitals, with its kind and loose blanks',     '  DESA   KEWAR ',    'KEC. LAMAKNEN',    'KAB. BELU',      5_304_012_001],
    ['"Ds." for desa',                                  'Ds.Kewar',           'Lamaknen',         undefined,        5_304_012_001],
    ['alone, where the name occurs once',               'Kewar',              undefined,          undefined,        5_304_012_001],
    ['blank columns say nothing',                       'Kewar',              ' ',                '',               5_304_012_001],
    ['an apostrophe of another shape',                  'Fatuba’a',           'Tasifeto Timur',   'Belu',           5_304_022_006],
    ['no apostrophe at all',                            'Fatubaa',            'Tasifeto Timur',   'Belu',           5_304_022_006],
    ['a blank where the list has an apostrophe',        'Kot olin',           "Kot'olin",         'TTS',            5_302_202_001],
    ['a Roman numeral as a digit',                      'Manulai 1',          'Kupang Barat',     'Kab Kupang',     5_301_052_003],
    ['a numeral in words',                              'Desa Manulai Satu',  'Kupang Barat',     'Kab Kupang',     5_301_052_003],
    ['desa Oesao, not the kelurahan beside it',         'Desa Oesao',         'Kupang Timur',     'Kupang',         5_301_062_015],
    ['kelurahan Oesao, not the desa beside it',         'Kel. Oesao',         'Kupang Timur',     'Kupang',         5_301_061_004],
    ['the kind after the name',                         'Oesao (Desa)',       'Kupang Timur',     'Kupang',         5_301_062_015],
    ['a village whose name ends in the word',           'Mara Desa',          'Umbu Ratu Nggay Tengah', undefined,   5_317_062_002],
    ['Merdeka of Kupang Timur',                         'Merdeka',            'Kupang Timur',     undefined,        5_301_061_005],
    ['Merdeka of Pantar Timur',                         'Merdeka',            'Pantar Timur',     'Alor',           5_305_142_006],
    ['Merdeka of Lebatukan',                            'Merdeka',            'Lebatukan',        undefined,        5_313_042_009],
    ['Merdeka of Kota Lama',                            'Merdeka',            undefined,          'Kota Kupang',    5_371_061_006],
    ['"Desa" before the only kelurahan of that name',   'Desa Tarus',         'Kupang Tengah',    undefined,        5_301_081_007],
    ['kecamatan in the column of the kabupaten',        'Merdeka',            undefined,          'Kupang Timur',   5_301_061_005],
    ['kabupaten in the column of the kecamatan',        'Merdeka',            'Lembata',          undefined,        5_313_042_009],
    ['both columns swapped',                            'Merdeka',            'Alor',             'Pantar Timur',   5_305_142_006],
    ['in the kabupaten that it was split off from',     'Wehali',             'Malaka Tengah',    'Belu',           5_321_012_006],
    ['and without its kecamatan',                       'Wehali',             undefined,          'Kab. Belu',      5_321_012_006],
    ['by its code',                                     '53.04.01.2001',      undefined,          undefined,        5_304_012_001],
    ['by its ten digits',                               '5304012001',         'Lamaknen',         'Belu',           5_304_012_001],
  ] as const)('%s', (_, village, district, regency, code) => {
    expect(resolveVillage(index, { village, district, regency }, province)).toMatchObject({
      found: 'one',
      village: { code },
      unread: [],
    });
  });

  test.each([
    ['TTS', 5_302_000_000],
    ['Kab. TTS', 5_302_000_000],
    ['ttu', 5_303_000_000],
    ['SBD', 5_318_000_000],
    ['Mabar', 5_315_000_000],
    ['Matim', 5_319_000_000],
    ['Flotim', 5_306_000_000],
    ['Sabu', 5_320_000_000],
    ['Rote Ndao', 5_314_000_000],
    ['Kupang Kota', 5_371_000_000],
    ['Kupang (Kab)', 5_301_000_000],
  ])('%s in the column of the kabupaten narrows to it', (regency, code) => {
    const some = areas.find(
      (area) => area.level === 'village' && area.code > code && area.code < code + 1_000_000,
    );
    expect(some).toBeDefined();
    const finding = resolveVillage(index, { village: some?.name ?? '', regency }, province);
    const codes =
      finding.found === 'several'
        ? finding.candidates.map((v) => v.code)
        : [finding.found === 'one' && finding.village.code];
    expect(codes.every((at) => Number(at) > code && Number(at) < code + 1_000_000)).toBe(true);
  });

  test('a kecamatan we cannot read is named, when the village is sure without it', () => {
    expect(
      resolveVillage(index, { village: 'Kewar', district: 'Lamakenn', regency: 'Belu' }, belu),
    ).toMatchObject({
      found: 'one',
      village: { code: 5_304_012_001 },
      unread: ['district'],
    });
  });

  test('every village of the province is found by its own name, kind, kecamatan and kabupaten', () => {
    const nameOf = new Map(areas.map((area) => [area.code, area.name]));
    for (const { code, name, kind, parent, level } of areas) {
      if (level !== 'village' || parent === null) continue;
      const written = {
        village: `${kind} ${name}`,
        district: nameOf.get(parent),
        regency: nameOf.get(parent - (parent % 1_000_000)),
      };
      expect(resolveVillage(index, written, province)).toMatchObject({ found: 'one', village: { code } });
    }
  });
});

describe('a village that is not sure', () => {
  test('the four Merdeka are shown with their kecamatan', () => {
    const finding = resolveVillage(index, { village: 'Merdeka' }, province);
    expect(finding).toMatchObject({ found: 'several' });
    expect(finding.found === 'several' && finding.candidates.map((v) => [v.code, v.district])).toEqual([
      [5_301_061_005, 'Kupang Timur'],
      [5_305_142_006, 'Pantar Timur'],
      [5_313_042_009, 'Lebatukan'],
      [5_371_061_006, 'Kota Lama'],
    ]);
  });

  test('"Kupang" alone is the kabupaten and the kota', () => {
    expect(resolveVillage(index, { village: 'Merdeka', regency: 'Kupang' }, province)).toMatchObject({
      found: 'several',
      candidates: [{ code: 5_301_061_005 }, { code: 5_371_061_006 }],
    });
  });

  test('Oesao without its kind is the desa and the kelurahan', () => {
    expect(resolveVillage(index, { village: 'Oesao', district: 'Kupang Timur' }, province)).toMatchObject({
      found: 'several',
      candidates: [{ kind: 'kelurahan' }, { kind: 'desa' }],
    });
  });

  test('a misspelled name is not guessed; the nearest of that kecamatan are shown', () => {
    expect(resolveVillage(index, { village: 'Kewra', district: 'Lamaknen' }, belu)).toMatchObject({
      found: 'none',
      nearest: [{ code: 5_304_012_001, name: 'Kewar' }],
      elsewhere: [],
    });
  });

  test('the right name in the wrong kecamatan shows where that name is', () => {
    const finding = resolveVillage(index, { village: 'Kewar', district: 'Raihat' }, belu);
    expect(finding).toMatchObject({
      found: 'none',
      nearest: [{ code: 5_304_012_001, district: 'Lamaknen' }],
    });
  });

  test('a village outside the ranges is not found in them, and said to be elsewhere', () => {
    expect(resolveVillage(index, { village: 'Merdeka', district: 'Pantar Timur' }, belu)).toMatchObject({
      found: 'none',
      elsewhere: [{ code: 5_305_142_006 }],
    });
  });

  test.each(['', ' - ', '99.99.99.9999', '2147483647', 'zzzzqqqqxxxx', "'; drop table area; --"])(
    '%j is no village',
    (village) => {
      expect(resolveVillage(index, { village }, province)).toMatchObject({ found: 'none', elsewhere: [] });
    },
  );

  test('no text whatever makes it throw or leave the ranges', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('Merdeka', 'Kewar', 'Desa', 'Kota', 'Belu'),
    );
    fc.assert(
      fc.property(text, text, text, (village, district, regency) => {
        const finding = resolveVillage(index, { village, district, regency }, belu);
        const within =
          finding.found === 'one'
            ? [finding.village]
            : finding.found === 'several'
              ? finding.candidates
              : finding.nearest;
        return within.every(({ code }) => code >= 5_304_000_000 && code < 5_305_000_000);
      }),
    );
  });
});

describe('names as compared', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['village',  'Desa Kot’olin',    'kotolin'],
    ['village',  'KEL. MANULAI II',  'manulai2'],
    ['village',  'Desa',             'desa'],
    ['village',  'Delo',             'delo'],
    ['village',  'Kelaisi Barat',    'kelaisibarat'],
    ['village',  'Sé’i',             'sei'],
    ['village',  'I',                'i'],
    ['district', 'Kec. Kota Komba',  'kotakomba'],
    ['regency',  'Kota Kupang',      'kupang'],
    ['regency',  'Kodya Kupang',     'kupang'],
    ['province', 'Prov. NTT',        'ntt'],
  ] as const)('%s %s → %s', (level, text, key) => {
    expect(nameKey(level, text)).toBe(key);
  });

  test('the count of typing mistakes is symmetric, and the letters bound it from below', () => {
    const key = fc.string({ unit: fc.constantFrom('a', 'b', 'e', 'k', 'n', '1'), maxLength: 9 });
    fc.assert(
      fc.property(key, key, (a, b) => {
        const distance = typingDistance(a, b, 20);
        expect(typingDistance(b, a, 20)).toBe(distance);
        expect(distance === 0).toBe(a === b);
        expect(bitCount(letterBits(a) ^ letterBits(b))).toBeLessThanOrEqual(2 * distance);
        expect(typingDistance(a, b, 2)).toBe(Math.min(distance, 3));
      }),
    );
  });

  test('two neighbours swapped are one mistake', () => {
    expect(typingDistance('kewar', 'kewra', 3)).toBe(1);
  });
});
