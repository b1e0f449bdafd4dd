import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listParameters, rules, run } from '@payung/law';
import { temporaryDirectory } from '@payung/server/testing';
import { describe, expect, test } from 'vitest';
import { runCommandLine } from '../run.ts';
import { plain } from '../terminal.ts';
import { keptTerminal } from '../testing/kept-terminal.ts';
import { commands } from './index.ts';
import { answerLine, longestLine } from './law-line.ts';

/** Runs `payung law …` without any register. */
async function law(argv: readonly string[], piped = '') {
  const { terminal, ended } = keptTerminal(undefined, 'id', [new TextEncoder().encode(piped)]);
  return ended(await runCommandLine(['law', ...argv], terminal, commands));
}

const death = { date: '2026-01-01', segment: 'PU' };
const request = (id: unknown, input: object = death) => JSON.stringify({ id, rule: 'benefit.jkm', input });
const unsettled = { reason: 'pkwtEnd', balance: 8_000_000, date: '2026-03-10', asOf: '2026-05-01' };
const repliesIn = (out: string): unknown[] => out.split('\n').map((line) => JSON.parse(line));

describe('payung law run', () => {
  const piped = [
    `\ufeff${request('satu')}`,
    '',
    '{"id": 2, "rule"',
    '[]',
    JSON.stringify({ rule: 'benefit.jkm', input: death }),
    JSON.stringify({ id: 'lima' }),
    JSON.stringify({ id: 'enam', rule: 'benefit.none', input: {} }),
    `${request('tujuh', { ...death, date: 20_260_101 })}\r`,
    '   ',
    request(8, { ...death, active: false }),
    JSON.stringify({ id: 9, rule: 'benefit.jht.withdrawal', input: unsettled }),
  ].join('\n');

  test('answers each line in its order; a bad one is answered and stops nothing', async () => {
    const { status, out, err } = await law(['run'], piped);
    expect(status).toBe(0);
    expect(repliesIn(out)).toEqual([
      { id: 'satu', answer: run('benefit.jkm', death) },
      {
        id: null,
        answer: {
          error: expect.objectContaining({ code: 'input.format', path: '', came: '{"id": 2, "rule"' }),
        },
      },
      { id: null, answer: { error: expect.objectContaining({ code: 'input.type', path: '' }) } },
      { id: null, answer: { error: expect.objectContaining({ code: 'input.missing', path: 'id' }) } },
      { id: 'lima', answer: { error: expect.objectContaining({ code: 'input.missing', path: 'rule' }) } },
      { id: 'enam', answer: { error: { code: 'rule.unknown', path: 'rule', came: 'benefit.none' } } },
      {
        id: 'tujuh',
        answer: { error: expect.objectContaining({ code: 'input.type', path: 'date', came: 20_260_101 }) },
      },
      { id: 8, answer: { eligible: false, because: ['membership.inactive'] } },
      { id: 9, answer: run('benefit.jht.withdrawal', unsettled), settled: false },
    ]);
    expect(err).toBe('9 permintaan dijawab, 6 di antaranya tidak sah.');
  });

  test('reads a file, or what is piped in', async () => {
    const path = join(temporaryDirectory(), 'requests.jsonl');
    writeFileSync(path, piped);
    const fromFile = await law(['run', path]);
    expect(fromFile).toEqual(await law(['run'], piped));
    expect(fromFile).toEqual(await law(['run', '-'], piped));
    expect(repliesIn(fromFile.out)).toHaveLength(9);
  });

  test('nothing in, nothing out', async () => {
    expect(await law(['run'], '\n\n')).toEqual({
      status: 0,
      out: '',
      err: '0 permintaan dijawab, 0 di antaranya tidak sah.',
    });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['a file that is not there',     ['run', '/tidak/ada.jsonl'],                    1, 'Folder untuk /tidak/ada.jsonl tidak ada.'],
    ['a folder',                     ['run', import.meta.dirname],                   1, 'adalah folder'],
    ['two files',                    ['run', 'a', 'b'],                              2, 'payung law run'],
    ['a day that is none',           ['run', '--as-known-on', 'kemarin'],            2, 'Bukan tanggal: kemarin'],
    ['a day before all we know',     ['run', '--as-known-on', '2026-11-19'],         2, 'Sebelum 20 November 2026'],
  ] as const)('%s is refused', async (_, argv, status, said) => {
    const ended = await law(argv, piped);
    expect({ ...ended, err: '' }).toEqual({ status, out: '', err: '' });
    expect(ended.err).toContain(said);
  });
});

describe('a line', () => {
  const answered = (line: string | Uint8Array) =>
    answerLine(Buffer.from(line), (id) => ({ id: 1, answer: { id: String(id) } }));

  test('that is blank has no answer', () => {
    expect([answered(''), answered(' \t\r'), answered('\ufeff')]).toEqual([undefined, undefined, undefined]);
  });

  test('that is too long, or no UTF-8, is invalid', () => {
    expect(longestLine).toBeGreaterThan(100_000);
    expect(answerLine(undefined, () => ({ id: 1, answer: {} }))).toMatchObject({
      outcome: 'invalid',
      json: expect.stringContaining('input.range'),
    });
    expect(answered(new Uint8Array([0x22, 0xff, 0x22]))).toMatchObject({
      outcome: 'invalid',
      json: expect.stringContaining('UTF-8'),
    });
  });

  test('gives back nothing that commands a terminal, and nothing else', () => {
    const sent = { id: 'a\u009b2J\u001b[2Jb\u007f', note: 'é\u2028' };
    const { json = '' } =
      answerLine(Buffer.from(JSON.stringify(sent)), () => ({ id: sent.id, answer: { note: sent.note } })) ??
      {};
    expect(json).toBe(plain(json));
    expect(JSON.parse(json)).toEqual({ id: sent.id, answer: { note: sent.note } });
  });

  test('whose rule fails is said to have none, and the fault is handed on', () => {
    const fault = new RangeError('oops');
    const one = answerLine(Buffer.from('{"id":"x"}'), () => {
      throw fault;
    });
    expect(one).toEqual({
      outcome: 'failed',
      fault,
      json: '{"id":"x","answer":{"error":{"code":"rule.failed","path":"rule"}}}',
    });
  });
});

describe('payung law explain', () => {
  const explain = (rule: string, input: object, ...more: string[]) =>
    law(['explain', rule, '--json', JSON.stringify(input), ...more]);

  test('gives the answer first, in words, then the steps with their articles', async () => {
    const { status, out, err } = await explain('benefit.jkm', death);
    expect([status, err]).toEqual([0, '']);
    const lines = out.split('\n');
    expect(lines.slice(0, 7)).toEqual([
      'Berhak.',
      'Santunan          Rp 20.000.000',
      'Santunan berkala  Rp 12.000.000',
      'Biaya pemakaman   Rp 10.000.000',
      'Jumlah            Rp 42.000.000',
      '',
      'Penjelasan, menurut hukum pada 1 Januari 2026:',
    ]);
    expect(lines[7]).toMatch(/^ {2}Manfaat JKM: Rp 42\.000\.000 \[PP 44\/2015 Pasal 34\]$/);
    expect(lines).toContain('    Santunan kematian JKM: Rp 20.000.000 [PP 82/2019 Pasal 34]');
  });

  test('says in words every reason why not, in the language asked for', async () => {
    const { status, out } = await explain(
      'benefit.jkm',
      { ...death, cause: 'workAccident', active: false },
      '--lang',
      'en',
    );
    expect(status).toBe(0);
    expect(out.split('\n').slice(0, 3)).toEqual([
      'Not eligible, because:',
      expect.stringMatching(/^ {2}- Death by a work accident: JKK pays, not JKM \[UU 40\/2004/),
      expect.stringMatching(/^ {2}- The membership was not active on the day of the death \[PP 44\/2015/),
    ]);
    expect(out).toContain('Explanation, by the law on 1 January 2026:');
  });

  test('says what cannot be decided, and why', async () => {
    const { status, out } = await explain(
      'membership.vulnerable',
      { date: '2026-01-01', person: {} },
      '--lang',
      'en',
    );
    expect(status).toBe(0);
    expect(out.split('\n').slice(0, 2)).toEqual([
      'Cannot be decided yet, because:',
      '  - No local rule says who is a vulnerable worker',
    ]);
  });

  test('marks what is not settled before the steps', async () => {
    const { out } = await explain('benefit.jht.withdrawal', unsettled, '--lang', 'en');
    const open = out.indexOf('NOT SETTLED: the law itself');
    expect(open).toBeGreaterThan(out.indexOf('Payable'));
    expect(open).toBeLessThan(out.indexOf('Explanation'));
    expect(out.indexOf('NOT SETTLED', open + 1)).toBeGreaterThan(out.indexOf('Explanation'));
  });

  test('says as known on which day', async () => {
    const { out } = await explain('benefit.jkm', death, '--as-known-on', '2026-11-20');
    expect(out).toContain('menurut hukum pada 1 Januari 2026 sebagaimana diketahui pada 20 November 2026:');
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // case                              rule                 json                                          status  said
    ['a field of the wrong kind',        'benefit.jkm',       '{"date":7}',                                 1,      'date: Isian ini tidak dapat dipakai. Yang diterima: tanggal lengkap, misalnya 20 November 2026 (2026-11-20). Yang diisi: 7.'],
    ['nothing filled in',                'benefit.jkm',       '{}',                                         1,      'date: Belum diisi'],
    ['a list',                           'benefit.jkm',       '[]',                                         1,      'Isian ini tidak dapat dipakai. Yang diterima: objek JSON.'],
    ['a rule that is a slip',            'benefit.jmk',       '{}',                                         1,      'Mungkin maksud Anda: payung law explain benefit.jkm'],
    ['a rule unlike any',                'makan siang',       '{}',                                         1,      'payung law list'],
    ['no JSON',                          'benefit.jkm',       '{date}',                                     2,      'bukan JSON: {date}'],
  ] as const)('%s: what is wrong', async (_, rule, json, status, said) => {
    const ended = await law(['explain', rule, '--json', json]);
    expect([ended.status, ended.out]).toEqual([status, '']);
    expect(ended.err).toContain(said);
  });

  test('without a rule, or in a language that is none of ours, is used wrongly', async () => {
    expect(await law(['explain'])).toMatchObject({
      status: 2,
      err: expect.stringContaining('payung law explain RULE'),
    });
    expect(await explain('benefit.jkm', death, '--lang', 'de')).toMatchObject({
      status: 2,
      err: expect.stringContaining('--lang'),
    });
  });
});

describe('payung law list', () => {
  test.each(['id', 'en'] as const)('names every rule and what it answers (%s)', async (language) => {
    const { status, out } = await law(['list', '--lang', language]);
    expect(status).toBe(0);
    expect(out.split('\n')).toHaveLength(rules.size);
    for (const { id, about } of rules.values()) {
      expect(
        out.split('\n').filter((line) => line.startsWith(`${id} `) && line.endsWith(`  ${about[language]}`)),
      ).toHaveLength(1);
    }
  });
});

describe('payung law parameter', () => {
  test('without an id lists them all', async () => {
    const { status, out } = await law(['parameter', '--lang', 'en']);
    expect(status).toBe(0);
    expect(out.split('\n')).toHaveLength(listParameters().length);
    expect(out).toMatch(/^jp\.wage_cap +Highest wage counted for JP$/m);
  });

  test('tells the history with source, confidence, and when it was checked and known', async () => {
    const { status, out } = await law(['parameter', 'jkm.benefit.funeral', '--lang', 'en']);
    expect(status).toBe(0);
    expect(out.split('\n').filter((line) => !line.includes('Read at: '))).toEqual([
      'JKM funeral cost (jkm.benefit.funeral)',
      'Unit: IDR. Last compared with its sources: 20 November 2026.',
      '',
      'from 1 July 2015 until before 2 December 2019: Rp 3.000.000',
      expect.stringMatching(/^ {2}PP 44\/2015.*; known on 20 November 2026$/),
      'from 2 December 2019: Rp 10.000.000',
      expect.stringMatching(/^ {2}PP 82\/2019 Pasal 34; .*; known on 20 November 2026$/),
    ]);
  });

  test('says what has ended and what is awaited', async () => {
    expect((await law(['parameter', 'bpu.relief_factor.covid'])).out).toContain(
      'mulai 1 Februari 2021: tidak berlaku lagi',
    );
    expect((await law(['parameter', 'jp.wage_cap'])).out).toContain('mulai 1 Maret 2027: belum diumumkan');
  });

  test('gives the whole as JSON', async () => {
    const { out } = await law(['parameter', 'bpu.income_bands', '--json']);
    expect(JSON.parse(out)).toMatchObject({ id: 'bpu.income_bands', rows: [{ value: { length: 33 } }] });
  });

  test('an id that is not there: the nearest ones', async () => {
    expect(await law(['parameter', 'wage_cap'])).toEqual({
      status: 1,
      out: '',
      err: 'Parameter "wage_cap" tidak ada.\nMungkin maksud Anda: payung law parameter jp.wage_cap\nMungkin maksud Anda: payung law parameter pu.jkp.wage_cap',
    });
    expect((await law(['parameter', 'makan siang'])).err).toContain(
      'payung law parameter memperlihatkan semuanya.',
    );
  });
});
