/** Verdicts of roster rows and readings of cells, by reason code: what was found, and the remedy. */
export const rowsId = {
  'new.ready': ['Orang baru, siap didaftarkan.', ''],
  'new.decided': ['Diputuskan petugas: orang baru, siap didaftarkan.', ''],
  'new.recorded': ['Orang baru, dicatat tanpa kepesertaan.', ''],
  'known.listed': ['Dikenal; dicatat sesuai daftar.', ''],
  'known.unchanged': ['Dikenal; yang sudah tercatat tidak diubah daftar ini.', ''],
  'known.notNewer': [
    'Dikenal; yang tercatat tidak lebih lama dari daftar ({day}).',
    'Bila daftar yang benar, kirim dengan tanggal yang lebih baru.',
  ],
  'updated.village': ['Dikenal, diperbarui: desa, dari {before} menjadi {now}.', ''],
  'updated.rtRw': ['Dikenal, diperbarui: RT/RW, dari {before} menjadi {now}.', ''],
  'updated.work': ['Dikenal, diperbarui: pekerjaan, dari {before} menjadi {now}.', ''],
  'updated.filled': [
    'Dikenal; data yang masih kosong dilengkapi ({fields:column}), yang sudah tercatat tidak diubah.',
    '',
  ],
  'updated.nik': ['Dikenal tanpa NIK sampai sekarang, diperbarui: NIK.', ''],
  'new.withoutNik': [
    'Orang baru, dicatat tetapi belum didaftarkan: NIK-nya belum ada.',
    'Isi NIK dari KTP atau kartu keluarga, lalu kirim lagi; catatannya dilengkapi.',
  ],
  'known.withoutNik': [
    'Sudah tercatat, belum didaftarkan: NIK-nya belum ada.',
    'Isi NIK dari KTP atau kartu keluarga, lalu kirim lagi; catatannya dilengkapi.',
  ],
  'new.disputed': [
    'Orang baru yang memakai NIK orang lain: keduanya dicatat, tidak ada yang didaftarkan sampai jelas NIK siapa.',
    'Minta bukti dari Dukcapil, lalu selesaikan sengketa NIK-nya.',
  ],
  'known.completed': ['Sudah tercatat tanpa NIK; sekarang dilengkapi dan didaftarkan.', ''],
  'known.disputed': [
    'Sudah tercatat, tetapi NIK-nya dipakai lebih dari satu orang; belum dapat didaftarkan.',
    'Minta petugas menyelesaikan sengketa NIK dengan bukti dari Dukcapil.',
  ],
  'person.tooLittle': [
    'Tanpa NIK, jenis kelamin atau tanggal lahir diperlukan untuk mencatat orang ini.',
    'Isi salah satunya, atau NIK-nya.',
  ],
  'decided.byThreshold': [
    'Diputuskan oleh ambang yang dipilih saat daftar dikirim (kemiripan {percent} %).',
    'Bila keliru, ubah keputusannya di halaman tinjauan.',
  ],
  'known.member': [
    'Sudah terdaftar lewat perjanjian ini.',
    'Tidak perlu apa-apa; orang ini tidak dihitung dua kali.',
  ],
  'known.reactivated': ['Sudah ada di data, belum terlindungi; kepesertaannya dibuka.', ''],
  'known.otherFund': [
    'Sudah dilindungi dana lain ({fund:fund}, {regency}).',
    'Jangan dibayar dua kali: keluarkan dari daftar, atau akhiri kepesertaan yang lain lebih dahulu.',
  ],
  'known.fundBesideWage': [
    'Sudah dilindungi dana lain ({fund:fund}, {regency}), sedangkan daftar ini untuk penerima upah.',
    'Pemberi kerja wajib membayar untuk pekerjanya: akhiri kepesertaan dari dana itu lebih dahulu, lalu kirim baris ini lagi. Apakah keduanya boleh berjalan bersama belum pasti dalam aturan (U-47).',
  ],
  'known.otherEmployer': [
    'Bekerja juga pada pemberi kerja lain ({fund:fund}, {regency}); kepesertaan di sini tetap dibuka.',
    'Dua pemberi kerja sah, masing-masing membayar atas upahnya. Bila ternyata pemberi kerja yang sama, keluarkan dari daftar.',
  ],
  'known.paidSince': [
    'Setelah diperiksa, orang ini sudah dilindungi dana lain ({fund:fund}, {regency}), terbayar sampai {through}; tidak didaftarkan.',
    'Jangan dibayar dua kali: keluarkan dari daftar, atau akhiri kepesertaan yang lain lebih dahulu, lalu kirim baris ini lagi.',
  ],
  'known.coveredSince': [
    'Setelah diperiksa, orang ini sudah dilindungi dana lain ({fund:fund}, {regency}); tidak didaftarkan.',
    'Jangan dibayar dua kali: keluarkan dari daftar, atau minta kepesertaan yang lain diakhiri lebih dahulu, lalu kirim baris ini lagi.',
  ],
  'known.elsewhere': [
    'Sudah tercatat di {regency}.',
    'Bila sudah pindah, minta petugas kabupaten mencatat kepindahannya.',
  ],
  'known.repeated': [
    'NIK yang sama sudah ada pada baris {row} {sheet}.',
    'Hapus salah satu baris; orang ini dihitung sekali.',
  ],
  'doubtful.similar': [
    'Mirip dengan seseorang yang sudah tercatat di {regency}; belum pasti orang yang sama.',
    'Cocokkan dengan KTP; perbaiki bila salah ketik, atau minta petugas memutuskan.',
  ],
  'doubtful.similarInFile': [
    'Mirip dengan baris {row} {sheet}; belum pasti orang yang sama.',
    'Periksa KTP keduanya; bila orang yang sama, hapus salah satu.',
  ],
  'doubtful.nikOfAnother': [
    'NIK ini sudah dipakai orang lain yang tercatat di {regency}.',
    'Periksa KTP; mungkin salah ketik, nomor KK, atau tersalin dari baris lain.',
  ],
  'doubtful.nikDisputed': [
    'NIK ini diaku lebih dari satu orang.',
    'Minta petugas memutuskan dengan bukti dari Dukcapil.',
  ],
  'doubtful.nikTwiceInFile': [
    'NIK ini juga dipakai nama lain pada baris {row} {sheet}.',
    'Periksa KTP keduanya; salah satu tersalin dari baris lain.',
  ],
  'person.dead': [
    'Orang ini tercatat sudah meninggal.',
    'Keluarkan dari daftar; ahli waris mungkin berhak atas klaim. Bila masih hidup, batalkan kematiannya di halaman orangnya.',
  ],
  'name.missing': ['Nama kosong.', 'Isi nama sesuai KTP.'],
  'name.deceased': [
    'Nama bertanda almarhum.',
    'Bila sudah meninggal, keluarkan dari daftar; bila nama ayah, hapus tandanya.',
  ],
  'nik.missing': ['NIK belum diisi.', 'Isi 16 angka NIK dari KTP; tanpa NIK orang belum dapat didaftarkan.'],
  'nik.length': ['NIK berisi {digits} angka, seharusnya 16.', 'Ketik ulang dari KTP.'],
  'nik.scientific': [
    'Excel mengubah NIK menjadi angka seperti 5,3E+15; angka aslinya hilang.',
    'Ambil NIK dari berkas asal, dengan kolom berformat Teks.',
  ],
  'nik.lastDigitsLost': [
    'Angka terakhir NIK hilang karena kolom disimpan sebagai bilangan.',
    'Format kolom sebagai Teks, lalu ketik ulang dari KTP.',
  ],
  'nik.zeros': ['NIK diisi angka nol di belakang.', 'Ketik NIK lengkap dari KTP.'],
  'nik.placeholder': ['NIK ini hanya pengisi, bukan nomor seseorang.', 'Ketik NIK dari KTP, atau kosongkan.'],
  'nik.province': ['Dua angka depan NIK ({provinceCode}) bukan kode provinsi.', 'Periksa KTP.'],
  'nik.date': ['Tanggal di dalam NIK tidak ada.', 'Periksa angka ke-7 sampai ke-12 dengan KTP.'],
  'nik.serial': ['Empat angka terakhir NIK tidak boleh 0000.', 'Periksa KTP.'],
  'nik.letters': [
    'NIK berisi huruf ({letters}).',
    'Ganti huruf dengan angka sesuai KTP, misalnya O menjadi 0.',
  ],
  'nik.two': ['Ada {count} NIK dalam satu sel.', 'Tulis satu orang satu baris.'],
  'nik.otherProvince': ['NIK diterbitkan provinsi lain.', 'Wajar bagi pendatang; tidak perlu apa-apa.'],
  'nik.regencyUnknown': ['Kode kabupaten di dalam NIK tidak dikenal.', 'Periksa KTP.'],
  'nik.districtRetired': ['NIK diterbitkan sebelum pemekaran.', ''],
  'nik.districtUnknown': ['Kode kecamatan di dalam NIK tidak dikenal.', 'Periksa KTP.'],
  'nik.serialHigh': ['Nomor urut NIK tidak lazim.', 'Periksa KTP.'],
  'nik.centuryUncertain': ['Abad tahun lahir di dalam NIK tidak pasti.', 'Isi tanggal lahir lengkap.'],
  'nik.looksLikeKk': ['Nomor ini mirip nomor kartu keluarga.', 'Isi NIK orangnya, bukan nomor KK.'],
  'nik.regencyBeforeSplit': ['NIK diterbitkan kabupaten induk sebelum pemekaran.', ''],
  'nik.otherRegency': ['NIK diterbitkan kabupaten lain.', 'Wajar bagi yang pindah; tidak perlu apa-apa.'],
  'nik.birthDateDiffers': [
    'Tanggal lahir berbeda dari yang ada di dalam NIK.',
    'Periksa KTP; bila Dukcapil pernah memperbaiki tanggalnya, biarkan.',
  ],
  'nik.sexDiffers': [
    'Menurut NIK jenis kelaminnya {nik}, kolomnya berisi {given}.',
    'Periksa KTP; baris mungkin tergeser.',
  ],
  'date.missing': ['Tanggal lahir kosong.', 'Isi tanggal lahir dari KTP.'],
  'date.unreadable': ['Tanggal lahir tidak terbaca.', 'Tulis seperti 17-08-1990.'],
  'date.impossible': ['Tanggal lahir tidak ada di kalender.', 'Periksa KTP.'],
  'date.year': ['Tahun lahir tidak mungkin.', 'Periksa KTP.'],
  'date.future': ['Tanggal lahir di masa depan.', 'Periksa KTP.'],
  'date.ambiguous': [
    'Tanggal lahir dapat dibaca dua cara (hari-bulan atau bulan-hari).',
    'Tulis bulan dengan huruf, misalnya 3 April 1990.',
  ],
  'date.monthFirst': ['Tanggal lahir ditulis bulan lebih dahulu.', ''],
  'date.twoDigitYear': ['Tahun lahir ditulis dua angka.', 'Tulis tahun empat angka.'],
  'date.serial': ['Tanggal lahir berupa bilangan Excel.', 'Beri format tanggal pada kolomnya.'],
  'date.customary': [
    'Tanggal lahir tampak seperti tanggal pengganti.',
    'Isi tanggal sebenarnya bila diketahui.',
  ],
  'date.recent': ['Tanggal lahir sangat baru, mungkin tanggal pengisian.', 'Periksa KTP.'],
  'date.fromNik': [
    'Tanggal lahir tidak terbaca; dipakai yang ada di dalam NIK.',
    'Perbaiki kolom tanggal lahir.',
  ],
  'sex.unknown': ['Jenis kelamin tidak terbaca.', 'Isi L atau P.'],
  'sex.pria': ['P dibaca sebagai pria karena NIK-nya laki-laki.', 'Pakai L untuk laki-laki.'],
  'life.dead': [
    'Menurut daftar ini orangnya sudah meninggal.',
    'Keluarkan barisnya, atau perbaiki status bila keliru.',
  ],
  'life.gone': [
    'Menurut daftar ini orangnya pindah, hilang, atau datanya tidak sah.',
    'Keluarkan barisnya, atau perbaiki status bila keliru.',
  ],
  'age.tooYoung': ['Berumur {age} tahun; paling muda {youngest}.', 'Keluarkan dari daftar.'],
  'age.tooOld': ['Berumur {age} tahun; pendaftaran baru hanya sebelum {tooOld}.', 'Keluarkan dari daftar.'],
  'village.missing': ['Desa kosong.', 'Isi nama desa dan kecamatan.'],
  'village.unknown': [
    'Nama desa {village} tidak ditemukan. Yang mirip: {nearest}.',
    'Pakai nama resmi desa dan kecamatannya.',
  ],
  'village.ambiguous': ['Ada beberapa desa bernama {village}: {candidates}.', 'Tambahkan kolom Kecamatan.'],
  'village.outOfScope': [
    'Desa ini di {regency}, di luar wilayah perjanjian atau wilayah tugas Anda.',
    'Kirim lewat perjanjian kabupaten itu.',
  ],
  'occupation.notWork': [
    'Pekerjaan menunjukkan bukan pekerja (pelajar, ibu rumah tangga, tidak bekerja).',
    'Isi pekerjaan yang dilakukan, atau keluarkan dari daftar.',
  ],
  'file.oldExcel': [
    'Ini berkas Excel lama (.xls).',
    'Buka dengan Excel atau LibreOffice, simpan sebagai XLSX, lalu kirim lagi.',
  ],
  'file.encrypted': ['Berkas ini terkunci kata sandi.', 'Hapus kata sandinya, simpan, lalu kirim lagi.'],
  'file.truncated': [
    'Berkas terputus di tengah; isinya tidak lengkap.',
    'Salin atau unduh ulang berkas dari asalnya, lalu kirim lagi. Tidak ada yang disimpan dari berkas ini.',
  ],
  'file.damaged': [
    'Berkas rusak dan tidak dapat dibaca.',
    'Buka dengan Excel atau LibreOffice, simpan sebagai XLSX baru, lalu kirim lagi.',
  ],
  'file.bomb': [
    'Isi berkas membengkak jauh melebihi ukurannya.',
    'Salin isinya ke lembar kerja baru, lalu kirim lagi.',
  ],
  'file.tooWide': [
    'Ada baris dengan terlalu banyak kolom.',
    'Hapus kolom yang tidak dipakai, lalu kirim lagi.',
  ],
  'file.unclosedQuote': [
    'Tanda kutip pada baris {row} tidak ditutup; berkas mungkin terputus.',
    'Periksa baris itu, atau kirim sebagai XLSX.',
  ],
  'file.noHeader': [
    'Kepala tabel tidak ditemukan.',
    'Tunjukkan baris judulnya di "Arti kolom", atau beri kepala kolom: paling sedikit NIK dan Nama.',
  ],
  'file.columnDouble': [
    'Kolom {columns} pada lembar {sheet} sama-sama dapat berarti {field:column}, dan isinya berbeda.',
    'Tunjuk kolom yang benar di "Arti kolom" daftar ini, atau hapus yang lain lalu kirim lagi.',
  ],
  'file.columnMissing': [
    'Lembar {sheet} tidak memiliki kolom {field:column}.',
    'Tambahkan kolom itu, misalnya dengan judul: {accepted}.',
  ],
  'file.tooSlow': [
    'Membaca berkas memakan waktu lebih dari {seconds} detik.',
    'Bagi berkas per kecamatan dan kirim satu per satu.',
  ],
  'file.tooMuchMemory': [
    'Berkas memerlukan terlalu banyak memori.',
    'Bagi berkas per kecamatan dan kirim satu per satu.',
  ],
  'ignored.blank': ['Baris kosong.', ''],
  'ignored.title': ['Judul daftar.', ''],
  'ignored.header': ['Kepala tabel.', ''],
  'ignored.columnNumbers': ['Nomor kolom.', ''],
  'ignored.section': ['Judul bagian.', ''],
  'ignored.total': ['Baris jumlah.', ''],
  'ignored.signature': ['Tanda tangan.', ''],
  'ignored.note': ['Catatan.', ''],
  'ignored.notRoster': ['Lembar ini bukan daftar orang.', ''],
  'ignored.ourSheet': ['Lembar hasil pemeriksaan Payung.', ''],
} as const satisfies Record<string, readonly [string, string]>;

export type RowReason = keyof typeof rowsId;
