/** Everything that can stand in the way of a backup or of restoring one, in Indonesian and English. `{name}` is a fact. */
export const backupProblemTexts = {
  'backup.exists': {
    id: '{path} sudah ada dan tidak ditimpa. Pilih nama lain.',
    en: '{path} exists and is not overwritten. Choose another name.',
  },
  'backup.unwritable': {
    id: '{path} tidak dapat ditulis ({reason}). Tidak ada cadangan yang dibuat. Pilih tempat lain, atau kosongkan ruang.',
    en: '{path} cannot be written ({reason}). No backup was made. Choose another place, or free some space.',
  },
  'backup.notMigrated': {
    id: 'Basis data ini belum berisi skema Payung; tidak ada yang dapat dicadangkan. Periksa PAYUNG_DATA atau PAYUNG_MIGRATE_URL.',
    en: "This database does not hold Payung's schema; there is nothing to back up. Check PAYUNG_DATA or PAYUNG_MIGRATE_URL.",
  },
  'backup.fileMissing': {
    id: 'Berkas {file} tercatat dalam basis data tetapi tidak ada di penyimpanan berkas. Bila baru saja dihapus menurut jadwal, ulangi; bila tidak, kembalikan berkasnya dari cadangan sebelumnya.',
    en: 'File {file} is on record in the database but not in the file store. If it was just purged on schedule, run this again; otherwise put it back from an earlier backup.',
  },
  'backup.unreadable': {
    id: '{path} tidak dapat dibuka ({reason}). Periksa nama dan pemiliknya.',
    en: '{path} cannot be opened ({reason}). Check its name and owner.',
  },
  'backup.notABackup': {
    id: '{path} bukan cadangan Payung. Tidak ada yang diubah. Pilih berkas yang dibuat oleh "payung backup".',
    en: '{path} is no Payung backup. Nothing was changed. Choose a file made by "payung backup".',
  },
  'backup.cutShort': {
    id: '{path} terpotong atau rusak setelah bagian {part}. Tidak ada yang diubah. Salin ulang berkas itu, atau pakai cadangan lain.',
    en: '{path} is cut short or damaged after part {part}. Nothing was changed. Copy the file again, or use another backup.',
  },
  'backup.partDamaged': {
    id: 'Bagian {part} dari {path} rusak atau diubah (SHA-256 tidak cocok). Tidak ada yang diubah. Salin ulang berkas itu, atau pakai cadangan lain.',
    en: 'Part {part} of {path} is damaged or was changed (its SHA-256 differs). Nothing was changed. Copy the file again, or use another backup.',
  },
  'backup.partMissing': {
    id: 'Bagian {part} tidak ada dalam {path}. Tidak ada yang diubah. Pakai cadangan lain.',
    en: 'Part {part} is missing from {path}. Nothing was changed. Use another backup.',
  },
  'backup.partUnknown': {
    id: 'Bagian {part} dalam {path} tidak tercatat pada manifesnya: seseorang menambahkannya. Tidak ada yang diubah. Pakai cadangan lain.',
    en: 'Part {part} of {path} is not in its manifest: somebody added it. Nothing was changed. Use another backup.',
  },
  'backup.otherKeys': {
    id: 'Cadangan ini memerlukan kunci {needed}, tetapi kunci yang terpasang adalah {present}. Tidak ada yang diubah. Isi PAYUNG_KEY_FILE dengan berkas kunci dari pemasangan asal; kunci tidak pernah ada di dalam cadangan.',
    en: 'This backup needs the keys {needed}, but the keys in use are {present}. Nothing was changed. Set PAYUNG_KEY_FILE to the key file of the installation it comes from; keys are never inside a backup.',
  },
  'backup.newerSchema': {
    id: 'Cadangan ini memuat migrasi {migration}, yang tidak dikenal di sini: ia dibuat oleh Payung yang lebih baru. Tidak ada yang diubah. Pakai versi itu atau yang lebih baru.',
    en: 'This backup holds migration {migration}, unknown here: it was made by a newer Payung. Nothing was changed. Use that version or a later one.',
  },
  'backup.otherSchema': {
    id: 'Migrasi {migration} dalam cadangan ini berbeda dari yang ada di sini. Tidak ada yang diubah. Pulihkan dengan versi Payung yang membuat cadangan itu.',
    en: 'Migration {migration} of this backup differs from the one here. Nothing was changed. Restore with the version of Payung that made the backup.',
  },
  'backup.databaseAhead': {
    id: 'Basis data tujuan sudah memuat migrasi {migration}, sedangkan cadangan dibuat sebelumnya. Tidak ada yang diubah. Pulihkan ke basis data yang benar-benar kosong (PAYUNG_DATA baru, atau basis data baru); setelah itu migrasi dilanjutkan sendiri.',
    en: 'The target database already holds migration {migration}, but the backup was made before it. Nothing was changed. Restore into a database with nothing in it (a new PAYUNG_DATA, or a new database); the later migrations are then applied by themselves.',
  },
  'backup.notEmpty': {
    id: 'Basis data tujuan sudah berisi data ({table}). Tidak ada yang diubah. Pulihkan hanya ke basis data kosong: PAYUNG_DATA baru, atau basis data baru.',
    en: 'The target database already holds data ({table}). Nothing was changed. Restore only into an empty database: a new PAYUNG_DATA, or a new database.',
  },
  'backup.rowsDiffer': {
    id: 'Tabel {table}: {found} baris masuk, seharusnya {expected}. Semuanya dibatalkan; tidak ada yang diubah.',
    en: 'Table {table}: {found} rows went in, {expected} were expected. All of it was undone; nothing was changed.',
  },
  'backup.tableDiffers': {
    id: 'Tabel {table} dalam cadangan tidak sama dengan yang ada di sini, walau migrasinya sama. Tidak ada yang diubah. Seseorang mengubah skema di luar migrasi; pulihkan ke basis data baru.',
    en: 'Table {table} of the backup is not the one here, although the migrations are the same. Nothing was changed. Somebody changed the schema outside the migrations; restore into a new database.',
  },
} as const;

/** A code of `backupProblemTexts`. */
export type BackupProblemCode = keyof typeof backupProblemTexts;
