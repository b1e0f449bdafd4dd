/** Refusals about leaving a list, seats of village bodies and job seekers. */
export const officesId = {
  'memberships.notFound': [
    'Keanggotaan ini tidak ada dalam wilayah tugas Anda.',
    'Muat ulang daftar anggotanya.',
  ],
  'memberships.endedAlready': [
    'Keanggotaan ini sudah berakhir pada {lastDay}.',
    'Batalkan dahulu pengakhiran itu bila tanggalnya keliru.',
  ],
  'memberships.lastDayBeforeFirst': [
    'Keanggotaan baru mulai pada {from}; hari terakhirnya tidak dapat sebelum itu.',
    'Pilih hari terakhir yang lebih kemudian.',
  ],
  'memberships.endNotStanding': [
    'Tidak ada pengakhiran yang dapat dibatalkan untuk keanggotaan ini.',
    'Muat ulang daftar masuk dan keluar.',
  ],
  'memberships.listNotFound': [
    'Daftar lengkap ini tidak ada atau sudah ditarik.',
    'Muat ulang halaman mitra.',
  ],
  'memberships.listWithoutAgreement': [
    'Daftar ini hanya mendata orang, tidak di bawah perjanjian.',
    'Pilih daftar yang dikirim untuk sebuah perjanjian.',
  ],
  'offices.notFound': ['Jabatan {office} tidak dikenal.', 'Pilih jabatan dari daftar.'],
  'offices.notInThisVillage': [
    '{village} adalah {kind}; jabatan {office} tidak ada di sana.',
    'Pilih jabatan lain, atau periksa wilayahnya.',
  ],
  'offices.seatTaken': [
    'Kursi ini sudah ada pemegangnya pada hari itu.',
    'Akhiri dahulu masa jabatannya, atau pakai "Ganti pemegang".',
  ],
  'offices.noVacantSeat': [
    'Ke-{seats} kursi {office} sudah terisi.',
    'Ganti salah satu pemegangnya, atau perbaiki jumlah kursi beserta sumbernya.',
  ],
  'offices.seatsBelowHolders': [
    '{holders} orang sedang memegang jabatan {office}.',
    'Akhiri dahulu masa jabatan mereka, atau catat jumlah kursi yang lebih besar.',
  ],
  'offices.heldAlready': [
    'Orang ini sudah memegang jabatan {office} di desa ini.',
    'Tidak ada yang perlu dicatat.',
  ],
  'offices.holdingNotFound': [
    'Pemegang jabatan ini tidak ada dalam wilayah tugas Anda.',
    'Muat ulang halaman.',
  ],
  'offices.endedAlready': [
    'Akhir masa jabatan ini sudah dicatat: hari terakhirnya {lastDay}.',
    'Muat ulang halaman; tidak ada yang perlu diakhiri lagi.',
  ],
  'offices.nobodyToReplace': [
    'Tidak ada yang diganti: pemegang ini tercatat berakhir pada {lastDay}.',
    'Catat pemegang baru di kursi kosong itu, mulai sesudah hari itu.',
  ],
  'offices.leavingRecorded': [
    'Kepesertaan pemegang lama sudah dicatat berakhir pada {lastDay}, sesudah bulan penggantian ini.',
    'Batalkan pengakhiran itu di halaman mitra, lalu ganti lagi; atau ganti pemegang tanpa mengubah kepesertaan.',
  ],
  'offices.lastDayBeforeFirst': [
    'Pemegang ini baru mulai pada {from}; penggantinya tidak dapat mulai sebelum atau pada hari itu.',
    'Pilih hari yang lebih kemudian.',
  ],
  'offices.withoutNik': [
    'NIK orang ini belum diketahui atau masih disengketakan, jadi ia belum dapat didaftarkan sebagai peserta.',
    'Selesaikan NIK-nya dahulu, atau ganti pemegang tanpa mendaftarkan.',
  ],
  'offices.holderDead': ['Orang ini tercatat meninggal pada {day}.', 'Pilih orang lain.'],
  'offices.rosterNotAccepted': [
    'Daftar ini belum diterima, jadi belum pasti siapa orangnya.',
    'Terima dahulu daftarnya di halaman Daftar.',
  ],
  'seekers.dead': [
    'Orang ini tercatat meninggal pada {day}, jadi tidak dicatat sebagai pencari kerja.',
    'Bila keliru, batalkan kematiannya di halaman orangnya.',
  ],
  'seekers.recordedAlready': [
    'Orang ini sudah tercatat sebagai pencari kerja.',
    'Ubah atau akhiri catatan itu.',
  ],
  'seekers.notFound': ['Catatan pencari kerja ini tidak ada atau sudah berakhir.', 'Muat ulang halaman.'],
} as const satisfies Record<string, readonly [string, string]>;
