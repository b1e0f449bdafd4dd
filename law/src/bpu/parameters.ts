import { firstDay, formatRupiah, type Month, percent, type Rate, type Rupiah, rupiah } from '@payung/kernel';
import { LawError } from '../engine/error.ts';
import { inForceText } from '../engine/explain.ts';
import { wholeText } from '../engine/input.ts';
import { parameter, periodOn } from '../engine/parameter.ts';
import { countText, rateText, rupiahText, type Text } from '../engine/text.ts';

const PP_44_2015 = { law: 'PP 44/2015' };
const PP_46_2015 = { law: 'PP 46/2015' };
const PP_49_2020 = { law: 'PP 49/2020' };
const PP_50_2025 = { law: 'PP 50/2025' };

const JAGA = {
  confidence: 'secondary',
  page: 'https://github.com/hibahtiar/jaga-pekerja/blob/64d985b/simulasi-bpu.html',
} as const;
const PRUDENSI = { confidence: 'quoted', page: 'https://prudensi.com/?p=144821' } as const;
const ANTARA = { confidence: 'quoted', page: 'https://jateng.antaranews.com/berita/619022' } as const;
const KLIPING = {
  confidence: 'quoted',
  page: 'https://online.flipbuilder.com/plcl/rmzy/files/basic-html/page34.html',
} as const;

const CHECKED = '2026-11-20';

/**
 * One row of the table of incomes. It holds incomes from `from` to just under `below` (null: no upper end). The printed
 * table leaves Rp 999 between two rows; there the lower row still holds, which is our reading.
 */
export type IncomeBand = {
  readonly band: number;
  readonly from: Rupiah;
  readonly below: Rupiah | null;
  readonly base: Rupiah;
};

/** How an income band reads in an explanation. */
export function bandText({ band, from, below, base }: IncomeBand): Text {
  const upper = below === null ? undefined : formatRupiah(below);
  const id = upper === undefined ? `mulai ${formatRupiah(from)}` : `di bawah ${upper}`;
  const en = upper === undefined ? `from ${formatRupiah(from)}` : `below ${upper}`;
  return {
    id: `lapisan ${band} (penghasilan ${id}), dasar ${formatRupiah(base)}`,
    en: `band ${band} (income ${en}), base ${formatRupiah(base)}`,
  };
}

/** The 33 bands of declared monthly income and the base that each is charged, and compensated, on. */
export const incomeBands = parameter<readonly IncomeBand[]>('bpu.income_bands', {
  label: { id: 'Lapisan penghasilan BPU', en: 'BPU income bands' },
  unit: 'IDR/month',
  checked: CHECKED,
  show: (bands) => countText(bands.length, 'band'),
  history: [['2015-07-01', bandTable(), { ...PP_44_2015, article: 'Lampiran II', ...JAGA }]],
});

/** JKK contribution as a share of the base. */
export const jkkRate = parameter<Rate>('bpu.jkk.rate', {
  label: { id: 'Iuran JKK BPU', en: 'BPU work accident (JKK) contribution' },
  unit: 'share of base',
  checked: CHECKED,
  show: rateText,
  history: [['2015-07-01', percent('1'), { ...PP_44_2015, article: 'Pasal 17 dan Lampiran II', ...JAGA }]],
});

/** JKM contribution, the same for every income. */
export const jkmAmount = parameter<Rupiah>('bpu.jkm.amount', {
  label: { id: 'Iuran JKM BPU', en: 'BPU death (JKM) contribution' },
  unit: 'IDR/month',
  checked: CHECKED,
  show: rupiahText,
  history: [['2015-07-01', rupiah(6_800), { ...PP_44_2015, article: 'Pasal 18 ayat (2)', ...PRUDENSI }]],
});

/** JHT contribution as a share of the same base. No relief ever touched it. */
export const jhtRate = parameter<Rate>('bpu.jht.rate', {
  label: { id: 'Iuran JHT BPU', en: 'BPU old-age (JHT) contribution' },
  unit: 'share of base',
  checked: CHECKED,
  show: rateText,
  history: [['2015-07-01', percent('2'), { ...PP_46_2015, article: 'Lampiran', ...JAGA }]],
});

/** Share of JKK and JKM still charged under the Covid relief. For contributions of August 2020 to January 2021. */
export const covidCharge = parameter<Rate>('bpu.relief_factor.covid', {
  label: { id: 'Bagian JKK dan JKM yang ditagih (Covid)', en: 'Share of JKK and JKM charged (Covid)' },
  unit: 'share of contribution',
  checked: '2026-11-26',
  show: rateText,
  history: [
    ['2020-08-01', percent('1'), { ...PP_49_2020, ...KLIPING }],
    ['2021-02-01', null, { ...PP_49_2020, ...KLIPING }],
  ],
});

/** Share of JKK and JKM still charged to transport workers (drivers, couriers, logistics) under PP 50/2025. */
export const transportCharge = parameter<Rate>('bpu.relief_factor.transport', {
  label: {
    id: 'Bagian JKK dan JKM yang ditagih, transportasi',
    en: 'Share of JKK and JKM charged, transport',
  },
  unit: 'share of contribution',
  checked: CHECKED,
  show: rateText,
  history: [
    ['2026-01-01', percent('50'), { ...PP_50_2025, article: 'Pasal 4 ayat (1)', ...ANTARA }],
    ['2027-04-01', null, { ...PP_50_2025, article: 'Pasal 4 ayat (1)', ...ANTARA }],
  ],
});

/** Share of JKK and JKM still charged to workers of all other sectors under PP 50/2025. */
export const otherSectorCharge = parameter<Rate>('bpu.relief_factor.non_transport', {
  label: {
    id: 'Bagian JKK dan JKM yang ditagih, sektor lain',
    en: 'Share of JKK and JKM charged, other sectors',
  },
  unit: 'share of contribution',
  checked: CHECKED,
  show: rateText,
  history: [
    ['2026-04-01', percent('50'), { ...PP_50_2025, article: 'Pasal 4 ayat (1)', ...ANTARA }],
    ['2027-01-01', null, { ...PP_50_2025, article: 'Pasal 4 ayat (1)', ...ANTARA }],
  ],
});

/** All parameters of the BPU contribution, for a page that lists them. */
export const bpuParameters = [
  incomeBands,
  jkkRate,
  jkmAmount,
  jhtRate,
  covidCharge,
  transportCharge,
  otherSectorCharge,
] as const;

/** The row that holds this income. Any income has one: no member is below the first. */
export function bandOf(bands: readonly IncomeBand[], income: Rupiah): IncomeBand {
  const band = bands.findLast(({ from }) => from <= income);
  if (band === undefined) throw new LawError('input.range', 'income', { accepted: wholeText() });
  return band;
}

/**
 * The income band of a month, without an explanation. Its base is also what benefits are computed on.
 *
 * @throws LawError date.outOfRange before July 2015, input.range for a negative income
 */
export function bpuBand(income: Rupiah, month: Month): IncomeBand {
  const period = periodOn(incomeBands, firstDay(month));
  if (period === undefined)
    throw new LawError('date.outOfRange', 'month', { accepted: inForceText(incomeBands) });
  return bandOf(period.value, income);
}

/** Lampiran II is three runs of equal steps above the first row, and each base lies in the middle of its step. */
function bandTable(): IncomeBand[] {
  const steps = [
    ...Array<number>(8).fill(200_000),
    ...Array<number>(11).fill(500_000),
    ...Array<number>(13).fill(1_000_000),
  ];
  const bands: IncomeBand[] = [
    { band: 1, from: rupiah(0), below: rupiah(1_100_000), base: rupiah(1_000_000) },
  ];
  let from = 1_100_000;
  for (const [index, step] of steps.entries()) {
    const isLast = index === steps.length - 1;
    const below = isLast ? null : rupiah(from + step);
    bands.push({ band: index + 2, from: rupiah(from), below, base: rupiah(from + step / 2) });
    from += step;
  }
  return bands;
}
