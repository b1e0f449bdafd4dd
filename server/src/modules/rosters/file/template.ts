import type { Language } from '@payung/kernel';
import type { WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import { fieldNeeds } from './fields.ts';
import {
  columnsOfTemplate,
  type FormColumn,
  sheetOfTemplate,
  type TemplateKind,
  versionOfTemplate,
} from './forms.ts';
import { HEADER_WORDS } from './header-words.ts';
import { GUIDE_MARK } from './interpret.ts';
import { columnName } from './row.ts';
import { type Choices, choicesOf, type TemplateTerms } from './template-choices.ts';
import { TEMPLATE_NOTES } from './template-notes.ts';

/** What a template is made for. */
export type TemplateOrder = Readonly<{ kind: TemplateKind; language: Language }> & TemplateTerms;

const WORDS = {
  id: {
    help: 'Petunjuk',
    choices: 'Pilihan',
    version: 'Templat {kind}, versi {version}. Berkas versi lama tetap dibaca.',
    column: 'Kolom',
    need: 'Perlu untuk',
    note: 'Cara mengisi',
    accepted: 'Judul lain yang dikenali',
    unused: 'Tidak dipakai Payung; boleh dibiarkan.',
    needs: { record: 'mencatat', enrol: 'mendaftarkan', export: 'mengirim ke BPJS' },
  },
  en: {
    help: 'Guide',
    choices: 'Choices',
    version: 'Template {kind}, version {version}. Files of older versions are read as well.',
    column: 'Column',
    need: 'Needed to',
    note: 'How to fill it',
    accepted: 'Other headings understood',
    unused: 'Not used by Payung; may be left as it is.',
    needs: { record: 'record', enrol: 'enrol', export: 'send to BPJS' },
  },
} as const;

/** Rows prepared as text and with lists; a village roster has a hundred or two. */
const PREPARED_ROWS = 2_000;

/** Begins the sheet with the lists to choose from. */
const CHOICES_MARK = 'Payung: pilihan / choices';

/**
 * An empty list as XLSX: headings this very reader recognises, text format so that Excel leaves NIKs, RT and dates alone, lists
 * to choose from, a note on each heading, and a guide on a sheet of its own. Headings stay as the layout writes them, the notes
 * follow the language.
 */
export async function rosterTemplate(order: TemplateOrder): Promise<Uint8Array> {
  const { kind, language } = order;
  const columns = columnsOfTemplate(kind);
  const choices = choicesOf(kind, columns, order);
  const names = { roster: sheetOfTemplate(kind), choices: WORDS[language].choices };
  return writeXlsx({
    sheets: [
      rosterSheet(columns, choices, language, names),
      guideSheet(kind, columns, language),
      ...(choices.size === 0 ? [] : [choiceSheet(choices, names.choices)]),
    ],
  });
}

/** `payung-daftar-v2.xlsx`; the place it is for stands before the ending. */
export function templateFileName(kind: TemplateKind, place = ''): string {
  const name = kind === 'payung' ? 'payung-daftar' : kind.replace('_', '-');
  const slug = place.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return `${name}-v${versionOfTemplate(kind)}${slug === '' ? '' : `-${slug}`}.xlsx`;
}

function rosterSheet(
  columns: readonly FormColumn[],
  choices: ReadonlyMap<number, Choices>,
  language: Language,
  names: { readonly roster: string; readonly choices: string },
): WriteSheet {
  const headers = columns.map(({ header }) => header);
  return {
    name: names.roster,
    // The format must stand in the cells themselves: hucre writes no default style of a column.
    rows: [headers, ...Array.from({ length: PREPARED_ROWS - 1 }, () => headers.map(() => null))],
    columns: headers.map((header) => ({ width: Math.max(8, header.length + 6), numFmt: '@' })),
    cells: new Map(
      columns.map(({ header, field }, column) => {
        const note = field === undefined ? undefined : TEMPLATE_NOTES[field]?.[language];
        const cell = { value: header, type: 'string' as const, style: { font: { bold: true } } };
        return [`0,${column}`, note === undefined ? cell : { ...cell, comment: { text: note } }];
      }),
    ),
    freezePane: { rows: 1 },
    dataValidations: [...choices].map(([column, { values, open }], place) => {
      const letter = columnName(column);
      const listed = columnName(place);
      return {
        type: 'list' as const,
        formula1: `'${names.choices}'!$${listed}$3:$${listed}$${values.length + 2}`,
        allowBlank: true,
        range: `${letter}2:${letter}${PREPARED_ROWS}`,
        showErrorMessage: !open,
      };
    }),
  };
}

function guideSheet(kind: TemplateKind, columns: readonly FormColumn[], language: Language): WriteSheet {
  const words = WORDS[language];
  const version = words.version.replace('{kind}', kind).replace('{version}', String(versionOfTemplate(kind)));
  return {
    name: words.help,
    columns: [{ width: 26 }, { width: 18 }, { width: 70 }, { width: 70 }],
    rows: [
      [GUIDE_MARK],
      [version],
      [],
      [words.column, words.need, words.note, words.accepted],
      ...columns.map(({ header, field }) => {
        const need = field === undefined ? undefined : fieldNeeds[field];
        return [
          header,
          need === undefined ? '' : words.needs[need],
          field === undefined ? words.unused : (TEMPLATE_NOTES[field]?.[language] ?? ''),
          field === undefined ? '' : HEADER_WORDS[field].slice(0, 6).join(', '),
        ];
      }),
    ],
  };
}

/** One list in each column, from the third row down; its words beside it where the list holds numbers. */
function choiceSheet(choices: ReadonlyMap<number, Choices>, name: string): WriteSheet {
  const lists = [...choices.values()];
  const explained = lists.filter(({ words }) => words !== undefined);
  const beside = explained.map(({ values, words }) =>
    values.map((value, at) => `${value} = ${words?.[at] ?? ''}`),
  );
  const columns = [...lists.map(({ values }) => values), ...beside];
  const length = Math.max(0, ...columns.map((values) => values.length));
  return {
    name,
    columns: columns.map(() => ({ width: 24 })),
    rows: [
      [CHOICES_MARK],
      [...lists.map(({ header }) => header), ...explained.map(({ header }) => header)],
      ...Array.from({ length }, (_, row) => columns.map((values) => values[row] ?? null)),
    ],
  };
}
