import { parameter, type Source } from '../engine/parameter.ts';
import { countText, type Text } from '../engine/text.ts';
import { PERMENAKER_1_2025, PERMENAKER_1_2025_DAY } from '../register/permenaker-1-2025.ts';

/** A relative as the regulations name one; half-siblings, stepchildren and the divorced are `other`. */
export type Kinship =
  | 'spouse'
  | 'child'
  | 'parent'
  | 'grandchild'
  | 'grandparent'
  | 'sibling'
  | 'parentInLaw'
  | 'other';

/** Whoever can be an heir: a relative, or the person named in the will. */
export type HeirKind = Kinship | 'named';

/**
 * One rank of heirs: a lower rank is paid only if nobody of a higher one lives. `isOrdered` if the text itself puts the
 * relations of the rank in an order; otherwise the order in which they are written here is one reading of it.
 */
export type HeirRank = {
  readonly rank: number;
  readonly kinds: readonly HeirKind[];
  readonly isOrdered: boolean;
};

const PP_44_2015 = { law: 'PP 44/2015' };

const PASAL_ID_37 = {
  confidence: 'quoted',
  page: 'https://pasal.id/en/peraturan/pp/pp-no-44-tahun-2015/koreksi/9064480',
} as const;
const PERISAI_BLORA = {
  confidence: 'quoted',
  page: 'https://perisaiblora.blogspot.com/2023/11/tata-cara-pembayaran-manfaat-jaminan.html',
} as const;
const STAR_GRID = {
  confidence: 'quoted',
  page: 'https://star.grid.id/read/453667749/bpjs-checking-urutan-ahli-waris-yang-bisa-mengajukan-klaim-jht-bpjs-ketenagakerjaan',
} as const;
const PASAL_ID_79 = {
  confidence: 'quoted',
  page: 'https://pasal.id/peraturan/permen/permenaker-no-1-tahun-2025/koreksi/9439674',
} as const;
// The page is on the pension of a child, who needs a guardian below 18; the article is from knowledge.
const GRID_CHILD = {
  confidence: 'known',
  page: 'https://star.grid.id/amp/453655168/syarat-klaim-manfaat-jaminan-pensiun-bpjs-ketenagakerjaan-dengan-anak-sebagai-ahli-waris',
} as const;
const DJUMIKASIH = {
  confidence: 'quoted',
  page: 'https://id.scribd.com/presentation/633196783/1-UB-BHP-utk-FGD-pptx',
} as const;

const CHECKED = '2026-11-26';

/** The relations of each kind as people say them. */
export const KINDS: Readonly<Record<HeirKind, Text>> = {
  spouse: { id: 'janda atau duda', en: 'widow or widower' },
  child: { id: 'anak', en: 'children' },
  parent: { id: 'orang tua', en: 'parents' },
  grandchild: { id: 'cucu', en: 'grandchildren' },
  grandparent: { id: 'kakek atau nenek', en: 'grandparents' },
  sibling: { id: 'saudara kandung', en: 'brothers and sisters' },
  parentInLaw: { id: 'mertua', en: 'parents-in-law' },
  named: { id: 'yang ditunjuk dalam wasiat', en: 'the person named in the will' },
  other: { id: 'ahli waris menurut penetapan pengadilan', en: 'an heir determined by the court' },
};

/** The heirs of JKK. */
export const jkkHeirs = heirOrder('claim.heirs.jkk', 'JKK', false, {
  ...PP_44_2015,
  article: 'Pasal 37 ayat (5)',
  ...PASAL_ID_37,
});

/** The heirs of JKM. */
export const jkmHeirs = heirOrder('claim.heirs.jkm', 'JKM', false, {
  ...PP_44_2015,
  article: 'Pasal 40 ayat (2)',
  ...PERISAI_BLORA,
});

/** The heirs of JHT: blood relatives in the direct line are put in an order. */
export const jhtHeirs = heirOrder('claim.heirs.jht', 'JHT', true, { law: 'PP 46/2015', ...STAR_GRID });

/**
 * Whether only a will made before a notary counts. Read for construction workers; the same is assumed for all. Not in force
 * before: the texts asked for a will without saying in which form.
 */
export const notarialWill = parameter<boolean>('claim.heirs.notarial_will', {
  label: { id: 'Wasiat harus akta notaris', en: 'The will must be a notarial deed' },
  unit: 'true or false',
  checked: CHECKED,
  show: (isNeeded) => (isNeeded ? { id: 'ya', en: 'yes' } : { id: 'tidak', en: 'no' }),
  history: [
    [PERMENAKER_1_2025_DAY, true, { ...PERMENAKER_1_2025, article: 'Pasal 79 ayat (2a)', ...PASAL_ID_79 }],
  ],
});

/**
 * Whether an heir whom the regulations do not list is paid on a court determination. Read for construction workers; the same
 * is assumed for all. Not in force before.
 */
export const courtHeirs = parameter<boolean>('claim.heirs.court_determination', {
  label: {
    id: 'Ahli waris di luar daftar dengan penetapan pengadilan',
    en: 'Heirs outside the list with a court determination',
  },
  unit: 'true or false',
  checked: CHECKED,
  show: (isPossible) => (isPossible ? { id: 'ya', en: 'yes' } : { id: 'tidak', en: 'no' }),
  history: [
    [PERMENAKER_1_2025_DAY, true, { ...PERMENAKER_1_2025, article: 'Pasal 79 ayat (2b)', ...PASAL_ID_79 }],
  ],
});

/** Age from which an unmarried heir takes the payment without a guardian, as for child protection and guardianship. */
export const adultAge = parameter<number>('claim.heirs.adult_age', {
  label: { id: 'Usia dewasa penerima', en: 'Age of majority of a recipient' },
  unit: 'years',
  checked: CHECKED,
  show: years,
  history: [['2015-07-01', 18, { law: 'UU 1/1974', article: 'Pasal 50 ayat (1)', ...GRID_CHILD }]],
});

/** The same age in the civil code, which may be held to govern money paid to an heir. */
export const civilAdultAge = parameter<number>('claim.heirs.adult_age_civil', {
  label: { id: 'Usia dewasa menurut KUH Perdata', en: 'Age of majority of the civil code' },
  unit: 'years',
  checked: CHECKED,
  show: years,
  history: [['2015-07-01', 21, { law: 'KUH Perdata', article: 'Pasal 330', ...DJUMIKASIH }]],
});

/** All parameters of heirs, for a page that lists them. */
export const heirParameters = [
  jkkHeirs,
  jkmHeirs,
  jhtHeirs,
  notarialWill,
  courtHeirs,
  adultAge,
  civilAdultAge,
] as const;

function heirOrder(id: string, programme: string, isLineOrdered: boolean, source: Source) {
  return parameter<readonly HeirRank[]>(id, {
    label: { id: `Urutan ahli waris ${programme}`, en: `Order of heirs of ${programme}` },
    unit: 'ranks',
    checked: CHECKED,
    show: ranksText,
    history: [
      [
        '2015-07-01',
        [
          { rank: 1, kinds: ['spouse', 'child'], isOrdered: false },
          { rank: 2, kinds: ['parent', 'grandchild', 'grandparent'], isOrdered: isLineOrdered },
          { rank: 3, kinds: ['sibling'], isOrdered: true },
          { rank: 4, kinds: ['parentInLaw'], isOrdered: true },
          { rank: 5, kinds: ['named'], isOrdered: true },
        ],
        source,
      ],
    ],
  });
}

function ranksText(ranks: readonly HeirRank[]): Text {
  const list = (language: 'id' | 'en') =>
    ranks
      .map(({ rank, kinds }) => `${rank} ${kinds.map((kind) => KINDS[kind][language]).join(', ')}`)
      .join('; ');
  return { id: list('id'), en: list('en') };
}

function years(age: number): Text {
  return countText(age, 'year');
}
