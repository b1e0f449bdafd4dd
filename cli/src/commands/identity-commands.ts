import type { Command } from '../command.ts';

const how = {
  id: {
    '--spec':
      'kolom mana dibandingkan, dan bagaimana; tanpa itu disimpulkan dari berkas (lihat: payung identity spec)',
    '--model': 'spesifikasi dengan bobot yang sudah dipelajari, dari --model-out; tidak belajar lagi',
    '--id': 'kolom yang menamai baris; "row" memakai nomor baris',
  },
  en: {
    '--spec':
      'which columns are compared, and how; without it, inferred from the files (see: payung identity spec)',
    '--model': 'a specification with the weights that were learnt, from --model-out; nothing is learnt again',
    '--id': 'the column that names the rows; "row" takes their numbers',
  },
} as const;

const learnt = {
  id: { '--model-out': 'menyimpan spesifikasi beserta bobot yang dipelajari' },
  en: { '--model-out': 'keeps the specification with the weights that were learnt' },
} as const;

/** Linking and deduplicating any files, without a register. */
export const identityCommands: readonly Command[] = [
  {
    name: 'identity link',
    summary: {
      id: 'Mencari baris dua berkas CSV yang tentang satu orang',
      en: 'Find the rows of two CSV files that are of one person',
    },
    usage:
      'payung identity link LEFT.csv RIGHT.csv --out PAIRS.csv [--spec SPEC.json|--model MODEL.json] [--id COLUMN|row] [--model-out MODEL.json]',
    notes: {
      id: { '--out': 'pasangan: id kiri dan kanan, bobot, peluang', ...how.id, ...learnt.id },
      en: { '--out': 'pairs: ids left and right, weight, probability', ...how.en, ...learnt.en },
    },
    load: async () => (await import('./identity-link.ts')).identityLink,
  },
  {
    name: 'identity dedupe',
    summary: {
      id: 'Mencari baris ganda dalam satu berkas CSV',
      en: 'Find the duplicates within one CSV file',
    },
    usage:
      'payung identity dedupe FILE.csv --out CLUSTERS.csv [--pairs PAIRS.csv] [--threshold 0.5] [--spec SPEC.json|--model MODEL.json] [--id COLUMN|row] [--model-out MODEL.json]',
    notes: {
      id: {
        '--out': 'setiap baris dengan kelompoknya',
        '--pairs': 'pasangan: kedua id, bobot, peluang',
        '--threshold': 'peluang sejak mana dua baris sekelompok; 0.5 bila tidak ditulis',
        ...how.id,
        ...learnt.id,
      },
      en: {
        '--out': 'each row with its cluster',
        '--pairs': 'pairs: both ids, weight, probability',
        '--threshold': 'probability from which two rows are of one cluster; 0.5 unless told',
        ...how.en,
        ...learnt.en,
      },
    },
    load: async () => (await import('./identity-dedupe.ts')).identityDedupe,
  },
  {
    name: 'identity explain',
    summary: {
      id: 'Menjelaskan mengapa dua baris dianggap satu orang atau bukan',
      en: 'Explain why two rows are taken for one person or not',
    },
    usage:
      'payung identity explain FILE.csv [FILE.csv] --pair A,B [--spec SPEC.json|--model MODEL.json] [--id COLUMN|row] [--json]',
    notes: {
      id: { '--pair': 'id kedua baris, dengan koma', ...how.id },
      en: { '--pair': 'the ids of the two rows, with a comma', ...how.en },
    },
    load: async () => (await import('./identity-explain.ts')).identityExplain,
  },
  {
    name: 'identity evaluate',
    summary: {
      id: 'Mengukur presisi dan cakupan pasangan terhadap yang sebenarnya',
      en: 'Measure precision and recall of pairs against the truth',
    },
    usage:
      'payung identity evaluate --truth TRUTH.csv [--pairs PAIRS.csv] [--clusters CLUSTERS.csv] [--json]',
    notes: {
      id: {
        '--truth':
          'pasangan yang sebenarnya (left,right), atau id baris dengan kolom cluster, entity, atau person',
        '--pairs': 'dari link atau dedupe: presisi, cakupan, dan F1 menurut ambang',
        '--clusters': 'dari dedupe: kelompok sebagaimana adanya',
      },
      en: {
        '--truth': 'the true pairs (left,right), or the id of a row with a column cluster, entity or person',
        '--pairs': 'of link or dedupe: precision, recall and F1 by threshold',
        '--clusters': 'of dedupe: the clusters as they are',
      },
    },
    load: async () => (await import('./identity-evaluate.ts')).identityEvaluate,
  },
  {
    name: 'identity spec',
    summary: {
      id: 'Mencetak cara berkas akan dibandingkan, sebagai JSON untuk --spec',
      en: 'Print how files would be compared, as JSON for --spec',
    },
    usage: 'payung identity spec FILE.csv [FILE.csv] [--id COLUMN|row]',
    notes: { id: { '--id': how.id['--id'] }, en: { '--id': how.en['--id'] } },
    load: async () => (await import('./identity-spec.ts')).identitySpec,
  },
];
