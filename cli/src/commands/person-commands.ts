import type { Command } from '../command.ts';

/** One person, counted once: registering, merging, duplicates and disputes. */
export const personCommands: readonly Command[] = [
  {
    name: 'person register',
    summary: {
      id: 'Mendaftarkan satu orang dari JSON; diperiksa seperti setiap baris daftar',
      en: 'Register one person from JSON; checked like every row of a list',
    },
    usage:
      'payung person register [FILE.json|-] (--agreement NUMBER [--starts-on 2026-11-01] | --partner NAME) [--accept] [--json]',
    load: async () => (await import('./person-register.ts')).personRegister,
  },
  {
    name: 'person duplicates',
    summary: {
      id: 'Catatan yang mungkin satu orang; --search memeriksa dahulu semua orang sebuah wilayah',
      en: 'Records that may be one person; --search first compares everybody of an area',
    },
    usage: 'payung person duplicates [--search 53.04] [--json|--csv]',
    load: async () => (await import('./person-duplicates.ts')).personDuplicates,
  },
  {
    name: 'person merge',
    summary: {
      id: 'Menggabungkan sebuah catatan ke catatan lain dari orang yang sama; mencetak nomor penggabungan',
      en: 'Merge a record into another of the same person; prints the id of the merge',
    },
    usage: 'payung person merge ID INTO_ID --reason "KTP keduanya dilihat"',
    load: async () => (await import('./person-merge.ts')).personMerge,
  },
  {
    name: 'person unmerge',
    summary: {
      id: 'Membatalkan penggabungan: satu orang menjadi dua lagi',
      en: 'Undo a merge: one person becomes two again',
    },
    usage: 'payung person unmerge MERGE_ID --reason "ternyata dua orang"',
    load: async () => (await import('./person-merge.ts')).personUnmerge,
  },
  {
    name: 'person died',
    summary: {
      id: 'Mencatat bahwa seseorang meninggal, atau membatalkannya; kepesertaan dan jabatannya mengikuti',
      en: 'Record that somebody died, or withdraw it; memberships and seats follow',
    },
    usage:
      'payung person died ID (--on 2026-11-03 [--evidence village_letter --number 474.3/12/DS/2026] [--note NOTE] | --undo --reason "orang lain")',
    load: async () => (await import('./person-died.ts')).personDied,
  },
  {
    name: 'person deaths',
    summary: {
      id: 'Orang yang kata mitra sudah meninggal, belum dicatat',
      en: 'People of whom a partner said that they died, not recorded yet',
    },
    usage: 'payung person deaths [--json|--csv]',
    load: async () => (await import('./person-deaths.ts')).personDeaths,
  },
  {
    name: 'person disputes',
    summary: {
      id: 'NIK yang dipakai lebih dari satu orang',
      en: 'NIKs that several people claim',
    },
    usage: 'payung person disputes [--json|--csv]',
    load: async () => (await import('./person-disputes.ts')).personDisputes,
  },
  {
    name: 'person settle',
    summary: {
      id: 'Menetapkan pemegang NIK yang disengketakan; yang lain tetap tercatat tanpa NIK',
      en: 'Settle whose a disputed NIK is; the others stay without one',
    },
    usage: 'payung person settle ID --reason "Surat Dukcapil 470/12"',
    load: async () => (await import('./person-disputes.ts')).personSettle,
  },
];
