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
export { type Role, roles } from '#platform/access';
export type { Context, Platform } from '#platform/context';
export { DatabaseProblem, problemText } from '#platform/database';
export { type Language, say } from '#platform/messages';
export { Refusal } from '#platform/refusal';
export { KeyringError } from '#platform/seal';
export {
  createUser,
  disableSecondFactor,
  endGrant,
  grantRole,
  listUsers,
  type NewGrant,
  resetPassword,
  type User,
} from '#users';
export { jobs } from './jobs.ts';
export {
  isLoopback,
  type LocalPlatform,
  type ServeOptions,
  ServeProblem,
  type Serving,
  serve,
  startPlatform,
  terminalContext,
  untilStopped,
} from './serve/index.ts';
