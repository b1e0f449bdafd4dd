/** What cannot be done with accounts and grants. */
export const usersId = {
  'users.exists': ['Akun {email} sudah ada.', 'Beri peran tambahan kepada akun itu.'],
  'users.notFound': ['Akun {email} tidak ada.', 'Periksa alamatnya.'],
  'users.beyondScope': [
    'Akun atau peran ini melampaui wilayah tugas Anda sebagai pengelola.',
    'Minta pengelola kabupaten itu, atau pengelola provinsi.',
  ],
  'users.oneself': [
    'Peran, kata sandi, dan verifikasi Anda sendiri tidak dapat Anda ubah di sini.',
    'Minta pengelola lain; kata sandi sendiri diganti di halaman Akun.',
  ],
  'users.alreadyGranted': [
    'Akun ini sudah memegang peran itu di sana pada masa itu.',
    'Tidak ada yang perlu dilakukan.',
  ],
  'users.grantNotFound': [
    'Pemberian peran ini tidak ada, atau sudah berakhir.',
    'Muat ulang halaman Pengguna.',
  ],
} as const satisfies Record<string, readonly [string, string]>;
