import {
  changeMapping,
  endMapping,
  isMappable,
  listMappings,
  lookIntoRoster,
  type MappedColumn,
  mapRoster,
} from '@payung/server/local';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { Misuse, readOptions } from '../options.ts';
import { areaIn } from './members-options.ts';
import { rosterIdIn, workUntilDone } from './roster-job.ts';
import { rosterLines } from './roster-words.ts';

const texts = {
  id: {
    none: 'Belum ada arti kolom yang disimpan.',
    ended: '{name} diakhiri; {count} daftar akan diperiksa lagi.',
    renamed: 'Sekarang bernama {name}.',
    sheet: 'Lembar {sheet}: {form}',
    noHeader: 'Judul kolom tidak ditemukan; sebut barisnya dengan --row.',
    unused: 'tidak dipakai',
    set: 'Bukan arti kolom: {text}. Tulis --set "JUDUL=nik"; arti yang ada: lihat dokumen antarmuka.',
  },
  en: {
    none: 'No meaning of columns was saved yet.',
    ended: '{name} was ended; {count} lists will be checked again.',
    renamed: 'It is now called {name}.',
    sheet: 'Sheet {sheet}: {form}',
    noHeader: 'No headings were found; name their row with --row.',
    unused: 'not used',
    set: 'Not the meaning of a column: {text}. Write --set "HEADING=nik"; for the meanings see the interface document.',
  },
} as const;

/** `payung roster mapping list|show|save|rename|end`: what the headings of partners' files mean. */
export const rosterMapping: Run = async (argv, terminal) => {
  const [action, ...rest] = argv;
  const run = action === undefined ? undefined : actions.get(action);
  if (run === undefined) throw new Misuse(action ?? '');
  return run(rest, terminal);
};

const list: Run = async (argv, terminal) => {
  const { values } = readOptions(argv, { json: { type: 'boolean', default: false } });
  const mappings = await listMappings(await terminal.open());
  if (values.json) terminal.out(JSON.stringify(mappings, null, 2));
  else if (mappings.length === 0) terminal.out(texts[terminal.language].none);
  else {
    for (const { mappingId, name, partnerName, areaName, columns, endedAt } of mappings) {
      const fields = columns.flatMap(({ field }) => field ?? []).join(', ');
      terminal.out([mappingId, name, `${partnerName}, ${areaName}`, fields, endedAt ?? ''].join('  ').trim());
    }
  }
  return 0;
};

const show: Run = async (argv, terminal) => {
  const { values, positionals } = readOptions(argv, { json: { type: 'boolean', default: false } }, 1);
  const { sheets } = await lookIntoRoster(await terminal.open(), rosterIdIn(positionals[0]));
  const said = texts[terminal.language];
  if (values.json) terminal.out(JSON.stringify(sheets, null, 2));
  else {
    for (const { sheet, form, mapping, columns, firstRows } of sheets) {
      terminal.out(fill(said.sheet, terminal.language, { sheet, form: mapping?.name ?? form ?? '–' }));
      for (const { header, field, samples } of columns) {
        terminal.out(`  ${header}  =  ${field ?? said.unused}  ${samples.join(', ')}`);
      }
      if (firstRows.length > 0) terminal.out(said.noHeader);
      for (const { row, cells } of firstRows) terminal.out(`  ${row}  ${cells.join(' | ')}`);
    }
  }
  return 0;
};

const save: Run = async (argv, terminal) => {
  const options = {
    name: { type: 'string' },
    set: { type: 'string', multiple: true },
    sheet: { type: 'string' },
    row: { type: 'string' },
    village: { type: 'string' },
  } as const;
  const { values, positionals } = readOptions(argv, options, 1);
  const { name } = values;
  if (name === undefined) throw new Misuse('--name');
  const { language } = terminal;
  const rosterId = rosterIdIn(positionals[0]);
  const context = await terminal.open();
  const { sheets } = await lookIntoRoster(context, rosterId);
  const sheet = sheets.find((one) => values.sheet === undefined || one.sheet === values.sheet);
  const chosen = sheet?.firstRows.find(({ row }) => String(row) === values.row);
  const before: MappedColumn[] =
    chosen === undefined
      ? (sheet?.columns ?? []).map(({ header, field }) => ({ header, field }))
      : chosen.cells.filter((cell) => cell !== '').map((header) => ({ header, field: null }));
  const columns = said(before, values.set ?? [], (text) => fill(texts[language].set, language, { text }));
  await mapRoster(context, rosterId, { name, columns, village: areaIn(values.village, language) ?? null });
  const result = await workUntilDone(context, terminal, rosterId);
  for (const line of rosterLines(result, language)) terminal.out(line);
  return result.roster.state === 'failed' ? 1 : 0;
};

/** The columns with what `--set` says of them; `HEADING=` takes the meaning away. @throws Misuse for a heading or field there is not */
function said(
  columns: readonly MappedColumn[],
  settings: readonly string[],
  wrong: (text: string) => string,
): MappedColumn[] {
  const fields = new Map(
    settings.map((text) => {
      const at = text.lastIndexOf('=');
      const [header, field] = [text.slice(0, at), text.slice(at + 1)];
      const known = columns.some((one) => one.header === header);
      if (at < 0 || !known || (field !== '' && !isMappable(field))) throw new Misuse(wrong(text));
      return [header, field === '' ? null : field] as const;
    }),
  );
  return columns.map((one) => ({
    ...one,
    field: fields.has(one.header) ? (fields.get(one.header) ?? null) : one.field,
  }));
}

const rename: Run = async (argv, terminal) => {
  const [id, name = ''] = readOptions(argv, {}, 2).positionals;
  await changeMapping(await terminal.open(), rosterIdIn(id), { name });
  terminal.out(fill(texts[terminal.language].renamed, terminal.language, { name }));
  return 0;
};

const end: Run = async (argv, terminal) => {
  const [id] = readOptions(argv, {}, 1).positionals;
  const { checkedAgain } = await endMapping(await terminal.open(), rosterIdIn(id));
  terminal.out(
    fill(texts[terminal.language].ended, terminal.language, { name: id ?? '', count: checkedAgain }),
  );
  return 0;
};

const actions: ReadonlyMap<string, Run> = new Map([
  ['list', list],
  ['show', show],
  ['save', save],
  ['rename', rename],
  ['end', end],
]);
