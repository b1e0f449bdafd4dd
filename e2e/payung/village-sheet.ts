import { writeXlsx } from 'hucre/xlsx';
import { entryText, readZipDirectory, ZipBuilder } from '../../server/src/modules/rosters/file/zip.ts';

/** Where the sheet comes from. */
export const village = { code: '53.04.01.2008', name: 'Dirun', district: 'Lamaknen' } as const;

/** A number that lost a digit on its way, and as it should be. */
export const damaged = { nik: '530401170588900', right: '5304011705889004' } as const;

const people = [
  ['5304011705859001', 'Yohanes Contoh Mau', '17-05-1985', 'L', 'Petani'],
  ['5304015203799002', 'Maria Contoh Bere', '12-03-1979', 'P', 'Penenun'],
  ['5304010101909003', 'Petrus Contoh Luan', '01-01-1990', 'L', 'Tukang ojek'],
  [damaged.nik, 'Agustinus Contoh Asa', '17-05-1988', 'L', 'Buruh tani'],
  ['5304014506929005', 'Yuliana Contoh Tae', '05-06-1992', 'P', 'Pedagang'],
  ['5304010309509006', 'Dominikus Contoh Bau', '03-09-1950', 'L', 'Petani'],
] as const;

/** The sheet of a village as its operator keeps it: a heading over the columns, one damaged number, nobody real. */
export async function villageSheet(): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      {
        name: 'Pekerja',
        rows: [
          [`DAFTAR PEKERJA RENTAN DESA ${village.name.toUpperCase()}`],
          [],
          ['No', 'NIK', 'Nama', 'Tanggal Lahir', 'L/P', 'Kecamatan', 'Desa', 'RT', 'RW', 'Pekerjaan'],
          ...people.map(([nik, name, born, sex, work], n) => [
            n + 1,
            nik,
            name,
            born,
            sex,
            village.district,
            village.name,
            '001',
            '002',
            work,
          ]),
        ],
      },
    ],
  });
}

/** The workbook that came back, with one text put right in it, as somebody would in its cell. */
export async function putRight(workbook: Uint8Array, wrong: string, right: string): Promise<Uint8Array> {
  const builder = new ZipBuilder();
  for (const entry of readZipDirectory(workbook)) {
    if (entry.name.endsWith('.xml')) {
      builder.add(entry.name, (await entryText(workbook, entry)).replaceAll(`>${wrong}<`, `>${right}<`));
    } else builder.copy(workbook, entry);
  }
  return builder.build();
}
