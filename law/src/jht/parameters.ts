import { percent, type Rate } from '@payung/kernel';
import { parameter } from '../engine/parameter.ts';
import { countText, rateText, type Text } from '../engine/text.ts';

const PP_46_2015 = { law: 'PP 46/2015' };
const PASAL_ID = {
  confidence: 'quoted',
  page: 'https://pasal.id/en/peraturan/pp/pp-no-46-tahun-2015/koreksi/9065384',
} as const;
const TRIBUN = {
  confidence: 'quoted',
  page: 'https://www.tribunnewswiki.com/2022/04/29/simak-syarat-dan-cara-klaim-jht-berdasarkan-peraturan-baru',
} as const;
const GARUDA = {
  confidence: 'quoted',
  page: 'https://garuda.kemdiktisaintek.go.id/documents/detail/3982669',
} as const;

const CHECKED = '2026-11-20';

/** Age in years from which the whole balance is paid. */
export const jhtAge = parameter<number>('jht.age', {
  label: { id: 'Usia pembayaran JHT', en: 'Age at which JHT is paid' },
  unit: 'years',
  checked: CHECKED,
  show: (years) => countText(years, 'year'),
  history: [['2015-07-01', 56, { ...PP_46_2015, article: 'Pasal 22 ayat (1)', ...PASAL_ID }]],
});

/** Months to wait after leaving work. In the two months before Permenaker 19/2015 the same wait is assumed. */
export const jhtWaitingMonths = parameter<number>('jht.waiting_months', {
  label: { id: 'Masa tunggu JHT setelah berhenti bekerja', en: 'JHT waiting time after leaving work' },
  unit: 'months',
  checked: CHECKED,
  show: monthsText,
  history: [
    ['2015-07-01', 1, { ...PP_46_2015, article: 'Pasal 26', confidence: 'convention' }],
    ['2015-09-01', 1, { law: 'Permenaker 19/2015', ...GARUDA }],
    ['2022-04-26', 1, { law: 'Permenaker 4/2022', ...TRIBUN }],
  ],
});

/** Months of membership (10 years) from which a part may be taken once. */
export const jhtPartialMembership = parameter<number>('jht.partial.membership_months', {
  label: {
    id: 'Kepesertaan minimum untuk pengambilan sebagian',
    en: 'Least membership for a partial withdrawal',
  },
  unit: 'months',
  checked: CHECKED,
  show: monthsText,
  history: [['2015-07-01', 120, { ...PP_46_2015, article: 'Pasal 22 ayat (4)', ...PASAL_ID }]],
});

/** Share of the balance that may be taken for a house. */
export const jhtHousingShare = parameter<Rate>('jht.partial.housing_share', {
  label: { id: 'Pengambilan sebagian untuk perumahan', en: 'Partial withdrawal for housing' },
  unit: 'share of balance',
  checked: CHECKED,
  show: rateText,
  history: [['2015-07-01', percent('30'), { ...PP_46_2015, article: 'Pasal 22 ayat (5)', ...PASAL_ID }]],
});

/** Share of the balance that may be taken to prepare for retirement, for any purpose but a house. */
export const jhtOtherShare = parameter<Rate>('jht.partial.other_share', {
  label: { id: 'Pengambilan sebagian untuk keperluan lain', en: 'Partial withdrawal for other purposes' },
  unit: 'share of balance',
  checked: CHECKED,
  show: rateText,
  history: [['2015-07-01', percent('10'), { ...PP_46_2015, article: 'Pasal 22 ayat (5)', ...PASAL_ID }]],
});

/** All parameters of JHT payments, for a page that lists them; the rates are those of the contributions. */
export const jhtParameters = [
  jhtAge,
  jhtWaitingMonths,
  jhtPartialMembership,
  jhtHousingShare,
  jhtOtherShare,
] as const;

function monthsText(months: number): Text {
  return countText(months, 'month');
}
