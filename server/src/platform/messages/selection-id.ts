/** Why somebody is not put on the list of a village, and what became of a name at enrolment. */
export const selectionId = {
  'selection.dead': ['Tercatat sudah meninggal.', ''],
  'selection.withoutNik': ['Belum ada NIK.', 'Lengkapi NIK lewat daftar, lalu pilih lagi.'],
  'selection.disputed': [
    'NIK-nya dinyatakan milik beberapa orang.',
    'Minta petugas kepesertaan menyelesaikan sengketa NIK.',
  ],
  'selection.birthUnknown': ['Tanggal lahir belum diketahui.', 'Lengkapi tanggal lahir.'],
  'selection.tooYoung': ['Berumur di bawah 15 tahun.', ''],
  'selection.notWorker': ['Menurut pekerjaannya bukan pekerja.', 'Perbaiki pekerjaannya bila keliru.'],
  'selection.alreadyMember': ['Sudah peserta melalui mitra ini.', ''],
  'selection.elsewhere': ['Tercatat di tempat lain: {state}, dana {fund}.', ''],
  'selection.otherList': ['Ada di usulan lain untuk bulan yang sama.', ''],
  'selection.moved': ['Tidak lagi tercatat di desa ini.', ''],
  'selection.active': ['aktif', ''],
  'selection.agreed': ['disanggupi', ''],
  'bpu.age': ['Berumur 65 tahun atau lebih; tidak dapat didaftarkan sebagai BPU.', ''],
} as const satisfies Record<string, readonly [string, string]>;

export type SelectionReason = keyof typeof selectionId;

/** What cannot be done with rules, lists and decrees. */
export const selectionRefusalsId = {
  'selection.notFound': ['Usulan ini tidak ada dalam wilayah tugas Anda.', 'Pilih dari halaman Usulan.'],
  'selection.notVillage': [
    'Usulan dibuat untuk satu desa atau kelurahan.',
    'Isi kode desa, misalnya 53.04.01.2001.',
  ],
  'selection.agreementElsewhere': [
    'Perjanjian itu untuk {area}, bukan untuk desa ini.',
    'Pilih perjanjian kabupaten desa ini.',
  ],
  'selection.monthsTurned': ['Bulan terakhir mendahului bulan pertama.', 'Perbaiki kedua bulan itu.'],
  'selection.notDraft': [
    'Daftar ini sudah diputuskan musdes; nama dan urutannya tetap.',
    'Minta pemeriksa mengembalikannya menjadi draf dengan alasan.',
  ],
  'selection.notEligible': [
    '{people} orang tidak dapat masuk daftar.',
    'Muat ulang calon; alasan tiap orang tertulis di sana.',
  ],
  'selection.emptyList': ['Belum ada nama dalam daftar.', 'Pilih orangnya dulu, lalu simpan urutannya.'],
  'selection.dayAhead': ['Tanggal itu belum tiba.', 'Isi tanggal hari ini atau sebelumnya.'],
  'selection.notReopened': [
    'Daftar ini tidak dapat dikembalikan menjadi draf.',
    'Hanya daftar yang diputuskan atau diverifikasi, sebelum SK.',
  ],
  'selection.notDecided': [
    'Daftar ini belum diputuskan musdes, atau sudah diverifikasi.',
    'Muat ulang halaman; langkah berikutnya tertulis di sana.',
  ],
  'selection.ownList': [
    'Anda ikut menyusun daftar ini, atau menilai calon di dalamnya.',
    'Minta petugas lain memverifikasinya; penyusun, penilai, dan pemeriksa harus orang yang berbeda.',
  ],
  'selection.notListed': ['Ada orang yang tidak ada dalam daftar ini.', 'Muat ulang halaman, lalu ulangi.'],
  'selection.unchecked': [
    '{people} orang yang mengisi tempat belum diperiksa.',
    'Verifikasi atau coret tiap orang, lalu ulangi.',
  ],
  'selection.notVerified': ['Daftar ini belum diverifikasi.', 'Selesaikan verifikasi dulu.'],
  'selection.gone': [
    '{people} orang dalam daftar sudah pindah, meninggal, atau tidak lagi ber-NIK.',
    'Kembalikan menjadi draf, lalu pilih penggantinya.',
  ],
  'selection.noDecree': ['Belum ada SK untuk daftar ini.', 'Catat SK-nya dulu.'],
  'selection.alreadyEnrolled': [
    'Orang dalam daftar ini sudah didaftarkan.',
    'Tidak ada yang perlu dilakukan.',
  ],
  'selection.ruleNotFound': ['Aturan ini tidak ada.', 'Pilih dari halaman Aturan daerah.'],
  'selection.ruleAsksNothing': [
    'Aturan ini tidak menanyakan apa pun; semua orang akan menjadi pekerja rentan.',
    'Isi sedikitnya satu kriteria.',
  ],
  'selection.ruleContradicts': [
    'Batas umur atau tanggalnya saling bertentangan.',
    'Batas bawah tidak boleh melebihi batas atas, dan hari terakhir tidak boleh mendahului hari pertama.',
  ],
  'selection.unknownOccupation': [
    'Pekerjaan "{occupation}" tidak ada dalam daftar pekerjaan.',
    'Tulis misalnya petani, nelayan, tukang ojek, penenun.',
  ],
  'selection.ruleOverlaps': [
    'Pada hari-hari itu wilayah ini sudah punya aturan lain.',
    'Catat ulang aturan lama dengan hari terakhirnya, lalu catat aturan baru.',
  ],
} as const satisfies Record<string, readonly [string, string]>;
