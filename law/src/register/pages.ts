/** Looked up in stored copies of public pages; the gazettes themselves were not opened. */
export const READ = { confidence: 'quoted', checked: '2026-11-26' } as const;

/** A law firm on Permenaker 1/2025: promulgated on 24 February 2025; the day on which it took effect is not in it. */
export const SIPLAWFIRM = {
  ...READ,
  page: 'https://siplawfirm.id/komparatif-antara-permenaker-1-2025-dan-permenaker-5-2021/?lang=id',
} as const;

/** A list of the official PDFs with their days, kept by another project. */
export const OBIKASTANYA = {
  confidence: 'secondary',
  page: 'https://github.com/obikastanya/pph_payroll_with_knowledge_base/blob/f04210b/dataset/01_regulasi/README.md',
  checked: '2026-11-26',
} as const;

/** A list of regulations with links to the official PDFs, kept by another project. */
export const JAGA_PEKERJA = {
  confidence: 'secondary',
  page: 'https://github.com/hibahtiar/jaga-pekerja/blob/64d985b/data/peraturan.js',
  checked: '2026-11-26',
} as const;
