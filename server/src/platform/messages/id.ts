import type { RefusalCode } from '#platform/refusal';
import { deathsId } from './deaths-id.ts';
import { mappingRefusalsId } from './mapping-id.ts';
import { type MemberReason, membersId } from './members-id.ts';
import { officesId } from './offices-id.ts';
import { type PaymentReason, paymentsId } from './payments-id.ts';
import { type RegistrationReason, registrationId, registrationRefusalsId } from './registration-id.ts';
import type { RowReason } from './rows-id.ts';
import { rowsId } from './rows-id.ts';
import { type SelectionReason, selectionId, selectionRefusalsId } from './selection-id.ts';
import { usersId } from './users-id.ts';

export type MessageCode =
  | RefusalCode
  | RowReason
  | PaymentReason
  | MemberReason
  | RegistrationReason
  | SelectionReason
  | 'server.error';

const refusals: Record<RefusalCode | 'server.error', readonly [string, string]> = {
  ...officesId,
  ...deathsId,
  ...mappingRefusalsId,
  ...registrationRefusalsId,
  'server.error': [
    'Terjadi kesalahan di server.',
    'Coba lagi. Bila berulang, sebutkan nomor permintaan ini kepada pengelola.',
  ],
  'auth.required': ['Anda belum masuk.', 'Masuk dengan akun Anda, lalu ulangi.'],
  'auth.forbidden': [
    'Peran Anda tidak mengizinkan: {permission:permission}.',
    'Minta pengelola memberi peran yang sesuai, atau minta petugas yang berwenang.',
  ],
  'auth.secondFactorRequired': [
    'Peran Anda mewajibkan verifikasi dua langkah.',
    'Aktifkan aplikasi kode (TOTP) di halaman Akun, lalu masuk kembali.',
  ],
  'auth.passwordChangeRequired': [
    'Kata sandi Anda dipilihkan orang lain.',
    'Ganti dengan kata sandi Anda sendiri di halaman Akun; setelah itu semua terbuka.',
  ],
  'auth.passwordKept': ['Kata sandi baru sama dengan yang lama.', 'Pilih kata sandi yang lain.'],
  'auth.exampleAccount': [
    'Akun ini milik contoh; kata sandinya diketahui umum, jadi hanya berlaku di komputer itu sendiri.',
    'Masuk dengan akun sendiri. Untuk pekerjaan nyata, pasang Payung tanpa contoh (--empty).',
  ],
  'auth.foreignSite': [
    'Permintaan ini datang dari situs lain dan ditolak.',
    'Buka Payung langsung di alamatnya, lalu ulangi.',
  ],
  'auth.wrongPassword': [
    'Alamat surel atau kata sandi salah.',
    'Periksa keduanya. Bila lupa, minta pengelola membuat kata sandi sekali pakai.',
  ],
  'auth.wrongCode': [
    'Kode verifikasi salah.',
    'Ketik kode enam angka yang sedang tampil di aplikasi, atau satu kode cadangan.',
  ],
  'auth.signInExpired': ['Waktu untuk mengetik kode sudah habis.', 'Masuk lagi dari awal.'],
  'auth.tooManyAttempts': [
    'Terlalu banyak percobaan masuk dari alamat ini.',
    'Tunggu {seconds} detik, lalu coba lagi.',
  ],
  'auth.passwordLength': [
    'Kata sandi harus 12 sampai 128 karakter.',
    'Pakai beberapa kata yang mudah Anda ingat.',
  ],
  'request.invalid': [
    'Isian {path:field} tidak dapat diterima: {problem:fault}.',
    'Perbaiki isian itu dan kirim lagi.',
  ],
  'request.cursorUnreadable': ['Penunjuk halaman (after) tak terbaca.', 'Mulai lagi dari halaman pertama.'],
  'request.notFound': ['Alamat ini tidak ada.', 'Periksa alamatnya, atau mulai dari Beranda.'],
  'request.tooLarge': ['Kiriman melebihi {limit} byte.', 'Kirim berkas yang lebih kecil.'],
  'request.tooMany': [
    'Terlalu banyak permintaan dari alamat ini.',
    'Tunggu {seconds} detik, lalu coba lagi. Banyak pertanyaan muat dalam satu daftar.',
  ],
  'request.tryAgain': ['Data yang sama sedang diubah orang lain; belum ada yang dikerjakan.', 'Coba lagi.'],
  'areas.notFound': [
    'Wilayah {code} tidak ada dalam daftar.',
    'Pakai kode Kemendagri, misalnya 53.04 untuk Belu.',
  ],
  'areas.outsideScope': [
    'Wilayah itu di luar wilayah tugas Anda.',
    'Pilih wilayah Anda, atau minta petugas wilayah itu.',
  ],
  'branches.notFound': ['Kantor cabang BPJS {branch} tidak ada dalam daftar.', 'Pakai salah satu: {known}.'],
  'people.notFound': [
    'Orang ini tidak ada dalam wilayah tugas Anda.',
    'Periksa pencarian, atau minta petugas kabupaten.',
  ],
  'people.searchTooShort': [
    'Kata pencarian terlalu pendek.',
    'Ketik paling sedikit tiga huruf nama, atau 16 angka NIK.',
  ],
  'partners.notFound': ['Mitra ini tidak ada.', 'Pilih dari daftar mitra.'],
  'partners.elsewhere': [
    '{partner} berkedudukan di wilayah lain.',
    'Pilih mitra dari wilayah itu, atau wilayah milik mitra.',
  ],
  'partners.exists': ['Mitra {name} sudah ada di wilayah itu.', 'Pakai mitra yang sudah ada.'],
  'agreements.notFound': [
    'Perjanjian ini tidak ada dalam wilayah tugas Anda.',
    'Pilih dari daftar perjanjian.',
  ],
  'agreements.exists': ['Nomor perjanjian {number} sudah dipakai mitra ini.', 'Periksa nomornya.'],
  'agreements.stageOrder': [
    'Perjanjian tidak dapat beralih dari {from:stage} ke {to:stage}.',
    'Ikuti urutan: draf, ditandatangani, data diterima, menunggu bayar, aktif.',
  ],
  'agreements.notInForce': [
    'Perjanjian {number} tidak berlaku pada {day}.',
    'Pilih bulan dalam masa perjanjian, perpanjang perjanjian, atau pilih perjanjian lain.',
  ],
  'funds.exists': [
    'Mitra ini sudah memiliki sumber dana sejenis untuk tahun itu.',
    'Pakai sumber dana yang sudah ada.',
  ],
  'funds.outsideArea': [
    '{fund} adalah anggaran wilayah lain.',
    'Pilih anggaran wilayah perjanjian ini, atau wilayah di atasnya.',
  ],
  'decrees.exists': ['Nomor keputusan ini sudah dipakai mitra ini.', 'Periksa nomornya.'],
  'funds.notFound': ['Sumber dana ini tidak ada.', 'Pilih dari daftar sumber dana.'],
  'rosters.notAccepted': ['Daftar ini belum diterima, atau sudah dibatalkan.', 'Muat ulang halaman daftar.'],
  'rosters.undoPaid': [
    'Tagihan {bill} atas orang di daftar ini sudah dibayar (pembayaran {payments}); yang sudah dibayar tidak dapat dibatalkan.',
    'Akhiri saja kepesertaan mereka yang seharusnya bukan peserta.',
  ],
  'rosters.undoBilled': [
    'Orang di daftar ini masih ditagih: {bills}. Selama itu daftar tidak dapat dibatalkan.',
    'Batalkan tagihannya lebih dahulu selama belum dibayar, batalkan daftar ini, lalu tagih lagi bulannya.',
  ],
  'rosters.undoCovered': [
    'BPJS menyatakan {people} orang aktif melalui daftar ini.',
    'Akhiri saja kepesertaan mereka yang seharusnya bukan peserta.',
  ],
  'rosters.notFound': ['Daftar ini tidak ada dalam wilayah tugas Anda.', 'Pilih dari halaman Daftar.'],
  'rosters.notChecked': ['Daftar belum selesai diperiksa.', 'Tunggu pemeriksaan selesai, lalu terima.'],
  'rosters.alreadyAccepted': [
    'Daftar ini sudah diterima; {enrolled} orang sudah terdaftar. Tidak ada yang berubah.',
    'Lihat halaman daftar untuk hasilnya.',
  ],
  'rosters.notAllGood': [
    'Anda memilih semua-atau-tidak-sama-sekali, dan {bad} baris belum baik.',
    'Perbaiki baris itu dan kirim ulang, atau kirim dengan pilihan terima yang baik.',
  ],
  'rosters.nothingToEnrol': [
    'Tidak ada baris yang dapat didaftarkan.',
    'Lihat alasan tiap baris, perbaiki, dan kirim ulang.',
  ],
  'people.notDisputed': [
    'NIK orang ini tidak sedang disengketakan.',
    'Muat ulang; mungkin sudah diselesaikan orang lain.',
  ],
  'people.disputedElsewhere': [
    'Orang di luar wilayah Anda juga memakai NIK ini.',
    'Minta petugas yang membawahi kedua wilayah menyelesaikannya.',
  ],
  'people.alreadyOne': [
    'Kedua catatan ini sudah satu orang.',
    'Buka catatan utamanya untuk melihat apa yang tergabung di dalamnya.',
  ],
  'people.mergedElsewhere': [
    'Catatan ini sudah digabung ke catatan di luar wilayah Anda.',
    'Minta petugas yang membawahi kedua wilayah menggabungkannya.',
  ],
  'people.keepNumbered': [
    'Catatan yang hendak dipertahankan tidak punya NIK, sedangkan yang lain punya.',
    'Pertahankan catatan yang punya NIK.',
  ],
  'people.mergeNotFound': [
    'Penggabungan ini tidak berlaku lagi, atau salah satu catatannya di luar wilayah Anda.',
    'Muat ulang halaman orangnya.',
  ],
  'rosters.notInDoubt': [
    'Baris ini tidak meragukan, jadi tidak ada yang perlu diputuskan.',
    'Muat ulang halaman tinjauan.',
  ],
  'rosters.candidateNotFound': [
    'Pilihan itu tidak ada pada baris ini.',
    'Muat ulang halaman tinjauan, lalu pilih lagi.',
  ],
  'rosters.candidateElsewhere': [
    'Salah satu orang yang mirip tercatat di luar wilayah Anda.',
    'Lewati baris ini; petugas yang membawahi kedua wilayah dapat memutuskannya.',
  ],
  'rosters.numberTaken': [
    'NIK baris ini sudah dipakai orang lain, jadi tidak dapat didaftarkan sebagai orang baru.',
    'Periksa KTP; perbaiki NIK-nya di berkas, lalu kirim ulang.',
  ],
  'rosters.sentElsewhere': [
    'Berkas yang sama sudah dikirim orang lain untuk perjanjian ini.',
    'Tanyakan kepada petugas kabupaten; tidak ada yang berubah.',
  ],
  'rosters.allPaidElsewhere': [
    'Tidak ada yang didaftarkan: setelah diperiksa, semua orang di daftar ini sudah dilindungi dana lain.',
    'Lihat alasan tiap baris.',
  ],
  'rosters.expired': [
    'Daftar ini tidak diterima selama {days} hari; berkas dan hasil tiap barisnya sudah dimusnahkan.',
    'Kirim berkasnya lagi bila masih diperlukan.',
  ],
  'rosters.purged': [
    'Berkas daftar ini sudah dimusnahkan, {days} hari setelah diterima.',
    'Hasil tiap baris tetap dapat dilihat di halaman daftar.',
  ],
  'rosters.changedMeanwhile': [
    'Data berubah sejak daftar diperiksa.',
    'Daftar diperiksa ulang; terima lagi setelah selesai.',
  ],
  'file.empty': ['Berkas kosong.', 'Pilih berkas yang berisi daftar.'],
  'file.tooLarge': [
    'Berkas {bytes} byte; batasnya {limit} byte.',
    'Bagi berkas per kecamatan dan kirim satu per satu.',
  ],
  'file.notSpreadsheet': ['Berkas ini bukan lembar kerja ({found:format}).', 'Kirim XLSX atau CSV.'],
  'memberships.overlap': [
    'Orang ini sudah menjadi peserta lewat mitra yang sama pada masa itu.',
    'Akhiri kepesertaan lama lebih dahulu.',
  ],
  'billing.nothingToBill': [
    'Tidak ada peserta yang dapat ditagih untuk {month}.',
    'Terima daftar lebih dahulu, atau periksa bulannya.',
  ],
  'billing.alreadyBilled': [
    '{month} sudah ditagih untuk perjanjian ini (tagihan {number}).',
    'Buka tagihan itu; tidak ada tagihan ganda.',
  ],
  'billing.paidAlready': [
    'Tagihan {number} sudah dibayar Rp {paid} (tanggal {days}); yang sudah dibayar tidak dapat dibatalkan.',
    'Akhiri saja kepesertaan mereka yang seharusnya bukan peserta.',
  ],
  'billing.cancelledAlready': [
    'Tagihan {number} sudah dibatalkan.',
    'Muat ulang halamannya; bulannya dapat ditagih lagi.',
  ],
  'billing.notFound': ['Tagihan ini tidak ada dalam wilayah tugas Anda.', 'Pilih dari daftar tagihan.'],
  'payments.statementUnreadable': [
    'Rekening koran tidak dapat dibaca: {problem:statement}.',
    'Kirim CSV dengan kolom tanggal, nomor referensi, jumlah, keterangan.',
  ],
  'payments.headingsMissing': [
    'Judul kolom tidak ditemukan: {columns:heading}.',
    'Beri baris judul dengan tanggal, nomor referensi, jumlah, dan keterangan.',
  ],
  'payments.importedElsewhere': [
    'Rekening koran ini sudah diimpor oleh kantor lain. Tidak ada yang berubah.',
    'Tanyakan hasilnya kepada kantor itu.',
  ],
  'payments.statementNotFound': [
    'Rekening koran ini tidak ada dalam wilayah tugas Anda.',
    'Pilih dari daftar pembayaran.',
  ],
  'coverage.outsideScope': [
    'Wilayah {code} tidak seluruhnya dalam wilayah tugas Anda.',
    'Pilih wilayah tugas Anda, atau minta perencana yang membawahinya.',
  ],
  'members.saltMissing': [
    'NIK dalam berkas ini disandikan.',
    'Masukkan kunci sandi yang disepakati dengan kantor cabang.',
  ],
  'members.saltShort': [
    'Kunci sandi terlalu pendek; paling sedikit {least} karakter.',
    'Sepakati kunci acak yang panjang dengan kantor cabang, di luar surel yang membawa berkas.',
  ],
  'members.saltUnfit': [
    'Tidak satu pun dari {similar} orang yang mirip cocok sandi NIK-nya. Tidak ada yang berubah.',
    'Kunci sandinya mungkin keliru; periksa dengan kantor cabang.',
  ],
  'members.fileNotFound': [
    'Berkas peserta ini tidak ada dalam wilayah tugas Anda.',
    'Pilih dari halaman Pertukaran BPJS.',
  ],
  'members.fileReplaced': [
    'Berkas ini sudah diganti berkas lain untuk bulan yang sama.',
    'Tinjau baris berkas yang berlaku sekarang.',
  ],
  'members.monthNotBegun': ['{month} belum dimulai.', 'Periksa bulannya.'],
  'jobs.notFound': ['Pekerjaan ini tidak ada.', 'Muat ulang halaman.'],
  ...usersId,
  'law.refused': ['Aturan tidak dapat dihitung: {code:law} ({path:field}).', 'Perbaiki isian itu.'],
  'law.invalid': ['Permintaan tidak sah pada "{path}": {problem}', 'Perbaiki isian itu lalu kirim lagi.'],
  'law.parameterNotFound': ['Parameter {id} tidak ada.', 'GET /api/law/parameters memperlihatkan semuanya.'],
  ...selectionRefusalsId,
};

export const id: Record<MessageCode, readonly [string, string]> = {
  ...refusals,
  ...rowsId,
  ...paymentsId,
  ...membersId,
  ...registrationId,
  ...selectionId,
};
