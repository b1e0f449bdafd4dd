import { formatDay } from '@payung/kernel';
import { JAGA_PEKERJA, READ, SIPLAWFIRM } from './pages.ts';
import { PERMENAKER_1_2025_DAY } from './permenaker-1-2025.ts';
import { type RegulationEntry, regulation } from './regulation.ts';

const KNOWN = { confidence: 'known' } as const;
const { placeholder, question, doubtful } = PERMENAKER_1_2025_DAY;

/** Regulations of the minister of manpower. */
export const manpowerRegulations: readonly RegulationEntry[] = [
  regulation('Permenaker', '19/2015', {
    title: 'Tata Cara dan Persyaratan Pembayaran Manfaat Jaminan Hari Tua',
    subject: { id: 'Pembayaran JHT', en: 'Payment of JHT' },
    from: '2015-09-01',
    confidence: 'quoted',
    page: 'https://garuda.kemdiktisaintek.go.id/documents/detail/3982669',
  }),
  regulation('Permenaker', '29/2015', {
    title: 'Tata Cara Pendaftaran Kepesertaan, Pembayaran dan Penghentian Manfaat Jaminan Pensiun',
    subject: { id: 'Pendaftaran dan pembayaran JP', en: 'Registration and payment of JP' },
    ...READ,
    page: 'https://www.pasal.id/peraturan/permen/permenaker-no-29-tahun-2015/koreksi/10460148',
  }),
  regulation('Permenaker', '44/2015', {
    subject: { id: 'JKK dan JKM jasa konstruksi', en: 'JKK and JKM of construction' },
    ...KNOWN,
  }),
  regulation('Permenaker', '1/2016', {
    subject: { id: 'JKK, JKM, dan JHT BPU', en: 'JKK, JKM and JHT of BPU' },
    ...KNOWN,
  }),
  regulation('Permenaker', '18/2018', {
    title: 'Jaminan Sosial Pekerja Migran Indonesia',
    subject: { id: 'JKK, JKM, dan JHT pekerja migran', en: 'JKK, JKM and JHT of migrant workers' },
    ...KNOWN,
  }),
  regulation('Permenaker', '5/2021', {
    title:
      'Tata Cara Penyelenggaraan Program Jaminan Kecelakaan Kerja, Jaminan Kematian, dan Jaminan Hari Tua',
    subject: {
      id: 'Tata cara JKK, JKM, dan JHT bagi PU, BPU, dan jasa konstruksi; beasiswa',
      en: 'Procedure of JKK, JKM and JHT for PU, BPU and construction; scholarships',
    },
    from: '2021-04-01',
    replaces: ['Permenaker 44/2015', 'Permenaker 1/2016'],
    ...JAGA_PEKERJA,
    note: {
      id: 'Hari berlakunya dan yang digantikannya dari pengetahuan, bukan dari teksnya',
      en: 'Its day and what it replaces are known, not read in its text',
    },
  }),
  regulation('Permenaker', '2/2022', {
    title: 'Tata Cara dan Persyaratan Pembayaran Manfaat Jaminan Hari Tua',
    subject: { id: 'Pembayaran JHT', en: 'Payment of JHT' },
    replaces: ['Permenaker 19/2015'],
    ...READ,
    page: 'https://www.medcom.id/nasional/politik/8N0GOAzK-revisi-aturan-terkait-jht-ditargetkan-rampung-sebelum-mei-2022',
    note: {
      id: 'Diundangkan 4 Februari 2022 untuk berlaku tiga bulan kemudian; dicabut sebelum berlaku',
      en: 'Promulgated on 4 February 2022 to take effect three months later; withdrawn before it did',
    },
  }),
  regulation('Permenaker', '4/2022', {
    title: 'Tata Cara dan Persyaratan Pembayaran Manfaat Jaminan Hari Tua',
    subject: { id: 'Pembayaran JHT', en: 'Payment of JHT' },
    from: '2022-04-26',
    replaces: ['Permenaker 19/2015', 'Permenaker 2/2022'],
    ...READ,
    page: 'https://paralegal.id/peraturan/peraturan-menteri-ketenagakerjaan-nomor-4-tahun-2022/',
    note: {
      id: 'Ditetapkan 26 April 2022 (Berita Negara 2022 Nomor 451); hari pengundangannya tidak dibaca',
      en: 'Stipulated on 26 April 2022 (Berita Negara 2022 number 451); the day of promulgation was not read',
    },
  }),
  regulation('Permenaker', '4/2023', {
    title: 'Jaminan Sosial Pekerja Migran Indonesia',
    subject: { id: 'JKK, JKM, dan JHT pekerja migran', en: 'JKK, JKM and JHT of migrant workers' },
    from: '2023-02-22',
    replaces: ['Permenaker 18/2018'],
    ...JAGA_PEKERJA,
  }),
  regulation('Permenaker', '1/2025', {
    title:
      'Perubahan atas Peraturan Menteri Ketenagakerjaan Nomor 5 Tahun 2021 tentang Tata Cara Penyelenggaraan Program Jaminan Kecelakaan Kerja, Jaminan Kematian, dan Jaminan Hari Tua',
    subject: {
      id: 'Masa tunggu JKM BPU, kepesertaan ganda, beasiswa, pelaporan kecelakaan',
      en: 'Waiting period of BPU in JKM, several memberships, scholarships, reports of accidents',
    },
    amends: ['Permenaker 5/2021'],
    ...SIPLAWFIRM,
    note: {
      id: `Diundangkan ${formatDay(doubtful.first, 'id')}; apakah berlaku sejak hari itu belum dibaca. Aturan di sini memakai ${formatDay(placeholder, 'id')} (${question})`,
      en: `Promulgated on ${formatDay(doubtful.first, 'en')}; whether it took effect that day was not read. The rules here use ${formatDay(placeholder, 'en')} (${question})`,
    },
  }),
];
