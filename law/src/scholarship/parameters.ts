import { formatRupiah, type Rupiah, rupiah } from '@payung/kernel';
import { parameter } from '../engine/parameter.ts';
import { countText, rupiahText, type Text } from '../engine/text.ts';
import { PERMENAKER_1_2025, PERMENAKER_1_2025_DAY } from '../register/permenaker-1-2025.ts';

const PP_44_2015 = { law: 'PP 44/2015' };
const PP_82_2019 = { law: 'PP 82/2019' };
const PERMENAKER_5_2021 = { law: 'Permenaker 5/2021' };

const CINEWS = {
  confidence: 'quoted',
  page: 'https://cinews.id/29/03/2024/anak-peserta-bpjs-ketenagakerjaan-dapat-menikmati-beasiswa-simak-syarat-dan-ketentuannya',
} as const;
const HARIANJOGJA = {
  confidence: 'quoted',
  page: 'https://news.harianjogja.com/read/2019/12/23/500/1027736/jaminan-kecelakaan-kerja-diperpanjang-jadi-5-tahun-jaminan-kematian-jadi-rp20-juta-',
} as const;
const FINANSIAL_INSIGHT = {
  confidence: 'quoted',
  page: 'https://surabaya.finansialinsight.com/amp/142501/pemerintah-tingkatkan-manfaat-beasiswa-bpjs-ketenagakerjaan-hingga-dua-anak-dapat-diuntungkan',
} as const;
// Printed as what PP 82/2019 replaced.
const COMPARED = {
  confidence: 'quoted',
  page: 'https://aspataki.com/2020/01/pp-82-tahun-2019-tentang-bp-jamsostek.html',
} as const;
// The text of PP 44/2015 on the children was not read: the limit of its successor is used.
const OURS = { confidence: 'convention' } as const;

const CHECKED = '2026-11-20';

/** A level of education in the order in which a child passes through them; `PT` is university or training. */
export type EducationLevel = 'TK' | 'SD' | 'SMP' | 'SMA' | 'PT';

/** What is paid for a child in each year of a level, and for how many years at most. */
export type LevelGrant = {
  readonly level: EducationLevel;
  readonly perYear: Rupiah;
  readonly years: number;
};

/** The levels from the lowest to the highest. Not in force before PP 82/2019, when one sum was paid for all children. */
export const levelGrants = parameter<readonly LevelGrant[]>('scholarship.levels', {
  label: { id: 'Beasiswa per anak per tahun', en: 'Scholarship per child and year' },
  unit: 'IDR/year, and years at most, by level',
  checked: CHECKED,
  show: levelsText,
  history: [
    [
      '2019-12-02',
      [
        { level: 'TK', perYear: rupiah(1_500_000), years: 2 },
        { level: 'SD', perYear: rupiah(1_500_000), years: 6 },
        { level: 'SMP', perYear: rupiah(2_000_000), years: 3 },
        { level: 'SMA', perYear: rupiah(3_000_000), years: 3 },
        { level: 'PT', perYear: rupiah(12_000_000), years: 5 },
      ],
      { ...PP_82_2019, article: 'Lampiran III', ...CINEWS },
    ],
  ],
});

/** Paid once for the member, however many children there are. Repealed by PP 82/2019. */
export const lumpSum = parameter<Rupiah>('scholarship.lump_sum', {
  label: { id: 'Beasiswa sekaligus per peserta', en: 'Scholarship paid once for the member' },
  unit: 'IDR',
  checked: CHECKED,
  show: rupiahText,
  history: [
    ['2015-07-01', rupiah(12_000_000), { ...PP_44_2015, ...COMPARED }],
    ['2019-12-02', null, { ...PP_82_2019, article: 'Lampiran III', ...COMPARED }],
  ],
});

/** How many children get a scholarship. Not in force before PP 82/2019, when one sum was paid for all children. */
export const mostChildren = parameter<number>('scholarship.max_children', {
  label: { id: 'Anak penerima beasiswa paling banyak', en: 'Most children with a scholarship' },
  unit: 'children',
  checked: CHECKED,
  show: (count) => countText(count, 'child'),
  history: [['2019-12-02', 2, { ...PP_82_2019, ...CINEWS }]],
});

/** Age in years at which the right of a child ends, on the birthday itself. */
export const ageLimit = parameter<number>('scholarship.age_limit', {
  label: { id: 'Batas usia penerima beasiswa', en: 'Age at which the scholarship ends' },
  unit: 'years',
  checked: CHECKED,
  show: (years) => countText(years, 'year'),
  history: [
    ['2015-07-01', 23, { ...PP_44_2015, ...OURS }],
    ['2019-12-02', 23, { ...PERMENAKER_5_2021, article: 'Pasal 103 ayat (2)', ...FINANSIAL_INSIGHT }],
  ],
});

/** Contribution months of a member who died of other causes than a work accident. */
export const contributionPeriod = parameter<number>('scholarship.contribution_period', {
  label: { id: 'Masa iur JKM untuk beasiswa', en: 'Contribution period of JKM for a scholarship' },
  unit: 'months',
  checked: CHECKED,
  show: monthsText,
  history: [
    ['2015-07-01', 60, { ...PP_44_2015, ...HARIANJOGJA }],
    ['2019-12-02', 36, { ...PP_82_2019, article: 'Pasal 34', ...HARIANJOGJA }],
  ],
});

/**
 * Consecutive months that a child who still studies may work for a wage (PU); working as BPU or as an intern is free of
 * any limit with it. Not in force before: any work ended the right.
 */
export const monthsAtWork = parameter<number>('scholarship.months_at_work', {
  label: {
    id: 'Bekerja sebagai PU sambil belajar paling lama',
    en: 'Longest work for a wage while studying',
  },
  unit: 'consecutive months',
  checked: CHECKED,
  show: monthsText,
  history: [
    [
      PERMENAKER_1_2025_DAY,
      6,
      { ...PERMENAKER_1_2025, article: 'Pasal 103 ayat (3a)', ...FINANSIAL_INSIGHT },
    ],
  ],
});

/** All parameters of scholarships, for a page that lists them. */
export const scholarshipParameters = [
  levelGrants,
  lumpSum,
  mostChildren,
  ageLimit,
  contributionPeriod,
  monthsAtWork,
] as const;

function levelsText(levels: readonly LevelGrant[]): Text {
  const list = levels.map(({ level, perYear, years }) => `${level} ${formatRupiah(perYear)} × ${years}`);
  return { id: `${list.join('; ')} tahun`, en: `${list.join('; ')} years` };
}

function monthsText(months: number): Text {
  return countText(months, 'month');
}
