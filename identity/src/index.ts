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
