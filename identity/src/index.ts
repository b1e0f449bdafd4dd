export { type Agreement, isOneDigitApart } from './matching/agreement.ts';
export { type Comparison, comparePeople, type Evidence } from './matching/compare.ts';
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
