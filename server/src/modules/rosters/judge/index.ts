export type { Finding, Judgement, Verdict } from './finding.ts';
export { type Earlier, judgeRow, type KnownPerson, type Standing } from './judge-row.ts';
export {
  ageLimits,
  type FindVillage,
  type PersonReading,
  readPerson,
  type VillageReading,
} from './read-person.ts';
