import { day } from '@payung/kernel';
import { describe, expect, test } from 'vitest';
import { refusalOf } from '../../../testing/billing-world.ts';
import { parseAmount } from './amount.ts';
import { findBillNumbers, maskDescription } from './bill-number.ts';
import { parseStatementDay } from './date.ts';
import { readStatement } from './read.ts';

const today = day('2026-11-20');
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readStatement(bytes(text), today);

describe('amounts', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // written                 rupiah       says
    ['97.927.200,00',         97_927_200,  undefined],
    ['97,927,200.00',         97_927_200,  undefined],
    ['Rp 97.927.200,-',       97_927_200,  undefined],
    ['Rp. 97.927.200',        97_927_200,  undefined],
    ['IDR 97927200',          97_927_200,  undefined],
    ['16.800',                16_800,      undefined],
    ['16,800',                16_800,      undefined],
    ['16800,0',               16_800,      undefined],
    ['0,00',                  0,           undefined],
    ['1.000.000,00 CR',       1_000_000,   'in'],
    ['1.000.000,00 DB',       1_000_000,   'out'],
    ['-1.000.000',            1_000_000,   'out'],
    ['-Rp 1.000.000',         1_000_000,   'out'],
    ['(1.000.000)',           1_000_000,   'out'],
  ])('%s', (written, amount, direction) => {
    expect(parseAmount(written)).toEqual({ ok: true, amount, direction });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['',                   'missing'],
    ['-',                  'missing'],
    ['lunas',              'unreadable'],
    ['1.00.000',           'unreadable'],
    ['97.927.200,00,00',   'unreadable'],
    ['12345678901234567',  'unreadable'],
    ['16.800,50',          'fraction'],
    ['16,800.05',          'fraction'],
  ])('"%s" is refused', (written, reason) => {
    expect(parseAmount(written)).toEqual({ ok: false, reason });
  });
});

// biome-ignore format: aligned table of cases
test.each([
  ['2026-11-16',                '2026-11-16'],
  ['20261116',                  '2026-11-16'],
  ['16/11/2026',                '2026-11-16'],
  ['16-11-26',                  '2026-11-16'],
  ['6.1.2026',                  '2026-01-06'],
  ['16/11/2026 10:15:07',       '2026-11-16'],
  ['2026-11-16T10:15:07Z',      '2026-11-16'],
  ['16/11/2026 10.15 WITA',     '2026-11-16'],
  ['16 Nov 2026',               '2026-11-16'],
  ['16 Nopember 2026',          '2026-11-16'],
  ['17 Agustus 2026',           '2026-08-17'],
  ['3-Mei-2026',                '2026-05-03'],
  ['11/16/2026',                undefined],
  ['16/11',                     undefined],
  ['31/02/2026',                undefined],
  ['kemarin',                   undefined],
])('date "%s"', (written, expected) => {
  expect(parseStatementDay(written)).toBe(expected);
});

// biome-ignore format: aligned table of cases
test.each([
  ['as printed',                   'Bayar B-5304-202611-0001',            ['B-5304-202611-0001']],
  ['small letters and blanks',     'bayar b 5304 202611 0001 terima kasih', ['B-5304-202611-0001']],
  ['without dashes',               'TRSF B53042026110001',                ['B-5304-202611-0001']],
  ['glued to the word before',     'PEMBAYARANB5304-202611-0001',         ['B-5304-202611-0001']],
  ['with dots',                    'b.5304.202611.0001',                  ['B-5304-202611-0001']],
  ['the same twice',               'B-5304-202611-0001 (B53042026110001)', ['B-5304-202611-0001']],
  ['two bills',                    'B-5304-202611-0001 & B-5304-202611-0002', ['B-5304-202611-0001', 'B-5304-202611-0002']],
  ['a digit missing',              'B-5304-202611-001',                   []],
  ['none',                         'iuran november',                      []],
])('bill number: %s', (_, description, expected) => {
  expect(findBillNumbers(description)).toEqual(expected);
});

test('a description keeps the bill number and hides other long numbers', () => {
  expect(maskDescription('B-5304-202611-0001 dari 5304016708909001 rek 016101000123304')).toBe(
    'B-5304-202611-0001 dari [16 digits] rek [digits]',
  );
});

describe('a statement', () => {
  const heading = 'Tanggal;No Referensi;Keterangan;Debit;Kredit;Saldo';

  test('answers every row', () => {
    const rows = read(
      [
        'Bank Contoh;;;;;',
        'Rekening: 0161;;;;;',
        heading,
        '01/11/2026;;Saldo awal;;;1.000.000,00',
        '16/11/2026;FT1;Bayar B-5304-202611-0001;;97.927.200,00;98.927.200,00',
        '16/11/2026;FT2;Biaya admin;6.500,00;;98.920.700,00',
        ';;;;;',
        heading,
        '16/11/2026;FT3;setor;;seribu;',
        '32/11/2026;FT4;setor;;1.000;',
        ';FT5;setor;;1.000;',
        '17/11/2026;FT6;setor;;;',
        '17/11/2026;FT7;setor;;1.000,25;',
        '21/11/2026;FT8;besok;;1.000;',
        '17/11/2026;FT9;nol;0,00;0,00;',
        ';;TOTAL;6.500,00;97.927.200,00;',
        '',
      ].join('\r\n'),
    );
    expect(rows.map((row) => [row.row, row.kind === 'payment' ? row.externalRef : row.reason])).toEqual([
      [1, 'statement.heading'],
      [2, 'statement.heading'],
      [3, 'statement.heading'],
      [4, 'statement.total'],
      [5, 'FT1'],
      [6, 'statement.moneyOut'],
      [7, 'statement.blank'],
      [8, 'statement.heading'],
      [9, 'statement.amountUnreadable'],
      [10, 'statement.dateUnreadable'],
      [11, 'statement.dateMissing'],
      [12, 'statement.amountMissing'],
      [13, 'statement.amountFraction'],
      [14, 'statement.dateLater'],
      [15, 'statement.noMoney'],
      [16, 'statement.total'],
    ]);
    expect(rows[4]).toMatchObject({ paidOn: '2026-11-16', amount: 97_927_200 });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['commas, quoted amounts, English',   'Date,Reference No,Description,Amount\n2026-11-16,R1,B-5304-202611-0001,"97,927,200.00"'],
    ['tabs',                              'Tgl\tRef\tUraian\tNominal\n16/11/2026\tR1\tB-5304-202611-0001\t97.927.200'],
    ['a bill column of a VA report',      'Tanggal Bayar;No. Referensi;No. Tagihan;Jumlah Bayar (Rp)\n16/11/2026;R1;b53042026110001;97.927.200,00'],
    ['one amount and its direction',      'Tanggal;Ref;Keterangan;D/K;Jumlah\n16/11/2026;R1;B-5304-202611-0001;K;97.927.200,00'],
    ['the direction after the amount',    'Tanggal;Ref;Keterangan;Mutasi\n16/11/2026;R1;B-5304-202611-0001;97.927.200,00 CR'],
    ["Excel's sep line",                  'sep=;\nTanggal;Ref;Keterangan;Jumlah\n16/11/2026;R1;B-5304-202611-0001;97.927.200,00'],
  ])('%s', (_, text) => {
    expect(read(text).slice(1)).toEqual([
      {
        kind: 'payment',
        row: 2,
        paidOn: '2026-11-16',
        amount: 97_927_200,
        externalRef: 'R1',
        description: expect.any(String),
        billNumbers: ['B-5304-202611-0001'],
      },
    ]);
  });

  test('money out by direction word or sign is no payment', () => {
    const rows = read('Tanggal;Ref;Keterangan;D/K;Jumlah\n16/11/2026;R1;x;D;500\n16/11/2026;R2;x;K;-500');
    expect(rows.slice(1).map((row) => row.kind === 'ignored' && row.reason)).toEqual([
      'statement.moneyOut',
      'statement.moneyOut',
    ]);
  });

  test('without references, equal rows are told apart and a longer statement repeats them', () => {
    const refs = (text: string) =>
      read(text).flatMap((row) => (row.kind === 'payment' ? [row.externalRef] : []));
    const day16 = 'Tanggal;Keterangan;Jumlah\n16/11/2026;setor;1.000\n16/11/2026;setor;1.000\n';
    const [first, second] = refs(day16);
    expect(first).not.toBe(second);
    expect(refs(`${day16}17/11/2026;setor;1.000\n`).slice(0, 2)).toEqual([first, second]);
  });

  test('the encodings of bank programs are read', () => {
    const text = 'Tanggal;Keterangan;Jumlah\n16/11/2026;Fatubaʼa é;1.000';
    const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);
    const latin = new Uint8Array(
      Buffer.from('Tanggal;Keterangan;Jumlah\n16/11/2026;caf\xe9;1.000', 'latin1'),
    );
    expect(readStatement(utf16, today)[1]).toMatchObject({ description: 'Fatubaʼa é' });
    expect(readStatement(latin, today)[1]).toMatchObject({ description: 'café' });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['an empty file',       new Uint8Array(),                            'file.empty',                    {}],
    ['a workbook',          bytes('PK\x03\x04'),                         'payments.statementUnreadable',  { problem: 'workbook' }],
    ['a PDF',               bytes('%PDF-1.7'),                           'payments.statementUnreadable',  { problem: 'pdf' }],
    ['a picture',           new Uint8Array([0x89, 0, 1, 2]),             'payments.statementUnreadable',  { problem: 'binary' }],
    ['no headings',         bytes('a;b;c\n1;2;3'),                       'payments.headingsMissing',      { columns: ['date', 'amount', 'description'] }],
    ['one heading short',   bytes('Tanggal;Jumlah\n16/11/2026;1.000'),   'payments.headingsMissing',      { columns: ['description'] }],
    ['an open quote',       bytes('Tanggal;Keterangan;Jumlah\n16/11/2026;"setor;1.000\n17/11/2026;x;1'), 'payments.statementUnreadable', { problem: 'quotes', row: 2 }],
  ])('%s is refused', async (_, content, code, facts) => {
    expect(await refusalOf(Promise.resolve().then(() => readStatement(content, today)))).toEqual({ code, facts });
  });
});
