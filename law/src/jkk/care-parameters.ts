import { formatRate, percent, type Rate, type Rupiah, rupiah } from '@payung/kernel';
import { parameter } from '../engine/parameter.ts';
import { countText, rupiahText } from '../engine/text.ts';
import { PP_44_2015, PP_82_2019, RADAR, SCRIBD, SUARA, TOPCAREER, UNREAD } from './sources.ts';

const CHECKED = '2026-11-26';

/** The class of hospital up to which treatment is paid, as medically needed and without a cap in rupiah. */
export const careClass = parameter<string>('jkk.benefit.care_class', {
  label: { id: 'Perawatan JKK', en: 'JKK treatment' },
  unit: 'class of a government hospital',
  checked: CHECKED,
  show: (ward) => ({
    id: `menurut kebutuhan medis, kelas ${ward} rumah sakit pemerintah atau swasta yang setara, tanpa batas biaya`,
    en: `as medically needed, class ${ward} of a government hospital or an equal private one, without a cap`,
  }),
  history: [
    ['2015-07-01', 'I', { ...PP_44_2015, ...TOPCAREER }],
    ['2019-12-02', 'I', { ...PP_82_2019, ...SCRIBD }],
  ],
});

/** Examinations that establish whether a disease is occupational. */
export const occupationalDiagnosis = parameter<string>('jkk.benefit.occupational_diagnosis', {
  label: { id: 'Pemeriksaan diagnostik penyakit akibat kerja', en: 'Diagnostics of an occupational disease' },
  unit: 'cost',
  checked: CHECKED,
  show: () => ({ id: 'biaya sebenarnya', en: 'actual cost' }),
  history: [['2019-12-02', 'actual', { ...PP_82_2019, ...SCRIBD }]],
});

/** The most that is paid for dentures. */
export const denturesCap = parameter<Rupiah>('jkk.benefit.denture_cap', {
  label: { id: 'Batas biaya gigi tiruan', en: 'Cap on dentures' },
  unit: 'IDR/case',
  checked: CHECKED,
  show: rupiahText,
  history: [
    ['2015-07-01', rupiah(3_000_000), { ...PP_44_2015, ...UNREAD }],
    ['2019-12-02', rupiah(5_000_000), { ...PP_82_2019, ...TOPCAREER }],
  ],
});

/** The most that is paid for a hearing aid. */
export const hearingAidCap = parameter<Rupiah>('jkk.benefit.hearing_aid_cap', {
  label: { id: 'Batas biaya alat bantu dengar', en: 'Cap on a hearing aid' },
  unit: 'IDR/case',
  checked: CHECKED,
  show: rupiahText,
  history: [['2019-12-02', rupiah(2_500_000), { ...PP_82_2019, ...TOPCAREER }]],
});

/** The most that is paid for glasses. */
export const glassesCap = parameter<Rupiah>('jkk.benefit.glasses_cap', {
  label: { id: 'Batas biaya kacamata', en: 'Cap on glasses' },
  unit: 'IDR/case',
  checked: CHECKED,
  show: rupiahText,
  history: [['2019-12-02', rupiah(1_000_000), { ...PP_82_2019, ...TOPCAREER }]],
});

/** The most that is paid for all home care after one accident. */
export const homeCareCap = parameter<Rupiah>('jkk.benefit.homecare_cap', {
  label: { id: 'Batas biaya perawatan di rumah', en: 'Cap on home care' },
  unit: 'IDR/case',
  checked: CHECKED,
  show: rupiahText,
  history: [['2019-12-02', rupiah(20_000_000), { ...PP_82_2019, ...SCRIBD }]],
});

/** How long home care is paid. */
export const homeCareMonths = parameter<number>('jkk.benefit.homecare_months', {
  label: { id: 'Lama perawatan di rumah, paling lama', en: 'Home care, at most' },
  unit: 'months',
  checked: CHECKED,
  show: (months) => countText(months, 'month'),
  history: [['2019-12-02', 12, { ...PP_82_2019, ...SCRIBD }]],
});

/** What is paid for an orthosis or prosthesis: the reference price and two fifths of it. */
export const rehabilitationFactor = parameter<Rate>('jkk.benefit.rehab_factor', {
  label: { id: 'Orthese dan prothese', en: 'Orthoses and prostheses' },
  unit: "share of the reference price of a government hospital's rehabilitation centre",
  checked: CHECKED,
  show: (rate) => ({
    id: `${formatRate(rate, 'id')} dari harga patokan`,
    en: `${formatRate(rate, 'en')} of the reference price`,
  }),
  history: [
    ['2015-07-01', percent('140'), { ...PP_44_2015, ...UNREAD }],
    ['2019-12-02', percent('140'), { ...PP_82_2019, ...RADAR }],
  ],
});

/** The programme that brings a disabled member back to work: help, never money. */
export const returnToWork = parameter<string>('jkk.benefit.return_to_work', {
  label: { id: 'Program kembali kerja', en: 'Return to work' },
  unit: 'benefit in kind',
  checked: CHECKED,
  show: () => ({
    id: 'pendampingan, pelatihan ulang, dan angkutannya',
    en: 'accompaniment, retraining and transport to it',
  }),
  history: [
    ['2015-07-01', 'inKind', { law: 'PP 44/2015', ...SUARA }],
    ['2019-12-02', 'inKind', { law: 'PP 82/2019', ...SUARA }],
  ],
});

/** The parameters of care, home care and rehabilitation. */
export const careParameters = [
  careClass,
  occupationalDiagnosis,
  denturesCap,
  hearingAidCap,
  glassesCap,
  homeCareCap,
  homeCareMonths,
  rehabilitationFactor,
  returnToWork,
] as const;
