/** Refusals about registering members at the branch of BPJS. */
export const registrationRefusalsId = {
  'registration.nobodyReady': [
    'Tidak ada peserta yang siap dikirim; {incomplete} orang belum lengkap.',
    'Lengkapi dahulu data mereka di halaman Pendaftaran.',
  ],
  'registration.batchNotFound': [
    'Lembar pendaftaran ini tidak ada dalam wilayah tugas Anda.',
    'Muat ulang halaman Pendaftaran.',
  ],
  'registration.notWhole': [
    'Sebagian dari {people} orang di lembar ini sudah di luar wilayah tugas Anda.',
    'Minta petugas kabupaten atau provinsi mengunduhnya.',
  ],
  'registration.answerUnreadable': [
    'Berkas jawaban tidak dapat dibaca. {problem:message}',
    'Kirim XLSX atau CSV dengan kolom NIK, Hasil, Kode, dan Keterangan.',
  ],
  'registration.workListUnreadable': [
    'Berkas ini bukan daftar kerja pendaftaran, atau tidak dapat dibaca.',
    'Unduh daftar kerja di halaman Pendaftaran, isi kolom yang kosong, biarkan kolom Kode Orang, lalu muat lagi.',
  ],
  'registration.notRejected': [
    'Baris ini tidak ditolak, atau sudah dikirim lagi.',
    'Muat ulang halaman Pendaftaran.',
  ],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

/** Why the branch rejected a member. */
export const registrationId = {
  'registration.nikUnknown': [
    'NIK tidak padan dengan Dukcapil.',
    'Cocokkan dengan KTP dan KK; bila benar, minta pemadanan di Dinas Dukcapil.',
  ],
  'registration.nameDiffers': ['Nama berbeda dari data Dukcapil.', 'Tulis nama persis seperti di KTP.'],
  'registration.birthDiffers': [
    'Tanggal lahir berbeda dari data Dukcapil.',
    'Cocokkan dengan KTP, lalu perbaiki.',
  ],
  'registration.activeElsewhere': [
    'Sudah terdaftar di BPJS melalui pihak lain.',
    'Periksa pembayarnya di halaman BPJS; akhiri kepesertaan di sini bila sudah dilindungi.',
  ],
  'registration.tooOld': [
    'Melewati batas usia pendaftaran.',
    'Akhiri kepesertaannya; dana dapat untuk orang lain.',
  ],
  'registration.dead': [
    'Menurut Dukcapil sudah meninggal.',
    'Periksa ke desa; catat kematiannya, atau perbaiki NIK-nya.',
  ],
  'registration.incomplete': [
    'Data yang diminta cabang belum lengkap.',
    'Lengkapi datanya, lalu kirim lagi.',
  ],
  'registration.other': ['Ditolak cabang.', 'Baca kata-kata cabang, lalu tanyakan bila tidak jelas.'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

export type RegistrationReason = keyof typeof registrationId;
