/** Refusals about what the headings of a partner's files mean. */
export const mappingRefusalsId = {
  'rosters.beingChecked': ['Daftar ini sedang diperiksa.', 'Tunggu sampai pemeriksaan selesai, lalu ulangi.'],
  'mappings.notFound': [
    'Arti kolom ini tidak ada dalam wilayah tugas Anda.',
    'Muat ulang halaman Arti kolom.',
  ],
  'mappings.ended': ['Arti kolom ini sudah diakhiri.', 'Simpan lagi dari halaman sebuah daftar.'],
  'mappings.fieldMissing': [
    'Tidak ada kolom yang berisi {field:column}.',
    'Tunjuk kolom nama; tanpa nama sebuah baris bukan orang.',
  ],
  'mappings.fieldTwice': [
    'Dua kolom sama-sama ditunjuk sebagai {field:column}.',
    'Biarkan satu saja; kolom yang lain dijadikan "tidak dipakai".',
  ],
  'mappings.headingHoldsNik': [
    'Baris yang dipilih sebagai judul berisi NIK, jadi itu baris orang.',
    'Pilih baris judul kolom. Bila berkas tidak punya judul, tambahkan satu baris di atas lalu kirim lagi.',
  ],
  'mappings.otherHeadings': [
    'Judul kolomnya bukan judul yang disimpan.',
    'Buka daftar dengan judul itu, lalu simpan artinya di sana.',
  ],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;
