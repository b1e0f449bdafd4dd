import { headerKey } from './header-words.ts';
import { type Cell, cellText } from './row.ts';

/**
 * The reference lists of OpenSID, whose exports hold numbers where others write words; a number is its place in the
 * list, counted from 1. Occupations and family roles are those of Dukcapil; `null` are numbers that OpenSID leaves out.
 *
 * Source: github.com/OpenSID/OpenSID, app/Enums (PekerjaanEnum, StatusKawinEnum, SHDKEnum, StatusDasarEnum).
 */
// biome-ignore format: reference lists
const LISTS = {
  sex: ['Laki-laki', 'Perempuan'],
  status_kawin: ['Belum kawin', 'Kawin', 'Cerai hidup', 'Cerai mati'],
  kk_level: ['Kepala keluarga', 'Suami', 'Istri', 'Anak', 'Menantu', 'Cucu', 'Orang tua', 'Mertua', 'Famili lain',
    'Pembantu', 'Lainnya'],
  status_dasar: ['Hidup', 'Mati', 'Pindah', 'Hilang', null, 'Pergi', null, null, 'Tidak valid'],
  pekerjaan_id: ['Belum/Tidak bekerja', 'Mengurus rumah tangga', 'Pelajar/Mahasiswa', 'Pensiunan',
    'Aparatur Sipil Negara (ASN)', 'Tentara Nasional Indonesia (TNI)', 'Kepolisian RI (Polri)', 'Perdagangan',
    'Petani/Pekebun', 'Peternak', 'Nelayan/Perikanan', 'Industri', 'Konstruksi', 'Transportasi', 'Karyawan swasta',
    'Karyawan BUMN', 'Karyawan BUMD', 'Karyawan honorer', 'Buruh harian lepas', 'Buruh tani/perkebunan',
    'Buruh nelayan/perikanan', 'Buruh peternakan', 'Pembantu rumah tangga', 'Tukang cukur', 'Tukang listrik',
    'Tukang batu', 'Tukang kayu', 'Tukang sol sepatu', 'Tukang las/pandai besi', 'Tukang jahit', 'Tukang gigi',
    'Penata rias', 'Penata busana', 'Penata rambut', 'Mekanik', 'Seniman', 'Tabib', 'Paraji', 'Perancang busana',
    'Penterjemah', 'Imam masjid', 'Pendeta', 'Pastor', 'Wartawan', 'Ustadz/Mubaligh', 'Juru masak', 'Promotor acara',
    'Anggota DPR-RI', 'Anggota DPD', 'Anggota BPK', 'Presiden', 'Wakil Presiden', 'Anggota Mahkamah Konstitusi',
    'Anggota kabinet kementerian', 'Duta besar', 'Gubernur', 'Wakil gubernur', 'Bupati', 'Wakil bupati', 'Walikota',
    'Wakil walikota', 'Anggota DPRD provinsi', 'Anggota DPRD kabupaten/kota', 'Dosen', 'Guru', 'Pilot', 'Pengacara',
    'Notaris', 'Arsitek', 'Akuntan', 'Konsultan', 'Dokter', 'Bidan', 'Perawat', 'Apoteker', 'Psikiater/Psikolog',
    'Penyiar televisi', 'Penyiar radio', 'Pelaut', 'Peneliti', 'Sopir', 'Pialang', 'Paranormal', 'Pedagang',
    'Perangkat desa', 'Kepala desa', 'Biarawati', 'Wiraswasta', 'Lainnya'],
} as const satisfies Readonly<Record<string, readonly (string | null)[]>>;

const byHeader: ReadonlyMap<string, readonly (string | null)[]> = new Map(
  Object.entries(LISTS).map(([header, words]) => [headerKey(header), words]),
);

/** The words of an OpenSID column, in the order of their numbers; undefined for a column that holds no numbers. */
export function opensidWords(header: string): readonly (string | null)[] | undefined {
  return byHeader.get(headerKey(header));
}

/** The word a number stands for below one of OpenSID's own headings; a cell that is no such number stays as it is. */
export function wordOfCode(words: readonly (string | null)[], cell: Cell): Cell {
  const text = cellText(cell);
  return /^\d{1,2}$/.test(text) ? (words[Number(text) - 1] ?? cell) : cell;
}
