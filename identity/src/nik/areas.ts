/**
 * The area codes that a NIK of Nusa Tenggara Timur may begin with.
 *
 * These are Kemendagri codes (5304 is Belu), never BPS codes (BPS 5304 is Timor Tengah Selatan).
 *
 * Current codes: derived from `idn-area-data` 4.0.1, © Fityan Nugroho, under ODbL-1.0 (basis: Kepmendagri
 * 300.2.2-2138/2025). Attribution and share-alike apply to this file. Retired codes are inferred from the gaps in today's
 * numbering: that they were in use is near certain, which new regency they went to is not. Both are CC0.
 */

/** Area codes against which a NIK is read. Another province brings its own. */
export interface NikAreas {
  /** Two digits. A NIK of another province is not looked up any further. */
  readonly province: string;
  /** Current regency code (four digits) → last two digits of its current districts. */
  readonly districts: ReadonlyMap<string, ReadonlySet<string>>;
  /** Regency code → last two digits of districts that existed and do not any more. */
  readonly retiredDistricts: ReadonlyMap<string, ReadonlySet<string>>;
  /** Regency code → the regency it was split from: people born before keep the parent's code for life. */
  readonly splitFrom: ReadonlyMap<string, string>;
}

/** Codes of all 38 provinces. A NIK that begins otherwise was never issued. */
export const PROVINCES: ReadonlySet<string> = new Set(
  '11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 71 72 73 74 75 76 81 82 91 92 93 94 95 96'.split(
    ' ',
  ),
);

function codes(table: Readonly<Record<string, string>>): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(Object.entries(table).map(([regency, list]) => [regency, new Set(list.split(' '))]));
}

/** Nusa Tenggara Timur: 22 regencies, 315 districts. */
export const nttAreas: NikAreas = {
  province: '53',
  districts: codes({
    '5301': '04 05 06 07 08 09 10 11 12 13 16 17 18 19 20 21 22 23 24 25 26 27 28 30',
    '5302': '01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32',
    '5303': '01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24',
    '5304': '01 02 03 04 05 12 13 17 18 21 22 23',
    '5305': '01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18',
    '5306': '01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19',
    '5307': '01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21',
    '5308': '01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21',
    '5309': '01 02 06 07 09 12 14 15 16 18 19 20',
    '5310': '01 03 05 06 11 12 13 14 15 16 17 18',
    '5311': '01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22',
    '5312': '04 10 11 12 15 18',
    '5313': '01 02 03 04 05 06 07 08 09',
    '5314': '01 02 03 04 05 06 07 08 09 10 11',
    '5315': '01 02 03 04 05 06 07 08 09 10 11 12',
    '5316': '01 02 03 04 05 06 07',
    '5317': '01 02 03 04 05 06',
    '5318': '01 02 03 04 05 06 07 08 09 10 11',
    '5319': '01 02 03 04 05 06 07 08 09 10 11 12',
    '5320': '01 02 03 04 05 06',
    '5321': '01 02 03 04 05 06 07 08 09 10 11 12',
    '5371': '01 02 03 04 05 06',
  }),
  retiredDistricts: codes({
    // Sabu Raijua
    '5301': '01 02 03 14 15 29',
    // Malaka
    '5304': '06 07 08 09 10 11 14 15 16 19 20',
    // Nagekeo
    '5309': '03 04 05 08 10 11 13 17',
    // Manggarai Barat + Manggarai Timur
    '5310': '02 04 07 08 09 10',
    // Sumba Tengah + Sumba Barat Daya
    '5312': '01 02 03 05 06 07 08 09 13 14 16 17',
  }),
  splitFrom: new Map([
    ['5371', '5301'], // Kota Kupang from Kabupaten Kupang, UU 5/1996
    ['5313', '5306'], // Kabupaten Lembata from Kabupaten Flores Timur, UU 52/1999
    ['5314', '5301'], // Kabupaten Rote Ndao from Kabupaten Kupang, UU 9/2002
    ['5315', '5310'], // Kabupaten Manggarai Barat from Kabupaten Manggarai, UU 8/2003
    ['5316', '5309'], // Kabupaten Nagekeo from Kabupaten Ngada, UU 2/2007
    ['5317', '5312'], // Kabupaten Sumba Tengah from Kabupaten Sumba Barat, UU 3/2007
    ['5318', '5312'], // Kabupaten Sumba Barat Daya from Kabupaten Sumba Barat, UU 16/2007
    ['5319', '5310'], // Kabupaten Manggarai Timur from Kabupaten Manggarai, UU 36/2007
    ['5320', '5301'], // Kabupaten Sabu Raijua from Kabupaten Kupang, UU 52/2008
    ['5321', '5304'], // Kabupaten Malaka from Kabupaten Belu, UU 3/2013
  ]),
};
