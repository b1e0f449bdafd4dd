import { parameter } from '../engine/parameter.ts';
import { countText, type Text } from '../engine/text.ts';

/** Segments of members: wage earners, non-wage members, construction project workers, migrant workers. */
export type Segment = 'PU' | 'BPU' | 'JAKON' | 'PMI';

/** Size of an enterprise. */
export type Scale = 'micro' | 'small' | 'medium' | 'large';

/** The programmes that a member can be registered in; JKP comes with them and is not chosen. */
export type Programme = 'JKK' | 'JKM' | 'JHT' | 'JP';

/** What a segment must have and may have; `scale` is null where the size of an enterprise does not matter. */
export type ProgrammeRow = {
  readonly segment: Segment;
  readonly scale: Scale | null;
  readonly compulsory: readonly Programme[];
  readonly optional: readonly Programme[];
};

const PERPRES_109_2013 = { law: 'Perpres 109/2013' };
const JAGA = {
  confidence: 'secondary',
  page: 'https://github.com/hibahtiar/jaga-pekerja/tree/64d985b',
} as const;
const JURNAL_PANTURA = {
  confidence: 'known',
  page: 'https://jurnalpantura.id/desa-di-kudus-anggarkan-apbdes-untuk-program-bpjs-ketenagakerjaan-bagi-pekerja-rentan/',
} as const;

// What was asked before was not read; the later figure is used for it too.
const BEFORE_PERMENAKER_5_2021 = { law: 'PP 44/2015', confidence: 'convention' } as const;
const PP_6_2025 = { law: 'PP 6/2025' };
const PASAL_ID_39 = {
  confidence: 'quoted',
  page: 'https://pasal.id/en/peraturan/pp/pp-no-6-tahun-2025/koreksi/5825018',
} as const;
const TIRTO = {
  confidence: 'quoted',
  page: 'https://tirto.id/prabowo-jamin-korban-phk-kini-dapat-60-gaji-selama-6-bulan-g8lL',
} as const;
const PIKIRAN_RAKYAT = {
  confidence: 'quoted',
  page: 'https://depok.pikiran-rakyat.com/nasional/pr-094377344/3-aturan-baru-klaim-jht-dalam-permenaker-nomor-4-tahun-2022-peserta-tidak-perlu-menunggu-sampai-usia-56-tahun',
} as const;

const CHECKED = '2026-11-20';
const CHECKED_AGAIN = '2026-11-26';

/** The programmes of each segment and scale of enterprise. */
export const programmeTable = parameter<readonly ProgrammeRow[]>('membership.programmes', {
  label: {
    id: 'Program menurut segmen dan skala usaha',
    en: 'Programmes by segment and scale of enterprise',
  },
  unit: 'programmes',
  checked: CHECKED,
  show: (rows) => countText(rows.length, 'row'),
  history: [['2015-07-01', rows(), { ...PERPRES_109_2013, article: 'Pasal 6 ayat (3)', ...JAGA }]],
});

/** Age from which no BPU member is registered. Practice of regions: the article was not read. */
export const bpuRegistrationAge = parameter<number>('membership.bpu_registration_age', {
  label: { id: 'Usia mendaftar BPU: di bawah', en: 'Age of registration as BPU: below' },
  unit: 'years',
  checked: CHECKED,
  show: (age) => countText(age, 'year'),
  history: [
    ['2015-07-01', 65, BEFORE_PERMENAKER_5_2021],
    ['2021-04-01', 65, { law: 'Permenaker 5/2021', ...JURNAL_PANTURA }],
  ],
});

/** Unpaid months after which a BPU membership is still only in arrears; one more and it is inactive. */
export const bpuArrearsMonths = parameter<number>('membership.bpu_arrears_months', {
  label: { id: 'Bulan menunggak BPU paling lama', en: 'Longest arrears of a BPU member' },
  unit: 'months',
  checked: CHECKED,
  show: months,
  history: [
    ['2015-07-01', 3, BEFORE_PERMENAKER_5_2021],
    ['2021-04-01', 3, { law: 'Permenaker 5/2021', ...JAGA }],
  ],
});

/**
 * Months in a row that an employer may owe while BPJS still pays JKK and JKM; beyond them the employer pays first. The
 * content is known, the article was not read.
 */
export const puArrearsMonths = parameter<number>('membership.pu_arrears_months', {
  label: { id: 'Bulan menunggak pemberi kerja, JKK dan JKM', en: 'Arrears of an employer, JKK and JKM' },
  unit: 'months',
  checked: CHECKED_AGAIN,
  show: months,
  history: [['2015-07-01', 3, { law: 'PP 44/2015', confidence: 'known' }]],
});

/** As `puArrearsMonths`, for the cash benefit of JKP. */
export const jkpArrearsMonths = parameter<number>('jkp.arrears_months', {
  label: { id: 'Bulan menunggak pemberi kerja, JKP', en: 'Arrears of an employer, JKP' },
  unit: 'months',
  checked: CHECKED_AGAIN,
  show: months,
  history: [
    ['2021-02-02', 3, { law: 'PP 37/2021', confidence: 'known' }],
    ['2025-02-07', 3, { ...PP_6_2025, article: 'Pasal 39 ayat (1)–(3)', ...PASAL_ID_39 }],
  ],
});

/** As `jkpArrearsMonths`, if the employer is bankrupt. Not in force before. */
export const jkpBankruptArrearsMonths = parameter<number>('jkp.arrears_tolerance_months_bankrupt', {
  label: { id: 'Bulan menunggak pemberi kerja yang pailit, JKP', en: 'Arrears of a bankrupt employer, JKP' },
  unit: 'months',
  checked: CHECKED,
  show: months,
  history: [['2025-02-07', 6, { ...PP_6_2025, article: 'Pasal 39A', ...TIRTO }]],
});

/** Months after paying a worker within which the employer asks BPJS to reimburse JKP. */
export const jkpReimbursementMonths = parameter<number>('jkp.reimbursement.claim_months', {
  label: { id: 'Batas meminta penggantian JKP', en: 'Time to ask for reimbursement of JKP' },
  unit: 'months',
  checked: CHECKED_AGAIN,
  show: months,
  history: [['2025-02-07', 3, { ...PP_6_2025, article: 'Pasal 39 ayat (5)', ...PASAL_ID_39 }]],
});

/** Working days after the complete request within which BPJS reimburses JKP. */
export const jkpReimbursementDays = parameter<number>('jkp.reimbursement.payment_days', {
  label: { id: 'Batas pembayaran penggantian JKP', en: 'Time to reimburse JKP' },
  unit: 'working days',
  checked: CHECKED_AGAIN,
  show: (days) => countText(days, 'working day'),
  history: [['2025-02-07', 7, { ...PP_6_2025, article: 'Pasal 39 ayat (6)', ...PASAL_ID_39 }]],
});

/** Whether JHT is paid although the employer owes contributions. Not in force before: not established. */
export const jhtDespiteArrears = parameter<boolean>('jht.paid_despite_arrears', {
  label: { id: 'JHT dibayar meski pemberi kerja menunggak', en: 'JHT is paid although the employer owes' },
  unit: 'true or false',
  checked: CHECKED,
  show: (isPaid) => (isPaid ? { id: 'ya', en: 'yes' } : { id: 'tidak', en: 'no' }),
  history: [['2022-04-26', true, { law: 'Permenaker 4/2022', ...PIKIRAN_RAKYAT }]],
});

/** All parameters of membership, for a page that lists them. */
export const membershipParameters = [
  programmeTable,
  bpuRegistrationAge,
  bpuArrearsMonths,
  puArrearsMonths,
  jkpArrearsMonths,
  jkpBankruptArrearsMonths,
  jkpReimbursementMonths,
  jkpReimbursementDays,
  jhtDespiteArrears,
] as const;

function months(count: number): Text {
  return countText(count, 'month');
}

function rows(): ProgrammeRow[] {
  return [
    { segment: 'PU', scale: 'micro', compulsory: ['JKK', 'JKM'], optional: [] },
    { segment: 'PU', scale: 'small', compulsory: ['JKK', 'JKM', 'JHT'], optional: [] },
    { segment: 'PU', scale: 'medium', compulsory: ['JKK', 'JKM', 'JHT', 'JP'], optional: [] },
    { segment: 'PU', scale: 'large', compulsory: ['JKK', 'JKM', 'JHT', 'JP'], optional: [] },
    { segment: 'BPU', scale: null, compulsory: ['JKK', 'JKM'], optional: ['JHT'] },
    { segment: 'JAKON', scale: null, compulsory: ['JKK', 'JKM'], optional: [] },
    { segment: 'PMI', scale: null, compulsory: ['JKK', 'JKM'], optional: ['JHT'] },
  ];
}
