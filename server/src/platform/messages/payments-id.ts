/** What became of the rows of a bank statement, by code: what was found, and the remedy. */
export const paymentsId = {
  'statement.settled': ['Melunasi tagihan {number}.', ''],
  'statement.partial': [
    'Membayar sebagian tagihan {number}; masih terbuka Rp {open}. Belum ada bulan yang terlindungi.',
    'Minta mitra membayar sisanya dengan nomor tagihan yang sama.',
  ],
  'statement.excess': [
    'Tagihan {number} lunas; lebih Rp {excess} masuk ke rekening belum teralokasi.',
    'Hubungi mitra: kembalikan kelebihannya atau pakai untuk tagihan berikutnya.',
  ],
  'statement.alreadyPaid': [
    'Tagihan {number} sudah lunas sebelumnya; Rp {excess} masuk ke rekening belum teralokasi.',
    'Hubungi mitra: tampaknya tagihan itu dibayar dua kali.',
  ],
  'statement.billCancelled': [
    'Tagihan {number} sudah dibatalkan; Rp {excess} masuk ke rekening belum teralokasi.',
    'Hubungi mitra: kembalikan uangnya, atau pakai untuk tagihan penggantinya.',
  ],
  'statement.noBillNumber': [
    'Tidak ada nomor tagihan dalam keterangan; uang masuk ke rekening belum teralokasi.',
    'Cari pengirimnya, lalu minta nomor tagihannya.',
  ],
  'statement.unknownBill': [
    'Tagihan {number} tidak ada dalam wilayah tugas Anda; uang masuk ke rekening belum teralokasi.',
    'Periksa nomornya dengan mitra, atau serahkan kepada kantor yang menagih.',
  ],
  'statement.severalBills': [
    'Keterangan menyebut beberapa tagihan ({numbers}); uang masuk ke rekening belum teralokasi.',
    'Tanyakan kepada mitra berapa untuk tiap tagihan.',
  ],
  'statement.repeated': [
    'Pembayaran ini sudah tercatat dari rekening koran lain. Tidak ada yang berubah.',
    '',
  ],
  'statement.referenceUsed': [
    'Nomor referensi ini sudah dipakai pembayaran lain (Rp {amount}, {day}); baris ini tidak dicatat.',
    'Minta rekening koran dengan nomor referensi yang berbeda untuk tiap pembayaran, lalu impor lagi.',
  ],
  'statement.dateMissing': ['Tanggal kosong.', 'Isi tanggal pembayaran, lalu impor lagi.'],
  'statement.dateUnreadable': [
    'Tanggal tidak dapat dibaca: {text}.',
    'Tulis sebagai hari/bulan/tahun, misalnya 16/11/2026, lalu impor lagi.',
  ],
  'statement.dateLater': [
    'Tanggal {day} belum tiba.',
    'Periksa tanggalnya pada rekening koran, lalu impor lagi.',
  ],
  'statement.amountMissing': ['Jumlah kosong.', 'Isi jumlah uang masuk, lalu impor lagi.'],
  'statement.amountUnreadable': [
    'Jumlah tidak dapat dibaca: {text}.',
    'Tulis seperti 97.927.200,00, lalu impor lagi.',
  ],
  'statement.amountFraction': [
    'Jumlah memuat pecahan rupiah: {text}.',
    'Tulis dalam rupiah bulat, lalu impor lagi.',
  ],
  'statement.moneyOut': ['Uang keluar; bukan pembayaran.', ''],
  'statement.noMoney': ['Jumlah nol; bukan pembayaran.', ''],
  'statement.heading': ['Kepala atau judul kolom.', ''],
  'statement.blank': ['Baris kosong.', ''],
  'statement.total': ['Saldo atau jumlah; bukan pembayaran.', ''],
} as const satisfies Record<string, readonly [string, string]>;

export type PaymentReason = keyof typeof paymentsId;
