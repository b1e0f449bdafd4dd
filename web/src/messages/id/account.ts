export const account = {
  'signIn.title': 'Masuk',
  'signIn.about':
    'Payung mengubah daftar pekerja dari desa menjadi orang yang terlindungi jaminan sosial ketenagakerjaan.',
  'signIn.email': 'Alamat surel',
  'signIn.password': 'Kata sandi',
  'signIn.show': 'Tampilkan kata sandi',
  'signIn.enter': 'Masuk',
  'signIn.code': 'Kode verifikasi',
  'signIn.codeHint': 'Enam angka dari aplikasi kode di telepon Anda, atau satu kode cadangan.',
  'signIn.again': 'Masuk dengan akun lain',
  'signIn.noAccount': 'Belum punya akun, atau lupa kata sandi? Hubungi pengelola di kabupaten Anda.',
  'signIn.public': 'Terbuka untuk semua orang:',

  'account.noGrants': 'Anda belum memegang peran. Minta pengelola memberi peran.',
  'account.password': 'Ganti kata sandi',
  'account.current': 'Kata sandi sekarang',
  'account.new': 'Kata sandi baru',
  'account.newHint': 'Paling sedikit 12 karakter; beberapa kata yang mudah Anda ingat sudah cukup.',
  'account.change': 'Ganti kata sandi',
  'account.changed': 'Kata sandi diganti. Sesi di perangkat lain sudah diakhiri.',
  'factor.title': 'Verifikasi dua langkah',
  'factor.about':
    'Setelah aktif, masuk memerlukan kata sandi dan kode enam angka dari aplikasi di telepon Anda. Mulai dengan mengetik kata sandi.',
  'factor.begin': 'Mulai',
  'factor.secret': 'Ketik kunci ini di aplikasi kode Anda, atau buka langsung di telepon:',
  'factor.link': 'buka di aplikasi kode',
  'factor.backup':
    'Simpan kode cadangan ini di tempat aman. Masing-masing berlaku sekali, bila telepon hilang.',
  'factor.confirm': 'Aktifkan',
  'factor.on': 'Verifikasi dua langkah aktif. Untuk mematikannya, ketik kata sandi.',
  'factor.end': 'Matikan',
} as const;
