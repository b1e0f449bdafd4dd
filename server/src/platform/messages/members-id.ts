/** What was found for a row of a BPJS branch's member file. */
export const membersId = {
  'matched.covered': ['Ada di basis data; bulan ini terlindungi menurut BPJS.', ''],
  'matched.lapsed': ['Ada di basis data; iurannya belum lunas untuk bulan ini.', 'Ingatkan yang membayar.'],
  'matched.elsewhere': [
    'Tercatat di {regency}, di luar wilayah tugas Anda; perlindungannya tidak dicatat.',
    'Minta petugas yang membawahi kedua wilayah mengimpor berkas ini.',
  ],
  'matched.dead': [
    'Ada di basis data, dan tercatat sudah meninggal; perlindungannya tidak dicatat.',
    'Beri tahu kantor cabang; ahli warisnya mungkin berhak atas santunan.',
  ],
  'matched.segmentUnknown': [
    'Ada di basis data; segmennya tidak dapat dibaca, jadi perlindungannya tidak dicatat.',
    'Tulis PU, BPU, JAKON, atau PMI.',
  ],
  'doubtful.numberDiffers': [
    'Mirip seseorang yang tercatat di {regency}: nama dan tanggal lahir sama, NIK tidak.',
    'Bandingkan; bila ragu, tanyakan KTP-nya kepada kantor cabang.',
  ],
  'doubtful.dead': [
    'Orang ini tercatat sudah meninggal, tetapi masih aktif menurut BPJS.',
    'Periksa keduanya; ahli warisnya mungkin berhak atas santunan.',
  ],
  'unknown.notHere': [
    'Aktif di BPJS, belum ada di basis data ini.',
    'Tidak perlu dibayari lagi dari dana mana pun.',
  ],
  'number.none': [
    'Tidak ada NIK, sandi NIK, maupun tanggal lahir.',
    'Minta kantor cabang melengkapi baris ini.',
  ],
  'programmes.unknown': ['Programnya tidak dapat dibaca.', 'Tulis misalnya JKK, JKM, JHT.'],
  'paidUntil.unknown': ['Bulan iuran terakhir tidak dapat dibaca.', 'Tulis misalnya 2026-11.'],
} as const satisfies Record<string, readonly [string, string]>;

export type MemberReason = keyof typeof membersId;
