export const home = {
  'home.title': 'Selamat bekerja, {name}',
  'home.toAccept': '{count} daftar sudah diperiksa dan menunggu Anda terima.',
  'home.checked': '{count} daftar sudah diperiksa dan menunggu diterima petugas.',
  'home.failed': '{count} berkas tidak dapat dibaca dan perlu dikirim ulang.',
  'home.openBills': '{count} tagihan belum lunas, sisa {sum}.',
  'home.awaitingPayment': '{count} dari {all} perjanjian menunggu pembayaran.',
  'home.coverage': 'Lihat per wilayah',
  'home.people': 'Cari seseorang: siapa yang membayar, dan bulan apa saja yang terlindungi.',
  'home.search': 'Cari orang',
  'home.users': 'Buat akun dan beri peran di wilayah Anda.',
  'home.audit': 'Catat kepala log untuk dibandingkan kemudian.',
  'home.open': 'Buka',
} as const;
