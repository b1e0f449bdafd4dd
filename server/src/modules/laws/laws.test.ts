import { explain, findParameter, listParameters, rules, run } from '@payung/law';
import { describe, expect, test } from 'vitest';
import { fixedClock } from '#platform/clock';
import { testPlatform } from '#testing';
import { createApp } from '../../api.ts';

const { platform } = await testPlatform();
const noon = '2026-11-20T04:00:00Z';

/** A server to which nobody is signed in, whose clock can be moved on. */
function openServer(behindProxy = false) {
  let seconds = 0;
  const clock = {
    ...platform.clock,
    now: () => new Date(fixedClock(noon).now().getTime() + seconds * 1000),
  };
  const app = createApp({
    platform: { ...platform, clock },
    authenticate: async () => undefined,
    behindProxy,
  });
  return {
    pass: (more: number) => {
      seconds += more;
    },
    async ask(path: string, body?: unknown, headers: Record<string, string> = {}) {
      const response = await app.request(`/api/law/${path}`, {
        ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
        headers: { 'content-type': 'application/json', ...headers },
      });
      const answer: unknown = await response.json();
      return { status: response.status, answer, wait: response.headers.get('retry-after') };
    },
  };
}

const input = { date: '2026-01-01', segment: 'PU' };
const request = { rule: 'benefit.jkm', input };

describe('anybody', () => {
  test('gets the answer of a rule, and its explanation', async () => {
    const { ask } = openServer();
    expect(await ask('run', request)).toMatchObject({
      status: 200,
      answer: { answer: run('benefit.jkm', input) },
    });
    const explained = await ask('explain', { ...request, asKnownOn: '2026-11-20' });
    expect(explained).toMatchObject({
      status: 200,
      answer: { answer: run('benefit.jkm', input), trace: { asKnownOn: '2026-11-20' } },
    });
    expect((await ask('explain', request)).answer).toEqual(
      JSON.parse(JSON.stringify(explain('benefit.jkm', input))),
    );
  });

  test('is told no as an answer', async () => {
    const { ask } = openServer();
    const refused = await ask('run', { ...request, input: { ...input, active: false } });
    expect(refused).toMatchObject({
      status: 200,
      answer: { answer: { eligible: false, because: ['membership.inactive'] } },
    });
  });

  test('is told where the law is not settled', async () => {
    const { ask } = openServer();
    const open = {
      rule: 'benefit.jht.withdrawal',
      input: { reason: 'pkwtEnd', balance: 8_000_000, date: '2026-03-10', asOf: '2026-05-01' },
    };
    const answer = run(open.rule, open.input);
    expect((await ask('run', open)).answer).toEqual({ answer, settled: false });
    expect((await ask('run', [{ id: 1, ...open }])).answer).toEqual([{ id: 1, answer, settled: false }]);
    expect((await ask('run', request)).answer).not.toHaveProperty('settled');
  });

  test('finds the rules, the figures, and the history of one', async () => {
    const { ask } = openServer();
    const all = [...rules.values()].map(({ id, about }) => ({ id, about }));
    expect(await ask('rules')).toMatchObject({ status: 200, answer: { rules: all } });
    const figures = listParameters().map(({ id, label, unit, checked }) => ({ id, label, unit, checked }));
    expect(await ask('parameters')).toMatchObject({ status: 200, answer: { parameters: figures } });
    const { status, answer } = await ask('parameters/jp.wage_cap?asKnownOn=2026-11-20');
    expect([status, answer]).toEqual([200, JSON.parse(JSON.stringify(findParameter('jp.wage_cap')))]);
  });
});

describe('a list', () => {
  test('is answered one by one, in its order, errors too', async () => {
    const { ask } = openServer();
    const { status, answer } = await ask('run', [
      { id: 'satu', ...request },
      { id: 2, rule: 'benefit.jkm', input: { ...input, date: 7 } },
      { rule: 'benefit.jkm', input },
      'empat',
    ]);
    expect([status, answer]).toEqual([
      200,
      [
        { id: 'satu', answer: run('benefit.jkm', input) },
        { id: 2, answer: { error: expect.objectContaining({ code: 'input.type', path: 'date', came: 7 }) } },
        { id: null, answer: { error: expect.objectContaining({ code: 'input.missing', path: 'id' }) } },
        { id: null, answer: { error: expect.objectContaining({ code: 'input.type', path: '' }) } },
      ],
    ]);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    [0,     200],
    [1000,  200],
    [1001,  400],
  ])('of %i gets %i', async (length, status) => {
    const { ask } = openServer();
    const answered = await ask('run', Array.from({ length }, (_, id) => ({ id, ...request })));
    expect(answered.status).toBe(status);
    expect(answered.answer).toMatchObject(status === 200 ? { length } : { code: 'request.invalid' });
  });
});

describe('what cannot be answered is a problem that names the field', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // path        body                                                      status  code                  facts
    ['run',        { ...request, input: { ...input, date: 7 } },             422,    'law.invalid',        { code: 'input.type', path: 'date', came: '7', accepted: 'a whole date, such as 20 November 2026 (2026-11-20)' }],
    ['explain',    { ...request, input: { ...input, date: 7 } },             422,    'law.invalid',        { code: 'input.type', path: 'date', came: '7', accepted: 'a whole date, such as 20 November 2026 (2026-11-20)' }],
    ['run',        { rule: 'benefit.none', input },                          422,    'law.invalid',        { code: 'rule.unknown', path: 'rule', came: '"benefit.none"' }],
    ['run',        { input },                                                422,    'law.invalid',        { code: 'input.missing', path: 'rule' }],
    ['explain',    { rule: 'benefit.jkm' },                                  422,    'law.invalid',        { code: 'input.missing', path: 'input' }],
    ['explain',    { ...request, asKnownOn: '2026-11-19' },                  422,    'law.invalid',        { code: 'date.outOfRange', path: 'asKnownOn' }],
    ['run',        'benefit.jkm',                                            400,    'request.invalid',    {}],
    ['explain',    [request],                                                400,    'request.invalid',    {}],
    ['parameters/jp.tidak_ada',                       undefined,             404,    'law.parameterNotFound', { id: 'jp.tidak_ada' }],
    ['parameters/jp.wage_cap?asKnownOn=2026-11-19',   undefined,             400,    'request.invalid',    { path: 'asKnownOn' }],
    ['parameters/jp.wage_cap?asKnownOn=kemarin',      undefined,             400,    'request.invalid',    { path: 'asKnownOn' }],
  ] as const)('%s %j: %i %s', async (path, body, status, code, facts) => {
    const answered = await openServer().ask(path, body, { 'accept-language': 'en' });
    expect(answered).toMatchObject({ status, answer: { status, code, facts } });
  });

  test('in the language of the request', async () => {
    const { ask } = openServer();
    const title = async (language: string) =>
      (await ask('run', { ...request, input: {} }, { 'accept-language': language })).answer;
    expect(await title('id')).toMatchObject({
      title: expect.stringMatching(/"date": Belum diisi\. Yang diterima: tanggal/),
    });
    expect(await title('en')).toMatchObject({
      title: expect.stringMatching(/"date": Not filled in\. Accepted: a whole date/),
    });
  });

  test('a body above a megabyte is not read', async () => {
    const body = { ...request, padding: 'x'.repeat(1024 * 1024) };
    const answered = await openServer().ask('run', body, {
      'content-length': String(JSON.stringify(body).length),
    });
    expect(answered).toMatchObject({ status: 413, answer: { code: 'request.tooLarge' } });
  });
});

describe('a caller who asks without end', () => {
  const tooMany = { status: 429, answer: { code: 'request.tooMany' } };
  const from = (address: string) => ({ 'x-forwarded-for': address });

  test('waits after thirty, for as long as is said, and one more each second', async () => {
    const { ask, pass } = openServer();
    for (let n = 0; n < 30; n += 1) expect((await ask('rules')).status).toBe(200);
    expect(await ask('rules')).toMatchObject({ ...tooMany, wait: '1' });
    pass(0.9);
    expect(await ask('run', request)).toMatchObject(tooMany);
    pass(0.1);
    expect((await ask('run', request)).status).toBe(200);
    expect(await ask('rules')).toMatchObject(tooMany);
    pass(-3600);
    expect(await ask('rules')).toMatchObject(tooMany);
    pass(3600 + 3600);
    for (let n = 0; n < 30; n += 1) expect((await ask('rules')).status).toBe(200);
    expect(await ask('rules')).toMatchObject(tooMany);
  });

  test('holds up nobody else behind the proxy, but whoever shares the network', async () => {
    const { ask } = openServer(true);
    for (let n = 0; n < 30; n += 1) await ask('rules', undefined, from('2001:db8:1:2::1'));
    expect(await ask('rules', undefined, from('2001:db8:1:2::ffff'))).toMatchObject(tooMany);
    expect((await ask('rules', undefined, from('2001:db8:1:3::1'))).status).toBe(200);
    expect((await ask('rules', undefined, from('203.0.113.7'))).status).toBe(200);
  });

  test('without a proxy gains nothing by other names', async () => {
    const { ask } = openServer();
    for (let n = 0; n < 30; n += 1) await ask('rules', undefined, from(`203.0.113.${n}`));
    expect(await ask('rules', undefined, from('203.0.113.99'))).toMatchObject(tooMany);
  });

  test('may still sign in', async () => {
    const { ask } = openServer();
    for (let n = 0; n < 31; n += 1) await ask('rules');
    expect((await ask('../installation')).status).toBe(200);
  });
});
