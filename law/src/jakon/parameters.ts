import { formatRupiah, type Language, percent, type Rate, type Rupiah, rupiah } from '@payung/kernel';
import { parameter } from '../engine/parameter.ts';
import { rateText } from '../engine/text.ts';

const PP_44_2015 = { law: 'PP 44/2015' };
const PP_49_2020 = { law: 'PP 49/2020' };

const NORBITAL = { confidence: 'secondary', page: 'https://github.com/norbital-ai/templates' } as const;
const GRID_JKK = { confidence: 'quoted', page: 'https://star.grid.id/read/453670457' } as const;
const UNREAD = { confidence: 'known' } as const;

const CHECKED = '2026-11-20';

/** One slice of a contract value: what lies above `over` up to and including `upTo` (null: no upper end). */
export type Slice = {
  readonly over: Rupiah;
  readonly upTo: Rupiah | null;
  readonly jkkRate: Rate;
  readonly jkmRate: Rate;
};

/** Rates of JKK and JKM on each slice of the contract value without VAT, where the wages are not known. */
export const contractSlices = parameter<readonly Slice[]>('jakon.slices', {
  label: { id: 'Tarif menurut nilai kontrak', en: 'Rates by contract value' },
  unit: 'share of each slice of the contract value',
  checked: CHECKED,
  show: (slices) => ({ id: slicesText(slices, 'id'), en: slicesText(slices, 'en') }),
  history: [
    ['2015-07-01', sliceTable(), { ...PP_44_2015, article: 'Pasal 54 dan pasal berikutnya', ...GRID_JKK }],
  ],
});

/** JKK contribution as a share of the wages, where they are known. */
export const jkkWageRate = parameter<Rate>('jakon.jkk.wage_rate', {
  label: { id: 'Iuran JKK jasa konstruksi atas upah', en: 'JKK contribution of construction on wages' },
  unit: 'share of wage',
  checked: CHECKED,
  show: rateText,
  history: [['2015-07-01', percent('1.74'), { ...PP_44_2015, article: 'Pasal 54 ayat (1)', ...NORBITAL }]],
});

/** JKM contribution as a share of the wages, where they are known. The article is the one in Permenaker 5/2021 today. */
export const jkmWageRate = parameter<Rate>('jakon.jkm.wage_rate', {
  label: { id: 'Iuran JKM jasa konstruksi atas upah', en: 'JKM contribution of construction on wages' },
  unit: 'share of wage',
  checked: CHECKED,
  show: rateText,
  history: [['2015-07-01', percent('0.30'), { ...PP_44_2015, ...NORBITAL }]],
});

/** Share of JKK and JKM still charged under the Covid relief. Which months: known, not read. */
export const covidCharge = parameter<Rate>('jakon.relief_factor.covid', {
  label: { id: 'Bagian JKK dan JKM yang ditagih (Covid)', en: 'Share of JKK and JKM charged (Covid)' },
  unit: 'share of contribution',
  checked: CHECKED,
  show: rateText,
  history: [
    ['2020-08-01', percent('1'), { ...PP_49_2020, article: 'Pasal 12', ...UNREAD }],
    ['2021-02-01', null, { ...PP_49_2020, article: 'Pasal 12', ...UNREAD }],
  ],
});

/** All parameters of the construction contribution, for a page that lists them. */
export const jakonParameters = [contractSlices, jkkWageRate, jkmWageRate, covidCharge] as const;

function sliceTable(): Slice[] {
  const to = (over: number, upTo: number | null, jkk: string, jkm: string): Slice => ({
    over: rupiah(over),
    upTo: upTo === null ? null : rupiah(upTo),
    jkkRate: percent(jkk),
    jkmRate: percent(jkm),
  });
  return [
    to(0, 100_000_000, '0.21', '0.03'),
    to(100_000_000, 500_000_000, '0.17', '0.02'),
    to(500_000_000, 1_000_000_000, '0.13', '0.02'),
    to(1_000_000_000, 5_000_000_000, '0.11', '0.01'),
    to(5_000_000_000, null, '0.09', '0.01'),
  ];
}

function slicesText(slices: readonly Slice[], language: Language): string {
  return slices
    .map(({ over, upTo, jkkRate, jkmRate }) => {
      const from = `${language === 'id' ? 'di atas' : 'above'} ${formatRupiah(over)}`;
      const to = `${language === 'id' ? 'sampai' : 'up to'} ${formatRupiah(upTo ?? over)}`;
      return `${upTo === null ? from : to} JKK ${rateText(jkkRate)[language]} JKM ${rateText(jkmRate)[language]}`;
    })
    .join('; ');
}
