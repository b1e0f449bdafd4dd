/** What is said of somebody who is registered alone, where the words of a row speak of a list, a file or its columns. */
export const entryId = {
  'known.listed': ['Sudah tercatat; isian ini dicocokkan.', ''],
  'known.unchanged': ['Sudah tercatat; yang tercatat tidak diubah isian ini.', ''],
  'known.notNewer': [
    'Sudah tercatat, dan yang tercatat tidak lebih lama dari isian ini ({day}).',
    'Bila keliru, ubah di halaman orangnya.',
  ],
  'new.withoutNik': [
    'Orang baru, dicatat tetapi belum didaftarkan: NIK-nya belum ada.',
    'Isi NIK dari KTP atau kartu keluarga, lalu periksa lagi; catatannya dilengkapi.',
  ],
  'known.withoutNik': [
    'Sudah tercatat, belum didaftarkan: NIK-nya belum ada.',
    'Isi NIK dari KTP atau kartu keluarga, lalu periksa lagi; catatannya dilengkapi.',
  ],
  'known.otherFund': [
    'Sudah dilindungi dana lain ({fund:fund}, {regency}).',
    'Jangan dibayar dua kali; akhiri kepesertaan yang lain lebih dahulu bila yang ini yang benar.',
  ],
  'known.fundBesideWage': [
    'Sudah dilindungi dana lain ({fund:fund}, {regency}), sedangkan di sini sebagai penerima upah.',
    'Pemberi kerja wajib membayar untuk pekerjanya: akhiri kepesertaan dari dana itu lebih dahulu. Apakah keduanya boleh berjalan bersama belum pasti dalam aturan (U-47).',
  ],
  'known.otherEmployer': [
    'Bekerja juga pada pemberi kerja lain ({fund:fund}, {regency}); kepesertaan di sini tetap dibuka.',
    'Dua pemberi kerja sah, masing-masing membayar atas upahnya. Bila ternyata pemberi kerja yang sama, jangan didaftarkan lagi.',
  ],
  'doubtful.nikOfAnother': [
    'NIK ini sudah dipakai orang lain yang tercatat di {regency}.',
    'Periksa KTP; mungkin salah ketik, atau nomor KK.',
  ],
  'person.dead': [
    'Orang ini tercatat sudah meninggal.',
    'Ahli waris mungkin berhak atas klaim. Bila masih hidup, batalkan kematiannya di halaman orangnya.',
  ],
  'name.deceased': ['Nama bertanda almarhum.', 'Bila itu nama ayah, hapus tandanya.'],
  'nik.scientific': ['NIK ditulis sebagai bilangan.', 'Ketik 16 angkanya dari KTP.'],
  'nik.lastDigitsLost': ['Angka terakhir NIK hilang.', 'Ketik 16 angkanya dari KTP.'],
  'nik.two': ['Ada {count} NIK.', 'Tulis satu saja.'],
  'nik.sexDiffers': ['Menurut NIK jenis kelaminnya {nik}, di sini tertulis {given}.', 'Periksa KTP.'],
  'date.fromNik': ['Tanggal lahir tidak terbaca; dipakai yang ada di dalam NIK.', 'Isi tanggal lahirnya.'],
  'age.tooYoung': ['Berumur {age} tahun; paling muda {youngest}.', 'Tidak dapat didaftarkan.'],
  'age.tooOld': [
    'Berumur {age} tahun; pendaftaran baru hanya sebelum {tooOld}.',
    'Tidak dapat didaftarkan; mencatat saja boleh.',
  ],
  'village.outOfScope': [
    'Desa ini di {regency}, di luar wilayah perjanjian atau wilayah tugas Anda.',
    'Pilih perjanjian kabupaten itu, atau minta petugasnya mendaftarkan.',
  ],
  'village.ambiguous': ['Ada beberapa desa bernama {village}: {candidates}.', 'Pilih desanya lagi.'],
  'occupation.notWork': [
    'Pekerjaan menunjukkan bukan pekerja (pelajar, ibu rumah tangga, tidak bekerja).',
    'Isi pekerjaan yang dilakukan.',
  ],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;
