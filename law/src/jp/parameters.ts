import { percent, type Rate, type Rupiah, rupiah } from '@payung/kernel';
import { AWAITED, parameter, UNKNOWN } from '../engine/parameter.ts';
import { countText, rateText, rupiahText, type Text } from '../engine/text.ts';

const PP_45_2015 = { law: 'PP 45/2015' };
const CAP = { ...PP_45_2015, article: 'Pasal 29 ayat (2)–(4)' };
const BOUNDS = { ...PP_45_2015, article: 'Pasal 18 ayat (1)–(2)' };
const INDEXED_BOUNDS = { ...PP_45_2015, article: 'Pasal 18 ayat (3)' };
const AGE = { ...PP_45_2015, article: 'Pasal 15' };
const SURVIVORS = { ...PP_45_2015, article: 'Pasal 21–23', confidence: 'known' } as const;
const PERMENAKER_29_2015 = {
  law: 'Permenaker 29/2015',
  article: 'Pasal 26 ayat (1)',
  confidence: 'quoted',
  page: 'https://www.pasal.id/peraturan/permen/permenaker-no-29-tahun-2015/koreksi/10460148',
} as const;

const KRISHAND_2020 = {
  confidence: 'quoted',
  page: 'https://www.krishandsoftware.com/blog/300/batasan-upah-tertinggi-jaminan-pensiun-naik-per-maret-2020/',
} as const;
const KRISHAND = {
  confidence: 'quoted',
  page: 'https://www.krishand.com/support/article/kenaikan-batas-upah-dan-manfaat-jaminan-pensiun-bpjs-tenaga-kerja-209.html',
} as const;
const OBIKASTANYA = {
  confidence: 'secondary',
  page: 'https://github.com/obikastanya/pph_payroll_with_knowledge_base/blob/f04210b/dataset/01_regulasi/tables/bpjs.csv',
} as const;
const SUARA_INDONESIA = {
  confidence: 'quoted',
  page: 'https://jatim.suaraindonesia.co.id/news/advertorial/662fb085ccb43/Batasan-Upah-JP-Naik-Manfaat-Bagi-Peserta-BPJamsostek-Ikut-Meningkat',
} as const;
const KABAR_MAKASSAR = { confidence: 'quoted', page: 'https://kabarmakassar.com/?p=85467' } as const;
const JAMSOS = {
  confidence: 'quoted',
  page: 'http://archives.jamsosindonesia.com/identitas/manfaat_pensiun_lanjutan',
} as const;
const HRD_FORUM = {
  confidence: 'quoted',
  page: 'http://www.hrd-forum.com/program-jaminan-pensiun-pp-no-45-tahun-2015/',
} as const;
/** A figure that was reached by arithmetic or from knowledge; no page with it was read. */
const COMPUTED = { confidence: 'derived' } as const;
const UNREAD = { confidence: 'known' } as const;

const CHECKED = '2026-11-20';

/**
 * Highest monthly wage counted for JP. Announced every year for the months from March: each entry is last year's cap
 * times the growth of GDP, down to Rp 100.
 */
export const jpWageCap = parameter<Rupiah>('jp.wage_cap', {
  label: { id: 'Batas atas upah JP', en: 'Highest wage counted for JP' },
  unit: 'IDR/month',
  checked: CHECKED,
  show: rupiahText,
  history: [
    ['2015-07-01', rupiah(7_000_000), { ...CAP, ...KRISHAND_2020 }],
    ['2016-03-01', rupiah(7_335_300), { ...CAP, ...KRISHAND_2020 }],
    ['2017-03-01', rupiah(7_703_500), { ...CAP, ...KRISHAND_2020 }],
    ['2018-03-01', rupiah(8_094_000), { ...CAP, ...KRISHAND_2020 }],
    ['2019-03-01', rupiah(8_512_400), { ...CAP, ...KRISHAND_2020 }],
    ['2020-03-01', rupiah(8_939_700), { ...CAP, ...UNREAD }],
    ['2021-03-01', rupiah(8_754_600), { ...CAP, ...UNREAD }],
    ['2022-03-01', rupiah(9_077_600), { ...CAP, ...OBIKASTANYA }],
    ['2023-03-01', rupiah(9_559_600), { ...CAP, ...OBIKASTANYA }],
    ['2024-03-01', rupiah(10_042_300), { ...CAP, ...OBIKASTANYA }],
    ['2025-03-01', rupiah(10_547_400), { ...CAP, ...OBIKASTANYA }],
    ['2026-03-01', rupiah(11_086_300), { ...CAP, ...OBIKASTANYA }],
    ['2027-03-01', AWAITED, { ...CAP, ...KRISHAND_2020 }],
  ],
});

/** Lowest monthly pension. Not in force where the figure is not established: March 2016 to February 2023, from March 2026. */
export const jpBenefitMin = parameter<Rupiah>('jp.benefit_min', {
  label: { id: 'Manfaat pensiun paling sedikit', en: 'Lowest monthly pension' },
  unit: 'IDR/month',
  checked: CHECKED,
  show: rupiahText,
  history: [
    ['2015-07-01', rupiah(300_000), { ...BOUNDS, ...KRISHAND }],
    ['2016-03-01', UNKNOWN, { ...INDEXED_BOUNDS, ...UNREAD }],
    ['2023-03-01', rupiah(383_400), { ...INDEXED_BOUNDS, ...SUARA_INDONESIA }],
    ['2024-03-01', rupiah(393_500), { ...INDEXED_BOUNDS, ...SUARA_INDONESIA }],
    ['2025-03-01', rupiah(399_700), { ...INDEXED_BOUNDS, ...UNREAD }],
    ['2026-03-01', UNKNOWN, { ...INDEXED_BOUNDS, ...UNREAD }],
  ],
});

/** Highest monthly pension. Not in force in the same months as `jpBenefitMin`. */
export const jpBenefitMax = parameter<Rupiah>('jp.benefit_max', {
  label: { id: 'Manfaat pensiun paling banyak', en: 'Highest monthly pension' },
  unit: 'IDR/month',
  checked: CHECKED,
  show: rupiahText,
  history: [
    ['2015-07-01', rupiah(3_600_000), { ...BOUNDS, ...KRISHAND }],
    ['2016-03-01', UNKNOWN, { ...INDEXED_BOUNDS, ...UNREAD }],
    ['2023-03-01', rupiah(4_598_100), { ...INDEXED_BOUNDS, ...SUARA_INDONESIA }],
    ['2024-03-01', rupiah(4_718_200), { ...INDEXED_BOUNDS, ...COMPUTED }],
    ['2025-03-01', rupiah(4_792_300), { ...INDEXED_BOUNDS, ...UNREAD }],
    ['2026-03-01', UNKNOWN, { ...INDEXED_BOUNDS, ...UNREAD }],
  ],
});

/** Age in years at which the old-age pension begins; it rises by one every three years until 65. */
export const jpPensionAge = parameter<number>('jp.pension_age', {
  label: { id: 'Usia pensiun', en: 'Pension age' },
  unit: 'years',
  checked: CHECKED,
  show: yearsText,
  history: [
    ['2015-07-01', 56, { ...AGE, ...KABAR_MAKASSAR }],
    ['2019-01-01', 57, { ...AGE, ...KABAR_MAKASSAR }],
    ['2022-01-01', 58, { ...AGE, ...KABAR_MAKASSAR }],
    ['2025-01-01', 59, { ...AGE, ...KABAR_MAKASSAR }],
    ['2028-01-01', 60, { ...AGE, ...KABAR_MAKASSAR }],
    ['2031-01-01', 61, { ...AGE, ...KABAR_MAKASSAR }],
    ['2034-01-01', 62, { ...AGE, ...KABAR_MAKASSAR }],
    ['2037-01-01', 63, { ...AGE, ...KABAR_MAKASSAR }],
    ['2040-01-01', 64, { ...AGE, ...KABAR_MAKASSAR }],
    ['2043-01-01', 65, { ...AGE, ...KABAR_MAKASSAR }],
  ],
});

/** Contribution months (masa iur) from which a pension is paid monthly. */
export const jpVestingMonths = parameter<number>('jp.vesting_months', {
  label: { id: 'Masa iur untuk manfaat bulanan', en: 'Contribution months for a monthly pension' },
  unit: 'months',
  checked: CHECKED,
  show: monthsText,
  history: [['2015-07-01', 180, { ...PP_45_2015, article: 'Pasal 19', ...JAMSOS }]],
});

/** Pension earned by a year of contributions. */
export const jpAccrual = parameter<Rate>('jp.accrual', {
  label: { id: 'Manfaat per tahun iur', en: 'Pension earned by a year of contributions' },
  unit: 'share of average wage per year',
  checked: CHECKED,
  show: rateText,
  history: [['2015-07-01', percent('1'), { ...PP_45_2015, article: 'Pasal 17 ayat (2)', ...HRD_FORUM }]],
});

/** What a survivor gets of the pension. The shares are known, their text was not read. */
export type SurvivorShares = { readonly widow: Rate; readonly child: Rate; readonly parent: Rate };

/** Share of the pension paid to a widow or widower, the children, or the parents. */
export const jpSurvivorShares = parameter<SurvivorShares>('jp.survivor_shares', {
  label: { id: 'Bagian ahli waris', en: "Survivor's share" },
  unit: 'share of pension',
  checked: CHECKED,
  show: ({ widow, child, parent }) => ({
    id: `janda/duda ${rateText(widow).id}, anak ${rateText(child).id}, orang tua ${rateText(parent).id}`,
    en: `widow(er) ${rateText(widow).en}, children ${rateText(child).en}, parents ${rateText(parent).en}`,
  }),
  history: [['2015-07-01', { widow: percent('50'), child: percent('50'), parent: percent('20') }, SURVIVORS]],
});

/** Months of membership from which fewer than 180 contribution months count as 180 for a disabled member. */
export const jpDisabilityMembership = parameter<number>('jp.disability_membership', {
  label: { id: 'Kepesertaan minimum, cacat total tetap', en: 'Least membership, disability' },
  unit: 'months',
  checked: CHECKED,
  show: monthsText,
  history: [['2015-07-01', 1, { ...PP_45_2015, article: 'Pasal 20', ...UNREAD }]],
});

/** Months of membership from which fewer than 180 contribution months count as 180 for survivors. */
export const jpSurvivorMembership = parameter<number>('jp.survivor_membership', {
  label: { id: 'Kepesertaan minimum, ahli waris', en: 'Least membership, survivors' },
  unit: 'months',
  checked: '2026-11-26',
  show: monthsText,
  history: [['2015-07-01', 12, PERMENAKER_29_2015]],
});

/** Least share of the months of membership with contributions (kepadatan) for counting 180 months. */
export const jpDensity = parameter<Rate>('jp.density', {
  label: { id: 'Kepadatan iuran minimum', en: 'Least share of membership with contributions' },
  unit: 'share of membership months',
  checked: '2026-11-26',
  show: rateText,
  history: [['2015-07-01', percent('80'), PERMENAKER_29_2015]],
});

/** All parameters of the pension, for a page that lists them. */
export const jpParameters = [
  jpWageCap,
  jpBenefitMin,
  jpBenefitMax,
  jpPensionAge,
  jpVestingMonths,
  jpAccrual,
  jpSurvivorShares,
  jpDisabilityMembership,
  jpSurvivorMembership,
  jpDensity,
] as const;

function yearsText(years: number): Text {
  return countText(years, 'year');
}

function monthsText(months: number): Text {
  return countText(months, 'month');
}
