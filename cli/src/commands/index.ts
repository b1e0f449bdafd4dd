import type { Command } from '../command.ts';
import { exchangeCommands } from './exchange-commands.ts';
import { identityCommands } from './identity-commands.ts';
import { officeCommands } from './office-commands.ts';
import { personCommands } from './person-commands.ts';
import { registrationCommands } from './registration-commands.ts';
import { rosterCommands } from './roster-commands.ts';
import { selectionCommands } from './selection-commands.ts';

/** Every command, in the order in which help lists them: that of the work. None is loaded before it runs: most bring the whole server. */
export const commands: readonly Command[] = [
  {
    name: 'start',
    summary: {
      id: 'Memulai Payung di komputer ini, dengan contoh, dan membuka halamannya',
      en: 'Start Payung on this machine, with the example, and open its pages',
    },
    usage: 'payung start [--empty] [--port 8080] [--no-open]',
    load: async () => (await import('./start.ts')).start,
  },
  {
    name: 'serve',
    summary: {
      id: 'Melayani halaman dan antarmuka sampai dihentikan',
      en: 'Serve the pages and the interface until stopped',
    },
    usage: 'payung serve [--host 127.0.0.1] [--port 8080] [--tls-cert FILE --tls-key FILE] [--behind-proxy]',
    load: async () => (await import('./serve.ts')).serve,
  },
  {
    name: 'areas load',
    summary: {
      id: 'Memuat daftar wilayah sebuah provinsi (bawaan: 53, Nusa Tenggara Timur)',
      en: 'Load the areas of a province (default: 53, Nusa Tenggara Timur)',
    },
    usage: 'payung areas load [--province 52]',
    load: async () => (await import('./areas-load.ts')).areasLoad,
  },
  {
    name: 'user add',
    summary: {
      id: 'Membuat akun dengan peran pertamanya; mencetak kata sandi sekali pakai',
      en: 'Make an account with its first role; prints a one-time password',
    },
    usage:
      'payung user add EMAIL --name NAME --role ROLE (--area 53.04 | --partner ID) [--from DAY] [--until DAY]',
    load: async () => (await import('./user-add.ts')).userAdd,
  },
  {
    name: 'user grant',
    summary: { id: 'Memberi akun sebuah peran lagi', en: 'Give an account another role' },
    usage: 'payung user grant EMAIL --role ROLE (--area 53.04 | --partner ID) [--from DAY] [--until DAY]',
    load: async () => (await import('./user-grant.ts')).userGrant,
  },
  {
    name: 'user end',
    summary: {
      id: 'Mengakhiri pemberian peran mulai hari ini (nomornya ada di user list)',
      en: 'End a role from today on (its id is shown by user list)',
    },
    usage: 'payung user end GRANT_ID',
    load: async () => (await import('./user-end.ts')).userEnd,
  },
  {
    name: 'user list',
    summary: { id: 'Daftar akun beserta perannya', en: 'List the accounts with their roles' },
    usage: 'payung user list [--json]',
    load: async () => (await import('./user-list.ts')).userList,
  },
  {
    name: 'user password',
    summary: {
      id: 'Membuat kata sandi sekali pakai yang baru; semua sesi akun itu berakhir',
      en: 'Make a new one-time password; all sessions of the account end',
    },
    usage: 'payung user password EMAIL',
    load: async () => (await import('./user-password.ts')).userPassword,
  },
  {
    name: 'user second-factor',
    summary: {
      id: 'Menghapus verifikasi dua langkah yang hilang; yang baru diminta saat masuk',
      en: 'Take away a lost second factor; a new one is asked for at sign-in',
    },
    usage: 'payung user second-factor EMAIL',
    load: async () => (await import('./user-password.ts')).userSecondFactor,
  },
  ...rosterCommands,
  ...personCommands,
  ...registrationCommands,
  {
    name: 'bill run',
    summary: {
      id: 'Menagih sebuah perjanjian untuk satu bulan atau lebih',
      en: 'Bill an agreement for a month or more',
    },
    usage: 'payung bill run --agreement NUMBER --month 2026-11 [--to 2027-01] [--json]',
    load: async () => (await import('./bill-run.ts')).billRun,
  },
  {
    name: 'bill show',
    summary: {
      id: 'Sebuah tagihan dan SK yang mendasarinya; dengan --csv orang demi orang',
      en: 'A bill and the decrees it rests on; with --csv person by person',
    },
    usage: 'payung bill show NUMBER [--csv | --json]',
    load: async () => (await import('./bill-show.ts')).billShow,
  },
  {
    name: 'bill cancel',
    summary: {
      id: 'Membatalkan tagihan yang belum dibayar',
      en: 'Cancel a bill on which nothing was paid',
    },
    usage: 'payung bill cancel NUMBER --reason REASON [--json]',
    load: async () => (await import('./bill-cancel.ts')).billCancel,
  },
  {
    name: 'payment import',
    summary: { id: 'Mengimpor rekening koran (CSV)', en: 'Import a bank statement (CSV)' },
    usage: 'payung payment import FILE --account "BRI 0161-01-000123-30-4" [--json]',
    load: async () => (await import('./payment-import.ts')).paymentImport,
  },
  ...exchangeCommands,
  ...officeCommands,
  ...selectionCommands,
  {
    name: 'coverage',
    summary: {
      id: 'Siapa yang terlindungi, per wilayah, segmen, kelompok, atau sumber dana',
      en: 'Who is covered, by area, segment, group or fund',
    },
    usage: 'payung coverage [--area 53.04] [--month 2026-11] [--by area|segment|group|fund] [--json|--csv]',
    load: async () => (await import('./coverage.ts')).coverage,
  },
  {
    name: 'law list',
    summary: { id: 'Semua aturan dan apa yang dijawabnya', en: 'Every rule and what it answers' },
    usage: 'payung law list [--lang id|en]',
    load: async () => (await import('./law-list.ts')).lawList,
  },
  {
    name: 'law explain',
    summary: {
      id: 'Menjawab satu permintaan dan menjelaskannya langkah demi langkah',
      en: 'Answer one request and explain it step by step',
    },
    usage: `payung law explain RULE --json '{"field": value}' [--as-known-on 2026-11-20] [--lang id|en]`,
    load: async () => (await import('./law-explain.ts')).lawExplain,
  },
  {
    name: 'law run',
    summary: {
      id: 'Menjawab permintaan aturan, satu JSON per baris (docs/law/interface.md)',
      en: 'Answer requests to the rules, one JSON on each line (docs/law/interface.md)',
    },
    usage: 'payung law run [FILE.jsonl|-] [--as-known-on 2026-11-20]',
    load: async () => (await import('./law-run.ts')).lawRun,
  },
  {
    name: 'law batch',
    summary: {
      id: 'Menghitung satu populasi dalam CSV yang kolomnya isian aturan (docs/law/interface.md)',
      en: 'Compute for a population in a CSV whose columns are fields of the rules (docs/law/interface.md)',
    },
    usage:
      'payung law batch FILE.csv --rules contribution.bpu[,…] --month 2026-05 [--until-month 2026-12] [--date 2026-05-01] [--programmes JKK,JKM] [--as-known-on 2026-11-20] --out OUT.csv',
    load: async () => (await import('./law-batch.ts')).lawBatch,
  },
  {
    name: 'law parameter',
    summary: {
      id: 'Riwayat satu angka hukum beserta sumbernya; tanpa ID, semua angka',
      en: 'The history of one figure of the law with its sources; without an ID, all figures',
    },
    usage: 'payung law parameter [ID] [--as-known-on 2026-11-20] [--lang id|en] [--json]',
    load: async () => (await import('./law-parameter.ts')).lawParameter,
  },
  ...identityCommands,
  {
    name: 'audit head',
    summary: {
      id: 'Mencetak ujung log audit untuk notulen rapat',
      en: 'Print the head of the audit log, for the minutes of a meeting',
    },
    usage: 'payung audit head [--json]',
    load: async () => (await import('./audit-head.ts')).auditHead,
  },
  {
    name: 'audit verify',
    summary: {
      id: 'Memeriksa seluruh log audit: sunting, hapus, tukar urutan, rantai palsu',
      en: 'Verify the whole audit log: edits, deletions, reordering, a rewritten chain',
    },
    usage: 'payung audit verify [--key PUBLIC.pem] [--head "12 7Q2M-0AXK-9TRB-44ZD-PWCE"] [--json]',
    load: async () => (await import('./audit-verify.ts')).auditVerify,
  },
  {
    name: 'keys create',
    summary: { id: 'Membuat berkas kunci penyegel baru', en: 'Make a file of new sealing keys' },
    usage: 'payung keys create FILE',
    load: async () => (await import('./keys-create.ts')).keysCreate,
  },
  {
    name: 'keys public',
    summary: {
      id: 'Mencetak kunci publik untuk memeriksa log audit',
      en: 'Print the public key that verifies the audit log',
    },
    usage: 'payung keys public [FILE]',
    load: async () => (await import('./keys-public.ts')).keysPublic,
  },
  {
    name: 'keys rotate',
    summary: {
      id: 'Menambah kunci penyegel baru sebagai yang aktif',
      en: 'Add a new sealing key as the active one',
    },
    usage: 'payung keys rotate FILE',
    load: async () => (await import('./keys-rotate.ts')).keysRotate,
  },
  {
    name: 'keys reseal',
    summary: {
      id: 'Menyegel ulang semua data dengan kunci aktif (setelah rotasi)',
      en: 'Seal all data anew under the active key (after a rotation)',
    },
    usage: 'payung keys reseal',
    load: async () => (await import('./keys-reseal.ts')).keysReseal,
  },
  {
    name: 'backup',
    summary: {
      id: 'Mencadangkan seluruh register ke satu berkas',
      en: 'Back up the whole register into one file',
    },
    usage: 'payung backup FILE',
    load: async () => (await import('./backup.ts')).backup,
  },
  {
    name: 'restore',
    summary: {
      id: 'Memulihkan cadangan ke basis data kosong',
      en: 'Restore a backup into an empty database',
    },
    usage: 'payung restore FILE',
    load: async () => (await import('./restore.ts')).restore,
  },
];
