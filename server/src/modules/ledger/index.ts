export {
  type Account,
  accounts,
  type Balance,
  type Entry,
  type Posting,
  type TrialBalance,
} from './model.ts';
export { post, postAll, trialBalance } from './service.ts';
