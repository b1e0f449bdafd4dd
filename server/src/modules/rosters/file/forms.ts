import { type Field, fieldOfHeader, HEADER_WORDS, headerKey } from './header-words.ts';

/** The layouts in which lists of workers arrive. `free` is any other list whose headings can be read. */
export const formKinds = ['payung', 'opensid', 'sipp', 'f1_bpu', 'p3ke', 'free'] as const;
export type FormKind = (typeof formKinds)[number];

/** A layout that can be downloaded as a template. */
export type TemplateKind = Exclude<FormKind, 'free'>;
export const templateKinds: readonly TemplateKind[] = ['payung', 'f1_bpu', 'sipp', 'opensid', 'p3ke'];

/** One column of a layout, in its order. */
export type FormColumn = Readonly<{
  /** Heading as the layout writes it. */
  header: string;
  /** What we read of it; undefined is kept in the file and not used. */
  field: Field | undefined;
}>;

interface Form {
  /** Raised whenever columns are added, dropped or renamed; files of earlier versions are still recognised. */
  readonly version: number;
  readonly headers: readonly string[];
  /** Headings that only this layout has: how many of them tell it. */
  readonly telling: readonly string[];
  readonly enough: number;
}

/**
 * The columns of each layout: what is downloaded, and what is recognised when it comes back.
 *
 * OpenSID's are those of its import sheet (43 columns), SIPP's those of a participant export that follows the official
 * form, P3KE's those of the list by name and address that the regions received, with DTSEN's decile under another name.
 * For F1 BPU no official sheet was found: the columns are what the collective form asks for.
 */
// biome-ignore format: lists of headings
const FORMS: Readonly<Record<TemplateKind, Form>> = {
  payung: {
    version: 2,
    headers: ['No', 'NIK', 'Nama Lengkap', 'Tempat Lahir', 'Tanggal Lahir', 'Jenis Kelamin', 'Kecamatan',
      'Desa/Kelurahan', 'Dusun', 'RT', 'RW', 'Alamat', 'Nama Ibu Kandung', 'No HP', 'Email', 'Jenis Pekerjaan',
      'Lokasi Bekerja', 'Jam Kerja', 'Penghasilan', 'Status Perkawinan', 'No KK', 'Desil DTSEN', 'Keterangan'],
    telling: ['Desa/Kelurahan', 'Jenis Pekerjaan', 'Penghasilan', 'Nama Ibu Kandung', 'Tempat Lahir', 'No HP', 'Dusun',
      'RT', 'RW', 'Keterangan', 'Kecamatan', 'No'],
    enough: 11,
  },
  opensid: {
    version: 1,
    headers: ['alamat', 'dusun', 'rw', 'rt', 'nama', 'no_kk', 'nik', 'sex', 'tempatlahir', 'tanggallahir', 'agama_id',
      'pendidikan_kk_id', 'pendidikan_sedang_id', 'pekerjaan_id', 'status_kawin', 'kk_level', 'warganegara_id',
      'ayah_nik', 'nama_ayah', 'ibu_nik', 'nama_ibu', 'golongan_darah_id', 'akta_lahir', 'dokumen_pasport',
      'tanggal_akhir_paspor', 'dokumen_kitas', 'akta_perkawinan', 'tanggalperkawinan', 'akta_perceraian',
      'tanggalperceraian', 'cacat_id', 'cara_kb_id', 'hamil', 'ktp_el', 'status_rekam', 'alamat_sekarang',
      'status_dasar', 'suku', 'tag_id_card', 'id_asuransi', 'no_asuransi', 'lat', 'lng'],
    telling: ['agama_id', 'pendidikan_kk_id', 'pendidikan_sedang_id', 'pekerjaan_id', 'kk_level', 'warganegara_id',
      'golongan_darah_id', 'tempatlahir', 'tanggallahir', 'cacat_id', 'cara_kb_id', 'status_dasar'],
    enough: 4,
  },
  sipp: {
    version: 1,
    headers: ['NO', 'NIK', 'NO KPJ', 'NAMA LENGKAP', 'TEMPAT LAHIR', 'TANGGAL LAHIR', 'JENIS KELAMIN (L/P)',
      'STATUS PERKAWINAN (TK/K/D/C)', 'ALAMAT', 'KELURAHAN', 'KECAMATAN', 'KOTA/KAB', 'PROVINSI', 'KODE POS', 'NO HP',
      'EMAIL', 'NAMA IBU KANDUNG', 'TGL MULAI BEKERJA', 'UPAH', 'STATUS KEPESERTAAN', 'JHT', 'JKK', 'JKM', 'JP',
      'KODE PERUSAHAAN', 'NAMA PERUSAHAAN', 'NPWP'],
    telling: ['NO KPJ', 'TGL MULAI BEKERJA', 'UPAH', 'STATUS KEPESERTAAN', 'JHT', 'JKK', 'JKM', 'JP', 'KODE PERUSAHAAN',
      'NAMA PERUSAHAAN', 'NPWP', 'NPP', 'TK'],
    enough: 4,
  },
  f1_bpu: {
    version: 1,
    headers: ['No', 'NIK', 'Nama Lengkap', 'Tempat Lahir', 'Tanggal Lahir', 'Jenis Kelamin', 'Alamat', 'RT', 'RW',
      'Desa/Kelurahan', 'Kecamatan', 'Kabupaten/Kota', 'Kode Pos', 'No HP', 'Email', 'Nama Ibu Kandung',
      'Lokasi Bekerja', 'Jenis Pekerjaan 1', 'Jenis Pekerjaan 2', 'Jam Kerja', 'Penghasilan', 'Program',
      'Periode Iuran', 'Kode Wadah'],
    telling: ['Lokasi Bekerja', 'Jenis Pekerjaan 1', 'Jenis Pekerjaan 2', 'Jam Kerja', 'Periode Iuran', 'Kode Wadah',
      'Kode Kelompok', 'Program'],
    enough: 3,
  },
  p3ke: {
    version: 1,
    headers: ['Kode Kemdagri', 'Provinsi', 'Kabupaten/Kota', 'Kecamatan', 'Desa/Kelurahan', 'Alamat', 'Desil Kesejahteraan',
      'No KK', 'NIK', 'Nama', 'Padan Dukcapil', 'Jenis Kelamin', 'Tanggal Lahir', 'Hubungan dengan Kepala Keluarga',
      'Status Kawin', 'Pekerjaan', 'Pendidikan'],
    telling: [...HEADER_WORDS.decile, 'Padan Dukcapil', 'Persentil', 'ID Keluarga P3KE'],
    enough: 1,
  },
};

/** The order in which layouts are tried: the ones with the most telling headings first. */
const TRIED: readonly TemplateKind[] = ['opensid', 'sipp', 'f1_bpu', 'payung', 'p3ke'];

/** The columns of a template, each with the field we read of it. */
export function columnsOfTemplate(kind: TemplateKind): readonly FormColumn[] {
  return FORMS[kind].headers.map((header) => ({ header, field: fieldOfHeader(header)?.field }));
}

/** The version that is written now. */
export function versionOfTemplate(kind: TemplateKind): number {
  return FORMS[kind].version;
}

/** Begins the name of the sheet of our templates; the version stands after it. */
const SHEET_NAME = 'Daftar v';

/** Name of the sheet in a template, by which its version is known when it comes back. */
export function sheetOfTemplate(kind: TemplateKind): string {
  return `${SHEET_NAME}${FORMS[kind].version}`;
}

/** Which layout a header belongs to, and the version of our template when the sheet's name still says it. */
export type FormName = Readonly<{ kind: FormKind; version?: number }>;

/** Recognises a layout by its headings; the version by the name of the sheet, which may have been changed. */
export function recogniseForm(headers: readonly string[], sheet: string): FormName {
  const keys = new Set(headers.map(bareKey));
  const kind = TRIED.find((one) => {
    const { telling, enough } = FORMS[one];
    return new Set(telling.map(bareKey).filter((key) => keys.has(key))).size >= enough;
  });
  const version = new RegExp(`^${SHEET_NAME}(\\d{1,3})$`, 'i').exec(sheet)?.[1];
  if (kind === undefined) return { kind: 'free' };
  return version === undefined ? { kind } : { kind, version: Number(version) };
}

function bareKey(header: string): string {
  return headerKey(header.replace(/\([^)]*\)?/g, ' '));
}
