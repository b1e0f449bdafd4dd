import { readFile, stat } from 'node:fs/promises';
import {
  type Columns,
  InferenceError,
  inferSpec,
  type LinkageSpec,
  parseKey,
  readSpec,
  SpecError,
} from '@payung/identity';
import type { Language } from '@payung/kernel';
import { fill } from '../fill.ts';
import { Misuse } from '../options.ts';
import { readTable, type Table } from './table.ts';
import { linkageTexts } from './texts.ts';

/** What is linked, and how. */
export interface Task {
  readonly left: Table;
  /** Undefined if one table is deduplicated. */
  readonly right: Table | undefined;
  readonly spec: LinkageSpec;
}

/**
 * Reads one table or two, and the spec; without one, a spec is inferred from what the tables hold.
 *
 * @param spec the path of the spec, as typed
 * @throws Misuse for an empty file, or a spec that is wrong or names a column that is not there
 */
export async function readTask(
  paths: readonly string[],
  spec: string | undefined,
  language: Language,
): Promise<Task> {
  const said = linkageTexts[language];
  const tables: Table[] = [];
  for (const path of paths) {
    const table = await readTable(path);
    if (table === undefined) throw new Misuse(fill(said.empty, language, { path }));
    tables.push(table);
  }
  const [left, right] = tables;
  if (left === undefined) throw new Misuse();
  const read =
    spec === undefined ? infer(left.columns, right?.columns, language) : await specAt(spec, language);
  for (const table of tables) {
    const named = [
      read.id,
      ...read.comparisons.flatMap(({ columns }) => columns),
      ...read.blocking.flatMap(({ on }) => on.map((key) => parseKey(key)?.column ?? key)),
    ];
    const column = named.find((name) => !Object.hasOwn(table.columns, name));
    if (column !== undefined) {
      throw new Misuse(fill(said.column, language, { column, path: table.path }));
    }
  }
  return { left, right, spec: read };
}

function infer(left: Columns, right: Columns | undefined, language: Language): LinkageSpec {
  const said = linkageTexts[language];
  try {
    return inferSpec(left, right);
  } catch (error) {
    if (!(error instanceof InferenceError)) throw error;
    throw new Misuse(error.missing === 'id' ? said.noId : said.columns);
  }
}

async function specAt(path: string, language: Language): Promise<LinkageSpec> {
  const said = linkageTexts[language];
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Misuse(fill(said.json, language, { path }));
  }
  try {
    return readSpec(json);
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
