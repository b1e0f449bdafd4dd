import { formatDay } from '@payung/kernel';
import type { OpenQuestion } from './open-question.ts';
import { PERMENAKER_1_2025_DAY } from './permenaker-1-2025.ts';

const { placeholder, question, doubtful } = PERMENAKER_1_2025_DAY;

/** What is open about JKK, JKM, scholarships and migrant workers. */
export const injuryAndDeathQuestions: readonly OpenQuestion[] = [
  {
    id: question,
    title: { id: 'Hari berlakunya Permenaker 1/2025', en: 'The day on which Permenaker 1/2025 took effect' },
    rules: ['benefit.jkm', 'benefit.scholarship', 'claim.heirs', 'claim.deadline'],
    practice: {
      id: `Dipakai ${formatDay(placeholder, 'id')}; peristiwa ${formatDay(doubtful.first, 'id')}, ketika diundangkan menurut sebuah kantor hukum, sampai dengan ${formatDay(doubtful.last, 'id')} disebut dengan kedua hasilnya`,
      en: `${formatDay(placeholder, 'en')} is used; what happened from ${formatDay(doubtful.first, 'en')}, when by a law firm it was promulgated, to ${formatDay(doubtful.last, 'en')} is shown with both results`,
    },
    needed: {
      id: 'Pasal penutup Permenaker 1/2025 (Berita Negara)',
      en: 'The closing article of Permenaker 1/2025 (Berita Negara)',
    },
    uncertainties: [
      'jkm.permenaker_1_2025_day',
      'scholarship.permenaker_1_2025_day',
      'deadline.permenaker_1_2025_day',
    ],
  },
  {
    id: 'U-10',
    title: {
      id: 'Batas 70% atas jumlah persentase kecacatan, dan pecahan rupiah',
      en: 'A cap of 70% on added percentages of disability, and fractions of a rupiah',
    },
    rules: ['benefit.jkk.disability'],
    practice: {
      id: 'Tanpa batas; jumlah dengan batas ikut disebut. Dibulatkan ke rupiah terdekat',
      en: 'No cap; the amount with it is named as well. Rounded to the nearest rupiah',
    },
    needed: { id: 'Pasal yang mengatur batas itu, bila ada', en: 'The article on the cap, if there is one' },
    uncertainties: ['jkk.disability_cap'],
  },
  {
    id: 'U-11',
    title: {
      id: 'Baris tabel kecacatan yang belum dibaca (3–10, 15–27, 29–30, 38–39, 41)',
      en: 'Rows of the disability table that were not read (3–10, 15–27, 29–30, 38–39, 41)',
    },
    rules: ['benefit.jkk.disability'],
    practice: {
      id: 'Nilai dari pengetahuan, ditandai demikian pada setiap baris',
      en: 'The values are known, and each row says so',
    },
    needed: { id: 'Lampiran III PP 82/2019', en: 'Annex III of PP 82/2019' },
    uncertainties: [],
  },
  {
    id: 'U-12',
    title: { id: 'STMB untuk bulan yang tidak penuh', en: 'Temporary incapacity for a part of a month' },
    rules: ['benefit.jkk.stmb'],
    practice: {
      id: 'Upah sebulan dibagi 30 untuk setiap hari (praktik); hasil dengan bulan penuh saja ikut disebut',
      en: 'A thirtieth of the monthly wage a day (practice); the result with whole months only is named as well',
    },
    needed: {
      id: 'Pasal atau pedoman BPJS Ketenagakerjaan',
      en: 'An article or a guideline of BPJS Ketenagakerjaan',
    },
    uncertainties: ['jkk.stmb_days'],
  },
  {
    id: 'U-13',
    title: {
      id: 'Kecelakaan sebelum 2 Desember 2019 yang perawatannya berlanjut sesudahnya',
      en: 'Accidents before 2 December 2019 whose consequences went on after it',
    },
    rules: ['benefit.jkk.stmb', 'benefit.jkk.care', 'benefit.jkk.homeCare'],
    practice: {
      id: 'Hari kecelakaan menentukan; hasil menurut tafsir lain ikut disebut',
      en: 'The day of the accident decides; the result of the other reading is named as well',
    },
    needed: { id: 'Ketentuan peralihan PP 82/2019', en: 'The transitional rule of PP 82/2019' },
    uncertainties: ['jkk.stmb_transition', 'jkk.care_transition', 'jkk.homeCare_transition'],
  },
  {
    id: 'U-22',
    title: {
      id: 'Beasiswa: proyeksi sampai usia 23, pilihan anak, dan syarat sebelum 2019',
      en: 'Scholarships: the projection up to age 23, the choice of children, the conditions before 2019',
    },
    rules: ['benefit.scholarship'],
    practice: {
      id: 'Setiap jenjang dihitung sampai selesai, anak menurut urutan yang diberikan; hasil lain ikut disebut',
      en: 'Every level is counted to its end, the children in the order given; other results are named as well',
    },
    needed: {
      id: 'Permenaker 5/2021 Pasal 103 sebagaimana diubah, dan PP 44/2015 Lampiran III',
      en: 'Permenaker 5/2021 Pasal 103 as amended, and annex III of PP 44/2015',
    },
    uncertainties: ['scholarship.age_cut', 'scholarship.choice', 'scholarship.old_conditions'],
  },
  {
    id: 'U-23',
    title: {
      id: 'PMI: kecacatan dan masa iur untuk beasiswa',
      en: 'Migrant workers: disability, and a contribution period for the scholarship',
    },
    rules: ['benefit.pmi'],
    practice: {
      id: 'Tanpa masa iur; hasil bila disyaratkan ikut disebut. Kecacatan tidak dihitung',
      en: 'No period is asked for; the result if one is, is named as well. Disability is not computed',
    },
    needed: { id: 'Lampiran Permenaker 4/2023', en: 'The annex of Permenaker 4/2023' },
    uncertainties: ['pmi.scholarship_period'],
  },
  {
    id: 'U-30',
    title: {
      id: 'JKM bagi peserta dengan beberapa kepesertaan sejak Permenaker 1/2025',
      en: 'JKM of a member with several memberships since Permenaker 1/2025',
    },
    rules: ['benefit.jkm'],
    practice: {
      id: 'Santunan dan berkala untuk setiap kepesertaan, pemakaman satu kali; hasil tanpa batas itu ikut disebut',
      en: 'Death grant and periodic benefit for each membership, the funeral once; the result without that limit is named as well',
    },
    needed: {
      id: 'Permenaker 5/2021 Pasal 101 sebagaimana diubah; angka contoh dalam berita rusak',
      en: 'Permenaker 5/2021 Pasal 101 as amended; the worked figure in the press is garbled',
    },
    uncertainties: ['jkm.memberships'],
  },
  {
    id: 'U-35',
    title: {
      id: 'Tiga bulan pertama BPU: bulan iuran berturut-turut atau sejak terdaftar, dan peserta yang aktif kembali',
      en: 'The first three months of BPU: consecutive contributions or time since registration, and members who return',
    },
    rules: ['benefit.jkm'],
    practice: {
      id: 'Bulan kepesertaan penuh dihitung pemanggil',
      en: 'The caller counts the completed months of membership',
    },
    needed: {
      id: 'Bunyi Permenaker 5/2021 Pasal 97A sebagaimana diubah',
      en: 'The text of Permenaker 5/2021 Pasal 97A as amended',
    },
    uncertainties: [],
  },
  {
    id: 'U-36',
    title: {
      id: 'JKK: batas gigi tiruan sebelum 2 Desember 2019, harga orthose dan prothese, perawatan di luar negeri',
      en: 'JKK: the cap of dentures before 2 December 2019, the price of orthoses and prostheses, care abroad',
    },
    rules: ['benefit.jkk.care', 'benefit.jkk.rehabilitation'],
    practice: {
      id: 'Batas lama dari pengetahuan dan ditandai; harga acuan diberikan pemanggil; perawatan di luar negeri tidak dianggap pasti',
      en: 'The old cap is known and marked so; the caller gives the reference price; care abroad is not held to be settled',
    },
    needed: { id: 'Lampiran III PP 44/2015 dan PP 82/2019', en: 'Annex III of PP 44/2015 and of PP 82/2019' },
    uncertainties: ['jkk.dentures_cap', 'jkk.device_price', 'jkk.care_abroad'],
  },
  {
    id: 'U-37',
    title: {
      id: 'Jasa konstruksi: upah dasar manfaat bila iuran dari nilai kontrak',
      en: 'Construction: the wage for benefits when contributions were on the contract value',
    },
    rules: ['benefit.jkk.death', 'benefit.jkk.disability', 'benefit.jkk.stmb'],
    practice: {
      id: 'Upah diberikan pemanggil; dalam praktik upah minimum setempat',
      en: 'The caller gives the wage; in practice the minimum wage of the place',
    },
    needed: { id: 'Pasalnya dalam Permenaker 5/2021', en: 'The article in Permenaker 5/2021' },
    uncertainties: [],
  },
  {
    id: 'U-29',
    title: {
      id: 'Kasus Merauke 13 Juni 2024 (Rp 187,6 juta)',
      en: 'The case of Merauke, 13 June 2024 (Rp 187.6 million)',
    },
    rules: [],
    practice: {
      id: 'Tidak dipakai sebagai contoh: bagian-bagian yang dimuat tidak berjumlah demikian',
      en: 'Not used as an example: the printed parts do not add up to it',
    },
    needed: { id: 'Rincian pembayarannya', en: 'The details of the payment' },
    uncertainties: [],
  },
];
