export type { Entry, Posting } from './model.ts';
export { post, postAll, trialBalance } from './service.ts';
