import { percent, type Rate } from '@payung/kernel';
import { parameter } from '../engine/parameter.ts';
import { countText, rateText, type Text } from '../engine/text.ts';

const HARIAN_JOGJA = {
  confidence: 'quoted',
  page: 'https://news.harianjogja.com/read/2019/12/23/500/1027736/jaminan-kecelakaan-kerja-diperpanjang-jadi-5-tahun-jaminan-kematian-jadi-rp20-juta-',
} as const;
const KABAR_DEWATA = {
  confidence: 'quoted',
  page: 'https://kabardewata.com/berita/berita-utama/ekonomi/bpjs-ketenagakerjaan-banuspa-permenaker-no-1-tahun-2025-tingkatkan-perlindungan-pekerja.html',
} as const;
const PIKIRAN_RAKYAT = {
  confidence: 'quoted',
  page: 'https://depok.pikiran-rakyat.com/nasional/pr-094377344/3-aturan-baru-klaim-jht-dalam-permenaker-nomor-4-tahun-2022-peserta-tidak-perlu-menunggu-sampai-usia-56-tahun',
} as const;

const PASAL_ID_37 = {
  confidence: 'quoted',
  page: 'https://pasal.id/en/peraturan/pp/pp-no-44-tahun-2015/koreksi/9064480',
} as const;
const PERISAI_BLORA = {
  confidence: 'quoted',
  page: 'https://perisaiblora.blogspot.com/2023/11/tata-cara-pembayaran-manfaat-jaminan.html',
} as const;
const JAGA = {
  confidence: 'secondary',
  page: 'https://github.com/hibahtiar/jaga-pekerja/tree/64d985b',
} as const;

const CHECKED = '2026-11-20';
const CHECKED_AGAIN = '2026-11-26';

/** Years after the accident or the diagnosis within which JKK must be claimed, the last day included. */
export const jkkClaimYears = parameter<number>('jkk.claim_expiry_years', {
  label: { id: 'Batas pengajuan JKK', en: 'Time to claim JKK' },
  unit: 'years',
  checked: CHECKED,
  show: (years) => countText(years, 'year'),
  history: [
    ['2015-07-01', 2, { law: 'PP 44/2015', article: 'Pasal 26', ...HARIAN_JOGJA }],
    ['2019-12-02', 5, { law: 'PP 82/2019', article: 'Pasal 26', ...HARIAN_JOGJA }],
  ],
});

/** Days of 24 hours after the accident within which it must be reported (2 × 24 jam), holidays included. */
export const jkkReportDays = parameter<number>('jkk.report_deadline_days', {
  label: { id: 'Batas pelaporan kecelakaan kerja', en: 'Time to report a work accident' },
  unit: 'days of 24 hours',
  checked: CHECKED,
  show: (days) => ({ id: `${days} × 24 jam`, en: `${days} × 24 hours` }),
  history: [['2015-07-01', 2, { law: 'PP 44/2015', ...KABAR_DEWATA }]],
});

/** Working days after the complete application within which JKM is paid. */
export const jkmPaymentDays = parameter<number>('jkm.payment_days', {
  label: { id: 'Batas pembayaran JKM', en: 'Time to pay JKM' },
  unit: 'working days',
  checked: CHECKED_AGAIN,
  show: workingDays,
  history: [
    ['2015-07-01', 3, { law: 'UU 40/2004', article: 'Pasal 45 ayat (2)', confidence: 'known' }],
    [
      '2015-07-01',
      3,
      { law: 'PP 44/2015', article: 'Pasal 40 ayat (3)', ...PERISAI_BLORA, known: CHECKED_AGAIN },
    ],
  ],
});

/** Working days after the requirements are met within which JKK is paid to a worker declared recovered. */
export const jkkPaymentDays = parameter<number>('jkk.payment_days', {
  label: { id: 'Batas pembayaran JKK', en: 'Time to pay JKK' },
  unit: 'working days',
  checked: CHECKED_AGAIN,
  show: workingDays,
  history: [['2015-07-01', 7, { law: 'PP 44/2015', article: 'Pasal 37 ayat (2)', ...PASAL_ID_37 }]],
});

/** Working days after the approval within which BPJS promises to pay JP; no article was read. */
export const jpPaymentDays = parameter<number>('jp.payment_days', {
  label: { id: 'Batas pembayaran JP', en: 'Time to pay JP' },
  unit: 'working days',
  checked: CHECKED,
  show: workingDays,
  history: [['2015-07-01', 15, { law: 'PP 45/2015', ...JAGA }]],
});

/** Working days after the valid application within which the first month of JKP is paid; no article was read. */
export const jkpPaymentDays = parameter<number>('jkp.payment_days', {
  label: { id: 'Batas pembayaran JKP bulan pertama', en: 'Time to pay the first month of JKP' },
  unit: 'working days',
  checked: CHECKED,
  show: workingDays,
  history: [['2021-02-02', 3, { law: 'PP 37/2021', confidence: 'known' }]],
});

/** Share of the JKK grant owed for each day that it is paid late; that of JKM is with JKM. */
export const jkkLateShare = parameter<Rate>('jkk.late_compensation.rate', {
  label: { id: 'Ganti rugi keterlambatan JKK per hari', en: 'Compensation for each day that JKK is late' },
  unit: 'share of benefit, per day',
  checked: CHECKED_AGAIN,
  show: rateText,
  history: [
    ['2015-07-01', percent('1'), { law: 'PP 44/2015', article: 'Pasal 37 ayat (3)', ...PASAL_ID_37 }],
  ],
});

/** Working days after the complete application within which JHT is paid; the same is assumed before Permenaker 4/2022. */
export const jhtPaymentDays = parameter<number>('jht.payment_days', {
  label: { id: 'Batas pembayaran JHT', en: 'Time to pay JHT' },
  unit: 'working days',
  checked: CHECKED,
  show: workingDays,
  history: [
    ['2015-07-01', 5, { law: 'PP 46/2015', confidence: 'convention' }],
    ['2022-04-26', 5, { law: 'Permenaker 4/2022', ...PIKIRAN_RAKYAT }],
  ],
});

/** All parameters of deadlines and payment, for a page that lists them; that of the JKP claim is with JKP. */
export const deadlineParameters = [
  jkkClaimYears,
  jkkReportDays,
  jkkPaymentDays,
  jkmPaymentDays,
  jhtPaymentDays,
  jpPaymentDays,
  jkpPaymentDays,
  jkkLateShare,
] as const;

function workingDays(days: number): Text {
  return countText(days, 'working day');
}
