import { OBIKASTANYA, READ } from './pages.ts';
import { type RegulationEntry, regulation } from './regulation.ts';

const KNOWN = { confidence: 'known' } as const;

/** Statutes, and the civil code. */
export const statutes: readonly RegulationEntry[] = [
  regulation('UU', '40/2004', {
    title: 'Sistem Jaminan Sosial Nasional',
    subject: {
      id: 'Lima program jaminan sosial dan asasnya',
      en: 'The five programmes and their principles',
    },
    from: '2004-10-19',
    ...KNOWN,
    note: {
      id: '“UU 40/2024” dalam berita adalah salah cetak dari UU 40/2004; isi UU 40/2024 tidak diperiksa',
      en: '“UU 40/2024” in the press is a misprint of UU 40/2004; what UU 40/2024 regulates was not checked',
    },
  }),
  regulation('UU', '24/2011', {
    title: 'Badan Penyelenggara Jaminan Sosial',
    subject: {
      id: 'BPJS Ketenagakerjaan: kewajiban mendaftar dan membayar, sanksi',
      en: 'BPJS Ketenagakerjaan: duties to register and pay, sanctions',
    },
    from: '2011-11-25',
    ...KNOWN,
  }),
  regulation('UU', '6/2023', {
    title:
      'Penetapan Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022 tentang Cipta Kerja Menjadi Undang-Undang',
    subject: { id: 'Cipta Kerja; JKP dalam UU SJSN', en: 'Job creation; JKP inside the SJSN law' },
    amends: ['UU 40/2004', 'UU 6/2014'],
    ...READ,
    page: 'https://edocs.msmconsulting.co.id/docs/s/peraturan-pemerintah-nomor-49-tahun-2023',
    note: {
      id: 'Dibaca dalam konsiderans PP 49/2023; hari berlakunya tidak dicari',
      en: 'Read in the preamble of PP 49/2023; its day was not looked for',
    },
  }),
  regulation('UU', '4/2023', {
    title: 'Pengembangan dan Penguatan Sektor Keuangan',
    subject: { id: 'Mengubah UU SJSN dan UU BPJS', en: 'Amends the laws on SJSN and BPJS' },
    amends: ['UU 40/2004', 'UU 24/2011'],
    ...KNOWN,
  }),
  regulation('UU', '27/2022', {
    title: 'Pelindungan Data Pribadi',
    subject: { id: 'Data pribadi', en: 'Personal data' },
    from: '2022-10-17',
    ...KNOWN,
    note: {
      id: 'Penyesuaian paling lambat 17 Oktober 2024',
      en: 'Compliance was due by 17 October 2024',
    },
  }),
  regulation('UU', '6/2014', {
    title: 'Desa',
    subject: { id: 'Desa, kepala desa, dan perangkatnya', en: 'The village, its head and its staff' },
    from: '2014-01-15',
    ...KNOWN,
  }),
  regulation('UU', '3/2024', {
    title: 'Perubahan Kedua atas Undang-Undang Nomor 6 Tahun 2014 tentang Desa',
    subject: { id: 'Desa, kepala desa, dan perangkatnya', en: 'The village, its head and its staff' },
    amends: ['UU 6/2014'],
    ...READ,
    page: 'https://prestasikaryamandiri.co.id/jokowi-teken-revisi-uu-desa-kades-bisa-menjabat-hingga-16-tahun',
    note: {
      id: 'Ditandatangani 25 April 2024; hari pengundangannya tidak dibaca',
      en: 'Signed on 25 April 2024; the day of promulgation was not read',
    },
  }),
  regulation('UU', '1/1974', {
    title: 'Perkawinan',
    subject: { id: 'Anak dan perwalian', en: 'Children and guardianship' },
    ...KNOWN,
  }),
  regulation('UU', '35/2014', {
    title: 'Perubahan atas Undang-Undang Nomor 23 Tahun 2002 tentang Perlindungan Anak',
    subject: { id: 'Batas usia anak', en: 'Until which age one is a child' },
    ...KNOWN,
  }),
  regulation('KUH Perdata', '', {
    title: 'Kitab Undang-Undang Hukum Perdata',
    subject: { id: 'Kedewasaan dan waris', en: 'Majority and inheritance' },
    ...KNOWN,
  }),
];

/** Government regulations. */
export const governmentRegulations: readonly RegulationEntry[] = [
  regulation('PP', '14/1993', {
    title: 'Penyelenggaraan Program Jaminan Sosial Tenaga Kerja',
    subject: {
      id: 'Jamsostek sebelum BPJS; asal tabel kecacatan',
      en: 'Jamsostek before BPJS; where the disability table comes from',
    },
    ...READ,
    page: 'https://docplayer.info/36220-Peraturan-menteri-tenaga-kerja-r-i-nomor-per-04-men-1993-tentang-jaminan-kecelakaan-kerja-menteri-tenaga-kerja.html',
  }),
  regulation('PP', '68/2009', {
    title:
      'Tarif Pajak Penghasilan Pasal 21 atas Penghasilan Berupa Uang Pesangon, Uang Manfaat Pensiun, Tunjangan Hari Tua, dan Jaminan Hari Tua yang Dibayarkan Sekaligus',
    subject: { id: 'Pajak final atas JHT', en: 'Final tax on JHT' },
    ...KNOWN,
  }),
  regulation('PP', '86/2013', {
    title:
      'Tata Cara Pengenaan Sanksi Administratif kepada Pemberi Kerja Selain Penyelenggara Negara dan Setiap Orang, Selain Pemberi Kerja, Pekerja, dan Penerima Bantuan Iuran dalam Penyelenggaraan Jaminan Sosial',
    subject: { id: 'Sanksi administratif', en: 'Administrative sanctions' },
    from: '2013-12-24',
    ...KNOWN,
  }),
  regulation('PP', '44/2015', {
    title: 'Penyelenggaraan Program Jaminan Kecelakaan Kerja dan Jaminan Kematian',
    subject: { id: 'JKK dan JKM', en: 'JKK and JKM' },
    from: '2015-07-01',
    ...OBIKASTANYA,
  }),
  regulation('PP', '45/2015', {
    title: 'Penyelenggaraan Program Jaminan Pensiun',
    subject: { id: 'JP', en: 'JP' },
    from: '2015-07-01',
    ...OBIKASTANYA,
  }),
  regulation('PP', '46/2015', {
    title: 'Penyelenggaraan Program Jaminan Hari Tua',
    subject: { id: 'JHT', en: 'JHT' },
    from: '2015-07-01',
    ...OBIKASTANYA,
  }),
  regulation('PP', '60/2015', {
    title:
      'Perubahan atas Peraturan Pemerintah Nomor 46 Tahun 2015 tentang Penyelenggaraan Program Jaminan Hari Tua',
    subject: { id: 'Pembayaran JHT (Pasal 26)', en: 'Payment of JHT (Pasal 26)' },
    from: '2015-08-12',
    amends: ['PP 46/2015'],
    confidence: 'known',
  }),
  regulation('PP', '11/2019', {
    title:
      'Perubahan Kedua atas Peraturan Pemerintah Nomor 43 Tahun 2014 tentang Peraturan Pelaksanaan Undang-Undang Nomor 6 Tahun 2014 tentang Desa',
    subject: { id: 'Penghasilan tetap kepala desa dan perangkatnya', en: 'Fixed income of village staff' },
    ...KNOWN,
  }),
  regulation('PP', '82/2019', {
    title:
      'Perubahan atas Peraturan Pemerintah Nomor 44 Tahun 2015 tentang Penyelenggaraan Program Jaminan Kecelakaan Kerja dan Jaminan Kematian',
    subject: { id: 'Manfaat JKK dan JKM naik', en: 'Benefits of JKK and JKM go up' },
    from: '2019-12-02',
    amends: ['PP 44/2015'],
    ...OBIKASTANYA,
  }),
  regulation('PP', '49/2020', {
    title:
      'Penyesuaian Iuran Program Jaminan Sosial Ketenagakerjaan selama Bencana Nonalam Penyebaran Corona Virus Disease 2019 (COVID-19)',
    subject: {
      id: 'Keringanan Covid: iuran Agustus 2020 sampai dengan Januari 2021',
      en: 'Covid relief: contributions of August 2020 to January 2021',
    },
    from: '2020-09-01',
    ...READ,
    page: 'https://voi.id/en/news/13466',
    note: {
      id: 'Diundangkan 1 September 2020, untuk iuran sejak Agustus 2020; jatuh tempo menjadi tanggal 30',
      en: 'Promulgated on 1 September 2020, for contributions since August 2020; due on the 30th',
    },
  }),
  regulation('PP', '37/2021', {
    title: 'Penyelenggaraan Program Jaminan Kehilangan Pekerjaan',
    subject: { id: 'JKP', en: 'JKP' },
    from: '2021-02-02',
    ...OBIKASTANYA,
  }),
  regulation('PP', '49/2023', {
    title:
      'Perubahan Kedua atas Peraturan Pemerintah Nomor 44 Tahun 2015 tentang Penyelenggaraan Program Jaminan Kecelakaan Kerja dan Jaminan Kematian',
    subject: {
      id: 'Kepesertaan, rekomposisi untuk JKP, dugaan kecelakaan kerja',
      en: 'Membership, recomposition for JKP, suspected accidents',
    },
    from: '2023-10-06',
    amends: ['PP 44/2015'],
    ...OBIKASTANYA,
  }),
  regulation('PP', '6/2025', {
    title:
      'Perubahan atas Peraturan Pemerintah Nomor 37 Tahun 2021 tentang Penyelenggaraan Program Jaminan Kehilangan Pekerjaan',
    subject: { id: 'JKP: iuran turun, manfaat naik', en: 'JKP: contribution down, benefit up' },
    from: '2025-02-07',
    amends: ['PP 37/2021'],
    ...OBIKASTANYA,
  }),
  regulation('PP', '7/2025', {
    title: 'Penyesuaian Iuran Jaminan Kecelakaan Kerja bagi Perusahaan Industri Padat Karya Tertentu',
    subject: { id: 'Keringanan JKK industri padat karya', en: 'JKK relief of labour-intensive industry' },
    from: '2025-02-07',
    ...READ,
    page: 'https://radiodms.com/prabowo-pangkas-iuran-jkk-industri-padat-karya-hingga-50-persen',
  }),
  regulation('PP', '36/2025', {
    subject: {
      id: 'Keringanan JKK industri padat karya sampai dengan Januari 2026',
      en: 'JKK relief of labour-intensive industry up to January 2026',
    },
    from: '2025-09-04',
    amends: ['PP 7/2025'],
    ...OBIKASTANYA,
  }),
  regulation('PP', '50/2025', {
    title: 'Penyesuaian Iuran JKK dan JKM bagi Peserta Bukan Penerima Upah',
    subject: { id: 'Keringanan JKK dan JKM BPU', en: 'JKK and JKM relief of BPU' },
    from: '2025-12-22',
    confidence: 'secondary',
    page: 'https://github.com/hibahtiar/jaga-pekerja/blob/64d985b/data/peraturan.js',
    note: {
      id: 'Judul dari salinan pihak lain; ditandatangani dan diundangkan 22 Desember 2025 menurut berita',
      en: 'The title is from a transcription; signed and promulgated on 22 December 2025 according to the press',
    },
  }),
];
