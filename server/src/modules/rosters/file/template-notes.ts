import type { Language } from '@payung/kernel';
import type { Field } from './header-words.ts';

/** How to fill the column of a field; fields of no template have none. */
// biome-ignore format: one line for each field and language
export const TEMPLATE_NOTES: Readonly<Partial<Record<Field, Readonly<Record<Language, string>>>>> = {
  no: { id: 'Nomor urut', en: 'Running number' },
  nik: {
    id: '16 angka dari KTP. Kolom ini sudah berformat teks; jangan diubah ke angka, karena Excel menghapus angka terakhir.',
    en: '16 digits from the identity card. The column is text; as a number Excel would drop the last digit.',
  },
  name: { id: 'Nama seperti di KTP, tanpa gelar', en: 'Name as on the identity card, without titles' },
  birth_place: { id: 'Kota atau kabupaten', en: 'Town or regency' },
  birth_date: { id: 'Hari-bulan-tahun, misalnya 17-08-1990', en: 'Day-month-year, for example 17-08-1990' },
  sex: { id: 'Laki-laki atau perempuan: pilih dari daftar', en: 'Male or female: choose from the list' },
  village_code: { id: 'Kode Kemendagri, misalnya 53.04.04.2002', en: 'Kemendagri code, for example 53.04.04.2002' },
  village: {
    id: 'Nama desa atau kelurahan; isi juga kecamatannya, karena nama desa sering sama',
    en: 'Name of the village; give the district too, since many villages share a name',
  },
  district: { id: 'Nama kecamatan', en: 'Name of the district' },
  regency: { id: 'Nama kabupaten atau kota', en: 'Name of the regency or city' },
  province: { id: 'Nama provinsi', en: 'Name of the province' },
  dusun: { id: 'Dusun atau lingkungan', en: 'Hamlet' },
  rt: { id: 'Tiga angka: 004', en: 'Three digits: 004' },
  rw: { id: 'Tiga angka: 002', en: 'Three digits: 002' },
  address: { id: 'Jalan, nomor rumah, atau nama kampung', en: 'Street, house number, or hamlet' },
  postal_code: { id: 'Lima angka', en: 'Five digits' },
  mother: { id: 'Nama ibu kandung sebelum menikah', en: "Mother's maiden name" },
  phone: { id: 'Nomor HP yang aktif', en: 'A working mobile number' },
  email: { id: 'Boleh kosong', en: 'May be empty' },
  occupation: {
    id: 'Pekerjaan sehari-hari; pilih dari daftar atau tulis sendiri',
    en: 'Daily occupation; choose from the list or write your own',
  },
  work_place: { id: 'Di mana bekerja: kebun sendiri, Pasar Baru, perairan Sawu', en: 'Where the work is done: own field, market, sea' },
  work_hours: { id: 'Dari jam berapa sampai jam berapa, misalnya 07.00-15.00', en: 'From when to when, for example 07.00-15.00' },
  wage: { id: 'Rupiah per bulan, angka saja', en: 'Rupiah per month, digits only' },
  marital: { id: 'Pilih dari daftar', en: 'Choose from the list' },
  family_role: { id: 'Hubungan dengan kepala keluarga', en: 'Relation to the head of the family' },
  kk: { id: '16 angka dari kartu keluarga', en: '16 digits from the family card' },
  decile: { id: '1 sampai 10 menurut P3KE atau DTSEN; 1 yang termiskin', en: '1 to 10 as in P3KE or DTSEN; 1 is the poorest' },
  life: { id: '1 hidup, 2 mati, 3 pindah; yang mati dan pindah tidak didaftarkan', en: '1 alive, 2 dead, 3 moved; the dead and the moved are not enrolled' },
  kpj: { id: 'Biarkan kosong: Payung tidak menyimpan nomor peserta', en: 'Leave it empty: Payung keeps no membership numbers' },
  programmes: { id: 'Program yang diikuti', en: 'Programmes joined' },
  note: { id: 'Bebas', en: 'Free' },
};
