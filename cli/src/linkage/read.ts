import { readFile, stat } from 'node:fs/promises';
import {
  type Columns,
  InferenceError,
  type Inferred,
  idColumn,
  inferFrom,
  type LinkageSpec,
  looksLikeId,
  parseKey,
  ROW,
  readSpec,
  repeatedId,
  SpecError,
  trainedModel,
} from '@payung/identity';
import type { Language } from '@payung/kernel';
import type { Terminal } from '../command.ts';
import { fill } from '../fill.ts';
import { Misuse } from '../options.ts';
import { OpenQuote } from './scan.ts';
import { readTable, type Table, textsOf } from './table.ts';
import { linkageTexts } from './texts.ts';
import { waitPrinter } from './wait.ts';

/** What is linked, and how. */
export interface Task {
  readonly left: Table;
  /** Undefined if one table is deduplicated. */
  readonly right: Table | undefined;
  readonly spec: LinkageSpec;
}

/** How a command line says how to link. */
export interface How {
  readonly spec?: string | undefined;
  readonly model?: string | undefined;
  readonly id?: string | undefined;
}

/** The options of every command that links. */
export const howOptions = {
  spec: { type: 'string' },
  model: { type: 'string' },
  id: { type: 'string' },
} as const;

/**
 * Reads one table or two, and the spec or model; without one, a spec is inferred from what the tables hold, and what a reader
 * would not expect of it is said.
 *
 * @throws Misuse for a file that is none, a spec that is wrong or names a column that is not there, rows of one name
 */
export async function readTask(
  paths: readonly string[],
  how: How,
  terminal: Terminal,
  wait = waitPrinter(terminal),
): Promise<Task> {
  const { language } = terminal;
  const said = linkageTexts[language];
  if (how.spec !== undefined && how.model !== undefined) throw new Misuse(said.both);
  const tables: Table[] = [];
  for (const path of paths) tables.push(await tableAt(path, language, () => wait('reading')));
  const [left, right] = tables;
  if (left === undefined) throw new Misuse();
  const file = how.spec ?? how.model;
  const given = file === undefined ? undefined : await specAt(file, how.model !== undefined, language);
  wait('inferring');
  const spec =
    given === undefined
      ? infer(left, right, how.id, terminal)
      : { ...given, ...(how.id === undefined ? {} : { id: how.id }) };
  refuseUnknown(left, spec, (name) => name, language);
  if (right !== undefined) refuseUnknown(right, spec, (name) => spec.right?.[name] ?? name, language);
  for (const table of tables) {
    refuseRepeated(table, table === left ? spec.id : (spec.right?.[spec.id] ?? spec.id), language);
  }
  return { left, right, spec };
}

/** @throws Misuse for an empty file or an unclosed quotation mark; an error of the file system */
export async function tableAt(path: string, language: Language, onRead?: () => void): Promise<Table> {
  const said = linkageTexts[language];
  try {
    const table = await readTable(path, onRead);
    if (table === undefined) throw new Misuse(fill(said.empty, language, { path }));
    // A workbook is a ZIP file; no text has the sign 0.
    const header = Object.keys(table.columns).join();
    if (header.startsWith('PK\u0003') || header.includes('\u0000'))
      throw new Misuse(fill(said.binary, language, { path }));
    return table;
  } catch (error) {
    if (!(error instanceof OpenQuote)) throw error;
    throw new Misuse(fill(said.openQuote, language, { path, line: error.line }));
  }
}

function infer(
  left: Table,
  right: Table | undefined,
  id: string | undefined,
  terminal: Terminal,
): LinkageSpec {
  const { language } = terminal;
  const said = linkageTexts[language];
  // A header that says id over values that do not tell rows apart is a mistake in the file, not another kind of column.
  if (id === undefined && idColumn(left.columns, right?.columns) === undefined) {
    for (const table of [left, right]) {
      const meant = Object.keys(table?.columns ?? {}).find(looksLikeId);
      if (table !== undefined && meant !== undefined) refuseRepeated(table, meant, language);
    }
  }
  const { spec, leftOut } = inferred(left.columns, right?.columns, id, left.path, language);
  const named = (because: string) =>
    leftOut.filter((one) => one.because === because).map(({ column }) => column);
  const say = (text: string, columns: readonly string[]) => {
    if (columns.length > 0) terminal.err(fill(text, language, { columns: columns.join(', ') }));
  };
  if (id === undefined && spec.id === ROW && !Object.hasOwn(left.columns, ROW)) terminal.err(said.numbered);
  // Taken for it by its values, or by a header that may mean another thing.
  if (id === undefined && spec.id !== ROW && !looksLikeId(spec.id))
    terminal.err(fill(said.named, language, { column: spec.id }));
  say(said.answer, named('answer'));
  say(said.counter, named('counter'));
  say(
    said.aligned,
    Object.entries(spec.right ?? {}).map(([one, other]) => `${one} = ${other}`),
  );
  return spec;
}

function inferred(
  left: Columns,
  right: Columns | undefined,
  id: string | undefined,
  path: string,
  language: Language,
): Inferred {
  const rows = (columns: Columns) => Object.values(columns)[0]?.length ?? 0;
  // Where there are no two rows there is nothing to compare, and nothing to infer from.
  const isNothing = right === undefined ? rows(left) < 2 : rows(left) === 0 || rows(right) === 0;
  if (isNothing) {
    return { spec: { id: id ?? idColumn(left, right) ?? ROW, comparisons: [], blocking: [] }, leftOut: [] };
  }
  try {
    return inferFrom(left, right, id);
  } catch (error) {
    if (!(error instanceof InferenceError)) throw error;
    const said = linkageTexts[language];
    throw new Misuse(fill(right === undefined ? said.columns : said.notShared, language, { path }));
  }
}

function refuseUnknown(
  { columns, path }: Table,
  spec: LinkageSpec,
  nameOf: (name: string) => string,
  language: Language,
): void {
  const named = [
    ...(spec.id === ROW ? [] : [['id', spec.id] as const]),
    ...spec.comparisons.flatMap((one, i) =>
      one.columns.map((column, j) => [`comparisons[${i}].columns[${j}]`, column] as const),
    ),
    ...spec.blocking.flatMap(({ on }, i) =>
      on.map((key, j) => [`blocking[${i}].on[${j}]`, parseKey(key)?.column ?? key] as const),
    ),
  ];
  const wrong = named.find(([, name]) => !Object.hasOwn(columns, nameOf(name)));
  if (wrong === undefined) return;
  const facts = { place: wrong[0], column: nameOf(wrong[1]), path, known: Object.keys(columns).join(', ') };
  throw new Misuse(fill(linkageTexts[language].column, language, facts));
}

function refuseRepeated({ columns, path }: Table, column: string, language: Language): void {
  const second = repeatedId(columns, column);
  if (second === undefined) return;
  const said = linkageTexts[language];
  const ids = textsOf(columns[column]);
  const id = ids[second] ?? '';
  const facts = { path, column, id, first: ids.indexOf(id) + 1, second: second + 1 };
  throw new Misuse(fill(id === '' ? said.noId : said.sameId, language, facts));
}

async function specAt(path: string, isModel: boolean, language: Language): Promise<LinkageSpec> {
  const said = linkageTexts[language];
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Misuse(fill(said.json, language, { path }));
  }
  try {
    const spec = readSpec(json);
    if (isModel && trainedModel(spec) === undefined)
      throw new Misuse(fill(said.notTrained, language, { path }));
    return spec;
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    throw new Misuse(fill(said.spec, language, { path, problem: error.message }));
  }
}

/** @throws Misuse if a result would be written over a file that is read; errors of the file system for one that is not there */
export async function refuseSame(
  read: readonly string[],
  written: Readonly<Record<string, string | undefined>>,
  language: Language,
): Promise<void> {
  const sources = await Promise.all(read.map((path) => stat(path)));
  for (const [option, path] of Object.entries(written)) {
    const target = path === undefined ? undefined : await stat(path).catch(() => undefined);
    if (sources.some(({ dev, ino }) => dev === target?.dev && ino === target.ino)) {
      throw new Misuse(fill(linkageTexts[language].same, language, { option }));
    }
  }
}
