import type { Command } from '../command.ts';

/** Lists of people: their check and what comes after it, empty ones, and what the headings of others mean. */
export const rosterCommands: readonly Command[] = [
  {
    name: 'roster check',
    summary: {
      id: 'Memeriksa daftar pekerja (XLSX atau CSV), baris demi baris',
      en: 'Check a list of workers (XLSX or CSV), row by row',
    },
    usage:
      'payung roster check FILE (--agreement NUMBER | --record --area 53.04.05.2001 --partner NAME) [--starts-on 2026-11-01] [--policy good_rows|all_or_nothing] [--json]',
    load: async () => (await import('./roster-check.ts')).rosterCheck,
  },
  {
    name: 'roster accept',
    summary: {
      id: 'Menerima daftar yang sudah diperiksa: orang menjadi peserta',
      en: 'Accept a checked list: its people become members',
    },
    usage: 'payung roster accept ID [--json]',
    load: async () => (await import('./roster-accept.ts')).rosterAccept,
  },
  {
    name: 'roster undo',
    summary: {
      id: 'Membatalkan penerimaan daftar selama belum ada yang dibayar',
      en: 'Undo the acceptance of a list while nothing was paid on it',
    },
    usage: 'payung roster undo ID [--why REASON] [--cancel-bills] [--json]',
    load: async () => (await import('./roster-undo.ts')).rosterUndo,
  },
  {
    name: 'roster generate',
    summary: {
      id: 'Membuat daftar orang yang tidak ada, untuk latihan dan pengukuran, beserta kuncinya',
      en: 'Make a list of people who do not exist, for training and measuring, with the truth about it',
    },
    usage:
      'payung roster generate OUT.csv [--rows 1000] [--area 53.04] [--seed TEXT] [--errors typical|every|none] [--truth TRUTH.csv]',
    load: async () => (await import('./roster-generate.ts')).rosterGenerate,
  },
  {
    name: 'roster list',
    summary: { id: 'Daftar yang pernah dikirim', en: 'The lists that were sent' },
    usage: 'payung roster list [--json]',
    load: async () => (await import('./roster-list.ts')).rosterList,
  },
  {
    name: 'roster workbook',
    summary: {
      id: 'Mengembalikan berkas daftar dengan alasan tiap baris',
      en: 'Give back the file of a list with the reason on each row',
    },
    usage: 'payung roster workbook ID OUT.xlsx',
    load: async () => (await import('./roster-workbook.ts')).rosterWorkbook,
  },
  {
    name: 'roster template',
    summary: {
      id: 'Menulis templat kosong: payung, f1_bpu, sipp, opensid, atau p3ke, dengan desa wilayahnya',
      en: 'Write an empty template: payung, f1_bpu, sipp, opensid or p3ke, with the villages of its area',
    },
    usage: 'payung roster template KIND [--out FILE.xlsx] [--area 53.04]',
    load: async () => (await import('./roster-template.ts')).rosterTemplate,
  },
  {
    name: 'roster mapping',
    summary: {
      id: 'Arti judul kolom berkas mitra: dilihat, disimpan, diganti nama, diakhiri',
      en: "What the headings of partners' files mean: shown, saved, renamed, ended",
    },
    usage:
      'payung roster mapping (list [--json] | show ROSTER_ID [--json] | save ROSTER_ID --name NAME [--set "HEADING=nik" …] [--sheet NAME] [--row 3] [--village 53.04.04.2002] | rename ID NAME | end ID)',
    load: async () => (await import('./roster-mapping.ts')).rosterMapping,
  },
];
