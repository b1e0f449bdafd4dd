/** Refusals about recording that somebody died. */
export const deathsId = {
  'people.deathAhead': [
    'Tanggal meninggal itu belum tiba; hari ini {today}.',
    'Tulis tanggal yang tertera pada surat kematian.',
  ],
  'people.deathBeforeBirth': [
    'Tanggal meninggal itu sebelum orang ini lahir.',
    'Cocokkan kedua tanggal dengan surat kematian dan KTP.',
  ],
  'people.deathWithoutNumber': [
    'Surat atau akta kematian punya nomor; nomornya belum diisi.',
    'Isi nomornya, atau pilih laporan keluarga bila suratnya belum ada.',
  ],
  'people.diedAlready': [
    'Orang ini sudah tercatat meninggal pada {day}.',
    'Bukti resmi dapat menyusul laporan; bila tanggalnya salah, batalkan dahulu di halaman orangnya.',
  ],
  'people.deathCertified': [
    'Surat resmi menyatakan orang ini meninggal; Anda tidak dapat membatalkannya.',
    'Minta petugas kepesertaan kabupaten tempat surat itu dicatat.',
  ],
  'people.notDead': ['Orang ini tidak tercatat meninggal.', 'Muat ulang halaman orangnya.'],
  'offices.dayOfDeath': [
    'Tanggal meninggal pemegang lama belum sesuai: diisi bila alasannya meninggal, dan sebelum pemegang baru mulai.',
    'Isi tanggal dari surat kematian, dan mulai jabatan sesudahnya.',
  ],
  'memberships.endedByDeath': [
    'Kepesertaan ini berakhir karena pesertanya meninggal.',
    'Bila keliru, minta petugas pendaftaran membatalkan kematiannya di halaman orangnya.',
  ],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;
