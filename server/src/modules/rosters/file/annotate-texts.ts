import type { Language } from '@payung/kernel';

/** What became of a row; the worst of several findings is the row's verdict. Order: from good to bad. */
export const VERDICTS = ['ignored', 'known', 'new', 'doubtful', 'refused'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The words of the three columns and the summary sheet in one language. */
type AnnotateTexts = Readonly<{
  columns: readonly [verdict: string, reason: string, remedy: string];
  verdicts: Readonly<Record<Verdict, string>>;
  file: string;
  checked: string;
  rows: string;
  sheet: string;
  notes: readonly string[];
}>;

export const ANNOTATE_TEXTS: Readonly<Record<Language, AnnotateTexts>> = {
  id: {
    columns: ['Hasil', 'Alasan', 'Perbaikan'],
    verdicts: {
      new: 'Baru',
      known: 'Sudah terdaftar',
      doubtful: 'Perlu diperiksa',
      refused: 'Ditolak',
      ignored: 'Dilewati',
    },
    file: 'Berkas',
    checked: 'Diperiksa',
    rows: 'Baris',
    sheet: 'Lembar',
    notes: [
      'Perbaiki baris yang ditolak langsung di berkas ini, simpan, lalu unggah lagi. Baris yang sudah benar tidak berubah.',
      'Kolom Hasil, Alasan dan Perbaikan serta lembar ini boleh dibiarkan: Payung mengenalinya.',
      'Rumus di berkas Anda telah diganti dengan nilainya; makro dan tautan ke berkas lain tidak disertakan.',
    ],
  },
  en: {
    columns: ['Result', 'Reason', 'Remedy'],
    verdicts: {
      new: 'New',
      known: 'Already registered',
      doubtful: 'Needs a look',
      refused: 'Refused',
      ignored: 'Left aside',
    },
    file: 'File',
    checked: 'Checked',
    rows: 'Rows',
    sheet: 'Sheet',
    notes: [
      'Correct the refused rows in this very file, save it and upload it again. Rows that are right do not change.',
      'The columns Result, Reason and Remedy and this sheet may stay: Payung knows them.',
      'Formulas in your file were replaced by their values; macros and links to other files are left out.',
    ],
  },
};

/** True if the header is one of ours, in either language: such columns are overwritten, never added twice. */
export function isResultHeader(header: string): boolean {
  return Object.values(ANNOTATE_TEXTS).some(({ columns }) => columns.includes(header));
}
