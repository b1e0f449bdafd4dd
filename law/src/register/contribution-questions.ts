import type { OpenQuestion } from './open-question.ts';

/** What is open about contributions, their reliefs, due dates and fines. */
export const contributionQuestions: readonly OpenQuestion[] = [
  {
    id: 'U-02',
    title: {
      id: 'Bulan iuran pertama JKP dengan tarif baru (Februari 2021 dan Februari 2025)',
      en: 'The first contribution month of JKP at a new rate (February 2021 and February 2025)',
    },
    rules: ['contribution.pu'],
    practice: {
      id: 'Dipakai hukum pada hari terakhir bulan iuran: Februari 2025 memakai 0,36%',
      en: 'The law of the last day of the month is used: February 2025 is at 0.36%',
    },
    needed: {
      id: 'Ketentuan peralihan PP 37/2021 dan PP 6/2025',
      en: 'The transitional rules of PP 37/2021 and PP 6/2025',
    },
    uncertainties: ['pu.jkp.first_month', 'pu.jkp.rate_change'],
  },
  {
    id: 'U-03',
    title: {
      id: 'Rekomposisi 0,14% untuk JKP dari JKK yang dipotong setengah (Februari 2025 sampai dengan Januari 2026)',
      en: 'The 0.14% for JKP out of a halved JKK (February 2025 to January 2026)',
    },
    rules: ['contribution.pu'],
    practice: {
      id: 'Pendanaan JKP dihitung seolah-olah tanpa keringanan; tagihannya tidak berubah',
      en: 'The financing of JKP is counted as if there were no relief; the bill is not touched',
    },
    needed: {
      id: 'Pasal PP 7/2025 tentang rekomposisi; kelas I hanya membayar 0,12%',
      en: 'The article of PP 7/2025 on recomposition; class I pays only 0.12%',
    },
    uncertainties: ['pu.jkp.relieved_jkk'],
  },
  {
    id: 'U-04',
    title: { id: 'Bulan-bulan dengan denda 0,5%', en: 'The months with a fine of 0.5%' },
    rules: ['penalty.late'],
    practice: {
      id: 'Denda selalu 2% sebulan, karena bulan iurannya tidak ditanyakan; jumlah pada 0,5% (PP 49/2020 Pasal 23 ayat (1), iuran Agustus 2020 sampai dengan Januari 2021) disebut dalam penjelasan',
      en: 'The fine is always 2% a month, because the month of the contribution is not asked; the explanation names the sum at 0.5% (PP 49/2020 Pasal 23 ayat (1), contributions of August 2020 to January 2021)',
    },
    needed: {
      id: 'Pasal denda PP 7/2025 sebelum diubah',
      en: 'The article on fines of PP 7/2025 before its change',
    },
    uncertainties: ['admin.penalty_rate'],
  },
  {
    id: 'U-05',
    title: { id: 'Iuran JP selama keringanan Covid', en: 'JP contributions during the Covid relief' },
    rules: ['contribution.pu'],
    practice: {
      id: 'JP dihitung penuh: bagi usaha yang memenuhi syarat 99% ditunda, bukan dihapus, dan dilunasi 15 Mei 2021 sampai dengan 15 April 2022 (Pasal 17, menurut berita); 1% ikut disebut',
      en: 'JP is counted in full: for employers who met the conditions 99% was postponed, not forgiven, and paid from 15 May 2021 to 15 April 2022 (Pasal 17, by the press); 1% is named as well',
    },
    needed: {
      id: 'Syarat penundaan dalam PP 49/2020 Pasal 17 dan sesudahnya',
      en: 'The conditions in PP 49/2020 Pasal 17 and after',
    },
    uncertainties: ['pu.jp.postponed'],
  },
  {
    id: 'U-06',
    title: {
      id: 'Apakah Dana Desa atau APBDes termasuk “APBN/APBD” menurut PP 50/2025 Pasal 3',
      en: 'Whether village funds (Dana Desa, APBDes) are “APBN/APBD” under PP 50/2025 Pasal 3',
    },
    rules: ['contribution.bpu'],
    practice: {
      id: 'Pembayar ditentukan pemanggil; sampai jelas, Dana Desa dihitung sebagai pemerintah: tanpa keringanan. Jumlah lain ikut disebut',
      en: 'The caller says who pays; until it is settled, village funds count as government: no relief. The other amount is named as well',
    },
    needed: {
      id: 'Penjelasan PP 50/2025 Pasal 3 atau surat BPJS Ketenagakerjaan',
      en: 'The explanation of PP 50/2025 Pasal 3, or a letter of BPJS Ketenagakerjaan',
    },
    uncertainties: ['bpu.payer'],
  },
  {
    id: 'U-07',
    title: {
      id: 'Siapa BPU yang mendapat keringanan PP 50/2025, dan batas sektor transportasi',
      en: 'Which BPU have the relief of PP 50/2025, and where the transport sector ends',
    },
    rules: ['contribution.bpu'],
    practice: {
      id: 'Pemberi kerja tidak dibedakan dari BPU lain; sektor ditentukan pemanggil',
      en: 'Employers are not told from other BPU; the caller names the sector',
    },
    needed: {
      id: 'PP 50/2025 Pasal 2 dan 3 serta lampirannya',
      en: 'PP 50/2025 Pasal 2 and 3 and its annex',
    },
    uncertainties: [],
  },
  {
    id: 'U-08',
    title: {
      id: 'Syarat keringanan Covid bagi BPU',
      en: 'The conditions of the Covid relief for BPU',
    },
    rules: ['contribution.bpu'],
    practice: {
      id: 'Diterapkan pada semua BPU; jumlah tanpa keringanan ikut disebut. Pelunasan sampai Juli 2020 (Pasal 13 ayat (1), menurut Kementerian) dan dua bulan pertama peserta baru tidak diperiksa',
      en: 'Applied to all BPU; the amount without it is named as well. That contributions up to July 2020 are settled (Pasal 13 ayat (1), by the Ministry) and the first two months of new members are not tested',
    },
    needed: {
      id: 'PP 49/2020 Pasal 13, dan apakah iuran dari APBN/APBD termasuk',
      en: 'PP 49/2020 Pasal 13, and whether contributions from APBN/APBD are included',
    },
    uncertainties: ['bpu.covid_conditions'],
  },
  {
    id: 'U-09',
    title: {
      id: 'Kontrak PMI yang bukan 6, 12, atau 24 bulan',
      en: 'Contracts of migrant workers that are not 6, 12 or 24 months',
    },
    rules: ['contribution.pmi'],
    practice: {
      id: 'Paket berikutnya yang lebih panjang; jumlah per bulan tambahan ikut disebut',
      en: 'The next longer package; the amount by extra months is named as well',
    },
    needed: {
      id: 'Bunyi Permenaker 4/2023 Pasal 18 ayat (3)',
      en: 'The text of Permenaker 4/2023 Pasal 18 ayat (3)',
    },
    uncertainties: ['pmi.between_packages'],
  },
  {
    id: 'U-31',
    title: {
      id: 'Bulan keringanan Covid jasa konstruksi',
      en: 'The months of the Covid relief for construction',
    },
    rules: ['contribution.jakon'],
    practice: {
      id: 'Bulan yang sama dengan segmen lain; jumlah tanpa keringanan ikut disebut',
      en: 'The same months as for other segments; the amount without the relief is named as well',
    },
    needed: { id: 'PP 49/2020 Pasal 12 dan sesudahnya', en: 'PP 49/2020 Pasal 12 and after' },
    uncertainties: ['jakon.covid_months'],
  },
  {
    id: 'U-32',
    title: { id: 'Tabel 33 golongan penghasilan BPU', en: 'The table of 33 income bands of BPU' },
    rules: ['contribution.bpu'],
    practice: {
      id: 'Disalin dari satu salinan pihak lain; ujung-ujungnya cocok dengan berita, tengahnya belum dibandingkan. Celah Rp 999 dihitung ke golongan di bawahnya',
      en: 'From one transcription; its ends agree with the press, its middle was not compared. The gaps of Rp 999 go to the band below',
    },
    needed: { id: 'Lampiran II PP 44/2015', en: 'Annex II of PP 44/2015' },
    uncertainties: [],
  },
  {
    id: 'U-33',
    title: { id: 'Cuti bersama sebagai hari libur', en: 'Collective leave as a holiday' },
    rules: ['contribution.dueDate', 'claim.deadline'],
    practice: {
      id: 'Tanggal dengan kemungkinan lain ikut disebut; tahun tanpa SKB tidak dianggap pasti',
      en: 'The other date is named as well; a year without a decree is not held to be settled',
    },
    needed: {
      id: 'Praktik BPJS Ketenagakerjaan pada cuti bersama, dan SKB tahun berikutnya',
      en: 'What BPJS Ketenagakerjaan does on collective leave, and the decree of the next year',
    },
    uncertainties: ['calendar.collective_leave', 'calendar.year_unknown'],
  },
  {
    id: 'U-34',
    title: { id: 'Jatuh tempo selama keringanan Covid', en: 'The due day during the Covid relief' },
    rules: ['contribution.dueDate'],
    practice: {
      id: 'PU tanggal 30 bulan berikutnya atau hari kerja sebelumnya, pada Februari 2021 hari kerja terakhir; BPU tetap tanggal 15. Kemungkinan lain ikut disebut',
      en: 'PU by the 30th of the next month or the working day before it, in February 2021 by the last working day; BPU still by the 15th. The other day is named as well',
    },
    needed: {
      id: 'Bunyi PP 49/2020 Pasal 3 (“peserta BPU tertentu”) dan Pasal 4',
      en: 'The text of PP 49/2020 Pasal 3 (“certain BPU”) and Pasal 4',
    },
    uncertainties: ['admin.covid_due_day'],
  },
];
