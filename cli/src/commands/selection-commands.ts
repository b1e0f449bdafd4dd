import type { Command } from '../command.ts';

/** The lists that villages propose, and their decrees. */
export const selectionCommands: readonly Command[] = [
  {
    name: 'selection list',
    summary: { id: 'Usulan desa beserta keadaannya', en: 'The proposals of villages and how far each is' },
    usage: 'payung selection list [--json]',
    load: async () => (await import('./selection-list.ts')).selectionList,
  },
  {
    name: 'selection show',
    summary: {
      id: 'Satu usulan: biaya, urutan nama, cadangan, dan yang dicoret',
      en: 'One proposal: cost, names by rank, substitutes, and who was struck',
    },
    usage: 'payung selection show ID [--json]',
    load: async () => (await import('./selection-show.ts')).selectionShow,
  },
  {
    name: 'selection export',
    summary: {
      id: 'Menulis SK atau Berita Acara sebuah usulan (DOCX), atau lampirannya (XLSX, CSV)',
      en: 'Write the decree or the minutes of a proposal (DOCX), or its annex (XLSX, CSV)',
    },
    usage: 'payung selection export ID OUT.docx|OUT.xlsx|OUT.csv [--minutes] [--whole-numbers]',
    load: async () => (await import('./selection-export.ts')).selectionExport,
  },
];
