import { JAGA_PEKERJA, READ } from './pages.ts';
import { type RegulationEntry, regulation } from './regulation.ts';

const KNOWN = { confidence: 'known' } as const;

/** Regulations, instructions and days off that the President decides. */
export const presidentialRegulations: readonly RegulationEntry[] = [
  regulation('Perpres', '109/2013', {
    title: 'Penahapan Kepesertaan Program Jaminan Sosial',
    subject: {
      id: 'Program wajib menurut skala usaha',
      en: 'Which programmes are compulsory, by size of business',
    },
    from: '2013-12-27',
    ...JAGA_PEKERJA,
  }),
  regulation('Inpres', '2/2021', {
    title: 'Optimalisasi Pelaksanaan Program Jaminan Sosial Ketenagakerjaan',
    subject: {
      id: 'Menteri dan kepala daerah menganggarkan dan mengatur perlindungan pekerja',
      en: 'Ministers and heads of regions budget for and regulate the protection of workers',
    },
    from: '2021-03-25',
    ...READ,
    page: 'https://setkab.go.id/en/president-jokowi-issues-presidential-instruction-to-improve-workers-social-security-program/',
  }),
  regulation('Inpres', '4/2022', {
    title: 'Percepatan Penghapusan Kemiskinan Ekstrem',
    subject: { id: 'Kemiskinan ekstrem', en: 'Extreme poverty' },
    from: '2022-06-08',
    until: '2025-01-01',
    ...READ,
    page: 'https://www.idntimes.com/news/indonesia/lia-hutasoit-1/hapus-kemiskinan-ekstrem-pada-2024-pemerintah-terbitkan-inpres',
  }),
  regulation('Inpres', '8/2025', {
    title: 'Optimalisasi Pelaksanaan Pengentasan Kemiskinan dan Penghapusan Kemiskinan Ekstrem',
    subject: { id: 'Kemiskinan dan data tunggal (DTSEN)', en: 'Poverty and the single registry (DTSEN)' },
    from: '2025-03-27',
    ...READ,
    page: 'https://beritapagi88.info/terbitkan-inpres-prabowo-beberkan-strategi-hapus-kemiskinan-18253.html',
  }),
];

/** Regulations of the ministers of home affairs, of villages and of finance, and decisions of governors. */
export const budgetRegulations: readonly RegulationEntry[] = [
  regulation('Permendagri', '110/2016', {
    title: 'Badan Permusyawaratan Desa',
    subject: { id: 'BPD', en: 'The village council (BPD)' },
    ...KNOWN,
  }),
  regulation('Permendagri', '18/2018', {
    title: 'Lembaga Kemasyarakatan Desa dan Lembaga Adat Desa',
    subject: {
      id: 'LKD: RT, RW, PKK, Karang Taruna, Posyandu, LPM',
      en: 'Community bodies (LKD), RT and RW',
    },
    ...KNOWN,
  }),
  regulation('Permendagri', '20/2018', {
    title: 'Pengelolaan Keuangan Desa',
    subject: {
      id: 'APBDes, termasuk iuran jaminan sosial perangkat desa (Pasal 19)',
      en: 'The village budget, contributions of village staff included (Pasal 19)',
    },
    from: '2018-05-08',
    ...READ,
    page: 'https://id.scribd.com/presentation/529393524/ppt-anja',
    note: {
      id: 'Sumber lain menyebut Pasal 20 sebagai dasar iuran perangkat desa; teksnya tidak dibaca',
      en: 'Another source names Pasal 20 for the contributions of village staff; the text was not read',
    },
  }),
  regulation('Permendagri', '27/2021', {
    title: 'Pedoman Penyusunan Anggaran Pendapatan dan Belanja Daerah Tahun Anggaran 2022',
    subject: { id: 'APBD 2022', en: 'Regional budgets of 2022' },
    ...KNOWN,
  }),
  regulation('Permendagri', '84/2022', {
    title: 'Pedoman Penyusunan Anggaran Pendapatan dan Belanja Daerah Tahun Anggaran 2023',
    subject: { id: 'APBD 2023', en: 'Regional budgets of 2023' },
    ...KNOWN,
  }),
  regulation('Permendagri', '15/2023', {
    title: 'Pedoman Penyusunan Anggaran Pendapatan dan Belanja Daerah Tahun Anggaran 2024',
    subject: {
      id: 'APBD 2024: pekerja rentan, aparatur desa, BPD, RT/RW',
      en: 'Regional budgets of 2024: vulnerable workers, village staff, BPD, RT/RW',
    },
    ...READ,
    page: 'https://jabarekspres.com/berita/2023/11/14/bpjs-ketenagakerjaan-dan-kemendagri-dorong-kesejahteraan-masyarakat-desa-di-jabar-melalui-program-perlindungan-jamsostek',
  }),
  regulation('Permendes', '8/2022', {
    title: 'Prioritas Penggunaan Dana Desa Tahun 2023',
    subject: { id: 'Dana Desa 2023', en: 'Village funds of 2023' },
    ...READ,
    page: 'https://www.slideshare.net/YandryAbun1/permendes-pdtt-nomor-8-tahun-2022pdf',
  }),
  regulation('PMK', '215/2021', {
    subject: {
      id: 'DBHCHT: perlindungan pekerja tembakau',
      en: 'Tobacco excise shares (DBHCHT): protection of tobacco workers',
    },
    ...KNOWN,
  }),
  regulation('SE Gubernur NTT', 'BU 41/34/DPMD 5.1/10.2022', {
    subject: { id: 'Pekerja rentan di desa', en: 'Vulnerable workers in villages' },
    ...KNOWN,
    note: {
      id: 'Nomornya menurut bahan program; teks dan harinya tidak ditemukan',
      en: 'The number is as the programme gives it; text and day were not found',
    },
  }),
  regulation('Kepgub DKI Jakarta', '642/2023', {
    subject: { id: 'Iuran RT/RW di DKI: Rp 16.800', en: 'Contribution of RT/RW in Jakarta: Rp 16,800' },
    confidence: 'quoted',
    page: 'https://www.idntimes.com/news/indonesia/dini-suciatiningrum/pemprov-dki-jakarta-berikan-bpjs-ketenagakerjaan-untuk-ketua-rt-rw',
  }),
  regulation('usage', 'Universal Coverage Jamsostek', {
    subject: { id: 'Nisbah cakupan (UCJ)', en: 'The coverage ratio (UCJ)' },
    ...KNOWN,
    note: {
      id: 'Bukan peraturan: rumus resmi tidak ditemukan, hanya pemakaiannya',
      en: 'No regulation: an official formula was not found, only its use',
    },
  }),
];
