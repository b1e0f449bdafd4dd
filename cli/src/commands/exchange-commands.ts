import type { Command } from '../command.ts';

/** What BPJS states and what we pay, and whom two funds pay for. */
export const exchangeCommands: readonly Command[] = [
  {
    name: 'members import',
    summary: {
      id: 'Memuat berkas peserta aktif sebulan dari kantor cabang BPJS; berkas berikutnya menggantikannya',
      en: "Take in a BPJS branch's active members of a month; the next file takes its place",
    },
    usage: 'payung members import FILE --branch atambua --month 2026-11 [--salt-file FILE] [--json]',
    load: async () => (await import('./members-import.ts')).membersImport,
  },
  {
    name: 'members export',
    summary: {
      id: 'Menulis siapa yang terlindungi, untuk kantor cabang BPJS atau desa; tanpa NIK',
      en: 'Write who is covered, for a BPJS branch or a village; without any NIK',
    },
    usage:
      'payung members export FILE --month 2026-11 (--branch atambua | --area 53.04.05.2001) [--salt-file FILE]',
    load: async () => (await import('./members-export.ts')).membersExport,
  },
  {
    name: 'members differences',
    summary: {
      id: 'Dibayar di sini tetapi tidak aktif di BPJS, dan sebaliknya, per desa',
      en: 'Paid here but not active at BPJS, and the other way round, per village',
    },
    usage: 'payung members differences --month 2026-11 [--area 53.04] [--json|--csv]',
    load: async () => (await import('./members-differences.ts')).membersDifferences,
  },
  {
    name: 'funding double',
    summary: {
      id: 'Orang yang dibayari dua dana sekaligus, dan yang dapat dihemat tiap dana',
      en: 'People whom two funds pay for at once, and what each fund could save',
    },
    usage: 'payung funding double --month 2026-11 [--area 53.04] [--json|--csv]',
    load: async () => (await import('./funding-double.ts')).fundingDouble,
  },
];
