export { csvCell } from '#platform/spreadsheet';
export { coverageCsv } from './csv.ts';
export {
  type Counts,
  type Coverage,
  type Dimension,
  dimensions,
  type Figure,
  type Percentage,
} from './model.ts';
export { coverage } from './routes.ts';
export { countCoverChange, countMerge, countMove, foldCounts, followFacts } from './service/counting.ts';
export { createFigure, listAreaFigures, loadFigures } from './service/figures.ts';
export { coverageOf, coverageTiles } from './service/read-coverage.ts';
