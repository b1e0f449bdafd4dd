export const memberReview = {
  'memberReview.open': 'Tinjau {rows} baris yang meragukan',
  'memberReview.decided': 'Lihat keputusan atas baris yang meragukan',
  'memberReview.forgotten':
    '{rows} baris meragukan tidak dapat ditinjau lagi: masa simpan nama yang belum dikenal di sini sudah habis dan namanya dihapus. Siapa yang masih ada di berkas bulan yang lebih baru ditinjau di sana.',
  'memberReview.nameGone': 'sudah dihapus',
  'memberReview.nameless': 'tidak ada di berkas',
  'memberReview.about':
    'Bandingkan setiap baris BPJS dengan orang yang mungkin dimaksud, lalu putuskan. Perlindungannya langsung mengikuti keputusan. Keputusan dicatat dengan nama Anda dan waktunya, dan berlaku pula untuk berkas bulan berikutnya.',
  'memberReview.back': 'Kembali ke Pertukaran BPJS',
  'memberReview.desk':
    'Peninjauan: 1–9 orang yang sama, b orang lain, l lewati, u urungkan, panah untuk berpindah',
  'memberReview.inFile': 'Di berkas BPJS',
  'memberReview.none': 'Orang lain',
  'memberReview.notNew':
    'Tidak dapat diputuskan di sini: ada orang mirip di luar wilayah Anda. Lewati; petugas yang membawahi keduanya memutuskan.',
  'memberReview.closed': 'Berkas ini sudah diganti berkas lain, jadi keputusannya tidak dapat diubah lagi.',
} as const;
