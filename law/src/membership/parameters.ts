import { parameter } from '../engine/parameter.ts';

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

const CHECKED = '2026-11-20';

/** The programmes of each segment and scale of enterprise. */
export const programmeTable = parameter<readonly ProgrammeRow[]>('membership.programmes', {
  label: {
    id: 'Program menurut segmen dan skala usaha',
    en: 'Programmes by segment and scale of enterprise',
  },
  unit: 'programmes',
  checked: CHECKED,
  show: (rows) => ({ id: `${rows.length} baris`, en: `${rows.length} rows` }),
  history: [['2015-07-01', rows(), { ...PERPRES_109_2013, article: 'Pasal 6 ayat (3)', ...JAGA }]],
});

/** Age from which no BPU member is registered. Practice of regions: the article was not read. */
export const bpuRegistrationAge = parameter<number>('membership.bpu_registration_age', {
  label: { id: 'Usia mendaftar BPU: di bawah', en: 'Age of registration as BPU: below' },
  unit: 'years',
  checked: CHECKED,
  show: (age) => ({ id: `${age} tahun`, en: `${age} years` }),
  history: [['2015-07-01', 65, { law: 'Permenaker 5/2021', ...JURNAL_PANTURA }]],
});

/** Unpaid months after which a BPU membership is still only in arrears; one more and it is inactive. */
export const bpuArrearsMonths = parameter<number>('membership.bpu_arrears_months', {
  label: { id: 'Bulan menunggak BPU paling lama', en: 'Longest arrears of a BPU member' },
  unit: 'months',
  checked: CHECKED,
  show: (months) => ({ id: `${months} bulan`, en: `${months} months` }),
  history: [['2015-07-01', 3, { law: 'Permenaker 5/2021', ...JAGA }]],
});

/** All parameters of membership, for a page that lists them. */
export const membershipParameters = [programmeTable, bpuRegistrationAge, bpuArrearsMonths] as const;

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
