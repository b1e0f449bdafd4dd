import type { OpenQuestion } from './open-question.ts';

/** What is open about membership, claims, coverage and the sources themselves. */
export const procedureQuestions: readonly OpenQuestion[] = [
  {
    id: 'U-14',
    title: {
      id: 'Kecelakaan 2 Desember 2017–1 Desember 2019: dua atau lima tahun untuk mengajukan klaim',
      en: 'Accidents of 2 December 2017 to 1 December 2019: two or five years to claim',
    },
    rules: ['claim.deadline'],
    practice: {
      id: 'Dua tahun: hari kecelakaan menentukan; hari menurut tafsir lain ikut disebut',
      en: 'Two years: the day of the accident decides; the day under the other reading is named as well',
    },
    needed: { id: 'Ketentuan peralihan PP 82/2019', en: 'The transitional rule of PP 82/2019' },
    uncertainties: ['deadline.jkk_transition'],
  },
  {
    id: 'U-24',
    title: {
      id: 'Apakah kematian pada bulan menunggak pertama sampai ketiga dijamin setelah ahli waris melunasi',
      en: 'Whether a death in the first three months of arrears is covered once the heirs settle',
    },
    rules: ['membership.bpuStatus'],
    practice: {
      id: 'Peserta dihitung masih aktif; pertanyaannya disebut dalam penjelasan',
      en: 'The member counts as active; the explanation names the question',
    },
    needed: { id: 'Pasal di balik aturan tiga bulan', en: 'The article behind the rule of three months' },
    uncertainties: ['membership.death_in_arrears'],
  },
  {
    id: 'U-25',
    title: {
      id: 'Ganti rugi 1% sehari: dari apa, hari kalender atau kerja, dan batasnya',
      en: 'The 1% a day for late payment: of what, calendar or working days, and its limit',
    },
    rules: ['claim.lateCompensation'],
    practice: {
      id: 'Pemanggil memberi dasar dan jumlah hari; jawabannya tidak dianggap pasti',
      en: 'The caller gives base and days; the answer is not held to be settled',
    },
    needed: {
      id: 'Permenaker 5/2021 Pasal 79 sebagaimana diubah',
      en: 'Permenaker 5/2021 Pasal 79 as amended',
    },
    uncertainties: ['jkm.late_compensation_base'],
  },
  {
    id: 'U-26',
    title: { id: 'Rumus resmi UCJ', en: 'The official formula of UCJ' },
    rules: ['coverage.ratio'],
    practice: {
      id: 'Pembilang dibagi penyebut yang diberikan, dengan namanya',
      en: 'The numerator given over the denominator given, with their names',
    },
    needed: {
      id: 'Surat edaran bersama atau Permendagri; angka Bali dalam berita (50,88%) tidak cocok dengan hitungannya (49,90%)',
      en: 'A joint circular or Permendagri; the printed figure of Bali (50.88%) does not follow from its counts (49.90%)',
    },
    uncertainties: ['coverage.formula'],
  },
  {
    id: 'U-27',
    title: {
      id: 'BPU berusia 65 tahun atau lebih',
      en: 'BPU aged 65 or more',
    },
    rules: ['membership.programmes'],
    practice: {
      id: 'Pendaftaran di bawah 65 tahun, sebagaimana praktik daerah; peserta yang menjadi 65 tidak dikeluarkan',
      en: 'Registration below 65, as regions do; a member who turns 65 is not put out',
    },
    needed: { id: 'Pasal batas usia pendaftaran', en: 'The article on the age of registration' },
    uncertainties: ['membership.bpu_age'],
  },
  {
    id: 'U-28',
    title: {
      id: 'Tunggakan PU lebih dari tiga bulan, dan pemberi kerja yang terlambat melapor',
      en: 'Arrears of wage earners over three months, and employers who report late',
    },
    rules: ['membership.puArrears'],
    practice: {
      id: 'Pemberi kerja membayar lebih dahulu dan dapat meminta penggantian; laporan tahap I yang terlambat tidak mengubah manfaat',
      en: 'The employer pays first and may be reimbursed; a late stage I report does not change the benefit',
    },
    needed: {
      id: 'Pasal PP 44/2015 dan Permenaker 5/2021 sebagaimana diubah',
      en: 'The articles of PP 44/2015 and of Permenaker 5/2021 as amended',
    },
    uncertainties: ['membership.pu_arrears'],
  },
  {
    id: 'U-39',
    title: {
      id: 'Ahli waris: urutan dan bagian dalam satu tingkat, usia dewasa, wasiat, penetapan pengadilan',
      en: 'Heirs: order and parts inside a rank, majority, the will, the determination of a court',
    },
    rules: ['claim.heirs'],
    practice: {
      id: 'Janda atau duda lebih dahulu, bagian sama besar, dewasa 18 tahun; hasil menurut tafsir lain ikut disebut',
      en: 'Widow or widower first, equal parts, majority at 18; the result of the other reading is named as well',
    },
    needed: {
      id: 'Penjelasan UU 40/2004, PP 44/2015, dan Permenaker 5/2021 Pasal 79 sebagaimana diubah',
      en: 'The explanation of UU 40/2004, PP 44/2015, and Permenaker 5/2021 Pasal 79 as amended',
    },
    uncertainties: [
      'heirs.order_in_rank',
      'heirs.equal_parts',
      'heirs.adult_age',
      'heirs.notarial_will',
      'heirs.court_determination',
      'heirs.representation',
      'heirs.jkk_rest',
    ],
  },
  {
    id: 'U-40',
    title: {
      id: 'Hari pelayanan JKK dan program lain',
      en: 'The days of service for JKK and other programmes',
    },
    rules: ['claim.serviceDays'],
    practice: {
      id: 'Hari yang tidak dibaca dalam pasal ditandai sebagai janji pelayanan',
      en: 'Days that were not read in an article are marked as a promise of service',
    },
    needed: {
      id: 'Pasalnya, atau prosedur BPJS Ketenagakerjaan yang tidak diumumkan',
      en: 'The articles, or the procedures of BPJS Ketenagakerjaan, which are not public',
    },
    uncertainties: ['service.days_not_read', 'service.jkk_death'],
  },
  {
    id: 'U-41',
    title: { id: 'Siapa pekerja rentan', en: 'Who is a vulnerable worker' },
    rules: ['membership.vulnerable'],
    practice: {
      id: 'Menurut aturan daerah; tanpa aturan itu tidak diputuskan',
      en: 'By the rule of the region; without one it is not decided',
    },
    needed: {
      id: 'Definisi nasional; yang ditemukan hanya definisi kerja daerah',
      en: 'A national definition; only working definitions of regions were found',
    },
    uncertainties: ['region.vulnerable_definition'],
  },
  {
    id: 'U-42',
    title: {
      id: 'Segmen BPD, RT, RW, dan lembaga desa lain',
      en: 'The segment of BPD, RT, RW and other village bodies',
    },
    rules: ['membership.villageBody'],
    practice: {
      id: 'Pilihan daerah; tanpa pilihan, biaya sebagai PU dan sebagai BPU disebut keduanya',
      en: 'The region chooses; without a choice the cost as PU and as BPU are both named',
    },
    needed: {
      id: 'Peraturan daerah, atau pedoman nasional bagi Permendagri 110/2016 dan 18/2018',
      en: 'A regulation of the region, or national guidance on Permendagri 110/2016 and 18/2018',
    },
    uncertainties: ['region.body_segment'],
  },
  {
    id: 'U-43',
    title: {
      id: 'Nomor pasal yang tidak dibaca dalam Berita atau Lembaran Negara',
      en: 'Numbers of articles that were not read in the gazette',
    },
    rules: [],
    practice: {
      id: 'Keyakinan setiap nilai disebut; nomor yang tidak diketahui tidak dikarang',
      en: 'Every value says how sure it is; a number that is not known is left out',
    },
    needed: {
      id: 'PP 44/2015 Pasal 17, 20–24, 27–29, 35–43; PP 45/2015 Pasal 20–24; PP 46/2015 Pasal 17–20, 24',
      en: 'PP 44/2015 Pasal 17, 20–24, 27–29, 35–43; PP 45/2015 Pasal 20–24; PP 46/2015 Pasal 17–20, 24',
    },
    uncertainties: [],
  },
  {
    id: 'U-44',
    title: { id: 'Peraturan tahun 2026', en: 'Regulations of 2026' },
    rules: [],
    practice: {
      id: 'Tidak ditemukan perubahan PP 44, 45, dan 46/2015 setelah PP 50/2025; pertengahan dan akhir 2026 tipis dalam sumber',
      en: 'No change of PP 44, 45 and 46/2015 after PP 50/2025 was found; the sources on mid and late 2026 are thin',
    },
    needed: { id: 'JDIH dan Lembaran Negara 2026', en: 'JDIH and the gazette of 2026' },
    uncertainties: [],
  },
  {
    id: 'U-45',
    title: {
      id: 'Penganggaran: Permendes tahun 2024–2026, DBHCHT, dan surat edaran NTT',
      en: 'Budgets: Permendes of 2024 to 2026, tobacco excise shares, and the circular of NTT',
    },
    rules: [],
    practice: {
      id: 'Hanya dicatat dalam daftar peraturan; tidak menentukan jumlah apa pun',
      en: 'Only noted in the register; no amount depends on them',
    },
    needed: { id: 'Teksnya', en: 'Their texts' },
    uncertainties: [],
  },
  {
    id: 'U-46',
    title: {
      id: 'Daftar dokumen yang diminta kantor cabang',
      en: 'The lists of documents that a branch asks for',
    },
    rules: ['claim.documents'],
    practice: {
      id: 'Setiap dokumen menyebut apakah dibaca dalam peraturan atau berita, atau diketahui dari praktik',
      en: 'Each document says whether it was read in a regulation or the press, or is known from practice',
    },
    needed: {
      id: 'Pasal persyaratan Permenaker 5/2021 bagi BPU dan jasa konstruksi, Permenaker 4/2022, dan Permenaker 29/2015',
      en: 'The articles on requirements of Permenaker 5/2021 for BPU and construction, Permenaker 4/2022 and Permenaker 29/2015',
    },
    uncertainties: ['documents.not_read'],
  },
  {
    id: 'U-47',
    title: {
      id: 'Pekerja penerima upah yang juga dibayari sebagai BPU oleh pemerintah',
      en: 'A wage earner whom government also pays for as BPU',
    },
    rules: [],
    practice: {
      id: 'Pada daftar PU orang itu disisihkan dengan alasannya sampai pembayaran sebagai BPU diakhiri; pada daftar BPU ia tidak dibayar dua kali',
      en: 'On a list of wage earners the person is set aside with the reason until the payment as BPU is ended; on a list of BPU nobody is paid for twice',
    },
    needed: {
      id: 'Pasal tentang orang yang terdaftar sebagai PU dan BPU sekaligus; yang diatur hanya beberapa pemberi kerja',
      en: 'An article on somebody registered as PU and BPU at once; what is settled is several employers',
    },
    uncertainties: [],
  },
];
