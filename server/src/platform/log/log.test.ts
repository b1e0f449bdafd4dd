import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { describeError } from './describe-error.ts';
import { createLogger } from './log.ts';
import { holdsNik, maskText, maskValue } from './mask.ts';

const NIK = '5304015508909001';

describe('texts', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['a NIK',                            `NIK ${NIK} ganda`,                     'NIK [16 digits] ganda'],
    ['a NIK stuck to letters',           `data${NIK}x`,                          'data[16 digits]x'],
    ['a NIK in groups of four',          '5304 0155 0890 9001',                  '[16 digits]'],
    ['a NIK as areas write codes',       '53.04.01.550890.9001',                 '[16 digits]'],
    ['a NIK with dashes like a date',    '5304-01-55-08909001',                  '[16 digits]'],
    ['a NIK with an apostrophe before',  `'${NIK}`,                              "'[16 digits]"],
    ['two NIKs',                         `${NIK},${NIK}`,                        '[16 digits],[16 digits]'],
    ['a row number and a NIK',           `7 ${NIK}`,                             '[digits]'],
    ['a NIK of 15 digits',               '530401550890900',                      '[digits]'],
    ['a mobile number',                  'hp 081234567890.',                     'hp [digits].'],
    ['a mobile number in groups',        '+62 812-3456-7890',                    '[digits]'],
    ['a short mobile number in dots',    '0812.3456.789',                        '[digits]'],
    ['an account',                       'rek 0123456789',                       'rek [digits]'],
    ['an account in groups',             '123-456-78901',                        '[digits]'],
    ['a UUID stays',                     '0190a1b2-1234-7123-8123-123456789012', '0190a1b2-1234-7123-8123-123456789012'],
    ['a digest stays',                   `a${'1'.repeat(63)}`,                   `a${'1'.repeat(63)}`],
    ['a day stays',                      'since 2026-11-21',                     'since 2026-11-21'],
    ['a day and hour stay',              '2026-11-21 05:31:22.123',              '2026-11-21 05:31:22.123'],
    ['an instant stays',                 '2026-11-21T05:31:22.123Z',             '2026-11-21T05:31:22.123Z'],
    ['an amount stays',                  'Rp 1.097.928.000.000',                 'Rp 1.097.928.000.000'],
    ['a village code with dots stays',   '53.04.01.2001',                        '53.04.01.2001'],
    ['an address of a machine stays',    '192.168.100.100:5432',                 '192.168.100.100:5432'],
    ['eight digits stay',                'SK 12345678',                          'SK 12345678'],
  ] as const)('%s', (_, text, masked) => {
    expect(maskText(text)).toBe(masked);
  });

  test('sixteen digits never remain, whatever stands around and between them', () => {
    const gap = fc.constantFrom('', ' ', '.', '-', '/', '\u00a0');
    const around = fc.string({ unit: fc.constantFrom('a', 'K', ' ', ':', '"', '\n', ','), maxLength: 6 });
    const digits = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), gap), { minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(around, digits, around, (before, pairs, after) => {
        const number = pairs
          .map(([digit, separator], at) => (at === 15 ? `${digit}` : `${digit}${separator}`))
          .join('');
        expect(maskText(before + number + after).replace(/\[(16 )?digits\]/g, '')).not.toMatch(/\d{4}/);
        expect(holdsNik(`${before} ${number} ${after}`)).toBe(true);
      }),
    );
  });

  test('ids and digests are never taken for a NIK', () => {
    const hex = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 31, maxLength: 63 });
    fc.assert(fc.property(hex, (digits) => !holdsNik(`file a${digits}`)));
    expect(holdsNik('0190a1b2-1234-7123-8123-123456789012')).toBe(false);
    expect(Array.from({ length: 10_000 }, () => newId()).some(holdsNik)).toBe(false);
  });
});

describe('values', () => {
  test('personal and secret fields are masked at any depth, in either language and spelling', () => {
    const row = {
      nik: NIK,
      'No. KK': NIK,
      NAMA: 'Maria',
      motherName: 'Yuliana',
      alamat: 'RT 1',
      phone: null,
    };
    expect(maskValue({ rows: [row], count: 2 })).toEqual({
      rows: [
        {
          nik: '[masked]',
          'No. KK': '[masked]',
          NAMA: '[masked]',
          motherName: '[masked]',
          alamat: '[masked]',
          phone: null,
        },
      ],
      count: 2,
    });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['a NIK as a number',       Number(NIK),        '[digits]'],
    ['a NIK as a bigint',       BigInt(NIK),        '[16 digits]'],
    ['a NIK as a key',          { [NIK]: 1 },       { '[16 digits]': 1 }],
    ['a village code',          5304012001,         5304012001],
    ['the budget of a province', 5_000_000_000_000, 5_000_000_000_000],
    ['bytes',                   Buffer.from(NIK),   '[16 bytes]'],
    ['a day as an instant',     new Date(0),        '1970-01-01T00:00:00.000Z'],
    ['nothing',                 undefined,          undefined],
  ])('%s', (_, value, masked) => {
    expect(maskValue(value)).toEqual(masked);
  });

  test('an object that holds itself ends', () => {
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    expect(JSON.stringify(maskValue(loop))).toContain('[deeper]');
  });
});

/** As pg makes them: own fields beside the message. */
const databaseError = (message: string, fields: Record<string, string>) =>
  Object.assign(new Error(message), fields);

const duplicate = databaseError('duplicate key value violates unique constraint "identifier_held"', {
  code: '23505',
  detail: 'Key (name)=(Maria Bete) already exists.',
  where: 'COPY intake, line 1: "Maria Bete"',
  internalQuery: "select 'Maria Bete'",
  hint: 'Maria Bete',
  constraint: 'identifier_held',
  table: 'identifier',
});
const badInput = databaseError('invalid input syntax for type date: "Maria "Ria" Bete"', { code: '22007' });

describe('errors', () => {
  test('of the database name the constraint and never the row', () => {
    expect(describeError(duplicate)).toMatchObject({
      type: 'Error',
      code: '23505',
      constraint: 'identifier_held',
      message: 'duplicate key value violates unique constraint "identifier_held"',
    });
    expect(describeError(badInput).message).toBe('invalid input syntax for type date: "[masked]"');
    for (const error of [
      duplicate,
      badInput,
      new Error('save', { cause: duplicate }),
      new Error('save', { cause: badInput }),
    ]) {
      expect(JSON.stringify(describeError(error))).not.toContain('Maria');
    }
  });

  test('show where they were thrown, not what the message said', () => {
    const { stack } = describeError(new Error(`bad NIK\n${NIK}`));
    expect(stack).toMatch(/^\s+at .*log\.test\.ts/);
    expect(stack).not.toContain('bad NIK');
  });

  test('that are none are described too', () => {
    expect(describeError(`oops ${NIK}`)).toEqual({ type: 'string', message: 'oops [16 digits]' });
  });
});

describe('the logger', () => {
  const written = (work: (log: ReturnType<typeof createLogger>) => void) => {
    const lines: string[] = [];
    work(createLogger({ destination: { write: (line) => void lines.push(line) } }));
    return lines.join('');
  };

  // biome-ignore format: one way to log per line
  test.each<[string, (log: ReturnType<typeof createLogger>) => void]>([
    ['a message',                     (log) => log.info(`NIK ${NIK}`)],
    ['an interpolated message',       (log) => log.info('NIK %s of %o', NIK, { name: 'Maria' })],
    ['an object',                     (log) => log.info({ row: { nik: NIK, name: 'Maria' } }, 'row')],
    ['an object alone',               (log) => log.info({ name: 'Maria', value: Number(NIK) })],
    ["a child's bindings",            (log) => log.child({ name: 'Maria', job: NIK }).info('x')],
    ["a child's bindings, options",   (log) => log.child({ name: 'Maria' }, { level: 'debug' }).debug(NIK)],
    ["a child's prefix",              (log) => log.child({}, { msgPrefix: `${NIK} ` }).info('x')],
    ['an error',                      (log) => log.error(duplicate)],
    ['an error with a message',       (log) => log.error(duplicate, 'failed')],
    ['an error as err',               (log) => log.error({ err: badInput })],
    ['an error as err, with message', (log) => log.error({ err: badInput }, 'failed')],
    ['an error as error',             (log) => log.error({ error: badInput }, 'failed')],
    ['an error under another name',   (log) => log.error({ problem: duplicate }, 'failed')],
    ['a data exception alone',        (log) => log.error(badInput)],
    ['an error and its cause',        (log) => log.error(new Error('failed', { cause: badInput }))],
  ])('writes no personal data: %s', (_, work) => {
    const output = written(work);
    expect(output).toMatch(/^\{"level":"/);
    expect(output).not.toContain('Maria');
    expect(output).not.toContain(NIK);
  });

  test('writes one JSON line with level, instant, message and what was safe', () => {
    const line = JSON.parse(
      written((log) => log.child({ requestId: 'r1' }).warn({ rows: 5_829, area: 5304012001 }, 'done')),
    );
    expect(line).toMatchObject({
      level: 'warn',
      requestId: 'r1',
      rows: 5_829,
      area: 5304012001,
      msg: 'done',
    });
    expect(line.time).toMatch(/^\d{4}-\d\d-\d\dT/);
  });
});
