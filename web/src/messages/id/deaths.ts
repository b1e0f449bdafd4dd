export const deaths = {
  'death.title': 'Meninggal {day}',
  'death.record': 'Catat meninggal',
  'death.recordAbout':
    'Kepesertaan dan jabatannya berakhir pada hari itu, di mana pun; orang ini tidak lagi diusulkan, didaftarkan, atau ditagih. Bulan meninggalnya masih ditagih. Iuran yang sudah dibayar dan hak ahli waris tetap.',
  'death.addPaper': 'Tambah bukti resmi',
  'death.addPaperAbout': 'Tanggal pada surat atau akta menggantikan tanggal yang dilaporkan.',
  'death.day': 'Tanggal meninggal',
  'death.evidence': 'Bukti',
  'deathEvidence.village_letter': 'Surat kematian desa/kelurahan',
  'deathEvidence.civil_certificate': 'Akta kematian Dukcapil',
  'deathEvidence.hospital_letter': 'Surat kematian rumah sakit/puskesmas',
  'deathEvidence.bpjs_report': 'Laporan BPJS',
  'deathEvidence.partner_report': 'Laporan mitra atau desa',
  'deathEvidence.family_report': 'Kata keluarga',
  'death.number': 'Nomor surat atau akta',
  'death.numberHint': 'Seperti tertulis pada suratnya, misalnya 474.3/12/DS/2026.',
  'death.numberIfAny': 'Nomor laporan, bila ada',
  'death.reportHint': 'Tanpa surat resmi, kematian dicatat sebagai dilaporkan; suratnya dapat menyusul.',
  'death.note': 'Catatan',
  'death.noteHint': 'Bila perlu; jangan tulis NIK.',
  'death.reportedHere':
    'Kematiannya dicatat sebagai dilaporkan, dan semua kepesertaan serta jabatannya berakhir pada hari itu.',
  'death.toldHere':
    'Hanya keanggotaan ini yang berakhir. Petugas desa atau kepesertaan diminta mencatat kematiannya; sesudah itu barulah semuanya berakhir.',
  'death.toldTitle': 'Kata mitra meninggal, belum dicatat',
  'death.toldAbout':
    'Mitra mengeluarkan orang ini dari daftarnya karena meninggal. Pastikan, lalu catat kematiannya supaya semua kepesertaan dan jabatannya berakhir. Bila keliru, minta mitranya membatalkan keluarnya.',
  'death.toldBy': 'Kata mitra',
  'death.recordOf': 'Catat meninggalnya {name}',
  'death.openBill':
    'Tagihan {number} ({partner}) belum dibayar dan masih memuat {months} bulan sesudah bulan meninggalnya ({amount}). Periksa tagihan itu.',
  'death.openBillElsewhere':
    'Tagihan {partner} belum dibayar dan masih memuat {months} bulan sesudah bulan meninggalnya ({amount}). Beri tahu petugas kepesertaan.',
  'death.paidBeyond':
    'Lewat {partner} sudah dibayar {months} bulan sesudah bulan meninggalnya, sampai {through}; pembayarannya tetap tercatat.',
  'death.save': 'Catat',
  'death.standing': 'Kepastian',
  'death.certified': 'dinyatakan surat resmi',
  'death.reported': 'dilaporkan, belum ada surat resmi',
  'death.recorded': 'Dicatat',
  'death.heirs':
    'Bila bulan itu terlindungi, ahli waris berhak atas santunan kematian (JKM), dan atas tabungan hari tua (JHT) bila ikut. Simulasi tidak memakai data orang ini: isi masa iurannya sendiri.',
  'death.toSimulation': 'Hitung yang menjadi haknya',
  'death.withdraw': 'Batalkan kematian',
  'death.withdrawTitle': 'Batalkan kematian {name}?',
  'death.withdrawAbout':
    'Orang ini hidup kembali di basis data: kepesertaan yang berakhir karenanya berjalan lagi, juga jabatannya bila kursinya belum diisi orang lain.',
  'death.withdrawn': 'Pernah dicatat meninggal {day}, lalu dibatalkan: {reason}.',
} as const;
