export { changeIfDue } from './change-if-due.ts';
export { type Actor, type Context, jobActor, type Platform, terminalActor } from './context.ts';
export { fetchInBatches } from './fetch-in-batches.ts';
export { forgetPlans } from './forget-plans.ts';
export { readInBatches } from './read-in-batches.ts';
export { change, holds, intake, match, read, type Tx } from './transact.ts';
export { within } from './within.ts';
