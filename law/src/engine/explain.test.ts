import { day } from '@payung/kernel';
import { describe, expect, test } from 'vitest';
import { type Explained, Explanation } from './explain.ts';
import { AWAITED, parameter } from './parameter.ts';
import { answerRequest, type Rule } from './run.ts';
import { traceLines } from './trace-lines.ts';

const say = (text: string) => ({ id: `${text} (id)`, en: text });
const law = { law: 'PP 1/2000', article: 'Pasal 1' };
const cap = parameter<number>('cap', {
  label: say('Cap'),
  unit: 'IDR',
  checked: '2026-11-20',
  show: (value) => say(`${value}`),
  history: [['2020-01-01', 5, { law: 'PP 2/2000', confidence: 'known' }]],
});

function rule(on: string, open: boolean): Explained<number> {
  const x = new Explanation('example', day(on), 'month');
  const value = x.step('half', x.read(cap) / 2, say('half'));
  if (open) x.uncertainty({ id: 'q', text: say('open?'), changesResult: true, otherwise: 0 });
  return x.result(value, say('answer'), law);
}

describe('reading a parameter that is not in force', () => {
  test('names the field that the day came from', () => {
    expect(() => rule('2019-12-31', false)).toThrow(
      expect.objectContaining({ code: 'date.outOfRange', path: 'month' }),
    );
    expect(rule('2020-01-01', false).value).toBe(2.5);
  });

  test('says of a yearly value that it is not announced yet, but of the time before it that there was no law', () => {
    const yearly = parameter<number>('yearly', {
      label: say('Yearly'),
      unit: 'IDR',
      checked: '2026-11-20',
      show: (value) => say(`${value}`),
      history: [
        ['2020-01-01', 7, { law: 'PP 2/2000', confidence: 'known' }],
        ['2027-03-01', AWAITED, { law: 'PP 2/2000', confidence: 'known' }],
      ],
    });
    const on = (date: string) => new Explanation('example', day(date), 'month').read(yearly);
    expect(() => on('2027-03-01')).toThrow(
      expect.objectContaining({ code: 'parameter.unpublished', path: 'month' }),
    );
    expect(() => on('2019-12-31')).toThrow(
      expect.objectContaining({ code: 'date.outOfRange', path: 'month' }),
    );
    expect(on('2027-02-28')).toBe(7);
  });

  test('find answers undefined and records nothing', () => {
    const x = new Explanation('example', day('2019-12-31'));
    expect(x.find(cap)).toBeUndefined();
    expect(x.result(0, say('none'), law).trace.parts).toEqual([]);
  });
});

test('a citation without an article stays without one', () => {
  expect(rule('2020-01-01', false).trace.parts[0]).toMatchObject({ citation: { law: 'PP 2/2000' } });
});

test.each([true, false])(
  'a result that includes one with an open question (%s) is as open as that',
  (open) => {
    const outer = new Explanation('outer', day('2020-01-01'));
    const value = outer.include(rule('2020-01-01', open));
    expect(outer.result(value, say('outer'), law).trace.settled).toBe(!open);
  },
);

test('what is recorded after the result does not change it', () => {
  const x = new Explanation('example', day('2020-01-01'));
  const { trace } = x.result(1, say('answer'), law);
  x.step('later', 2, say('later'));
  expect(trace.parts).toEqual([]);
});

test('lines are indented, cited, and say what is less than read', () => {
  const outer = new Explanation('outer', day('2020-01-01'));
  outer.include(rule('2020-01-01', true));
  const { trace } = outer.result(1, say('outer'), law);
  expect(traceLines(trace, 'en').map(({ depth, text }) => `${'  '.repeat(depth)}${text}`)).toEqual([
    'outer (NOT SETTLED) [PP 1/2000 Pasal 1]',
    '  answer (NOT SETTLED) [PP 1/2000 Pasal 1]',
    '    Cap: 5 [PP 2/2000; text not read]',
    '    half',
    '    NOT SETTLED: open?',
  ]);
  expect(traceLines(trace, 'id')[2]?.text).toBe('Cap (id): 5 (id) [PP 2/2000; naskah belum dibaca]');
});

test('a fault of the rule itself is not turned into an answer', () => {
  const broken: Rule = {
    id: 'broken',
    about: say('broken'),
    answer: () => {
      throw new TypeError('a bug');
    },
  };
  expect(() => answerRequest(new Map([['broken', broken]]), 'broken', {})).toThrow(TypeError);
});
