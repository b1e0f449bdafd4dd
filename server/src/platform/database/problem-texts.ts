/** Every problem of the database that an operator can put right, in Indonesian and English. `{name}` is a fact. */
export const problemTexts = {
  'database.no_binaries': {
    id: 'Tidak ada PostgreSQL bawaan untuk {platform} ({package}). Jalankan "npm ci" lagi pada mesin ini, atau pakai server sendiri: isi DATABASE_URL dan PAYUNG_MIGRATE_URL.',
    en: 'There is no bundled PostgreSQL for {platform} ({package}). Run "npm ci" again on this machine, or use a server of your own: set DATABASE_URL and PAYUNG_MIGRATE_URL.',
  },
  'database.binary_failed': {
    id: '{program} tidak dapat dijalankan: {detail} PostgreSQL bawaan memerlukan glibc; pada sistem lain isi DATABASE_URL dan PAYUNG_MIGRATE_URL.',
    en: '{program} could not be run: {detail} The bundled PostgreSQL needs glibc; on other systems set DATABASE_URL and PAYUNG_MIGRATE_URL.',
  },
  'database.unreachable_directory': {
    id: 'Direktori data {path} tidak dapat dimasuki oleh pengguna basis data (uid {uid}), karena {blocked} tertutup baginya. Isi PAYUNG_DATA dengan direktori lain, misalnya /var/lib/payung.',
    en: "The database's user (uid {uid}) cannot enter the data directory {path}, because {blocked} is closed to it. Set PAYUNG_DATA to another directory, for example /var/lib/payung.",
  },
  'database.foreign_directory': {
    id: 'Direktori data {path} milik uid {owner}, sedangkan perintah ini berjalan sebagai uid {uid}. Jalankan sebagai pengguna yang membuatnya (atau root), atau isi PAYUNG_DATA dengan direktori lain.',
    en: 'The data directory {path} belongs to uid {owner}, but this command runs as uid {uid}. Run it as the user who made it (or as root), or set PAYUNG_DATA to another directory.',
  },
  'database.other_version': {
    id: 'Direktori data {path} dibuat oleh PostgreSQL {found}, sedangkan Payung ini membawa PostgreSQL {expected}. Data tidak diubah. Buat cadangan dengan versi Payung yang lama ("payung backup FILE"), lalu pulihkan di sini ("payung restore FILE") pada PAYUNG_DATA yang kosong.',
    en: 'The data directory {path} was made by PostgreSQL {found}, but this Payung brings PostgreSQL {expected}. Nothing was changed. Back up with the older Payung ("payung backup FILE"), then restore here ("payung restore FILE") into an empty PAYUNG_DATA.',
  },
  'database.not_a_cluster': {
    id: '{path} sudah ada tetapi bukan direktori data PostgreSQL (tidak ada PG_VERSION). Pindahkan isinya, atau isi PAYUNG_DATA dengan direktori lain.',
    en: '{path} exists but is no PostgreSQL data directory (it has no PG_VERSION). Move it away, or set PAYUNG_DATA to another directory.',
  },
  'database.init_failed': {
    id: 'Basis data baru tidak dapat dibuat di {path}: {detail}',
    en: 'A new database could not be made in {path}: {detail}',
  },
  'database.start_failed': {
    id: 'PostgreSQL tidak dapat dijalankan dari {path}: {detail}',
    en: 'PostgreSQL could not be started from {path}: {detail}',
  },
  'database.start_slow': {
    id: 'PostgreSQL di {path} (proses {pid}) belum siap setelah {seconds} detik. Mungkin masih memulihkan diri setelah mati mendadak; coba lagi, dan baca {path}/log.',
    en: 'PostgreSQL in {path} (process {pid}) is not ready after {seconds} seconds. It may still be recovering from a crash; try again, and read {path}/log.',
  },
} as const;

/** A code of `problemTexts`. */
export type ProblemCode = keyof typeof problemTexts;
