export { type AnnotateOptions, annotateWorkbook, type Finding } from './annotate.ts';
export { ANNOTATE_TEXTS, type AnnotateTexts, VERDICTS, type Verdict } from './annotate-texts.ts';
export { type ClassifiedRow, type IgnoredBecause, RowClassifier } from './classify.ts';
export {
  type BirthReading,
  columnIsMonthFirst,
  type DateOptions,
  type DateProblem,
  type DateWarning,
  type Precision,
  parseBirth,
} from './dates.ts';
export { FILE_LIMITS, type FileKind, type FileLimits, identifyFile } from './guard.ts';
export { type Field, fieldOfHeader, HEADER_WORDS, headerKey } from './header-words.ts';
export {
  columnOfField,
  findHeader,
  type Layout,
  type MissingColumn,
  missingColumns,
  REQUIRED_FIELDS,
  type ReadColumn,
} from './headers.ts';
export { type Interpreted, interpretRows, RosterInterpreter, type SheetReading } from './interpret.ts';
export { type Facts, FileProblem, type FileProblemCode } from './problem.ts';
export { openRosterFile, type RosterFile, readRosterFile, type SheetInfo } from './read.ts';
export {
  type ReadingOptions,
  type ReadingSummary,
  type RosterBatch,
  readInWorker,
} from './read-in-worker.ts';
export { type Cell, type CellMark, cellText, columnName, type RawRow } from './row.ts';
export { type CsvOptions, csvLine, safeCell, writeCsv } from './safe-cell.ts';
export { rosterTemplate } from './template.ts';
export { parseRtRw, parseSex, parseWage, type RtRw, type SexReading, type WageReading } from './values.ts';
