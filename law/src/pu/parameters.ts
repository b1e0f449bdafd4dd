import { percent, type Rate, type Rupiah, rupiah } from '@payung/kernel';
import { parameter } from '../engine/parameter.ts';
import { countText, rateText, rupiahText, type Text } from '../engine/text.ts';

const PP_44_2015 = { law: 'PP 44/2015' };
const PP_45_2015 = { law: 'PP 45/2015' };
const PP_46_2015 = { law: 'PP 46/2015' };
const PP_49_2020 = { law: 'PP 49/2020' };
const PP_37_2021 = { law: 'PP 37/2021' };
const PP_6_2025 = { law: 'PP 6/2025' };
const PP_7_2025 = { law: 'PP 7/2025' };
const PP_36_2025 = { law: 'PP 36/2025' };

const OBI = {
  confidence: 'secondary',
  page: 'https://github.com/obikastanya/pph_payroll_with_knowledge_base/blob/f04210b/dataset/01_regulasi/tables/bpjs.csv',
} as const;
const EMASHARINI = {
  confidence: 'quoted',
  page: 'https://emasharini.id/pemerintah-perpanjang-diskon-iuran-jkk-bpjs-50-hingga-januari-2026',
} as const;
const TIRTO = {
  confidence: 'quoted',
  page: 'https://tirto.id/prabowo-jamin-korban-phk-kini-dapat-60-gaji-selama-6-bulan-g8lL',
} as const;
const PARAPUAN = {
  confidence: 'quoted',
  page: 'https://www.parapuan.co/read/534218744/pekerja-terkena-phk-berhak-dapat-gaji-60-persen-selama-6-bulan-ini-aturannya?page=3',
} as const;
const KLIPING = {
  confidence: 'quoted',
  page: 'https://online.flipbuilder.com/plcl/rmzy/files/basic-html/page34.html',
} as const;

const CHECKED = '2026-11-20';

/** The risk of the employer's trade, from very low (1) to very high (5). */
export type RiskClass = 1 | 2 | 3 | 4 | 5;

/** The JKK rate of one risk class. */
export type RiskRate = { readonly riskClass: RiskClass; readonly rate: Rate };

/** How a risk class and its rate read in an explanation. */
export function riskRateText({ riskClass, rate }: RiskRate): Text {
  const shown = rateText(rate);
  return { id: `kelompok risiko ${riskClass}, ${shown.id}`, en: `risk class ${riskClass}, ${shown.en}` };
}

/** JKK contribution of the employer as a share of the wage, by risk class. */
export const jkkRates = parameter<readonly RiskRate[]>('pu.jkk.rates', {
  label: { id: 'Iuran JKK PU', en: 'Work accident (JKK) contribution of wage earners' },
  unit: 'share of wage, by risk class',
  checked: CHECKED,
  show: (rates) => countText(rates.length, 'risk class'),
  history: [['2015-07-01', riskRates(), { ...PP_44_2015, article: 'Pasal 16 ayat (2)', ...OBI }]],
});

/** JKM contribution of the employer as a share of the wage. */
export const jkmRate = parameter<Rate>('pu.jkm.rate', {
  label: { id: 'Iuran JKM PU', en: 'Death (JKM) contribution of wage earners' },
  unit: 'share of wage',
  checked: CHECKED,
  show: rateText,
  history: [['2015-07-01', percent('0.30'), { ...PP_44_2015, article: 'Pasal 18 ayat (1)', ...OBI }]],
});

/** JHT contribution of the worker as a share of the whole wage: JHT has no cap. */
export const jhtWorkerRate = parameter<Rate>('pu.jht.worker_rate', {
  label: { id: 'Iuran JHT PU bagian pekerja', en: 'Old-age (JHT) contribution, worker' },
  unit: 'share of wage',
  checked: CHECKED,
  show: rateText,
  history: [['2015-07-01', percent('2'), { ...PP_46_2015, article: 'Pasal 16', ...OBI }]],
});

/** JHT contribution of the employer as a share of the whole wage. */
export const jhtEmployerRate = parameter<Rate>('pu.jht.employer_rate', {
  label: { id: 'Iuran JHT PU bagian pemberi kerja', en: 'Old-age (JHT) contribution, employer' },
  unit: 'share of wage',
  checked: CHECKED,
  show: rateText,
  history: [['2015-07-01', percent('3.7'), { ...PP_46_2015, article: 'Pasal 16', ...OBI }]],
});

/** JP contribution of the worker as a share of the wage up to the cap of `jp/`. */
export const jpWorkerRate = parameter<Rate>('pu.jp.worker_rate', {
  label: { id: 'Iuran JP bagian pekerja', en: 'Pension (JP) contribution, worker' },
  unit: 'share of capped wage',
  checked: CHECKED,
  show: rateText,
  history: [['2015-07-01', percent('1'), { ...PP_45_2015, article: 'Pasal 28', ...OBI }]],
});

/** JP contribution of the employer as a share of the wage up to the cap of `jp/`. */
export const jpEmployerRate = parameter<Rate>('pu.jp.employer_rate', {
  label: { id: 'Iuran JP bagian pemberi kerja', en: 'Pension (JP) contribution, employer' },
  unit: 'share of capped wage',
  checked: CHECKED,
  show: rateText,
  history: [['2015-07-01', percent('2'), { ...PP_45_2015, article: 'Pasal 28', ...OBI }]],
});

/** Share of JKK and JKM still charged under the Covid relief, for contributions of August 2020 to January 2021. */
export const covidCharge = parameter<Rate>('pu.relief_factor.covid', {
  label: { id: 'Bagian JKK dan JKM yang ditagih (Covid)', en: 'Share of JKK and JKM charged (Covid)' },
  unit: 'share of contribution',
  checked: '2026-11-26',
  show: rateText,
  history: [
    ['2020-08-01', percent('1'), { ...PP_49_2020, ...KLIPING }],
    ['2021-02-01', null, { ...PP_49_2020, ...KLIPING }],
  ],
});

/** Share of JKK still charged to labour-intensive industry: six months by PP 7/2025, six more by PP 36/2025. */
export const labourIntensiveCharge = parameter<Rate>('pu.relief_factor.labour_intensive', {
  label: {
    id: 'Bagian JKK yang ditagih, padat karya',
    en: 'Share of JKK charged, labour-intensive industry',
  },
  unit: 'share of contribution',
  checked: CHECKED,
  show: rateText,
  history: [
    ['2025-02-01', percent('50'), { ...PP_7_2025, article: 'Pasal 3, Pasal 4 dan Pasal 10', ...EMASHARINI }],
    ['2025-08-01', percent('50'), { ...PP_36_2025, article: 'Pasal 10A', ...EMASHARINI }],
    ['2026-02-01', null, { ...PP_36_2025, article: 'Pasal 10A', ...EMASHARINI }],
  ],
});

/** Highest monthly wage that JKP is financed on. */
export const jkpWageCap = parameter<Rupiah>('pu.jkp.wage_cap', {
  label: { id: 'Batas atas upah untuk pendanaan JKP', en: 'Wage cap for the financing of JKP' },
  unit: 'IDR/month',
  checked: CHECKED,
  show: rupiahText,
  history: [['2021-02-02', rupiah(5_000_000), { ...PP_37_2021, article: 'Pasal 11 ayat (7)', ...PARAPUAN }]],
});

/** What the government pays towards JKP, as a share of the capped wage. */
export const jkpGovernmentRate = parameter<Rate>('pu.jkp.government_rate', {
  label: { id: 'Iuran JKP dari pemerintah pusat', en: 'JKP contribution of the government' },
  unit: 'share of capped wage',
  checked: CHECKED,
  show: rateText,
  history: [
    ['2021-02-02', percent('0.22'), { ...PP_37_2021, article: 'Pasal 11', ...PARAPUAN }],
    ['2025-02-07', percent('0.22'), { ...PP_6_2025, article: 'Pasal 11', ...TIRTO }],
  ],
});

/** What is taken out of the JKK contribution for JKP (recomposition), as a share of the capped wage. */
export const jkpFromJkkRate = parameter<Rate>('pu.jkp.from_jkk_rate', {
  label: { id: 'Rekomposisi iuran JKK untuk JKP', en: 'Recomposition of JKK for JKP' },
  unit: 'share of capped wage',
  checked: CHECKED,
  show: rateText,
  history: [
    ['2021-02-02', percent('0.14'), { ...PP_37_2021, article: 'Pasal 11 ayat (5)', ...OBI }],
    ['2025-02-07', percent('0.14'), { ...PP_6_2025, article: 'Pasal 11 ayat (5)', ...OBI }],
  ],
});

/** What is taken out of the JKM contribution for JKP, as a share of the capped wage: nothing since PP 6/2025. */
export const jkpFromJkmRate = parameter<Rate>('pu.jkp.from_jkm_rate', {
  label: { id: 'Rekomposisi iuran JKM untuk JKP', en: 'Recomposition of JKM for JKP' },
  unit: 'share of capped wage',
  checked: CHECKED,
  show: rateText,
  history: [
    ['2021-02-02', percent('0.10'), { ...PP_37_2021, article: 'Pasal 11', ...OBI }],
    ['2025-02-07', percent('0'), { ...PP_6_2025, article: 'Pasal 11', ...OBI }],
  ],
});

/** All parameters of this folder, for a page that lists them; the JP cap is with the pension. */
export const puParameters = [
  jkkRates,
  jkmRate,
  jhtWorkerRate,
  jhtEmployerRate,
  jpWorkerRate,
  jpEmployerRate,
  covidCharge,
  labourIntensiveCharge,
  jkpWageCap,
  jkpGovernmentRate,
  jkpFromJkkRate,
  jkpFromJkmRate,
] as const;

function riskRates(): RiskRate[] {
  return [
    { riskClass: 1, rate: percent('0.24') },
    { riskClass: 2, rate: percent('0.54') },
    { riskClass: 3, rate: percent('0.89') },
    { riskClass: 4, rate: percent('1.27') },
    { riskClass: 5, rate: percent('1.74') },
  ];
}
