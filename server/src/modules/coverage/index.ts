export { type CsvTable, coverageCsv } from './csv.ts';
export {
  type Counts,
  type Coverage,
  type CoverageRow,
  type Dimension,
  dimensions,
  type Figure,
  type Measure,
  type Percentage,
  type Registered,
  type Tile,
} from './model.ts';
export { coverage } from './routes.ts';
export {
  countCoverChange,
  countMerge,
  countMove,
  foldCounts,
  foldCoverage,
  followFacts,
} from './service/counting.ts';
export { createFigure, listAreaFigures, loadFigures, type NewFigure } from './service/figures.ts';
export { coverageOf, coverageTiles } from './service/read-coverage.ts';
