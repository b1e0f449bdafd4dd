export const exchange = {
  'exchange.about':
    'Berkas peserta aktif kantor cabang BPJS dibandingkan dengan yang dibayar di sini. Berkas berikutnya untuk bulan yang sama menggantikannya; tidak ada yang dibukukan.',
  'exchange.import': 'Berkas peserta aktif {month}',
  'exchange.branch': 'Kantor cabang',
  'exchange.salt': 'Kunci sandi NIK',
  'exchange.saltHint': 'Hanya bila NIK dalam berkas disandikan. Tidak disimpan.',
  'exchange.file': 'Berkas peserta aktif',
  'exchange.fileHint':
    'XLSX atau CSV dengan NIK, nama, tanggal lahir, segmen. Nomor peserta (KPJ) tidak disimpan.',
  'exchange.submit': 'Muat berkas',
  'exchange.imported': '{people} orang terlindungi menurut berkas ini',
  'exchange.repeated': 'Berkas ini sudah berlaku; tidak ada yang berubah.',
  'exchange.counts':
    '{rowsIn} baris = {matched} dikenal + {doubtful} meragukan + {unknown} belum ada di sini + {refused} ditolak + {ignored} diabaikan',
  'exchange.dropped': 'Kolom nomor peserta (KPJ) tidak disimpan: {headings}',
  'exchange.noFile': 'Belum ada berkas peserta BPJS untuk {month}.',
  'exchange.noFileNext': 'Pilih bulan lain, atau minta petugas kepesertaan memuat berkasnya.',
  'exchange.paid_here': 'Dibayar di sini, tidak aktif di BPJS',
  'exchange.stated_there': 'Aktif di BPJS, tidak dibayar di sini',
  'exchange.nobody': 'Tidak ada.',
  'exchange.bpjsOnly': 'hanya menurut BPJS',
  'exchange.more': '{shown} dari {total} ditampilkan; CSV memuat semuanya.',
  'exchange.double': 'Dibayari lebih dari satu dana',
  'exchange.doubleAbout':
    'Orang yang perlindungannya pada bulan itu dibayar, atau disanggupi, beberapa dana sekaligus.',
  'exchange.noDouble': 'Tidak ada pada {month}.',
  'exchange.funds': 'Yang dapat dihemat tiap dana',
  'exchange.people': 'Orang',
  'exchange.saving': 'Dapat dihemat sebulan',
  'exchange.paid': 'sudah dibayar',
  'exchange.agreed': 'disanggupi',
  'exchange.least': 'Paling sedikit {saving} sebulan dapat dihemat.',
  'exchange.employed':
    '{people} orang bekerja pada beberapa pemberi kerja; itu sah dan tidak dihitung di sini.',
} as const;
