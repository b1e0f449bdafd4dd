import { describe, expect, test } from 'vitest';
import type { Result } from '../engine/explain.ts';
import { answerRequest } from '../engine/run.ts';
import { traceLines } from '../engine/trace-lines.ts';
import { benefitScholarship } from './rule.ts';

const rules = new Map([[benefitScholarship.id, benefitScholarship]]);

function traceOf(change: object): Result {
  const input = { trigger: 'jkkDeath', date: '2024-06-01', children: [], ...change };
  const { trace } = answerRequest(rules, benefitScholarship.id, input);
  if (trace === undefined) throw new RangeError('no trace');
  return trace;
}

describe('the explanation', () => {
  const trace = traceOf({
    trigger: 'jkmDeath',
    contributionMonths: 40,
    asOf: '2026-05-09',
    children: [{ level: 'PT', yearsLeft: 2, birthDate: '2004-05-10', work: 'PU', workMonths: 6 }],
  });
  const [child] = trace.parts.filter((part) => part.kind === 'result');

  test('names every parameter with value, article and confidence, by the law of the event', () => {
    const read = trace.parts.filter((part) => part.kind === 'parameter');
    // biome-ignore format: aligned table of cases
    expect(read.map(({ id, citation, confidence }) => [id, citation.law, citation.article, confidence])).toEqual([
      ['scholarship.levels',              'PP 82/2019', 'Lampiran III', 'quoted'],
      ['scholarship.max_children',        'PP 82/2019', undefined,      'quoted'],
      ['scholarship.contribution_period', 'PP 82/2019', 'Pasal 34',     'quoted'],
    ]);
    expect(read.map(({ value }) => value).slice(1)).toEqual([2, 36]);
    expect(trace.on).toBe('2024-06-01');
  });

  test('has a part for each child, by the law of the day of the claim', () => {
    expect(child?.on).toBe('2026-05-09');
    // biome-ignore format: aligned table of cases
    expect(child?.parts).toMatchObject([
      { kind: 'parameter', id: 'scholarship.age_limit',      value: 23, citation: { law: 'Permenaker 5/2021', article: 'Pasal 103 ayat (2)' } },
      { kind: 'parameter', id: 'scholarship.months_at_work', value: 6,  citation: { law: 'Permenaker 5/2021 jo. Permenaker 1/2025', article: 'Pasal 103 ayat (3a)' } },
      { kind: 'finding',   id: 'scholarship.age',            because: 'met', text: { en: 'Aged 21 on 9 May 2026, must be below 23' } },
      { kind: 'finding',   id: 'scholarship.married',        because: 'met' },
      { kind: 'finding',   id: 'scholarship.working',        because: 'met', citation: { article: 'Pasal 103 ayat (3a)' } },
      { kind: 'finding',   id: 'scholarship.maxChildren',    because: 'met' },
      { kind: 'step',      id: 'scholarship.year',           value: 12_000_000 },
      { kind: 'step',      id: 'scholarship.remaining',      value: 24_000_000 },
    ]);
  });

  test('reads as lines in both languages', () => {
    const lines = (language: 'id' | 'en') => traceLines(trace, language).map(({ text }) => text);
    expect(lines('id')[0]).toBe('Beasiswa: Rp 24.000.000 [PP 82/2019 Lampiran III]');
    expect(lines('en')).toContain(
      'Projected to the end of every level: 2 × Rp 12.000.000 (PT) = Rp 24.000.000 [PP 82/2019 Lampiran III]',
    );
    expect(lines('en')).toContain('40 contribution months, 36 needed [PP 82/2019 Pasal 34]');
  });

  test('tells the children who are left without from those who have no right', () => {
    const child = { level: 'SD', yearsLeft: 6 };
    const lines = traceLines(traceOf({ children: [child, child, child, { ...child, married: true }] }), 'en');
    expect(
      lines.filter(({ depth, kind }) => depth === 1 && kind !== 'parameter').map(({ text }) => text),
    ).toEqual([
      'Child 1 (SD, years left: 6): Rp 84.000.000 [Permenaker 5/2021 Pasal 103 ayat (2)]',
      'Child 2 (SD, years left: 6): Rp 84.000.000 [Permenaker 5/2021 Pasal 103 ayat (2)]',
      'Child 3 (SD, years left: 6): no scholarship [Permenaker 5/2021 Pasal 103 ayat (2)]',
      'Child 4 (SD, years left: 6): no scholarship [Permenaker 5/2021 Pasal 103 ayat (2)]',
      'Children who meet the conditions: 3 [Permenaker 5/2021 Pasal 103 ayat (2)]',
    ]);
    expect(lines.map(({ text }) => text)).toContain(
      'Before it 2 children met the conditions, in the order given [PP 82/2019 Lampiran III]',
    );
  });

  test('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
  });

  test('an old event cites the old law, and says that its conditions are ours', () => {
    const old = traceOf({ date: '2019-12-01', children: [{ level: 'SD', yearsLeft: 6 }] });
    expect(old.citation).toEqual({ law: 'PP 44/2015' });
    expect(old.parts).toMatchObject([
      { id: 'scholarship.lump_sum', value: 12_000_000, citation: { law: 'PP 44/2015' } },
      {
        kind: 'result',
        parts: [
          { id: 'scholarship.age_limit', citation: { law: 'PP 44/2015' }, confidence: 'convention' },
          { id: 'scholarship.age', because: 'unknown', confidence: 'convention' },
          { id: 'scholarship.married', confidence: 'convention' },
          { id: 'scholarship.working', confidence: 'convention' },
        ],
      },
      { id: 'scholarship.noEligibleChild', because: 'met' },
    ]);
    expect(old.settled).toBe(true);
  });
});

describe('open questions', () => {
  const at = (asOf: string, ...children: object[]) => ({ asOf, children });
  const working = { level: 'PT', yearsLeft: 2, work: 'BPU' };
  const briefly = { level: 'PT', yearsLeft: 2, work: 'PU', workMonths: 6 };
  const unknown = { level: 'PT', yearsLeft: 2, work: 'PU' };
  const nearly23 = { level: 'PT', yearsLeft: 3, birthDate: '2003-05-11' };
  const [three, two, one] = [3, 2, 1].map((yearsLeft) => ({ level: 'PT', yearsLeft }));
  const DAY = 'scholarship.permenaker_1_2025_day';

  // biome-ignore format: aligned table of cases
  test.each([
    // case                                              input                                              settled  open
    ['work: the day before the doubtful days',           at('2025-02-23', working),                          true,    []],
    ['their first day: perhaps allowed',                at('2025-02-24', working),                          false,   [[DAY, 24_000_000]]],
    ['the months of work are not known',                at('2025-02-28', unknown),                          false,   [[DAY, null]]],
    ['PU for six months, last day of February',         at('2025-02-28', briefly),                          false,   [[DAY, 24_000_000]]],
    ['their last day: perhaps the right has ended',     at('2025-03-31', working),                          false,   [[DAY, 0]]],
    ['the day after them',                              at('2025-04-01', working),                          true,    []],
    ['no difference for a married one',                 at('2025-03-31', { ...working, married: true }),    true,    [[DAY, 0]]],
    ['another child would take the place',              at('2025-03-31', working, two ?? {}, one ?? {}),    false,   [[DAY, 36_000_000]]],
    ['nobody works',                                    at('2025-03-31', two ?? {}),                        true,    []],
    ['two years after the 23rd birthday, not cut',      at('2026-05-10', nearly23),                         false,   [['scholarship.age_cut', 12_000_000]]],
    ['the last year before it',                         at('2026-05-10', { ...nearly23, yearsLeft: 1 }),    true,    []],
    ['three children, the dearest first',               at('2026-05-10', three ?? {}, two ?? {}, one ?? {}), true,   []],
    ['three children, another order pays more',         at('2026-05-10', one ?? {}, two ?? {}, three ?? {}), false,  [['scholarship.choice', 60_000_000]]],
    ['one sum, an old event: perhaps it is not lost',   { date: '2019-12-01', ...at('2019-12-01', working) }, false, [['scholarship.old_conditions', 12_000_000]]],
    ['one sum, claimed on a doubtful day',              { date: '2019-12-01', ...at('2025-03-31', working) }, false, [[DAY, 0]]],
    ['no children: nothing is open',                    at('2025-03-31'),                                   true,    []],
    ['refused for the member: nothing is open',         { trigger: 'jkmDeath', contributionMonths: 1, ...at('2025-03-31', working) }, true, []],
  ] as const)('%s', (_, change, settled, open) => {
    const trace = traceOf(change);
    const found = trace.parts.filter((part) => part.kind === 'uncertainty');
    expect(found.map(({ id, otherwise }) => [id, otherwise])).toEqual(open);
    expect(trace.settled).toBe(settled);
  });
});
