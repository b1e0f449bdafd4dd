/** The door for programs on the machine itself, such as `payung …`: the same use cases, without HTTP. */
export { formatAreaCode, loadAreas, parseAreaCode, shippedProvince } from '#areas';
export {
  type Counts,
  type Coverage,
  coverageCsv,
  coverageOf,
  type Dimension,
  dimensions,
  type Figure,
  loadFigures,
  type Percentage,
} from '#coverage';
export type { Context } from '#platform/context';
export { type Language, say } from '#platform/messages';
export { Refusal } from '#platform/refusal';
