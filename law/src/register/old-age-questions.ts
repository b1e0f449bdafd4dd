import type { OpenQuestion } from './open-question.ts';

/** What is open about JHT, JP and JKP. */
export const oldAgeQuestions: readonly OpenQuestion[] = [
  {
    id: 'U-15',
    title: {
      id: 'PHK sebelum 7 Februari 2025 yang klaim atau pembayarannya berlanjut sesudahnya',
      en: 'Dismissals before 7 February 2025 whose claim or payment went on after it',
    },
    rules: ['benefit.jkp', 'claim.deadline'],
    practice: {
      id: 'Hari PHK menentukan; hasil menurut PP 6/2025 ikut disebut',
      en: 'The day of the dismissal decides; the result under PP 6/2025 is named as well',
    },
    needed: { id: 'Ketentuan peralihan PP 6/2025', en: 'The transitional rule of PP 6/2025' },
    uncertainties: ['jkp.transition', 'deadline.jkp_transition'],
  },
  {
    id: 'U-16',
    title: {
      id: 'Apakah PP 6/2025 menghapus syarat iur enam bulan berturut-turut',
      en: 'Whether PP 6/2025 dropped the six consecutive contribution months',
    },
    rules: ['benefit.jkp'],
    practice: {
      id: 'Dihitung dihapus; peserta yang tidak memenuhinya diberi tahu',
      en: 'Counted as dropped; a member who does not meet it is told',
    },
    needed: { id: 'PP 6/2025 Pasal 19', en: 'PP 6/2025 Pasal 19' },
    uncertainties: ['jkp.consecutive_months'],
  },
  {
    id: 'U-17',
    title: { id: 'Lima tahun di antara dua manfaat JKP', en: 'Five years between two JKP benefits' },
    rules: ['benefit.jkp'],
    practice: {
      id: 'Tidak diperiksa; ditandai bila peserta pernah menerima',
      en: 'Not tested; marked if the member has received one before',
    },
    needed: { id: 'PP 37/2021 Pasal 24', en: 'PP 37/2021 Pasal 24' },
    uncertainties: ['jkp.five_years'],
  },
  {
    id: 'U-18',
    title: {
      id: 'Manfaat pensiun paling sedikit dan paling banyak Maret 2016–Februari 2023 dan sejak Maret 2026',
      en: 'The lowest and highest pension of March 2016 to February 2023 and since March 2026',
    },
    rules: ['parameter.jp', 'benefit.jp.monthly'],
    practice: {
      id: 'Tidak diisi: jawabannya null untuk bulan itu',
      en: 'Left out: the answer is null for those months',
    },
    needed: {
      id: 'Pengumuman BPJS Ketenagakerjaan tahun itu; untuk 2026 juga angka inflasi 2025',
      en: 'The announcements of BPJS Ketenagakerjaan of those years; for 2026 the inflation of 2025 as well',
    },
    uncertainties: ['jp.bounds'],
  },
  {
    id: 'U-19',
    title: {
      id: 'Peserta yang mencapai usia pensiun sebelum usia itu naik, dan masih bekerja',
      en: 'Members who reached the pension age before it rose, and still work',
    },
    rules: ['benefit.jp.monthly'],
    practice: {
      id: 'Hak timbul pada hari usia yang berlaku saat itu tercapai; penundaan sampai tiga tahun tidak dihitung',
      en: 'The right arises on the day the age then in force is reached; a deferral of up to three years is not computed',
    },
    needed: { id: 'PP 45/2015 Pasal 15 dan penjelasannya', en: 'PP 45/2015 Pasal 15 and its explanation' },
    uncertainties: ['jp.risen_age'],
  },
  {
    id: 'U-20',
    title: {
      id: 'JP: syarat cacat total tetap, bagian ahli waris, dan manfaat paling sedikit bagi ahli waris',
      en: 'JP: conditions of disability, shares of survivors, and the lowest pension for survivors',
    },
    rules: ['benefit.jp.monthly'],
    practice: {
      id: 'Syarat dan bagian dari pengetahuan, ditandai demikian; manfaat paling sedikit diterapkan dan hasil tanpanya ikut disebut',
      en: 'Conditions and shares are known and marked so; the lowest pension is applied and the result without it is named',
    },
    needed: { id: 'PP 45/2015 Pasal 18 dan 20–23', en: 'PP 45/2015 Pasal 18 and 20–23' },
    uncertainties: ['jp.survivor_minimum'],
  },
  {
    id: 'U-21',
    title: {
      id: 'JHT: bulan tunggu sesudah PKWT habis, dan pajaknya',
      en: 'JHT: the waiting month after a fixed term, and the tax',
    },
    rules: ['benefit.jht.withdrawal'],
    practice: {
      id: 'Satu bulan tunggu diterapkan juga pada PKWT; pajak tidak dihitung',
      en: 'The waiting month is applied to fixed terms too; the tax is not computed',
    },
    needed: { id: 'Permenaker 4/2022, dan PP 68/2009', en: 'Permenaker 4/2022, and PP 68/2009' },
    uncertainties: ['jht.pkwt_wait'],
  },
  {
    id: 'U-38',
    title: {
      id: 'Hasil pengembangan JHT 2017–2026',
      en: 'The yearly return on JHT from 2017 to 2026',
    },
    rules: ['benefit.jht.balance'],
    practice: { id: 'Diberikan pemanggil', en: 'The caller gives it' },
    needed: { id: 'Laporan tahunan BPJS Ketenagakerjaan', en: 'The annual reports of BPJS Ketenagakerjaan' },
    uncertainties: [],
  },
];
