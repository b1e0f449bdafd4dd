import type { Command } from '../command.ts';

/** Registering members at the branch of BPJS. */
export const registrationCommands: readonly Command[] = [
  {
    name: 'registration list',
    summary: {
      id: 'Peserta yang menunggu didaftarkan di cabang BPJS, yang belum lengkap, dan yang ditolak',
      en: 'Members who wait to be registered at the branch of BPJS, what they lack, and whom it rejected',
    },
    usage:
      'payung registration list [--since 2026-11-01] [--roster ID] [--area 53.04] [--work-place residence|partner|none] [--json]',
    load: async () => (await import('./registration-list.ts')).registrationList,
  },
  {
    name: 'registration work',
    summary: {
      id: 'Menulis daftar kerja: yang belum lengkap dan yang ditolak, untuk diisi; tanpa NIK',
      en: 'Write the work list: who lacks something or was rejected, to fill in; without any NIK',
    },
    usage:
      'payung registration work FILE.xlsx|FILE.csv [--since 2026-11-01] [--roster ID] [--area 53.04] [--work-place residence|partner|none]',
    load: async () => (await import('./registration-work.ts')).registrationWork,
  },
  {
    name: 'registration complete',
    summary: {
      id: 'Memuat daftar kerja yang sudah diisi',
      en: 'Take in a work list that was filled in',
    },
    usage: 'payung registration complete FILE.xlsx|FILE.csv',
    load: async () => (await import('./registration-work.ts')).registrationComplete,
  },
  {
    name: 'registration export',
    summary: {
      id: 'Menulis lembar pendaftaran F1 BPU untuk cabang (NIK terbuka) dan menandainya terkirim',
      en: 'Write the F1 BPU registration sheet for the branch (NIKs in clear) and mark its people as sent',
    },
    usage:
      'payung registration export FILE.xlsx|FILE.csv [--since 2026-11-01] [--roster ID] [--area 53.04] [--work-place residence|partner|none] [--batch ID]',
    load: async () => (await import('./registration-export.ts')).registrationExport,
  },
  {
    name: 'registration answer',
    summary: {
      id: 'Memuat jawaban cabang atas sebuah lembar: diterima, atau ditolak dengan alasannya',
      en: "Take in the branch's answer to a sheet: accepted, or rejected and why",
    },
    usage: 'payung registration answer BATCH_ID FILE',
    load: async () => (await import('./registration-answer.ts')).registrationAnswer,
  },
];
