import { parseArgs } from 'node:util';
import { formatCount, parseMonth } from '@payung/kernel';
import { coverageCsv, coverageOf, type Dimension, dimensions, parseAreaCode } from '@payung/server/local';
import type { Run } from '../command.ts';
import { Misuse } from '../options.ts';
import { coverageTable } from './coverage-table.ts';

const texts = {
  id: {
    area: 'Bukan kode wilayah: {text}. Tulis kode Kemendagri, misalnya --area 53.04.',
    month: 'Bukan bulan: {text}. Tulis --month 2026-11.',
    by: 'Tidak dikenal: --by {text}. Pilih area, segment, group, atau fund.',
    format: 'Pilih salah satu: --json atau --csv.',
    rows: '{text} baris',
  },
  en: {
    area: 'Not the code of an area: {text}. Write a Kemendagri code, such as --area 53.04.',
    month: 'Not a month: {text}. Write --month 2026-11.',
    by: 'Unknown: --by {text}. Choose area, segment, group or fund.',
    format: 'Choose one: --json or --csv.',
    rows: '{text} rows',
  },
} as const;

/** `payung coverage`: who is covered in an area and a month. Without a month the present one, without an area the province. */
export const coverage: Run = async (argv, terminal) => {
  const { language } = terminal;
  const wrong = (key: keyof (typeof texts)['id'], text = '') => {
    terminal.err(texts[language][key].replace('{text}', text));
    return 2;
  };
  const options = optionsIn(argv);
  if (options === undefined) throw new Misuse();
  const area = parseAreaCode(options.area);
  if (area === undefined) return wrong('area', options.area);
  const by = dimensions.find((dimension): dimension is Dimension => dimension === options.by);
  if (by === undefined) return wrong('by', options.by);
  if (options.json && options.csv) return wrong('format');
  const asked = options.month === undefined ? undefined : parseMonth(options.month);
  if (options.month !== undefined && asked === undefined) return wrong('month', options.month);

  const context = await terminal.open();
  const table = await coverageOf(context, { area, by, month: asked ?? context.platform.clock.thisMonth() });
  if (options.json) {
    terminal.out(JSON.stringify(table, null, 2));
  } else if (options.csv) {
    const { text, rows } = coverageCsv(table);
    terminal.out(text.trimEnd());
    terminal.err(texts[language].rows.replace('{text}', formatCount(rows, language)));
  } else {
    for (const line of coverageTable(table, language)) terminal.out(line);
  }
  return 0;
};

/** The options as typed; undefined when they cannot be read. */
function optionsIn(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        area: { type: 'string', default: '53' },
        month: { type: 'string' },
        by: { type: 'string', default: 'area' },
        json: { type: 'boolean', default: false },
        csv: { type: 'boolean', default: false },
      },
    }).values;
  } catch {
    return undefined;
  }
}
