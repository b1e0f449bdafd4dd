import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The repository's root. */
export const root: string = join(import.meta.dirname, '..');

/** Folders that are made, installed or private to one checkout. */
const notOurs = new Set(['node_modules', 'dist', '.git', '.payung', '.tsbuild', 'screenshots', 'coverage']);

/** Packages and folders whose code is held to the rules of the house. */
export const codeFolders = [
  'kernel',
  'law',
  'identity',
  'server',
  'web',
  'cli',
  'checks',
  'e2e',
  'bench',
] as const;

/** A file of ours, by its path from the root with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Every file below the folders whose name the pattern matches; a folder that is not there has none. */
export function filesIn(folders: readonly string[], pattern: RegExp): readonly SourceFile[] {
  return folders
    .flatMap((folder) => walk(join(root, folder)))
    .filter((path) => pattern.test(path))
    .map((path) => ({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
}

function walk(folder: string): string[] {
  let entries: ReturnType<typeof readEntries>;
  try {
    entries = readEntries(folder);
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    // A folder called coverage at the root is a report; deeper it is a module.
    const isNotOurs = notOurs.has(entry.name) && (entry.name !== 'coverage' || folder === root);
    if (isNotOurs) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [path];
  });
}

const readEntries = (folder: string) => readdirSync(folder, { withFileTypes: true });

/** True for tests and what only tests use; these may look anywhere. */
export const isTest = (path: string): boolean =>
  /\.(test|fixture)\.tsx?$/.test(path) || path.includes('/testing/');

/** One import or re-export in a file. */
export interface Import {
  readonly from: string;
  /** True when nothing of it is left at run time. */
  readonly typeOnly: boolean;
}

/** The imports of a file, static and dynamic. */
export function importsOf(text: string): readonly Import[] {
  const statements = text.matchAll(
    /^\s*(?:import|export)\s+(?:(type)\s)?[^'";]*?\bfrom\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\(\s*'([^']+)'/gm,
  );
  return [...statements].map(([, type, from, bare, dynamic]) => ({
    from: from ?? bare ?? dynamic ?? '',
    typeOnly: type === 'type',
  }));
}
