export { contributionDueDate, type PaidMonthly } from './administration/due-date.ts';
export { type AnswerLine, answerLines, reasonTexts } from './answer-lines.ts';
export type { Earnings } from './base/base.ts';
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
export { calendarParameters } from './calendar/parameters.ts';
export type { Calendar, DaysOff } from './calendar/working-days.ts';
export { type CaseBenefit, type CaseEvent, type CaseInput, caseBenefit } from './case/benefit.ts';
export {
  claimDeadline,
  type Deadline,
  type DeadlineInput,
  type DeadlineKind,
  reportDeadline,
} from './claim/deadline.ts';
export { DOCUMENTS, type DocumentCode, type DocumentEntry } from './claim/document-catalogue.ts';
export { CIRCUMSTANCES, type Circumstance, type ClaimedProgramme, GROUNDS } from './claim/document-list.ts';
export {
  type AskedDocument,
  type ClaimDocuments,
  claimDocuments,
  type DocumentsInput,
} from './claim/documents.ts';
export { heirs } from './claim/heirs.ts';
export type {
  Guardian,
  Heir,
  HeirsInput,
  HeirsPaid,
  HeirsRefusal,
  InheritedProgramme,
  Relative,
} from './claim/heirs-model.ts';
export { type HeirKind, type HeirRank, heirParameters, type Kinship } from './claim/heirs-parameters.ts';
export { deadlineParameters } from './claim/parameters.ts';
export {
  type PaidProgramme,
  type ServiceDays,
  type ServiceDaysInput,
  serviceDays,
} from './claim/service-days.ts';
export { columnRules } from './columns.ts';
export { type CoverageRatio, coverageRatio } from './coverage/ratio.ts';
export { asKnownOn, FIRST_KNOWN } from './engine/belief.ts';
export {
  type Block,
  blockOf,
  COLUMN_LIMITS,
  type ColumnField,
  type ColumnRule,
  type Columns,
  type Results,
  type Sweep,
} from './engine/columns.ts';
export { confidenceText } from './engine/confidence.ts';
export { LawError, type LawErrorCode } from './engine/error.ts';
export { errorText, type Invalid } from './engine/error-text.ts';
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
export type { Answer, Answered, Rule, Values } from './engine/run.ts';
export type { ShownParameter, ShownRow } from './engine/shown-parameter.ts';
export type { Text } from './engine/text.ts';
export { type TraceLine, traceLines } from './engine/trace-lines.ts';
export { type JhtBalance, type JhtBalanceInput, jhtBalance } from './jht/balance.ts';
export { jhtParameters } from './jht/parameters.ts';
export {
  type JhtEvent,
  type JhtRefusal,
  type JhtWithdrawal,
  type JhtWithdrawalInput,
  jhtWithdrawal,
} from './jht/withdrawal.ts';
export { type BodyRow, bodyRows } from './jkk/body-table.ts';
export { type CareBenefit, type CareCost, type CareInput, medicalCare } from './jkk/care.ts';
export { type JkkDeath, type JkkDeathInput, jkkDeath } from './jkk/death.ts';
export { type DisabilityBenefit, type DisabilityInput, disability, type Loss } from './jkk/disability.ts';
export { type HomeCareBenefit, type HomeCareInput, homeCare } from './jkk/home-care.ts';
export { jkkParameters } from './jkk/parameters.ts';
export {
  type RehabilitationBenefit,
  type RehabilitationInput,
  rehabilitation,
} from './jkk/rehabilitation.ts';
export { type IncapacityBenefit, type IncapacityInput, temporaryIncapacity } from './jkk/stmb.ts';
export { accidentTransport, type TransportBenefit, type TransportInput } from './jkk/transport.ts';
export {
  type JkmBenefit,
  type JkmInput,
  type JkmRefusal,
  type JkmSegment,
  jkmBenefit,
} from './jkm/benefit.ts';
export { type LateCompensationInput, lateCompensation } from './jkm/late-compensation.ts';
export { jkmParameters } from './jkm/parameters.ts';
export {
  type EndOfEmployment,
  type JkpBenefit,
  type JkpInput,
  type JkpRefusal,
  jkpBenefit,
} from './jkp/benefit.ts';
export { jkpParameters } from './jkp/parameters.ts';
export { type PensionBounds, type PensionFigures, pensionBounds, pensionFigures } from './jp/bounds.ts';
export { type Indexation, type IndexationInput, type IndexedFigure, indexation } from './jp/indexation.ts';
export { jpParameters } from './jp/parameters.ts';
export { monthlyPension, type Pension, type PensionInput, type PensionKind } from './jp/pension.ts';
export { type PensionRight, pensionRight } from './jp/pension-age.ts';
export { type BpuStatus, bpuStanding, bpuStatus } from './membership/bpu-status.ts';
export {
  type ArrearsProgramme,
  type PuArrears,
  type PuArrearsInput,
  puArrears,
  type Settlement,
} from './membership/pu-arrears.ts';
export { findParameter, listParameters } from './parameters.ts';
export { type PmiBenefit, type PmiBenefitInput, type PmiEvent, pmiBenefit } from './pmi/benefit.ts';
export { pmiParameters } from './pmi/parameters.ts';
export type {
  BodyEnrolment,
  LocalRule,
  VillageBody,
  VillageInstitution,
  VillageOfficial,
  VulnerableCriteria,
  WelfareRegister,
} from './region/local-rule.ts';
export {
  type BodyOption,
  type VillageBodyAnswer,
  type VillageBodyInput,
  villageBody,
} from './region/village-body.ts';
export {
  judgeVulnerable,
  type Vulnerability,
  type VulnerableDoubt,
  type VulnerableInput,
  type VulnerableRefusal,
  vulnerableWorker,
} from './region/vulnerable.ts';
export {
  type Criterion,
  type CriterionCode,
  criteriaOf,
  type Listing,
  type PersonFact,
  type VulnerablePerson,
} from './region/vulnerable-criteria.ts';
export { regulationsIn } from './register/citation.ts';
export type { OpenQuestion } from './register/open-question.ts';
export { findOpenQuestion, listOpenQuestions } from './register/open-questions.ts';
export type { RegulationKind } from './register/regulation.ts';
export { findRegulation, listRegulations, type Regulation } from './register/regulations.ts';
export { explainRequest, isInvalid, type MessageReply, type Reply, replyTo, runRequest } from './request.ts';
export { explain, rules, run } from './rules.ts';
export {
  type Scholarship,
  type ScholarshipInput,
  type ScholarshipRefusal,
  type ScholarshipTrigger,
  scholarship,
} from './scholarship/benefit.ts';
export type { Child, ChildRefusal, ChildWork, Schooling } from './scholarship/child.ts';
export type { ScholarshipChild, ScholarshipChildRefusal } from './scholarship/judge.ts';
export { type EducationLevel, type LevelGrant, scholarshipParameters } from './scholarship/parameters.ts';
export { type ScholarshipYear, scholarshipYears } from './scholarship/years.ts';
