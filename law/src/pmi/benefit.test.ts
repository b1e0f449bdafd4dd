import { day } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain, run } from '../rules.ts';
import type { Child } from '../scholarship/child.ts';
import { type PmiEvent, pmiBenefit } from './benefit.ts';

const date = day('2024-06-01');
const student: Child = { level: 'PT', yearsLeft: 4, married: false, work: 'none' };

// biome-ignore format: aligned table of cases
const EVENTS = [
  // event            id of the parameter                      amount      scholarship  confidence
  ['deathDuringWork', 'pmi.benefit.jkm_death_during_work',   85_000_000,  48_000_000, 'secondary'],
  ['deathAfterWork',  'pmi.benefit.jkm_death_after_work',    42_000_000,           0, 'quoted'],
  ['failedDeparture', 'pmi.benefit.gagal_berangkat',         10_000_000,           0, 'quoted'],
  ['wrongPlacement',  'pmi.benefit.penempatan_tidak_sesuai', 25_000_000,           0, 'quoted'],
  ['rape',            'pmi.benefit.pemerkosaan',             50_000_000,           0, 'secondary'],
] as const;

test.each(EVENTS)(
  '%s: the fixed sum, with and without a child',
  (event, id, amount, scholarship, confidence) => {
    const alone = pmiBenefit({ event, date, children: [] });
    expect(alone.value).toEqual({ eligible: true, amount, scholarship: 0, total: amount });
    expect(alone.trace.settled).toBe(true);
    expect(alone.trace.parts[0]).toMatchObject({
      id,
      value: amount,
      confidence,
      citation: { law: 'Permenaker 4/2023' },
    });
    const { value } = pmiBenefit({ event, date, children: [student] });
    expect(value).toEqual({ eligible: true, amount, scholarship, total: amount + scholarship });
  },
);

describe('scholarships after a death during work', () => {
  const of = (...children: Child[]) => pmiBenefit({ event: 'deathDuringWork', date, children });

  test('are explained as a part, and open: no contribution period is applied', () => {
    const { trace } = of(student);
    expect(trace.parts).toMatchObject([
      { kind: 'parameter' },
      { kind: 'finding', id: 'pmi.scholarship', because: 'met' },
      { kind: 'result', rule: 'benefit.scholarship', value: { total: 48_000_000 }, settled: true },
      { kind: 'step', value: 133_000_000 },
      { kind: 'uncertainty', id: 'pmi.scholarship_period', changesResult: true, otherwise: 85_000_000 },
    ]);
    expect(trace.settled).toBe(false);
  });

  test('are not paid without an eligible child, and nothing is open then', () => {
    const { value, trace } = of({ ...student, married: true });
    expect(value).toMatchObject({ eligible: true, scholarship: 0, total: 85_000_000 });
    expect(trace.settled).toBe(true);
  });

  test('another event says why there are none', () => {
    const { trace } = pmiBenefit({ event: 'deathAfterWork', date, children: [student] });
    expect(trace.parts[1]).toMatchObject({ id: 'pmi.scholarship', applies: false, because: 'event' });
  });
});

test('the total is the sum of its parts, never negative, and one more child never lowers it', () => {
  const event = fc.constantFrom<PmiEvent>(...EVENTS.map(([name]) => name));
  const child = fc.boolean().map((married): Child => ({ ...student, married }));
  fc.assert(
    fc.property(event, fc.array(child, { maxLength: 4 }), child, (of, children, more) => {
      const { amount, scholarship, total } = pmiBenefit({ event: of, date, children }).value;
      expect(total).toBe(amount + scholarship);
      expect(scholarship).toBeGreaterThanOrEqual(0);
      const withMore = pmiBenefit({ event: of, date, children: [...children, more] }).value;
      expect(withMore.total).toBeGreaterThanOrEqual(total);
    }),
  );
});

// biome-ignore format: aligned table of cases
test.each([
  // case                                          input                                                                                               code                path
  ['the day before the law',                      { event: 'rape', date: '2023-02-21' },                                                              'date.outOfRange', 'date'],
  ['no event',                                    { date: '2024-06-01' },                                                                             'input.missing',   'event'],
  ['an event of another table',                   { event: 'workAccidentDeath', date: '2024-06-01' },                                                 'input.range',     'event'],
  ['a child that cannot be, with any event',      { event: 'rape', date: '2024-06-01', children: [{ level: 'SMA', yearsLeft: 4 }] },                  'input.range',     'children.0.yearsLeft'],
  ['contribution months, which nobody asks for',  { event: 'deathDuringWork', date: '2024-06-01', contributionMonths: 36 },                           'input.unknown',   'contributionMonths'],
])('invalid: %s', (_, input, code, path) => {
  expect(explain('benefit.pmi', input)).toMatchObject({ answer: { error: { code, path } } });
});

test('the first day of the law is answered', () => {
  expect(run('benefit.pmi', { event: 'rape', date: '2023-02-22' })).toMatchObject({ total: 50_000_000 });
});
