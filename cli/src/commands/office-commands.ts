import type { Command } from '../command.ts';

/** Village bodies, the lists of partners, and who looks for work. */
export const officeCommands: readonly Command[] = [
  {
    name: 'office seats',
    summary: {
      id: 'Kursi perangkat dan lembaga desa: berapa, terisi, terlindungi, kosong, berakhir',
      en: 'Seats of village bodies: how many, filled, covered, vacant, ending',
    },
    usage: 'payung office seats --area 53.04 [--on 2026-11-20] [--json]',
    load: async () => (await import('./office-seats.ts')).officeSeats,
  },
  {
    name: 'office list',
    summary: {
      id: 'Pemegang kursi perangkat dan lembaga desa di sebuah wilayah',
      en: 'Who holds the seats of village bodies in an area',
    },
    usage: 'payung office list --area 53.04 [--on 2026-11-20] [--json|--csv]',
    load: async () => (await import('./office-list.ts')).officeList,
  },
  {
    name: 'office take',
    summary: {
      id: 'Mengambil pemegang kursi dari daftar yang sudah diterima (kolom Jabatan, SK, Masa Jabatan)',
      en: 'Take holders of seats from an accepted list (columns Jabatan, SK, Masa Jabatan)',
    },
    usage: 'payung office take ROSTER_ID [--json]',
    load: async () => (await import('./office-take.ts')).officeTake,
  },
  {
    name: 'partner list',
    summary: {
      id: 'Mitra dengan jumlah anggotanya per segmen dan kelompok',
      en: 'Partners with their members by segment and group',
    },
    usage: 'payung partner list --month 2026-11 [--area 53.04] [--json|--csv]',
    load: async () => (await import('./partner-list.ts')).partnerList,
  },
  {
    name: 'partner members',
    summary: {
      id: 'Daftar anggota sebuah mitra dan keadaan iurannya',
      en: 'The members of a partner, and whether they are paid for',
    },
    usage: 'payung partner members PARTNER_ID --month 2026-11 [--json|--csv]',
    load: async () => (await import('./partner-members.ts')).partnerMembers,
  },
  {
    name: 'partner changes',
    summary: {
      id: 'Siapa yang masuk dan keluar dari daftar sebuah mitra dalam sebulan',
      en: 'Who came on and who left the list of a partner in a month',
    },
    usage: 'payung partner changes PARTNER_ID --month 2026-11 [--json|--csv]',
    load: async () => (await import('./partner-changes.ts')).partnerChanges,
  },
  {
    name: 'partner missing',
    summary: {
      id: 'Anggota yang tidak ada pada daftar lengkap terakhir sebuah mitra',
      en: 'Members who are missing on the latest complete list of a partner',
    },
    usage: 'payung partner missing PARTNER_ID [--json]',
    load: async () => (await import('./partner-missing.ts')).partnerMissing,
  },
  {
    name: 'seeker list',
    summary: {
      id: 'Pencari kerja di sebuah wilayah dan pelatihan yang diinginkan',
      en: 'Who looks for work in an area, and the training they wish for',
    },
    usage: 'payung seeker list --area 53.04 [--json|--csv]',
    load: async () => (await import('./seeker-list.ts')).seekerList,
  },
];
