export { type Finding, type Judgement, type Verdict, verdicts } from './finding.ts';
export { judgeRow, type KnownPerson, type Standing } from './judge-row.ts';
export { ageLimits, type FindVillage, type PersonReading, readPerson } from './read-person.ts';
