import { describe, expect, test } from 'vitest';
import { type Field, fieldOfHeader, HEADER_WORDS, headerKey } from './header-words.ts';
import { findHeader, missingColumns } from './headers.ts';
import type { FileMapping } from './mapping.ts';
import type { Cell } from './row.ts';
import { interpret, rawRows } from './testing/rows.ts';

describe('a header is recognised however it is typed', () => {
  // biome-ignore format: aligned table of cases
  test.each<[string, Field | undefined]>([
    ['NIK', 'nik'], ['N I K', 'nik'], ['N.I.K.', 'nik'], ['No. KTP', 'nik'], ['NOMOR KTP', 'nik'], ['NIK (16 digit)', 'nik'], ['No. NIK/KTP', 'nik'],
    ['NAMA', 'name'], ['Nama  Lengkap', 'name'], ['nama sesuai KTP', 'name'], ['Nama & Gelar', 'name'], ['NAMA LENGKAP (sesuai KTP)', 'name'],
    ['Tgl. Lhr', 'birth_date'], ['TANGGAL LAHIR', 'birth_date'], ['Tanggal Lahir (dd-mm-yyyy)', 'birth_date'],
    ['TTL', 'birth'], ['T T L', 'birth'], ['Tempat/Tgl. Lahir', 'birth'], ['Tempat, Tanggal Lahir', 'birth'], ['Tempat dan Tgl Lahir', 'birth'],
    ['Tmp Lahir', 'birth_place'], ['JK', 'sex'], ['L / P', 'sex'], ['Jns. Kelamin', 'sex'],
    ['Desa/Kel.', 'village'], ['KEL', 'village'], ['Kec.', 'district'], ['Kab/Kota', 'regency'], ['RT/RW', 'rt_rw'], ['RT.', 'rt'],
    ['Alamat', 'address'], ['Dusun', 'dusun'], ['Nama Ibu Kandung', 'mother'], ['Nama Gadis Ibu Kandung', 'mother'],
    ['No. HP / WA', 'phone'], ['Pekerjaan', 'occupation'], ['Ket. Pekerjaan', 'occupation'], ['Upah (Rp)', 'wage'], ['Penghasilan per bulan', 'wage'],
    ['No. KK', 'kk'], ['Nomor Kartu Keluarga', 'kk'], ['No KPJ', 'kpj'], ['Ket.', 'note'], ['No.', 'no'],
    ['Nama Ayah', undefined], ['NIK Ahli Waris', undefined], ['Nama Kepala Keluarga', undefined], ['Agama', undefined], ['Tempat', undefined], ['', undefined],
  ])('%j is %s', (header, field) => {
    expect(fieldOfHeader(header)?.field).toBe(field);
  });

  test.each([
    ['Tempat/Tgl Lahir', 'Tempat', 'birth_place'],
    ['Tempat/Tgl Lahir', 'Tgl', 'birth_date'],
    ['Jenis Kelamin', 'L', 'sex_male'],
    ['Jenis Kelamin', 'P', 'sex_female'],
    ['Nama', 'Peserta', 'name'],
    ['Nama', 'Ibu Kandung', 'mother'],
    ['Alamat', 'RT', 'rt'],
    ['NIK', 'NIK', 'nik'],
  ] as const)('under %j, %j is %s', (above, header, field) => {
    expect(fieldOfHeader(header, above)?.field).toBe(field);
  });

  test('no phrase stands for two fields', () => {
    const keys = Object.values(HEADER_WORDS).map((words) => new Set(words.map(headerKey)));
    const all = keys.flatMap((set) => [...set]);
    expect(all.length).toBe(new Set(all).size);
  });
});

const person = (serial: number): Cell[] => [serial, `530406170890900${serial}`, 'Yohanes Seran', 'L'];

function layoutOf(table: readonly (readonly Cell[])[]) {
  const layout = findHeader(rawRows(table));
  return {
    rows: layout?.headerRows,
    fields: Object.fromEntries(layout?.recognised.map(({ field, column }) => [field, column]) ?? []),
    unrecognised: layout?.unrecognised.map(({ header }) => header),
    missing: layout?.missing,
  };
}

describe('the header is found', () => {
  test('below a letterhead and a title', () => {
    const table = [
      ['PEMERINTAH KABUPATEN BELU'],
      ['DAFTAR NAMA PEKERJA RENTAN DESA NAEKASA'],
      [],
      ['No', 'NIK', 'Nama', 'L/P', 'Agama'],
      person(1),
    ];
    expect(layoutOf(table)).toEqual({
      rows: [4],
      fields: { no: 0, nik: 1, name: 2, sex: 3 },
      unrecognised: ['Agama'],
      missing: [],
    });
  });

  test('in two rows, the upper one spanning', () => {
    const table = [
      ['No', 'NIK', 'Nama', 'Tempat/Tgl Lahir', '', 'Jenis Kelamin', '', 'Alamat', '', ''],
      ['', '', '', 'Tempat', 'Tanggal', 'L', 'P', 'Desa', 'RT', 'RW'],
      [1, '5304061708909001', 'Yohanes Seran', 'Kupang', '17-08-1990', 'v', '', 'Naekasa', '1', '2'],
    ];
    expect(layoutOf(table)).toMatchObject({
      rows: [1, 2],
      fields: {
        no: 0,
        nik: 1,
        name: 2,
        birth_place: 3,
        birth_date: 4,
        sex_male: 5,
        sex_female: 6,
        village: 7,
        rt: 8,
        rw: 9,
      },
    });
    expect(interpret(rawRows(table)).rows.at(-1)?.values).toMatchObject({ sex: 'L', birth_place: 'Kupang' });
  });

  test('in two rows whose cells are merged downwards, so that both repeat the words', () => {
    const table = [
      ['No', 'NIK', 'Nama', 'Tempat/Tgl Lahir', ''],
      ['No', 'NIK', 'Nama', 'Tempat', 'Tanggal'],
      [1, '5304061708909001', 'Yohanes Seran', 'Kupang', '17-08-1990'],
    ];
    expect(layoutOf(table)).toMatchObject({
      rows: [1, 2],
      fields: { nik: 1, name: 2, birth_place: 3, birth_date: 4 },
    });
  });

  test('in one row, when the first person below has no NIK and could be taken for a second header', () => {
    const table = [['No', 'NIK', 'Nama', 'Pekerjaan'], [1, '', 'Yohanes Seran', 'Petani'], person(2)];
    expect(layoutOf(table).rows).toEqual([1]);
  });

  test('by the sixteen digits when the NIK stands under a plain number', () => {
    const table = [
      ['Urut', 'No', 'Nama', 'L/P'],
      [1, '5304061708909001', 'Yohanes Seran', 'L'],
      [2, '5304061708909002', 'Maria Bete', 'P'],
    ];
    expect(layoutOf(table)).toMatchObject({ fields: { nik: 1, name: 2, sex: 3 }, missing: [] });
  });

  test('but two unnamed columns of sixteen digits are not guessed: one may be the KK', () => {
    const table = [
      ['No', 'Nama', 'L/P', 'A', 'B'],
      [1, 'Yohanes Seran', 'L', '5304061708909001', '5304060101109001'],
    ];
    expect(layoutOf(table).missing).toEqual(['nik']);
  });

  test('Kel over L and P is the sex, over villages the village', () => {
    const header = ['NIK', 'Nama', 'Kel', 'Tgl Lahir'];
    const nik = '5304061708909001';
    expect(layoutOf([header, [nik, 'Yohanes', 'L', ''], [nik, 'Maria', 'P', '']]).fields.sex).toBe(2);
    expect(
      layoutOf([header, [nik, 'Yohanes', 'Tenukiik', ''], [nik, 'Maria', 'Rinbesi', '']]).fields.village,
    ).toBe(2);
  });
});

describe('two columns for one field', () => {
  const nik = '5304061708909001';
  // biome-ignore format: aligned table of cases
  test.each<[string, Cell[], Cell[], string[]]>([
    ['with different values are a question',          ['NIK', 'No KTP', 'Nama'],          [nik, '5304065108929002', 'Yohanes'], ['nik']],
    ['with the same values are none',                 ['NIK', 'No KTP', 'Nama'],          [nik, nik, 'Yohanes'],                []],
    ['of which one is empty are none',                ['NIK', 'Nama', 'Nama'],            [nik, 'Yohanes', '-'],                []],
    ['of which one only resembles the field are none',['NIK', 'NIK lama', 'Nama'],        [nik, '5304065108929002', 'Yohanes'], []],
    ['of names are a question',                       ['NIK', 'Nama', 'Nama Peserta'],    [nik, 'Yohanes', 'Maria'],            ['name']],
    ['of remarks are none',                           ['NIK', 'Nama', 'Ket', 'Catatan'],  [nik, 'Yohanes', 'a', 'b'],           []],
  ])('%s', (_, header, row, fields) => {
    expect(findHeader(rawRows([header, row]))?.doubles.map(({ field }) => field)).toEqual(fields);
  });
});

describe('what somebody said of the headings', () => {
  const mapping: FileMapping = {
    mappingId: 'm',
    name: 'Daftar KUB',
    columns: [
      { header: 'Kode', field: 'nik' },
      { header: 'Sebutan', field: 'name' },
      { header: 'Asal', field: null },
      { header: 'Asal', field: 'village' },
    ],
    village: null,
  };
  const row = ['5304061708909001', 'Yohanes Seran', 'Kupang', 'Naekasa'];
  const fieldsOf = (table: Cell[][], mappings = [mapping]) =>
    findHeader(rawRows(table), undefined, mappings)?.recognised.map(({ field, column }) => [field, column]);

  test('is used below a title, whatever the case and the order', () => {
    const known = [
      ['nik', 0],
      ['name', 1],
      ['village', 3],
    ];
    expect(fieldsOf([['DAFTAR'], ['Kode', 'Sebutan', 'Asal', 'Asal'], row])).toEqual(known);
    expect(fieldsOf([['KODE', 'SEBUTAN', 'ASAL', 'asal'], row])).toEqual(known);
    expect(fieldsOf([['Asal', 'Asal', 'Sebutan', 'Kode']])).toEqual([
      ['village', 1],
      ['name', 2],
      ['nik', 3],
    ]);
  });

  test('goes before words that would be read otherwise', () => {
    const other = {
      ...mapping,
      columns: [
        { header: 'NIK', field: 'kk' as const },
        { header: 'Nama', field: 'name' as const },
      ],
    };
    const layout = findHeader(rawRows([['NIK', 'Nama'], row]), undefined, [other]);
    expect(layout).toMatchObject({ missing: ['nik'], mapping: { mappingId: 'm', name: 'Daftar KUB' } });
    expect(layout?.recognised.map(({ field }) => field)).toEqual(['kk', 'name']);
  });

  test('is not used where one heading more, or one less, stands', () => {
    expect(fieldsOf([['Kode', 'Sebutan', 'Asal', 'Asal', 'Ket'], row])).toBeUndefined();
    expect(fieldsOf([['Kode', 'Sebutan', 'Asal'], row])).toBeUndefined();
  });

  test('gives its village to the rows', () => {
    const { rows } = interpret(rawRows([['Kode', 'Sebutan', 'Asal', 'Asal'], row]), {
      mappings: [
        {
          ...mapping,
          columns: mapping.columns.map((one) => ({
            ...one,
            field: one.field === 'village' ? null : one.field,
          })),
          village: '53.04.04.2002',
        },
      ],
      village: null,
    });
    expect(rows.at(-1)?.values?.village).toBe('53.04.04.2002');
  });
});

test('the list of one village needs no column of villages, and a column goes before', () => {
  const known = { mappings: [], village: '53.04.04.2002' };
  const person = ['5304061708909001', 'Yohanes Seran', 'Jl. Sonbay'];
  const villageOf = (header: string) =>
    interpret(rawRows([['NIK', 'Nama', header], person]), known).rows.at(-1)?.values?.village;
  expect(villageOf('Alamat')).toBe('53.04.04.2002');
  expect(villageOf('Desa')).toBe('Jl. Sonbay');
});

test('a missing column is reported with the headers that would do', () => {
  const layout = findHeader(
    rawRows(
      [
        ['No', 'Nama', 'L/P', 'Desa'],
        [1, 'Yohanes Seran', 'L', 'Naekasa'],
      ],
      'Dusun I',
    ),
  );
  expect(layout === undefined ? [] : missingColumns(layout)).toEqual([
    {
      code: 'roster.column.missing',
      facts: {
        sheet: 'Dusun I',
        field: 'nik',
        accepted: 'NIK, No KTP, Nomor KTP, No Induk, NIK/KTP, No NIK',
      },
    },
  ]);
});

describe('what is no roster is not taken for one', () => {
  // biome-ignore format: aligned table of cases
  test.each<[string, Cell[][]]>([
    ['a summary by village',   [['Desa', 'Jumlah', 'Keterangan'], ['Naekasa', 58, '']]],
    ['a guide of headers',     [['Kolom', 'Isi'], ['NIK', '16 angka'], ['Nama', 'sesuai KTP'], ['Alamat', 'lengkap']]],
    ['a letter',               [['Kepada Yth. Bapak Camat'], ['dengan hormat']]],
    ['numbers',                [[1, 2, 3], [4, 5, 6]]],
  ])('%s', (_, table) => {
    expect(findHeader(rawRows(table))).toBeUndefined();
  });
});

describe('several sheets', () => {
  const header: Cell[] = ['No', 'NIK', 'Nama', 'L/P'];

  test('each has its own order of columns', () => {
    const turned = [
      ['Nama', 'L/P', 'NIK'],
      ['Maria Bete', 'P', '5304065708909001'],
    ];
    const { sheets, rows } = interpret([
      ...rawRows([header, person(1)], 'Dusun I'),
      ...rawRows(turned, 'Dusun II'),
    ]);
    expect(sheets.map(({ sheet, layout }) => [sheet, layout?.headerRows])).toEqual([
      ['Dusun I', [1]],
      ['Dusun II', [1]],
    ]);
    expect(rows.flatMap(({ values }) => (values === undefined ? [] : [values.name]))).toEqual([
      'Yohanes Seran',
      'Maria Bete',
    ]);
  });

  test('one without a header carries on when NIKs and names stand in the same columns', () => {
    const { sheets } = interpret([
      ...rawRows([header, person(1)], 'Dusun I'),
      ...rawRows([person(2), person(3)], 'Dusun II'),
    ]);
    expect(sheets[1]?.layout).toMatchObject({ sheet: 'Dusun II', headerRows: [], continues: 'Dusun I' });
  });

  test('one without a header and with other columns is left aside, every row of it', () => {
    const other = rawRows(
      [
        ['Yohanes Seran', '5304061708909001'],
        ['Maria Bete', '5304065708909001'],
      ],
      'Dusun II',
    );
    const { sheets, rows } = interpret([...rawRows([header, person(1)], 'Dusun I'), ...other]);
    expect(sheets[1]).toEqual({ sheet: 'Dusun II', because: 'notRoster' });
    expect(rows.filter(({ because }) => because === 'notRoster')).toHaveLength(2);
  });

  test('a file in which no sheet has a header is refused', () => {
    expect(() => interpret(rawRows([['Desa', 'Jumlah']]))).toThrow(
      expect.objectContaining({ code: 'file.noHeader' }),
    );
  });

  test('a workbook without any value is refused as empty', () => {
    expect(() => interpret([])).toThrow(expect.objectContaining({ code: 'file.empty' }));
  });
});
