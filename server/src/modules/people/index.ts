export {
  type Agreements,
  type ComparedRecord,
  type Likeness,
  likenessOf,
  openCompared,
  type ShownPerson,
  toldLikeness,
  type Waterfall,
} from './comparison.ts';
export { peopleDeaths } from './death-routes.ts';
export {
  addDeath,
  certifies,
  type Death,
  type DeathEvidence,
  type DeathInput,
  deathEvidence,
  holdForDeath,
  recordDeath,
  withdrawDeath,
} from './deaths.ts';
export { addDetails, clearBits, type Details, heldBits } from './details.ts';
export { type Dispute, disputesTable, listDisputes, settleDispute } from './disputes.ts';
export { fillFromPrepared } from './fillings.ts';
export {
  comparedPerson,
  likenessShape,
  pairShape,
  peopleMerges,
  shownLikeness,
  shownPair,
} from './merge-routes.ts';
export { comparePair, mergePeople, type Pair, pairOf, undoMerge } from './merges.ts';
export { letPartnerSee, numbersOf } from './named.ts';
export { type Occupation, occupationLabels, readOccupation } from './occupations.ts';
export { people } from './routes.ts';
export { ChangedMeanwhile, enrolPrepared, getPerson, searchPeople } from './service.ts';
export { canonicalOf, listCompared, lockMerges } from './store-merges.ts';
export { countMade, forgetCompletions, type PeopleTakenBack, undoFromRoster } from './undoing.ts';
export { updateFromPrepared } from './updates.ts';
