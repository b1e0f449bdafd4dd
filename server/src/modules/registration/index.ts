export {
  type Batch,
  type Incomplete,
  type Rejection,
  rejectReasons,
  sheetFields,
  type WorkPlace,
  workPlaces,
} from './model.ts';
export { registration } from './routes.ts';
export { type Answered, answerBatch } from './service/answer.ts';
export { completeMembers } from './service/complete.ts';
export { completeMember, correctRejection } from './service/correct.ts';
export { makeBatch, takeSheet } from './service/export.ts';
export { getRegistration, type Registration, workList } from './service/waiting.ts';
