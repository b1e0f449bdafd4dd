import { day } from '@payung/kernel';
import { describe, expect, test } from 'vitest';
import { explainRequest, replyTo, runRequest } from './request.ts';
import { explain, run } from './rules.ts';

const death = { date: '2026-01-01', segment: 'PU' };

describe('a request as it came', () => {
  test('is answered and explained as the rule does', () => {
    const request = { rule: 'benefit.jkm', input: death, title: 'ignored' };
    expect(runRequest(request)).toEqual({ answer: run('benefit.jkm', death) });
    expect(explainRequest(request)).toEqual(explain('benefit.jkm', death));
    expect(explainRequest(request).trace).toMatchObject({ settled: true });
  });

  test('whose answer an open question would change is said not to be settled', () => {
    const request = {
      rule: 'benefit.jht.withdrawal',
      input: { reason: 'pkwtEnd', balance: 8_000_000, date: '2026-03-10', asOf: '2026-05-01' },
    };
    const answer = run(request.rule, request.input);
    expect(explainRequest(request).trace).toMatchObject({ settled: false });
    expect(runRequest(request)).toEqual({ answer, settled: false });
    expect(replyTo({ id: 1, ...request })).toEqual({ id: 1, answer, settled: false });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // request                                                             code                path
    [null,                                                                 'input.type',       ''],
    [[],                                                                   'input.type',       ''],
    ['benefit.jkm',                                                        'input.type',       ''],
    [{ input: death },                                                     'input.missing',    'rule'],
    [{ rule: 7, input: death },                                            'input.type',       'rule'],
    [{ rule: 'benefit.none', input: death },                               'rule.unknown',     'rule'],
    [{ rule: 'toString', input: death },                                   'rule.unknown',     'rule'],
    [{ rule: 'benefit.jkm' },                                              'input.missing',    'input'],
    [{ rule: 'benefit.jkm', input: null },                                 'input.type',       ''],
    [{ rule: 'benefit.jkm', input: { ...death, date: 'kemarin' } },        'input.format',     'date'],
    [{ rule: 'benefit.jkm', input: death, asKnownOn: null },               'input.type',       'asKnownOn'],
    [{ rule: 'benefit.jkm', input: death, asKnownOn: 'x' },                'input.format',     'asKnownOn'],
    [{ rule: 'benefit.jkm', input: death, asKnownOn: '2026-11-19' },       'date.outOfRange',  'asKnownOn'],
  ])('%j is invalid: %s at "%s"', (request, code, path) => {
    expect(runRequest(request)).toEqual({ answer: { error: expect.objectContaining({ code, path }) } });
    expect(explainRequest(request)).toEqual(runRequest(request));
  });

  test('is answered as known on the day it names, else on the day of all', () => {
    const request = { rule: 'benefit.jkm', input: death };
    const known = (asked: object, all?: ReturnType<typeof day>) =>
      explainRequest(asked, all).trace?.asKnownOn;
    expect(known(request)).toBeUndefined();
    expect(known(request, day('2026-11-21'))).toBe('2026-11-21');
    expect(known({ ...request, asKnownOn: '2026-11-20' }, day('2026-11-21'))).toBe('2026-11-20');
  });
});

describe('one of many messages', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['JKM-01'], [''], [0], [-7], [Number.MAX_SAFE_INTEGER],
  ])('gets its id %j back, with its answer', (id) => {
    expect(replyTo({ id, rule: 'benefit.jkm', input: death })).toEqual({ id, answer: run('benefit.jkm', death) });
    expect(replyTo({ id })).toMatchObject({ id, answer: { error: { code: 'input.missing', path: 'rule' } } });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    [undefined,                     'input.missing'],
    [null,                          'input.type'],
    [1.5,                           'input.type'],
    [Number.MAX_SAFE_INTEGER + 1,   'input.type'],
    [{ of: 'mine' },                'input.type'],
  ])('with the id %j gets none back, nor an answer: %s', (id, code) => {
    const reply = replyTo({ id, rule: 'benefit.jkm', input: death });
    expect(reply).toMatchObject({ id: null, answer: { error: { code, path: 'id' } } });
  });

  test('that is no object gets neither', () => {
    expect(replyTo(7)).toMatchObject({ id: null, answer: { error: { code: 'input.type', path: '' } } });
  });
});
