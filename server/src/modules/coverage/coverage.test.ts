import { type Month, month, monthIndex } from '@payung/kernel';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadAreas } from '#areas';
import type { Role } from '#platform/access';
import { type Context, change, read } from '#platform/context';
import { problemOf, routes } from '#platform/http';
import { csvCell } from '#platform/spreadsheet';
import { type TestPlatform, testPlatform } from '#testing';
import { coverageCsv } from './csv.ts';
import {
  countCoverChange,
  coverage,
  coverageOf,
  coverageTiles,
  createFigure,
  type Figure,
  foldCounts,
  listAreaFigures,
  loadFigures,
} from './index.ts';
import { latestByDefinition, percentagesOf } from './model.ts';
import { shippedFigures } from './service/figures.ts';
import { TestRegister, villages } from './testing/register.ts';

const ntt = 5_300_000_000;
const belu = 5_304_000_000;
const alor = 5_305_000_000;
const november = month('2026-11');

let world: TestPlatform;
let register: TestRegister;
let terminal: Context;

function as(role: Role, area: number): Context {
  return world.user(role, area);
}

/** Asks over HTTP as `ctx`. */
function ask(ctx: Context, path: string, init?: RequestInit): Promise<Response> {
  const app = routes();
  app.use(async (c, next) => {
    c.set('ctx', ctx);
    c.set('requestId', 'test');
    await next();
  });
  app.route('/', coverage);
  app.onError((error, c) => problemOf(error, c, ctx.platform.log));
  return Promise.resolve(app.request(path, init));
}

beforeAll(async () => {
  world = await testPlatform();
  terminal = world.terminal;
  register = new TestRegister(world.database);
  await loadAreas(terminal);
  await loadFigures(terminal);
  await register.addPartners();
  const at = monthIndex(november);
  // Three people in Belu, one in Alor; one of Belu and the one of Alor are not folded yet.
  for (const village of [villages[0], villages[2], villages[0], villages[3]]) {
    const person = await register.addPerson(village);
    const membership = await register.addMembership(person, 0, 'BPU', 'vulnerable');
    const id = (await register.addCover(membership, [at, at + 1], 'ledger')) ?? '';
    await change(terminal, 'payments.import', async (tx) => {
      await countCoverChange(tx, { personIds: [person], added: [id], closed: [] });
      await tx.record({ action: 'test.counted' });
    });
    if (village === villages[2]) await foldCounts(terminal);
  }
});

describe('coverage of an area', () => {
  test('shows every kabupaten, those without anybody too, and adds up', async () => {
    const table = await coverageOf(terminal, { area: ntt, month: november, by: 'area' });
    expect(table.rows).toHaveLength(22);
    expect(table.totals.people).toBe(4);
    expect(
      table.rows.filter((row) => row.counts.people > 0).map((row) => [row.label, row.counts.people]),
    ).toEqual([
      ['Kabupaten Belu', 3],
      ['Kabupaten Alor', 1],
    ]);
  });

  test('a percentage opens to numerator, denominator, definition, source and date; two denominators side by side', async () => {
    const { percentages } = await coverageOf(terminal, { area: belu, month: november, by: 'segment' });
    expect(percentages).toHaveLength(2);
    for (const { numerator, percent, denominator } of percentages) {
      expect(numerator).toBe(3);
      expect(percent).toBe(Math.round((3 / denominator.value) * 10_000) / 100);
      expect(denominator).toMatchObject({ measure: 'denominator', estimate: true });
      expect(
        [denominator.definition, denominator.source, denominator.period].every((text) => text.length > 3),
      ).toBe(true);
    }
    expect(percentages.map(({ denominator }) => denominator.value)).toEqual([130_000, 68_100]);
  });

  test('what others published stands beside it: Belu at 45.76 % and at 90 %', async () => {
    const { published } = await coverageOf(terminal, { area: belu, month: november, by: 'area' });
    const percents = published
      .filter(({ measure }) => measure === 'coverage_percent')
      .map(({ value }) => value);
    expect(percents).toEqual(expect.arrayContaining([45.76, 90]));
    expect(published.filter(({ segment }) => segment === 'vulnerable').map(({ value }) => value)).toEqual([
      5829, 5892,
    ]);
  });

  test('a series across the split of Malaka from Belu is marked as broken', async () => {
    const { breaks } = await coverageOf(terminal, { area: belu, month: november, by: 'area' });
    expect(breaks).toMatchObject([{ from: belu, to: 5_321_000_000, year: 2013, share: null }]);
  });

  test('the map has 22 tiles', async () => {
    const tiles = await coverageTiles(terminal, ntt, november);
    expect(tiles).toHaveLength(22);
    expect(tiles.find(({ code }) => code === belu)).toMatchObject({
      counts: { people: 3 },
      published: [{ value: 90 }, { value: 45.76 }],
    });
  });
});

describe('nobody sees beyond their scope', () => {
  test.each([
    ['the planner of Alor asks for Belu', 'planner', alor, belu, 403, 'coverage.outsideScope'],
    ['the planner of Alor asks for the province', 'planner', alor, ntt, 403, 'coverage.outsideScope'],
    [
      'the planner of Alor asks for a village of Belu',
      'planner',
      alor,
      villages[0],
      403,
      'coverage.outsideScope',
    ],
    ['the planner of Alor asks for Alor', 'planner', alor, alor, 200, undefined],
    ['the planner of the province asks for Belu', 'planner', ntt, belu, 200, undefined],
    ['a village operator asks for the village', 'village_operator', villages[0], villages[0], 200, undefined],
    [
      'a village operator asks for the kecamatan',
      'village_operator',
      villages[0],
      5_304_010_000,
      403,
      'coverage.outsideScope',
    ],
    ['an administrator has no coverage to read', 'administrator', ntt, ntt, 403, 'auth.forbidden'],
    ['an enumerator neither', 'enumerator', ntt, ntt, 403, 'auth.forbidden'],
    ['an area that is none', 'planner', ntt, 5_399_000_000, 404, 'areas.notFound'],
  ] as const)('%s', async (_, role, scope, area, status, code) => {
    for (const path of ['/coverage', '/coverage.csv']) {
      const response = await ask(as(role, scope), `${path}?area=${area}&month=2026-11`);
      expect(response.status).toBe(status);
      if (code !== undefined) expect(await response.json()).toMatchObject({ code });
    }
    const figures = await ask(as(role, scope), `/figures?area=${area}`);
    expect(figures.status).toBe(status);
  });

  test('the map keeps its shape, and tiles outside say nothing', async () => {
    const tiles = await coverageTiles(as('planner', alor), ntt, november);
    expect(tiles).toHaveLength(22);
    expect(tiles.find(({ code }) => code === alor)).toMatchObject({ counts: { people: 1 } });
    for (const tile of tiles.filter(({ code }) => code !== alor)) {
      expect(tile).toMatchObject({ counts: null, percentages: [], published: [] });
    }
  });

  test.each(['cover_cell', 'cover_rollup', 'cover_delta', 'figure'])(
    'of %s the planner of Alor reads rows of Alor only',
    async (table) => {
      await read(as('planner', alor), 'coverage.read', async (tx) => {
        const { rows } = await tx.client.query(
          `select count(*) as n from ${table} where area < $1 or area >= $2`,
          [alor, alor + 1_000_000],
        );
        expect(rows).toEqual([{ n: 0 }]);
      });
      const { rows } = await register.query(
        `select count(*) as n from ${table} where area < $1 or area >= $2`,
        [alor, alor + 1_000_000],
      );
      expect(rows[0].n, 'there is something to leak').toBeGreaterThan(0);
    },
  );

  test.each([
    ['of Belu', belu, belu + 1_000_000],
    ['of the province', ntt, ntt + 100_000_000],
    ['of Belu and Alor together', belu, alor + 1_000_000],
  ])('the number of registered people %s is zero for the planner of Alor', async (_, from, beyond) => {
    await read(as('planner', alor), 'coverage.read', async (tx) => {
      const { rows } = await tx.client.query('select * from registered_people($1, $2, $3)', [
        from,
        beyond,
        monthIndex(november),
      ]);
      expect(rows).toEqual([{ registered: 0, unpaid: 0, tolerated: 0 }]);
    });
  });

  test('counting is closed to a purpose that does not count', async () => {
    await read(terminal, 'people.read', async (tx) => {
      await expect(
        tx.client.query(`select count_cover_change('{}', '{}', '{}', '{}', '{}', '{}')`),
      ).rejects.toMatchObject({ code: '42501' });
    });
  });

  test('no serving role but payung_app can count', async () => {
    for (const pool of [register.database.pools.match, register.database.pools.intake]) {
      await expect(pool.query('select * from payung.registered_people(0, 1, 1)')).rejects.toMatchObject({
        code: '42501',
      });
    }
  });
});

describe('figures', () => {
  const entered = {
    measure: 'denominator',
    period: '2026',
    value: 66_000,
    definition: 'Pendataan desa: pekerja yang tinggal di desa',
    source: 'Dinas PMD Belu',
    confidence: 'medium',
  };
  const post = (ctx: Context, body: object) =>
    ask(ctx, '/figures', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  test('the shipped ones load once', async () => {
    expect(await loadFigures(terminal)).toBe(0);
    const shipped = await shippedFigures();
    const { rows } = await register.query('select count(*) as n from figure');
    expect(rows[0].n).toBe(shipped.length);
    expect(new Set(shipped.map(({ figureId }) => figureId)).size).toBe(shipped.length);
  });

  test('each of the 22 kabupaten has both denominators, flagged as estimates', async () => {
    const tiles = await coverageTiles(terminal, ntt, november);
    for (const { percentages } of tiles) {
      const estimates = percentages.filter(({ denominator }) => denominator.estimate);
      expect(new Set(estimates.map(({ denominator }) => denominator.definition)).size).toBe(2);
    }
  });

  test("a branch's figure is never a kabupaten's", async () => {
    const branch = (await listAreaFigures(terminal, ntt)).filter(({ branchId }) => branchId !== null);
    expect(branch.length).toBeGreaterThan(0);
    const other = { ...(branch[0] as Figure), measure: 'denominator' as const, segment: 'all' };
    expect(percentagesOf(10, [other], november)).toEqual([]);
  });

  test('a planner adds one; it becomes a third denominator and overwrites nothing', async () => {
    const response = await post(as('planner', belu), { ...entered, area: '53.04' });
    expect(response.status).toBe(201);
    const { percentages } = await coverageOf(terminal, { area: belu, month: november, by: 'area' });
    expect(percentages.map(({ denominator }) => denominator.value)).toEqual([66_000, 130_000, 68_100]);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['the planner of Alor enters one for Belu', 'planner',              alor, {},                              403, 'coverage.outsideScope'],
    ['a finance officer enters one',            'finance_officer',      belu, {},                              403, 'auth.forbidden'],
    ['a value below zero',                      'planner',              belu, { value: -1 },                   400, 'request.invalid'],
    ['bounds that exclude the value',           'planner',              belu, { low: 70_000 },                 400, 'request.invalid'],
    ['an address that is no web page',          'planner',              belu, { url: 'javascript:alert(1)' },  400, 'request.invalid'],
    ['a code that is none',                     'planner',              belu, { area: '5304' },                400, 'request.invalid'],
  ] as const)('%s', async (_, role, scope, change, status, code) => {
    const response = await post(as(role, scope), { ...entered, area: '53.04', ...change });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code });
  });

  test('createFigure refuses an area that does not exist', async () => {
    const figure = {
      ...entered,
      measure: 'denominator' as const,
      segment: 'all',
      estimate: false,
      area: 5_399_000_000,
    };
    await expect(createFigure(terminal, figure)).rejects.toMatchObject({ code: 'areas.notFound' });
  });
});

describe('which denominator', () => {
  const figure = (definition: string, period: string, value: number): Figure => ({
    figureId: `${definition}${period}${value}`,
    area: belu,
    branchId: null,
    measure: 'denominator',
    segment: 'all',
    period,
    value,
    low: null,
    high: null,
    estimate: false,
    unit: 'person',
    definition,
    source: 'x',
    url: null,
    asOf: null,
    confidence: 'high',
    note: null,
  });
  const series = [
    figure('BPS', '2023-08', 1),
    figure('BPS', '2024-08', 2),
    figure('BPS', '2025', 3),
    figure('UCJ', '2025-06-30', 4),
  ];

  // biome-ignore format: aligned table of cases
  test.each([
    // case                                         month      values
    ['the latest that has begun',                   '2024-12', [2, 4]],
    ['in its own month',                            '2024-08', [2, 4]],
    ['a month before it begins',                    '2024-07', [1, 4]],
    ['a year begins before its January',            '2025-01', [3, 4]],
    ['none has begun: the earliest',                '2020-01', [1, 4]],
  ] as const)('%s', (_, at, values) => {
    expect(latestByDefinition(series, at as Month).map(({ value }) => value)).toEqual(values);
  });

  test('two of one period that disagree are both shown', () => {
    const twice = [...series, figure('UCJ', '2025-06', 5)];
    expect(percentagesOf(1, twice, november).map(({ denominator }) => denominator.value)).toEqual([3, 4, 5]);
  });

  test('a denominator of zero divides nobody', () => {
    expect(percentagesOf(1, [figure('BPS', '2025', 0)], november)).toEqual([]);
  });
});

describe('CSV', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['a formula',                 '=cmd|calc!A1',  "'=cmd|calc!A1"],
    ['a plus',                    '+62',           "'+62"],
    ['a minus in words',          '-desa',         "'-desa"],
    ['an at sign',                '@SUM(A1)',      "'@SUM(A1)"],
    ['a tab before a formula',    '\t=1',          `"'\t'=1"`],
    ['a full-width equals sign',  '＝1',           "'＝1"],
    ['a line break first',        '\n=1',          `"'\n'=1"`],
    ['a formula after a semicolon', 'BPS; =1+1',   `"BPS; '=1+1"`],
    ['a semicolon in a text',     'BPS; 2025',     '"BPS; 2025"'],
    ['a minus inside a text',     '2024-2025',     '2024-2025'],
    ['a formula with a comma',    '=A1,B1',        '"\'=A1,B1"'],
    ['a quote and a comma',       'Oe"kam, Utara', '"Oe""kam, Utara"'],
    ['a line break',              'a\nb',          '"a\nb"'],
    ['a negative number',         -5,              '-5'],
    ['nothing',                   null,            ''],
  ])('%s', (_, cell, text) => {
    expect(csvCell(cell)).toBe(text);
  });

  test('has a line for each row, all of one width, and says how many', async () => {
    const { text, rows } = coverageCsv(
      await coverageOf(terminal, { area: ntt, month: november, by: 'area' }),
    );
    const lines = text.trimEnd().split('\r\n');
    expect(rows).toBe(22);
    expect(lines).toHaveLength(23);
    expect(
      lines.find((line) => line.startsWith('5304000000,Kabupaten Belu,2026-11,3,3,3,0,0,0,')),
    ).toBeDefined();
    const response = await ask(terminal, '/coverage.csv?area=53&month=2026-11');
    expect(response.headers.get('payung-rows')).toBe('22');
    expect(await response.text()).toBe(text);
  });

  test('the name of a fund cannot become a formula', async () => {
    await register.query("update fund set name = '=cmd|calc' where fund_id = $1", [register.funds[0]]);
    const { text } = coverageCsv(await coverageOf(terminal, { area: belu, month: november, by: 'fund' }));
    expect(text).toContain(",'=cmd|calc,2026-11,3,");
  });
});

test.each(['2026-13', '2026', 'November', ''])('%j is no month', async (text) => {
  const response = await ask(terminal, `/coverage?area=53&month=${text}`);
  expect(response.status).toBe(400);
});
