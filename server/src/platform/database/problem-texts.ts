/** Every problem of the database that an operator can put right, in Indonesian and English. `{name}` is a fact. */
export const problemTexts = {
  'database.noBinaries': {
    id: 'Tidak ada PostgreSQL bawaan untuk {platform} ({package}). Jalankan "npm ci" lagi pada mesin ini, atau pakai server sendiri: isi DATABASE_URL dan PAYUNG_MIGRATE_URL.',
    en: 'There is no bundled PostgreSQL for {platform} ({package}). Run "npm ci" again on this machine, or use a server of your own: set DATABASE_URL and PAYUNG_MIGRATE_URL.',
  },
  'database.binaryFailed': {
    id: '{program} tidak dapat dijalankan: {detail} PostgreSQL bawaan memerlukan glibc; pada sistem lain isi DATABASE_URL dan PAYUNG_MIGRATE_URL.',
    en: '{program} could not be run: {detail} The bundled PostgreSQL needs glibc; on other systems set DATABASE_URL and PAYUNG_MIGRATE_URL.',
  },
  'database.unreachableDirectory': {
    id: 'Direktori data {path} tidak dapat dimasuki oleh pengguna basis data (uid {uid}), karena {blocked} tertutup baginya. Isi PAYUNG_DATA dengan direktori lain, misalnya /var/lib/payung.',
    en: "The database's user (uid {uid}) cannot enter the data directory {path}, because {blocked} is closed to it. Set PAYUNG_DATA to another directory, for example /var/lib/payung.",
  },
  'database.foreignDirectory': {
    id: 'Direktori data {path} milik uid {owner}, sedangkan perintah ini berjalan sebagai uid {uid}. Jalankan sebagai pengguna yang membuatnya (atau root), atau isi PAYUNG_DATA dengan direktori lain.',
    en: 'The data directory {path} belongs to uid {owner}, but this command runs as uid {uid}. Run it as the user who made it (or as root), or set PAYUNG_DATA to another directory.',
  },
  'database.otherVersion': {
    id: 'Direktori data {path} dibuat oleh PostgreSQL {found}, sedangkan Payung ini membawa PostgreSQL {expected}. Data tidak diubah. Buat cadangan dengan versi Payung yang lama ("payung backup FILE"), lalu pulihkan di sini ("payung restore FILE") pada PAYUNG_DATA yang kosong.',
    en: 'The data directory {path} was made by PostgreSQL {found}, but this Payung brings PostgreSQL {expected}. Nothing was changed. Back up with the older Payung ("payung backup FILE"), then restore here ("payung restore FILE") into an empty PAYUNG_DATA.',
  },
  'database.notACluster': {
    id: '{path} sudah ada tetapi bukan direktori data PostgreSQL (tidak ada PG_VERSION). Pindahkan isinya, atau isi PAYUNG_DATA dengan direktori lain.',
    en: '{path} exists but is no PostgreSQL data directory (it has no PG_VERSION). Move it away, or set PAYUNG_DATA to another directory.',
  },
  'database.initFailed': {
    id: 'Basis data baru tidak dapat dibuat di {path}: {detail}',
    en: 'A new database could not be made in {path}: {detail}',
  },
  'database.startFailed': {
    id: 'PostgreSQL tidak dapat dijalankan dari {path}: {detail}',
    en: 'PostgreSQL could not be started from {path}: {detail}',
  },
  'database.startSlow': {
    id: 'PostgreSQL di {path} (proses {pid}) belum siap setelah {seconds} detik. Mungkin masih memulihkan diri setelah mati mendadak; coba lagi, dan baca {path}/log.',
    en: 'PostgreSQL in {path} (process {pid}) is not ready after {seconds} seconds. It may still be recovering from a crash; try again, and read {path}/log.',
  },
  'database.badUrl': {
    id: '{variable} tidak ada atau bukan alamat PostgreSQL. Tulis postgresql://PERAN:SANDI@HOST:5432/BASISDATA; DATABASE_URL masuk sebagai payung_app.',
    en: '{variable} is missing or is no PostgreSQL address. Write postgresql://ROLE:PASSWORD@HOST:5432/DATABASE; DATABASE_URL signs in as payung_app.',
  },
  'database.tooOld': {
    id: 'Server ini PostgreSQL {found}; Payung memerlukan {oldest} atau lebih baru. Tidak ada yang diubah. Perbarui server, atau kosongkan DATABASE_URL untuk memakai PostgreSQL bawaan.',
    en: 'This server is PostgreSQL {found}; Payung needs {oldest} or newer. Nothing was changed. Upgrade the server, or unset DATABASE_URL to use the bundled PostgreSQL.',
  },
  'database.cannotBootstrap': {
    id: 'Pengguna {user} pada PAYUNG_MIGRATE_URL tidak berhak menyiapkan peran dan skema: {detail}. Pakai superuser, atau pemilik basis data yang memiliki CREATEROLE.',
    en: 'User {user} of PAYUNG_MIGRATE_URL may not prepare the roles and schemas: {detail}. Use a superuser, or the owner of the database with CREATEROLE.',
  },
  'database.privilegedRole': {
    id: 'Peran {role} terlalu berkuasa ({why}): pembatasan baris data tidak berlaku baginya. Isi DATABASE_URL dengan payung_app, dan cabut hak itu (alter role … nosuperuser nobypassrls; revoke payung_owner from …).',
    en: 'Role {role} is too powerful ({why}): row-level security does not hold it. Set DATABASE_URL to payung_app, and take that right away (alter role … nosuperuser nobypassrls; revoke payung_owner from …).',
  },
  'database.migrationMisnamed': {
    id: 'Berkas migrasi {file} salah nama atau nomornya sudah dipakai. Namai NNNN_nama.sql dengan nomor berikutnya.',
    en: 'Migration file {file} is misnamed, or its number is taken. Name it NNNN_name.sql with the next number.',
  },
  'database.migrationRole': {
    id: 'Migrasi {file} meminta peran {role}, yang tidak dikenal. Perbaiki baris pertamanya.',
    en: 'Migration {file} asks for role {role}, which is unknown. Correct its first line.',
  },
  'database.migrationMissing': {
    id: 'Basis data sudah memuat migrasi {name}, tetapi berkasnya tidak ada di sini: basis data ini milik Payung yang lebih baru. Tidak ada yang diubah. Pakai versi itu atau yang lebih baru.',
    en: 'The database holds migration {name}, but its file is not here: this database belongs to a newer Payung. Nothing was changed. Use that version or a later one.',
  },
  'database.migrationChanged': {
    id: 'Berkas migrasi {name} berubah setelah diterapkan. Tidak ada yang diubah. Kembalikan isinya, dan tulis perubahan sebagai migrasi baru.',
    en: 'Migration file {name} was changed after it was applied. Nothing was changed. Restore it, and write the change as a new migration.',
  },
  'database.migrationLate': {
    id: 'Migrasi {name} datang setelah {latest} diterapkan. Tidak ada yang diubah. Beri nomor yang lebih besar.',
    en: 'Migration {name} comes after {latest} was applied. Nothing was changed. Give it a higher number.',
  },
  'database.migrationFailed': {
    id: 'Migrasi {file} gagal pada baris {line}: {detail}. Berkas ini tidak diterapkan; yang sebelumnya tetap.',
    en: 'Migration {file} failed at line {line}: {detail}. Nothing of this file was applied; those before it stay.',
  },
} as const;

/** A code of `problemTexts`. */
export type ProblemCode = keyof typeof problemTexts;
