export { clusterPairs } from './linkage/cluster.ts';
export { CodedColumn, type Column, ColumnBuilder, type Columns } from './linkage/column.ts';
export { evaluatePairs, type Quality, qualityOf } from './linkage/evaluate.ts';
export { type Bar, explainPair, type Waterfall } from './linkage/explain.ts';
export { InferenceError, type Inferred, inferFrom, inferSpec } from './linkage/infer.ts';
export { idColumn, looksLikeId, repeatedId } from './linkage/infer-id.ts';
export type { LeftOut } from './linkage/infer-left-out.ts';
export { type KeyExpression, parseKey } from './linkage/key.ts';
export { joinPairs, type Linkage, linkTables, orderPairs } from './linkage/link.ts';
export type { ComparisonModel, LinkageModel, LinkageOptions } from './linkage/model.ts';
export { MODEL_VERSION, readSpec, SpecError } from './linkage/read-spec.ts';
export { encodeRecords, type Records, ROW } from './linkage/records.ts';
export { type Pairs, type Part, type Scored, scorePairs } from './linkage/score.ts';
export type {
  BlockingRule,
  Chances,
  ComparisonSpec,
  LevelSpec,
  LinkageSpec,
  Preparation,
} from './linkage/spec.ts';
export { fitModel, trainedModel, trainModel } from './linkage/train.ts';
export { sampleCandidates, sampleStrangers } from './linkage/train-samples.ts';
export { type Agreement, isOneDigitApart } from './matching/agreement.ts';
export { type ClearPerson, couldBeOne } from './matching/bound.ts';
export { type Comparison, comparePeople, type Evidence, matchPrior } from './matching/compare.ts';
export { type KeyedPerson, matchKeys } from './matching/keys.ts';
export type { MatchPerson } from './matching/person.ts';
export type { MatchRule, Verdict } from './matching/rules.ts';
export { jaroWinkler } from './names/jaro-winkler.ts';
export { type NormalisedName, normaliseName } from './names/normalise.ts';
export { nameSimilarity, tokenSimilarity } from './names/similarity.ts';
export type { NameToken } from './names/token.ts';
export { type NikAreas, nttAreas, PROVINCES } from './nik/areas.ts';
export { checkAgainst, type NikClaims } from './nik/check.ts';
export type { NikRepair, NikRepairCode } from './nik/clean.ts';
export { formatNikMasked, type Nik, type Sex, sexOfNik } from './nik/nik.ts';
export { lostLastDigits, parseNik } from './nik/parse.ts';
export type {
  NikFacts,
  NikOptions,
  NikRead,
  NikReading,
  NikReason,
  NikRefused,
  NikWarning,
  NikWarningCode,
} from './nik/reading.ts';
