import { month } from '@payung/kernel';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { MonthStrip } from './MonthStrip.tsx';
import { lastMonthOf, protectionByMonth } from './month-strip.ts';

type Cover = Parameters<typeof protectionByMonth>[0];
const cover = (from: string, to: string, evidence: Cover[number]['evidence']): Cover[number] => ({
  from,
  to,
  evidence,
  programmes: ['JKK', 'JKM'],
  billId: null,
});
const november = month('2026-11');
const letters = { paid: 'P', tolerated: 't', none: '-' } as const;
const strip = (covers: Cover, count: number) =>
  protectionByMonth(covers, november, count)
    .map(({ protection }) => letters[protection])
    .join('');

describe('the months of a membership', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // what                                       cover                                                                     Aug–Nov
    ['nothing was ever paid',                     [],                                                                       '----'],
    ['one month was paid',                        [cover('2026-10', '2026-10', 'ledger')],                                  '--P-'],
    ['both ends of a span belong to it',          [cover('2026-09', '2026-11', 'ledger')],                                  '-PPP'],
    ["BPJS's own file counts as paid",            [cover('2026-08', '2026-08', 'bpjs_file')],                               'P---'],
    ['tolerance is told apart from payment',      [cover('2026-08', '2026-09', 'ledger'), cover('2026-10', '2026-11', 'law')], 'PPtt'],
    ['a payment outweighs tolerance in a month',  [cover('2026-10', '2026-11', 'law'), cover('2026-11', '2026-11', 'ledger')], '--tP'],
    ['what ended before is not shown',            [cover('2025-01', '2026-07', 'ledger')],                                  '----'],
  ] as const)('%s', (_, covers, expected) => {
    expect(strip([...covers], 4)).toBe(expected);
  });

  test('it reaches to what was paid ahead', () => {
    expect(lastMonthOf([cover('2026-11', '2027-02', 'ledger')], november)).toBe('2027-02');
    expect(lastMonthOf([cover('2026-01', '2026-02', 'ledger')], november)).toBe('2026-11');
  });

  test('a month says in words what its colour says', () => {
    const words = { paid: 'dibayar', tolerated: 'toleransi', none: 'tidak' };
    const html = renderToStaticMarkup(
      <MonthStrip
        cells={protectionByMonth([cover('2026-11', '2026-11', 'law')], november, 2)}
        words={{ label: 'Bulan', short: words, long: words, month: (value) => value }}
      />,
    );
    expect(html).toContain('title="2026-10: tidak"');
    expect(html).toContain('class="tolerated" title="2026-11: toleransi">11/26<br/>toleransi</li>');
  });
});
