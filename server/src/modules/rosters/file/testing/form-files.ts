import type { TemplateKind } from '../forms.ts';
import type { Cell } from '../row.ts';

/** A list as somebody made it, and what its first person comes to. */
export interface FormFile {
  readonly kind: TemplateKind;
  readonly table: readonly (readonly Cell[])[];
  /** The values of the first person that a wrong reading would miss. */
  readonly first: Readonly<Record<string, Cell>>;
}

const columns = (text: string): string[] => text.split(', ');

/** One list of each layout, with the headings, codes and blemishes of real ones and two synthetic people each. */
export const formFiles: readonly FormFile[] = [
  {
    kind: 'opensid',
    table: [
      columns(
        'alamat, dusun, rw, rt, nama, no_kk, nik, sex, tempatlahir, tanggallahir, agama_id, pendidikan_kk_id, pendidikan_sedang_id, pekerjaan_id, status_kawin, kk_level, warganegara_id, ayah_nik, nama_ayah, ibu_nik, nama_ibu, golongan_darah_id, akta_lahir, dokumen_pasport, tanggal_akhir_paspor, dokumen_kitas, akta_perkawinan, tanggalperkawinan, akta_perceraian, tanggalperceraian, cacat_id, cara_kb_id, hamil, ktp_el, status_rekam, alamat_sekarang, status_dasar, suku, tag_id_card, id_asuransi, no_asuransi, lat, lng',
      ),
      opensid('YOHANES SERAN', '5304061708909001', '1', '1990-08-17', '9', '2', '1', '1'),
      opensid('MARIA BETE', '5304065108929002', '2', '1992-08-11', '11', '4', '3', '2'),
    ],
    first: {
      nik: '5304061708909001',
      kk: '5304060101109001',
      name: 'YOHANES SERAN',
      sex: '1',
      birth_date: '1990-08-17',
      birth_place: 'KUPANG',
      occupation: 'Petani/Pekebun',
      marital: 'Kawin',
      family_role: 'Kepala keluarga',
      life: 'Hidup',
      mother: 'AGNES',
      rt: '004',
      rw: '002',
      address: 'JL. SONBAY',
    },
  },
  {
    kind: 'sipp',
    table: [
      columns(
        'NO, NIK, NO KPJ, NAMA LENGKAP, TEMPAT LAHIR, TANGGAL LAHIR, JENIS KELAMIN (L/P), STATUS PERKAWINAN (TK/K/D/C), ALAMAT, KELURAHAN, KECAMATAN, KOTA/KAB, PROVINSI, KODE POS, NO HP, EMAIL, NAMA IBU KANDUNG, TGL MULAI BEKERJA, UPAH, STATUS KEPESERTAAN, JHT, JKK, JKM, JP, KODE PERUSAHAAN, NAMA PERUSAHAAN, NPWP',
      ),
      sipp('1', '5304061708909001', 'Yohanes Seran', '17/08/1990', 'L', 'K'),
      sipp('2', '5304065108929002', 'Maria Bete', '11/08/1992', 'P', 'TK'),
    ],
    first: {
      no: '1',
      nik: '5304061708909001',
      name: 'Yohanes Seran',
      birth_date: '17/08/1990',
      sex: 'L',
      marital: 'K',
      village: 'Naekasa',
      district: 'Tasifeto Barat',
      wage: '2500000',
      phone: '081237000001',
      email: 'yohanes@contoh.id',
      postal_code: '85752',
      mother: 'Agnes',
    },
  },
  {
    kind: 'f1_bpu',
    table: [
      ['FORMULIR PENDAFTARAN KOLEKTIF PEKERJA BPU'],
      ['Wadah: Koperasi Contoh'],
      [],
      columns(
        'No, NIK, Nama Lengkap, Tempat Lahir, Tanggal Lahir, Jenis Kelamin, Alamat, RT/RW, Desa/Kelurahan, Kecamatan, No HP, E-mail, Nama Ibu Kandung, Lokasi Bekerja, Jenis Pekerjaan 1, Jenis Pekerjaan 2, Jam Kerja, Penghasilan, Program, Periode Iuran, Kode Kelompok',
      ),
      f1('1', '5304061708909001', 'Yohanes Seran', '17-08-1990', 'Laki-laki', 'Petani', 'Ojek'),
      f1('2', '5304065108929002', 'Maria Bete', '11-08-1992', 'Perempuan', 'Penenun', null),
      ['Jumlah', null, '2 orang'],
    ],
    first: {
      nik: '5304061708909001',
      name: 'Yohanes Seran',
      rt_rw: '004/002',
      occupation: 'Petani',
      work_place: 'Kebun sendiri',
      work_hours: '07.00-15.00',
      wage: '1000000',
      village: 'Naekasa',
      programmes: 'JKK, JKM',
    },
  },
  {
    kind: 'p3ke',
    table: [
      columns(
        'Kode Kemdagri, Provinsi, Kabupaten/Kota, Kecamatan, Desa/Kelurahan, Alamat, Desil Kesejahteraan, No KK, NIK, Nama, Padan Dukcapil, Jenis Kelamin, Tanggal Lahir, Hubungan dengan Kepala Keluarga, Status Kawin, Pekerjaan, Pendidikan',
      ),
      p3ke('1', '5304061708909001', 'YOHANES SERAN', 'Laki-laki', '1990-08-17'),
      p3ke('Desil 3', '5304065108929002', 'MARIA BETE', 'Perempuan', '1992-08-11'),
    ],
    first: {
      nik: '5304061708909001',
      name: 'YOHANES SERAN',
      decile: '1',
      village: '5304042002',
      marital: 'Kawin',
      family_role: 'Kepala Keluarga',
      occupation: 'Petani',
    },
  },
  {
    kind: 'payung',
    table: [
      columns(
        'No, NIK, Nama Lengkap, Tempat Lahir, Tanggal Lahir, Jenis Kelamin, Kecamatan, Desa/Kelurahan, Dusun, RT, RW, Nama Ibu Kandung, No HP, Jenis Pekerjaan, Penghasilan, Keterangan',
      ),
      // biome-ignore format: a row
      ['1', '5304061708909001', 'Yohanes Seran', 'Kupang', '17-08-1990', 'L', 'Tasifeto Barat', 'Naekasa', 'Dusun I', '004', '002', 'Agnes', '081237000001', 'Petani', '1000000', null],
      // biome-ignore format: a row
      ['2', '5304065108929002', 'Maria Bete', 'Atambua', '11-08-1992', 'P', 'Tasifeto Barat', 'Naekasa', 'Dusun I', '004', '002', 'Rosa', null, 'Penenun', null, null],
    ],
    first: {
      nik: '5304061708909001',
      village: 'Naekasa',
      mother: 'Agnes',
      occupation: 'Petani',
      wage: '1000000',
    },
  },
];

function opensid(
  name: string,
  nik: string,
  sex: string,
  born: string,
  job: string,
  marital: string,
  role: string,
  status: string,
): Cell[] {
  // biome-ignore format: a row
  return [
    'JL. SONBAY', 'DUSUN I', '002', '004', name, '5304060101109001', nik, sex, 'KUPANG', born, '3', '5', '18', job, marital, role, '1',
    '5304060101509001', 'PAULUS', '5304064101529001', 'AGNES', '13', null, null, null, null, null, null, null, null, '7', null, null, '2', '8',
    null, status, 'BUNAQ', null, '1', null, '-9.1', '124.9',
  ];
}

function sipp(no: string, nik: string, name: string, born: string, sex: string, marital: string): Cell[] {
  // biome-ignore format: a row
  return [no, nik, null, name, 'Kupang', born, sex, marital, 'Jl. Sonbay', 'Naekasa', 'Tasifeto Barat', 'Belu', 'Nusa Tenggara Timur', '85752',
    '081237000001', 'yohanes@contoh.id', 'Agnes', '01/11/2026', '2500000', 'BARU', 'Y', 'Y', 'Y', 'N', 'A1', 'CV Contoh', null];
}

function f1(
  no: string,
  nik: string,
  name: string,
  born: string,
  sex: string,
  first: string,
  second: string | null,
): Cell[] {
  // biome-ignore format: a row
  return [no, nik, name, 'Kupang', born, sex, 'Jl. Sonbay', '004/002', 'Naekasa', 'Tasifeto Barat', '081237000001', null, 'Agnes', 'Kebun sendiri',
    first, second, '07.00-15.00', '1000000', 'JKK, JKM', 'Nov 2026', 'K-01'];
}

function p3ke(decile: string, nik: string, name: string, sex: string, born: string): Cell[] {
  // biome-ignore format: a row
  return ['5304042002', 'NUSA TENGGARA TIMUR', 'BELU', 'TASIFETO BARAT', 'NAEKASA', 'RT 4', decile, '5304060101109001', nik, name, 'Ya', sex, born,
    'Kepala Keluarga', 'Kawin', 'Petani', 'SD'];
}
