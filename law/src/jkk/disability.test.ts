import { day, percent, rupiah } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Result } from '../engine/explain.ts';
import { answerRequest } from '../engine/run.ts';
import { bodyRows, bodyTable } from './body-table.ts';
import { disability, type Loss } from './disability.ts';
import { benefitJkkDisability } from './rule.ts';

const loss = (row: string, more: Partial<Loss> = {}): Loss => ({ row, units: 1, ...more });
const partial = (losses: readonly Loss[], { leftHanded = false, wage = 1_000_000 } = {}) =>
  disability({ date: day('2024-06-01'), wage: rupiah(wage), extent: 'partial', losses, leftHanded });

// The table as printed in the sources we have, in percent.
// biome-ignore format: one line for each part of the table
const printed: readonly (readonly [rows: string, percents: string, confidence: 'quoted' | 'known'])[] = [
  ['1 2',                 '40 35',                'quoted'],
  ['3 4 5 6 7 8 9 10',    '35 30 32 28 70 35 50 25', 'known'],
  ['11 12 13 14',         '70 35 40 20',          'quoted'],
  ['15 16 17 18 19 20',   '15 12 9 7 4 3',        'known'],
  ['21 22 23 24 25 26 27', '4.5 3.5 2 1.5 5 3 2', 'known'],
  ['29 30a 30b 30c',      '30 10 20 30',          'known'],
  ['31 32 33 34 35 36 37', '6 3 5 10 30 15 10',   'quoted'],
  ['38a 38b 38c 39 41',   '40 20 5 70 7',         'known'],
  ['40 42 43',            '7 10 7',               'quoted'],
];
const rows = printed.flatMap(([names, percents, confidence]) =>
  names.split(' ').map((row, index) => [row, percents.split(' ')[index] ?? '', confidence] as const),
);

describe('the disability table', () => {
  test('has the printed rows and no other', () => {
    expect([...bodyTable.keys()].sort()).toEqual(rows.map(([row]) => row).sort());
  });

  test.each(rows)('row %s is %s %%, %s', (row, share, confidence) => {
    const { value, trace } = partial([loss(row)]);
    expect(value.percent).toBe(share);
    const read = trace.parts.find((part) => 'id' in part && part.id === `jkk.disability_table.${row}`);
    expect(read).toMatchObject({ confidence, citation: { law: 'PP 44/2015', article: 'Lampiran III' } });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['1', '35'], ['3', '30'], ['5', '28'], ['15', '12'], ['17', '7'], ['19', '3'], ['21', '3.5'], ['23', '1.5'],
    ['2', '40'], ['4', '35'], ['6', '32'], ['16', '15'], ['18', '9'], ['20', '4'], ['22', '4.5'], ['24', '2'],
    ['8', '35'], ['12', '35'], ['33', '5'],
  ])('left-handed: row %s is %s %%', (row, share) => {
    expect(partial([loss(row)], { leftHanded: true }).value.percent).toBe(share);
  });
});

// biome-ignore format: aligned table of cases
test.each([
  // case                                     losses                                                                     percent     santunan
  ['two losses add up',                       [loss('1'), loss('22')],                                                   '43.5',     34_800_000],
  ['each 10 decibels',                        [loss('31', { units: 3 })],                                                '18',       14_400_000],
  ['half the function',                       [loss('11', { functionLoss: percent('50') })],                             '35',       28_000_000],
  ['none of the function',                    [loss('11', { functionLoss: percent('0') })],                              '0',        0],
  ['all of the function',                     [loss('11', { functionLoss: percent('100') })],                            '70',       56_000_000],
  ['units and function together',             [loss('43', { units: 2, functionLoss: percent('50') })],                   '7',        5_600_000],
  ['a torn scalp at its lowest',              [loss('28', { percent: percent('10') })],                                  '10',       8_000_000],
  ['a torn scalp at its highest',             [loss('28', { percent: percent('30') })],                                  '30',       24_000_000],
  ['the percentage is exact',                 [loss('21', { functionLoss: percent('33.3333') })],                        '1.4999985', 1_199_999],
  ['above 70 % without a cap',                [loss('1'), loss('11')],                                                   '110',      88_000_000],
] as const)('partial: %s', (_, losses, share, santunan) => {
  const { value } = partial(losses);
  expect(value).toEqual({ eligible: true, base: 1_000_000, percent: share, santunan, berkala: 0, total: santunan });
});

test('the sum is rounded once: 0.6 + 0.6 is Rp 1, not Rp 2', () => {
  // Rp 1 × 80 × 1.5 % × 50 % = 0.6.
  const half = loss('24', { functionLoss: percent('50') });
  expect(partial([half], { wage: 1 }).value.santunan).toBe(1);
  expect(partial([half, half], { wage: 1 }).value.santunan).toBe(1);
});

// biome-ignore format: aligned table of cases
test.each([
  // case                            date          santunan     berkala
  ['first day of the programme',    '2015-07-01', 280_000_000,  4_800_000],
  ['last day of the old law',       '2019-12-01', 280_000_000,  4_800_000],
  ['first day of PP 82/2019',       '2019-12-02', 280_000_000, 12_000_000],
] as const)('total: %s', (_, date, santunan, berkala) => {
  const { value, trace } = disability({ date: day(date), wage: rupiah(5_000_000), extent: 'total' });
  const total = santunan + berkala;
  expect(value).toEqual({ eligible: true, base: 5_000_000, percent: '70', santunan, berkala, total });
  expect(trace.settled).toBe(true);
  expect(trace.parts.map(({ kind }) => kind)).not.toContain('uncertainty');
});

test('is never negative, grows with every loss and with the wage, and parts sum to the total', () => {
  const some = fc.array(
    fc.constantFrom(...bodyTable.keys()).map((row) => loss(row)),
    { maxLength: 5 },
  );
  const wage = fc.integer({ min: 1, max: 100_000_000 });
  fc.assert(
    fc.property(
      some,
      fc.constantFrom(...bodyTable.keys()),
      wage,
      fc.boolean(),
      (losses, row, earned, left) => {
        const at = (list: readonly Loss[], paid: number) =>
          partial(list, { leftHanded: left, wage: paid }).value;
        const { santunan, berkala, total } = at(losses, earned);
        expect(santunan).toBeGreaterThanOrEqual(0);
        expect(santunan + berkala).toBe(total);
        expect(at([...losses, loss(row)], earned).total).toBeGreaterThanOrEqual(total);
        expect(at(losses, earned + 1).total).toBeGreaterThanOrEqual(total);
      },
    ),
  );
});

describe('the explanation', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                    loss                                                          text
    ['the whole of it',        loss('1'),                                                    'Row 1 counts 40%'],
    ['units',                  loss('31', { units: 3 }),                                     'Row 31 counts 6% × 3 = 18%'],
    ['function',               loss('21', { functionLoss: percent('50') }),                  'Row 21 counts 4.5% × 50% = 2.25%'],
    ['units and function',     loss('43', { units: 2, functionLoss: percent('50') }),        'Row 43 counts 7% × 2 × 50% = 7%'],
    ['what the doctor set',    loss('28', { percent: percent('12.5') }),                     'Row 28 counts 12.5%'],
  ])('counts a loss factor by factor: %s', (_, one, text) => {
    const steps = partial([one]).trace.parts.filter((part) => 'id' in part && part.id === 'jkk.disability.loss');
    expect(steps.map((step) => step.text.en)).toEqual([text]);
  });

  test('tells why a partial disability has no periodic benefit, and reads it for a total one', () => {
    const ofBerkala = ({ trace }: { trace: Result }) =>
      trace.parts.filter((part) => 'id' in part && part.id.endsWith('berkala'));
    expect(ofBerkala(partial([loss('1')]))).toMatchObject([
      { applies: false, because: 'partial', citation: { law: 'PP 44/2015', article: 'Lampiran III' } },
    ]);
    const total = disability({ date: day('2024-06-01'), wage: rupiah(1), extent: 'total' });
    expect(ofBerkala(total)).toMatchObject([{ id: 'jkk.benefit.berkala', value: 12_000_000 }]);
  });

  test('shows the exchange of sides, the row and the arithmetic', () => {
    const { trace } = partial([loss('16', { functionLoss: percent('50') })], { leftHanded: true });
    expect(trace.parts.map(({ text }) => text.id)).toEqual([
      'Dasar: upah sebulan Rp 1.000.000',
      'Pengali santunan JKK: 80 × upah sebulan',
      'Kidal: baris 16 dihitung sebagai baris 15',
      'Baris 15, Ibu jari tangan kanan: 15%',
      'Baris 15 dihitung 15% × 50% = 7,5%',
      'Santunan cacat = 7,5% × 80 × Rp 1.000.000',
      'Santunan berkala hanya untuk cacat total tetap, bukan cacat sebagian',
    ]);
    expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
  });

  test.each([
    ['exactly 70 % needs no cap', [loss('1'), loss('29')], []],
    ['above it the customary cap is the other reading', [loss('1'), loss('29'), loss('24')], [56_000_000]],
  ])('%s', (_, losses, otherwise) => {
    const { trace } = partial(losses);
    const open = trace.parts.filter((part) => part.kind === 'uncertainty');
    expect(open.map((part) => part.otherwise)).toEqual(otherwise);
    expect(trace.settled).toBe(otherwise.length === 0);
  });
});

const valid = { date: '2024-06-01', wage: 4_000_000, extent: 'partial', losses: [{ row: '1' }] };

// biome-ignore format: aligned table of cases
test.each([
  // case                           loss                                        percent
  ['one unit unless said',          { row: '31' },                              '6'],
  ['one unit',                      { row: '31', units: 1 },                    '6'],
  ['two',                           { row: '31', units: 2 },                    '12'],
  ['the whole function',            { row: '1', functionLossPercent: '100' },   '40'],
] as const)('a request: %s', (_, loss, percentage) => {
  const { value, trace } = benefitJkkDisability.answer({ ...valid, losses: [loss] });
  expect(value.percent).toBe(percentage);
  expect(trace.parts).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ id: 'jkk.disability.santunan', rounding: 'halfUp' }),
      expect.objectContaining({
        id: 'jkk.disability.berkala',
        applies: false,
        citation: { law: 'PP 44/2015', article: 'Lampiran III' },
        confidence: 'quoted',
      }),
    ]),
  );
});

// biome-ignore format: aligned table of cases
test.each([
  // case                              input                                                                code                 path
  ['no extent',                        { ...valid, extent: undefined },                                     'input.missing',     'extent'],
  ['an extent outside the list',       { ...valid, extent: 'half' },                                        'input.range',       'extent'],
  ['partial without losses',           { ...valid, losses: undefined },                                     'input.missing',     'losses'],
  ['partial with no loss',             { ...valid, losses: [] },                                            'input.range',       'losses'],
  ['total with losses',                { ...valid, extent: 'total' },                                       'input.combination', 'losses'],
  ['losses as an object',              { ...valid, losses: { row: '1' } },                                  'input.type',        'losses'],
  ['a loss as text',                   { ...valid, losses: ['1'] },                                         'input.type',        'losses.0'],
  ['a loss without a row',             { ...valid, losses: [{ row: '1' }, {}] },                            'input.missing',     'losses.1.row'],
  ['a row as a number',                { ...valid, losses: [{ row: 1 }] },                                  'input.type',        'losses.0.row'],
  ['a row between two',                { ...valid, losses: [{ row: '30' }] },                               'input.range',       'losses.0.row'],
  ['no unit',                          { ...valid, losses: [{ row: '31', units: 0 }] },                     'input.range',       'losses.0.units'],
  ['units of an arm',                  { ...valid, losses: [{ row: '1', units: 2 }] },                      'input.combination', 'losses.0.units'],
  ['more units than can be paid',      { ...valid, losses: [{ row: '31', units: 10 ** 9 }] },               'input.range',       'losses'],
  ['a percentage of an arm',           { ...valid, losses: [{ row: '1', percent: '10' }] },                 'input.combination', 'losses.0.percent'],
  ['a torn scalp without one',         { ...valid, losses: [{ row: '28' }] },                               'input.missing',     'losses.0.percent'],
  ['a torn scalp below its bounds',    { ...valid, losses: [{ row: '28', percent: '9.9999' }] },            'input.range',       'losses.0.percent'],
  ['a torn scalp above its bounds',    { ...valid, losses: [{ row: '28', percent: '30.0001' }] },           'input.range',       'losses.0.percent'],
  ['two torn scalps',                  { ...valid, losses: [{ row: '28', percent: '10', units: 2 }] },      'input.combination', 'losses.0.units'],
  ['a percentage as a number',         { ...valid, losses: [{ row: '28', percent: 10 }] },                  'input.type',        'losses.0.percent'],
  ['more function than there is',      { ...valid, losses: [{ row: '1', functionLossPercent: '100.0001' }] }, 'input.range',     'losses.0.functionLossPercent'],
  ['a function that is no percentage', { ...valid, losses: [{ row: '1', functionLossPercent: '-1' }] },     'input.format',      'losses.0.functionLossPercent'],
  ['a field that a loss does not have', { ...valid, losses: [{ row: '1', side: 'left' }] },                 'input.unknown',     'losses.0.side'],
  ['left-handed as a word',            { ...valid, leftHanded: 'yes' },                                     'input.type',        'leftHanded'],
  ['a wage that cannot be paid',       { ...valid, wage: 10 ** 15 },                                        'input.range',       'wage'],
  ['the day before the programme',     { ...valid, date: '2015-06-30' },                                    'date.outOfRange',   'date'],
] as const)('invalid: %s', (_, input, code, path) => {
  const rules = new Map([[benefitJkkDisability.id, benefitJkkDisability]]);
  expect(answerRequest(rules, benefitJkkDisability.id, input)).toMatchObject({ answer: { error: { code, path } } });
});

// biome-ignore format: aligned table of cases
test.each([
  // case                              input                                                                  accepted                                        came
  ['total with losses',                { ...valid, extent: 'total' },                                         'only with extent partial',                     undefined],
  ['a percentage of an arm',           { ...valid, losses: [{ row: '1', percent: '10' }] },                   'only with row 28',                             undefined],
  ['a torn scalp without one',         { ...valid, losses: [{ row: '28' }] },                                 '10% to 30%',                                   undefined],
  ['a torn scalp below its bounds',    { ...valid, losses: [{ row: '28', percent: '9.5' }] },                 '10% to 30%',                                   '9.5'],
  ['units of an arm',                  { ...valid, losses: [{ row: '1', units: 2 }] },                        '1; more only with row 31, 32, 40, 41 or 43',   2],
  ['more function than there is',      { ...valid, losses: [{ row: '1', functionLossPercent: '101' }] },      'at most "100"',                                '101'],
])('an error says what is accepted and what came: %s', (_, input, en, came) => {
  const rules = new Map([[benefitJkkDisability.id, benefitJkkDisability]]);
  const { answer } = answerRequest(rules, benefitJkkDisability.id, input);
  expect(answer).toMatchObject({ error: { accepted: { en }, ...(came !== undefined && { came }) } });
});

test('the rows to choose from are those of the table, in its order, each with what it counts', () => {
  expect(bodyRows.map(({ row }) => row)).toEqual([...bodyTable.keys()].toSpliced(27, 0, '28'));
  const counted = new Map(bodyRows.map(({ row, share, counted }) => [row, [share.id, counted]]));
  expect(counted.get('21')).toEqual(['4,5%', 'once']);
  expect(counted.get('28')).toEqual(['10% sampai dengan 30%', 'setByDoctor']);
  expect(counted.get('31')).toEqual(['6%', 'units']);
});
