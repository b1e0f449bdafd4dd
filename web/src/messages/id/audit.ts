export const audit = {
  'audit.about':
    'Setiap tindakan dicatat dalam log yang disegel berantai. Catat kalimat di bawah ini di notulen rapat atau di kertas: sampai di situ log tidak dapat diubah tanpa ketahuan.',
  'audit.block': 'Blok terakhir',
  'audit.closed': 'Ditutup',
  'audit.entries': 'Catatan sampai di situ',
  'audit.fingerprint': 'Sidik',
  'audit.none': 'Belum ada blok yang ditutup.',
  'audit.noneNext': 'Blok pertama ditutup sendiri tidak lama setelah ada tindakan.',
  'audit.verify': 'Pemeriksaan seluruh log dijalankan di terminal:',
} as const;
