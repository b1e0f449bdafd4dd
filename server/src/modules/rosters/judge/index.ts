export { byThresholds, judgeDisputed, judgeNew, type Thresholds } from './answer.ts';
export { type Finding, type Judgement, type Verdict, verdicts } from './finding.ts';
export type { RowBrings } from './judge-filling.ts';
export { type EnrolTerms, judgeKnown, repeatedRow } from './judge-known.ts';
export { isListed, type RecordTerms } from './judge-listed.ts';
export { judgeRow } from './judge-row.ts';
export type { KnownPerson, ListedPerson, Standing } from './known-person.ts';
export { type Outcome, outcomeOf } from './outcome.ts';
export {
  becauseOf,
  type EarlierRow,
  type Item,
  type KeptItem,
  type KeptQuestion,
  nameOf,
  type Question,
} from './question.ts';
export { ageLimits, type FindVillage, type PersonReading, readPerson } from './read-person.ts';
export { subtreeHas } from './scope.ts';
