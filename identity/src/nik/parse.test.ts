import { day } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nttAreas, PROVINCES } from './areas.ts';
import { formatNikMasked } from './nik.ts';
import { lostLastDigits, parseNik } from './parse.ts';

const today = day('2026-11-20');
const codesOf = (text: string, on = today) => {
  const reading = parseNik(text, { referenceDay: on });
  return reading.ok ? reading.warnings.map((warning) => warning.code) : [reading.reason];
};

describe('a NIK that reads', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                         text                     sex  born          district  warnings
    ['a man of Kota Kupang',                        '5371011708909001',      'L', '1990-08-17', '537101', []],
    ['a woman: day plus 40',                        '5371015708909001',      'P', '1990-08-17', '537101', []],
    ['old Malaka, when it was part of Belu',        '5304060101709001',      'L', '1970-01-01', '530406', ['nik.districtRetired']],
    ['Excel text apostrophe',                       "'5371011708909001",     'L', '1990-08-17', '537101', []],
    ['groups of four',                              '5371 0117 0890 9001',   'L', '1990-08-17', '537101', []],
    ['dots between the parts',                      '53.71.01.170890.9001',  'L', '1990-08-17', '537101', []],
    ['no-break and zero-width spaces',              '5371\u00a001170890\u200b9001', 'L', '1990-08-17', '537101', []],
    ['a number another program wrote',              '5371011708909001.0',    'L', '1990-08-17', '537101', []],
    ['a formula that keeps it text',                '="5371011708909001"',   'L', '1990-08-17', '537101', []],
    ['a label in the cell',                         'NIK: 5371011708909001', 'L', '1990-08-17', '537101', []],
    ['full-width digits',                           '５３７１０１１７０８９０９００１', 'L', '1990-08-17', '537101', []],
    ['last day of a man',                           '5371013108909001',      'L', '1990-08-31', '537101', []],
    ['last day of a woman',                         '5371017108909001',      'P', '1990-08-31', '537101', []],
    ['29 February of a leap year',                  '5371012902929001',      'L', '1992-02-29', '537101', []],
    ['29 February of 2000, not of 1900',            '5371012902009001',      'L', '2000-02-29', '537101', []],
    ['born today: this century',                    '5371016011269001',      'P', '2026-11-20', '537101', ['nik.centuryUncertain']],
    ['tomorrow: last century',                      '5371016111269001',      'P', '1926-11-21', '537101', []],
    ['fifteen years ago',                           '5371011011119001',      'L', '2011-11-10', '537101', []],
    ['fourteen: a family card?',                    '5371011011129001',      'L', '2012-11-10', '537101', ['nik.looksLikeKk', 'nik.centuryUncertain']],
    ['East Java',                                   '3578011708900001',      'L', '1990-08-17', '357801', ['nik.otherProvince']],
    ['no regency 5399',                             '5399011708909001',      'L', '1990-08-17', '539901', ['nik.regencyUnknown']],
    ['no district 99 in Belu',                      '5304991708909001',      'L', '1990-08-17', '530499', ['nik.districtUnknown']],
    ['serial 0300',                                 '5371011708900300',      'L', '1990-08-17', '537101', []],
    ['serial 0301',                                 '5371011708900301',      'L', '1990-08-17', '537101', ['nik.serialHigh']],
    ['serial 8999',                                 '5371011708908999',      'L', '1990-08-17', '537101', ['nik.serialHigh']],
  ] as const)('%s', (_, text, sex, born, districtCode, warnings) => {
    const reading = parseNik(text, { referenceDay: today });
    expect(reading).toMatchObject({ ok: true, sex, birthDate: born, districtCode, confidence: 1 });
    expect(codesOf(text)).toEqual(warnings);
  });

  test('without a reference day the century stays open', () => {
    expect(parseNik('5371011708909001')).toMatchObject({
      birthDate: undefined,
      birthDates: ['1990-08-17', '2090-08-17'],
    });
    expect(parseNik('5371012902009001')).toMatchObject({ birthDate: '2000-02-29' });
  });

  test('serial 9000 and above is an invented person', () => {
    expect(parseNik('5371011708908999')).toMatchObject({ serial: 8999, synthetic: false });
    expect(parseNik('5371011708909000')).toMatchObject({ serial: 9000, synthetic: true });
  });

  test('the repairs are named', () => {
    const reading = parseNik("' 5371-0117 0890\u200b9001");
    expect(reading.repairs.map(({ code, count }) => [code, count])).toEqual([
      ['nik.repair.invisible', 1],
      ['nik.repair.apostrophe', 1],
      ['nik.repair.separators', 3],
    ]);
  });
});

describe('a text that is no NIK', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                    text                                   reason              facts
    ['blank',                                  '   ',                                 'nik.missing',      {}],
    ['nothing',                                '',                                    'nik.missing',      {}],
    ['dash',                                   '-',                                   'nik.missing',      {}],
    ['zero',                                   '0',                                   'nik.missing',      {}],
    ['belum ada',                              'belum ada',                           'nik.missing',      {}],
    ['proses',                                 'Proses',                              'nik.missing',      {}],
    ['in parentheses',                         '(dlm proses)',                        'nik.missing',      {}],
    ['fifteen digits',                         '537101170899001',                     'nik.length',       { digits: 15 }],
    ['fifteen digits and a decimal',           '537101170890901.0',                   'nik.length',       { digits: 15 }],
    ['seventeen digits',                       '53710117089090011',                   'nik.length',       { digits: 17 }],
    ['Excel exponent',                         '5.37101170890000E+15',                'nik.scientific',   {}],
    ['Indonesian Excel exponent',              '5,37101E+15',                         'nik.scientific',   {}],
    ['sixteen zeros',                          '0000000000000000',                    'nik.zeros',        { zeros: 16 }],
    ['area code filled with zeros',            '5304010000000000',                    'nik.zeros',        { zeros: 10 }],
    ['counting',                               '1234567890123456',                    'nik.placeholder',  {}],
    ['nines',                                  '9999999999999999',                    'nik.placeholder',  {}],
    ['province 20 never was',                  '2071011708909001',                    'nik.province',     { provinceCode: '20' }],
    ['31 February',                            '5371013102909001',                    'nik.date',         { dayOfMonth: 31, month: 2, year: 90 }],
    ['day 72',                                 '5371017208909001',                    'nik.date',         { dayOfMonth: 32, month: 8, year: 90 }],
    ['day 32',                                 '5371013208909001',                    'nik.date',         { dayOfMonth: 32, month: 8, year: 90 }],
    ['day 00',                                 '5371010008909001',                    'nik.date',         { dayOfMonth: 0, month: 8, year: 90 }],
    ['day 40',                                 '5371014008909001',                    'nik.date',         { dayOfMonth: 0, month: 8, year: 90 }],
    ['month 13',                               '5371011713909001',                    'nik.date',         { dayOfMonth: 17, month: 13, year: 90 }],
    ['2001 is no leap year, nor is 1901',      '5371012902019003',                    'nik.date',         { dayOfMonth: 29, month: 2, year: 1 }],
    ['serial 0000',                            '5371011708900000',                    'nik.serial',       {}],
    ['letter O',                               '53710117089O9001',                    'nik.letters',      { letters: 1, suggestion: 'yes' }],
    ['letters that resemble nothing',          '5371O1l7089K9001',                    'nik.letters',      { letters: 3, suggestion: 'no' }],
    ['look-alikes that make no date',          '53710I39O8909001',                    'nik.letters',      { letters: 2, suggestion: 'no' }],
    ['a name',                                 'Yohanes Seran',                       'nik.letters',      { letters: 12, suggestion: 'no' }],
    ['name and number',                        'Seran 5371011708909001',              'nik.letters',      { letters: 5, suggestion: 'no' }],
    ['two with a stroke',                      '5371011708909001 / 5371015708909001', 'nik.two',          { count: 2 }],
    ['two without anything between',           '53710117089090015371015708909001',    'nik.two',          { count: 2 }],
    ['three on lines',                         '5371011708909001\n5371015708909001\n5371015708909002', 'nik.two', { count: 3 }],
  ] as const)('%s', (_, text, reason, facts) => {
    expect(parseNik(text, { referenceDay: today })).toMatchObject({ ok: false, reason, facts });
  });

  test('a look-alike letter is suggested, or repaired if asked for', () => {
    expect(parseNik('53710117089O9001')).toMatchObject({ ok: false, suggestion: '5371011708909001' });
    expect(parseNik('S37I01l7O8909001', { lookAlikes: 'repair' })).toMatchObject({
      ok: true,
      nik: '5371011708909001',
      repairs: [
        { code: 'nik.repair.letterO', count: 1 },
        { code: 'nik.repair.letterI', count: 2 },
        { code: 'nik.repair.letterS', count: 1 },
      ],
      confidence: expect.closeTo(0.98 * 0.97 ** 2 * 0.9, 10),
    });
  });

  test('a last digit 0 counts as lost only in a column that lost digits', () => {
    const lossy = { lossyColumn: true };
    expect(parseNik('5371011708909010')).toMatchObject({ ok: true });
    expect(parseNik('5371011708909010', lossy)).toMatchObject({ ok: false, reason: 'nik.lastDigitsLost' });
    expect(parseNik('5371011708900000', lossy)).toMatchObject({ ok: false, reason: 'nik.lastDigitsLost' });
    expect(parseNik('5371011708909011', lossy)).toMatchObject({ ok: true });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['four zeros are too few to tell',  [10, 20, 30, 40],                                  false],
    ['five of five',                    [10, 20, 30, 40, 50],                              true],
    ['four of five',                    [10, 20, 30, 40, 51],                              false],
    ['nine of ten',                     [10, 20, 30, 40, 50, 60, 70, 80, 90, 11],          true],
  ])('a column has lost digits: %s', (_, serials, lost) => {
    const column = serials.map((serial) => `53710117089090${serial}`);
    expect(lostLastDigits(column)).toBe(lost);
  });
});

describe('properties', () => {
  const regency = fc.constantFrom(...nttAreas.districts.keys());
  const person = fc.record({
    area: regency.chain((code) =>
      fc.constantFrom(...(nttAreas.districts.get(code) ?? [])).map((d) => code + d),
    ),
    born: fc.date({ min: new Date('1927-01-01'), max: new Date('2011-01-01'), noInvalidDate: true }),
    sex: fc.constantFrom('L', 'P'),
    serial: fc.integer({ min: 1, max: 9999 }),
  });
  const write = ({ area, born, sex, serial }: { area: string; born: Date; sex: string; serial: number }) => {
    const [year = '', month = '', dayOfMonth = ''] = born.toISOString().slice(0, 10).split('-');
    const shown = String(Number(dayOfMonth) + (sex === 'P' ? 40 : 0)).padStart(2, '0');
    return `${area}${shown}${month}${year.slice(2)}${String(serial).padStart(4, '0')}`;
  };

  test('what is written is read back', () => {
    fc.assert(
      fc.property(person, (someone) => {
        expect(parseNik(write(someone), { referenceDay: today })).toMatchObject({
          ok: true,
          nik: write(someone),
          birthDate: someone.born.toISOString().slice(0, 10),
          sex: someone.sex,
          districtCode: someone.area,
          serial: someone.serial,
        });
      }),
    );
  });

  test('separators never change what is read', () => {
    const noise = fc.array(fc.constantFrom('', ' ', '/', '-', '\u200b', '\u00a0'), {
      minLength: 16,
      maxLength: 16,
    });
    fc.assert(
      fc.property(person, noise, (someone, marks) => {
        const noisy = [...write(someone)].map((digit, i) => digit + marks[i]).join('');
        expect(parseNik(noisy)).toMatchObject({ ok: true, nik: write(someone), confidence: 1 });
      }),
    );
  });

  test('any text gets an answer, and facts never contain the number', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[0-9OIl .'-]{10,20}$/));
    fc.assert(
      fc.property(text, (input) => {
        const reading = parseNik(input, { referenceDay: today });
        if (reading.ok) expect(PROVINCES.has(reading.provinceCode)).toBe(true);
        else expect(JSON.stringify(reading.facts)).not.toMatch(/\d{7}/);
      }),
    );
  });

  test('a mask keeps the length and nothing of the birth date', () => {
    expect(formatNikMasked('5304011708909001')).toBe('5304••••••••9001');
    expect(formatNikMasked('530401170890900')).toBe('•'.repeat(15));
    fc.assert(fc.property(person, (someone) => formatNikMasked(write(someone)).slice(4, 12) === '••••••••'));
  });
});
