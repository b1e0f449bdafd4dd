export {
  type BpuAmounts,
  type BpuConditions,
  type BpuContribution,
  type BpuContributionInput,
  type BpuContributionOverMonths,
  type BpuProgramme,
  type BpuTerms,
  bpuAmounts,
  bpuContribution,
  bpuContributionOverMonths,
  bpuTerms,
} from './bpu/contribution.ts';
export { bpuBand, bpuParameters, type IncomeBand } from './bpu/parameters.ts';
export type { Payer, Sector } from './bpu/relief.ts';
export { LawError, type LawErrorCode } from './engine/error.ts';
export type {
  Explained,
  Finding,
  Json,
  ParameterRead,
  Result,
  Step,
  TraceNode,
  Uncertainty,
} from './engine/explain.ts';
export {
  type Citation,
  type Confidence,
  type Parameter,
  type Period,
  periodOn,
  type Source,
} from './engine/parameter.ts';
export type { Answer, Rule } from './engine/run.ts';
export type { Text } from './engine/text.ts';
export { type TraceLine, traceLines } from './engine/trace-lines.ts';
export { explain, rules, run } from './rules.ts';
