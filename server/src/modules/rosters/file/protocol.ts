import type { FileLimits } from './guard.ts';
import type { Field } from './header-words.ts';
import type { Interpreted, KnownBefore } from './interpret.ts';
import type { Facts, FileProblemCode } from './problem.ts';
import type { FileSource, SheetInfo } from './read.ts';

/** What the reading thread is started with. */
export type ReadingOrder = Readonly<{
  source: FileSource;
  limits: FileLimits;
  batchRows: number;
  /** People come without their cells, which their values repeat. */
  valuesOnly: boolean;
  required: readonly Field[];
  known: KnownBefore;
  /** Rows read of each sheet; all of them when left out. */
  rowsPerSheet?: number;
}>;

/** What a file is, known before its first row. */
export type OpenedFile = Readonly<{ kind: 'xlsx' | 'csv'; sheets: readonly SheetInfo[]; date1904: boolean }>;

/** What the reading thread says. After `opened` and `batch` it waits until it is told to go on. */
export type ReadingNews =
  | Readonly<{ type: 'opened'; file: OpenedFile }>
  | Readonly<{ type: 'batch'; batch: Interpreted }>
  | Readonly<{ type: 'problem'; code: FileProblemCode; facts: Facts }>
  | Readonly<{ type: 'end' }>;
